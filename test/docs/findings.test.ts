// docs/findings.md is what the catalogue says, and the catalogue is tested and worded for people.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { FINDINGS_FILE, findingsPage } from "../../scripts/make-findings.js";
import type { MessageEntry } from "../../src/core/messages/entry.js";
import { MESSAGES } from "../../src/core/messages/index.js";

const ROOT = path.join(import.meta.dirname, "../..");
const ENTRIES = Object.entries<MessageEntry>(MESSAGES);

function sources(folder: string): string {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes(path.join("core", "messages")) && file !== import.meta.filename)
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
}

/** Codes that no file names as a whole word. */
function unnamed(text: string): string[] {
  const named = new Set(text.match(/\b[a-z]+\/[a-z-]+\b/gu));
  return ENTRIES.map(([code]) => code).filter((code) => !named.has(code));
}

/** Words of the definition in JSON; staff see other words in the control workbook. */
const CODE_WORDS =
  /\b(?:aggregate|appliesTo|between|both|choice|choices|comparator|count|each|field|kind|measure|none|parent|required|rule|scope|sum|target|total|unit|upper|value|yesno)\b/u;

describe("the page of findings", () => {
  it("is what the catalogue makes; npm run docs:findings writes it", () => {
    assert.equal(readFileSync(FINDINGS_FILE, "utf8"), findingsPage());
  });

  it("holds no code that the program never gives", () => {
    assert.deepEqual(unnamed(sources("src")), []);
  });

  it("holds no code without a test", () => {
    assert.deepEqual(unnamed(sources("test")), []);
  });

  it("says meaning and remedy in whole Vietnamese sentences", () => {
    const faulty = ENTRIES.flatMap(([code, entry]) =>
      [entry.meaning, entry.remedy]
        .filter((text) => !/^\p{Lu}.*\.$/su.test(text) || !/[à-ỹđ]/iu.test(text.normalize("NFC")) || / {2}|\.\./u.test(text))
        .map((text) => `${code}: ${text}`),
    );
    assert.deepEqual(faulty, []);
  });

  it("uses the words of the workbook, not those of the code", () => {
    const facts = { unit: null, field: null, sheet: null, cell: null, found: 1, expected: 1, data: {} };
    const faulty = ENTRIES.flatMap(([code, entry]) =>
      [entry.meaning, entry.remedy, ...[entry.severity].flat().map((severity) => entry.vi({ ...facts, code, severity }))]
        .filter((text) => CODE_WORDS.test(text))
        .map((text) => `${code}: ${text}`),
    );
    assert.deepEqual(faulty, []);
  });
});
