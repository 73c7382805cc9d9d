// The pages as they are shipped: built once for a run of the tests, into a folder of their own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import webpack from "webpack";
import webpackConfig from "../../webpack.config.js";

let built: Promise<string> | null = null;

/** Folder with the built pages. */
export function builtWeb(): Promise<string> {
  built ??= build();
  return built;
}

/** The same for a network without internet: office.js lies beside the pane. */
export async function builtOffline(): Promise<string> {
  await builtWeb();
  process.env["OFFICE_JS"] = "local";
  try {
    return await build();
  } finally {
    delete process.env["OFFICE_JS"];
  }
}

async function build(): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "tonghop-web-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const config = webpackConfig({}, { mode: "production" });
  const stats = await new Promise<webpack.Stats>((resolve, reject) => {
    webpack({ ...config, output: { ...config.output, path: folder } }, (error, result) => {
      if (error !== null || result === undefined) reject(error ?? new Error("nothing was built"));
      else resolve(result);
    });
  });
  if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
  return folder;
}
