// The very hidden sheet of a form: what the form is, for whom, for when, and the whole definition, so that a file checks itself.
import { writeDefinition } from "../core/definition/definition-json.js";
import { definitionFingerprint } from "../core/definition/fingerprint.js";
import type { HiddenKey } from "../core/submission/form-layout.js";
import { HIDDEN_SHEET } from "../core/submission/form-layout.js";
import type { FormDraft } from "./form-draft.js";
import { nameCell, putPlace } from "./form-draft.js";
import { cellArea, PageDraft } from "./page-draft.js";

/** Longest piece of the definition in one cell; a cell holds 32,767 characters. */
const PIECE = 30_000;
const KEY_COLUMN = 1;
const VALUE_COLUMN = 2;
const FIRST_WORD_COLUMN = 4;

/** An empty hidden sheet. */
export function hiddenPage(): PageDraft {
  return new PageDraft({
    name: HIDDEN_SHEET,
    visibility: "veryHidden",
    columns: [{ width: 14 }, { width: 60 }],
    print: { landscape: false, margins: { top: 20, bottom: 20, left: 20, right: 20 } },
    protected: true,
  });
}

/** Draws keys and values, and beside them the words of choices that are too long for a drop-down. */
export function drawHidden(draft: FormDraft, page: PageDraft): void {
  const { definition } = draft;
  let row = 0;
  const put = (key: HiddenKey, value: string): void => {
    row += 1;
    page.put(row, KEY_COLUMN, { value: key, style: "code" });
    page.put(row, VALUE_COLUMN, { value, style: "code" });
  };
  const place = (key: HiddenKey, part: "code" | "name" | "kind"): void => {
    row += 1;
    page.put(row, KEY_COLUMN, { value: key, style: "code" });
    putPlace(draft, page, cellArea(row, VALUE_COLUMN), { kind: "unit", part }, "code");
  };
  put("form", definition.id);
  put("fingerprint", definitionFingerprint(definition));
  place("unit", "code");
  place("unitName", "name");
  place("unitKind", "kind");
  put("period", definition.period.id);
  for (const piece of pieces(JSON.stringify(writeDefinition({ ...definition, units: [] })))) put("definition", piece);
  [...draft.wordCells].forEach(([name, words], i) => {
    const column = FIRST_WORD_COLUMN + i;
    words.forEach((word, j) => page.put(j + 1, column, { value: word, style: "code" }));
    nameCell(draft, page, name, { top: 1, left: column, bottom: Math.max(1, words.length), right: column });
  });
}

/** Cuts a text; a pair of surrogates stays together. */
function pieces(text: string): readonly string[] {
  const cut: string[] = [];
  let start = 0;
  while (start < text.length) {
    const end = start + PIECE;
    const splitsPair = end < text.length && /[\ud800-\udbff]/u.test(text.charAt(end - 1));
    const stop = splitsPair ? end - 1 : end;
    cut.push(text.slice(start, stop));
    start = stop;
  }
  return cut;
}
