// Text as it must stand in a workbook: always text, never a formula, never broken XML, never longer than a cell can hold.

/** Longest text that a cell can hold. */
export const MAX_TEXT = 32767;

const RISKY_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;
const MARKUP = /[&<>]/u;
const ESCAPE_LIKE = /_(x[0-9A-Fa-f]{4}_)/gu;
const CONTROL = /[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\ufffe\uffff]/gu;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** True for text that a spreadsheet could take for a formula when somebody edits or exports it; such a cell gets quotePrefix. */
export function needsQuotePrefix(text: string): boolean {
  return RISKY_START.test(text);
}

/** Text for an XML part: `_x0041_`-like runs and control characters escaped as ECMA-376 ST_Xstring says, cut at 32,767 characters. */
export function cellText(text: string): string {
  const whole = text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
  return whole
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(ESCAPE_LIKE, "_x005F_$1")
    .replace(CONTROL, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

/** Cuts a prompt or message at the length that Excel allows. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/** Text in XML content, where quotation marks may stand: formulas are full of them. */
export function contentText(text: string): string {
  return MARKUP.test(text) ? text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;") : text;
}

/** Text in XML content or a double-quoted attribute. */
export function xmlText(text: string): string {
  return text.replace(/&/gu, "&amp;").replace(/</gu, "&lt;").replace(/>/gu, "&gt;").replace(/"/gu, "&quot;");
}
