// The demonstration shows what happens in real life: some units explain what they miss, others are asked to.
import assert from "node:assert/strict";
import { consolidate, demoRound, makeForms, readReport } from "../../src/workflow.js";
import type { MadeForm } from "../../src/workflow.js";
import { anyHost } from "../../src/workflow/any-host.js";
import { explanationsPage } from "../../src/sheets/explanations-page.js";
import { roundOf } from "../helpers/filled-round.js";

describe("workflow/demo-round", function () {
  this.timeout(60_000);

  it("has units that explain a missed target, and units that still have to", async () => {
    const round = roundOf("nq-lam-dong-2024", 24);
    const forms: MadeForm[] = [];
    for await (const form of makeForms(round, anyHost)) forms.push(form);
    const { files } = demoRound(round, forms, 2024, anyHost);
    const reports = files.map(({ name, bytes }) => readReport({ path: name, bytes }, round, anyHost));
    const explained = reports.filter(({ submission }) => (submission?.explanations.size ?? 0) > 0);
    const asked = reports.filter(({ findings }) => findings.some(({ code }) => code === "target/explanation-missing"));
    assert.ok(explained.length >= 2 && asked.length >= 1, `${String(explained.length)} explained, ${String(asked.length)} asked`);
    assert.notEqual(explanationsPage(consolidate(round.definition, reports)), null);
  });
});
