import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

interface RoomRule {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  /** Words that the room may not say, with the rule that they break. */
  readonly forbidden?: readonly (readonly [RegExp, string])[];
}

const HOSTS: readonly (readonly [RegExp, string])[] = [
  [/\b(Office|Excel)\.(run|onReady|context|actions|createWorkbook)\b/, "only addin may say Office or Excel"],
];

const ROOMS: Readonly<Record<string, RoomRule>> = {
  core: { rooms: ["core"], packages: ["fraction.js", "@noble/hashes"], forbidden: HOSTS },
  sheets: { rooms: ["core", "sheets"], packages: [], forbidden: HOSTS },
  xlsx: { rooms: ["core", "sheets", "xlsx"], packages: ["exceljs", "fflate"], forbidden: HOSTS },
  document: { rooms: ["core", "document"], packages: ["mammoth", "unpdf"], forbidden: HOSTS },
  workflow: { rooms: ["core", "sheets", "xlsx", "document", "workflow"], packages: [], forbidden: HOSTS },
  ui: { rooms: ["core", "sheets", "ui"], packages: [], forbidden: HOSTS },
  addin: { rooms: ["core", "sheets", "workflow", "ui", "addin"], packages: [] },
  web: { rooms: ["core", "sheets", "workflow", "ui", "web"], packages: [], forbidden: HOSTS },
  cli: { rooms: ["core", "sheets", "workflow", "cli"], packages: ["cli-progress", "node:"], forbidden: HOSTS },
};

interface Import {
  readonly line: number;
  readonly from: string;
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function imports(text: string): Import[] {
  const found: Import[] = [];
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)"([^"]+)"/g;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push({ line: text.slice(0, match.index).split("\n").length, from: match[1]! });
  }
  return found;
}

/** `src/core/x.ts` → `core`; `src/workflow.ts` → `workflow`. */
function roomOf(file: string): string {
  return path.relative("src", file).split(path.sep)[0]!.replace(/\.ts$/, "");
}

function broken(file: string, one: Import): string | null {
  const room = roomOf(file);
  const rule = ROOMS[room];
  if (rule === undefined) return `src/${room} is no room of the house`;
  if (one.from.startsWith(".")) {
    const target = roomOf(path.join(path.dirname(file), one.from.replace(/\.js$/, ".ts")));
    return rule.rooms.includes(target) ? null : `${room} may not import ${target}`;
  }
  const known = rule.packages.some((name) => one.from === name || one.from.startsWith(name.endsWith(":") ? name : `${name}/`));
  return known ? null : `${room} may not import the package ${one.from}`;
}

describe("architecture", () => {
  it("lets every room import only what the house allows", () => {
    const problems = sources("src").flatMap((file) =>
      imports(readFileSync(file, "utf8")).flatMap((one) => {
        const problem = broken(file, one);
        return problem === null ? [] : [`${file}:${one.line}: ${problem}`];
      }),
    );
    assert.deepEqual(problems, []);
  });

  it("lets only the add-in say Office or Excel", () => {
    const problems = sources("src").flatMap((file) =>
      (ROOMS[roomOf(file)]?.forbidden ?? []).flatMap(([word, rule]) =>
        word.test(readFileSync(file, "utf8")) ? [`${file}: ${rule}`] : [],
      ),
    );
    assert.deepEqual(problems, []);
  });

  it("sees a forbidden import when there is one", () => {
    const [one] = imports('import { readFileSync } from "node:fs";\n');
    assert.equal(broken("src/core/x.ts", one!), "core may not import the package node:fs");
    assert.equal(broken("src/core/x.ts", { line: 1, from: "../sheets/form.js" }), "core may not import sheets");
    assert.equal(broken("src/cli/x.ts", one!), null);
  });

  it("says atop each file what lives there", () => {
    const silent = sources("src").filter((file) => !readFileSync(file, "utf8").startsWith("// "));
    assert.deepEqual(silent, []);
  });

  it("keeps every source file within 300 lines", () => {
    const long = sources("src").filter((file) => readFileSync(file, "utf8").split("\n").length > 301);
    assert.deepEqual(long, []);
  });
});
