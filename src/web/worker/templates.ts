// The definitions that are built in, whole.
import type { Definition } from "../../core/definition/definition.js";
import { readDefinition } from "../../core/definition/definition-json.js";

/** The contents of the folder templates, put in by the build. */
declare const BUILT_IN_TEMPLATES: Readonly<Record<string, unknown>>;

/** @throws when there is no such template: the page offers only those that there are */
export function template(id: string): Definition {
  const { definition } = readDefinition(BUILT_IN_TEMPLATES[id]);
  if (definition === null) throw new Error(`the template ${id} cannot be read`);
  return definition;
}
