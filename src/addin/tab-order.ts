// Tab inside the pane. office.js on the web moves the focus itself, knows neither what opens (summary) nor headings that were moved to,
// and throws the person out of the pane from there. Within the pane the browser's own order is kept; at its ends office.js takes over.

const REACHED = [
  "a[href]",
  "button:not([disabled])",
  "input:not([disabled])",
  "select:not([disabled])",
  "textarea:not([disabled])",
  "summary",
  "[tabindex]:not([tabindex='-1'])",
].join(",");

/** Keeps the browser's order of Tab as long as it stays inside the pane. Listens before office.js, which listens on the window. */
export function keepTabOrder(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (staysInside(page, event.shiftKey)) event.stopPropagation();
  });
}

/** True when something that Tab reaches comes after the place of the focus, or before it where the person goes back. */
function staysInside(page: Document, back: boolean): boolean {
  const here = page.activeElement;
  if (here === null || here === page.body) return true;
  const wanted = back ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  return [...page.querySelectorAll<HTMLElement>(REACHED)].some(
    (one) => (here.compareDocumentPosition(one) & wanted) !== 0 && isReached(one, here),
  );
}

function isReached(one: HTMLElement, here: Element): boolean {
  if (one.tabIndex < 0 || one.getClientRects().length === 0) return false;
  const sameGroup =
    one instanceof HTMLInputElement && here instanceof HTMLInputElement && one.type === "radio" && one.name === here.name;
  return !sameGroup;
}
