// Days as ISO text `YYYY-MM-DD`, as Excel's serial numbers, and as people type them.

const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Excel's first and last day by serial number: 1900-01-01 and 9999-12-31. */
const LAST_SERIAL = 2958465;

/** True for an existing day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayOf(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The day of a year, month (1–12) and day of month as `YYYY-MM-DD`; null when there is none. Years 1900–9999. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 9999) return null;
  const iso = isoOf(Date.UTC(year, month - 1, day));
  const [y, m, d] = iso.split("-").map(Number);
  return y === year && m === month && d === day ? iso : null;
}

/** Excel's serial number (1900 system) of a day `YYYY-MM-DD`: 2024-01-01 → 45292. */
export function serialOf(day: string): number {
  const days = (Date.parse(`${day}T00:00:00Z`) - EPOCH_1900) / DAY_MS;
  return days > 60 ? days : days - 1;
}

/**
 * The day of a serial number; a time of day is dropped.
 * @returns null outside 1900-01-01 … 9999-12-31 and for the 29th of February 1900, which Excel shows but which never was
 */
export function dayOfSerial(serial: number, date1904 = false): string | null {
  const whole = Math.floor(serial);
  if (date1904) return whole >= 0 && whole <= LAST_SERIAL - 1462 ? isoOf(EPOCH_1904 + whole * DAY_MS) : null;
  if (!(whole >= 1 && whole <= LAST_SERIAL) || whole === 60) return null;
  return isoOf(EPOCH_1900 + (whole > 60 ? whole : whole + 1) * DAY_MS);
}

/** The day that a person typed as text, day before month: `5/1/2024`, `05-01-2024`, `5.1.2024`, or ISO; null when it is none. */
export function readDay(text: string): string | null {
  const plain = text.trim();
  if (isDay(plain)) return plain;
  const match = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})$/.exec(plain);
  return match === null ? null : dayOf(Number(match[4]), Number(match[3]), Number(match[1]));
}

/** A day as Vietnamese offices write it: `2024-01-05` → `05/01/2024`. */
export function showDay(day: string): string {
  return day.split("-").reverse().join("/");
}

/** True when a number format code shows a date: `dd/mm/yyyy`, `[$-42A]d mmmm yyyy`; not for general, numbers and plain times. */
export function isDateFormat(format: string | null): boolean {
  if (format === null || /^general$/i.test(format)) return false;
  const bare = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, "");
  return /[dy]/i.test(bare) || /m{3,}/i.test(bare);
}

function isoOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
