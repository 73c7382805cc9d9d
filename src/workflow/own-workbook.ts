// Which of our own workbooks a workbook is, so that one in the place of another is named instead of taken apart.
import type { WorkbookCells } from "../core/cells.js";
import { findSheet } from "../core/control/control-rows.js";
import { FIELD_TABLE, INFO_SHEET, TARGET_TABLE, UNIT_TABLE } from "../core/control/control-tables.js";
import type { Finding } from "../core/finding.js";
import { finding } from "../core/finding.js";
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

/** The one finding that says what the workbook is and which one is wanted; empty when it is the wanted one or none of ours. */
export function otherWorkbook(workbook: WorkbookCells, wanted: OwnWorkbook): readonly Finding[] {
  const found = kindOfWorkbook(workbook);
  return found === null || found === wanted ? [] : [finding("file/other-workbook", "error", { found, expected: wanted })];
}
