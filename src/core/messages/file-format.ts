// The sentence for a file of another format: what it is, and what to give instead.
import type { MessageFacts } from "./entry.js";
import { again, instead, saveAgain, wantedOf } from "./file-remedies.js";

type Remedy = "save" | "export" | "fill" | "unzip";

/** Name and remedy of the formats that arrive in place of a workbook. */
const FORMATS = new Map<string, readonly [vi: string, en: string, remedy: Remedy]>([
  ["xls", ["tệp Excel đời cũ (.xls)", "an old Excel file (.xls)", "save"]],
  ["xlsb", ["tệp Excel dạng nhị phân (.xlsb)", "a binary Excel file (.xlsb)", "save"]],
  ["ods", ["bảng tính OpenDocument (.ods)", "an OpenDocument spreadsheet (.ods)", "save"]],
  ["numbers", ["bảng tính Numbers của Apple", "an Apple Numbers spreadsheet", "export"]],
  ["xml2003", ["bảng tính XML 2003", "an XML 2003 spreadsheet", "save"]],
  ["csv", ["tệp CSV, chỉ có chữ, không còn biểu mẫu", "a CSV file, text without the form", "fill"]],
  ["html", ["trang web (HTML)", "a web page (HTML)", "fill"]],
  ["pdf", ["tệp PDF", "a PDF file", "fill"]],
  ["word", ["văn bản Word", "a Word document", "fill"]],
  ["powerpoint", ["bản trình chiếu", "a presentation", "fill"]],
  ["image", ["ảnh chụp", "a picture", "fill"]],
  ["text", ["tệp văn bản thuần", "a plain text file", "fill"]],
  ["zip", ["tệp nén .zip chứa tệp khác", "a .zip archive of other files", "unzip"]],
  ["archive", ["tệp nén (RAR, 7z, gz)", "an archive (RAR, 7z, gz)", "unzip"]],
]);

function exported(f: MessageFacts, tongue: 0 | 1): string {
  return tongue === 0
    ? `Mở tệp bằng Numbers, chọn Tệp > Xuất sang > Excel (File > Export To > Excel), rồi ${again(f, 0)}.`
    : `Open it in Numbers, choose File > Export To > Excel, and ${again(f, 1)}.`;
}

const FILL = ["Gửi lại chính tệp biểu mẫu Excel đã điền.", "Send the filled Excel form itself."] as const;
const UNZIP = ["Giải nén rồi gửi từng tệp biểu mẫu .xlsx.", "Unpack it and send each .xlsx form."] as const;
const UNZIP_HERE = ["Giải nén trước nếu tệp cần dùng ở trong đó.", "Unpack it first if the file is in there."] as const;

/** Where a file belongs that is often given in place of the control workbook. */
const UNITS_GO = [
  "Danh sách đơn vị thì đưa vào lúc lập sổ (tùy chọn --units).",
  "A list of units is given when it is made (--units).",
] as const;
const RESOLUTION_GOES = [
  "Văn bản nghị quyết thì đọc ở bước 1 của trang, hoặc bằng lệnh “tonghop targets”.",
  "A resolution is read in step 1 of the page, or by “tonghop targets”.",
] as const;
const BELONGS = new Map<string, readonly [vi: string, en: string]>([
  ["csv", UNITS_GO],
  ["text", UNITS_GO],
  ["word", RESOLUTION_GOES],
  ["pdf", RESOLUTION_GOES],
]);

/** @param tongue 0 Vietnamese, 1 English */
export function wrongFormat(f: MessageFacts, tongue: 0 | 1): string {
  const id = String(f.data["format"]);
  const known = FORMATS.get(id);
  const remedy = remedies(f, known?.[2] ?? "save", id, tongue).join(" ");
  if (known === undefined) return `${tongue === 0 ? "tệp không phải .xlsx" : "the file is no .xlsx"}. ${remedy}`;
  const name = id === "csv" && wantedOf(f) !== null ? ["tệp CSV", "a CSV file"][tongue]! : known[tongue];
  return tongue === 0 ? `đây là ${name}, không phải .xlsx. ${remedy}` : `this is ${name}, not .xlsx. ${remedy}`;
}

function remedies(f: MessageFacts, remedy: Remedy, id: string, tongue: 0 | 1): readonly string[] {
  if (remedy === "save") return [saveAgain(f, tongue)];
  if (remedy === "export") return [exported(f, tongue)];
  const wanted = instead(f, tongue);
  if (wanted === null) return [(remedy === "fill" ? FILL : UNZIP)[tongue]];
  const belongs = wantedOf(f) === "control" ? BELONGS.get(id)?.[tongue] : undefined;
  return [wanted, ...(remedy === "unzip" ? [UNZIP_HERE[tongue]] : []), ...(belongs === undefined ? [] : [belongs])];
}
