// What the emulated Excel can do, member by member, each with its ExcelApi level. A member that is not here does not exist.
import type { HostArea } from "./area.js";
import { areaOf, areaText, sheetReference, WHOLE_SHEET } from "./area.js";
import { HostError } from "./host-error.js";
import type { HostName, HostSheet, HostWorkbook } from "./host-workbook.js";
import { cellName, gridOf, hostSheet, newSheet, type, usedArea } from "./host-workbook.js";

/** An object that a request can name. */
export type Thing =
  | { readonly kind: "Workbook" | "WorksheetCollection" | "NamedItemCollection" | "Application" | "Functions" }
  | { readonly kind: "Result"; readonly value: unknown }
  | { readonly kind: "Protection"; readonly of: HostSheet | HostWorkbook }
  | { readonly kind: "Addin" | "Runtime" }
  | { readonly kind: "Worksheet"; readonly sheet: HostSheet }
  | { readonly kind: "Range"; readonly sheet: HostSheet; readonly area: HostArea }
  | { readonly kind: "NamedItem"; readonly item: HostName }
  | { readonly kind: "Look"; readonly path: string; readonly sheet: HostSheet; readonly area: HostArea | null };

export interface Member {
  readonly level: number;
  readonly get?: (workbook: HostWorkbook, thing: never) => unknown;
  readonly set?: (workbook: HostWorkbook, thing: never, value: unknown) => void;
  readonly call?: (workbook: HostWorkbook, thing: never, given: readonly unknown[]) => unknown;
}

type Range = Extract<Thing, { kind: "Range" }>;
type Worksheet = Extract<Thing, { kind: "Worksheet" }>;
type NamedItem = Extract<Thing, { kind: "NamedItem" }>;

function notFound(where: string): HostError {
  return new HostError("ItemNotFound", "The requested resource doesn't exist.", where);
}

function denied(where: string): HostError {
  return new HostError("AccessDenied", "You cannot perform the requested operation.", where);
}

function sheetThing(workbook: HostWorkbook, key: unknown): Worksheet | null {
  const sheet = hostSheet(workbook, String(key));
  return sheet === undefined ? null : { kind: "Worksheet", sheet };
}

function range(sheet: HostSheet, area: HostArea): Range {
  return { kind: "Range", sheet, area };
}

function addSheet(workbook: HostWorkbook, name: unknown): Worksheet {
  const text = String(name);
  if (workbook.isProtected) throw denied("WorksheetCollection.add");
  if (hostSheet(workbook, text) !== undefined) {
    throw new HostError(
      "ItemAlreadyExists",
      "A resource with the same name or identifier already exists.",
      "WorksheetCollection.add",
    );
  }
  if (text.length > 31 || /[\\/?*[\]:]/u.test(text)) throw new HostError("InvalidArgument", "no such sheet name");
  const sheet = newSheet(text);
  workbook.sheets.push(sheet);
  return { kind: "Worksheet", sheet };
}

/** Writes a grid, or one entry into every cell; null leaves a cell as it is. */
function write({ sheet, area }: Range, value: unknown, put: (row: number, column: number, entry: unknown) => void): void {
  if (sheet.isProtected) throw denied(`Range of ${sheet.name}`);
  const grid = Array.isArray(value) ? (value as unknown[][]) : null;
  if (grid !== null && (grid.length !== area.rows || grid.some((line) => line.length !== area.columns))) {
    const message = "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";
    throw new HostError("InvalidArgument", message, `Range of ${sheet.name}`);
  }
  gridOf(area, (row, column) => {
    put(row, column, grid === null ? value : grid[row - area.top]![column - area.left]);
  });
}

function valueType(sheet: HostSheet, at: string): string {
  const cell = sheet.cells.get(at);
  if (cell === undefined) return "Empty";
  if (cell.error === true) return "Error";
  return { string: "String", number: "Double", boolean: "Boolean" }[typeof cell.value as "string" | "number" | "boolean"];
}

function clear({ sheet, area }: Range, what: unknown): void {
  if (sheet.isProtected) throw denied(`Range of ${sheet.name}`);
  const parts = { Contents: [sheet.cells], Formats: [sheet.formats], Hyperlinks: [sheet.links] };
  const cleared = parts[what as keyof typeof parts] ?? Object.values(parts).flat();
  gridOf(area, (row, column) => {
    for (const part of cleared) part.delete(cellName(row, column));
  });
  if (what !== "Contents") sheet.looks.push({ area: areaText(area), property: "Clear", value: what ?? "All" });
}

function addName(workbook: HostWorkbook, [name, target, comment]: readonly unknown[]): NamedItem {
  const place = target as Range;
  if (workbook.names.some((one) => one.name === name)) throw new HostError("ItemAlreadyExists", "this name stands already");
  const said = typeof comment === "string" ? comment : "";
  const item = { name: String(name), sheet: place.sheet, area: place.area, comment: said, visible: true };
  workbook.names.push(item);
  return { kind: "NamedItem", item };
}

export const MEMBERS: Readonly<Record<string, Member>> = {
  "Workbook.Worksheets": { level: 1.1, get: () => ({ kind: "WorksheetCollection" }) },
  "Workbook.Names": { level: 1.1, get: () => ({ kind: "NamedItemCollection" }) },
  "Workbook.Application": { level: 1.1, get: () => ({ kind: "Application" }) },
  "Workbook.Name": { level: 1.7, get: (workbook) => workbook.name },
  "Workbook.ReadOnly": { level: 1.8, get: (workbook) => workbook.readOnly },
  "Workbook.Protection": { level: 1.7, get: (workbook) => ({ kind: "Protection", of: workbook }) },
  "Worksheet.Protection": { level: 1.2, get: (_, { sheet }: Worksheet) => ({ kind: "Protection", of: sheet }) },
  "Protection.Protected": { level: 1.2, get: (_, { of }: Extract<Thing, { kind: "Protection" }>) => of.isProtected },
  "Workbook.Functions": { level: 1.2, get: () => ({ kind: "Functions" }) },
  "Functions.Date": { level: 1.2, call: () => ({ kind: "Result", value: 36_526 }) },
  "Result.Value": { level: 1.2, get: (_, { value }: Extract<Thing, { kind: "Result" }>) => value },
  "Application.Calculate": { level: 1.1, call: () => undefined },
  "Application.SuspendScreenUpdatingUntilNextSync": { level: 1.9, call: () => undefined },
  "Application.SuspendApiCalculationUntilNextSync": { level: 1.6, call: () => undefined },

  /** Services beside the workbook: ribbon commands, and the pane itself. */
  "Addin.NotifyActionHandlerReady": { level: 1.1, call: () => undefined },
  "Runtime.SetAppRuntimeState": {
    level: 1.1,
    call: (workbook, _, [state]) => {
      workbook.paneShown = state === "Visible";
    },
  },

  "WorksheetCollection.Items": {
    level: 1.1,
    get: (workbook) => workbook.sheets.map((sheet): Thing => ({ kind: "Worksheet", sheet })),
  },
  "WorksheetCollection.GetItem": {
    level: 1.1,
    call: (workbook, _, [key]) => {
      const found = sheetThing(workbook, key);
      if (found === null) throw notFound("WorksheetCollection.getItem");
      return found;
    },
  },
  "WorksheetCollection.GetItemOrNullObject": { level: 1.4, call: (workbook, _, [key]) => sheetThing(workbook, key) },
  "WorksheetCollection.Add": { level: 1.1, call: (workbook, _, [name]) => addSheet(workbook, name) },

  "Worksheet.Id": { level: 1.1, get: (_, { sheet }: Worksheet) => sheet.id },
  "Worksheet.Name": { level: 1.1, get: (_, { sheet }: Worksheet) => sheet.name },
  "Worksheet.Visibility": {
    level: 1.1,
    get: (_, { sheet }: Worksheet) => sheet.visibility,
    set: (_, { sheet }: Worksheet, value) => {
      sheet.visibility = value as HostSheet["visibility"];
    },
  },
  "Worksheet.Activate": {
    level: 1.1,
    call: (workbook, { sheet }: Worksheet) => {
      if (sheet.visibility !== "Visible") throw new HostError("InvalidOperation", "a hidden sheet cannot be activated");
      workbook.active = sheet;
    },
  },
  "Worksheet.GetRange": {
    level: 1.1,
    call: (_, { sheet }: Worksheet, [address]) => range(sheet, address === undefined ? WHOLE_SHEET : areaOf(String(address))),
  },
  "Worksheet.GetRangeByIndexes": {
    level: 1.7,
    call: (_, { sheet }: Worksheet, [top, left, rows, columns]) =>
      range(sheet, { top: Number(top), left: Number(left), rows: Number(rows), columns: Number(columns) }),
  },
  "Worksheet.GetUsedRangeOrNullObject": {
    level: 1.4,
    call: (_, { sheet }: Worksheet) => {
      const area = usedArea(sheet);
      return area === null ? null : range(sheet, area);
    },
  },

  "Range.RowIndex": { level: 1.1, get: (_, { area }: Range) => area.top },
  "Range.ColumnIndex": { level: 1.1, get: (_, { area }: Range) => area.left },
  "Range.RowCount": { level: 1.1, get: (_, { area }: Range) => area.rows },
  "Range.ColumnCount": { level: 1.1, get: (_, { area }: Range) => area.columns },
  "Range.Address": { level: 1.1, get: (_, { sheet, area }: Range) => sheetReference(sheet.name, area).slice(1) },
  "Range.ValueTypes": {
    level: 1.1,
    get: (_, { sheet, area }: Range) => gridOf(area, (row, column) => valueType(sheet, cellName(row, column))),
  },
  "Range.Values": {
    level: 1.1,
    get: (_, { sheet, area }: Range) => gridOf(area, (row, column) => sheet.cells.get(cellName(row, column))?.value ?? ""),
    set: (_, place: Range, value) => {
      write(place, value, (row, column, entry) => type(place.sheet, row, column, entry));
    },
  },
  "Range.Formulas": {
    level: 1.1,
    get: (_, { sheet, area }: Range) =>
      gridOf(area, (row, column) => {
        const cell = sheet.cells.get(cellName(row, column));
        return cell?.formula ?? cell?.value ?? "";
      }),
    set: (_, place: Range, value) => {
      write(place, value, (row, column, entry) => type(place.sheet, row, column, entry));
    },
  },
  "Range.NumberFormat": {
    level: 1.1,
    get: (_, { sheet, area }: Range) => gridOf(area, (row, column) => sheet.formats.get(cellName(row, column)) ?? "General"),
    set: (_, place: Range, value) => {
      write(place, value, (row, column, entry) => {
        if (entry !== null) place.sheet.formats.set(cellName(row, column), String(entry));
      });
    },
  },
  "Range.Clear": { level: 1.1, call: (_, place: Range, [what]) => clear(place, what) },
  "Range.Select": {
    level: 1.1,
    call: (workbook, place: Range) => {
      workbook.active = place.sheet;
      workbook.selection = place;
    },
  },
  "Range.GetRow": {
    level: 1.1,
    call: (_, { sheet, area }: Range, [row]) => range(sheet, { ...area, top: area.top + Number(row), rows: 1 }),
  },
  "Range.GetBoundingRect": {
    level: 1.1,
    call: (_, { sheet, area }: Range, [other]) => {
      const also = typeof other === "string" ? areaOf(other) : (other as Range).area;
      const [top, left] = [Math.min(area.top, also.top), Math.min(area.left, also.left)];
      const bottom = Math.max(area.top + area.rows, also.top + also.rows);
      const right = Math.max(area.left + area.columns, also.left + also.columns);
      return range(sheet, { top, left, rows: bottom - top, columns: right - left });
    },
  },
  "Range._ValidateArraySize": {
    level: 1.1,
    call: (_, { area }: Range, [rows, columns]) => {
      if (rows !== area.rows || columns !== area.columns) throw new HostError("InvalidArgument", "the array has another size");
    },
  },

  "NamedItemCollection.Items": {
    level: 1.1,
    get: (workbook) => workbook.names.map((item): Thing => ({ kind: "NamedItem", item })),
  },
  "NamedItemCollection.Add": { level: 1.4, call: (workbook, _, given) => addName(workbook, given) },
  "NamedItemCollection.GetItem": {
    level: 1.1,
    call: (workbook, _, [key]) => {
      const item = workbook.names.find((one) => one.name === key);
      if (item === undefined) throw notFound("NamedItemCollection.getItem");
      return { kind: "NamedItem", item };
    },
  },
  "NamedItem.Name": { level: 1.1, get: (_, { item }: NamedItem) => item.name },
  "NamedItem.Type": { level: 1.1, get: () => "Range" },
  "NamedItem.Comment": {
    level: 1.4,
    get: (_, { item }: NamedItem) => item.comment,
    set: (_, { item }: NamedItem, value) => {
      item.comment = String(value);
    },
  },
  "NamedItem.Visible": {
    level: 1.1,
    get: (_, { item }: NamedItem) => item.visible,
    set: (_, { item }: NamedItem, value) => {
      item.visible = Boolean(value);
    },
  },
  "NamedItem.Formula": {
    level: 1.7,
    get: (_, { item }: NamedItem) => sheetReference(item.sheet.name, item.area),
    set: (workbook, { item }: NamedItem, value) => {
      const [sheet = "", area = ""] = String(value)
        .replace(/^='|(?<=')'/gu, "")
        .split("'!");
      const found = hostSheet(workbook, sheet);
      if (found === undefined) throw new HostError("InvalidArgument", `no such reference: ${String(value)}`);
      Object.assign(item, { sheet: found, area: areaOf(area) });
    },
  },
  "NamedItem.Delete": {
    level: 1.4,
    call: (workbook, { item }: NamedItem) => {
      workbook.names.splice(workbook.names.indexOf(item), 1);
    },
  },
};
