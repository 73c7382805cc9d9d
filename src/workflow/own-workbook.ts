// Which of our own workbooks a workbook is, so that one in the place of another is named instead of taken apart.
import type { WorkbookCells } from "../core/cells.js";
import { findSheet } from "../core/control/control-rows.js";
import { FIELD_TABLE, INFO_SHEET, TARGET_TABLE, UNIT_TABLE } from "../core/control/control-tables.js";
import { readUnitsWorkbook } from "../core/control/unit-list.js";
import type { Finding } from "../core/finding.js";
import { finding } from "../core/finding.js";
import type { Wanted } from "../core/messages/file-remedies.js";
import { readIdentity } from "../core/submission/identity.js";
import { isConsolidated } from "../sheets/consolidated-hidden.js";

export type OwnWorkbook = "control" | "form" | "consolidated";

/** Null for a workbook that is none of ours. */
export function kindOfWorkbook(workbook: WorkbookCells): OwnWorkbook | null {
  if (isConsolidated(workbook)) return "consolidated";
  if (readIdentity(workbook).identity !== null) return "form";
  return hasControlSheets(workbook) ? "control" : null;
}

/** True when all sheets of a control workbook are there, be it consolidated or not. */
export function hasControlSheets(workbook: WorkbookCells): boolean {
  const sheets = [INFO_SHEET, TARGET_TABLE.sheet, FIELD_TABLE.sheet, UNIT_TABLE.sheet];
  return sheets.every((sheet) => findSheet(workbook, [sheet]) !== null);
}

/**
 * The one finding that says what the workbook is and which one is wanted. Empty when it is the wanted one (a control workbook has the
 * list of units too), and when it is none of ours; a workbook without a single sheet of a control workbook is named where one is wanted.
 */
export function otherWorkbook(workbook: WorkbookCells, wanted: OwnWorkbook | "units"): readonly Finding[] {
  const found = kindOfWorkbook(workbook) ?? (wanted === "control" ? foreign(workbook) : null);
  const fits = found === wanted || (found === "control" && wanted === "units");
  return found === null || fits ? [] : [finding("file/other-workbook", "error", { found, expected: wanted })];
}

function foreign(workbook: WorkbookCells): "units" | "other" | null {
  const sheets = [INFO_SHEET, TARGET_TABLE.sheet, FIELD_TABLE.sheet];
  if (sheets.some((sheet) => findSheet(workbook, [sheet]) !== null)) return null;
  const filled = workbook.sheets.filter((sheet) => sheet.cells.size > 0);
  return filled.length === 1 && readUnitsWorkbook(workbook).units.length > 0 ? "units" : "other";
}

/** Findings about a file as such, with what was wanted in its place, so that they say what to give instead. */
export function wantedHere(findings: readonly Finding[], wanted: Wanted): readonly Finding[] {
  return findings.map((found) =>
    /^(?:file|zip|xml|cells)\//u.test(found.code) && found.severity === "error"
      ? finding(found.code, found.severity, { ...found, data: { ...found.data, wanted } })
      : found,
  );
}
