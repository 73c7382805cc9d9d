// A book of pages written into the open workbook: new sheets are made, ours are updated in place, everything else is left alone.
import { freeRecordName, layoutMark } from "../sheets/area-record.js";
import { mark } from "../sheets/mark.js";
import type { Area, Book } from "../sheets/page.js";
import type { Job } from "../ui/engine.js";
import { JobStopped } from "../ui/engine.js";
import { finishWriting } from "./finish-live.js";
import type { Entry } from "./live-entries.js";
import { bytesOf, entryOf } from "./live-entries.js";
import { halfWritten, LiveFault, WritingStopped } from "./live-fault.js";
import { clearLayout, setLayout } from "./live-layout.js";
import type { Looks } from "./live-looks.js";
import { looksCount, looksOf, rangeOf, setFormats, setLooks } from "./live-looks.js";
import type { Place, Plan } from "./live-plan.js";
import { planWriting } from "./live-plan.js";
import { addRecord, changeRecord } from "./live-records.js";
import { Pace } from "./pace.js";
import { sentences } from "./sentences.js";
import { can } from "./support.js";

/** About how many bytes one request for a look or a size takes. */
const BYTES_PER_REQUEST = 420;
/** Entries that are sent together are kept below this. */
const BLOCK_BYTES = 700_000;

/** A page on its way: what of it has to be drawn anew. */
export interface Task extends Place {
  readonly sheet: Excel.Worksheet;
  readonly name: string;
  readonly looks: Looks;
  readonly marks: { readonly layout: string; readonly looks: string };
  /** Looks and layout stand as they should. */
  readonly drawn: boolean;
  /** The area that is ours while it is written: the one of before and the new one. */
  readonly whole: { readonly rows: number; readonly columns: number };
}

/**
 * Writes the pages into the open workbook. Cells that other formulas, charts or notes refer to stay where they are.
 * @returns what a person has to know although it went well; null when there is nothing
 * @throws LiveFault with a sentence that says what was written and what was not
 */
export async function writeLive(book: Book, job: Job = {}): Promise<string | null> {
  const pace = new Pace(job.signal);
  const options = { delayForCellEdit: true, ...(can("oneUndo") ? { mergeUndoGroup: true } : {}) };
  try {
    return await Excel.run(options, (context) => write(context, book, job, pace));
  } catch (cause) {
    if (cause instanceof JobStopped || cause instanceof LiveFault) throw cause;
    throw halfWritten(cause, book, pace);
  }
}

async function write(context: Excel.RequestContext, book: Book, job: Job, pace: Pace): Promise<string | null> {
  const plan = await planWriting(context, book);
  if (job.signal?.aborted === true) throw new JobStopped();
  pace.start(context);
  const tasks = begin(context, plan);
  await pace.flush();
  const total = tasks.reduce((sum, { grid }) => sum + grid.rows, 0);
  let rows = 0;
  for (const task of tasks) {
    if (pace.stopped) throw new WritingStopped();
    if (!task.drawn) await draw(task, pace);
    await fill(task, pace, (done) => job.progress?.(rows + done, total));
    rows += task.grid.rows;
  }
  await pace.flush();
  await finishWriting(context, tasks);
  return plan.readOnly ? sentences().openedReadOnly : null;
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
    const marks = { layout: layoutMark(page), looks: mark(looks) };
    const drawn = record?.complete === true && record.layout === marks.layout && record.looks === marks.looks;
    const whole = { rows: Math.max(grid.rows, record?.rows ?? 0), columns: Math.max(grid.columns, record?.columns ?? 0) };
    if (record === null) addRecord(context, sheet, name, whole);
    else {
      const layout = record.layout === marks.layout ? marks.layout : "";
      changeRecord(context, name, page.name, record, { ...whole, complete: false, layout, looks: "" });
    }
    if (page.visibility === "visible") sheet.getRange("A1").values = [[sentences().writing]];
    else sheet.visibility = page.visibility === "hidden" ? "Hidden" : "VeryHidden";
    return { ...place, sheet, name, looks, marks, drawn, whole };
  });
}

/** Looks and layout; on a sheet that was drawn before, only what changed, so that widths set by staff stay. */
async function draw({ sheet, page, grid, record, looks, marks, whole }: Task, pace: Pace): Promise<void> {
  const keepsLayout = record !== null && record.layout === marks.layout;
  const area = { top: 1, left: 1, bottom: whole.rows, right: whole.columns };
  // Looks without a mark were not drawn here.
  if (record !== null) clearLayout(sheet, area, keepsLayout, record.looks !== "");
  setFormats(sheet, looks);
  setLooks(sheet, looks, grid);
  if (!keepsLayout) setLayout(sheet, page);
  await pace.add((looksCount(looks) + page.validations.length * 4) * BYTES_PER_REQUEST);
}

async function fill(task: Task, pace: Pace, progress: (rows: number) => void): Promise<void> {
  const { sheet, page, grid, whole, name, marks } = task;
  for (const rest of leftOver(task)) rangeOf(sheet, rest).clear();
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
  changeRecord(pace.context, name, page.name, whole, { ...whole, complete: true, ...marks });
  pace.finish(page.name, page.visibility === "visible");
}

/** A1 keeps saying that the sheet is being written until the rest stands. */
function withMark(block: Entry[][], top: number, visible: boolean): Entry[][] {
  if (top === 1 && visible) block[0]![0] = sentences().writing;
  return block;
}

/** What our area of the run before covers and the new one does not. */
function leftOver({ whole, grid: { rows, columns } }: Task): Area[] {
  const below = { top: rows + 1, left: 1, bottom: whole.rows, right: whole.columns };
  const beside = { top: 1, left: columns + 1, bottom: rows, right: whole.columns };
  return [below, beside].filter(({ top, left, bottom, right }) => bottom >= top && right >= left);
}
