// The pages as they are shipped: built once for a run of the tests, into a folder of their own.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const ROOT = path.join(import.meta.dirname, "../..");
const WEBPACK = path.join(ROOT, "node_modules/webpack/bin/webpack.js");

let built: Promise<string> | null = null;

/** Folder with the built pages; `BUILT_WEB` names one that was built before. */
export function builtWeb(): Promise<string> {
  const before = process.env["BUILT_WEB"] ?? "";
  built ??= before === "" ? build({}) : Promise.resolve(path.resolve(before));
  return built;
}

/** The same for a network without internet: office.js lies beside the pane. */
export function builtOffline(): Promise<string> {
  return build({ OFFICE_JS: "local" });
}

/** In a process of its own: what the tests load first is nothing for the threads of the build. */
async function build(more: NodeJS.ProcessEnv): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "tonghop-web-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const env = { ...process.env, ...more };
  await promisify(execFile)(process.execPath, [WEBPACK, "--mode", "production", "--output-path", folder], { cwd: ROOT, env });
  return folder;
}
