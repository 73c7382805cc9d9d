// The files of a demonstration round: filled forms with made-up figures, and the mishaps of real life among them.
import type { Figures } from "../core/figure/figures.js";
import { madeUpFigures } from "../core/made-up/figures.js";
import type { Submission } from "../core/submission/submission.js";
import type { Unit } from "../core/definition/unit.js";
import { unitVerdicts } from "../core/verdict/verdicts.js";
import { fillForm } from "./fill-form.js";
import type { MadeForm } from "./make-forms.js";
import type { Host, Round } from "./round.js";

export interface DemoFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Comes after the first consolidation. */
  readonly late: boolean;
}

export interface DemoRound {
  readonly files: readonly DemoFile[];
  /** One sentence for each mishap, with the file that it is in. */
  readonly mishaps: readonly string[];
}

type Filled = Omit<Submission, "period">;

/** One way in which a unit's report goes wrong. */
interface Mishap {
  readonly what: string;
  readonly files: (form: MadeForm, filled: Filled, fill: (filled: Filled) => Uint8Array) => readonly DemoFile[];
}

const file = (name: string, bytes: Uint8Array, late = false): DemoFile => ({ name, bytes, late });
const copyName = (form: MadeForm, mark: string): string => form.fileName.replace(/\.xlsx$/u, ` ${mark}.xlsx`);

const MISHAPS: readonly Mishap[] = [
  { what: "chưa gửi báo cáo", files: () => [] },
  { what: "gửi muộn, sau lần tổng hợp đầu", files: (form, filled, fill) => [file(form.fileName, fill(filled), true)] },
  {
    what: "bỏ trống một số liệu bắt buộc",
    files: (form, filled, fill) => [file(form.fileName, fill(withFirst(filled, () => null)))],
  },
  {
    what: "gõ chữ “12 tr” vào ô số",
    files: (form, filled, fill) => [file(form.fileName, fill(withFirst(filled, () => "12 tr")))],
  },
  {
    what: "gửi hai lần cùng một tệp",
    files: (form, filled, fill) => [file(form.fileName, fill(filled)), file(copyName(form, "- Copy"), fill(filled))],
  },
  {
    what: "gửi hai tệp cùng lần báo cáo nhưng khác số",
    files: (form, filled, fill) => [
      file(form.fileName, fill(filled)),
      file(copyName(form, "(1)"), fill(withFirst(filled, (value) => Number(value) + 1))),
    ],
  },
  {
    what: "gửi lại với lần báo cáo 2",
    files: (form, filled, fill) => [
      file(form.fileName, fill(filled)),
      file(copyName(form, "lần 2"), fill({ ...filled, submissionNumber: 2 })),
    ],
  },
  { what: "tệp bị hỏng khi chép (cụt nửa sau)", files: (form, filled, fill) => [file(form.fileName, half(fill(filled)))] },
];

/**
 * Fills the forms of a round; every mishap happens to one unit, spread over the list.
 * @param forms blank forms of all units
 * @param seed the same seed gives the same files
 */
export function demoRound(round: Round, forms: readonly MadeForm[], seed: number, host: Host): DemoRound {
  const struck = new Map(MISHAPS.map((mishap, i) => [Math.floor(((i + 0.5) * forms.length) / MISHAPS.length), mishap]));
  const files: DemoFile[] = [];
  const mishaps: string[] = [];
  forms.forEach((form, i) => {
    const filled = madeUp(round, form.unit, seed + i);
    const fill = (figures: Filled): Uint8Array => fillForm(form.bytes, round, figures, host);
    const mishap = struck.get(i);
    const own = mishap?.files(form, filled, fill) ?? [file(form.fileName, fill(filled))];
    files.push(...own);
    if (mishap !== undefined) mishaps.push(`${form.unit.code} ${form.unit.name}: ${mishap.what}.`);
  });
  return { files, mishaps };
}

function madeUp(round: Round, unit: Unit, seed: number): Filled {
  const figures = madeUpFigures(round.definition, unit, seed);
  return { unit: unit.code, submissionNumber: 1, figures, explanations: madeUpExplanations(round, unit, figures, seed) };
}

const EXPLANATIONS: readonly string[] = [
  "Một số đồng chí đi công tác, nghỉ ốm trong đợt; sẽ hoàn thành trong quý tới.",
  "Đơn vị mới sáp nhập, đang sắp xếp lại tổ chức; đã giao người phụ trách, có lịch cụ thể.",
  "Nguồn còn ít; đã lập danh sách bồi dưỡng để bổ sung trong kỳ sau.",
];

/** Two units of three say why they miss a target; the others have to be asked. */
function madeUpExplanations(round: Round, unit: Unit, figures: Figures, seed: number): ReadonlyMap<string, string> {
  if (seed % 3 === 0) return new Map();
  const missed = unitVerdicts(round.definition, unit, figures, null).filter(({ verdict }) => verdict === "missed");
  return new Map(missed.map(({ target }, i) => [target, EXPLANATIONS[(seed + i) % EXPLANATIONS.length]!]));
}

/** The same submission with its first count changed. */
function withFirst(filled: Filled, change: (value: number | string | null) => number | string | null): Filled {
  const [id, value] = [...filled.figures.values].find(([, one]) => typeof one === "number" && one > 1) ?? [];
  if (id === undefined) return filled;
  const values = new Map(filled.figures.values).set(id, change(value ?? null));
  return { ...filled, figures: { ...filled.figures, values } };
}

function half(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length / 2));
}
