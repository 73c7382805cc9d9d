// A book of pages written into the open workbook: new sheets are made, ours are updated in place, everything else is left alone.
import { address } from "../core/cells.js";
import type { Area, Book } from "../sheets/page.js";
import type { Job } from "../ui/engine.js";
import { JobStopped } from "../ui/engine.js";
import type { Entry } from "./live-entries.js";
import { bytesOf, entryOf, isRisky } from "./live-entries.js";
import { LiveFault, whyRefused } from "./live-fault.js";
import { clearLayout, setLayout } from "./live-layout.js";
import type { Looks } from "./live-looks.js";
import { looksCount, looksOf, rangeOf, setFormats, setLooks } from "./live-looks.js";
import type { Place, Plan } from "./live-plan.js";
import { planWriting } from "./live-plan.js";
import { freeRecordName, putRecord } from "./live-records.js";
import { mark } from "./mark.js";
import { Pace } from "./pace.js";
import { sentences } from "./sentences.js";
import { can } from "./support.js";

/** About how many bytes one request for a look or a size takes. */
const BYTES_PER_REQUEST = 420;
/** Entries that are sent together are kept below this. */
const BLOCK_BYTES = 700_000;

/** A page on its way: what of it has to be drawn anew. */
interface Task extends Place {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly looks: Looks;
  readonly marks: { readonly layout: string; readonly looks: string };
  /** Looks and layout stand as they should. */
  readonly drawn: boolean;
}

/**
 * Writes the pages into the open workbook. Cells that other formulas, charts or notes refer to stay where they are.
 * @throws LiveFault with a sentence that says what was written and what was not
 */
export async function writeLive(book: Book, job: Job = {}): Promise<void> {
  const pace = new Pace();
  const options = { delayForCellEdit: true, ...(can("oneUndo") ? { mergeUndoGroup: true } : {}) };
  try {
    await Excel.run(options, (context) => write(context, book, job, pace));
  } catch (cause) {
    if (cause instanceof JobStopped || cause instanceof LiveFault) throw cause;
    const why = whyRefused(cause);
    const open = book.pages
      .filter(({ name, visibility }) => visibility === "visible" && !pace.done.has(name))
      .map(({ name }) => name);
    const said = sentences();
    const message = pace.begun ? said.stopped(why, [...pace.done].join(", "), open.join(", ")) : said.nothingWritten(why);
    throw new LiveFault(message, { cause });
  }
}

async function write(context: Excel.RequestContext, book: Book, job: Job, pace: Pace): Promise<void> {
  const plan = await planWriting(context, book);
  if (job.signal?.aborted === true) throw new JobStopped();
  pace.start(context);
  const tasks = begin(context, plan);
  await pace.flush();
  const total = tasks.reduce((sum, { grid }) => sum + grid.rows, 0);
  let rows = 0;
  for (const task of tasks) {
    if (!task.drawn) await draw(task, pace);
    await fill(task, pace, (done) => job.progress?.(rows + done, total));
    rows += task.grid.rows;
  }
  await pace.flush();
  await refuseFormulas(context, tasks);
  context.workbook.application.calculate("Recalculate");
  tasks.find(({ page }) => page.visibility === "visible")?.sheet.activate();
  await context.sync();
}

/** Makes the sheets that are missing and says on each that it is being written. Formulas may refer to any of them from then on. */
function begin(context: Excel.RequestContext, { places, names }: Plan): Task[] {
  const { worksheets } = context.workbook;
  const taken = [...names];
  return places.map((place) => {
    const { page, grid, record, there } = place;
    const sheet = there ? worksheets.getItem(page.name) : worksheets.add(page.name);
    const name = record?.name ?? freeRecordName(taken);
    taken.push(name);
    const looks = looksOf(page, grid);
    const { columns, freeze, print, validations, filter } = page;
    const marks = { layout: mark({ columns, freeze, print, validations, filter }), looks: mark(looks) };
    const drawn = record?.complete === true && record.layout === marks.layout && record.looks === marks.looks;
    const size = { rows: Math.max(grid.rows, record?.rows ?? 0), columns: Math.max(grid.columns, record?.columns ?? 0) };
    putRecord(context, sheet, { name, ...size, complete: false, layout: "", looks: "" }, record !== null);
    if (page.visibility === "visible") sheet.getRange("A1").values = [[sentences().writing]];
    else sheet.visibility = page.visibility === "hidden" ? "Hidden" : "VeryHidden";
    return { ...place, sheet, name, looks, marks, drawn };
  });
}

/** Looks and layout; on a sheet that was drawn before, only what changed, so that widths set by staff stay. */
async function draw({ sheet, page, grid, record, looks, marks }: Task, pace: Pace): Promise<void> {
  const area = {
    top: 1,
    left: 1,
    bottom: Math.max(grid.rows, record?.rows ?? 0),
    right: Math.max(grid.columns, record?.columns ?? 0),
  };
  const keepsLayout = record !== null && record.layout === marks.layout;
  if (record !== null) clearLayout(sheet, area, keepsLayout);
  setFormats(sheet, looks);
  setLooks(sheet, looks, grid);
  if (!keepsLayout) setLayout(sheet, page);
  await pace.add((looksCount(looks) + page.validations.length * 4) * BYTES_PER_REQUEST);
}

async function fill(
  { sheet, page, grid, record, name, marks }: Task,
  pace: Pace,
  progress: (rows: number) => void,
): Promise<void> {
  for (const rest of leftOver(record, grid)) rangeOf(sheet, rest).clear();
  let block: Entry[][] = [];
  let [top, bytes] = [1, 0];
  for (let row = 1; row <= grid.rows; row++) {
    const line = Array.from({ length: grid.columns }, (_, i) => entryOf(grid.cell(row, i + 1)));
    block.push(line);
    bytes += line.reduce<number>((sum, entry) => sum + bytesOf(entry) + 1, 2);
    if (bytes < BLOCK_BYTES && row < grid.rows) continue;
    rangeOf(sheet, { top, left: 1, bottom: row, right: grid.columns }).formulas = withMark(
      block,
      top,
      page.visibility === "visible",
    );
    progress(row);
    await pace.add(bytes);
    [block, top, bytes] = [[], row + 1, 0];
  }
  sheet.getRange("A1").formulas = [[entryOf(grid.cell(1, 1))]];
  putRecord(pace.context, sheet, { name, rows: grid.rows, columns: grid.columns, complete: true, ...marks }, true);
  pace.finish(page.name, page.visibility === "visible");
}

/** A1 keeps saying that the sheet is being written until the rest stands. */
function withMark(block: Entry[][], top: number, visible: boolean): Entry[][] {
  if (top === 1 && visible) block[0]![0] = sentences().writing;
  return block;
}

/** What our area of the run before covers and the new one does not. */
function leftOver(record: Place["record"], { rows, columns }: Place["grid"]): Area[] {
  if (record === null) return [];
  const below = { top: rows + 1, left: 1, bottom: record.rows, right: Math.max(columns, record.columns) };
  const beside = { top: 1, left: columns + 1, bottom: rows, right: record.columns };
  return [below, beside].filter(({ top, left, bottom, right }) => bottom >= top && right >= left);
}

/** Reads risky texts back: one that Excel took for a formula is emptied at once. */
async function refuseFormulas(context: Excel.RequestContext, tasks: readonly Task[]): Promise<void> {
  const risky = tasks.flatMap(({ sheet, page, grid }) =>
    page.rows.flatMap(({ row, cells }) =>
      [...cells.keys()]
        .filter((column) => isRisky(grid.cell(row, column)))
        .map((column) => ({ page, range: sheet.getRange(address(row, column)).load("values,formulas") })),
    ),
  );
  if (risky.length === 0) return;
  await context.sync();
  const taken = risky.filter(({ range }) => {
    const [value, formula] = [range.values[0]![0] as unknown, range.formulas[0]![0] as unknown];
    return typeof formula === "string" && formula.startsWith("=") && formula !== value;
  });
  if (taken.length === 0) return;
  for (const { range } of taken) range.clear("Contents");
  await context.sync();
  throw new LiveFault(sentences().tookAsFormula(taken[0]!.page.name));
}
