// The engine as background threads give it: one desk that holds the round, and readers for the files.
import type { CheckBrief, Engine, Job, PickedFile } from "./engine.js";
import type { JobName, Jobs } from "./jobs.js";
import type { Limits } from "./reader-pool.js";
import { readerPool } from "./reader-pool.js";
import type { Thread } from "./thread.js";
import { threadOf } from "./thread.js";

/**
 * Starts the desk; readers start when files come.
 * @param spawn starts a thread that runs src/web/worker/main.ts
 */
export function startBackground(spawn: () => Worker, limits?: Limits): Engine {
  const desk = threadOf(spawn());
  const readers = readerPool(hire, limits);
  let turns = 0;
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
    files: (from) => ask("files", from),
    findings: (query) => ask("findings", query),
    searchFindings: (search) => ask("searchFindings", search),
    consolidate: () => ask("consolidate", null),
    squares: (from, count) => ask("squares", { from, count }),
    square: (unit, target) => ask("square", { unit, target }),
    useNotes: (source, more = false) => ask("useNotes", { source, more }),
    useConsolidated: (source) => ask("useConsolidated", source),
    preview: (product, sheet, rows) => ask("preview", { product, sheet, rows }),
    print: (product) => ask("print", product),
    book: (product) => ask("book", product),
    demo: (job) => ask("demo", null, job),
    check: (files, job) => checkAll(files, job),
  };

  /** A reader with a channel to the desk: reports never pass through the thread of the views. */
  async function hire(): Promise<Thread> {
    const reader = threadOf(spawn());
    const { port1, port2 } = new MessageChannel();
    await Promise.all([desk.ask("meetReader", port1, {}, [port1]), reader.ask("meetDesk", port2, {}, [port2])]);
    return reader;
  }

  async function checkAll(files: readonly PickedFile[], job: Job): Promise<CheckBrief> {
    const turn = ++turns;
    await ask("beginBatch", turn);
    try {
      return await ask("endBatch", { turn, ...(await readers.read(files, turn, job)) });
    } catch (error) {
      await ask("beginBatch", ++turns);
      throw error;
    }
  }
}
