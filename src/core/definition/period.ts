// Reporting periods: quarter, six months, nine months, year. Ids are `2024-Q1`, `2024-H1`, `2024-9M`, `2024`.

export interface Period {
  readonly id: string;
  /** `quý I năm 2024`, `6 tháng đầu năm 2024`, `9 tháng năm 2024`, `năm 2024`. */
  readonly label: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly start: string;
  readonly end: string;
  /** Last day for units to report, `YYYY-MM-DD`, or null. */
  readonly due: string | null;
}

interface Span {
  readonly label: (year: string) => string;
  readonly start: string;
  readonly end: string;
}

const SPANS: ReadonlyMap<string, Span> = new Map([
  ["Q1", { label: (y) => `quý I năm ${y}`, start: "01-01", end: "03-31" }],
  ["Q2", { label: (y) => `quý II năm ${y}`, start: "04-01", end: "06-30" }],
  ["Q3", { label: (y) => `quý III năm ${y}`, start: "07-01", end: "09-30" }],
  ["Q4", { label: (y) => `quý IV năm ${y}`, start: "10-01", end: "12-31" }],
  ["H1", { label: (y) => `6 tháng đầu năm ${y}`, start: "01-01", end: "06-30" }],
  ["9M", { label: (y) => `9 tháng năm ${y}`, start: "01-01", end: "09-30" }],
  ["", { label: (y) => `năm ${y}`, start: "01-01", end: "12-31" }],
]);

/**
 * The period of an id.
 * @param id `2024-Q1` … `2024-Q4`, `2024-H1`, `2024-9M` or `2024`; letters may be small
 * @param due last day for units to report, `YYYY-MM-DD`
 * @returns null when the id is none of these
 */
export function periodOf(id: string, due: string | null = null): Period | null {
  const match = /^((?:19|20|21)[0-9]{2})(?:-(Q[1-4]|H1|9M))?$/.exec(id.trim().toUpperCase());
  if (match === null) return null;
  const year = match[1]!;
  const part = match[2] ?? "";
  const span = SPANS.get(part)!;
  return {
    id: part === "" ? year : `${year}-${part}`,
    label: span.label(year),
    start: `${year}-${span.start}`,
    end: `${year}-${span.end}`,
    due,
  };
}
