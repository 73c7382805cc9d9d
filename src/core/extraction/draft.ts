// From confirmed targets to a draft definition: figures, formulas, usual rules. What the words do not say is left open for a person.
import type { Definition } from "../definition/definition.js";
import type { Rule } from "../definition/rule.js";
import { bareText } from "../text.js";
import type { Comparator, Target } from "../definition/target.js";
import type { Computed, Figures, OpenPoint } from "./draft-figures.js";
import { figuresOf, ratedWhole } from "./draft-figures.js";
import { labelOf, namer } from "./draft-names.js";
import type { ExtractedTarget, Extraction } from "./extract.js";

export type { OpenPoint } from "./draft-figures.js";

export interface Draft {
  readonly definition: Definition;
  /** Questions for a person, in the order of the targets. */
  readonly open: readonly OpenPoint[];
}

/**
 * A definition without units and period from the targets of a resolution.
 * A number that is asked for exactly stays "="; any other bare number becomes "at least", a bare rank "at most"; ranges, bounds and "about" stay as the words say.
 * @param confirmed the targets that a person kept, perhaps corrected; all of the extraction when left out
 */
export function draftDefinition(extraction: Extraction, confirmed: readonly ExtractedTarget[] = extraction.targets): Draft {
  const figures = figuresOf(confirmed);
  const name = namer();
  const ids = new Map(confirmed.map((target) => [target.id, name("ct", target.subject === "" ? target.id : target.subject)]));
  const { resolution } = extraction;
  const letters = resolution.symbol.split("/")[0] ?? "";
  const definition: Definition = {
    id: definitionId(extraction),
    resolution: { ...resolution, abstract: resolution.abstract === "" ? UNKNOWN_ABSTRACT : resolution.abstract },
    form: {
      symbol: `BC-${letters}${resolution.number}`.replace(/-$/u, "-NQ"),
      title: `Báo cáo kết quả thực hiện ${resolution.kind}${numberOf(extraction)}`,
      profile: "dang",
    },
    period: null,
    units: [],
    fields: figures.fields.map((field) => ({ ...field, appliesTo: kindsOfField(field.id, confirmed, figures) })),
    lists: [],
    targets: confirmed.map((target) => targetOf(target, figures.computed.get(target.id)!, ids)),
    rules: rulesOf(confirmed, figures),
  };
  return { definition, open: [...resolutionPoints(extraction), ...figures.open, ...kindPoints(confirmed, ids)] };
}

const UNKNOWN_ABSTRACT = "(chưa rõ trích yếu)";

/** What the heading of the document did not say. */
function resolutionPoints({ resolution }: Extraction): OpenPoint[] {
  const missing = [
    ...(resolution.number === "" ? ["số, ký hiệu"] : []),
    ...(resolution.abstract === "" ? ["trích yếu"] : []),
    ...(resolution.issuer === "" ? ["cơ quan ban hành"] : []),
    ...(resolution.date === null ? ["ngày ban hành"] : []),
  ];
  return missing.length === 0
    ? []
    : [{ target: "", field: "", question: `Không đọc được ${missing.join(", ")} của văn bản. Ghi bổ sung.` }];
}

function numberOf({ resolution }: Extraction): string {
  return resolution.number === "" ? "" : ` số ${resolution.number}-${resolution.symbol}`;
}

function definitionId({ resolution, targets }: Extraction): string {
  const year = resolution.date?.slice(0, 4) ?? targets.find((t) => t.due !== null)?.due?.slice(0, 4) ?? "";
  const parts = bareText([resolution.symbol.split("/")[0], resolution.number, resolution.symbol.split("/")[1], year].join(" "));
  const id = parts
    .split(/[^a-z0-9]+/u)
    .filter((part) => part !== "")
    .join("-");
  return /^[a-z]/u.test(id) ? id : `nghi-quyet${id === "" ? "" : `-${id}`}`;
}

function targetOf(target: ExtractedTarget, computed: Computed, ids: ReadonlyMap<string, string>): Target {
  return {
    id: ids.get(target.id)!,
    clause: target.clause,
    label: labelOf(target.subject === "" ? target.quote.replace(/\s+/gu, " ") : target.subject),
    formula: computed.formula,
    measure: target.measure === "điểm %" ? "%" : target.measure,
    comparator: comparatorOf(target),
    value: target.value,
    upper: target.upper,
    scope: target.scope,
    appliesTo: target.appliesTo ?? [],
    due: target.due,
    parent: target.parent === null ? null : (ids.get(target.parent) ?? null),
  };
}

/** Words right before the number that forbid more as well as less: "đúng 15 thành viên". */
const EXACTLY = /(?:^|\s)(?:đúng|đúng bằng|bằng đúng|chính xác|vừa đúng)\s+(?:là\s+)?[0-9]/iu;

function comparatorOf(target: ExtractedTarget): Comparator {
  if (target.comparator !== "=" || EXACTLY.test(target.quote.normalize("NFC"))) return target.comparator;
  return target.measure === "thứ hạng" ? "<=" : ">=";
}

/** Part ≤ whole for shares, child ≤ parent for counts, parts = total for ratings that add up to 100 %. */
function rulesOf(targets: readonly ExtractedTarget[], figures: Figures): Rule[] {
  const { computed } = figures;
  const name = namer();
  const rules = new Map<string, Rule>();
  const add = (formula: string, message: string, words: string, figure: string): void => {
    const appliesTo = kindsOfField(figure, targets, figures);
    if (!rules.has(formula)) rules.set(formula, { id: name("qt", words), formula, severity: "error", message, appliesTo });
  };
  for (const target of targets) {
    const { numerator, denominator } = computed.get(target.id)!;
    const subject = target.subject.toLowerCase();
    const grows = /tăng|vượt|giảm|so với|tốc độ/u.test(subject);
    if (denominator !== null && !grows)
      add(
        `${numerator}<=${denominator}`,
        `Số "${target.subject}" lớn hơn tổng số. Sửa một trong hai số.`,
        target.subject,
        numerator,
      );
    const parent = targets.find((t) => t.id === target.parent);
    const above = parent === undefined ? undefined : computed.get(parent.id);
    const same =
      above !== undefined &&
      above.denominator === denominator &&
      parent?.measure === target.measure &&
      above.numerator !== numerator;
    if (same && !grows)
      add(
        `${numerator}<=${above.numerator}`,
        `Số "${target.subject}" lớn hơn số mà nó là một phần. Sửa một trong hai số.`,
        `${target.subject} trong`,
        numerator,
      );
  }
  for (const [whole, parts] of ratedGroups(targets, computed))
    add(`${parts.join("+")}=${whole}`, "Các mức xếp loại cộng lại phải bằng tổng số. Sửa số chưa đúng.", `cong ${whole}`, whole);
  return [...rules.values()];
}

/** Ratings of one whole whose percentages add up to 100. */
function ratedGroups(targets: readonly ExtractedTarget[], computed: ReadonlyMap<string, Computed>): [string, string[]][] {
  const groups = new Map<string, ExtractedTarget[]>();
  for (const target of targets) {
    const whole = ratedWhole(target.subject) === null ? null : computed.get(target.id)!.denominator;
    if (whole !== null) groups.set(whole, [...(groups.get(whole) ?? []), target]);
  }
  return [...groups]
    .filter(([, parts]) => parts.length > 2 && Math.abs(parts.reduce((sum, t) => sum + t.value, 0) - 100) < 0.01)
    .map(([whole, parts]) => [whole, parts.map((t) => computed.get(t.id)!.numerator)]);
}

/** Only kinds of unit that a target addresses report its figures; a figure that every unit's targets need is everybody's. */
function kindsOfField(field: string, targets: readonly ExtractedTarget[], { computed }: Figures): readonly string[] {
  const users = targets.filter(({ id }) => computed.get(id)!.numerator === field || computed.get(id)!.denominator === field);
  if (users.some(({ appliesTo = [] }) => appliesTo.length === 0)) return [];
  return [...new Set(users.flatMap(({ appliesTo = [] }) => appliesTo))];
}

/** "mỗi chi bộ cơ sở": which units that is, the list of units decides. */
function kindPoints(targets: readonly ExtractedTarget[], ids: ReadonlyMap<string, string>): OpenPoint[] {
  return targets
    .filter((t) => t.scope !== "total" && t.kind !== null && t.appliesTo === undefined)
    .map((t) => ({
      target: t.id,
      field: ids.get(t.id)!,
      question: `Chỉ tiêu này tính cho từng "${t.kind!}": ghi loại đơn vị phải đạt, đúng như cột Loại của danh sách đơn vị; để trống là mọi đơn vị.`,
    }));
}
