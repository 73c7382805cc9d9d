// What clerks and their programs make of words and days: old fonts, lost zeros, days written in every way.
import { asNumber, asText } from "../helpers/edit-form.js";
import type { Fault, Victim } from "./fault.js";
import { ACCEPTED, KEPT_OUT, typed } from "./fault.js";

const words =
  (text: string) =>
  (v: Victim): Uint8Array =>
    typed(v, asText(text), "words");
const day =
  (make: (start: string) => string) =>
  (v: Victim): Uint8Array =>
    typed(v, make, "day");

const WORDS: readonly Fault[] = [
  {
    name: "words in TCVN3, with a soft hyphen for ư",
    make: words("Ch­¬ng tr×nh cña §¶ng bé"),
    allowed: ACCEPTED,
    counts: () => ["Chương trình của Đảng bộ"],
    code: /old-font/u,
  },
  {
    name: "words in VNI",
    make: words("Chöông trình cuûa Ñaûng boä"),
    allowed: ACCEPTED,
    counts: () => ["Chương trình của Đảng bộ"],
    code: /old-font/u,
  },
  {
    name: "one word that may be TCVN3",
    make: words("HuÖ"),
    allowed: ["accepted-with-warnings"],
    counts: () => ["HuÖ"],
    code: /old-font/u,
  },
  {
    name: "words in decomposed Unicode",
    make: words("Kế hoạch số 5".normalize("NFD")),
    allowed: ACCEPTED,
    counts: () => ["Kế hoạch số 5"],
  },
  { name: "001 that became 1", make: (v) => typed(v, asNumber("1"), "words"), allowed: KEPT_OUT, code: /number-in-text/u },
  {
    name: "1E05 that became 100000",
    make: (v) => typed(v, asNumber("100000"), "words"),
    allowed: KEPT_OUT,
    code: /number-in-text/u,
  },
  {
    name: "an id of eighteen digits that Excel rounded",
    make: (v) => typed(v, asNumber("123456789012345000"), "words"),
    allowed: KEPT_OUT,
    code: /number-in-text/u,
  },
  {
    name: "001 as it was typed",
    make: words("001"),
    allowed: ACCEPTED,
    counts: () => ["001"],
  },
  {
    name: "a text that starts a program",
    make: words("=cmd|'/c calc'!A1"),
    allowed: ACCEPTED,
    counts: () => ["=cmd|'/c calc'!A1"],
  },
];

const DAYS: readonly Fault[] = [
  ...["15/02/2024", "15-2-2024", "ngày 15 tháng 2 năm 2024", "2024-02-15"].map((written): Fault => ({
    name: `the day ${written} as text`,
    at: "day",
    make: day(asText(written)),
    allowed: [...ACCEPTED, ...KEPT_OUT],
    counts: () => ["2024-02-15"],
  })),
  ...["31/02/2024", "02/15/2024", "15/13/2024", "quý I", "2024"].map((written): Fault => ({
    name: `“${written}” for a day`,
    at: "day",
    make: day(asText(written)),
    allowed: KEPT_OUT,
    code: /not-a-date/u,
  })),
  {
    name: "a day outside the period, perhaps with day and month swapped",
    at: "day",
    make: day(asText("05/01/2025")),
    allowed: ["accepted-with-warnings", ...KEPT_OUT],
    counts: () => ["2025-01-05"],
    code: /date-outside-period/u,
  },
];

export const OFFICE: readonly Fault[] = [...WORDS.map((fault): Fault => ({ at: "words", ...fault })), ...DAYS];
