// Handing over files: a download where the host lets a pane do that, a new workbook in Excel where it does not.
import type { MadeFile } from "../ui/engine.js";
import type { Saved } from "../ui/platform.js";
import { LiveFault, whyRefused } from "./live-fault.js";
import { sentences } from "./sentences.js";
import { savedKinds } from "./support.js";

/** Long enough for Excel's browser to begin saving. */
const KEEP_MS = 60_000;

/** @throws LiveFault when this Excel gives no way to hand the file over */
export async function save(file: MadeFile): Promise<Saved> {
  const kinds = savedKinds();
  if (kinds === "all") return download(file);
  if (kinds === "none") throw new LiveFault(sentences().noNewWorkbook);
  if (!file.name.endsWith(".xlsx")) throw new LiveFault(sentences().noZip);
  try {
    await Excel.createWorkbook(await base64(file.content));
  } catch (cause) {
    throw new LiveFault(whyRefused(cause), { cause });
  }
  return "opened";
}

function download({ name, content }: MadeFile): Saved {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
  return "offered";
}

function base64(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === "string" ? reader.result.replace(/^[^,]*,/u, "") : "");
    reader.onerror = () => reject(new Error("the file cannot be read", { cause: reader.error }));
    reader.readAsDataURL(content);
  });
}
