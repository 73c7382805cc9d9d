// npm start: with Excel on this machine the add-in is loaded into it from https://localhost:3000; without, the page is served and said so.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:https";
import path from "node:path";
import { getHttpsServerOptions } from "office-addin-dev-certs";
import { filesOf, serveFolder, WEB_FOLDER } from "./serve.js";

/** The address that manifest.xml has in the repository. */
const PORT = 3000;
const PAGE_PORT = 8080;
const MANIFEST = path.join(WEB_FOLDER, "manifest.xml");

/** Where Excel is installed, by kind of machine. */
const EXCEL: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["/Applications/Microsoft Excel.app"],
  win32: [process.env["ProgramFiles"], process.env["ProgramFiles(x86)"]].flatMap((folder) =>
    folder === undefined ? [] : ["root\\Office16", "Office16"].map((part) => `${folder}\\Microsoft Office\\${part}\\EXCEL.EXE`),
  ),
};

/** True when an Excel of this machine can load add-ins from here. */
export function hasExcel(platform: NodeJS.Platform = process.platform, exists: (file: string) => boolean = existsSync): boolean {
  return (EXCEL[platform] ?? []).some(exists);
}

function run(command: string, ...given: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, given, { stdio: "inherit", shell: process.platform === "win32" });
    child.once("error", reject);
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${String(code)}`))));
  });
}

async function intoExcel(): Promise<void> {
  const server = createServer(await getHttpsServerOptions(), filesOf(WEB_FOLDER));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(PORT, "localhost", resolve);
  });
  console.log(
    `Đang phục vụ add-in tại https://localhost:${String(PORT)}/ và nạp vào Excel. Ctrl+C để dừng, rồi npm run stop để gỡ.`,
  );
  await run("npx", "office-addin-debugging@5", "start", MANIFEST, "desktop", "--no-debug");
}

async function asPage(): Promise<void> {
  await serveFolder(WEB_FOLDER, PAGE_PORT);
  console.log(
    `Máy này không có Excel nên chỉ mở trang Tổng hợp: http://localhost:${String(PAGE_PORT)}/ (mọi bước làm trên tệp). Ctrl+C để dừng.`,
  );
}

async function main(): Promise<void> {
  if (!existsSync(MANIFEST)) await run("npx", "webpack");
  await (hasExcel() ? intoExcel() : asPage());
}

if (process.argv[1] === import.meta.filename) await main();
