// Looking for words among findings: in their sentence, the file's path, the unit's code and name.
import { bareText } from "../core/text.js";
import type { Unit } from "../core/definition/unit.js";
import type { FoundAt } from "./engine.js";

/**
 * The findings that have the words; case and marks do not matter.
 * @param sentence of a finding, in the language that is read
 */
export function search(
  found: readonly FoundAt[],
  wanted: string,
  sentence: (finding: FoundAt["finding"]) => string,
  units: readonly Unit[],
): readonly FoundAt[] {
  const bare = bareText(wanted);
  if (bare === "") return found;
  const names = new Map(units.map(({ code, name }) => [code, `${code} ${name}`]));
  return found.filter(({ finding, file }) => {
    const code = finding.unit ?? file?.unit ?? "";
    return bareText(`${sentence(finding)} ${file?.path ?? ""} ${names.get(code) ?? code}`).includes(bare);
  });
}
