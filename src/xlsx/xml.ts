// A pull scanner for XML with namespaces: one token at a time over the text of a part, comments left out, CDATA as text.
import { fail } from "./fault.js";
import { Bindings, MAIN } from "./xml-names.js";
import { APOSTROPHE, EQUALS, GREATER, isNameCode, isSpace, LESS, QUOTE, SLASH, startsName, tagEnd } from "./xml-tag.js";
import { meaning, type PartText } from "./xml-text.js";

export type TokenKind = "start" | "end" | "text" | "eof";

const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 256;

/** Holds the place in one part. After `next()` the fields describe the token at hand. */
export class XmlScanner {
  kind: TokenKind = "text";
  /** Local name and namespace URI of the element that starts or ends. */
  local = "";
  namespace = "";
  /** Where the token starts, and where the next one does. */
  from = 0;
  at = 0;
  /** True while elements without prefix belong to the spreadsheet vocabulary. */
  defaultIsMain = false;
  /** Namespace of names without prefix, here. */
  private defaultNamespace = "";
  private textEnd = 0;
  private cdata = false;
  private pendingEnd = false;
  /** Names as written, local names and namespaces of the open elements. */
  private readonly open: string[] = [];
  private readonly locals: string[] = [];
  private readonly namespaces: string[] = [];
  private readonly bindings = new Bindings();
  /** Names of the attributes of the tag at hand, as written. */
  readonly names: string[] = [];
  private readonly values: string[] = [];
  readonly text: string;
  readonly part: string;

  constructor(private readonly source: PartText) {
    this.text = source.text;
    this.part = source.part;
  }

  /** Number of elements that are open; the element of a start token included. */
  get depth(): number {
    return this.open.length;
  }

  malformed(): never {
    return fail("xml/malformed", { data: { part: this.part } });
  }

  /** Moves on to the next token and returns its kind. */
  next(): TokenKind {
    if (this.pendingEnd) return this.close();
    for (;;) {
      this.from = this.at;
      if (this.at >= this.text.length) return this.finish();
      if (this.text.charCodeAt(this.at) !== LESS) return this.takeText();
      const code = this.text.charCodeAt(this.at + 1);
      if (code === SLASH) return this.takeEnd();
      if (code === 63) this.at = this.after("?>", this.at);
      else if (code !== 33) return this.takeStart();
      else if (this.text.startsWith("<!--", this.at)) this.at = this.after("-->", this.at + 4);
      else return this.takeCdata();
    }
  }

  /** True when the element at hand is of the spreadsheet vocabulary and has that local name. */
  isMain(local: string): boolean {
    return this.local === local && MAIN.includes(this.namespace);
  }

  /** Value of an attribute without prefix, or null. Valid until the next token. */
  attribute(name: string): string | null {
    const index = this.names.indexOf(name);
    return index < 0 ? null : this.attributeText(index);
  }

  /** Value of the attribute with that local name in one of the namespaces, or null. */
  attributeIn(namespaces: readonly string[], local: string): string | null {
    for (const [index, name] of this.names.entries()) {
      const colon = name.indexOf(":");
      if (colon < 0 || name.slice(colon + 1) !== local) continue;
      if (namespaces.includes(this.uri(name.slice(0, colon)))) return this.attributeText(index);
    }
    return null;
  }

  /** Text of the text token at hand, references resolved. */
  tokenText(): string {
    const raw = this.cdata ? this.text.slice(this.from + 9, this.textEnd) : this.text.slice(this.from, this.textEnd);
    if (!this.cdata) return meaning(this.source, raw);
    return (this.source.decode?.(raw) ?? raw).replace(/\r\n?/gu, "\n");
  }

  /** All text inside the element that has just started, up to its end. It may hold no other element. */
  elementText(): string {
    const end = this.pendingEnd ? -1 : this.text.indexOf("<", this.at);
    if (end >= 0 && this.text.charCodeAt(end + 1) === SLASH) {
      const plain = meaning(this.source, this.text.slice(this.at, end));
      this.at = end;
      this.takeEnd();
      return plain;
    }
    let text = "";
    for (;;) {
      const kind = this.next();
      if (kind === "text") text += this.tokenText();
      else if (kind === "start") this.malformed();
      else return text;
    }
  }

  /** Passes over the element that has just started, with all that it contains. */
  skip(): void {
    const { text } = this;
    if (!this.pendingEnd) {
      let inside = 1;
      while (inside > 0) {
        const from = this.after("<", this.at) - 1;
        const code = text.charCodeAt(from + 1);
        if (code === SLASH) {
          this.at = this.after(">", from);
          if (--inside === 0) this.checkEnd(from);
        } else if (code === 33 || code === 63) this.skipMarkup(from, code);
        else if (!this.skipTag(from)) inside++;
        if (inside + this.open.length > MAX_DEPTH + 1) fail("xml/depth", { expected: MAX_DEPTH, data: { part: this.part } });
      }
    }
    this.close();
  }

  /** Goes on at another place, at the same depth: for a reader that recognised some elements by itself. */
  jump(at: number): void {
    this.at = at;
  }

  /** True when the element that has just started closes itself, so that nothing can stand in it. */
  get closing(): boolean {
    return this.pendingEnd;
  }

  /** Takes a start tag, up to `end`, that a reader recognised by itself: of the default namespace, without `xmlns`. */
  enter(local: string, end: number): void {
    this.from = this.at;
    this.at = end;
    this.pendingEnd = this.text.charCodeAt(end - 2) === SLASH;
    this.open.push(local);
    this.resolve(local);
    this.names.length = this.values.length = 0;
    this.kind = "start";
  }

  private skipMarkup(from: number, code: number): void {
    const comment = this.text.startsWith("<!--", from);
    this.at = code === 63 ? this.after("?>", from) : comment ? this.after("-->", from + 4) : this.after("]]>", from);
  }

  /** Passes over one start tag; true when it closes itself. */
  private skipTag(from: number): boolean {
    const end = tagEnd(this.text, from);
    if (end < 0) this.malformed();
    this.at = end;
    return this.text.charCodeAt(end - 2) === SLASH;
  }

  private after(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from);
    return found < 0 ? this.malformed() : found + mark.length;
  }

  private finish(): TokenKind {
    if (this.open.length > 0) this.malformed();
    return (this.kind = "eof");
  }

  private takeText(): TokenKind {
    const end = this.text.indexOf("<", this.at);
    this.textEnd = this.at = end < 0 ? this.text.length : end;
    this.cdata = false;
    return (this.kind = "text");
  }

  private takeCdata(): TokenKind {
    if (!this.text.startsWith("<![CDATA[", this.at)) this.malformed();
    this.at = this.after("]]>", this.at);
    this.textEnd = this.at - 3;
    this.cdata = true;
    return (this.kind = "text");
  }

  private takeEnd(): TokenKind {
    this.at = this.checkEnd(this.at);
    return this.close();
  }

  /** The place after the end tag at `from`, which must be that of the innermost open element. */
  private checkEnd(from: number): number {
    const { text, open } = this;
    const wanted = open[open.length - 1];
    if (wanted === undefined || !text.startsWith(wanted, from + 2)) this.malformed();
    let end = from + 2 + wanted.length;
    while (isSpace(text.charCodeAt(end))) end++;
    return text.charCodeAt(end) === GREATER ? end + 1 : this.malformed();
  }

  private takeStart(): TokenKind {
    const { text } = this;
    let at = this.at + 1;
    for (let code = text.charCodeAt(at); code !== GREATER && code !== SLASH && !isSpace(code); code = text.charCodeAt(++at)) {
      if (!isNameCode(code)) this.malformed();
    }
    const name = text.slice(this.at + 1, at);
    if (!startsName(name.charCodeAt(0))) this.malformed();
    if (this.open.length >= MAX_DEPTH) fail("xml/depth", { expected: MAX_DEPTH, data: { part: this.part } });
    this.open.push(name);
    this.takeAttributes(at);
    this.resolve(name);
    return (this.kind = "start");
  }

  private takeAttributes(from: number): void {
    const { text, names, values } = this;
    names.length = values.length = 0;
    for (let at = from; ;) {
      let code = text.charCodeAt(at);
      const spaced = isSpace(code);
      while (isSpace(code)) code = text.charCodeAt(++at);
      this.pendingEnd = code === SLASH;
      if (this.pendingEnd) code = text.charCodeAt(++at);
      if (code === GREATER) {
        this.at = at + 1;
        return;
      }
      if (this.pendingEnd || !spaced) this.malformed();
      at = this.takeAttribute(at);
    }
  }

  private takeAttribute(from: number): number {
    const { text, names } = this;
    let at = from;
    for (let code = text.charCodeAt(at); code !== EQUALS && !isSpace(code); code = text.charCodeAt(++at)) {
      if (!isNameCode(code)) this.malformed();
    }
    const name = text.slice(from, at);
    while (isSpace(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== EQUALS || !startsName(name.charCodeAt(0))) this.malformed();
    while (isSpace(text.charCodeAt(++at)));
    const quote = text.charCodeAt(at);
    if (quote !== QUOTE && quote !== APOSTROPHE) this.malformed();
    const end = this.after(quote === QUOTE ? '"' : "'", at + 1);
    const value = text.slice(at + 1, end - 1);
    if (value.includes("<") || names.includes(name) || names.length >= MAX_ATTRIBUTES) this.malformed();
    names.push(name);
    this.values.push(value);
    if (name.startsWith("xmlns")) this.bind(name, value);
    return end;
  }

  private bind(name: string, value: string): void {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) return;
    if (!this.bindings.add(name.slice(6), meaning(this.source, value), this.open.length)) this.malformed();
    this.lookUpDefault();
  }

  private lookUpDefault(): void {
    this.defaultNamespace = this.uri("");
    this.defaultIsMain = MAIN.includes(this.defaultNamespace);
  }

  /** Namespace that a prefix stands for, here. Throws a content fault when it is not declared. */
  uri(prefix: string): string {
    return this.bindings.uri(prefix) ?? this.malformed();
  }

  private resolve(name: string): void {
    const colon = name.indexOf(":");
    this.local = colon < 0 ? name : name.slice(colon + 1);
    this.namespace = colon < 0 ? this.defaultNamespace : this.uri(name.slice(0, colon));
    this.locals.push(this.local);
    this.namespaces.push(this.namespace);
  }

  private close(): TokenKind {
    const { open, bindings } = this;
    this.pendingEnd = false;
    if (open.pop() === undefined) this.malformed();
    this.local = this.locals.pop()!;
    this.namespace = this.namespaces.pop()!;
    if (bindings.drop(open.length)) this.lookUpDefault();
    return (this.kind = "end");
  }

  private attributeText(index: number): string {
    return meaning(this.source, this.values[index]!).replace(/[\t\n\r]/g, " ");
  }
}
