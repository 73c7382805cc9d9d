// What to do with a file that cannot be read: the remedies that many findings share. A unit's form is sent again; for a file of the
// office's own, `data.wanted` says which one was to be given, and the remedy says what to give instead and how to make it.
import type { MessageFacts } from "./entry.js";

export const SAVE_AGAIN_VI = "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi gửi lại.";
export const SEND_AGAIN_VI = "Xin đơn vị gửi lại tệp gốc.";
export const DISTRUST_VI = "Không nhập số liệu từ tệp này; xin đơn vị điền lại vào biểu mẫu đã được cấp.";
export const PACK_AGAIN_VI = "Lưu và đóng các biểu mẫu đã điền, nén lại đúng các tệp .xlsx đó (hoặc gửi từng tệp) rồi gửi lại.";

/** 0 Vietnamese, 1 English. */
type Tongue = 0 | 1;
type Sentence = readonly [vi: string, en: string];

/** Files of the office's own that a person may be asked for. */
export type Wanted = "control" | "consolidated" | "units";

const SAVE_AGAIN: Sentence = [SAVE_AGAIN_VI, "Open it in Excel, choose Save As, type Excel Workbook (.xlsx), and send it again."];
const SAVE_HERE: Sentence = [
  "Mở tệp bằng Excel, chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi chọn tệp vừa lưu.",
  "Open it in Excel, choose Save As, type Excel Workbook (.xlsx), and choose the file just saved.",
];
const SEND_AGAIN: Sentence = [SEND_AGAIN_VI, "Ask the unit for the original file again."];
const DISTRUST: Sentence = [DISTRUST_VI, "Take no figures from it; ask the unit to fill in the issued form again."];
const PACK_AGAIN: Sentence = [
  PACK_AGAIN_VI,
  "Save and close the filled forms, pack those .xlsx files again (or send them one by one).",
];

const LOST: Readonly<Record<Wanted, Sentence>> = {
  control: [
    "Dùng bản lưu trước của sổ tổng hợp; không có thì lập lại sổ (bước 1 của trang, hoặc lệnh “tonghop init”).",
    "Use an earlier copy of the control workbook, or make it again (step 1 of the page, or “tonghop init”).",
  ],
  consolidated: [
    "Tổng hợp lại để có sổ mới (bước Tổng hợp của trang, hoặc lệnh “tonghop consolidate”).",
    "Consolidate again for a new one (the page's step, or “tonghop consolidate”).",
  ],
  units: [
    "Dùng bản lưu trước của danh sách đơn vị, hoặc lập lại: mỗi đơn vị một dòng, có cột “Mã” và “Tên”.",
    "Use an earlier copy of the list of units, or make it again: one row a unit, with the columns “Mã” and “Tên”.",
  ],
};

const INSTEAD: Readonly<Record<Wanted, Sentence>> = {
  control: [
    "Ở đây cần sổ tổng hợp .xlsx đã lập đầu kỳ; chưa có thì lập sổ trước (bước 1 của trang, hoặc lệnh “tonghop init”).",
    "Wanted here: the control workbook (.xlsx); make it first if there is none (step 1 of the page, or “tonghop init”).",
  ],
  consolidated: [
    "Ở đây cần sổ đã tổng hợp .xlsx, do bước Tổng hợp của trang hoặc lệnh “tonghop consolidate” ghi ra.",
    "Wanted here: a consolidated workbook (.xlsx), written by the page's step or by “tonghop consolidate”.",
  ],
  units: [
    "Ở đây cần danh sách đơn vị: tệp .xlsx hoặc CSV, mỗi đơn vị một dòng, có cột “Mã” và “Tên”.",
    "Wanted here: the list of units, an .xlsx or CSV with one row a unit and the columns “Mã” and “Tên”.",
  ],
};

/** The file that was to be given; null for a unit's form. */
export function wantedOf({ data }: MessageFacts): Wanted | null {
  const wanted = data["wanted"];
  return wanted === "control" || wanted === "consolidated" || wanted === "units" ? wanted : null;
}

/** For a file that another program may save as it should be. */
export function saveAgain(f: MessageFacts, tongue: Tongue): string {
  return (wantedOf(f) === null ? SAVE_AGAIN : SAVE_HERE)[tongue];
}

/** For a file that is lost. */
export function sendAgain(f: MessageFacts, tongue: Tongue): string {
  return lostOr(f, SEND_AGAIN)[tongue];
}

/** For a file of which nothing should be believed. */
export function distrust(f: MessageFacts, tongue: Tongue): string {
  return lostOr(f, DISTRUST)[tongue];
}

/** For a zip with no workbook in it. */
export function packAgain(f: MessageFacts, tongue: Tongue): string {
  return instead(f, tongue) ?? PACK_AGAIN[tongue];
}

/** What to give instead, and how to make it; null where a unit's form is wanted. */
export function instead(f: MessageFacts, tongue: Tongue): string | null {
  const wanted = wantedOf(f);
  return wanted === null ? null : INSTEAD[wanted][tongue];
}

/** The end of “mend it, save, and …”. */
export function again(f: MessageFacts, tongue: Tongue): string {
  const here: Sentence = ["chọn lại tệp", "choose the file again"];
  const back: Sentence = ["gửi lại", "send the file again"];
  return (wantedOf(f) === null ? back : here)[tongue];
}

function lostOr(f: MessageFacts, otherwise: Sentence): Sentence {
  const wanted = wantedOf(f);
  return wanted === null ? otherwise : LOST[wanted];
}
