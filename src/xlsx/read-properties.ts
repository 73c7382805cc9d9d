// Document properties: when and with which program a file was last saved, as the file says.
import type { Package } from "./read-package.js";
import { XmlScanner } from "./xml.js";

const MOMENT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{5,18}(?:Z|[-+][0-9]{2}:[0-9]{2})?)?$/u;

/** Both are null when the file does not say. */
export function readProperties(
  pack: Package,
  core: string | undefined,
  extended: string | undefined,
): { readonly lastSaved: string | null; readonly application: string | null } {
  const saved = childText(pack, core, "modified");
  const application = childText(pack, extended, "Application");
  return { lastSaved: saved !== null && MOMENT.test(saved) ? saved : null, application: application === "" ? null : application };
}

/** Text of the first child of the part's root with that local name. */
function childText(pack: Package, part: string | undefined, local: string): string | null {
  if (part === undefined || !pack.has(part)) return null;
  return pack.made(part, local, () => firstChild(pack, part, local));
}

function firstChild(pack: Package, part: string, local: string): string | null {
  const scanner = new XmlScanner(pack.source(part));
  while (scanner.next() === "text");
  for (let kind = scanner.next(); kind !== "end" && kind !== "eof"; kind = scanner.next()) {
    if (kind !== "start") continue;
    if (scanner.local === local) return scanner.elementText().trim();
    scanner.skip();
  }
  return null;
}
