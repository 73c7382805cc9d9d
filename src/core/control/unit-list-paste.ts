// A list of units as people paste it: with or without headings, sometimes only names.
import type { Finding } from "../finding.js";
import { tidy } from "../text.js";
import type { Unit } from "../definition/unit.js";
import { readUnitsCsv } from "./unit-list.js";

export interface PastedUnits {
  readonly units: readonly Unit[];
  readonly findings: readonly Finding[];
  /** True when codes were given out because the list has only names. */
  readonly numbered: boolean;
}

const HEADINGS = ["Mã", "Tên", "Loại", "Cấp trên", "Tên khác", "Email"];
const LEAST_DIGITS = 3;

/**
 * Reads a pasted list. Without headings the columns are taken as code, name, kind, superior, other names, e-mail;
 * a single column is taken as names and gets the codes DV001, DV002 …
 */
export function readPastedUnits(text: string): PastedUnits {
  const given = readUnitsCsv(text);
  if (!given.findings.some(({ code }) => code === "control/headings-missing")) return { ...given, numbered: false };
  const lines = text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== "");
  const separator = ["\t", ";", ","].find((mark) => lines.some((line) => line.includes(mark)));
  if (separator === undefined) return namesOnly(lines);
  const width = Math.max(...lines.map((line) => line.split(separator).length));
  if (width > HEADINGS.length) return { ...given, numbered: false };
  return { ...readUnitsCsv([HEADINGS.slice(0, width).join(separator), ...lines].join("\n")), numbered: false };
}

function namesOnly(lines: readonly string[]): PastedUnits {
  const digits = Math.max(LEAST_DIGITS, String(lines.length).length);
  const rows = lines.map((line, index) => `DV${String(index + 1).padStart(digits, "0")}\t${tidy(line)}`);
  return { ...readUnitsCsv(["Mã\tTên", ...rows].join("\n")), numbered: true };
}
