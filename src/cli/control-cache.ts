// The definition in a control workbook as it was read last time: a country's list of units takes longer to check than everything else.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { RoundDefinition } from "../core/definition/definition.js";
import { readDefinition, writeDefinition } from "../core/definition/definition-json.js";
import { CACHE_FOLDER, programMark } from "./round-cache.js";
import { writeForgettable } from "./write-whole.js";

/** Definitions by the bytes of their workbook. */
export interface ControlCache {
  /** Null when the workbook has to be read. */
  readonly recall: (bytes: Uint8Array) => RoundDefinition | null;
  /** Remembers a definition in which nothing was found worth saying. Never throws for the disk. */
  readonly keep: (bytes: Uint8Array, definition: RoundDefinition) => void;
}

/** Remembers nothing. */
export const NO_CONTROL_CACHE: ControlCache = { recall: () => null, keep: () => undefined };

const FILE = "so-goc.json";
const HASH_DIGITS = 64;

/** The cache beside an output: of one workbook, for this build of the program only. */
export function controlCache(out: string): ControlCache {
  const file = path.join(path.dirname(path.resolve(out)), CACHE_FOLDER, FILE);
  return {
    recall: (bytes) => {
      const text = textOf(file);
      if (text === null || text.slice(0, HASH_DIGITS) !== markOf(bytes, text.slice(HASH_DIGITS))) return null;
      const { definition } = readDefinition(JSON.parse(text.slice(HASH_DIGITS)));
      return definition === null || definition.period === null ? null : { ...definition, period: definition.period };
    },
    keep: (bytes, definition) => {
      const text = JSON.stringify(writeDefinition(definition));
      writeForgettable(file, new TextEncoder().encode(markOf(bytes, text) + text));
    },
  };
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function markOf(workbook: Uint8Array, definition: string): string {
  return createHash("sha256").update(programMark()).update("\n").update(workbook).update("\n").update(definition).digest("hex");
}
