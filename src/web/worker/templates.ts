// The definitions that are built in.
import type { Definition } from "../../core/definition.js";
import { readDefinition } from "../../core/definition-json.js";
import { reference } from "../../core/resolution.js";
import { foldText } from "../../core/text.js";
import type { TemplateBrief } from "../../ui/engine.js";

/** The contents of the folder templates, put in by the build. */
declare const BUILT_IN_TEMPLATES: readonly unknown[];

let read: readonly Definition[] | null = null;

function templates(): readonly Definition[] {
  read ??= BUILT_IN_TEMPLATES.flatMap((json) => {
    const { definition } = readDefinition(json);
    return definition === null ? [] : [definition];
  }).sort((a, b) => ((b.resolution.date ?? "") < (a.resolution.date ?? "") ? -1 : 1));
  return read;
}

/** @throws when there is no such template: the page offers only those that there are */
export function template(id: string): Definition {
  const found = templates().find((one) => one.id === id);
  if (found === undefined) throw new Error(`no template ${id}`);
  return found;
}

/** The newest first. */
export function templateBriefs(): readonly TemplateBrief[] {
  return templates().map((definition) => {
    const { id, resolution, targets, fields } = definition;
    const kinds = new Map([...targets, ...fields].flatMap((part) => part.appliesTo).map((kind) => [foldText(kind), kind]));
    return {
      id,
      title: `${resolution.kind} ${reference(resolution)}`,
      abstract: resolution.abstract,
      issuer: resolution.issuer,
      year: /\b(20\d\d)\b(?!.*\b20\d\d\b)/u.exec(resolution.abstract)?.[1] ?? resolution.date?.slice(0, 4) ?? "",
      targets: targets.length,
      fields: fields.length,
      kinds: [...kinds.values()],
    };
  });
}
