// Measures target extraction against labelled folders: `npm run eval:targets -- <folder>… [--json] [--predictions DIR]`.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ExtractedTarget } from "../src/core/extraction/index.js";
import { extractTargets } from "../src/core/extraction/index.js";

interface Label {
  readonly quote: string;
  readonly start: number;
  readonly value: number | readonly number[] | string;
  readonly comparator: string;
  readonly subject: string;
  readonly optional: boolean;
}

interface Prediction {
  readonly start: number;
  readonly end: number;
  readonly value: number | readonly number[];
  readonly comparator: string;
  readonly subject: string;
}

interface Row {
  readonly name: string;
  readonly hit: number;
  readonly missed: number;
  readonly wrong: number;
  readonly comparator: number;
  readonly subject: number;
}

/** The labels call `about` "approx"; a range is a pair. */
function prediction(t: ExtractedTarget): Prediction {
  const comparator = t.comparator === "about" ? "approx" : t.comparator;
  return { start: t.start, end: t.end, value: t.upper === null ? t.value : [t.value, t.upper], comparator, subject: t.subject };
}

function valueKey(value: Label["value"]): string {
  if (typeof value === "string") return value.toLowerCase();
  return JSON.stringify((typeof value === "number" ? [value] : value).map((v) => Number(v.toFixed(4))));
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  );
}

function tokenF1(a: string, b: string): number {
  const x = wordsOf(a);
  const y = wordsOf(b);
  const count = (list: string[], word: string): number => list.filter((w) => w === word).length;
  const common = [...new Set(x)].reduce((sum, word) => sum + Math.min(count(x, word), count(y, word)), 0);
  return x.length > 0 && y.length > 0 ? (2 * common) / (x.length + y.length) : 0;
}

/** A prediction hits a label when their spans overlap and their values are equal; optional labels are neither missed nor wrong. */
function score(name: string, labels: readonly Label[], predicted: readonly Prediction[]): Row {
  const used = new Set<number>();
  let [hit, missed, comparator, subject] = [0, 0, 0, 0];
  for (const label of labels) {
    const end = label.start + label.quote.length;
    const i = predicted.findIndex(
      (p, k) => !used.has(k) && p.start < end && label.start < p.end && valueKey(p.value) === valueKey(label.value),
    );
    if (i >= 0) used.add(i);
    if (label.optional || typeof label.value === "string") continue;
    if (i < 0) missed++;
    else {
      hit++;
      comparator += predicted[i]!.comparator === label.comparator ? 1 : 0;
      subject += tokenF1(predicted[i]!.subject, label.subject);
    }
  }
  return { name, hit, missed, wrong: predicted.length - used.size, comparator, subject };
}

function total(rows: readonly Row[]): Row {
  const sum = (pick: (row: Row) => number): number => rows.reduce((n, row) => n + pick(row), 0);
  return {
    name: "TOTAL",
    hit: sum((r) => r.hit),
    missed: sum((r) => r.missed),
    wrong: sum((r) => r.wrong),
    comparator: sum((r) => r.comparator),
    subject: sum((r) => r.subject),
  };
}

function rates(row: Row): { recall: number; precision: number; comparator: number; subject: number } {
  const share = (a: number, b: number): number => (b === 0 ? 1 : a / b);
  return {
    recall: share(row.hit, row.hit + row.missed),
    precision: share(row.hit, row.hit + row.wrong),
    comparator: share(row.comparator, row.hit),
    subject: share(row.subject, row.hit),
  };
}

function evaluate(folder: string, predictions: string | null): Row[] {
  const names = readdirSync(folder)
    .filter((f) => f.endsWith(".json"))
    .map((f) => f.slice(0, -5))
    .sort();
  return names.map((name) => {
    const { targets } = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as { targets: Label[] };
    const predicted = extractTargets(readFileSync(join(folder, `${name}.txt`), "utf8")).targets.map(prediction);
    if (predictions !== null) writeFileSync(join(predictions, `${name}.json`), JSON.stringify(predicted, null, 1));
    return score(name, targets, predicted);
  });
}

function table(rows: readonly Row[]): string {
  const head = `${"document".padEnd(34)} ${"hit".padStart(4)} ${"missed".padStart(6)} ${"false".padStart(5)}  recall  prec.  comp.  subj.`;
  const lines = rows.map((row) => {
    const r = rates(row);
    const numbers = [r.recall, r.precision, r.comparator, r.subject].map((n) => n.toFixed(3)).join("  ");
    return `${row.name.padEnd(34)} ${String(row.hit).padStart(4)} ${String(row.missed).padStart(6)} ${String(row.wrong).padStart(5)}  ${numbers}`;
  });
  return [head, ...lines].join("\n");
}

function main(args: readonly string[]): number {
  const at = args.indexOf("--predictions");
  const predictions = at >= 0 ? (args[at + 1] ?? null) : null;
  const folders = args.filter((a, i) => !a.startsWith("--") && (at < 0 || i !== at + 1));
  if (folders.length === 0) {
    process.stderr.write("eval:targets <folder>… [--json] [--predictions DIR]\n");
    return 2;
  }
  if (predictions !== null) mkdirSync(predictions, { recursive: true });
  const rows = folders.flatMap((folder) => evaluate(folder, predictions));
  const all = [...rows, total(rows)];
  const json = { documents: rows.map((row) => ({ ...row, ...rates(row) })), total: { ...total(rows), ...rates(total(rows)) } };
  process.stdout.write(args.includes("--json") ? `${JSON.stringify(json, null, 1)}\n` : `${table(all)}\n`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
