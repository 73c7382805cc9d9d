// The parts of a workbook package and the relationships between them.
import type { Codec } from "./codec.js";
import { fail } from "./fault.js";
import { type Conditions, NO_MEMORY, type PartMemory } from "./part-memory.js";
import { XmlScanner } from "./xml.js";
import { bytewiseText, type PartText, partText } from "./xml-text.js";
import { entryBytes, type Zip, type ZipEntry } from "./zip-read.js";

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
  /**
   * The same, left bytewise where the host can do so.
   * @param cut gives the bytes that are to be read of the part
   */
  readonly source: (part: string, cut?: (bytes: Uint8Array) => Uint8Array) => PartText;
  /** What `make` makes of a part, unless the memory holds it from an earlier workbook (see `PartMemory.recall`). */
  readonly made: <T>(part: string, use: string, make: () => T, conditions?: Conditions<T>) => T;
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
export function openPackage(zip: Zip, codec: Codec, memory: PartMemory = NO_MEMORY): Package {
  const checked = new Set<ZipEntry>();
  const has = (part: string): boolean => zip.byName.has(part.toLowerCase());
  const entryOf = (part: string): ZipEntry => {
    const entry = zip.byName.get(part.toLowerCase());
    if (entry === undefined) return fail("file/missing-part", { data: { part } });
    checked.add(entry);
    return entry;
  };
  const bytes = (part: string): Uint8Array => entryBytes(entryOf(part), codec);
  const text = (part: string): string => partText(bytes(part), part);
  const source: Package["source"] = (part, cut = (whole) => whole) => bytewiseText(cut(bytes(part)), part, codec.bytewise);
  const made: Package["made"] = (part, use, make, conditions) => memory.recall(entryOf(part), use, make, conditions);
  const relationships = (part: string): ReadonlyMap<string, Relationship> => {
    const relations = relationsPart(part);
    if (!has(relations)) return new Map();
    return made(relations, "relationships", () => readRelationships(source(relations), folderOf(part)));
  };
  const verifyRest = (): void => {
    for (const entry of zip.entries)
      if (!checked.has(entry)) memory.recall(entry, "checked", () => entryBytes(entry, codec).length);
  };
  return { zip, has, text, source, made, relationships, verifyRest };
}

function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf("/") + 1);
}

function relationsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function readRelationships(source: PartText, folder: string): ReadonlyMap<string, Relationship> {
  const relations = new Map<string, Relationship>();
  const scanner: XmlScanner = new XmlScanner(source);
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

/** Steps that a path need not have: empty ones, `.` and `..`, and the separator of Windows. */
const ODD_STEP = /(?:^|\/)\.{0,2}(?:\/|$)|\\/u;

/** Name of the part that a target names, seen from a folder. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : folder + target;
  if (!ODD_STEP.test(path)) return path;
  const steps: string[] = [];
  for (const step of path.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}
