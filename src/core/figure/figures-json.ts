// The figures of one unit as one line of JSON: for a digest that tells whether somebody changed them later.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Definition } from "../definition/definition.js";
import type { Figures, FigureValue } from "./figures.js";

/**
 * Digest of a unit's figures as they stand in a workbook: control characters, which cells cannot hold, and spaces around do not count.
 * @returns 16 hexadecimal digits
 */
export function figuresDigest(definition: Definition, figures: Figures): string {
  const fields = definition.fields.map((field) => plain(figures.values.get(field.id)));
  const lists = definition.lists.map((list) =>
    (figures.lists.get(list.id) ?? []).map((row) => list.columns.map((column) => plain(row.get(column.id)))),
  );
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([fields, lists])))).slice(0, 16);
}

const UNKEPT = /[\u0000-\u001f\ufffe\uffff]/gu;

function plain(value: FigureValue | undefined): FigureValue {
  if (typeof value !== "string") return value ?? null;
  const text = value.replace(UNKEPT, " ").trim();
  return text === "" ? null : text;
}
