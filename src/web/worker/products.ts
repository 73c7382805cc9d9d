// The workbooks that are made from what is on the desk: as data, as a preview, as a file.
import type { Book } from "../../sheets/page.js";
import { consolidatedBook } from "../../sheets/consolidated.js";
import type { ConsolidatedReading } from "../../sheets/consolidated-reading.js";
import { controlBook } from "../../sheets/control.js";
import { summaryBook } from "../../sheets/summary.js";
import type { RoundDefinition } from "../../core/definition/definition.js";
import type { MadeFile, PagePreview, Product } from "../../ui/engine.js";
import { anyHost, consolidatedWorkbook, controlWorkbook, openConsolidated, summaryWorkbook } from "../../workflow.js";
import type { Desk } from "./desk-state.js";
import { consolidationOn } from "./desk-state.js";
import { XLSX } from "./forms.js";
import { slice } from "./slice.js";

interface Made {
  readonly book?: Book;
  readonly bytes?: Uint8Array;
}

export type Products = Map<Product, Made>;

const NAMES: Readonly<Record<Product, string>> = {
  control: "So-tong-hop",
  consolidated: "Da-tong-hop",
  summary: "Bao-cao-tong-hop",
};

/** The workbook as data. */
export async function bookOf(desk: Desk, product: Product): Promise<Book> {
  const made = desk.products.get(product)?.book ?? (await makeBook(desk, product));
  desk.products.set(product, { ...desk.products.get(product), book: made });
  return made;
}

/** The first rows of a page of the workbook. */
export async function previewOf(desk: Desk, product: Product, sheet: number, rows: number): Promise<PagePreview> {
  return slice(await bookOf(desk, product), sheet, rows);
}

/** The workbook as a file. */
export async function printOf(desk: Desk, product: Product): Promise<MadeFile> {
  const content = new Blob([(await bytesOf(desk, product)) as BlobPart], { type: XLSX });
  const { form, period } = definitionFor(desk, product);
  return { name: `${NAMES[product]}_${form.symbol}_${period.id}.xlsx`, content };
}

async function bytesOf(desk: Desk, product: Product): Promise<Uint8Array> {
  const made = desk.products.get(product)?.bytes ?? (await makeBytes(desk, product));
  desk.products.set(product, { ...desk.products.get(product), bytes: made });
  return made;
}

async function makeBook(desk: Desk, product: Product): Promise<Book> {
  switch (product) {
    case "control":
      return controlBook(definitionFor(desk, product));
    case "consolidated":
      return consolidatedBook(consolidationOn(desk), desk.notes);
    case "summary":
      return summaryBook(await readingOf(desk));
  }
}

async function makeBytes(desk: Desk, product: Product): Promise<Uint8Array> {
  switch (product) {
    case "control":
      return controlWorkbook(definitionFor(desk, product));
    case "consolidated":
      return consolidatedWorkbook(consolidationOn(desk), desk.notes);
    case "summary":
      return summaryWorkbook(await readingOf(desk));
  }
}

function definitionFor(desk: Desk, product: Product): RoundDefinition {
  const definition = product === "summary" && desk.opened !== null ? desk.opened.definition : desk.round?.definition;
  if (definition === undefined) throw new Error("no round is open");
  return definition;
}

/** The summary is made from the workbook as it would be read back, the same way for a file of before and for what was just made. */
async function readingOf(desk: Desk): Promise<ConsolidatedReading> {
  if (desk.opened !== null) return desk.opened;
  const { reading } = openConsolidated(await bytesOf(desk, "consolidated"), anyHost);
  if (reading === null) throw new Error("the consolidated workbook cannot be read back");
  return reading;
}
