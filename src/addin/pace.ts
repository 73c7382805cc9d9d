// How much is sent to Excel at once: exchanges are kept well below its limit of 5 MB, and it is known which sheets are complete.
import { WritingStopped } from "./live-fault.js";
import { can } from "./support.js";

const MOST_BYTES = 1_500_000;

/** Counts what waits to be sent, sends it in time, and remembers what arrived. */
export class Pace {
  /** Visible sheets that stand complete in the workbook. */
  readonly done = new Set<string>();
  /** True once something was sent that changes the workbook. */
  begun = false;
  private known: Excel.RequestContext | null = null;
  private waiting = 0;
  private finishing: string[] = [];

  constructor(private readonly signal?: AbortSignal) {}

  /** True when the person wants to stop. */
  get stopped(): boolean {
    return this.signal?.aborted === true;
  }

  get context(): Excel.RequestContext {
    if (this.known === null) throw new Error("nothing is being written");
    return this.known;
  }

  start(context: Excel.RequestContext): void {
    this.known = context;
    this.quiet();
  }

  /** So many bytes more wait; they are sent when there are enough. */
  async add(bytes: number): Promise<void> {
    this.waiting += bytes;
    if (this.waiting < MOST_BYTES) return;
    await this.flush();
    if (this.stopped) throw new WritingStopped();
  }

  /** The sheet is complete as soon as what waits has arrived. */
  finish(sheet: string, visible: boolean): void {
    if (visible) this.finishing.push(sheet);
  }

  async flush(): Promise<void> {
    this.begun = true;
    await this.context.sync();
    for (const sheet of this.finishing) this.done.add(sheet);
    [this.finishing, this.waiting] = [[], 0];
    this.quiet();
  }

  /** The screen stands still and nothing is calculated until the next exchange. */
  private quiet(): void {
    const { application } = this.context.workbook;
    if (can("quietScreen")) application.suspendScreenUpdatingUntilNextSync();
    application.suspendApiCalculationUntilNextSync();
  }
}
