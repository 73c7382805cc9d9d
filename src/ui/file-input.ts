// Handing in files: a button, a folder button and a place to drop. Folders are walked; nothing is read here.
import type { PickedFile } from "./engine.js";
import { el } from "./dom.js";
import type { Words } from "./words.js";

export interface FileInput {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly many: boolean;
  readonly folders: boolean;
  readonly words: Words;
  /** A place to drop is drawn; otherwise a button only. */
  readonly area: boolean;
  /** Gets no file at all when an empty folder is dropped. */
  readonly take: (files: readonly PickedFile[]) => void;
}

export const WORKBOOKS = ".xlsx,.xlsm";
export const REPORTS = ".xlsx,.xlsm,.xls,.xlsb,.ods,.zip";
const REPORT_NAME = /\.(?:xls[xmb]?|ods|zip)$/iu;

/** Drawn as a button, or as a dashed place with buttons. */
export function fileInput(input: FileInput): HTMLElement {
  const buttons = [pickButton(input, input.words.pick, false)];
  if (input.folders && input.many) buttons.push(pickButton(input, input.words.pickFolder, true));
  if (!input.area) return el("div", { class: "pick" }, ...buttons);
  const place = el(
    "div",
    { class: "drop" },
    el("div", { class: "pick" }, ...buttons),
    el("p", { class: "hint" }, input.words.orDrop),
  );
  acceptDrops(place, input.take);
  return place;
}

function pickButton({ id, label, accept, many, take }: FileInput, text: string, folder: boolean): HTMLElement {
  const own = folder ? `${id}-folder` : id;
  const field = el("input", {
    id: own,
    type: "file",
    class: "file-field",
    "aria-label": `${label}: ${text}`,
    multiple: many,
    ...(folder ? { webkitdirectory: true } : { accept }),
  });
  field.addEventListener("change", () => {
    const files = [...(field.files ?? [])].map(picked);
    field.value = "";
    if (files.length > 0) take(files);
  });
  return el("span", { class: "file-pick" }, field, el("span", { class: "button plain", "aria-hidden": "true" }, text));
}

function picked(file: File): PickedFile {
  return { path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath, content: file };
}

function acceptDrops(place: HTMLElement, take: (files: readonly PickedFile[]) => void): void {
  place.addEventListener("dragover", (event) => {
    event.preventDefault();
    place.classList.add("over");
  });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    void droppedFiles(event.dataTransfer).then(take);
  });
}

/**
 * The files of a drop, folders walked. Entries have to be taken at once: the list is empty after the event. To say whether something is a
 * folder the browser looks at the disk while the page waits; it is asked only where the name is not that of a report.
 */
async function droppedFiles(data: DataTransfer | null): Promise<PickedFile[]> {
  if (data === null) return [];
  const items = [...data.items].filter(({ kind }) => kind === "file");
  const loose = [...data.files].map(picked);
  const entries = loose.map(({ path }, index) => (REPORT_NAME.test(path) ? null : (items[index]?.webkitGetAsEntry() ?? null)));
  const found: PickedFile[] = [];
  for (const [index, file] of loose.entries()) {
    const entry = entries[index];
    if (entry?.isDirectory === true) await walk(entry, "", found);
    else found.push(file);
  }
  return found;
}

async function walk(entry: FileSystemEntry, folder: string, found: PickedFile[]): Promise<void> {
  const path = folder + entry.name;
  if (isFile(entry)) {
    found.push(await handedOut(path, () => new Promise((resolve, reject) => entry.file(resolve, reject))));
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    const read = (): Promise<FileSystemEntry[]> => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    try {
      for (let some = await read(); some.length > 0; some = await read()) {
        for (const one of some) await walk(one, `${path}/`, found);
      }
    } catch (problem) {
      found.push(withheld(path, problem));
    }
  }
}

/** A file on its way in; one that the browser does not hand out is not forgotten. */
async function handedOut(path: string, file: () => Promise<File>): Promise<PickedFile> {
  try {
    return { path, content: await file() };
  } catch (problem) {
    return withheld(path, problem);
  }
}

function withheld(path: string, problem: unknown): PickedFile {
  return { path, content: new Blob(), withheld: problem instanceof Error ? problem.name : "" };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
