// A static server for dist/web on this machine, for trying the page without Excel. Nothing but files of that folder is served.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webmanifest": "application/manifest+json",
  ".json": "application/json",
};

/** The built pages. */
export const WEB_FOLDER = fileURLToPath(new URL("../dist/web/", import.meta.url));

/** Answers with the files of a folder. */
export function filesOf(folder: string): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = path.join(folder, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    if (!file.startsWith(path.resolve(folder)) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("không có tệp này");
      return;
    }
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "cache-control": "no-cache" });
    createReadStream(file).pipe(response);
  };
}

/** Serves a folder on a port of this machine only; port 0 takes a free one. */
export function serveFolder(folder: string, port: number): Promise<Server> {
  const server = createServer(filesOf(folder));
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

async function main(): Promise<void> {
  if (!existsSync(WEB_FOLDER)) {
    console.error("Chưa có dist/web. Chạy npm run build:web trước.");
    process.exitCode = 2;
    return;
  }
  const server = await serveFolder(WEB_FOLDER, Number(process.env["PORT"] ?? "8080"));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  console.log(`Mở http://localhost:${String(port)}/ trong trình duyệt. Ctrl+C để dừng.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void main();
