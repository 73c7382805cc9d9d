// A reader: one file at a time becomes a report, which goes straight to the desk, or the files that are in it.
import { finding } from "../../core/finding.js";
import type { Jobs, Reading, ReadOutcome, ToDesk, ToReader, Waiting } from "../../ui/jobs.js";
import { anyHost, batchHost } from "../../workflow/any-host.js";
import { readReport } from "../../workflow/read-report.js";
import type { Host, Round } from "../../workflow/round.js";
import { openRound } from "../../workflow/round.js";
import type { SourceFile } from "../../workflow/sources.js";
import { unfold } from "../../workflow/sources.js";

type ReaderJobs = {
  readonly meetDesk: (port: Jobs["meetDesk"]["in"]) => null;
  readonly takeRound: () => Promise<null>;
  readonly read: (input: Reading) => Promise<ReadOutcome>;
};

export function readerJobs(): ReaderJobs {
  let round: Round | null = null;
  let host = batchHost(anyHost);
  let desk: MessagePort | null = null;
  const tell = (message: ToDesk): void => {
    if (desk === null) throw new Error("the reader has met no desk");
    desk.postMessage(message);
  };
  return {
    meetDesk: (port) => {
      desk = port;
      return null;
    },
    takeRound: async () => {
      const answer = new Promise<ToReader>((resolve) => {
        if (desk !== null) desk.onmessage = ({ data }: MessageEvent<ToReader>) => resolve(data);
      });
      tell({ kind: "round?" });
      const { round: given } = await answer;
      host = batchHost(anyHost);
      round = given === null ? null : openRound(given.definition, given.previous);
      return null;
    },
    read: async ({ file, turn, order }) => {
      const found = await filesIn(file, host);
      if ("members" in found) return found.members;
      tell({ kind: "report", turn, order, report: readReport(found.file, round, host) });
      return null;
    },
  };
}

/** The file itself, or the files in it. */
async function filesIn(
  { path, content, range, withheld, ...known }: Waiting,
  host: Host,
): Promise<{ file: SourceFile } | { members: readonly Waiting[] }> {
  if (withheld !== undefined) return { file: unreadable(path, withheld) };
  const bytes = await bytesOf(range === undefined ? content : content.slice(...range));
  if (typeof bytes === "string") return { file: unreadable(path, bytes) };
  const source = { path, bytes, ...known };
  if (range !== undefined) return { file: source };
  const inside = unfold(source, host);
  const [only] = inside;
  if (inside.length === 1 && only !== undefined && only.path === path) return { file: only };
  return { members: membersOf(inside) };
}

/** The bytes, or the browser's word for why it does not give them: the file was moved, or changed after it was picked. */
async function bytesOf(content: Blob): Promise<Uint8Array | string> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch (problem) {
    return problem instanceof Error ? problem.name : "";
  }
}

function unreadable(path: string, found: string): SourceFile {
  return { path, bytes: new Uint8Array(0), findings: [finding("file/unreadable", "error", { found })] };
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
