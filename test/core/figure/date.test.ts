import assert from "node:assert/strict";
import { dayOf, dayOfSerial, isDateFormat, isDay, readDay, serialOf, showDay } from "../../../src/core/figure/date.js";

describe("date", () => {
  it("knows the days that exist", () => {
    assert.deepEqual(["2024-02-29", "2023-02-29", "2024-13-01", "2024-1-1", "1899-12-31"].map(isDay), [
      true,
      false,
      false,
      false,
      false,
    ]);
    assert.equal(dayOf(2024, 2, 30), null);
  });
  it("turns days into Excel's serial numbers and back", () => {
    for (const [day, serial] of [
      ["1900-01-01", 1],
      ["1900-02-28", 59],
      ["1900-03-01", 61],
      ["2024-01-01", 45292],
      ["9999-12-31", 2958465],
    ] as const) {
      assert.equal(serialOf(day), serial);
      assert.equal(dayOfSerial(serial), day);
    }
    assert.equal(dayOfSerial(45292.75), "2024-01-01");
    assert.equal(dayOfSerial(0, true), "1904-01-01");
    assert.equal(dayOfSerial(45292 - 1462, true), "2024-01-01");
  });
  it("gives no day for serial numbers that have none", () => {
    assert.deepEqual(
      [0, 60, -3, 2958466, NaN, Infinity].map((serial) => dayOfSerial(serial)),
      [null, null, null, null, null, null],
    );
  });
  it("reads a typed day with the day before the month, and nothing else", () => {
    assert.deepEqual(["5/1/2024", "05-01-2024", " 5.1.2024 ", "2024-01-05"].map(readDay), Array(4).fill("2024-01-05"));
    assert.deepEqual(["13/13/2024", "5/1-2024", "5/1/24", "tháng 5", ""].map(readDay), Array(5).fill(null));
  });
  it("writes a day as offices do", () => assert.equal(showDay("2024-01-05"), "05/01/2024"));
  it("tells date formats from others", () => {
    assert.deepEqual(["dd/mm/yyyy", "[$-42A]d mmmm yyyy", "mmm-yy", "d.m"].map(isDateFormat), [true, true, true, true]);
    assert.deepEqual(
      [null, "General", "0.00%", "#,##0", '0 "đảng viên, ngày"', "h:mm", "[Red]0", "@"].map(isDateFormat),
      Array(8).fill(false),
    );
  });
});
