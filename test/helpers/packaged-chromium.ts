// The Chromium of the development packages, made ready to start on a Linux that has neither a browser nor its libraries nor fonts.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** A program and what it needs in its environment. */
export interface ReadyBrowser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const PACKAGES = path.join(import.meta.dirname, "../../node_modules");
/** The package unpacks its libraries only where it sees this. */
const WITH_LIBRARIES = { AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" };
const UNPACK = 'import("@sparticuz/chromium").then((loaded) => loaded.default.executablePath())';

/**
 * Unpacks it once beside the packages, whole or not at all, so that runs side by side never see half of it.
 * @throws in words on another kind of machine
 */
export async function packagedChromium(): Promise<ReadyBrowser> {
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error("No browser was found. Install Chrome, Edge or Chromium, or name one with CHROME_PATH.");
  const folder = await unpacked();
  const libraries = [path.join(folder, "al2023/lib"), process.env["LD_LIBRARY_PATH"] ?? ""].filter((place) => place !== "");
  const fonts = path.join(folder, "fonts.conf");
  const env = { ...process.env, LD_LIBRARY_PATH: libraries.join(":"), FONTCONFIG_FILE: fonts } as Record<string, string>;
  return { executablePath: path.join(folder, "chromium"), env };
}

async function unpacked(): Promise<string> {
  const about = JSON.parse(await readFile(path.join(PACKAGES, "@sparticuz/chromium/package.json"), "utf8")) as {
    version: string;
  };
  const folder = path.join(PACKAGES, ".cache/tonghop", `chromium-${about.version}`);
  if (existsSync(folder)) return folder;
  await mkdir(path.dirname(folder), { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  const env = { ...process.env, ...WITH_LIBRARIES, TMPDIR: fresh };
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", UNPACK], { cwd: path.dirname(PACKAGES), env });
  await writeFile(path.join(fresh, "fonts.conf"), fontsConf(folder));
  try {
    await rename(fresh, folder);
  } catch (problem) {
    if (!existsSync(folder)) throw problem;
    await rm(fresh, { recursive: true });
  }
  return folder;
}

/** The fonts of this machine first, then those of the package. */
function fontsConf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
