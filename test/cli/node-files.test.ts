// Walking folders: whatever stands in one ends in one report, however it stands there.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { findFiles, linksFrom } from "../../src/cli/node-files.js";
import { readReports } from "../../src/cli/reports.js";
import { removeFolder, temporaryFolder } from "../helpers/command-line.js";

describe("a folder of reports", () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder();
    mkdirSync(path.join(folder, "nop", "xa"), { recursive: true });
    writeFileSync(path.join(folder, "nop", "xa", "a.xlsx"), "");
  });
  afterEach(() => removeFolder(folder));

  const found = (): string[] => findFiles([path.join(folder, "nop")]).map((file) => path.relative(folder, file.path));

  it("is walked through linked folders, once, and never in a circle", () => {
    mkdirSync(path.join(folder, "noi-khac"));
    writeFileSync(path.join(folder, "noi-khac", "b.xlsx"), "");
    symlinkSync(path.join(folder, "noi-khac"), path.join(folder, "nop", "lien-ket"));
    symlinkSync("..", path.join(folder, "nop", "xa", "len"));
    assert.deepEqual(found(), ["nop/lien-ket/b.xlsx", "nop/xa/a.xlsx"]);
  });

  it("gives a report on links to nowhere, links to themselves, and pipes, and waits for none of them", async () => {
    symlinkSync("khong-co.xlsx", path.join(folder, "nop", "gay.xlsx"));
    symlinkSync("vong.xlsx", path.join(folder, "nop", "vong.xlsx"));
    assert.equal(spawnSync("mkfifo", [path.join(folder, "nop", "ong.xlsx")]).status, 0);
    assert.deepEqual(found(), ["nop/gay.xlsx", "nop/ong.xlsx", "nop/vong.xlsx", "nop/xa/a.xlsx"]);
    const reports = await readReports([path.join(folder, "nop")], null);
    assert.deepEqual(
      reports.map(({ outcome, findings }) => [outcome, ...findings.map(({ code }) => code)]),
      [
        ["rejected", "file/unreadable"],
        ["rejected", "file/unreadable"],
        ["rejected", "file/unreadable"],
        ["rejected", "file/empty"],
      ],
    );
    assert.match(reports[0]!.findings[0]!.message, /lối tắt trỏ đến nơi không có tệp/u);
    assert.match(reports[2]!.findings[0]!.message, /^Không mở được tệp \(ELOOP\)\./u);
  });
});

describe("addresses of source files", () => {
  const link = linksFrom(path.join("ket-qua", "quý I", "tong-hop.xlsx"));
  for (const [source, address] of [
    ["ket-qua/quý I/a.xlsx", "a.xlsx"],
    ["ket-qua/quý I/da nộp/100%#1.xlsx", "da%20n%E1%BB%99p/100%25%231.xlsx"],
    ["ket-qua/b.xlsx", "../b.xlsx"],
    ["c.xlsx", "../../c.xlsx"],
    ["da-nop/../d.xlsx", "../../d.xlsx"],
    ["da-nop/goi.zip!trong/e.xlsx", "../../da-nop/goi.zip"],
    ["da-nop/goi.zip!f.xlsx", "../../da-nop/goi.zip"],
    [path.resolve("ket-qua/quý I/g.xlsx"), "g.xlsx"],
  ] as const) {
    it(`of ${path.isAbsolute(source) ? "a whole path" : source}`, () => assert.equal(link(source), address));
  }
});
