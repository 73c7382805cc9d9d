// Heading of a document: the year in which it will be signed, not that of the period; the bodies above and below.
import assert from "node:assert/strict";
import { periodOf } from "../../src/core/definition/period.js";
import { issuerHeading, longestHeadings, unitHeading } from "../../src/sheets/party-heading.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

function dateLine(period: string, due: string | null = null): string {
  const definition = sampleDefinition({ period: periodOf(period, due)! });
  const { placeDate } = unitHeading(definition, definition.units[0]!);
  assert.equal(issuerHeading(definition).placeDate, placeDate);
  return placeDate.replace(/\s+/gu, " ").trimEnd();
}

describe("sheets/party-heading", () => {
  it("takes the year in which the report is due", () => {
    assert.equal(dateLine("2024", "2025-01-10"), "Hà Nội, ngày tháng năm 2025");
    assert.equal(dateLine("2024-Q4", "2024-12-20"), "Hà Nội, ngày tháng năm 2024");
  });
  it("leaves the year to be written when the period ends with the year and no day is set", () => {
    assert.equal(dateLine("2024"), "Hà Nội, ngày tháng năm");
    assert.equal(dateLine("2024-H1"), "Hà Nội, ngày tháng năm 2024");
  });
  it("names the superior unit above a unit, of two units with one code the first, and the issuer above all others", () => {
    const [top] = sampleDefinition().units;
    const definition = sampleDefinition({
      units: [
        { ...top!, code: "A", name: "Đảng ủy A", parent: null },
        { ...top!, code: "A", name: "Đảng ủy A bis", parent: "?" },
        { ...top!, code: "B", name: "Chi bộ B", parent: "A" },
      ],
    });
    const issuer = definition.resolution.issuer.toLocaleUpperCase("vi");
    const above = definition.units.map((unit) => unitHeading(definition, unit).superior);
    assert.deepEqual(above, [issuer, issuer, "ĐẢNG ỦY A"]);
    const longer = issuer.length > "ĐẢNG ỦY A".length ? issuer : "ĐẢNG ỦY A";
    assert.deepEqual(longestHeadings(definition), { superior: longer, issuer: "ĐẢNG ỦY A BIS" });
  });
});
