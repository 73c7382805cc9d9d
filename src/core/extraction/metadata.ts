// Metadata of a resolution: kind, number and symbol, date, place, issuer, abstract, and the year that it is about.
import type { Resolution } from "../definition/resolution.js";
import { isYear } from "./numbers.js";
import type { Block } from "./outline.js";
import { find, phrases, words } from "./phrases.js";
import type { Token } from "./tokens.js";
import { isCapital, textOf, isWord } from "./tokens.js";

/** Kinds of document with the letters of their symbol. */
const KINDS = phrases({
  "nghị quyết": "NQ",
  "kết luận": "KL",
  "kế hoạch": "KH",
  "chương trình hành động": "CTr",
  "chương trình": "CTr",
  "chỉ thị": "CT",
  "đề án": "ĐA",
  "quyết định": "QĐ",
  "hướng dẫn": "HD",
  "thông báo": "TB",
});
const KIND_NAMES = new Map([
  ["NQ", "nghị quyết"],
  ["KL", "kết luận"],
  ["KH", "kế hoạch"],
  ["CTr", "chương trình"],
  ["CT", "chỉ thị"],
  ["ĐA", "đề án"],
  ["QĐ", "quyết định"],
  ["HD", "hướng dẫn"],
  ["TB", "thông báo"],
]);
const NUMBER = words("số");
const DAY = words("ngày");
const ISSUERS = phrases(
  {
    "ban chấp hành": 1,
    "ban thường vụ": 1,
    "đảng ủy": 1,
    "đảng uỷ": 1,
    "tỉnh ủy": 1,
    "thành ủy": 1,
    "huyện ủy": 1,
    "đảng bộ": 1,
    "ủy ban nhân dân": 1,
    "hội đồng nhân dân": 1,
    "chính phủ": 1,
    "quốc hội": 1,
    "bộ chính trị": 1,
    "ban bí thư": 1,
    "ban tổ chức": 1,
  },
  "loose",
);

/** How far into the text a heading can stand, in tokens. */
const HEAD = 1500;

/** What the heading of a document says; empty strings for what it does not say. */
export function metadataOf(tokens: readonly Token[], blocks: readonly Block[]): Resolution {
  const title = blocks.findIndex(isTitle);
  const block = blocks[title];
  const code = block === undefined ? null : KINDS(block.tokens, 0)!.value;
  const reference = referenceOf(tokens, code);
  const date = dateOf(tokens);
  return {
    kind: KIND_NAMES.get(code ?? "") ?? "nghị quyết",
    number: reference?.number ?? "",
    symbol: reference?.symbol ?? "",
    abstract: block === undefined ? "" : abstractOf(blocks, title),
    issuer: issuerOf(blocks, title),
    date: date?.day ?? null,
    superior: "",
    place: date?.place ?? "",
  };
}

/** How far into the text a heading can stand, in characters. */
const HEAD_CHARACTERS = 8000;

/** "NGHỊ QUYẾT" in capitals at the start of a paragraph. */
function isTitle(block: Block): boolean {
  const { tokens } = block;
  if (block.mark !== null || tokens[0]!.start > HEAD_CHARACTERS) return false;
  const kind = KINDS(tokens, 0);
  return kind !== null && tokens.slice(0, kind.next).every((t) => t.text === t.text.toUpperCase());
}

/** "Số 20-NQ/ĐUK" in the heading; else the first mention whose letters fit the kind. */
function referenceOf(tokens: readonly Token[], code: string | null): { number: string; symbol: string } | null {
  let first: { number: string; symbol: string } | null = null;
  for (let at = 0; at < Math.min(tokens.length, HEAD); at++) {
    const read = NUMBER(tokens, at) === null ? null : symbolAt(tokens, tokens[at + 1]?.text === ":" ? at + 2 : at + 1);
    if (read === null) continue;
    if (code !== null && read.symbol.toUpperCase().startsWith(code.toUpperCase())) return read;
    first ??= read;
  }
  return code === null ? first : null;
}

function symbolAt(tokens: readonly Token[], at: number): { number: string; symbol: string } | null {
  const number = tokens[at];
  if (number?.kind !== "number" || !/^[0-9]{1,5}$/u.test(number.text)) return null;
  let next = at + 1;
  if (tokens[next]?.text === "/" && isYear(tokens[next + 1])) next += 2;
  if (tokens[next]?.text !== "-" && tokens[next]?.text !== "/") return null;
  let symbol = "";
  for (let i = next + 1; i < next + 8 && (symbol === "" || tokens[i]?.gap === "none"); i++) {
    const token = tokens[i];
    if (token === undefined || !(isCapital(token) || /^[/&-]$/u.test(token.text) || (symbol !== "" && token.kind === "number")))
      break;
    symbol += token.text;
  }
  return symbol === "" ? null : { number: number.text, symbol: symbol.replace(/[/&-]+$/u, "") };
}

/** "Hà Nội, ngày 17 tháng 01 năm 2024". */
function dateOf(tokens: readonly Token[]): { day: string; place: string } | null {
  for (let at = 0; at < Math.min(tokens.length, HEAD); at++) {
    if (DAY(tokens, at) === null) continue;
    const [day, m, month, n, year] = tokens.slice(at + 1, at + 6);
    if (!isWord(m, "tháng") || !isWord(n, "năm") || !isYear(year) || day?.kind !== "number" || month?.kind !== "number") continue;
    return { day: `${year!.text}-${month.text.padStart(2, "0")}-${day.text.padStart(2, "0")}`, place: placeBefore(tokens, at) };
  }
  return null;
}

function placeBefore(tokens: readonly Token[], at: number): string {
  if (tokens[at - 1]?.text !== ",") return "";
  let from = at - 1;
  while (from > Math.max(0, at - 7) && isCapital(tokens[from - 1]) && (from === at - 1 || tokens[from]!.gap === "space")) from--;
  return textOf(tokens, { from, to: at - 1 });
}

const ABOUT = words("về", "v / v", "thực hiện", "lãnh đạo", "tiếp tục");

/** The words under the title until a heading or a long paragraph. */
function abstractOf(blocks: readonly Block[], title: number): string {
  const { tokens } = blocks[title]!;
  const after = KINDS(tokens, 0)!.next;
  const about = find(ABOUT, tokens, after, tokens.length);
  if (about !== null) return plainText(tokens, about.at);
  if (tokens.length - after > 6) return plainText(tokens, after);
  const next = blocks[title + 1];
  return next === undefined || next.mark !== null || next.tokens.length > 60 ? "" : plainText(next.tokens, 0);
}

function plainText(tokens: readonly Token[], from: number): string {
  return textOf(tokens, { from, to: tokens.length }).replace(/[*_]+/gu, "").trim();
}

/** "của Ban Chấp hành …" in the title, else a line of capitals before it. */
function issuerOf(blocks: readonly Block[], title: number): string {
  const own = blocks[title];
  const of = own === undefined ? null : find(ISSUERS, own.tokens, 0, Math.min(own.tokens.length, 8));
  if (own !== undefined && of !== null) return issuerName(own.tokens, of.at);
  const above = blocks
    .slice(0, Math.max(title, 0))
    .filter((b) => b.capitals && find(ISSUERS, b.tokens, 0, b.tokens.length, 12) !== null)
    .at(-1);
  return above === undefined ? "" : issuerName(above.tokens, find(ISSUERS, above.tokens, 0, above.tokens.length)!.at);
}

const ISSUER_ENDS = words("về", "khóa", "nhiệm kỳ", "lần thứ", "số", "ngày", "tiếp tục", "thực hiện");

function issuerName(tokens: readonly Token[], from: number): string {
  let end = from;
  while (end < Math.min(tokens.length, from + 15) && tokens[end]!.kind === "word" && ISSUER_ENDS(tokens, end) === null) {
    if (end > from && tokens[end]!.gap === "blank") break;
    end++;
  }
  return textOf(tokens, { from, to: end });
}

const YEAR = words("năm", "năm học", "nhiệm kỳ", "giai đoạn", "đến năm");

/** The year that the document is about: in its title, else of its date, else the first "năm …" of the text. */
export function yearOf(tokens: readonly Token[], blocks: readonly Block[], resolution: Resolution): number | null {
  const title = blocks.find(isTitle);
  const named = title === undefined ? null : yearIn(title.tokens, 0, title.tokens.length);
  if (named !== null) return named;
  if (resolution.date !== null) return Number(resolution.date.slice(0, 4));
  return yearIn(tokens, 0, Math.min(tokens.length, 600));
}

function yearIn(tokens: readonly Token[], from: number, to: number): number | null {
  for (let at = from; at < Math.min(to, tokens.length); at++) {
    const lead = YEAR(tokens, at);
    if (lead !== null && isYear(tokens[lead.next])) return Number(tokens[lead.next]!.text);
  }
  return null;
}
