// The workbooks that are made from what is on the desk: as data, as a preview, as a file.
import type { Book } from "../../sheets/page.js";
import { consolidatedBook } from "../../sheets/consolidated.js";
import type { ConsolidatedReading } from "../../sheets/consolidated-reading.js";
import { controlBook } from "../../sheets/control.js";
import { summaryBook } from "../../sheets/summary.js";
import type { RoundDefinition } from "../../core/definition.js";
import type { MadeFile, PagePreview, Product } from "../../ui/engine.js";
import { anyHost, consolidatedWorkbook, controlWorkbook, openConsolidated, summaryWorkbook } from "../../workflow.js";
import type { DeskState } from "./desk.js";
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

export interface ProductJobs {
  preview(product: Product, sheet: number, rows: number): Promise<PagePreview>;
  print(product: Product): Promise<MadeFile>;
  book(product: Product): Promise<Book>;
}

export function productsOf(desk: DeskState): ProductJobs {
  const keep = (product: Product, part: Made): void => {
    desk.products.set(product, { ...desk.products.get(product), ...part });
  };
  const book = async (product: Product): Promise<Book> => {
    const made = desk.products.get(product)?.book ?? (await makeBook(desk, product, bytes));
    keep(product, { book: made });
    return made;
  };
  const bytes = async (product: Product): Promise<Uint8Array> => {
    const made = desk.products.get(product)?.bytes ?? (await makeBytes(desk, product, bytes));
    keep(product, { bytes: made });
    return made;
  };
  return {
    book,
    preview: async (product, sheet, rows) => slice(await book(product), sheet, rows),
    print: async (product) => {
      const content = new Blob([(await bytes(product)) as BlobPart], { type: XLSX });
      const { form, period } = definitionFor(desk, product);
      return { name: `${NAMES[product]}_${form.symbol}_${period.id}.xlsx`, content };
    },
  };
}

type BytesOf = (product: Product) => Promise<Uint8Array>;

async function makeBook(desk: DeskState, product: Product, bytes: BytesOf): Promise<Book> {
  switch (product) {
    case "control":
      return controlBook(definitionFor(desk, product));
    case "consolidated":
      return consolidatedBook(consolidationOf(desk), desk.notes);
    case "summary":
      return summaryBook(await readingOf(desk, bytes));
  }
}

async function makeBytes(desk: DeskState, product: Product, bytes: BytesOf): Promise<Uint8Array> {
  switch (product) {
    case "control":
      return controlWorkbook(definitionFor(desk, product));
    case "consolidated":
      return consolidatedWorkbook(consolidationOf(desk), desk.notes);
    case "summary":
      return summaryWorkbook(await readingOf(desk, bytes));
  }
}

function consolidationOf({ consolidation }: DeskState): NonNullable<DeskState["consolidation"]> {
  if (consolidation === null) throw new Error("nothing is consolidated");
  return consolidation;
}

function definitionFor(desk: DeskState, product: Product): RoundDefinition {
  const definition = product === "summary" && desk.opened !== null ? desk.opened.definition : desk.round?.definition;
  if (definition === undefined) throw new Error("no round is open");
  return definition;
}

/** The summary is made from the workbook as it would be read back, the same way for a file of before and for what was just made. */
async function readingOf(desk: DeskState, bytes: BytesOf): Promise<ConsolidatedReading> {
  if (desk.opened !== null) return desk.opened;
  const { reading } = openConsolidated(await bytes("consolidated"), anyHost);
  if (reading === null) throw new Error("the consolidated workbook cannot be read back");
  return reading;
}
