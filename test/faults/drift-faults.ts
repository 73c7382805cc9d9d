// Forms that are no longer the form that was sent: moved, copied, pasted over, of another version, period or unit.
import { address } from "../../src/core/cells.js";
import { asNumber, edited, packed, partsOf, sheetPart, withCell, withCopiedSheet, withRelated } from "../helpers/edit-form.js";
import { columnDeleted, columnInserted, rowDeleted, rowInserted, rowsSwapped, withMoved } from "../helpers/move-cells.js";
import type { Fault, Victim } from "./fault.js";
import { ACCEPTED, ANY, KEPT_OUT, REJECTED, sheet } from "./fault.js";

const WARNED = ["accepted-with-warnings"] as const;
const CODES = 1;
const HIDDEN = "_tonghop";

const strings = ({ bytes }: Victim, edit: (xml: string) => string): Uint8Array => edited(bytes, "xl/sharedStrings.xml", edit);
const bookOf = ({ bytes }: Victim, edit: (xml: string) => string): Uint8Array => edited(bytes, "xl/workbook.xml", edit);
const hidden = ({ bytes }: Victim, edit: (xml: string) => string): Uint8Array => edited(bytes, sheetPart(bytes, HIDDEN), edit);
const moved = (v: Victim, move: Parameters<typeof withMoved>[2], names: boolean): Uint8Array =>
  withMoved(v.bytes, v.input.sheet, move, names);

/** The hidden sheet with another value under a key, whose row is given. */
const entry = (xml: string, row: number, value: string): string =>
  withCell(xml, row, 2, (start) => `${start} t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`);
/** Rows of the hidden sheet. */
const [FORM, FINGERPRINT, UNIT, UNIT_NAME, PERIOD] = [1, 2, 3, 4, 6] as const;

const MOVED: readonly Fault[] = [
  ...[true, false].flatMap((names): Fault[] => {
    const how = names ? "names moved along" : "names left behind";
    return [
      {
        name: `a row inserted, ${how}`,
        make: (v) => moved(v, rowInserted(v.input.row), names),
        allowed: WARNED,
        code: /row-moved/u,
      },
      { name: `a row above it deleted, ${how}`, make: (v) => moved(v, rowDeleted(11), names), allowed: [...WARNED, ...KEPT_OUT] },
      { name: `the figure's row deleted, ${how}`, make: (v) => moved(v, rowDeleted(v.input.row), names), allowed: REJECTED },
      {
        name: `two rows swapped, ${how}`,
        make: (v) => moved(v, rowsSwapped(v.input.row, v.input.row + 1), names),
        allowed: WARNED,
        code: /row-moved/u,
      },
      {
        name: `two rows swapped but for their codes, ${how}`,
        make: (v) =>
          moved(
            v,
            rowsSwapped(v.input.row, v.input.row + 1, (column) => column === CODES),
            names,
          ),
        allowed: REJECTED,
      },
      {
        name: `a column inserted, ${how}`,
        make: (v) => moved(v, columnInserted(v.input.column), names),
        allowed: WARNED,
        code: /row-moved/u,
      },
      {
        name: `the column of figures deleted, ${how}`,
        make: (v) => moved(v, columnDeleted(v.input.column), names),
        allowed: REJECTED,
      },
      { name: `the column of labels deleted, ${how}`, make: (v) => moved(v, columnDeleted(3), names), allowed: KEPT_OUT },
    ];
  }),
  {
    name: "figures between the rows, where the form is empty",
    make: (v) => sheet(v, (xml) => withCell(xml, v.input.row, v.input.column + 4, asNumber("12"))),
    allowed: WARNED,
    code: /outside-figures/u,
  },
  {
    name: "a heading edited by one accent",
    make: (v) => strings(v, (xml) => xml.replace(/(<t[^>]*>)Kết quả(?=<)/gu, "$1Kêt quả")),
    allowed: WARNED,
    code: /text-changed/u,
  },
  {
    name: "the headings of a list edited by one accent",
    make: (v) => strings(v, (xml) => xml.replaceAll("Kết quả nổi bật", "Kêt quả nổi bật")),
    allowed: REJECTED,
    code: /list-heading/u,
  },
  {
    name: "a label with other words",
    make: (v) => strings(v, (xml) => xml.replaceAll(v.input.label, "Tổng số quần chúng")),
    allowed: REJECTED,
    code: /label-changed|row-missing/u,
  },
];

const COPIED: readonly Fault[] = [
  {
    name: "the table copied to another sheet",
    make: (v) => withCopiedSheet(v.bytes, v.input.sheet, "Báo cáo (2)"),
    allowed: WARNED,
    code: /sheet-copied/u,
  },
  {
    name: "the table copied to another sheet and changed there",
    make: (v) =>
      withCopiedSheet(v.bytes, v.input.sheet, "Báo cáo (2)", (xml) =>
        withCell(xml, v.input.row, v.input.column, asNumber(String(v.value + 1))),
      ),
    allowed: KEPT_OUT,
    code: /sheet-copied/u,
  },
  {
    name: "the forms of two units in one file",
    make: (v) => withCopiedSheet(v.bytes, HIDDEN, "_tonghop (2)", (xml) => entry(xml, UNIT, v.otherUnit.code)),
    allowed: REJECTED,
    code: /two-units/u,
  },
  {
    name: "a sheet with figures of its own",
    make: (v) =>
      withCopiedSheet(v.bytes, "Tự kiểm tra", "Tính thử", (xml) =>
        xml.replace("</sheetData>", '<row r="900"><c r="B900"><v>12</v></c></row></sheetData>'),
      ),
    allowed: WARNED,
    code: /extra-sheet/u,
  },
];

const results = (xml: string): string => xml.replace(/<f[^>]*?(?:\/>|>.*?<\/f>)/gsu, "");

const LINK = '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>';
const LINK_TARGET =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ' +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="so-lieu.xlsx" TargetMode="External"/></Relationships>';

const PASTED: readonly Fault[] = [
  {
    name: "all formulas pasted over by their results",
    make: (v) => sheet(v, results),
    allowed: ACCEPTED,
    code: /result-pasted/u,
  },
  {
    name: "a link to another file",
    make: ({ bytes }) => {
      const linked = withRelated(bytes, "rIdLink", "externalLink", "externalLinks/externalLink1.xml", Buffer.from(LINK));
      return packed(partsOf(linked).set("xl/externalLinks/_rels/externalLink1.xml.rels", Buffer.from(LINK_TARGET)));
    },
    allowed: WARNED,
    code: /external-links/u,
  },
  {
    name: "a figure taken from another file",
    make: (v) =>
      sheet(v, (xml) =>
        withCell(xml, v.input.row, v.input.column, (start) => `${start}><f>'[1]Sheet1'!A1</f><v>${String(v.value)}</v></c>`),
      ),
    allowed: KEPT_OUT,
    code: /figure\/formula/u,
  },
  {
    name: "a figure that refers to itself",
    make: (v) =>
      sheet(v, (xml) =>
        withCell(
          xml,
          v.input.row,
          v.input.column,
          (start) => `${start}><f>${address(v.input.row, v.input.column)}</f><v>0</v></c>`,
        ),
      ),
    allowed: KEPT_OUT,
    code: /figure\/formula/u,
  },
];

const FOREIGN: readonly Fault[] = [
  {
    name: "an older version of the definition",
    make: (v) => hidden(v, (xml) => entry(xml, FINGERPRINT, "0".repeat(64))),
    allowed: REJECTED,
    code: /older-version/u,
  },
  {
    name: "the form of another round",
    make: (v) => hidden(v, (xml) => entry(xml, FORM, "nq-khac-2024")),
    allowed: REJECTED,
    code: /other-form/u,
  },
  {
    name: "the form of the year before",
    make: (v) => hidden(v, (xml) => entry(xml, PERIOD, "2023")),
    allowed: REJECTED,
    code: /other-period/u,
  },
  {
    name: "the code of another unit of the round",
    make: (v) => hidden(v, (xml) => entry(xml, UNIT, v.otherUnit.code)),
    allowed: REJECTED,
    code: /other-unit-name/u,
  },
  {
    name: "code and name of another unit, under the heading of this one",
    make: (v) => hidden(v, (xml) => entry(entry(xml, UNIT, v.otherUnit.code), UNIT_NAME, v.otherUnit.name)),
    allowed: REJECTED,
    code: /unit-heading|other-unit-kind/u,
  },
  {
    name: "the name of another unit typed over the heading",
    make: (v) => headed(v, v.otherUnit.name.toLocaleUpperCase("vi")),
    allowed: REJECTED,
    code: /unit-heading/u,
  },
  {
    name: "another name typed over the heading",
    make: (v) => headed(v, "ĐẢNG ỦY XÃ KHÔNG CÓ TRONG DANH SÁCH"),
    allowed: WARNED,
    code: /unit-heading/u,
  },
  {
    name: "the hidden sheet without its unit",
    make: (v) => hidden(v, (xml) => entry(xml, UNIT, "")),
    allowed: REJECTED,
    code: /hidden-sheet-damaged/u,
  },
  {
    name: "names that point at nothing",
    make: (v) => bookOf(v, (xml) => xml.replace(/(<definedName name="(?!_)[^>]*>)[^<]*/gu, "$1#REF!")),
    allowed: ANY,
  },
];

/** The form with another name in its heading. */
function headed(v: Victim, name: string): Uint8Array {
  return sheet(v, (xml) => withCell(xml, 2, 2, (start) => `${start} t="inlineStr"><is><t>${name}</t></is></c>`));
}

export const DRIFTED: readonly Fault[] = [...MOVED, ...COPIED, ...PASTED, ...FOREIGN];
