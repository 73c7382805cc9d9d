// A reader in the page: what the browser does not hand out still ends in a report.
import assert from "node:assert/strict";
import type { FileReport } from "../../../src/core/round/file-report.js";
import type { ToDesk, Waiting } from "../../../src/ui/jobs.js";
import { readerJobs } from "../../../src/web/worker/reader.js";

/** The reports that a reader sends to the desk on one file. */
async function reportsOn(file: Waiting): Promise<readonly FileReport[]> {
  const reports: FileReport[] = [];
  const jobs = readerJobs();
  const port = { postMessage: (message: ToDesk) => message.kind === "report" && reports.push(message.report) };
  jobs.meetDesk(port as unknown as MessagePort);
  assert.equal(await jobs.read({ file, turn: 1, order: 0 }), null);
  return reports;
}

describe("reader of the page", () => {
  it("says that a file is gone which was moved after it was picked", async () => {
    const content = new Blob(["x"]);
    content.arrayBuffer = () => Promise.reject(new DOMException("moved", "NotFoundError"));
    const [report] = await reportsOn({ path: "nop/a.xlsx", content });
    assert.deepEqual([report!.path, report!.outcome, report!.findings[0]!.code], ["nop/a.xlsx", "rejected", "file/unreadable"]);
    assert.match(report!.findings[0]!.message, /^Không còn tệp này/u);
  });

  it("says that the browser does not hand out a file of a folder", async () => {
    const [report] = await reportsOn({ path: "nop/b.xlsx", content: new Blob(), withheld: "NotReadableError" });
    assert.deepEqual([report!.outcome, report!.findings[0]!.code], ["rejected", "file/unreadable"]);
    assert.match(report!.findings[0]!.message, /^Không mở được tệp \(NotReadableError\)/u);
  });

  it("gives a report on a zip without any file", async () => {
    const [report] = await reportsOn({ path: "rong.zip", content: new Blob(["PK\u0005\u0006" + "\0".repeat(18)]) });
    assert.deepEqual([report!.outcome, report!.findings[0]!.code], ["rejected", "file/empty-zip"]);
  });
});
