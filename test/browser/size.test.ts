// What the task pane and the page load before anybody has done anything.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { builtWeb } from "../helpers/built-web.js";

const MOST_KILOBYTES = 120;

/** Kilobytes, packed, of the scripts and styles that a page names, and of the thread that it starts; office.js is not ours to count. */
function firstLoad(folder: string, page: string): number {
  const html = readFileSync(path.join(folder, page), "utf8");
  const named = [...html.matchAll(/(?:src|href)="?([\w.-]+\.(?:js|css))"?/gu)].map((match) => match[1]!);
  const thread = readdirSync(folder).filter((name) => /^tonghop\.[0-9a-f]+\.js$/u.test(name));
  assert.equal(thread.length, 1);
  const bytes = [page, ...named, ...thread].map((name) => gzipSync(readFileSync(path.join(folder, name))).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1024;
}

describe("first load", function () {
  this.timeout(300_000);
  for (const page of ["taskpane.html", "index.html"]) {
    it(`of ${page} stays within ${MOST_KILOBYTES} KB packed`, async () => {
      const size = firstLoad(await builtWeb(), page);
      assert.ok(size > 10 && size <= MOST_KILOBYTES, `${size.toFixed(1)} KB`);
    });
  }
});
