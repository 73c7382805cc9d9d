// Where in the control workbook each part of a definition stands, so that what is wrong with it names sheet and cell instead of a JSON path.
import { address } from "../cells.js";
import type { Finding } from "../finding.js";
import { finding } from "../finding.js";

/** A line of a sheet that holds one part: its properties by column. */
export interface Line {
  readonly sheet: string;
  readonly row: number;
  readonly columns: ReadonlyMap<string, number>;
}

/** Lines by the JSON path of the part: `targets[3]`, `lists[0].columns[2]`, `resolution.kind`. */
export type Places = ReadonlyMap<string, Line>;

/** The finding with the sheet and cell of its JSON path; unchanged when the path stands nowhere in the workbook. */
export function placedFinding(places: Places, f: Finding): Finding {
  const path = typeof f.data["path"] === "string" ? f.data["path"] : (f.cell ?? "");
  const place = placeOf(places, path);
  const data = typeof f.data["first"] === "string" ? { ...f.data, first: spokenPlace(places, f.data["first"]) } : f.data;
  return place === null ? f : finding(f.code, f.severity, { ...f, ...place, data });
}

function placeOf(places: Places, path: string): { sheet: string; cell: string } | null {
  for (let part = path, property = ""; part !== "";) {
    const line = places.get(part);
    if (line !== undefined) return { sheet: line.sheet, cell: cellOf(line, property) };
    const cut = part.search(/\.[^.]*$|\[[0-9]+\]$/u);
    if (cut < 0) return null;
    if (part[cut] === ".") property = part.slice(cut + 1);
    part = part.slice(0, cut);
  }
  return null;
}

function cellOf(line: Line, property: string): string {
  const column = line.columns.get(property) ?? line.columns.get("value") ?? line.columns.get("id") ?? line.columns.get("code");
  return column === undefined ? `${String(line.row)}:${String(line.row)}` : address(line.row, column);
}

function spokenPlace(places: Places, path: string): string {
  const place = placeOf(places, path);
  return place === null ? path : `${place.sheet}!${place.cell}`;
}
