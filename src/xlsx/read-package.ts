// The parts of a workbook package and the relationships between them.
import type { Codec } from "./codec.js";
import { fail } from "./fault.js";
import { XmlScanner } from "./xml.js";
import { partText } from "./xml-text.js";
import { entryBytes, type Zip } from "./zip-read.js";

export interface Relationship {
  /** Last word of the type, e.g. `worksheet`; the same in the transitional and the strict vocabulary. */
  readonly kind: string;
  /** Part name, or the address as written when it lies outside the file. */
  readonly target: string;
  readonly external: boolean;
}

/** Access to the parts; remembers which entries have been checked. */
export interface Package {
  readonly zip: Zip;
  readonly has: (part: string) => boolean;
  /** Text of an XML part; throws a content fault when it is missing, damaged or not allowed. */
  readonly text: (part: string) => string;
  /** Relationships of a part by id, empty when it has none; `""` asks for those of the package. */
  readonly relationships: (part: string) => ReadonlyMap<string, Relationship>;
  /** Checks size and CRC-32 of all entries not read so far. */
  readonly verifyRest: () => void;
}

const PACKAGE_RELATIONS: readonly string[] = [
  "http://schemas.openxmlformats.org/package/2006/relationships",
  "http://purl.oclc.org/ooxml/package/relationships",
];

/** A package over an opened zip. */
export function openPackage(zip: Zip, codec: Codec): Package {
  const checked = new Set<string>();
  const has = (part: string): boolean => zip.byName.has(part.toLowerCase());
  const text = (part: string): string => {
    const entry = zip.byName.get(part.toLowerCase());
    if (entry === undefined) return fail("file/missing-part", { data: { part } });
    checked.add(entry.name);
    return partText(entryBytes(entry, codec), part);
  };
  const relationships = (part: string): ReadonlyMap<string, Relationship> => {
    const relations = relationsPart(part);
    return has(relations) ? readRelationships(text(relations), relations, folderOf(part)) : new Map();
  };
  const verifyRest = (): void => {
    for (const entry of zip.entries) if (!checked.has(entry.name)) entryBytes(entry, codec);
  };
  return { zip, has, text, relationships, verifyRest };
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

function relationsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function readRelationships(text: string, part: string, folder: string): ReadonlyMap<string, Relationship> {
  const relations = new Map<string, Relationship>();
  const scanner: XmlScanner = new XmlScanner(text, part);
  for (let kind = scanner.next(); kind !== "eof"; kind = scanner.next()) {
    if (kind !== "start" || scanner.local !== "Relationship" || !PACKAGE_RELATIONS.includes(scanner.namespace)) continue;
    const id = scanner.attribute("Id");
    const target = scanner.attribute("Target");
    if (id === null || target === null || relations.has(id)) scanner.malformed();
    const external = scanner.attribute("TargetMode") === "External";
    const type = scanner.attribute("Type") ?? "";
    relations.set(id, {
      kind: type.slice(type.lastIndexOf("/") + 1),
      target: external ? target : resolvePart(folder, target),
      external,
    });
  }
  return relations;
}

/** Name of the part that a target names, seen from a folder. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
