// The footer of printed pages.

/** Left what the form is, right the page number; `&` has a meaning of its own in a footer. */
export function footer(text: string): string {
  return `&L&"Times New Roman,Regular"&9${text.replace(/&/gu, "&&")}&R&"Times New Roman,Regular"&9Trang &P/&N`;
}
