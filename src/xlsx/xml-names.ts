// Names of XML vocabularies, each in its transitional and its strict form; and the prefixes bound to them.

/** Spreadsheet parts. */
export const MAIN: readonly string[] = [
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
  "http://purl.oclc.org/ooxml/spreadsheetml/main",
];
/** Attributes that point at a relationship. */
export const RELATION: readonly string[] = [
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

/** Elements that offer several contents, of which a program takes the one that it knows (ECMA-376 part 3). */
export const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/** Bound to the prefix `xml` without being declared. */
const XML_URI = "http://www.w3.org/XML/1998/namespace";

const MOST_BINDINGS = 256;

interface Binding {
  readonly prefix: string;
  readonly uri: string;
  /** Depth of the element that declares it. */
  readonly depth: number;
}

/** The prefixes in force at one place of a part; the empty prefix is the default namespace. */
export class Bindings {
  private readonly list: Binding[] = [];

  /** False when there are too many at once. */
  add(prefix: string, uri: string, depth: number): boolean {
    // The engine compares a known text with itself at once, an equal one letter by letter.
    const known = MAIN.find((main) => main === uri) ?? uri;
    return this.list.push({ prefix, uri: known, depth }) <= MOST_BINDINGS;
  }

  /** Null when the prefix is not declared. */
  uri(prefix: string): string | null {
    for (let index = this.list.length - 1; index >= 0; index--)
      if (this.list[index]!.prefix === prefix) return this.list[index]!.uri;
    return prefix === "" ? "" : prefix === "xml" ? XML_URI : null;
  }

  /** Drops those declared deeper than `depth`; true when there were any. */
  drop(depth: number): boolean {
    const { list } = this;
    const before = list.length;
    while (list.length > 0 && list[list.length - 1]!.depth > depth) list.pop();
    return list.length < before;
  }
}
