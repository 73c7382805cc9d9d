// The judge of the fuzzer: it must see a report that says anything else than the file, also in lists, explanations and the number.
import assert from "node:assert/strict";
import { nodeHost } from "../../src/cli/host.js";
import type { FileReport } from "../../src/core/round/file-report.js";
import type { Submission } from "../../src/core/submission/submission.js";
import { fillForm, readReport } from "../../src/workflow.js";
import { filledRound, type FilledForm, type FilledRound } from "../helpers/filled-round.js";
import { unfounded, type Typed } from "../helpers/second-reader.js";

describe("the judge of spoiled forms", () => {
  let made: FilledRound;
  let form: FilledForm;
  let typed: Typed;
  let bytes: Uint8Array;
  let report: FileReport;
  before(async () => {
    made = await filledRound("kl-09-btctw-2024", 8);
    form = made.forms.find(({ filled }) => [...filled.figures.lists.values()].some((rows) => rows.length > 1))!;
    const { filled, blank, unit } = form;
    const about = made.round
      .layout(unit)
      .inputs.find(({ role }) => role === "explanation")!
      .name.replace(/_giai_trinh$/u, "");
    typed = { ...filled, submissionNumber: 2, explanations: new Map([[about, "Do bận mùa vụ"]]) };
    bytes = fillForm(blank, made.round, typed, nodeHost);
    report = readReport({ path: "a.xlsx", bytes }, made.round, nodeHost);
  });

  const judged = (change: Partial<Submission>): string | null => {
    const submission = { ...report.submission!, ...change };
    return unfounded({ ...report, submission }, typed, made.round.layout(form.unit), bytes);
  };

  it("has nothing to say about a form that is as it was", () => assert.equal(judged({}), null));

  it("sees another figure, another number of the report, other words of an explanation, and a lost explanation", () => {
    const { figures } = report.submission!;
    const [id, value] = [...figures.values].find(([, one]) => typeof one === "number" && one > 1)!;
    const values = new Map(figures.values).set(id, Number(value) + 1);
    assert.match(judged({ figures: { ...figures, values } })!, new RegExp(`^${id} at `, "u"));
    assert.match(judged({ submissionNumber: 3 })!, /^lan_bao_cao /u);
    const [about] = [...report.submission!.explanations.keys()];
    assert.match(judged({ explanations: new Map([[about!, "Do mưa"]]) })!, /_giai_trinh at /u);
    assert.match(judged({ explanations: new Map() })!, /_giai_trinh at /u);
  });

  it("sees another value in a row of a list, a row that is lost and one that is invented", () => {
    const { figures } = report.submission!;
    const [list, rows] = [...figures.lists].find(([, all]) => all.length > 1)!;
    const lists = (changed: typeof rows) => ({ figures: { ...figures, lists: new Map(figures.lists).set(list, changed) } });
    const [column] = [...rows[0]!].find(([, value]) => typeof value === "string" && value !== "")!;
    assert.match(judged(lists([new Map(rows[0]).set(column, "khác"), ...rows.slice(1)]))!, new RegExp(`^${list}\\[0\\]`, "u"));
    assert.match(judged(lists(rows.slice(0, -1)))!, /is lost$/u);
    assert.match(judged(lists([...rows, rows[0]!]))!, /at nowhere/u);
  });
});
