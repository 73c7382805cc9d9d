// Faults while Excel reads or writes, told in a sentence for people.
import { JobStopped } from "../ui/engine.js";
import { ShownFault } from "../ui/platform.js";
import { sentences } from "./sentences.js";

/** Its message is a sentence for people. */
export class LiveFault extends ShownFault {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "LiveFault";
  }
}

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

/** Runs something in Excel; what Excel refuses becomes a LiveFault. */
export async function inExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (cause) {
    if (cause instanceof JobStopped) throw cause;
    throw new LiveFault(whyRefused(cause), { cause });
  }
}
