// The engine as background threads give it: one desk that holds the round, and readers for the files.
import type { FileReport } from "../core/round/file-report.js";
import type { Engine, FileBrief, Job, PickedFile } from "./engine.js";
import type { JobName, Jobs } from "./jobs.js";
import { readerPool } from "./reader-pool.js";
import { threadOf } from "./thread.js";

/** Reports go to the desk in parcels. */
const PARCEL = 20;

/**
 * Starts the desk; readers start when files come.
 * @param spawn starts a thread that runs src/web/worker/main.ts
 */
export function startBackground(spawn: () => Worker): Engine {
  const desk = threadOf(spawn());
  const readers = readerPool(spawn);
  const ask = <N extends JobName>(name: N, input: Jobs[N]["in"], job?: Job): Promise<Jobs[N]["out"]> =>
    desk.ask(name, input, job);
  return {
    templates: () => ask("templates", null),
    readUnits: (source) => ask("readUnits", source),
    begin: (choice) => ask("begin", choice),
    readResolution: (source) => ask("readResolution", source),
    targetsIn: (passage) => ask("targetsIn", passage),
    openPoints: (targets) => ask("openPoints", targets),
    openControl: (source) => ask("openControl", source),
    restore: (definition) => ask("restore", definition),
    usePrevious: (source) => ask("usePrevious", source),
    forms: (job) => ask("forms", null, job),
    form: (unit) => ask("form", unit),
    formPreview: (unit, sheet) => ask("formPreview", { unit, sheet }),
    checkOpen: (cells, name) => ask("checkOpen", { cells, name }),
    consolidate: () => ask("consolidate", null),
    squares: (from, count) => ask("squares", { from, count }),
    square: (unit, target) => ask("square", { unit, target }),
    useNotes: (source) => ask("useNotes", source),
    useConsolidated: (source) => ask("useConsolidated", source),
    preview: (product, sheet, rows) => ask("preview", { product, sheet, rows }),
    print: (product) => ask("print", product),
    book: (product) => ask("book", product),
    demo: (job) => ask("demo", null, job),
    check: (files, job) => checkAll(files, job),
  };

  async function checkAll(files: readonly PickedFile[], job: Job): Promise<readonly FileBrief[]> {
    await ask("forget", null);
    const round = await ask("readerRound", null);
    const briefs: { readonly order: number; readonly brief: FileBrief }[] = [];
    const losses: Promise<void>[] = [];
    let parcel: FileReport[] = [];
    const send = (): void => {
      if (parcel.length > 0) void ask("take", parcel);
      parcel = [];
    };
    const take = (report: FileReport, order: number): void => {
      briefs.push({ order, brief: briefOf(report) });
      parcel.push(report);
      if (parcel.length >= PARCEL) send();
    };
    const lost = (path: string, order: number): void => {
      losses.push(ask("lost", path).then((brief) => void briefs.push({ order, brief })));
    };
    try {
      await readers.read(files, round, job, take, lost);
    } catch (error) {
      await ask("forget", null);
      throw error;
    }
    send();
    await Promise.all(losses);
    return briefs.sort((a, b) => a.order - b.order).map(({ brief }) => brief);
  }
}

/** A report without its figures. */
function briefOf({ submission: _figures, ...brief }: FileReport): FileBrief {
  return brief;
}
