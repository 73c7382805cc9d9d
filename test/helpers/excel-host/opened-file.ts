// A workbook file as Excel has it after opening: besides cells and names, what names say, which are hidden, and where links stand.
import { strFromU8, unzipSync } from "fflate";
import { nodeHost } from "../../../src/cli/host.js";
import { readWorkbook } from "../../../src/xlsx/read-workbook.js";
import { areaOf } from "./area.js";
import type { HostWorkbook } from "./host-workbook.js";
import { cellName, openedWorkbook } from "./host-workbook.js";

/** @throws when the file cannot be read */
export function openedFile(bytes: Uint8Array, name: string): HostWorkbook {
  const { workbook: cells, findings } = readWorkbook(bytes, nodeHost.codec);
  if (cells === null) throw new Error(findings.map(({ message }) => message).join("\n"));
  const workbook = openedWorkbook(cells, name);
  const parts = unzipSync(bytes);
  const attribute = (element: string, wanted: string): string => new RegExp(` ${wanted}="([^"]*)"`, "u").exec(element)?.[1] ?? "";
  for (const [element] of strFromU8(parts["xl/workbook.xml"]!).matchAll(/<definedName [^>]*>/gu)) {
    const item = workbook.names.find((one) => one.name === attribute(element, "name"));
    if (item === undefined) continue;
    item.comment = attribute(element, "comment");
    item.visible = attribute(element, "hidden") !== "1";
  }
  workbook.sheets.forEach((sheet, i) => {
    for (const [element] of strFromU8(parts[`xl/worksheets/sheet${String(i + 1)}.xml`]!).matchAll(/<hyperlink [^>]*>/gu)) {
      const { top, left } = areaOf(attribute(element, "ref"));
      sheet.links.set(cellName(top, left), attribute(element, "r:id") || attribute(element, "location"));
    }
  });
  return workbook;
}
