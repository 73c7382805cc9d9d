// Spoils the XML of sound workbooks at random: what our reader then sees in place of what it saw, SheetJS must see too.
import { readFileSync, statSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { OTHERS, ourReading, type BookView, type OurReading } from "../test/helpers/book-views.js";
import { compareViews } from "../test/helpers/compare-views.js";
import { packed, partsOf } from "../test/helpers/edit-form.js";
import { seeded } from "../test/helpers/sample-round.js";
import type { SeenDifference } from "./compare-child.js";

export interface MutantReport {
  mutants: number;
  /** Those that our reader does not refuse, and those of them in which it sees something else than before. */
  accepted: number;
  changed: number;
  readonly unexplained: (SeenDifference & { readonly file: string; readonly mutant: string })[];
}

export interface MutantOptions {
  readonly mutants: number;
  readonly seed: number;
  readonly step?: (done: number) => void;
  /** Our reading, unless a test gives another. */
  readonly read?: (bytes: Uint8Array) => OurReading;
}

interface Mutant {
  readonly bytes: Uint8Array;
  /** What was done to it, and where. */
  readonly what: string;
}

type Random = () => number;

const MOST_BYTES = 50_000;
const PARTS = /(?:worksheets\/[^/]*|sharedStrings|workbook|styles)\.xml$|workbook\.xml\.rels$/u;
const MARKS = /<\/?[a-z:]*(?:v|c|row|f|is|t|si|r|sst|sheetData)\b| [a-z]+="/gu;
/** What XML lets two readers see in two ways by right (comments, CDATA, instructions, line ends, escapes) is left out: SheetJS is no judge of it. */
const SNIPPETS = [
  ..."<>&/'\"-,.19st \u00a0",
  "&#49;",
  "</row>",
  "</c>",
  "<v>9</v>",
  '<c r="A1"><v>1</v></c>',
  '<row r="3">',
  ' r="B2"',
  ' t="s"',
  ' t="str"',
  ' t="b"',
  ' t="inlineStr"',
  "E5",
  "<f>1+1</f>",
  "xmlns=''",
  'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
  "x:",
  "<x:v>5</x:v>",
  "<is><t>5</t></is>",
  "<si><t>q</t></si>",
  "<sheetData/>",
];

const below = (random: Random, most: number): number => Math.floor(random() * most);
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)]!;

/** Compares mutants of the files; the same seed makes the same ones. */
export async function compareMutants(files: readonly string[], options: MutantOptions): Promise<MutantReport> {
  const { mutants, seed, step = () => undefined, read = ourReading } = options;
  const report: MutantReport = { mutants: 0, accepted: 0, changed: 0, unexplained: [] };
  const small = files.filter((file) => statSync(file).size <= MOST_BYTES);
  if (small.length === 0) return report;
  for (let index = 0; index < mutants; index++) {
    const random = seeded(seed * 1_000_003 + index);
    const file = pick(random, small);
    const bytes = readFileSync(file);
    const before = read(bytes).view;
    report.mutants++;
    step(report.mutants);
    if (before !== null) await take(file, before, spoilt(bytes, random), read, report);
  }
  return report;
}

async function take(
  file: string,
  before: BookView,
  { bytes, what }: Mutant,
  read: (bytes: Uint8Array) => OurReading,
  report: MutantReport,
): Promise<void> {
  const { view, same } = read(bytes);
  const note = (one: SeenDifference): number => report.unexplained.push({ ...one, file, mutant: what });
  if (!same) note({ who: "the codec of the browser", sheet: null, cell: null, ours: "other cells or findings", theirs: null });
  if (view === null) return;
  report.accepted++;
  if (isDeepStrictEqual(view, before)) return;
  report.changed++;
  let theirs;
  try {
    theirs = await OTHERS.SheetJS(bytes);
  } catch {
    return;
  }
  const [first] = compareViews(view, theirs, "SheetJS").unexplained;
  if (first !== undefined) note({ who: "SheetJS", sheet: first.sheet, cell: first.cell, ours: first.ours, theirs: first.theirs });
}

/** The workbook with one part spoiled in one place, mostly beside a tag or an attribute that matters. */
function spoilt(bytes: Uint8Array, random: Random): Mutant {
  const parts = partsOf(bytes);
  const names = [...parts.keys()];
  const telling = names.filter((one) => PARTS.test(one));
  const name = pick(random, telling.length > 0 ? telling : names);
  const xml = Buffer.from(parts.get(name)!).toString("utf8");
  const marks = [...xml.matchAll(MARKS)];
  const near = marks.length > 0 && random() < 0.8;
  const at = near ? Math.max(0, pick(random, marks).index + below(random, 9) - 2) : below(random, xml.length);
  const snippet = pick(random, SNIPPETS);
  const lengths = [0, 1, 1 + below(random, 6), 1 + below(random, 60)] as const;
  const kind = below(random, lengths.length);
  const lost = xml.slice(at, at + lengths[kind]!);
  const added = kind < 2 ? snippet : "";
  const made = xml.slice(0, at) + added + xml.slice(at + lost.length);
  return {
    bytes: packed(parts.set(name, Buffer.from(made))),
    what: `${name} at ${String(at)}: ${JSON.stringify(lost)} becomes ${JSON.stringify(added)}`,
  };
}
