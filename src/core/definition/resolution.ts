// The document that sets the targets: resolution, conclusion or plan, and how the office that monitors it signs.

export interface Resolution {
  /** `nghị quyết`, `kết luận`, `kế hoạch`. */
  readonly kind: string;
  /** Number without symbol: `20`. */
  readonly number: string;
  /** Symbol after the dash: `NQ/ĐUK`. */
  readonly symbol: string;
  /** Trích yếu: what the document is about, in a few words. */
  readonly abstract: string;
  readonly issuer: string;
  /** `YYYY-MM-DD`, or null when the text does not say. */
  readonly date: string | null;
  /** Body above the issuer in the heading of documents; empty when none. */
  readonly superior: string;
  /** Place name before the date in documents: `Hà Nội`. */
  readonly place: string;
}

/** Reference number as written in documents: `20-NQ/ĐUK`; a number that is not known is left to be written in: `…-NQ/ĐUK`. */
export function reference(r: Pick<Resolution, "number" | "symbol">): string {
  if (r.symbol === "") return r.number;
  return `${r.number === "" ? "…" : r.number}-${r.symbol}`;
}

/** `nghị quyết số 20-NQ/ĐUK`; `nghị quyết số …-NQ/ĐUK` while the number is not known; `nghị quyết` when there is no reference at all. */
export function resolutionName(r: Pick<Resolution, "kind" | "number" | "symbol">): string {
  const number = reference(r);
  return number === "" ? r.kind : `${r.kind} số ${number}`;
}
