// Heading and signature of documents: who stands above, who issues, which words and margins, by layout profile and kind of unit.
import type { Definition } from "../core/definition/definition.js";
import { bareText } from "../core/text.js";
import type { Period } from "../core/definition/period.js";
import type { Unit } from "../core/definition/unit.js";
import type { PrintSetup } from "./page.js";

/** Words and margins that a guidance on document layout prescribes. */
export interface LayoutProfile {
  readonly id: string;
  /** Lines at the right of the heading; the last one is underlined. */
  readonly motto: readonly string[];
  /** Millimetres. */
  readonly margins: PrintSetup["margins"];
  /** Before the body in whose name the document is signed: `T/M`. */
  readonly onBehalf: string;
}

/**
 * `dang`: Party documents; no national motto, margins 20/20/30/15 mm, "T/M" (guidance 36-HD/VPTW, kept by 05-HD/VPTW).
 * `hanh-chinh`: administrative documents; national name and motto, "TM." (decree 30/2020/NĐ-CP).
 */
export const PROFILES: readonly LayoutProfile[] = [
  { id: "dang", motto: ["ĐẢNG CỘNG SẢN VIỆT NAM"], margins: { top: 20, bottom: 20, left: 30, right: 15 }, onBehalf: "T/M" },
  {
    id: "hanh-chinh",
    motto: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
    margins: { top: 20, bottom: 20, left: 30, right: 15 },
    onBehalf: "TM.",
  },
];

/** The profile of that id; the Party's when there is none of that name. */
export function profileNamed(id: string): LayoutProfile {
  return PROFILES.find((profile) => profile.id === id) ?? PROFILES[0]!;
}

/** The texts of a heading and a signature. */
export interface DocumentHeading {
  readonly superior: string;
  readonly issuer: string;
  /** `Số:       -BC/ĐU`; the number is filled in by hand. */
  readonly number: string;
  /** `Hà Nội, ngày      tháng      năm 2025`; the day, and the year where it is not certain, is filled in by hand. */
  readonly placeDate: string;
  readonly signFor: string;
  readonly signer: string;
}

interface Signature {
  readonly starts: readonly string[];
  /** Symbol of the body in document numbers. */
  readonly symbol: string;
  readonly body: string | null;
  readonly signer: string;
}

/** First match decides; words are compared without marks. */
const SIGNATURES: readonly Signature[] = [
  { starts: ["uy ban kiem tra"], symbol: "UBKT", body: "ỦY BAN KIỂM TRA", signer: "CHỦ NHIỆM" },
  { starts: ["chi bo", "chi uy"], symbol: "CB", body: "CHI BỘ", signer: "BÍ THƯ" },
  { starts: ["ban thuong vu"], symbol: "BTV", body: "BAN THƯỜNG VỤ", signer: "BÍ THƯ" },
  { starts: ["tinh uy"], symbol: "TU", body: "TỈNH ỦY", signer: "BÍ THƯ" },
  { starts: ["thanh uy"], symbol: "TU", body: "THÀNH ỦY", signer: "BÍ THƯ" },
  { starts: ["huyen uy"], symbol: "HU", body: "HUYỆN ỦY", signer: "BÍ THƯ" },
  { starts: ["dang bo", "dang uy", "dang doan"], symbol: "ĐU", body: "ĐẢNG ỦY", signer: "BÍ THƯ" },
  { starts: ["uy ban nhan dan", "ubnd"], symbol: "UBND", body: "ỦY BAN NHÂN DÂN", signer: "CHỦ TỊCH" },
  { starts: ["doan", "hoi", "cong doan"], symbol: "", body: "BAN CHẤP HÀNH", signer: "" },
  { starts: ["ban"], symbol: "", body: null, signer: "TRƯỞNG BAN" },
];

/** Heading and signature of a unit's report; the body above is its superior unit, or the issuer of the resolution. */
export function unitHeading(definition: Definition, unit: Unit): DocumentHeading {
  const { resolution, form, period } = definition;
  const above = superiorOf(definition, unit);
  const profile = profileNamed(form.profile);
  const signature = signatureOf(unit.kind, unit.name);
  return {
    superior: above.toLocaleUpperCase("vi"),
    issuer: unit.name.toLocaleUpperCase("vi"),
    number: documentNumber(signature.symbol),
    placeDate: placeDate(resolution.place, period),
    signFor: signature.body === null ? "" : `${profile.onBehalf} ${signature.body}`,
    signer: signature.signer,
  };
}

/** Name of the body above a unit: its superior unit, or the issuer of the resolution. */
function superiorOf(definition: Definition, unit: Unit): string {
  return (unit.parent === null ? undefined : namesByCode(definition).get(unit.parent)) ?? definition.resolution.issuer;
}

const unitNames = new WeakMap<Definition, ReadonlyMap<string, string>>();

/** Names of the units by code; of two units with one code the first. Made once for a definition. */
function namesByCode(definition: Definition): ReadonlyMap<string, string> {
  const known = unitNames.get(definition);
  if (known !== undefined) return known;
  const made = new Map([...definition.units].reverse().map(({ code, name }) => [code, name] as const));
  unitNames.set(definition, made);
  return made;
}

type HeadingNames = Pick<DocumentHeading, "superior" | "issuer">;

const longest = new WeakMap<Definition, HeadingNames>();

/** The longest names that stand in the heading of any unit's form, so that every form has room for its own. Made once for a definition. */
export function longestHeadings(definition: Definition): HeadingNames {
  const known = longest.get(definition);
  if (known !== undefined) return known;
  const made = {
    superior: longestOf(definition.units.map((unit) => superiorOf(definition, unit))).toLocaleUpperCase("vi"),
    issuer: longestOf(definition.units.map(({ name }) => name)).toLocaleUpperCase("vi"),
  };
  longest.set(definition, made);
  return made;
}

function longestOf(names: readonly string[]): string {
  return names.reduce((long, name) => (name.length > long.length ? name : long), "");
}

/** Heading and signature of the issuer's own report on the whole committee. */
export function issuerHeading(definition: Definition): DocumentHeading {
  const { resolution, form, period } = definition;
  const signature = signatureOf(resolution.issuer, resolution.issuer);
  return {
    superior: resolution.superior.toLocaleUpperCase("vi"),
    issuer: resolution.issuer.toLocaleUpperCase("vi"),
    number: documentNumber(signature.symbol),
    placeDate: placeDate(resolution.place, period),
    signFor: signature.body === null ? "" : `${profileNamed(form.profile).onBehalf} ${signature.body}`,
    signer: signature.signer,
  };
}

function signatureOf(kind: string, name: string): Signature {
  for (const text of [bareText(name), bareText(kind)]) {
    const found = SIGNATURES.find((s) => s.starts.some((start) => text === start || text.startsWith(`${start} `)));
    if (found !== undefined) return found;
  }
  return { starts: [], symbol: "", body: null, signer: "THỦ TRƯỞNG ĐƠN VỊ" };
}

function documentNumber(symbol: string): string {
  return `Số:          -BC${symbol === "" ? "" : `/${symbol}`}`;
}

function placeDate(place: string, period: Period | null): string {
  const where = place === "" ? "" : `${place}, `;
  return `${where}ngày        tháng        năm ${period === null ? BLANK_YEAR : yearSigned(period)}`;
}

const BLANK_YEAR = "        ";

/** A report is signed after its period: in the year in which it is due; a period that ends with the year leaves the year open without that. */
function yearSigned({ end, due }: Period): string {
  if (due !== null) return due.slice(0, 4);
  return end.endsWith("-12-31") ? BLANK_YEAR : end.slice(0, 4);
}
