// What a summary tells, as data: how many units reported, how many targets are met, who misses what.
import type { UnitState, UnknownFile } from "../core/round/coverage.js";
import { formatNumber } from "../core/format.js";
import type { List } from "../core/definition/field.js";
import type { Target } from "../core/definition/target.js";
import type { Unit } from "../core/definition/unit.js";
import { displayActual, gapText, thresholdText } from "../core/verdict/verdict-text.js";
import type { Verdict, VerdictKind } from "../core/verdict/verdict.js";
import type { ConsolidatedReading, UnitReading } from "./consolidated-reading.js";

/** A unit that misses a target which every unit has to reach. */
export interface Miss {
  readonly unit: Unit;
  readonly target: Target;
  readonly verdict: Verdict;
  /** What the unit wrote about it; empty when nothing. */
  readonly explanation: string;
}

export interface ListCount {
  readonly list: List;
  readonly rows: number;
  readonly units: number;
}

export interface SummaryFacts {
  readonly expected: number;
  /** Units that sent something, and those whose figures are in the totals. */
  readonly received: number;
  readonly counted: number;
  /** Targets by verdict. */
  readonly targets: Readonly<Record<VerdictKind, number>>;
  readonly misses: readonly Miss[];
  /** Units without figures in the totals: missing, returned or held. */
  readonly absent: readonly UnitReading[];
  readonly lists: readonly ListCount[];
  /** Files that do not say whose they are. */
  readonly unknown: readonly UnknownFile[];
}

export function summaryFacts(reading: ConsolidatedReading): SummaryFacts {
  const { units, verdicts } = reading;
  const kinds = (kind: VerdictKind): number => verdicts.filter(({ verdict }) => verdict === kind).length;
  return {
    expected: units.length,
    received: units.filter(({ state }) => state !== "missing").length,
    counted: units.filter(({ figures }) => figures !== null).length,
    targets: { met: kinds("met"), missed: kinds("missed"), unverifiable: kinds("unverifiable") },
    misses: missesOf(reading),
    absent: units.filter(({ figures }) => figures === null),
    lists: listCounts(reading),
    unknown: reading.unknown,
  };
}

/** In the order of the targets, then of the units. */
function missesOf({ definition, units }: ConsolidatedReading): Miss[] {
  return definition.targets.flatMap((target) =>
    units.flatMap(({ unit, verdicts, explanations }) => {
      const verdict = verdicts.find((one) => one.target === target.id && one.verdict === "missed");
      return verdict === undefined ? [] : [{ unit, target, verdict, explanation: explanations.get(target.id) ?? "" }];
    }),
  );
}

function listCounts({ definition, units }: ConsolidatedReading): ListCount[] {
  return definition.lists.map((list) => {
    const rows = units.map(({ figures }) => figures?.lists.get(list.id)?.length ?? 0);
    return { list, rows: rows.reduce((sum, n) => sum + n, 0), units: rows.filter((n) => n > 0).length };
  });
}

/** Units in a state. */
export function unitsIn(facts: SummaryFacts, state: UnitState): readonly Unit[] {
  return facts.absent.filter((one) => one.state === state).map(({ unit }) => unit);
}

/** The lines above the table: who reported, what was reached. */
export function headlines(facts: SummaryFacts): string[] {
  const { expected, received, counted, targets } = facts;
  const all = targets.met + targets.missed + targets.unverifiable;
  const rest = [
    [unitsIn(facts, "missing").length, "chưa gửi"],
    [unitsIn(facts, "returned").length, "bị gửi trả để sửa"],
    [unitsIn(facts, "held").length, "tạm giữ để xác minh"],
  ] as const;
  const others = rest.filter(([count]) => count > 0).map(([count, words]) => `${formatNumber(count)} đơn vị ${words}`);
  const sent = `${formatNumber(received)}/${formatNumber(expected)} đơn vị đã gửi báo cáo; số liệu của ${formatNumber(counted)} đơn vị được tổng hợp`;
  const reached = `${formatNumber(targets.met)}/${formatNumber(all)} chỉ tiêu đạt`;
  const failed = targets.missed > 0 ? [`${formatNumber(targets.missed)} chỉ tiêu chưa đạt`] : [];
  const open = targets.unverifiable > 0 ? [`${formatNumber(targets.unverifiable)} chỉ tiêu chưa đủ số liệu để đánh giá`] : [];
  return [`${[sent, ...others].join("; ")}.`, `${[reached, ...failed, ...open].join("; ")}.`];
}

/** One line for each target that is not met: `Kết nạp đảng viên: 93/100 người, còn thiếu 7 người.` */
export function missedLines({ definition, verdicts }: ConsolidatedReading): string[] {
  return verdicts.flatMap((verdict, index) => {
    const target = definition.targets[index]!;
    if (verdict.verdict !== "missed") return [];
    const gap = gapText(verdict, target, definition);
    return [
      `${target.label}: ${displayActual(verdict, target)} (mức phải đạt ${thresholdText(target)})${gap === "" ? "" : `, ${gap}`}.`,
    ];
  });
}

/** Names of units in one line, the first ten of them. */
export function unitNames(units: readonly Unit[], most = 10): string {
  const names = units
    .slice(0, most)
    .map(({ name }) => name)
    .join("; ");
  return units.length > most ? `${names}; và ${formatNumber(units.length - most)} đơn vị khác` : names;
}
