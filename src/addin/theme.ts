// Light or dark as Office is, which need not be as the machine is: Excel's own dark theme does not change what the browser part says.

interface OfficeTheme {
  readonly bodyBackgroundColor?: string;
}

/** The theme of the pane; null where Office does not say, so that the machine's setting counts. */
export function themeOf(office: OfficeTheme | undefined): "light" | "dark" | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(office?.bodyBackgroundColor ?? "");
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? "dark" : "light";
}

export function takeTheme(page: Document): void {
  const theme = themeOf(Office.context.officeTheme);
  if (theme !== null) page.documentElement.dataset["theme"] = theme;
}
