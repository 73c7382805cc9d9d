// A small round for tests of the pane: control workbook, filled forms on disk, one of them faulty, and an Excel that holds any of them.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { nodeHost } from "../../src/cli/host.js";
import type { WorkbookCells } from "../../src/core/cells.js";
import { consolidate, consolidatedWorkbook, readReport } from "../../src/workflow.js";
import { readWorkbook } from "../../src/xlsx/read-workbook.js";
import { ExcelHost } from "../helpers/excel-host/excel-host.js";
import { hostSheet, openedWorkbook, type } from "../helpers/excel-host/host-workbook.js";
import type { FilledRound } from "../helpers/filled-round.js";
import { filledRound } from "../helpers/filled-round.js";

export interface PaneRound extends FilledRound {
  /** Addresses of the filled forms on disk. */
  readonly files: readonly string[];
  /** What the command line makes of them. */
  readonly consolidated: Uint8Array;
  remove(): void;
}

export async function paneRound(units: number): Promise<PaneRound> {
  const made = await filledRound("nq-lam-dong-2024", units);
  const folder = mkdtempSync(path.join(tmpdir(), "tonghop-pane-"));
  const files = made.forms.map(({ name, bytes }) => {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return file;
  });
  const reports = made.forms.map(({ name, bytes }) => readReport({ path: name, bytes }, made.round, nodeHost));
  const consolidated = await consolidatedWorkbook(consolidate(made.round.definition, reports));
  return { ...made, files, consolidated, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** An Excel in which a file was opened. */
export function excelWith(bytes: Uint8Array, name: string, level = 1.17): ExcelHost {
  return new ExcelHost({ workbook: openedWorkbook(cellsOf(bytes), name), level });
}

export function cellsOf(bytes: Uint8Array): WorkbookCells {
  const { workbook, findings } = readWorkbook(bytes, nodeHost.codec);
  if (workbook === null) throw new Error(findings.map(({ message }) => message).join("\n"));
  return workbook;
}

/** An Excel in which a form is open whose first figures are words. */
export function excelWithFaults({ forms, round }: PaneRound): ExcelHost {
  const host = excelWith(forms[0]!.bytes, forms[0]!.name);
  const report = hostSheet(host.workbook, "Báo cáo")!;
  for (const { id } of round.definition.fields.slice(0, 3)) {
    const place = host.workbook.names.find(({ name }) => name === id)!.area;
    type(report, place.top, place.left, "khoảng hai trăm");
  }
  return host;
}
