// What a plain browser page can do: download files, keep the round while the tab is open and a review until it is deleted.
import type { Engine, MadeFile } from "../ui/engine.js";
import type { MemoryPart } from "../ui/memory.js";
import type { Platform } from "../ui/platform.js";

const MEMORY = "tonghop";
/** Long enough for any browser to begin saving. */
const KEEP_MS = 60_000;

export function pagePlatform(engine: Engine): Platform {
  return {
    kind: "page",
    engine,
    workbook: null,
    files: "all",
    folders: "webkitdirectory" in document.createElement("input"),
    save: (file) => {
      download(file);
      return Promise.resolve("offered");
    },
    limits: () => [],
    recall: (part) => store(part)?.getItem(`${MEMORY}:${part}`) ?? null,
    remember: (part, text) => {
      const kept = store(part);
      try {
        if (text === null) kept?.removeItem(`${MEMORY}:${part}`);
        else kept?.setItem(`${MEMORY}:${part}`, text);
        return kept !== null;
      } catch {
        // The store is full: what it holds would be out of date.
        kept?.removeItem(`${MEMORY}:${part}`);
        return false;
      }
    },
  };
}

/** A review outlives the tab, the rest does not. Null where the browser keeps nothing for pages. */
function store(part: MemoryPart): Storage | null {
  try {
    return part === "review" ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

function download({ name, content }: MadeFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEEP_MS);
}
