// Elements from data: the one way in which views make HTML. Text is always text.

type Listener = (event: Event) => void;

export interface Attributes {
  readonly [name: string]: string | number | boolean | null | undefined | Listener;
}

export type Child = Node | string | null | false;

/**
 * An element. `onclick` and the like take a function; `true` sets an empty attribute, `false`, null and undefined leave it out.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly (Child | readonly Child[])[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name.replace(/^on/u, ""), value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter((child): child is Node | string => child !== null && child !== false));
  return made;
}

/** A button; `look` is one of the looks in style.css. */
export function button(
  label: string,
  onclick: () => void,
  { look = "plain", ...attributes }: Attributes & { readonly look?: "primary" | "plain" | "quiet" | "link" } = {},
): HTMLButtonElement {
  return el("button", { type: "button", class: `button ${look}`, onclick, ...attributes }, label);
}

/** A section with a heading that names it. */
export function section(id: string, heading: string, ...children: readonly (Child | readonly Child[])[]): HTMLElement {
  return el(
    "section",
    { class: "card", "aria-labelledby": `${id}-heading` },
    el("h3", { id: `${id}-heading` }, heading),
    ...children,
  );
}

/** Something that opens: closed at first, its content made when it is opened. */
export function fold(id: string, label: string, content: () => Child | readonly Child[]): HTMLDetailsElement {
  const body = el("div", { class: "fold-body" });
  const made = el("details", { id, class: "fold" }, el("summary", { id: `${id}-summary` }, label), body);
  made.addEventListener("toggle", () => {
    if (!made.open || body.childNodes.length > 0) return;
    const children = content();
    body.append(...[children].flat().filter((child): child is Node | string => child !== null && child !== false));
  });
  return made;
}

/** A table with a caption for screen readers; the frame scrolls, so it can be focused. */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly HTMLTableRowElement[],
  look = "",
): HTMLElement {
  const head = el(
    "thead",
    { role: "rowgroup" },
    el("tr", { role: "row" }, ...headings.map((heading) => el("th", { scope: "col", role: "columnheader" }, heading))),
  );
  rows.forEach(withRoles);
  return el(
    "div",
    { class: `table-frame ${look}`, tabindex: 0, role: "group", "aria-label": caption },
    el("table", { role: "table" }, el("caption", { class: "unseen" }, caption), head, el("tbody", { role: "rowgroup" }, ...rows)),
  );
}

/** Rows and cells stay such for screen readers where a narrow screen stacks them. */
export function withRoles(row: HTMLTableRowElement): HTMLTableRowElement {
  row.setAttribute("role", "row");
  for (const cell of row.cells) cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
  return row;
}

/** Words that only screen readers say. */
export function unseen(text: string): HTMLElement {
  return el("span", { class: "unseen" }, text);
}

/** The same text with a capital letter in front. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
