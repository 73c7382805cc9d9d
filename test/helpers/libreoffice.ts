// LibreOffice as a second opinion: recalculates a workbook in a private profile, so that tests may run side by side.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Path of the program, or null when it is not installed. On CI its absence is an error, so that no check is skipped unseen. */
export function libreOfficePath(): string | null {
  const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const places = folders.flatMap((folder) => ["soffice", "libreoffice", "soffice.exe"].map((name) => join(folder, name)));
  const found = [...places, "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find((place) => existsSync(place));
  if (found === undefined && process.env["CI"] !== undefined) throw new Error("LibreOffice is not installed on this CI machine");
  return found ?? null;
}

/**
 * Opens an .xlsx in LibreOffice, recalculates it and saves it again. Formulas without a saved result are always computed.
 * @throws when LibreOffice is not installed or does not answer within two minutes
 */
export async function recalculate(bytes: Uint8Array): Promise<Uint8Array> {
  return (await recalculateAll([bytes]))[0]!;
}

/** The same for many files in one start of the program, which takes longer than the work. */
export async function recalculateAll(files: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const program = libreOfficePath();
  if (program === null) throw new Error("LibreOffice is not installed");
  const folder = await mkdtemp(join(tmpdir(), "tonghop-soffice-"));
  try {
    const out = join(folder, "out");
    const sources = files.map((_, i) => join(folder, `book${String(i)}.xlsx`));
    await Promise.all(files.map((bytes, i) => writeFile(sources[i]!, bytes)));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const format = "xlsx:Calc MS Excel 2007 XML";
    const args = [profile, "--headless", "--norestore", "--convert-to", format, "--outdir", out, ...sources];
    await run(program, args, { timeout: 120_000 });
    return await Promise.all(files.map(async (_, i) => new Uint8Array(await readFile(join(out, `book${String(i)}.xlsx`)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
