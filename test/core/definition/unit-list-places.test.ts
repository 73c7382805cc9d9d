// Findings about units name the list, its row and its column.
import assert from "node:assert/strict";
import { finding } from "../../../src/core/finding.js";
import { findingMessage } from "../../../src/core/messages/index.js";
import { readUnitsCsv } from "../../../src/core/control/unit-list.js";
import { placedInList } from "../../../src/core/unit-list-places.js";
import { beginRound } from "../../../src/workflow.js";
import { sampleDefinition } from "../../helpers/sample-definition.js";

const LIST = readUnitsCsv("Tên,Mã,Loại\nA,DV1,đảng bộ cơ sở\n\nB,DV2,đảng bộ cơ sơ\nC,DV3\n");

describe("core/unit-list-places", () => {
  it("says file, row and column of the list instead of a path in the definition", () => {
    const { findings } = beginRound({ template: sampleDefinition(), units: LIST.units, period: "2024", settings: [] });
    const [found, blank] = placedInList("don-vi.csv", LIST, findings);
    assert.equal(found!.code, "definition/unknown-kind");
    assert.match(found!.message, /^don-vi\.csv, dòng 4, cột Loại: "B" có loại "đảng bộ cơ sơ"/u);
    assert.match(findingMessage(found!, "en"), /^don-vi\.csv, row 4, column Loại: "B"/u);
    assert.match(blank!.message, /^don-vi\.csv, dòng 5, cột Loại: "C" chưa ghi loại/u);
  });
  it("places what is wrong in the list itself, and leaves everything else as it is", () => {
    const list = readUnitsCsv("Mã;Tên\nDV1;A\nDV1;B\n");
    assert.match(placedInList("x.csv", list, list.findings)[0]!.message, /^x\.csv, dòng 3, cột Mã: /u);
    const other = finding("definition/bad-bounds", "error", { cell: "fields[0].max", data: { path: "fields[0].max" } });
    assert.deepEqual(placedInList("x.csv", list, [other]), [other]);
  });
});
