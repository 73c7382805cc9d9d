// Speed of reading, of making forms and of consolidating: ours, exceljs, SheetJS and the limit, in one run.
// npm run bench [-- --json] [-- --units 5000] [-- --scale 100,1000,5000,10000]
import { parseArgs } from "node:util";
import { consolidationTimes, type ConsolidationTimes } from "./consolidation.js";
import { formTimes, readingTimes } from "./reading.js";

const { values } = parseArgs({ options: { json: { type: "boolean" }, units: { type: "string" }, scale: { type: "string" } } });

const say = (line: string): void => void (values.json === true || process.stdout.write(`${line}\n`));

function table(title: string, times: Readonly<Record<string, number>>): void {
  say(title);
  for (const [name, ms] of Object.entries(times)) {
    say(`  ${name.padEnd(10)} ${ms.toFixed(2).padStart(8)} ms  ${(times["exceljs"]! / ms).toFixed(1).padStart(6)} × exceljs`);
  }
}

function line(one: ConsolidationTimes): string {
  const parts = [
    `${String(one.units).padStart(6)} units`,
    `${one.seconds.toFixed(1)} s`,
    `${one.peakMB.toFixed(0)} MB`,
    `again with ${String(one.changed)} changed ${one.againSeconds.toFixed(1)} s`,
    `exceljs loading ${one.exceljsSeconds.toFixed(1)} s`,
    `ratio ${one.ratio.toFixed(3)}`,
  ];
  return `  ${parts.join(" · ")}`;
}

const scale = values.scale?.split(",").map(Number) ?? null;
const reading = scale === null ? await readingTimes() : null;
const forms = scale === null ? await formTimes() : null;
if (reading !== null) table("reading one form", { ...reading });
if (forms !== null) table("making one form", { ...forms });
say("consolidating");
const runs: ConsolidationTimes[] = [];
for (const units of scale ?? [Number(values.units ?? 5000)]) {
  runs.push(await consolidationTimes(units));
  say(line(runs.at(-1)!));
}
if (values.json === true) {
  const consolidation = runs.length === 1 ? runs[0] : runs;
  process.stdout.write(
    `${JSON.stringify({ ...(reading === null ? {} : { reading }), ...(forms === null ? {} : { forms }), consolidation })}\n`,
  );
}
