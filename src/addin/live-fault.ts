// Faults while Excel reads or writes, told in a sentence for people.
import type { Book } from "../sheets/page.js";
import { JobStopped } from "../ui/engine.js";
import { ShownFault } from "../ui/platform.js";
import { sentences } from "./sentences.js";
import { can } from "./support.js";

/** Its message is a sentence for people. */
export class LiveFault extends ShownFault {
  constructor(message: string, options: ErrorOptions = {}, halfWritten = false) {
    super(message, options);
    this.name = "LiveFault";
    this.halfWritten = halfWritten;
  }
}

/** The person stopped while sheets were on their way. */
export class WritingStopped extends Error {}

/** Why Excel refused, in a sentence; faults of ours are thrown on. */
export function whyRefused(cause: unknown): string {
  if (cause instanceof LiveFault) return cause.message;
  if (!(cause instanceof OfficeExtension.Error)) throw cause;
  const said = sentences();
  switch (cause.code) {
    case "AccessDenied":
      return said.protectedWorkbook;
    case "InvalidOperationInCellEditMode":
      return said.editing;
    case "ItemNotFound":
    case "InvalidReference":
    case "ItemAlreadyExists":
      return said.goneMeanwhile;
    case "ActivityLimitReached":
    case "Conflict":
    case "RequestAborted":
    case "ServiceNotAvailable":
      return said.busy;
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
      return said.tooLarge;
    case "ApiNotFound":
    case "NotImplemented":
      return said.tooOld(cause.debugInfo.errorLocation ?? cause.code);
    default:
      return said.hostFault(cause.message, cause.code);
  }
}

/** How far a writing has come. */
interface Progress {
  readonly begun: boolean;
  readonly done: ReadonlySet<string>;
}

/** What to say when a writing was broken off: why, which sheets are complete, which are not, and what to do. */
export function halfWritten(cause: unknown, book: Book, { begun, done }: Progress): LiveFault {
  const said = sentences();
  if (!begun) return new LiveFault(said.nothingWritten(whyRefused(cause)), { cause });
  const open = book.pages.filter(({ name, visibility }) => visibility === "visible" && !done.has(name)).map(({ name }) => name);
  const parts = [
    beginning(cause),
    done.size === 0 ? said.noneDone : said.done(quoted([...done])),
    open.length === 0 ? said.allButRecords : said.open(quoted(open)),
    said.again(can("oneUndo")),
  ];
  return new LiveFault(parts.join(" "), { cause }, true);
}

/** Names of sheets may hold commas. */
export function quoted(sheets: readonly string[]): string {
  return sheets.map((name) => `“${name}”`).join(", ");
}

function beginning(cause: unknown): string {
  const said = sentences();
  if (cause instanceof WritingStopped) return said.stoppedByPerson;
  if (cause instanceof OfficeExtension.Error) return said.stopped(whyRefused(cause));
  return said.stopped(said.ownFault(cause instanceof Error ? cause.message : String(cause)));
}

/** Runs something in Excel; what Excel refuses becomes a LiveFault. */
export async function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (cause) {
    if (cause instanceof JobStopped) throw cause;
    throw new LiveFault(whyRefused(cause), { cause });
  }
}
