import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import ExcelJS from "exceljs";
import { nodeCodec } from "../../src/cli/node-codec.js";
import { writeZip } from "../../src/xlsx/zip-write.js";
import { build, removeFolder, temporaryFolder, tonghop } from "../helpers/command-line.js";
import { filledRound, TEMPLATES, type FilledRound } from "../helpers/filled-round.js";

const TEMPLATE = "nq-20-duk-2024";
const FILE_KEYS = ["path", "sha256", "outcome", "unit", "period", "submissionNumber", "findings", "verdicts"];
const FINDING_KEYS = ["code", "severity", "unit", "field", "sheet", "cell", "found", "expected", "message"];
const VERDICT_KEYS = ["target", "unit", "verdict", "exceeds", "actual", "threshold", "gap", "numerator", "denominator"];

interface FileJson {
  readonly path: string;
  readonly outcome: string;
  readonly findings: readonly Readonly<Record<string, unknown>>[];
  readonly verdicts: readonly Readonly<Record<string, unknown>>[];
}

interface ConsolidateJson {
  readonly files: readonly FileJson[];
  readonly coverage: { readonly expected: number; readonly received: number; readonly missing: readonly string[] };
  readonly totals: Readonly<Record<string, number | null>>;
  readonly verdicts: readonly Readonly<Record<string, unknown>>[];
}

function hasKeys(value: object, keys: readonly string[]): void {
  assert.deepEqual(
    keys.filter((key) => !(key in value)),
    [],
  );
}

function digest(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

describe("command line", function () {
  this.timeout(300_000);
  let home: string;
  let made: FilledRound;
  let cwd: string;
  let returned: string;

  before(async () => {
    build();
    home = temporaryFolder();
    made = await filledRound(TEMPLATE, 4);
    writeFileSync(path.join(home, "so.xlsx"), made.control);
    mkdirSync(path.join(home, "da-nop"));
    for (const form of made.forms) writeFileSync(path.join(home, "da-nop", form.name), form.bytes);
  });
  after(() => removeFolder(home));

  beforeEach(() => {
    cwd = temporaryFolder();
    cpSync(home, cwd, { recursive: true });
    returned = path.join(cwd, "da-nop");
  });
  afterEach(() => removeFolder(cwd));

  const spoil = (index: number): void => {
    const file = path.join(returned, made.forms[index]!.name);
    writeFileSync(file, readFileSync(file).subarray(0, 2000));
  };

  it("ends with 0 and the contract's objects when every file is accepted", () => {
    const ran = tonghop(cwd, ["consolidate", "so.xlsx", "da-nop", "--out", "tong.xlsx", "--json"]);
    assert.equal(ran.status, 0, ran.stderr);
    const json = JSON.parse(ran.stdout) as ConsolidateJson;
    hasKeys(json, ["files", "coverage", "totals", "verdicts"]);
    hasKeys(json.coverage, ["expected", "received", "missing", "superseded", "duplicates"]);
    assert.equal(json.files.length, 4);
    assert.equal(json.coverage.received, 4);
    for (const file of json.files) {
      assert.deepEqual(Object.keys(file), FILE_KEYS);
      for (const one of file.findings) hasKeys(one, FINDING_KEYS);
      for (const one of file.verdicts) hasKeys(one, VERDICT_KEYS);
    }
    for (const one of json.verdicts) hasKeys(one, VERDICT_KEYS);
    const totals = json.verdicts.filter((one) => one["unit"] === null).map((one) => one["target"]);
    assert.deepEqual(
      totals,
      made.round.definition.targets.map((target) => target.id),
    );
    const fields = new Map(made.round.definition.fields.map((field) => [field.id, field]));
    for (const [id, total] of Object.entries(json.totals)) {
      const own = made.forms.map(({ filled }) => filled.figures.values.get(id)).filter((one) => typeof one === "number");
      assert.ok(fields.has(id));
      if (total !== null) assert.ok(Math.abs(total - own.reduce((sum, one) => sum + one, 0)) < 1e-9, id);
    }
  });

  it("ends with 1 when a file is rejected, and still writes the workbook", () => {
    spoil(1);
    const ran = tonghop(cwd, ["consolidate", "so.xlsx", "da-nop", "--out", "tong.xlsx", "--json"]);
    assert.equal(ran.status, 1);
    const json = JSON.parse(ran.stdout) as ConsolidateJson;
    assert.deepEqual(json.files.map((file) => file.outcome).filter((outcome) => outcome === "rejected").length, 1);
    assert.ok(readdirSync(cwd).includes("tong.xlsx"));
    assert.equal(tonghop(cwd, ["check", "--control", "so.xlsx", "da-nop"]).status, 1);
  });

  it("ends with 2 for misuse: nothing on stdout, the remedy on stderr", () => {
    const wrong: readonly (readonly string[])[] = [
      [],
      ["tonghop"],
      ["consolidat", "so.xlsx"],
      ["check"],
      ["check", "khong-co"],
      ["consolidate", "so.xlsx", "da-nop"],
      ["consolidate", "da-nop", "--out", "x.xlsx"],
      ["forms", "so.xlsx"],
      ["forms", "--khong-co", "so.xlsx"],
      ["init", "--template", TEMPLATE, "--out", "x.xlsx"],
    ];
    for (const words of wrong) {
      const ran = tonghop(cwd, words);
      assert.equal(ran.status, 2, words.join(" "));
      assert.equal(ran.stdout, "", words.join(" "));
      assert.ok(ran.stderr.trim().length > 10, words.join(" "));
      assert.ok(!/\bat .*\.js:\d+/u.test(ran.stderr), ran.stderr);
    }
  });

  it("says what is wrong when a folder, another kind of file or nothing stands where a workbook is wanted", () => {
    const told = (...words: string[]): string => {
      const ran = tonghop(cwd, words);
      assert.deepEqual([ran.status, ran.stdout], [2, ""], words.join(" "));
      return ran.stderr;
    };
    assert.match(told("consolidate", "da-nop", "so.xlsx", "--out", "t.xlsx"), /“da-nop” là thư mục; ở đây cần sổ tổng hợp/u);
    assert.match(
      told("consolidate", "so.xlsx", "da-nop", "--out", "t.pdf"),
      /không ghi được tệp \.pdf\. Đổi đuôi tên tệp thành \.xlsx/u,
    );
    assert.match(told("forms", "khong-co.xlsx", "--out", "bm"), /Không có tệp hay thư mục này/u);
    writeFileSync(path.join(cwd, "don-vi.csv"), "Mã,Tên\nYT,Sở Y tế\n");
    assert.match(told("forms", "don-vi.csv", "--out", "bm"), /Ở đây cần sổ tổng hợp .*“tonghop init”.*lúc lập sổ/u);
    assert.match(told("summary", "don-vi.csv", "--out", "t.xlsx"), /Ở đây cần sổ đã tổng hợp .*“tonghop consolidate”/u);
    const init = (...words: string[]): string => told("init", "--period", "2024", "--out", "moi.xlsx", ...words);
    writeFileSync(path.join(cwd, "nq.pdf"), "%PDF-1.7");
    assert.match(init("--template", TEMPLATE, "--units", "nq.pdf"), /đây là tệp PDF.*Ở đây cần danh sách đơn vị/isu);
    assert.match(init("--template", TEMPLATE, "--units", "da-nop"), /Đây là thư mục/u);
    assert.match(
      init("--template", "so.xlsx", "--units", "don-vi.csv"),
      /“so\.xlsx” không phải tệp định nghĩa .*không cần --template/u,
    );
    assert.match(told("describe", "--template", "don-vi.csv"), /nhận mã của một mẫu có sẵn \(.*nq-20-duk-2024/u);
    writeFileSync(path.join(cwd, "mau.json"), Buffer.from('{"id": "b\u00e1o"}', "latin1"));
    assert.match(told("describe", "--template", "mau.json"), /không ghi theo bảng mã UTF-8/u);
    mkdirSync(path.join(cwd, "rong"));
    const nothing = tonghop(cwd, ["check", "rong"]);
    assert.deepEqual([nothing.status, nothing.stdout.trim()], [0, "Chưa có tệp báo cáo nào."]);
  });

  it("keeps a control workbook that staff may have edited when a new one of its name is made", () => {
    const init = ["init", "--template", TEMPLATE, "--units", "u.csv", "--period", "2024", "--out", "so.xlsx"];
    writeFileSync(path.join(cwd, "u.csv"), "Mã,Tên\nYT,Sở Y tế\n");
    const before = digest(path.join(cwd, "so.xlsx"));
    const ran = tonghop(cwd, init);
    assert.equal(ran.status, 0, ran.stderr);
    assert.match(ran.stderr, /bản cũ được giữ ở “so \(2\)\.xlsx”/u);
    assert.equal(digest(path.join(cwd, "so (2).xlsx")), before);
    assert.notEqual(digest(path.join(cwd, "so.xlsx")), before);
    assert.doesNotMatch(tonghop(cwd, init).stderr, /được giữ ở/u);
  });

  it("names the right templates and the near verb", () => {
    const wrong = tonghop(cwd, ["describe", "--template", "nq-20-duk-2042"]);
    assert.equal(wrong.status, 2);
    for (const file of readdirSync(TEMPLATES)) assert.ok(wrong.stderr.includes(file.replace(".json", "")));
    assert.match(wrong.stderr, /Có phải “nq-20-duk-2024”/u);
    assert.match(tonghop(cwd, ["consolidat"]).stderr, /Có phải “consolidate”/u);
  });

  it("describes a template without units and period, and a control workbook with both", () => {
    const keys = ["resolution", "period", "units", "fields", "lists", "targets", "rules"];
    const template = JSON.parse(tonghop(cwd, ["describe", "--template", TEMPLATE, "--json"]).stdout) as Record<string, unknown>;
    hasKeys(template, keys);
    assert.deepEqual([template["units"], template["period"]], [[], null]);
    const control = JSON.parse(tonghop(cwd, ["describe", "so.xlsx", "--json"]).stdout) as Record<string, unknown>;
    hasKeys(control, keys);
    hasKeys(control["period"] as object, ["id", "label", "start", "end", "due"]);
    for (const unit of control["units"] as object[]) hasKeys(unit, ["code", "name", "aliases", "kind", "parent"]);
    assert.equal((control["units"] as object[]).length, 4);
  });

  it("explains every verb in Vietnamese and in English", () => {
    for (const verb of ["", "init", "describe", "forms", "check", "consolidate", "summary", "demo"]) {
      const words = verb === "" ? ["--help"] : [verb, "--help"];
      const vi = tonghop(cwd, words);
      const en = tonghop(cwd, [...words, "--lang", "en"]);
      assert.deepEqual([vi.status, en.status], [0, 0], verb);
      assert.match(vi.stdout, /[ạảãàáâậầấẩẫăắằặẳẵ]/u);
      assert.doesNotMatch(en.stdout.replace(/^tonghop.*$/gmu, ""), /[ạảãàáâậầấẩẫăắằặẳẵ]/u);
    }
  });

  it("leaves forms alone that are there with other content, and replaces them only when told", () => {
    assert.equal(tonghop(cwd, ["forms", "so.xlsx", "--out", "bm"]).status, 0);
    assert.equal(tonghop(cwd, ["forms", "so.xlsx", "--out", "bm"]).status, 0);
    const file = path.join(cwd, "bm", made.forms[0]!.name);
    writeFileSync(file, made.forms[0]!.bytes);
    const before = digest(file);
    const refused = tonghop(cwd, ["forms", "so.xlsx", "--out", "bm"]);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /--overwrite/u);
    assert.equal(digest(file), before);
    assert.equal(tonghop(cwd, ["forms", "so.xlsx", "--out", "bm", "--overwrite"]).status, 0);
    assert.notEqual(digest(file), before);
  });

  it("never replaces a workbook that is no consolidated one", () => {
    const before = digest(path.join(cwd, "so.xlsx"));
    const ran = tonghop(cwd, ["consolidate", "so.xlsx", "da-nop", "--out", "so.xlsx"]);
    assert.equal(ran.status, 2);
    assert.equal(digest(path.join(cwd, "so.xlsx")), before);
  });

  it("gives the same bytes whatever the order of the input, the time zone and the language of the machine", () => {
    const files = made.forms.map((form) => `da-nop/${form.name}`);
    const runs: readonly (readonly [readonly string[], Readonly<Record<string, string>>])[] = [
      [files, { TZ: "UTC", LANG: "C", LC_ALL: "C" }],
      [[...files].reverse(), { TZ: "Asia/Ho_Chi_Minh", LANG: "vi_VN.UTF-8", LC_ALL: "vi_VN.UTF-8" }],
      [["da-nop"], { TZ: "America/New_York", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" }],
    ];
    const digests = runs.map(([given, env], i) => {
      const out = `ra-${String(i)}.xlsx`;
      const ran = tonghop(cwd, ["consolidate", "so.xlsx", ...given, "--out", out], env);
      assert.equal(ran.status, 0, ran.stderr);
      return digest(path.join(cwd, out));
    });
    assert.equal(new Set(digests).size, 1);
  });

  it("reads the members of a zip and names them after it", () => {
    const parts = made.forms.map((form) => ({ name: form.name, data: form.bytes, stored: true }));
    writeFileSync(path.join(cwd, "gui.zip"), writeZip([...parts, { name: "~$x.xlsx", data: new Uint8Array(9) }], nodeCodec));
    const ran = tonghop(cwd, ["consolidate", "so.xlsx", "gui.zip", "--out", "tong.xlsx", "--json"]);
    assert.equal(ran.status, 0, ran.stderr);
    const json = JSON.parse(ran.stdout) as ConsolidateJson;
    const names = json.files.filter((file) => file.outcome !== "skipped").map((file) => file.path);
    assert.deepEqual(
      names,
      made.forms.map((form) => `gui.zip!${form.name}`),
    );
    assert.deepEqual(
      json.files.filter((file) => file.outcome === "skipped").map((file) => file.path),
      ["gui.zip!~$x.xlsx"],
    );
  });

  it("keeps the notes of staff on the next run", async () => {
    assert.equal(tonghop(cwd, ["consolidate", "so.xlsx", "da-nop", "--out", "tong.xlsx"]).status, 0);
    const file = path.join(cwd, "tong.xlsx");
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const sheet = book.getWorksheet("Tổng hợp")!;
    let noteColumn = 0;
    sheet.eachRow((row) => row.eachCell((cell, column) => (noteColumn = cell.value === "Ghi chú" ? column : noteColumn)));
    let unitRow = 0;
    sheet.eachRow((row, number) => (unitRow = row.getCell(2).value === "DV0002" ? number : unitRow));
    sheet.getCell(unitRow, noteColumn).value = "Đã gọi điện ngày 5/1";
    await book.xlsx.writeFile(file);
    renameSync(path.join(returned, made.forms[1]!.name), path.join(cwd, "cat-di.xlsx"));
    assert.equal(tonghop(cwd, ["consolidate", "so.xlsx", "da-nop", "--out", "tong.xlsx"]).status, 0);
    const again = new ExcelJS.Workbook();
    await again.xlsx.readFile(file);
    assert.equal(again.getWorksheet("Tổng hợp")!.getCell(unitRow, noteColumn).value, "Đã gọi điện ngày 5/1");
  });

  it("never writes to an input", () => {
    spoil(2);
    const before = readdirSync(returned).map((name) => digest(path.join(returned, name)));
    tonghop(cwd, ["check", "da-nop", "--json"]);
    tonghop(cwd, ["consolidate", "so.xlsx", "da-nop", "--out", "tong.xlsx"]);
    assert.deepEqual(
      readdirSync(returned).map((name) => digest(path.join(returned, name))),
      before,
    );
  });

  it("exports the summary, and the figures of the period before reach forms and checks", () => {
    assert.equal(tonghop(cwd, ["consolidate", "so.xlsx", "da-nop", "--out", "tong.xlsx"]).status, 0);
    assert.equal(tonghop(cwd, ["summary", "tong.xlsx", "--out", "bao-cao.xlsx", "--json"]).status, 0);
    assert.equal(tonghop(cwd, ["summary", "so.xlsx", "--out", "sai.xlsx"]).status, 2);
    assert.equal(tonghop(cwd, ["forms", "so.xlsx", "--previous", "tong.xlsx", "--out", "bm.zip"]).status, 0);
    assert.equal(tonghop(cwd, ["consolidate", "so.xlsx", "da-nop", "--previous", "tong.xlsx", "--out", "t2.xlsx"]).status, 0);
  });
});
