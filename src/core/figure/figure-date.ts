// Days in input cells: serial numbers of both calendars of Excel, and days typed as text.
import { dayOf, dayOfSerial, readDay, showDay } from "./date.js";
import type { Field } from "../definition/field.js";
import type { FigureContext, FigureReading } from "./figure-reading.js";
import { figureFinding, read, refuse } from "./figure-reading.js";
import type { Finding } from "../finding.js";
import { plainDigits } from "./number-text.js";

/** Years outside of which a serial number is a slip (a year or a count typed into the cell), not a day. */
const FIRST_YEAR = 1930;
const LAST_YEAR = 2100;

/** Reads a serial number; a time of day is dropped with a note. */
export function readDateCell(serial: number, field: Field, at: FigureContext): FigureReading {
  const day = dayOfSerial(serial, at.date1904);
  if (day === null || !isPlausible(day)) return refuse("figure/not-a-date", field, at, { found: serial });
  const note = Number.isInteger(serial)
    ? []
    : [figureFinding("figure/date-read", "note", field, at, { found: serial, expected: showDay(day) })];
  return judge(day, note, field, at);
}

/** Reads a day typed as text: day before month, `ngày 15 tháng 2 năm 2024`, or year first. */
export function readDateText(text: string, field: Field, at: FigureContext): FigureReading {
  const plain = plainDigits(text);
  const day = readDay(plain) ?? readWordyDay(plain);
  if (day === null || !isPlausible(day))
    return refuse("figure/not-a-date", field, at, { found: text, expected: monthFirst(plain) });
  return judge(day, [figureFinding("figure/date-read", "note", field, at, { found: text, expected: showDay(day) })], field, at);
}

function readWordyDay(text: string): string | null {
  const match = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})$/iu.exec(text);
  return match === null ? null : dayOf(Number(match[3]), Number(match[2]), Number(match[1]));
}

/** The day that `02/15/2024` would be with the month first, to ask for; null when there is none. */
function monthFirst(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text);
  const day = match === null ? null : dayOf(Number(match[3]), Number(match[1]), Number(match[2]));
  return day === null ? null : showDay(day);
}

/** A day after the period's end is asked about, and one before its start that lies within it when day and month are swapped. */
function judge(day: string, notes: readonly Finding[], field: Field, at: FigureContext): FigureReading {
  if (at.period === null || (day >= at.period.start && day <= at.period.end)) return read(day, ...notes);
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const swapped = dayOf(year, date, month);
  const meant = swapped !== null && swapped >= at.period.start && swapped <= at.period.end ? showDay(swapped) : null;
  if (day < at.period.start && meant === null) return read(day, ...notes);
  return read(
    day,
    ...notes,
    figureFinding("figure/date-outside-period", "warning", field, at, { found: showDay(day), expected: meant }),
  );
}

function isPlausible(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
