// Spoils filled forms at random and looks for what must never happen: a crash, a hang, or a report that counts with other figures than the file's.
// npm run fuzz -- --seconds 60 --seed 1    or    npm run fuzz -- --mutants 20000 --seed 1
import { parseArgs } from "node:util";
import { nodeHost } from "../src/cli/host.js";
import { counts } from "../src/core/round/file-report.js";
import { EXPLANATION_SUFFIX } from "../src/core/submission/explanations.js";
import { fillForm, readReport, unfold } from "../src/workflow.js";
import { packed, partsOf, type FormParts } from "../test/helpers/edit-form.js";
import { filledRound, type FilledForm, type FilledRound } from "../test/helpers/filled-round.js";
import { unfounded } from "../test/helpers/second-reader.js";
import { seeded } from "../test/helpers/sample-round.js";

const MOST_MS = 10_000;

type Random = () => number;
type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

const below = (random: Random, most: number): number => Math.floor(random() * most);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

const BYTES: Readonly<Record<string, Mutation>> = {
  flip: (bytes, random) => {
    const copy = bytes.slice();
    for (let times = 1 + below(random, 4); times > 0; times--) copy[below(random, copy.length)]! ^= 1 << below(random, 8);
    return copy;
  },
  cut: (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  drop: (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(random, 200))]);
  },
  double: (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - below(random, 500))), bytes.subarray(at)]);
  },
  overwrite: (bytes, random, other) => {
    const copy = bytes.slice();
    const at = below(random, copy.length);
    copy.set(other.subarray(at, Math.min(at + 1 + below(random, 400), copy.length, other.length)), at);
    return copy;
  },
};

const SNIPPETS = [
  "<",
  ">",
  "&",
  "&amp;",
  "&#x31;",
  "&#49;",
  "]]>",
  "<!--",
  "-->",
  "<!--9-->",
  "<![CDATA[7]]>",
  "<?x?>",
  "</row>",
  "</c>",
  "<v>9</v>",
  '<c r="A1"><v>1</v></c>',
  ' r="B2"',
  ' t="s"',
  ' t="str"',
  ' t="b"',
  ' t="e"',
  ' t="inlineStr"',
  ' s="99999"',
  "1",
  "9",
  "-",
  ",",
  ".",
  "E5",
  "\u00a0",
  "\u200b",
  "\u0000",
  "Đ",
  "đ",
  " ",
  '<row r="3">',
  "<f>1+1</f>",
  "xmlns=''",
  'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
  "<x:v>5</x:v>",
  "<!DOCTYPE x>",
  "_x0031_",
  "<is><t>5</t></is>",
];

/** The parts with one part's text changed. */
function inPart(
  bytes: Uint8Array,
  random: Random,
  edit: (xml: string, random: Random) => string,
  which = /\.(?:xml|rels)$/u,
): Uint8Array {
  const parts: FormParts = partsOf(bytes);
  const name = pick(
    random,
    [...parts.keys()].filter((one) => which.test(one)),
  );
  return packed(parts.set(name, Buffer.from(edit(Buffer.from(parts.get(name)!).toString("utf8"), random))));
}

const SHEETS = /worksheets\/sheet\d+\.xml$/u;

function swapElements(xml: string, random: Random, pattern: RegExp): string {
  const found = [...xml.matchAll(pattern)];
  if (found.length < 2) return xml;
  const [a, b] = [pick(random, found), pick(random, found)].sort((one, two) => one.index - two.index) as [
    RegExpExecArray,
    RegExpExecArray,
  ];
  if (a.index + a[0].length > b.index) return xml;
  return xml.slice(0, a.index) + b[0] + xml.slice(a.index + a[0].length, b.index) + a[0] + xml.slice(b.index + b[0].length);
}

const PARTS: Readonly<Record<string, Mutation>> = {
  insert: (bytes, random) =>
    inPart(bytes, random, (xml) => {
      const at = below(random, xml.length);
      return xml.slice(0, at) + pick(random, SNIPPETS) + xml.slice(at);
    }),
  insertInSheet: (bytes, random) =>
    inPart(
      bytes,
      random,
      (xml) => {
        const marks = [...xml.matchAll(/<v>|<\/v>|<c |<\/c>|<row |<f>| s="/gu)];
        const at = marks.length === 0 ? 0 : pick(random, marks).index + below(random, 4);
        return xml.slice(0, at) + pick(random, SNIPPETS) + xml.slice(at);
      },
      SHEETS,
    ),
  remove: (bytes, random) =>
    inPart(bytes, random, (xml) => {
      const at = below(random, xml.length);
      return xml.slice(0, at) + xml.slice(at + 1 + below(random, 80));
    }),
  swapRows: (bytes, random) => inPart(bytes, random, (xml) => swapElements(xml, random, /<row .*?<\/row>/gsu), SHEETS),
  swapCells: (bytes, random) =>
    inPart(bytes, random, (xml) => swapElements(xml, random, /<c [^>]*?(?:\/>|>.*?<\/c>)/gsu), SHEETS),
  dropCell: (bytes, random) =>
    inPart(
      bytes,
      random,
      (xml) => xml.replace(pick(random, [...xml.matchAll(/<c [^>]*?(?:\/>|>.*?<\/c>)/gsu)])?.[0] ?? "", ""),
      SHEETS,
    ),
  renumberRow: (bytes, random) =>
    inPart(
      bytes,
      random,
      (xml) =>
        xml.replace(new RegExp(`<row r="${String(1 + below(random, 60))}"`, "u"), `<row r="${String(1 + below(random, 90))}"`),
      SHEETS,
    ),
  digit: (bytes, random) =>
    inPart(
      bytes,
      random,
      (xml) => {
        const found = [...xml.matchAll(/<v>(\d+)<\/v>/gu)];
        if (found.length === 0) return xml;
        const { index } = pick(random, found);
        return `${xml.slice(0, index + 3)}${String(below(random, 10))}${xml.slice(index + 3 + below(random, 2))}`;
      },
      SHEETS,
    ),
  dropPart: (bytes, random) => {
    const parts = partsOf(bytes);
    parts.delete(pick(random, [...parts.keys()]));
    return packed(parts);
  },
  swapParts: (bytes, random) => {
    const parts = partsOf(bytes);
    const [a, b] = [pick(random, [...parts.keys()]), pick(random, [...parts.keys()])];
    const data = parts.get(a)!;
    return packed(parts.set(a, parts.get(b)!).set(b, data));
  },
  foreignPart: (bytes, random, other) => {
    const name = pick(random, [...partsOf(bytes).keys()]);
    return packed(partsOf(bytes).set(name, partsOf(other).get(name) ?? new Uint8Array(0)));
  },
};

const MUTATIONS = Object.entries({ ...BYTES, ...PARTS });

/** The form with everything in it that a form may hold: explanations and the number of a second report too. */
function fullyFilled(form: FilledForm, { round }: FilledRound): FilledForm {
  const about = round.layout(form.unit).inputs.filter(({ role }) => role === "explanation");
  const explanations = new Map(
    about.slice(0, 4).map(({ name }, i) => [name.slice(0, -EXPLANATION_SUFFIX.length), `Do bận mùa vụ, lần ${String(i + 1)}`]),
  );
  const filled = { ...form.filled, submissionNumber: 2, explanations };
  return { ...form, filled, bytes: fillForm(form.blank, round, filled, nodeHost) };
}

interface Tally {
  mutants: number;
  counted: number;
  slowest: number;
  readonly outcomes: Map<string, number>;
  readonly faults: string[];
}

function run(made: FilledRound, seed: number, index: number, tally: Tally): void {
  const random = seeded(seed * 1_000_003 + index);
  const form = pick(random, made.forms);
  const [name, mutate] = pick(random, MUTATIONS);
  const label = `seed ${String(seed)} mutant ${String(index)} (${name}, ${form.unit.code})`;
  const bytes = mutate(form.bytes, random, pick(random, made.forms).bytes);
  const before = process.cpuUsage();
  try {
    for (const source of unfold({ path: form.name, bytes }, nodeHost)) {
      const report = readReport(source, made.round, nodeHost);
      const wrong = unfounded(report, form.filled, made.round.layout(form.unit), bytes);
      if (wrong !== null) tally.faults.push(`${label}: ${wrong}`);
      tally.counted += counts(report.outcome) ? 1 : 0;
      tally.outcomes.set(report.outcome, (tally.outcomes.get(report.outcome) ?? 0) + 1);
    }
  } catch (problem) {
    tally.faults.push(`${label}: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
  }
  // Time of this program alone: on a busy machine any mutant may have to wait.
  const used = process.cpuUsage(before);
  const took = (used.user + used.system) / 1000;
  if (took > MOST_MS) tally.faults.push(`${label}: ${String(Math.round(took))} ms`);
  tally.slowest = Math.max(tally.slowest, took);
  tally.mutants++;
}

const { values } = parseArgs({
  options: {
    seconds: { type: "string" },
    seed: { type: "string" },
    mutants: { type: "string" },
    template: { type: "string" },
    only: { type: "string" },
  },
});
const seed = Number(values.seed ?? 1);
const until = values.mutants === undefined ? Date.now() + Number(values.seconds ?? 30) * 1000 : Infinity;
const most = Number(values.mutants ?? Infinity);
/** Of twelve forms the four with the most rows in their lists. */
const round = await filledRound(values.template ?? "kl-09-btctw-2024", 12, seed);
const rowsOf = ({ filled }: FilledForm): number => [...filled.figures.lists.values()].reduce((sum, rows) => sum + rows.length, 0);
const fullest = [...round.forms].sort((a, b) => rowsOf(b) - rowsOf(a)).slice(0, 4);
const made: FilledRound = { ...round, forms: fullest.map((form) => fullyFilled(form, round)) };
process.stderr.write(
  `${String(fullest.reduce((sum, form) => sum + rowsOf(form), 0))} rows of lists in the forms that are spoiled\n`,
);
const tally: Tally = { mutants: 0, counted: 0, slowest: 0, outcomes: new Map(), faults: [] };
const first = Number(values.only ?? 0);
for (let index = first; index < (values.only === undefined ? most : first + 1) && Date.now() < until; index++) {
  run(made, seed, index, tally);
  if (index % 1000 === 999) process.stderr.write(`${String(index + 1)} mutants, ${String(tally.faults.length)} forbidden\n`);
}
for (const fault of tally.faults.slice(0, 20)) process.stdout.write(`${fault}\n`);
const ended = [...tally.outcomes].map(([outcome, count]) => `${outcome} ${String(count)}`).join(", ");
process.stdout.write(
  `seed ${String(seed)}: ${String(tally.mutants)} mutants, ${ended}; slowest ${tally.slowest.toFixed(0)} ms; forbidden ends: ${String(tally.faults.length)}\n`,
);
process.exitCode = tally.faults.length === 0 ? 0 : 1;
