// Draws the pictures of the docs from real files of a demonstration: `npm run docs:pictures`.
// Needs LibreOffice (soffice) and Poppler (pdftoppm, pdftotext).
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { nodeHost } from "../src/cli/host.js";
import type { Figures, FigureValue } from "../src/core/figure/figures.js";
import { madeUpFigures } from "../src/core/made-up/figures.js";
import { unitVerdicts } from "../src/core/verdict/verdicts.js";
import { fillForm, openControl, openRound } from "../src/workflow.js";
import type { Round } from "../src/workflow.js";
import { palettePng, readPpm } from "./png.js";

const ROOT = path.join(import.meta.dirname, "..");
const OUT = path.join(ROOT, "docs/pictures");
const UNIT = "DV0003";
const LARGEST = 200 * 1024;

/** Part of a page: what stands on it, and how much of its content from the top left corner, in inches. */
interface Picture {
  readonly name: string;
  readonly source: string;
  readonly heading: string;
  readonly dpi: number;
  readonly width?: number;
  readonly height?: number;
}

const PICTURES: readonly Picture[] = [
  { name: "bieu-mau", source: "dung", heading: "Lần báo cáo", dpi: 110 },
  { name: "bieu-mau-sai", source: "sai", heading: "Lần báo cáo", dpi: 110 },
  { name: "tu-kiem-tra", source: "dung", heading: "TỰ KIỂM TRA SỐ LIỆU", dpi: 110, height: 6.02 },
  { name: "tu-kiem-tra-sai", source: "sai", heading: "TỰ KIỂM TRA SỐ LIỆU", dpi: 110, height: 6.02 },
  { name: "so-tong-hop", source: "so-tong-hop", heading: "Mã chỉ tiêu", dpi: 130, height: 3.6 },
  { name: "tong-hop", source: "tong-hop", heading: "Bảng tổng hợp số liệu", dpi: 120, width: 11, height: 5 },
  { name: "doi-chieu", source: "tong-hop", heading: "Kết quả so với chỉ tiêu", dpi: 110 },
  { name: "sai-sot", source: "tong-hop", heading: "Sai sót và điều cần lưu ý", dpi: 110, height: 4.5 },
  { name: "theo-doi", source: "tong-hop", heading: "Theo dõi việc gửi báo cáo", dpi: 120, width: 10.95, height: 4.2 },
  { name: "bao-cao", source: "bao-cao", heading: "BÁO CÁO TỔNG HỢP", dpi: 110 },
];

function main(): void {
  for (const program of ["soffice", "pdftoppm", "pdftotext"]) demand(program);
  const folder = mkdtempSync(path.join(tmpdir(), "tonghop-pictures-"));
  try {
    const pdfs = toPdf(makeWorkbooks(folder), folder);
    mkdirSync(OUT, { recursive: true });
    for (const picture of PICTURES) draw(picture, pdfs);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function demand(program: string): void {
  try {
    execFileSync(program, [program === "soffice" ? "--version" : "-v"], { stdio: "ignore" });
  } catch (cause) {
    throw new Error(`the program ${program} is missing; install LibreOffice and Poppler`, { cause });
  }
}

/** Runs the demonstration and fills two more forms: one sound, one at fault. Gives the paths of the workbooks to draw. */
function makeWorkbooks(folder: string): string[] {
  const demo = path.join(folder, "demo");
  execFileSync(process.execPath, [path.join(ROOT, "bin/tonghop.mjs"), "demo", "--out", demo], { stdio: "ignore" });
  const round = openDemo(demo);
  const forms = path.join(demo, "bieu-mau");
  const form = readFileSync(
    path.join(
      forms,
      readdirSync(forms).find((name) => name.startsWith(UNIT))!,
    ),
  );
  const sound = madeUpFigures(round.definition, round.units.get(UNIT)!, 7);
  const books = new Map([
    ["dung", fill(form, round, sound)],
    ["sai", fill(form, round, spoilt(sound))],
    ["so-tong-hop", readFileSync(path.join(demo, "so-tong-hop.xlsx"))],
    ["tong-hop", readFileSync(path.join(demo, "tong-hop.xlsx"))],
    ["bao-cao", readFileSync(path.join(demo, "bao-cao-tong-hop.xlsx"))],
  ]);
  return [...books].map(([name, bytes]) => {
    const file = path.join(folder, `${name}.xlsx`);
    writeFileSync(file, bytes);
    return file;
  });
}

function openDemo(demo: string): Round {
  const { definition, findings } = openControl(readFileSync(path.join(demo, "so-tong-hop.xlsx")), nodeHost);
  if (definition === null) throw new Error(findings.map((one) => one.message).join("\n"));
  return openRound(definition);
}

/** The unit's form with the figures typed in, and an explanation for each target that they miss. */
function fill(form: Uint8Array, round: Round, figures: Figures): Uint8Array {
  const unit = round.units.get(UNIT)!;
  const missed = unitVerdicts(round.definition, unit, figures, null).filter(({ verdict }) => verdict === "missed");
  const explanations = new Map(missed.map(({ target }) => [target, "Kế hoạch đợt 2 thực hiện trong quý I năm sau."]));
  return fillForm(form, round, { unit: UNIT, submissionNumber: 1, figures, explanations }, nodeHost);
}

/** The figures as a hurried clerk types them: one left out, one larger than its whole, one with a word. */
function spoilt(figures: Figures): Figures {
  const values = new Map<string, FigureValue>(figures.values);
  values.set("tong_can_bo", null);
  values.set("dang_vien_quan_triet", Number(values.get("tong_dang_vien")) + 2);
  values.set("dang_vien_ket_nap", "3 đ/c");
  return { ...figures, values };
}

/** LibreOffice's setting for numbers and dates as a Vietnamese office sees them. */
const VIETNAMESE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi</value></prop></item>
</oor:items>`;

/** Prints workbooks as PDF in one start of LibreOffice, with a profile of its own. Gives the PDFs by name. */
function toPdf(books: readonly string[], folder: string): ReadonlyMap<string, string> {
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, "profile")).href}`;
  mkdirSync(path.join(folder, "profile/user"), { recursive: true });
  writeFileSync(path.join(folder, "profile/user/registrymodifications.xcu"), VIETNAMESE);
  execFileSync("soffice", [profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", folder, ...books], {
    stdio: "ignore",
    timeout: 180_000,
  });
  return new Map(books.map((book) => [path.basename(book, ".xlsx"), book.replace(/\.xlsx$/u, ".pdf")]));
}

function draw(picture: Picture, pdfs: ReadonlyMap<string, string>): void {
  const pdf = pdfs.get(picture.source)!;
  const page = pageWith(pdf, picture.heading);
  const box = content(pdf, page);
  const width = Math.min(box.width, picture.width ?? Infinity);
  const height = Math.min(box.height, picture.height ?? Infinity);
  const pixels = ([left, top, wide, high]: readonly number[]): string[] =>
    Object.entries({ "-x": left!, "-y": top!, "-W": wide!, "-H": high! }).flatMap(([option, inches]) => [
      option,
      String(Math.round(inches * picture.dpi)),
    ]);
  const area = pixels([box.left, box.top, width, height]);
  const only = ["-f", String(page), "-l", String(page)];
  const ppm = execFileSync("pdftoppm", ["-r", String(picture.dpi), ...only, ...area, pdf], { maxBuffer: 1 << 26 });
  const png = palettePng(readPpm(ppm));
  process.stdout.write(`${picture.name}.png: ${Math.round(png.length / 1024)} KB\n`);
  if (png.length > LARGEST) throw new Error(`${picture.name}.png is larger than ${LARGEST / 1024} KB; draw less of the page`);
  writeFileSync(path.join(OUT, `${picture.name}.png`), png);
}

/** The number of the first page on which the words stand. */
function pageWith(pdf: string, heading: string): number {
  const pages = execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8", maxBuffer: 1 << 26 }).split("\f");
  const bare = (text: string): string => text.normalize("NFC").replace(/\s+/gu, "");
  const index = pages.findIndex((text) => bare(text).includes(bare(heading)));
  if (index < 0) throw new Error(`no page of ${path.basename(pdf)} says “${heading}”`);
  return index + 1;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const COARSE = 40;
const FOOTER = 0.55;
const MARGIN = 0.12;

/** Where the ink of a page is, in inches, without the footer line and with a little margin. */
function content(pdf: string, page: number): Box {
  const only = ["-f", String(page), "-l", String(page)];
  const ppm = execFileSync("pdftoppm", ["-gray", "-r", String(COARSE), ...only, pdf], { maxBuffer: 1 << 26 });
  const [header, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(ppm.subarray(0, 40).toString("latin1"))!;
  const columns = Number(width);
  const ink = [...ppm.subarray(header.length)].flatMap((shade, at) => (shade < 245 ? [at] : []));
  const lowest = Number(height) - FOOTER * COARSE;
  const places = ink.map((at) => [at % columns, Math.floor(at / columns)] as const).filter(([, y]) => y < lowest);
  const [x0, x1] = ends(places.map(([x]) => x));
  const [y0, y1] = ends(places.map(([, y]) => y));
  const left = Math.max(0, x0 / COARSE - MARGIN);
  const top = Math.max(0, y0 / COARSE - MARGIN);
  return { left, top, width: (x1 + 1) / COARSE + MARGIN - left, height: (y1 + 1) / COARSE + MARGIN - top };
}

function ends(numbers: readonly number[]): readonly [number, number] {
  return numbers.reduce<readonly [number, number]>(([low, high], n) => [Math.min(low, n), Math.max(high, n)], [Infinity, 0]);
}

main();
