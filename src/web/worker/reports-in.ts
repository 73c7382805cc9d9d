// Reports on their way in: readers send them straight to the desk, in any order; the batch ends when all have come.
import type { FileReport } from "../../core/round/file-report.js";
import type { BatchEnd, ToDesk, ToReader } from "../../ui/jobs.js";
import { lostReport } from "../../workflow/read-report.js";
import type { Desk } from "./desk-state.js";

/** The batch that is being read. */
interface Batch {
  readonly turn: number;
  readonly reports: Map<number, FileReport>;
  /** Called at each report once the batch is waited for. */
  come: () => void;
}

export interface ReportsIn {
  /** A reader's end of the channel. */
  meet(port: MessagePort): void;
  begin(turn: number): void;
  /** Resolves with the reports in the order of the files. */
  end(end: BatchEnd): Promise<readonly FileReport[]>;
}

/** @param desk tells readers its round */
export function reportsIn(desk: Pick<Desk, "round">): ReportsIn {
  let batch: Batch = emptyBatch(0);
  const take = (message: ToDesk & { kind: "report" }): void => {
    if (message.turn !== batch.turn) return;
    batch.reports.set(message.order, message.report);
    batch.come();
  };
  return {
    meet: (port) => {
      port.onmessage = ({ data }: MessageEvent<ToDesk>) => {
        if (data.kind === "report") return take(data);
        const { round } = desk;
        const known = round === null ? null : { definition: round.definition, previous: round.previous };
        port.postMessage({ kind: "round", round: known } satisfies ToReader);
      };
    },
    begin: (turn) => {
      batch = emptyBatch(turn);
    },
    end: async ({ turn, read, lost }) => {
      const own = batch;
      if (own.turn !== turn) throw new Error(`batch ${String(turn)} is not the one that is read`);
      await allCome(own, read);
      const gone = lost.map(({ path, order }) => [order, lostReport(path)] as const);
      const all = [...read.map((order) => [order, own.reports.get(order)!] as const), ...gone];
      batch = emptyBatch(0);
      return all.sort(([a], [b]) => a - b).map(([, report]) => report);
    },
  };
}

function emptyBatch(turn: number): Batch {
  return { turn, reports: new Map(), come: () => undefined };
}

/** What a reader sent before it answered is never lost, only later. */
function allCome(batch: Batch, orders: readonly number[]): Promise<void> {
  return new Promise((resolve) => {
    batch.come = () => {
      if (orders.every((order) => batch.reports.has(order))) resolve();
    };
    batch.come();
  });
}
