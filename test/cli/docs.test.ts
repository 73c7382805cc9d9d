import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { nodeHost } from "../../src/cli/host.js";
import { madeUpFigures } from "../../src/core/made-up/figures.js";
import { fillForm, openControl, openRound } from "../../src/workflow.js";
import { docxOf } from "../helpers/word-document.js";
import { build, removeFolder, ROOT, temporaryFolder, tonghop } from "../helpers/command-line.js";

const UNITS = `Mã,Tên,Loại
DV01,Đảng ủy Sở Y tế,đảng bộ cơ sở
DV02,Chi bộ Hội Nông dân,chi bộ cơ sở
DV03,Đảng ủy Bệnh viện tỉnh,đảng bộ cơ sở
`;

const RESOLUTION = `NGHỊ QUYẾT
về xây dựng Đảng năm 2026
II. CHỈ TIÊU NĂM 2026
1. Trên 95% đảng viên được học tập nghị quyết.
2. Kết nạp từ 20 đảng viên trở lên.`;

/** Commands of the blocks marked \`sh\`, line by line; a line that ends in a backslash goes on. */
function commandsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^```sh\n([\s\S]*?)^```/gmu)]
    .flatMap((match) => match[1]!.replaceAll("\\\n", " ").split("\n"))
    .map((line) => line.replace(/\s+#.*$/u, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function docs(): string[] {
  const inside = readdirSync(path.join(ROOT, "docs")).filter((name) => name.endsWith(".md"));
  return [path.join(ROOT, "README.md"), ...inside.map((name) => path.join(ROOT, "docs", name))];
}

const RUNS = /^(?:npx )?tonghop /u;
/** Installing and the scripts of package.json: those are run by whoever installs, and by the tests themselves. */
const SCRIPTS = /^(?:[A-Z_]+=\S+ )*(?:npm (?:ci|cit|test|start|run [a-z:-]+)\b|node scripts\/|npx mocha )/u;

/** Makes the inputs that a command of the documentation takes for granted: the list of units, and the forms as they come back. */
function prepare(cwd: string, words: readonly string[]): void {
  for (const word of words) {
    const file = path.join(cwd, word);
    if (existsSync(file)) continue;
    if (/^[a-z-]*(?:don-vi|units)\.csv$/u.test(word)) writeFileSync(file, UNITS);
    if (word === "nghi-quyet.docx") writeFileSync(file, docxOf(RESOLUTION));
    if (/^(?:da-nop|returned)$/u.test(word)) fillReturned(cwd, file, words);
  }
}

function fillReturned(cwd: string, folder: string, words: readonly string[]): void {
  const control = words.find((word) => word.endsWith(".xlsx") && existsSync(path.join(cwd, word)))!;
  const { definition } = openControl(readFileSync(path.join(cwd, control)), nodeHost);
  const round = openRound(definition!);
  const forms = ["bieu-mau", "forms"].map((name) => path.join(cwd, name)).find((name) => existsSync(name))!;
  mkdirSync(folder);
  readdirSync(forms).forEach((name, i) => {
    const unit = round.definition.units.find(({ code }) => name.startsWith(code))!;
    const filled = {
      unit: unit.code,
      submissionNumber: 1,
      figures: madeUpFigures(round.definition, unit, i),
      explanations: new Map<string, string>(),
    };
    writeFileSync(path.join(folder, name), fillForm(readFileSync(path.join(forms, name)), round, filled, nodeHost));
  });
}

describe("documentation", function () {
  this.timeout(300_000);
  before(build);

  for (const file of docs()) {
    const commands = commandsOf(file);
    if (commands.length === 0) continue;
    it(`shows commands that work: ${path.relative(ROOT, file)}`, () => {
      const cwd = temporaryFolder();
      try {
        for (const command of commands) {
          if (!RUNS.test(command)) {
            assert.ok(
              command.split("&&").every((part) => SCRIPTS.test(part.trim())),
              `nobody runs “${command}”`,
            );
            continue;
          }
          const words = (command.replace(RUNS, "").match(/"[^"]*"|\S+/gu) ?? []).map((word) => word.replaceAll('"', ""));
          prepare(cwd, words);
          const ran = tonghop(cwd, words);
          assert.equal(ran.status, 0, `${command}\n${ran.stderr}${ran.stdout}`);
        }
      } finally {
        removeFolder(cwd);
      }
    });
  }

  it("names only scripts that package.json has", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { scripts: Record<string, string> };
    const named = docs().flatMap((file) => [...readFileSync(file, "utf8").matchAll(/npm run ([a-z:-]+)/gu)].map((m) => m[1]!));
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });
});
