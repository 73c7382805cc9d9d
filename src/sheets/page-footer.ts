// The footer of printed pages, and the margins of pages that are no document.

/** Left what the form is, in the middle the file, whose name begins with the unit's code, right the page; `&` has a meaning of its own in a footer. */
export function footer(text: string): string {
  const font = '&"Times New Roman,Regular"&9';
  return `&L${font}${text.replace(/&/gu, "&&")}&C${font}&F&R${font}Trang &P/&N`;
}

/** Millimetres, for sheets that are printed to work with, not to be signed. */
export const WORKING_MARGINS = { top: 12, bottom: 14, left: 15, right: 10 } as const;
