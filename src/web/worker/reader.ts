// A reader: one file at a time becomes a report, or the files that are in it.
import type { Jobs, ReadOutcome, Waiting } from "../../ui/jobs.js";
import { anyHost } from "../../workflow/any-host.js";
import { readReport } from "../../workflow/read-report.js";
import type { Round } from "../../workflow/round.js";
import { openRound } from "../../workflow/round.js";
import { unfold } from "../../workflow/sources.js";

type ReaderJobs = {
  readonly setRound: (input: Jobs["setRound"]["in"]) => null;
  readonly read: (input: Waiting) => Promise<ReadOutcome>;
};

export function readerJobs(): ReaderJobs {
  let round: Round | null = null;
  return {
    setRound: (given) => {
      round = given === null ? null : openRound(given.definition, given.previous);
      return null;
    },
    read: async (file) => {
      const { path, content, member = false, ...known } = file;
      const source = { path, bytes: new Uint8Array(await content.arrayBuffer()), ...known };
      if (member) return { report: readReport(source, round, anyHost), members: null };
      const inside = unfold(source, anyHost);
      const [only] = inside;
      if (inside.length === 1 && only !== undefined && only.path === path) {
        return { report: readReport(only, round, anyHost), members: null };
      }
      const members = inside.map(({ bytes, ...rest }) => ({ ...rest, content: new Blob([bytes as BlobPart]), member: true }));
      return { report: null, members };
    },
  };
}
