// A reader: one file at a time becomes a report, or the files that are in it.
import type { Jobs, ReadOutcome, Waiting } from "../../ui/jobs.js";
import { anyHost, batchHost } from "../../workflow/any-host.js";
import { readReport } from "../../workflow/read-report.js";
import type { Round } from "../../workflow/round.js";
import { openRound } from "../../workflow/round.js";
import type { SourceFile } from "../../workflow/sources.js";
import { unfold } from "../../workflow/sources.js";

type ReaderJobs = {
  readonly setRound: (input: Jobs["setRound"]["in"]) => null;
  readonly read: (input: Waiting) => Promise<ReadOutcome>;
};

export function readerJobs(): ReaderJobs {
  let round: Round | null = null;
  let host = batchHost(anyHost);
  return {
    setRound: (given) => {
      host = batchHost(anyHost);
      round = given === null ? null : openRound(given.definition, given.previous);
      return null;
    },
    read: async ({ path, content, range, ...known }) => {
      const part = range === undefined ? content : content.slice(...range);
      const source = { path, bytes: new Uint8Array(await part.arrayBuffer()), ...known };
      if (range !== undefined) return { report: readReport(source, round, host), members: null };
      const inside = unfold(source, host);
      const [only] = inside;
      if (inside.length === 1 && only !== undefined && only.path === path) {
        return { report: readReport(only, round, host), members: null };
      }
      return { report: null, members: membersOf(inside) };
    },
  };
}

/** The members of a zip with one store for all their bytes: a thousand stores would hold up whoever receives them. */
function membersOf(inside: readonly SourceFile[]): readonly Waiting[] {
  const content = new Blob(inside.map(({ bytes }) => bytes as BlobPart));
  let end = 0;
  return inside.map(({ bytes, ...rest }) => {
    const start = end;
    end += bytes.length;
    return { ...rest, content, range: [start, end] };
  });
}
