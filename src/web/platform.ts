// What a plain browser page can do: download files, keep the round while the tab is open.
import type { Engine, MadeFile } from "../ui/engine.js";
import type { Platform } from "../ui/platform.js";

const MEMORY = "tonghop";
/** Long enough for any browser to begin saving. */
const KEEP_MS = 60_000;

export function pagePlatform(engine: Engine): Platform {
  return {
    kind: "page",
    engine,
    workbook: null,
    folders: "webkitdirectory" in document.createElement("input"),
    save: (file) => {
      download(file);
      return Promise.resolve("offered");
    },
    limits: () => [],
    recall: () => Promise.resolve(sessionStorage.getItem(MEMORY)),
    remember: (text) => {
      try {
        sessionStorage.setItem(MEMORY, text);
      } catch {
        sessionStorage.removeItem(MEMORY);
      }
    },
  };
}

function download({ name, content }: MadeFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}
