// The catalogue of findings: every code, its sentence in Vietnamese and English, its row in docs/findings.md.
import type { MessageEntry, MessageFacts } from "./entry.js";
import { CHECK_MESSAGES } from "./check.js";
import { CONTROL_MESSAGES } from "./control.js";
import { DEFINITION_MESSAGES } from "./definition.js";
import { DOCUMENT_MESSAGES } from "./document.js";
import { FILE_MESSAGES } from "./file.js";
import { FIGURE_MESSAGES } from "./figure.js";
import { FORM_IDENTITY_MESSAGES } from "./form-identity.js";
import { FORM_MESSAGES } from "./form.js";
import { ROUND_MESSAGES } from "./round.js";

export const MESSAGES = {
  ...FILE_MESSAGES,
  ...FORM_IDENTITY_MESSAGES,
  ...FORM_MESSAGES,
  ...FIGURE_MESSAGES,
  ...CHECK_MESSAGES,
  ...ROUND_MESSAGES,
  ...DEFINITION_MESSAGES,
  ...CONTROL_MESSAGES,
  ...DOCUMENT_MESSAGES,
};

export type FindingCode = keyof typeof MESSAGES;

export type Language = "vi" | "en";

/** The sentence of a finding with its place in front: `Báo cáo!E12: …`; one without a place begins with a capital letter. */
export function findingMessage(f: MessageFacts & { code: FindingCode }, language: Language = "vi"): string {
  const entry: MessageEntry = MESSAGES[f.code];
  const words = f.data[language === "vi" ? "place" : "placeEn"];
  const place = typeof words === "string" ? words : [f.sheet, f.cell].filter((part) => part !== null && part !== "").join("!");
  const sentence = entry[language](f);
  return place === "" ? sentence.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase("vi")) : `${place}: ${sentence}`;
}
