// Every step of the pane in every state that differs to the eye, one after the other in the emulated Excel.
import type { Browser, Frame } from "playwright-core";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import { HostError } from "../helpers/excel-host/host-error.js";
import type { Pane, PaneOptions } from "../helpers/excel-host/pane-driver.js";
import { openPane } from "../helpers/excel-host/pane-driver.js";
import type { PaneRound } from "./pane-round.js";
import { excelWith, excelWithFaults } from "./pane-round.js";

export const RESOLUTION = `ĐẢNG BỘ KHỐI TRƯỜNG HỌC TỈNH
Số 15-NQ/ĐUK

Đà Lạt, ngày 12 tháng 01 năm 2026

NGHỊ QUYẾT
về nhiệm vụ xây dựng Đảng năm 2026

II. CHỈ TIÊU NĂM 2026
1. Công tác tư tưởng
1.1. Trên 96% cán bộ, đảng viên được học tập, quán triệt nghị quyết của Đảng.
1.2. Mỗi chi bộ có ít nhất 02 buổi sinh hoạt chuyên đề trong năm.
2. Công tác tổ chức
2.1. Kết nạp từ 45 đảng viên mới trở lên, trong đó có ít nhất 10 đảng viên nữ.
2.2. Tỷ lệ đảng viên bị kỷ luật dưới 0,5%.
`;
export const UNITS = "TH1\tChi bộ Trường Đoàn Kết\tchi bộ\nTH2\tChi bộ Trường Nghĩa Lộ\tchi bộ\n";

/** Takes a look at the pane in a state; `name` tells it. */
export type Look = (pane: Pane, name: string) => Promise<void>;

const LONG = { timeout: 60_000 };

/** Pastes the text of a resolution in step 1 and waits for its targets. */
export async function readTargets(frame: Frame): Promise<void> {
  await frame.waitForSelector("#begin:not([disabled])");
  await frame.check("#source-text");
  await frame.fill("#resolution-text", RESOLUTION);
  await frame.click("#read-resolution");
  await frame.waitForSelector("#targets-line");
}

export async function walkPane(browser: Browser, web: string, made: PaneRound, look: Look): Promise<void> {
  const inPane = async (
    host: ExcelHost,
    work: (pane: Pane, frame: Frame) => Promise<void>,
    more: Partial<PaneOptions> = {},
  ): Promise<void> => {
    const pane = await openPane(browser, { web, host, ...more });
    try {
      await work(pane, pane.frame);
    } finally {
      await pane.close();
    }
  };
  await inPane(new ExcelHost(), (pane) => beginning(pane, look));
  await inPane(excelWith(made.control, "so-tong-hop.xlsx"), (pane) => running(pane, made, look));
  await inPane(excelWithFaults(made), (pane) => faulty(pane, look));
  await inPane(new ExcelHost({ level: 1.1 }), async (pane, frame) => {
    await frame.waitForSelector("#begin:not([disabled])");
    await look(pane, "excel-truoc-2019");
  });
  await inPane(
    excelWith(made.control, "so-tong-hop.xlsx", 1.7),
    async (pane, frame) => {
      await frame.waitForSelector("#read-again");
      await look(pane, "excel-2019");
    },
    { ribbon: false },
  );
  await inPane(
    new ExcelHost(),
    async (pane, frame) => {
      await frame.waitForSelector("#fallback:not([hidden])");
      await look(pane, "khong-ket-noi");
    },
    { cdn: "blocked" },
  );
}

/** Step 1 before there is a round, and the steps that need one. */
async function beginning(pane: Pane, look: Look): Promise<void> {
  const { frame } = pane;
  await frame.waitForSelector("#begin:not([disabled])");
  await look(pane, "1-bat-dau");
  await frame.click("#begin");
  await frame.waitForSelector("#notice.bad");
  await look(pane, "1-thieu-don-vi");
  await frame.fill("#units", "YT\tĐảng bộ Sở Y tế\nYT\tChi bộ Sở Tài chính");
  await frame.click("#begin");
  await frame.waitForSelector("#notice .finding.error");
  await look(pane, "1-don-vi-sai");
  await readTargets(frame);
  await look(pane, "1-chi-tieu");
  await frame.click("#edit-t2");
  await frame.fill("#target-value", "nhiều");
  await frame.click("#save-target");
  await look(pane, "1-sua-chi-tieu");
  const sideText = frame.locator("#side-text");
  if (await sideText.isVisible()) {
    await sideText.click();
    await look(pane, "1-van-ban");
  }
  for (const step of ["forms", "check", "consolidate", "export"]) {
    await frame.click(`#step-${step}`);
    await look(pane, `${step}-chua-co-so`);
  }
}

/** All five steps of a round. */
async function running(pane: Pane, made: PaneRound, look: Look): Promise<void> {
  const { frame } = pane;
  await frame.waitForSelector("#read-again");
  await frame.click("#round-targets-summary");
  await frame.click("#round-units-summary");
  await look(pane, "1-dang-mo");
  await frame.click("#step-forms");
  await frame.waitForSelector("table.paper td", LONG);
  await look(pane, "2-bieu-mau");
  await frame.click("#step-check");
  await frame.setInputFiles("#reports", [...made.files]);
  await frame.waitForSelector("#check-line", LONG);
  await frame.click("#files-summary");
  await look(pane, "3-da-doc");
  await frame.click("#step-consolidate");
  await look(pane, "4-truoc");
  await frame.click("#consolidate");
  await frame.waitForSelector("#consolidate-line", LONG);
  await frame.locator(".square button").first().click();
  await frame.waitForSelector(".detail");
  await frame.click("#consolidated-preview-summary");
  await frame.waitForSelector("table.paper td", LONG);
  await look(pane, "4-ket-qua");
  const release = pane.hold();
  await frame.click("#write-consolidated");
  await frame.waitForSelector("#progress:not([hidden])");
  await look(pane, "4-dang-ghi");
  release();
  await frame.waitForSelector("#notice.good", LONG);
  await look(pane, "4-da-ghi");
  await frame.click("#step-export");
  await frame.waitForSelector("table.paper td", LONG);
  await look(pane, "5-xuat");
}

/** A faulty form in the open workbook, and an Excel that refuses. */
async function faulty(pane: Pane, look: Look): Promise<void> {
  const { frame } = pane;
  await frame.click("#step-check");
  await frame.click("#check-here");
  await frame.waitForSelector("#check-line");
  await look(pane, "3-sai-sot");
  pane.host.fault = () => {
    throw new HostError("InvalidOperationInCellEditMode", "Excel is in cell-editing mode.");
  };
  await frame.click("#findings-error .finding >> text=Đến ô");
  await frame.waitForSelector("#notice.bad");
  await look(pane, "3-excel-tu-choi");
}
