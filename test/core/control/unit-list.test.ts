import assert from "node:assert/strict";
import fc from "fast-check";
import type { Finding } from "../../../src/core/finding.js";
import { readUnitsCsv, readUnitsWorkbook } from "../../../src/core/control/unit-list.js";
import { tableSheet, typed, workbookOf } from "../../helpers/edit-cells.js";

function unit(code: string, name: string, more: object = {}): object {
  return { code, name, aliases: [], kind: "", parent: null, email: null, ...more };
}

function told(findings: readonly Finding[]): string[] {
  return findings.map(({ severity, code, cell }) => `${severity} ${code} ${cell ?? ""}`);
}

describe("unit-list", () => {
  describe("CSV", () => {
    const units = [
      unit("DV01", "Đảng ủy A, B", { kind: "đảng bộ cơ sở" }),
      unit("002", 'Chi bộ "Ba"', { kind: "chi bộ", parent: "DV01", aliases: ["CB3", "Ba"], email: "a@b.vn" }),
    ];
    const lines = (s: string) => [
      ["code", "name", "kind", "parent", "aliases", "email"].join(s),
      ["DV01", '"Đảng ủy A, B"', "đảng bộ cơ sở", "", "", ""].join(s),
      ["002", '"Chi bộ ""Ba"""', "chi bộ", "DV01", '"CB3; Ba"', "a@b.vn"].join(s),
    ];

    it("with comma, semicolon or tab, with or without byte-order mark, any line ends, blank lines", () => {
      for (const separator of [",", ";", "\t"])
        for (const end of ["\n", "\r\n", "\r"])
          for (const mark of ["", "\ufeff"]) {
            const read = readUnitsCsv(mark + lines(separator).join(end + end) + end);
            assert.deepEqual([read.units, read.findings], [units, []], JSON.stringify([separator, end, mark]));
          }
    });

    it("with Vietnamese headings in any order and columns of one's own", () => {
      const read = readUnitsCsv("STT;Tên đơn vị;Ghi chú;Mã;Tên khác;Loại\n1;Chi bộ Một;x;CB1;Một|Chi bộ 1;chi bộ\n");
      assert.deepEqual(
        [read.units, read.findings],
        [[unit("CB1", "Chi bộ Một", { kind: "chi bộ", aliases: ["Một", "Chi bộ 1"] })], []],
      );
    });

    it("keeps any names through quotes", () => {
      const name = fc.string({ unit: fc.constantFrom(..."aă,;\t\"'\n ") }).map((text) => `x${text}x`);
      fc.assert(
        fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), fc.constantFrom(",", ";", "\t"), (names, separator) => {
          const body = names.map((text, i) => `K${String(i)}${separator}"${text.replace(/"/gu, '""')}"`);
          const read = readUnitsCsv([`Mã${separator}Tên`, ...body].join("\r\n"));
          assert.deepEqual(
            read.units.map((one) => one.name),
            names,
          );
        }),
      );
    });

    it("says what is wrong and where", () => {
      const cases: readonly (readonly [string, readonly string[]])[] = [
        ["", ["error control/headings-missing "]],
        ["tên gì đó,khác\na,b", ["error control/headings-missing "]],
        ["mã,tên\n", ["error control/no-units "]],
        ["mã,tên\nA,\n,B", ["error control/value-missing B2", "error control/value-missing A3"]],
        ["mã,tên\nA,Một\n\nA,Hai", ["error control/unit-code-repeated A4"]],
        ["mã,tên\nHoà,Một\nhòa,Hai", ["error control/unit-code-alike A3"]],
        ["mã,tên\nA,Ủy ban\nB,uỷ  ban", ["warning control/unit-name-repeated B3"]],
        ["mã,tên\nA,Chi bộ Một, Hai", ["error control/csv-cells C2"]],
        ['mã,tên\nA,"Chi bộ', ["error control/csv-quotes B2"]],
        ['mã,tên\nA,"Chi" bộ', ["error control/csv-quotes B2"]],
        ["mã,tên\nA,Chi b\ufffd", ["error control/csv-encoding "]],
      ];
      for (const [text, expected] of cases) assert.deepEqual(told(readUnitsCsv(text).findings), expected, JSON.stringify(text));
    });
  });

  describe("superiors", () => {
    it("are codes, or the name of one unit with a note", () => {
      const read = readUnitsCsv("mã,tên,cấp trên\nA,Đảng ủy A,\nB,Chi bộ B,a\nC,Chi bộ C,đảng uỷ A");
      assert.deepEqual(
        read.units.map(({ parent }) => parent),
        [null, "A", "A"],
      );
      assert.deepEqual(told(read.findings), ["note control/unit-superior-by-name C4"]);
    });
    it("that are not in the list are a warning with the near miss", () => {
      const { findings, units } = readUnitsCsv("mã,tên,cấp trên\nDU01,A,\nDU02,B,DU001");
      assert.deepEqual([told(findings), units[1]!.parent], [["warning control/unit-superior-unknown C3"], "DU001"]);
      assert.match(findings[0]!.message, /Có phải là “DU01” không/u);
    });
    it("that many units share are told once", () => {
      const { findings } = readUnitsCsv("mã,tên,cấp trên\nA,Một,DUK\nB,Hai,duk\nC,Ba,DUK");
      assert.deepEqual(told(findings), ["warning control/unit-superior-unknown C2"]);
      assert.match(findings[0]!.message, /của 3 đơn vị/u);
    });
    it("in a circle are an error at every unit of the circle, and only there", () => {
      const { findings } = readUnitsCsv("mã,tên,cấp trên\nA,Một,B\nB,Hai,C\nC,Ba,A\nD,Bốn,A\nE,Năm,E\nF,Sáu,");
      assert.deepEqual(
        told(findings),
        ["C2", "C3", "C4", "C6"].map((cell) => `error control/unit-superior-circle ${cell}`),
      );
    });
  });

  describe("workbooks", () => {
    it("are read from the sheet Đơn vị, or the first visible one with the headings", () => {
      const other = tableSheet("Trang 1", ["Báo cáo|của|ai"]);
      const list = tableSheet("Sheet2", ["DANH SÁCH", "", "STT|Mã đơn vị|Tên đơn vị", "1|A|Đảng ủy A"]);
      const hidden = { ...tableSheet("Cũ", ["Mã|Tên", "X|Cũ"]), visibility: "hidden" as const };
      const named = tableSheet("đơn vị", ["Mã|Tên", "B|Đảng ủy B"]);
      assert.deepEqual(readUnitsWorkbook(workbookOf(hidden, other, list)).units, [unit("A", "Đảng ủy A")]);
      assert.deepEqual(readUnitsWorkbook(workbookOf(list, named)).units, [unit("B", "Đảng ủy B")]);
      assert.deepEqual(told(readUnitsWorkbook(workbookOf(other)).findings), ["error control/headings-missing "]);
      assert.deepEqual(told(readUnitsWorkbook(workbookOf()).findings), ["error control/no-units "]);
    });

    const codes = (lines: readonly string[], cells: Parameters<typeof tableSheet>[2]) => {
      const read = readUnitsWorkbook(workbookOf(tableSheet("Đơn vị", ["Mã|Tên", ...lines], cells)));
      return [read.units.map(({ code }) => code), told(read.findings)];
    };

    it("get back zeros that Excel dropped when the other codes leave one reading", () => {
      assert.deepEqual(codes(["001|A", "|B", "|C"], { A3: typed(2), A4: typed(30) }), [
        ["001", "002", "030"],
        ["note control/unit-code-padded A3", "note control/unit-code-padded A4"],
      ]);
      assert.deepEqual(codes(["|A", "|B"], { A2: typed(1, "000"), A3: typed(2, "000") }), [["001", "002"], []]);
    });
    it("keep plain numbers as codes when no code has zeros", () => {
      assert.deepEqual(codes(["|A", "|B", "DV3|C"], { A2: typed(1), A3: typed(20) }), [["1", "20", "DV3"], []]);
    });
    it("hold codes whose zeros nobody can know", () => {
      assert.deepEqual(codes(["001|A", "0002|B", "|C"], { A4: typed(3) }), [
        ["001", "0002", "3"],
        ["error control/unit-code-unclear A4"],
      ]);
    });
    it("refuse a padded code that another unit has", () => {
      assert.deepEqual(codes(["001|A", "|B"], { A3: typed(1) })[1], [
        "note control/unit-code-padded A3",
        "error control/unit-code-repeated A3",
      ]);
    });
  });
});
