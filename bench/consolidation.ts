// Speed and memory of consolidating a large round through the command line, against exceljs only loading the same files.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ExcelJS from "exceljs";
import { roundOf } from "../test/helpers/filled-round.js";
import { writeReturnedForms } from "./returned-forms.js";

export interface ConsolidationTimes {
  readonly units: number;
  readonly seconds: number;
  readonly peakMB: number;
  /** A second run after so many files have changed. */
  readonly againSeconds: number;
  readonly changed: number;
  /** exceljs loading the same files and doing nothing else; measured on `sample` of them, spread over the folder. */
  readonly exceljsSeconds: number;
  readonly sample: number;
  readonly ratio: number;
}

const TEMPLATE = "nq-lam-dong-2024";
const SAMPLE = 120;
const PROGRAM = path.join(import.meta.dirname, "../bin/tonghop.mjs");
const PEAK = "process.on('exit',()=>process.stderr.write('\\npeak '+process.resourceUsage().maxRSS+'\\n'))";

/** Generates the forms of a round in a temporary folder, consolidates them twice, and compares with exceljs. */
export async function consolidationTimes(units: number): Promise<ConsolidationTimes> {
  const folder = mkdtempSync(path.join(tmpdir(), "tonghop-bench-"));
  try {
    const files = await writeReturnedForms(roundOf(TEMPLATE, units), folder);
    const sampled = files.filter((_file, i) => i % Math.max(1, Math.floor(files.length / SAMPLE)) === 0);
    const first = await exceljsSeconds(sampled.slice(0, Math.ceil(sampled.length / 2)));
    const run = consolidateOnce(folder);
    const second = await exceljsSeconds(sampled.slice(Math.ceil(sampled.length / 2)));
    const changed = Math.max(1, Math.round(units / 100));
    for (const file of files.slice(0, changed)) writeFileSync(file, readFileSync(file).subarray(0, 9000));
    const again = consolidateOnce(folder);
    const exceljs = ((first + second) / sampled.length) * units;
    return {
      units,
      seconds: run.seconds,
      peakMB: run.peakMB,
      againSeconds: again.seconds,
      changed,
      exceljsSeconds: exceljs,
      sample: sampled.length,
      ratio: run.seconds / exceljs,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function consolidateOnce(folder: string): { seconds: number; peakMB: number } {
  const started = performance.now();
  const words = ["consolidate", "so.xlsx", "da-nop", "--out", "tong-hop.xlsx"];
  const flags = ["--import", `data:text/javascript,${encodeURIComponent(PEAK)}`];
  const ran = spawnSync(process.execPath, [...flags, PROGRAM, ...words], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  const seconds = (performance.now() - started) / 1000;
  if (ran.status === null || ran.status > 1) throw new Error(ran.stderr);
  const peaks = [...ran.stderr.matchAll(/peak (\d+)/gu)].map((match) => Number(match[1]) / 1024);
  return { seconds, peakMB: Math.max(...peaks) };
}

async function exceljsSeconds(files: readonly string[]): Promise<number> {
  const started = performance.now();
  for (const file of files) await new ExcelJS.Workbook().xlsx.load(readFileSync(file).buffer as ArrayBuffer);
  return (performance.now() - started) / 1000;
}
