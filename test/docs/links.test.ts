// What the docs point at is there: pictures, pages, files of the source, scripts.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");
const PAGES = ["README.md", "CHANGELOG.md", ...readdirSync(path.join(ROOT, "docs")).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith(".md"),
);

/** Heading → the anchor that a link names. */
function anchors(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gmu)].map((match) => match[1]!);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

function missingLinks(page: string): string[] {
  const text = readFileSync(path.join(ROOT, page), "utf8");
  return [...text.matchAll(/\]\(([^)\s]+)\)/gu)]
    .map((match) => match[1]!)
    .filter((link) => !/^https?:/u.test(link))
    .filter((link) => {
      const [file, anchor] = link.split("#") as [string, string?];
      const target = file === "" ? path.join(ROOT, page) : path.join(ROOT, path.dirname(page), decodeURI(file));
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchors(readFileSync(target, "utf8")).has(decodeURI(anchor));
    });
}

describe("the docs", () => {
  for (const page of PAGES)
    it(`link only to what exists: ${page}`, () => {
      assert.deepEqual(missingLinks(page), []);
    });

  it("show every picture that is drawn", () => {
    const text = PAGES.map((page) => readFileSync(path.join(ROOT, page), "utf8")).join("\n");
    const unused = readdirSync(path.join(ROOT, "docs/pictures")).filter((name) => !text.includes(`pictures/${name}`));
    assert.deepEqual(unused, []);
  });

  it("name only files that exist", () => {
    const text = PAGES.map((page) => readFileSync(path.join(ROOT, page), "utf8")).join("\n");
    const named = [...text.matchAll(/`((?:src|test|scripts|bench|templates)\/[\w./-]+)`/gu)].map((match) => match[1]!);
    assert.deepEqual(
      named.filter((name) => !existsSync(path.join(ROOT, name))),
      [],
    );
  });
});
