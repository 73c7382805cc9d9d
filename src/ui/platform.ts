// In what the task pane and the page differ: saving, the open workbook, memory. Each host gives one of these to `startApp`.
import type { WorkbookCells } from "../core/cells.js";
import type { Book } from "../sheets/page.js";
import type { Engine, Job, MadeFile } from "./engine.js";
import type { MemoryPart } from "./memory.js";
import type { Words } from "./words.js";

/** What became of a made file. `offered`: the browser has it, the person sees where; `opened`: it stands open in the host. */
export type Saved = "offered" | "opened" | "cancelled";

/** All files as downloads; only workbooks, which open as new ones; or nothing. */
export type SavedKinds = "all" | "workbooks" | "none";

/** The workbook that is open in the host. */
export interface OpenWorkbook {
  name(): Promise<string>;
  read(job: Job): Promise<WorkbookCells>;
  goTo(sheet: string, cell: string): Promise<void>;
  /**
   * Writes the pages into it, updating those that are there. Rejects with a sentence for people when something was left half done.
   * @returns what a person has to know although it went well, or null
   */
  write(book: Book, job: Job): Promise<string | null>;
}

export interface Platform {
  readonly kind: "page" | "pane";
  readonly engine: Engine;
  /** Null on the page. */
  readonly workbook: OpenWorkbook | null;
  /** What `save` can hand over here. */
  readonly files: SavedKinds;
  /** False where folders cannot be picked. */
  readonly folders: boolean;
  save(file: MadeFile): Promise<Saved>;
  /** What this host cannot do, one sentence each; empty when nothing. */
  limits(words: Words): readonly string[];
  /** A text that outlives the pane or a reload; null when there is none. */
  recall(part: MemoryPart): string | null;
  /** Keeps a text, or forgets it when null. @returns false when the host could not */
  remember(part: MemoryPart, text: string | null): boolean;
}

/** A fault whose sentence is meant for people; other faults are shown with a general sentence before them. */
export class ShownFault extends Error {
  /** True when the open workbook holds a part of what was meant. */
  halfWritten = false;
}
