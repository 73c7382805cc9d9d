// Where the person is: focus kept while parts are drawn anew, rows and forms scrolled into view.

/** Height of the sticky headings, with some air. */
const HEAD_PX = 56;

/** Scrolls the frame, not the page, unless the words lie outside the window. */
export function scrollInside(frame: HTMLElement, one: HTMLElement): void {
  const [outer, inner] = [frame.getBoundingClientRect(), one.getBoundingClientRect()];
  if (inner.top < outer.top + HEAD_PX || inner.bottom > outer.bottom) frame.scrollTop += inner.top - outer.top - HEAD_PX;
  const { top, bottom } = one.getBoundingClientRect();
  if (top < 0 || bottom > window.innerHeight) one.scrollIntoView({ block: "center" });
}

/** Brings a form into view whole, or its beginning where the frame is too low for it. */
export function revealForm(frame: HTMLElement, form: HTMLElement): void {
  const [outer, inner] = [frame.getBoundingClientRect(), form.getBoundingClientRect()];
  const below = Math.min(inner.bottom - outer.bottom, inner.top - outer.top - HEAD_PX);
  if (below > 0) frame.scrollTop += below;
}

/** Draws part of the page anew; what was focused in it is focused again. */
export function keepingFocus(place: HTMLElement, draw: () => void): void {
  const held = place.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
  draw();
  if (held !== "") document.getElementById(held)?.focus({ preventScroll: true });
}

/** The row that holds a control; of a form the row above it, to which the form belongs. */
export function rowAround(one: HTMLElement): HTMLElement {
  const row = one.closest("tr");
  const above = row?.className === "form-row" ? row.previousElementSibling : null;
  return above instanceof HTMLElement ? above : (row ?? one);
}
