// Beginning a round from the command line: what is wrong is said of the option, or of the row of the list of units.
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build, removeFolder, temporaryFolder, tonghop } from "../helpers/command-line.js";

const TEMPLATE = "nq-lam-dong-2024";

describe("cli/init", function () {
  this.timeout(120_000);
  let cwd: string;
  before(() => build());
  beforeEach(() => {
    cwd = temporaryFolder();
    const rows = ["Mã,Tên,Loại", "DV1,Đảng ủy Một,đảng bộ cơ sở", "DV2,Đảng ủy Hai,đảng bộ cơ sở", "DV3,Đảng ủy Ba,đảng bộ cấp"];
    writeFileSync(path.join(cwd, "don-vi.csv"), rows.join("\n"));
  });
  afterEach(() => removeFolder(cwd));
  const init = (...more: readonly string[]) =>
    tonghop(cwd, ["init", "--template", TEMPLATE, "--units", "don-vi.csv", "--out", "so.xlsx", ...more]);

  it("places a wrong kind in the list of units", () => {
    const { status, stderr } = init("--period", "2024");
    assert.equal(status, 0, stderr);
    assert.match(stderr, /don-vi\.csv, dòng 4, cột Loại: "Đảng ủy Ba" có loại "đảng bộ cấp"/u);
    assert.doesNotMatch(stderr, /units\[/u);
  });

  it("names the option, not the file to be made, for a wrong period or setting", () => {
    const period = init("--period", "2024-Q5");
    assert.equal(period.status, 2);
    assert.match(period.stderr, /--period: không hiểu kỳ báo cáo “2024-Q5”/u);
    const setting = init("--period", "2024", "--set", "han_no=2024-07-05");
    assert.equal(setting.status, 2);
    assert.match(setting.stderr, /--set “han_no”: không có mục này/u);
    assert.match(init("--period", "2024-Q5", "--lang", "en").stderr, /--period: .*is no reporting period/u);
    for (const { stderr } of [period, setting]) assert.doesNotMatch(stderr, /so\.xlsx/u);
    assert.equal(existsSync(path.join(cwd, "so.xlsx")), false);
  });
});
