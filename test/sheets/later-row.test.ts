// Rows that are made later: a book that is sent to the pane holds them all, and nothing that cannot be sent.
import assert from "node:assert/strict";
import { consolidatedBook } from "../../src/sheets/consolidated.js";
import { plainBook } from "../../src/sheets/later-row.js";
import { consolidate } from "../../src/workflow.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

describe("sheets/later-row", () => {
  it("makes all rows of a book that is copied or sent", () => {
    const book = consolidatedBook(consolidate(sampleDefinition(), []));
    const sent = structuredClone(plainBook(book));
    book.pages.forEach((page, i) => {
      const rows = sent.pages[i]!.rows;
      assert.deepEqual(
        rows.map(({ row, cells, height }) => [row, cells, height]),
        page.rows.map(({ row, cells, height }) => [row, cells, height]),
        page.name,
      );
    });
  });
});
