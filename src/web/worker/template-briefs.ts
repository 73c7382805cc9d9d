// What the page offers to choose from, without the definitions themselves.
import { resolutionName } from "../../core/definition/resolution.js";
import type { Resolution } from "../../core/definition/resolution.js";
import { foldText } from "../../core/text.js";
import type { TemplateBrief } from "../../ui/engine.js";

/** Of each built-in definition the parts that are shown, put in by the build. */
declare const BUILT_IN_BRIEFS: readonly {
  readonly id: string;
  readonly resolution: Resolution;
  readonly targets: number;
  readonly fields: number;
  readonly kinds: readonly string[];
}[];

/** The newest first. */
export function templateBriefs(): readonly TemplateBrief[] {
  const newest = [...BUILT_IN_BRIEFS].sort((a, b) => ((a.resolution.date ?? "") < (b.resolution.date ?? "") ? 1 : -1));
  return newest.map(({ id, resolution, targets, fields, kinds }) => ({
    id,
    title: resolutionName(resolution),
    abstract: resolution.abstract,
    issuer: resolution.issuer,
    year: yearOf(resolution),
    targets,
    fields,
    kinds: [...new Map(kinds.map((kind) => [foldText(kind), kind])).values()],
  }));
}

/** The last year that the abstract names, else that of the date. */
function yearOf({ abstract, date }: Resolution): string {
  const named = [...abstract.matchAll(/\b20\d\d\b/gu)].map(([year]) => year);
  return named[named.length - 1] ?? date?.slice(0, 4) ?? "";
}
