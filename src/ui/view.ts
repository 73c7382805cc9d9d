// What every view is given: data in, callbacks out.
import type { Finding } from "../core/finding.js";
import type { Actions, Lookups } from "./actions.js";
import type { SavedKinds } from "./platform.js";
import type { State } from "./state.js";
import type { Words } from "./words.js";

export interface ViewContext {
  readonly state: State;
  readonly words: Words;
  readonly actions: Actions;
  readonly lookups: Lookups;
  /** How the host differs, as far as views show it. */
  readonly host: {
    readonly kind: "page" | "pane";
    readonly workbook: boolean;
    readonly files: SavedKinds;
    readonly folders: boolean;
    readonly limits: readonly string[];
  };
  /** The sentence of a finding in the language of the views. */
  sentence(finding: Finding): string;
}
