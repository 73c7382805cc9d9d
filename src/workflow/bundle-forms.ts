// All forms in one zip, for sending or for downloading in one go.
import { writeZip } from "../xlsx/zip-write.js";
import type { MadeForm } from "./make-forms.js";
import type { Host } from "./round.js";

/** A zip of the forms, stored as they are (they are packed already); the same forms give the same bytes. */
export function bundleForms(forms: readonly Pick<MadeForm, "fileName" | "bytes">[], host: Host): Uint8Array {
  return writeZip(
    forms.map((form) => ({ name: form.fileName, data: form.bytes, stored: true })),
    host.codec,
  );
}
