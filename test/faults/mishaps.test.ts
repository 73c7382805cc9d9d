import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LayoutInput } from "../../src/core/submission/form-layout.js";
import { build, removeFolder, temporaryFolder, tonghop } from "../helpers/command-line.js";
import { asNumber, asText, edited, partsOf, rowInserted, sheetPart, withCell } from "../helpers/edit-form.js";
import { filledForms, filledRound, roundOf, type FilledForm, type FilledRound } from "../helpers/filled-round.js";

const TEMPLATE = "nq-20-duk-2024";
const UNITS = 60;
/** Which unit meets with what. */
const CUT = 0;
const FLIPPED = 17;
const OTHER_PERIOD = 23;
const TAMPERED = 38;
const TWICE = 59;
const IN_TROUBLE = [CUT, FLIPPED, OTHER_PERIOD, TAMPERED, TWICE];

interface Ending {
  readonly outcome: string;
  /** Severity, code and place of every finding. */
  readonly findings: readonly string[];
}

interface FileJson {
  readonly path: string;
  readonly outcome: string;
  readonly findings: readonly Readonly<Record<"severity" | "code" | "sheet" | "cell" | "message", string>>[];
}

interface Json {
  readonly files: readonly FileJson[];
  readonly coverage: Readonly<Record<string, unknown>>;
  readonly totals: Readonly<Record<string, number | null>>;
}

/** What `consolidate` says, and the workbook it writes. */
interface Consolidated {
  readonly json: Json;
  readonly book: Uint8Array;
}

describe("sixty units, five of them in trouble", function () {
  this.timeout(300_000);
  let folder: string;
  let made: FilledRound;
  let sound: Consolidated;
  let troubled: Consolidated;
  /** The input whose line is tampered with, and the row of the first rate, which is overwritten. */
  let input: LayoutInput;
  let rate: number;

  before(async () => {
    build();
    folder = temporaryFolder();
    made = await filledRound(TEMPLATE, UNITS);
    writeFileSync(path.join(folder, "so.xlsx"), made.control);
    mkdirSync(path.join(folder, "da-nop"));
    for (const { name, bytes } of made.forms) put(name, bytes);
    sound = consolidated(0);
    input = made.round.layout(form(TAMPERED).unit).inputs.find(({ role, name }) => role === "figure" && name === "tong_chi_bo")!;
    put(form(CUT).name, form(CUT).bytes.slice(0, Math.floor(form(CUT).bytes.length * 0.6)));
    put(form(FLIPPED).name, flipped(form(FLIPPED).bytes));
    put(form(OTHER_PERIOD).name, await ofOtherPeriod(OTHER_PERIOD));
    put(form(TAMPERED).name, tampered(form(TAMPERED).bytes));
    put(second(), withOneMore(form(TWICE)));
    troubled = consolidated(1);
  });
  after(() => removeFolder(folder));

  const form = (index: number): FilledForm => made.forms[index]!;
  const put = (name: string, bytes: Uint8Array): void => writeFileSync(path.join(folder, "da-nop", name), bytes);

  function consolidated(status: number): Consolidated {
    const ran = tonghop(folder, ["consolidate", "so.xlsx", "da-nop", "--out", `tong-${String(status)}.xlsx`, "--json"]);
    assert.equal(ran.status, status, ran.stderr);
    return { json: JSON.parse(ran.stdout) as Json, book: readFileSync(path.join(folder, `tong-${String(status)}.xlsx`)) };
  }

  /** One bit of the packed sheet of figures. */
  function flipped(bytes: Uint8Array): Uint8Array {
    const copy = bytes.slice();
    const name = Buffer.from(sheetPart(bytes, "Báo cáo"));
    const at = Buffer.from(copy).indexOf(name) + name.length + 500;
    copy[at] = copy[at]! ^ 4;
    return copy;
  }

  async function ofOtherPeriod(index: number): Promise<Uint8Array> {
    for await (const one of filledForms(roundOf(TEMPLATE, UNITS, 2024, "2024-H1"))) {
      if (one.unit.code === form(index).unit.code) return one.bytes;
    }
    throw new Error("no such unit in the other period");
  }

  function tampered(bytes: Uint8Array): Uint8Array {
    const { sheet, row } = input;
    const changed = edited(bytes, sheetPart(bytes, sheet), (xml) => {
      const labelled = withCell(xml, row, 3, asText("Số chi bộ đã thành lập"));
      rate = Number(/<c r="H(\d+)"[^>]*><f>/u.exec(labelled)![1]);
      return withCell(labelled, rate, 8, asNumber("0.5"));
    });
    return rowInserted(changed, sheet, row);
  }

  /** The same form with one figure greater by one. */
  function withOneMore({ unit, bytes, filled }: FilledForm): Uint8Array {
    const own = made.round.layout(unit).inputs.find(({ name }) => name === "ket_nap_moi" || name === "tong_dang_vien")!;
    const more = Number(filled.figures.values.get(own.name)) + 1;
    return edited(bytes, sheetPart(bytes, own.sheet), (xml) => withCell(xml, own.row, own.column, asNumber(String(more))));
  }

  const second = (): string => form(TWICE).name.replace(".xlsx", " (1).xlsx");
  const fileOf = (name: string): FileJson => troubled.json.files.find((file) => path.posix.basename(file.path) === name)!;
  const ending = (name: string): Ending => {
    const { outcome, findings } = fileOf(name);
    return { outcome, findings: findings.map((one) => [one.severity, one.code, one.sheet, one.cell].filter(Boolean).join(" ")) };
  };

  it("starts from sixty sound forms", () => {
    assert.equal(sound.json.files.length, UNITS);
    assert.deepEqual(sound.json.coverage["missing"], []);
    assert.equal(sound.json.coverage["counted"], UNITS);
  });

  it("sends the file that was cut off back, and names the unit that it may be of", () => {
    assert.deepEqual(ending(form(CUT).name), { outcome: "rejected", findings: ["error zip/damaged"] });
    assert.deepEqual((troubled.json.coverage["unknown"] as readonly object[])[0], {
      path: `da-nop/${form(CUT).name}`,
      perhaps: form(CUT).unit.code,
    });
  });

  it("sends the file with one flipped bit back", () => {
    assert.deepEqual(ending(form(FLIPPED).name), { outcome: "rejected", findings: ["error zip/checksum"] });
  });

  it("sends the form of another period back, naming both", () => {
    assert.deepEqual(ending(form(OTHER_PERIOD).name), { outcome: "rejected", findings: ["error form/other-period"] });
    const [finding] = fileOf(form(OTHER_PERIOD).name).findings;
    assert.match(finding!.message, /6 tháng đầu năm 2024 \(2024-H1\).*năm 2024 \(2024\)/su);
  });

  it("sends the form with a changed label, an overwritten formula and an inserted row back, naming all three where they stand now", () => {
    const { row } = input;
    assert.deepEqual(ending(form(TAMPERED).name), {
      outcome: "rejected",
      findings: [
        `error form/label-changed Báo cáo C${String(row + 1)}`,
        `error form/result-overwritten Báo cáo H${String(rate + 1)}`,
        `warning form/row-moved Báo cáo F${String(row + 1)}`,
      ],
    });
  });

  it("holds both files of the unit that sent two with the same number, naming the cell that differs", () => {
    assert.deepEqual([form(TWICE).name, second()].map(ending), [
      { outcome: "held", findings: ["error round/conflict", "error round/conflict-figure Báo cáo F14"] },
      { outcome: "held", findings: ["error round/conflict"] },
    ]);
  });

  it("leaves the rows of the other 55 units unchanged, byte for byte, on every sheet with a row for each unit", () => {
    const spoiled = IN_TROUBLE.map((index) => form(index).unit.code);
    const others = made.forms.map(({ unit }) => unit.code).filter((code) => !spoiled.includes(code));
    assert.equal(others.length, 55);
    for (const sheet of ["Tổng hợp", "Đối chiếu đơn vị", "Theo dõi"]) {
      const before = unitRows(sound.book, sheet);
      const after = unitRows(troubled.book, sheet);
      for (const code of others) {
        assert.ok(before.has(code), `${sheet}: ${code}`);
        assert.equal(after.get(code), before.get(code), `${sheet}: ${code}`);
      }
      assert.notDeepEqual(after, before, sheet);
    }
  });

  it("adds up the figures of these 55 and no others", () => {
    assert.equal(troubled.json.coverage["counted"], 55);
    const left = made.forms.filter((_form, index) => !IN_TROUBLE.includes(index));
    for (const [id, total] of Object.entries(troubled.json.totals)) {
      const figures = left.map(({ filled }) => filled.figures.values.get(id)).filter((value) => typeof value === "number");
      assert.equal(total, figures.length === 0 ? null : figures.reduce((sum, value) => sum + value, 0), id);
    }
  });
});

/** The rows of a sheet of the consolidated workbook as they are written, by the unit's code that stands in them. */
function unitRows(book: Uint8Array, sheet: string): Map<string, string> {
  const xml = Buffer.from(partsOf(book).get(sheetPart(book, sheet))!).toString("utf8");
  const rows = [...xml.matchAll(/<row [^>]*>.*?<\/row>/gsu)].map(([row]) => row);
  return new Map(rows.flatMap((row) => [...row.matchAll(/>(DV\d{4})</gu)].slice(0, 1).map((match) => [match[1]!, row])));
}
