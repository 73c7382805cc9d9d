// Targets in a passage that a person points at: the person vouches that it sets targets, whatever the words around it say.
import type { ExtractedTarget, Extraction } from "./extract.js";
import { extractTargets } from "./extract.js";
import { usualYear } from "./usual-year.js";

/** A heading under which every quantity counts as set; the dash keeps it apart from what follows. */
const LEAD = "II. CHỈ TIÊU\n- ";

/** Marks that stand before an item of a list. */
const MARKS = /^[\s\-–+•*;,.:)]+/u;

/**
 * The targets of `text.slice(start, end)`, with offsets into the whole text, and clause and section of the place where they stand.
 * Ids are of no use: whoever keeps the targets gives them new ones.
 * @param extraction of the whole text: for clauses, sections and the year that it is about
 */
export function targetsIn(text: string, start: number, end: number, extraction: Extraction): readonly ExtractedTarget[] {
  const marks = MARKS.exec(text.slice(start, end))?.[0].length ?? 0;
  const from = start + marks;
  const { targets } = extractTargets(LEAD + text.slice(from, end));
  const year = usualYear(extraction.targets);
  return targets.flatMap((target) => {
    const at = target.start - LEAD.length;
    if (at < 0) return [];
    const own = { start: from + at, end: target.end - LEAD.length + from };
    return [{ ...target, ...placeAt(own.start, extraction), ...own, due: target.due ?? year }];
  });
}

/** The clause of the paragraph that holds a place, and the headings as a target beside it has them. */
export function placeAt(at: number, { outline, targets }: Extraction): Pick<ExtractedTarget, "clause" | "section"> {
  const item = outline.filter((one) => one.start <= at).at(-1);
  const beside = targets.find(({ clause }) => clause === item?.clause);
  return { clause: item?.clause ?? "", section: beside?.section ?? "" };
}
