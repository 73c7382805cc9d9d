// Reading targets out of a resolution: what other rooms may use.
export type { ExtractedTarget, Extraction, OutlineItem } from "./extract.js";
export { extractTargets } from "./extract.js";
export type { Draft, OpenPoint } from "./draft.js";
export { draftDefinition } from "./draft.js";
export { placeAt, targetsIn } from "./selection.js";
export { usualYear } from "./usual-year.js";
