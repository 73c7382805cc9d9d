// The area that a printed sheet claims: readers that believe it must see every cell.
import assert from "node:assert/strict";
import { partsOf } from "../helpers/edit-form.js";
import { filledRound } from "../helpers/filled-round.js";

describe("a printed form", () => {
  it("claims on every sheet the area from A1 to its last cell, also when rows without cells stand between", async () => {
    const [form] = (await filledRound("kl-09-btctw-2024", 1)).forms;
    const sheets = [...partsOf(form!.blank)].filter(([name]) => name.startsWith("xl/worksheets/sheet"));
    for (const [name, data] of sheets) {
      const xml = Buffer.from(data).toString("utf8");
      const [, row] = /<dimension ref="A1:[A-Z]+(\d+)"\/>/u.exec(xml) ?? [];
      const last = [...xml.matchAll(/<c r="[A-Z]+(\d+)"/gu)].at(-1)![1];
      assert.equal(row, last, name);
    }
  });
});
