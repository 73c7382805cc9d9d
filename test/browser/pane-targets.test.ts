// Targets from the text of a resolution, in the built pane: confirmed, written into the open workbook, made into forms.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Browser, Frame } from "playwright-core";
import { readControl } from "../../src/core/control/control-workbook.js";
import { readDefinitionText } from "../../src/core/definition/definition-json.js";
import type { RoundDefinition } from "../../src/core/definition/definition.js";
import { readIdentity } from "../../src/core/submission/identity.js";
import { launchChromium } from "../helpers/browser.js";
import { builtWeb } from "../helpers/built-web.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import { hostCells } from "../helpers/excel-host/host-workbook.js";
import type { Pane } from "../helpers/excel-host/pane-driver.js";
import { openPane } from "../helpers/excel-host/pane-driver.js";
import { docxOf } from "../helpers/word-document.js";
import { cellsOf } from "./pane-round.js";
import { readTargets, RESOLUTION, UNITS } from "./pane-walk.js";

const TARGETS = [
  ["Cán bộ, đảng viên được học tập, quán triệt nghị quyết của Đảng", ">", 97, null],
  ["Buổi sinh hoạt chuyên đề trong năm", ">=", 2, null],
  ["Đảng viên mới kết nạp", ">=", 45, null],
  ["Đảng viên nữ", ">=", 10, null],
];

/** Confirms what is still open, one after the other. */
async function confirmRest(frame: Frame): Promise<void> {
  const open = frame.locator("[id^=confirm-t]");
  while ((await open.count()) > 0) await open.first().click();
}

/** Begins the round from the confirmed targets and writes it into the open workbook; what stands there then. */
async function written({ frame, host }: Pane): Promise<RoundDefinition> {
  await frame.fill("#units", UNITS);
  await frame.click("#begin");
  await frame.waitForSelector("#write-control");
  await frame.click("#write-control");
  await frame.waitForSelector("#notice.good >> text=Đã ghi vào sổ đang mở.");
  const { definition, findings } = readControl(hostCells(host.workbook));
  assert.deepEqual(
    findings.filter(({ severity }) => severity === "error"),
    [],
  );
  assert.ok(definition);
  return definition;
}

describe("targets of a resolution in the pane", function () {
  this.timeout(600_000);
  let browser: Browser;
  let web: string;

  before(async () => {
    [browser, web] = await Promise.all([launchChromium(), builtWeb()]);
  });
  after(() => browser.close());

  const inPane = async (work: (pane: Pane) => Promise<void>): Promise<void> => {
    const pane = await openPane(browser, { web, host: new ExcelHost() });
    try {
      await work(pane);
      // office.js would like styles of its own in the page; the policy of the pane does not let it.
      const complaints = pane.complaints.filter((text) => !/^(?:Applying|Refused to apply) inline style/u.test(text));
      assert.deepEqual([pane.outside, complaints, pane.host.unknown], [[], [], []]);
    } finally {
      await pane.close();
    }
  };

  it("go from pasted text into a new control workbook in the open workbook, and into a form for each unit", () =>
    inPane(async (pane) => {
      const { frame, page, host } = pane;
      await readTargets(frame);
      assert.match(await frame.innerText("#targets-line"), /^5 chỉ tiêu: đã xác nhận 0, chưa xem 5/u);
      await frame.click("#edit-t1");
      await frame.fill("#target-value", "97");
      await frame.click("#save-target");
      await frame.click("#drop-t5");
      await confirmRest(frame);
      const definition = await written(pane);
      assert.equal(definition.resolution.abstract, "về nhiệm vụ xây dựng Đảng năm 2026");
      assert.deepEqual(
        definition.targets.map(({ label, comparator, value, upper }) => [label, comparator, value, upper]),
        TARGETS,
      );
      assert.deepEqual(
        definition.units.map(({ code, name }) => [code, name]),
        [
          ["TH1", "Chi bộ Trường Đoàn Kết"],
          ["TH2", "Chi bộ Trường Nghĩa Lộ"],
        ],
      );
      assert.equal(host.workbook.active.name, "Thông tin");
      await frame.click("#step-forms");
      const [zip] = await Promise.all([page.waitForEvent("download"), frame.click("#make-forms")]);
      const forms = Object.entries(unzipSync(readFileSync(await zip.path())));
      assert.deepEqual(
        forms.map(([name]) => name.split("_")[0]),
        ["TH1", "TH2"],
      );
      for (const [, bytes] of forms) {
        const inside = readDefinitionText(readIdentity(cellsOf(bytes)).identity!.definition).definition;
        assert.deepEqual([inside?.targets, inside?.fields], [definition.targets, definition.fields]);
      }
    }));

  it("are taken anew from the open workbook after staff changed them there", () =>
    inPane(async (pane) => {
      const { frame, host } = pane;
      await readTargets(frame);
      await confirmRest(frame);
      await written(pane);
      const sheet = host.workbook.sheets.find(({ name }) => name === "Chỉ tiêu")!;
      const [place] = [...sheet.cells].find(([, { value }]) => value === 45)!;
      sheet.cells.set(place, { value: 60, formula: null });
      await frame.click("#read-again");
      await frame.waitForSelector("#notice.good >> text=Đã mở sổ tổng hợp.");
      await frame.click("#round-targets-summary");
      await frame.waitForSelector("#round-targets >> text=≥ 60 người");
    }));

  it("are read from a Word file, and nothing is written before they are confirmed", () =>
    inPane(async ({ frame, host }) => {
      await frame.waitForSelector("#begin:not([disabled])");
      await frame.check("#source-text");
      const buffer = Buffer.from(docxOf(RESOLUTION));
      await frame.setInputFiles("#resolution-file", { name: "nghi-quyet.docx", mimeType: "", buffer });
      await frame.waitForSelector("#targets-line");
      await frame.fill("#units", UNITS);
      await frame.click("#begin");
      await frame.waitForSelector("#notice.bad >> text=Còn 5 chỉ tiêu chưa xem");
      assert.deepEqual(
        host.workbook.sheets.map(({ name }) => name),
        ["Sheet1"],
      );
    }));
});
