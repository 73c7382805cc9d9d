// Forms that are stamped from one: what is printed and what the file says of itself name the unit that it is for, and no other.
import assert from "node:assert/strict";
import { nodeHost } from "../../src/cli/host.js";
import { formBook } from "../../src/sheets/form.js";
import { makeForms, openRound } from "../../src/workflow.js";
import { printBook } from "../../src/xlsx/print.js";
import { openPackage } from "../../src/xlsx/read-package.js";
import { FORM_LIMITS, openZip } from "../../src/xlsx/zip-read.js";
import { sampleDefinition } from "../helpers/sample-definition.js";

const NAMES = [
  "Đảng ủy Phòng R&D",
  "27/7 <Hội>",
  "Đảng ủy Công ty Cổ phần Đầu tư Xây dựng và Phát triển Hạ tầng Đô thị miền Trung",
];

function partsOf(bytes: Uint8Array): { readonly report: string; readonly core: string } {
  const pack = openPackage(openZip(bytes, FORM_LIMITS), nodeHost.codec);
  return { report: pack.text("xl/worksheets/sheet1.xml"), core: pack.text("docProps/core.xml") };
}

const footerOf = (report: string): string => /<oddFooter>(.*?)<\/oddFooter>/u.exec(report)![1]!;

describe("workflow/make-forms", () => {
  it("gives each form the printed footer of its own unit, as if it had been printed alone", async () => {
    const sample = sampleDefinition();
    const units = NAMES.map((name, i) => ({ ...sample.units[0]!, code: `U${String(i)}`, name, aliases: [] }));
    const definition = { ...sample, units };
    const footers: string[] = [];
    for await (const { unit, bytes } of makeForms(openRound(definition), nodeHost)) {
      const { report, core } = partsOf(bytes);
      footers.push(footerOf(report));
      assert.equal(footerOf(report), footerOf(partsOf(await printBook(formBook(definition, unit), nodeHost.codec)).report));
      for (const name of NAMES) assert.ok(!core.includes(name.replace(/&/gu, "&amp;").replace(/</gu, "&lt;")), name);
    }
    assert.match(footers[0]!, /Đảng ủy Phòng R&amp;&amp;D&amp;R/u);
    assert.match(footers[1]!, /&amp;9 27\/7 &lt;Hội&gt;&amp;R/u);
    assert.match(footers[2]!, /&amp;9Đảng ủy Công ty Cổ phần .*…&amp;R/u);
    assert.ok(!footers.some((words) => words.includes("&amp;F")));
  });
});
