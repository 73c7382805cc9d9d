// Resolutions: from a file or pasted text to targets, and from confirmed targets to a draft. Loaded at first use.
import type { Definition } from "../../core/definition/definition.js";
import type { ExtractedTarget, OpenPoint } from "../../core/extraction/index.js";
import { targetsIn } from "../../core/extraction/index.js";
import type { ConfirmedTargets, Passage, PickedFile, ResolutionBrief } from "../../ui/engine.js";
import { draftDefinition, readPastedResolution, readResolution } from "../../workflow/read-resolution.js";

export async function resolutionFrom(source: PickedFile | string): Promise<ResolutionBrief> {
  if (typeof source === "string") return readPastedResolution(source);
  return readResolution(new Uint8Array(await source.content.arrayBuffer()), source.path);
}

export function targetsOf({ text, start, end, extraction }: Passage): readonly ExtractedTarget[] {
  return targetsIn(text, start, end, extraction);
}

export function openPointsOf({ extraction, confirmed }: ConfirmedTargets): readonly OpenPoint[] {
  return draftDefinition(extraction, confirmed).open;
}

export function drafted({ extraction, confirmed }: ConfirmedTargets): Definition {
  return draftDefinition(extraction, confirmed).definition;
}
