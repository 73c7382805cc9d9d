// Reads a folder of workbooks with our reader (both codecs), SheetJS and exceljs, and reports every difference that has no name.
// npm run compare -- FOLDER [--json]    or, spoiling the workbooks at random,    npm run compare -- FOLDER --mutants 20000 --seed 1 [--json]
import { fork, type ChildProcess } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { OTHERS, type Other } from "../test/helpers/book-views.js";
import { compareMutants, type MutantReport } from "./compare-mutants.js";
import type { CompareAnswer, CompareTask, SeenDifference } from "./compare-child.js";

const WORKBOOK = /\.(?:xlsx|xlsm|xltx)$/iu;
const SECONDS = 60;
const MEGABYTES = 1536;
const READERS = Object.keys(OTHERS) as readonly Other[];

interface ReaderTally {
  read: number;
  refused: number;
  /** Files on which the reader died or did not end in time. */
  gaveUp: number;
  cells: number;
  same: number;
  unexplained: number;
  readonly named: Record<string, number>;
}

export interface CompareReport {
  files: number;
  sheets: number;
  cells: number;
  /** Files that our reader refuses, by code. */
  readonly refused: Record<string, string[]>;
  readonly readers: Record<Other, ReaderTally>;
  readonly unexplained: (SeenDifference & { readonly file: string })[];
}

type Lost = { readonly kind: "lost" };

/** One process at a time; a reader that hangs or dies costs one answer. */
class Reading {
  private child: ChildProcess | null = null;

  ask(task: CompareTask): Promise<CompareAnswer | Lost> {
    const child = (this.child ??= fork(new URL("./compare-child.ts", import.meta.url), {
      execArgv: ["--import", "tsx", `--max-old-space-size=${String(MEGABYTES)}`],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    }));
    return new Promise((resolve) => {
      const end = (answer: CompareAnswer | Lost): void => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (answer.kind === "lost") this.close();
        resolve(answer);
      };
      const timer = setTimeout(() => end({ kind: "lost" }), SECONDS * 1000);
      child.once("message", (answer) => end(answer as CompareAnswer));
      child.once("exit", () => end({ kind: "lost" }));
      child.send(task);
    });
  }

  close(): void {
    this.child?.kill("SIGKILL");
    this.child = null;
  }
}

/** Workbooks in a folder and its subfolders, by name. */
export function workbooksIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && WORKBOOK.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Compares all workbooks under a folder. */
export async function compareFolder(
  folder: string,
  step: (done: number, all: number) => void = () => undefined,
): Promise<CompareReport> {
  const files = workbooksIn(folder);
  const tally = (): ReaderTally => ({ read: 0, refused: 0, gaveUp: 0, cells: 0, same: 0, unexplained: 0, named: {} });
  const report: CompareReport = {
    files: files.length,
    sheets: 0,
    cells: 0,
    refused: {},
    readers: { SheetJS: tally(), exceljs: tally() },
    unexplained: [],
  };
  const reading = new Reading();
  for (const [index, file] of files.entries()) {
    step(index, files.length);
    await compareFile(file, path.relative(folder, file), reading, report);
  }
  reading.close();
  return report;
}

async function compareFile(file: string, name: string, reading: Reading, report: CompareReport): Promise<void> {
  const note = (who: string, ours: string | null, theirs: string | null): void => {
    report.unexplained.push({ file: name, who, sheet: null, cell: null, ours, theirs });
  };
  const own = await reading.ask({ file, who: null });
  if (own.kind !== "ours") return note("our reader", own.kind, null);
  if (!own.same) note("the codec of the browser", "other cells or findings", null);
  if (own.refused !== null) {
    (report.refused[own.refused] ??= []).push(name);
    return;
  }
  report.sheets += own.sheets;
  report.cells += own.cells;
  for (const who of READERS) {
    const answer = await reading.ask({ file, who });
    take(answer, report.readers[who], name, report);
  }
}

function take(answer: CompareAnswer | Lost, tally: ReaderTally, file: string, report: CompareReport): void {
  if (answer.kind === "lost") tally.gaveUp++;
  else if (answer.kind === "refused") tally.refused++;
  else if (answer.kind === "compared") {
    tally.read++;
    tally.cells += answer.cells;
    tally.same += answer.same;
    tally.unexplained += answer.unexplained;
    for (const [name, count] of answer.named) tally.named[name] = (tally.named[name] ?? 0) + count;
    report.unexplained.push(...answer.shown.map((one) => ({ ...one, file })));
  }
}

/** The report for people. */
function told(report: CompareReport): string {
  const refused = Object.entries(report.refused).map(([code, files]) => `  ${code}: ${String(files.length)}`);
  const readers = Object.entries(report.readers).flatMap(([who, one]) => [
    `${who}: ${String(one.read)} files read, ${String(one.refused)} refused, ${String(one.gaveUp)} given up; ${String(one.cells)} cells, ${String(one.same)} the same, ${String(one.unexplained)} unexplained`,
    ...Object.entries(one.named).map(([name, count]) => `  ${name}: ${String(count)}`),
  ]);
  const unexplained = report.unexplained.map(
    ({ file, who, sheet, cell, ours, theirs }) =>
      `${file} ${sheet ?? ""}!${cell ?? ""}: ours ${JSON.stringify(ours)}, ${who} ${JSON.stringify(theirs)}`,
  );
  return [
    `${String(report.files)} files; read by our reader: ${String(report.sheets)} sheets, ${String(report.cells)} cells; refused:`,
    ...refused,
    ...readers,
    ...(unexplained.length === 0 ? ["nothing is left unexplained"] : ["unexplained:", ...unexplained]),
  ].join("\n");
}

function toldMutants({ mutants, accepted, changed, unexplained }: MutantReport): string {
  return [
    `${String(mutants)} mutants, ${String(accepted)} not refused, ${String(changed)} of them read otherwise; ${String(unexplained.length)} unexplained`,
    ...unexplained.map(
      ({ file, mutant, who, sheet, cell, ours, theirs }) =>
        `${file} ${mutant}\n  ${sheet ?? ""}!${cell ?? ""}: ours ${JSON.stringify(ours)}, ${who} ${JSON.stringify(theirs)}`,
    ),
  ].join("\n");
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { json: { type: "boolean" }, mutants: { type: "string" }, seed: { type: "string" } },
    allowPositionals: true,
  });
  const folder = positionals[0];
  if (folder === undefined) {
    process.stderr.write("Nothing compared: give a folder of workbooks, e.g. npm run compare -- FOLDER\n");
    return;
  }
  const print = <T extends { readonly unexplained: readonly unknown[] }>(report: T, tell: (report: T) => string): void => {
    process.stdout.write(`${values.json === true ? JSON.stringify(report) : tell(report)}\n`);
    process.exitCode = report.unexplained.length === 0 ? 0 : 1;
  };
  if (values.mutants !== undefined) {
    const step = (done: number): void => void (done % 5000 === 0 && process.stderr.write(`${String(done)} mutants\n`));
    const options = { mutants: Number(values.mutants), seed: Number(values.seed ?? 1), step };
    print(await compareMutants(workbooksIn(folder), options), toldMutants);
    return;
  }
  const report = await compareFolder(folder, (done, all) => {
    if (done % 100 === 0) process.stderr.write(`${String(done)}/${String(all)}\n`);
  });
  print(report, told);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
