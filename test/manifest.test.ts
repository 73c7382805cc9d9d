import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { manifestFor, paneCsp } from "../scripts/pane-build.js";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const MANIFEST = readFileSync("manifest.xml", "utf8");
const ORIGIN = "https://localhost:3000";

/** Order that the schema demands, by parent; what is not listed may stand in any order. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp:
    "Id AlternateID Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl AppDomains Hosts Requirements DefaultSettings Permissions VersionOverrides".split(
      " ",
    ),
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources"],
  Host: ["Runtimes", "DesktopFormFactor"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "ToolTip", "Supertip", "Icon", "Action", "Enabled"],
  Supertip: ["Title", "Description"],
  Resources: ["bt:Images", "bt:Urls", "bt:ShortStrings", "bt:LongStrings"],
};

/** Reads well-formed XML without entities in content; throws when tags do not match. */
function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (const [, close, name, attributes, empty, text] of xml.matchAll(
    /<(?:\?[^>]*\?|!--[\s\S]*?--|(\/)?([\w:.]+)((?:\s+[\w:.]+="[^"<]*")*)\s*(\/)?)>|([^<]+)/g,
  )) {
    const top = open.at(-1)!;
    if (text !== undefined) top.text += text.trim();
    else if (close !== undefined) assert.equal(open.pop()!.name, name);
    else if (name !== undefined) {
      const pairs = [...(attributes ?? "").matchAll(/([\w:.]+)="([^"]*)"/g)].map((match) => [match[1]!, match[2]!] as const);
      const made: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: "" };
      top.children.push(made);
      if (empty === undefined) open.push(made);
    }
  }
  assert.equal(open.length, 1, "every element is closed");
  return root.children[0]!;
}

function all(element: Element): Element[] {
  return [element, ...element.children.flatMap(all)];
}

/** What is wrong with a manifest; empty when it is sound. */
function problems(xml: string): string[] {
  const root = parse(xml);
  const elements = all(root);
  const named = (name: string): Element[] => elements.filter((one) => one.name === name);
  const resources = ["bt:Image", "bt:Url", "bt:String"].flatMap(named).filter((one) => one.attributes["id"] !== undefined);
  return [
    ...elements.flatMap(outOfOrder),
    ...duplicates(resources.map((one) => one.attributes["id"]!)).map((id) => `resource ${id} stands twice`),
    ...unresolved(elements, resources),
    ...resources.filter((one) => one.attributes["id"]!.length > 32).map((one) => `id ${one.attributes["id"]!} is too long`),
    ...tooLong(named("bt:ShortStrings"), 125),
    ...tooLong(named("bt:LongStrings"), 250),
    ...tooLong(named("DisplayName"), 125),
    ...tooLong(named("Description"), 250),
    ...addresses(elements).flatMap((url) => (url.startsWith("https://") ? [] : [`${url} is not https`])),
    ...locales(root, elements),
    ...runtimes(elements),
    ...(named("AppDomains").length > 0 ? ["there is one origin, so no AppDomains"] : []),
    ...icons(elements),
  ];
}

function outOfOrder({ name, children }: Element): string[] {
  const order = ORDER[name];
  if (order === undefined) return [];
  const places = children.map((child) => order.indexOf(child.name));
  return places.flatMap((place, i) =>
    place < 0 || place < (places[i - 1] ?? 0) ? [`${children[i]!.name} is out of place in ${name}`] : [],
  );
}

function duplicates(texts: readonly string[]): string[] {
  return texts.filter((text, i) => texts.indexOf(text) !== i);
}

function unresolved(elements: readonly Element[], resources: readonly Element[]): string[] {
  const kinds = new Map(resources.map((one) => [one.attributes["id"]!, one.name]));
  const wanted = elements.filter((one) => one.attributes["resid"] !== undefined);
  const kindFor = ({ name }: Element): string =>
    name === "bt:Image" ? "bt:Image" : ["Runtime", "FunctionFile", "SourceLocation"].includes(name) ? "bt:Url" : "bt:String";
  const used = new Set(wanted.map((one) => one.attributes["resid"]!));
  return [
    ...wanted.flatMap((one) =>
      kinds.get(one.attributes["resid"]!) === kindFor(one) ? [] : [`${one.attributes["resid"]!} is no ${kindFor(one)}`],
    ),
    ...[...kinds.keys()].filter((id) => !used.has(id)).map((id) => `resource ${id} is not used`),
  ];
}

function tooLong(parents: readonly Element[], most: number): string[] {
  const texts = parents.flatMap(all).flatMap(({ attributes }) => [attributes["DefaultValue"], attributes["Value"]]);
  return texts.flatMap((text) => (text !== undefined && text.length > most ? [`“${text}” is longer than ${most}`] : []));
}

function addresses(elements: readonly Element[]): string[] {
  return elements.flatMap(({ name, attributes }) =>
    /^(?:bt:Image|bt:Url|IconUrl|HighResolutionIconUrl|SupportUrl|SourceLocation)$/.test(name) && attributes["DefaultValue"]
      ? [attributes["DefaultValue"]]
      : [],
  );
}

function locales(root: Element, elements: readonly Element[]): string[] {
  const own = root.children.find((one) => one.name === "DefaultLocale")?.text ?? "";
  const overrides = elements.filter((one) => /(?:^|:)Override$/.test(one.name)).map((one) => one.attributes["Locale"] ?? "");
  return [own, ...overrides]
    .filter((tag) => !/^[a-z]{2}-[A-Z]{2}$/.test(tag))
    .map((tag) => `“${tag}” is no full language tag`)
    .concat(overrides.includes(own) ? ["the default language has an override"] : []);
}

/** A shared runtime: first in its host, and the same address for functions and the pane, which has no id of its own. */
function runtimes(elements: readonly Element[]): string[] {
  const host = elements.find((one) => one.name === "Host" && one.attributes["xsi:type"] === "Workbook");
  const inside = host === undefined ? [] : all(host);
  const runtime = inside.find((one) => one.name === "Runtime");
  const places = inside.filter((one) => ["FunctionFile", "SourceLocation", "Runtime"].includes(one.name));
  return [
    ...(host?.children[0]?.name === "Runtimes" ? [] : ["Runtimes does not come first"]),
    ...(runtime?.attributes["lifetime"] === "long" ? [] : ["the runtime does not live long"]),
    ...(new Set(places.map((one) => one.attributes["resid"])).size === 1 ? [] : ["the runtime is not shared"]),
    ...(inside.some((one) => one.name === "TaskpaneId") ? ["a shared runtime takes no TaskpaneId"] : []),
  ];
}

function icons(elements: readonly Element[]): string[] {
  const addressOf = new Map(elements.map((one) => [one.attributes["id"], one.attributes["DefaultValue"]]));
  const sized = elements.flatMap(({ name, attributes }): (readonly [string | undefined, number])[] => {
    if (name === "IconUrl") return [[attributes["DefaultValue"], 32]];
    if (name === "HighResolutionIconUrl") return [[attributes["DefaultValue"], 64]];
    return name === "bt:Image" && attributes["size"] ? [[addressOf.get(attributes["resid"]), Number(attributes["size"])]] : [];
  });
  const sets = elements.filter((one) => one.name === "Icon").map((one) => one.children.map((image) => image.attributes["size"]));
  return [
    ...sized.flatMap(([url, size]) => {
      const file = (url ?? "").replace(`${ORIGIN}/`, "");
      if (!existsSync(file)) return [`${file} does not exist`];
      const bytes = readFileSync(file);
      const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
      const sound = bytes.subarray(1, 4).toString() === "PNG" && width === size && height === size;
      return sound ? [] : [`${file} is ${width} by ${height}, not ${size}`];
    }),
    ...sets.filter((sizes) => sizes.join() !== "16,32,80").map((sizes) => `an icon has the sizes ${sizes.join()}`),
  ];
}

describe("manifest", () => {
  it("keeps the rules of Office: order, resources, lengths, https, languages, icons, shared runtime", () => {
    assert.deepEqual(problems(MANIFEST), []);
  });

  it("has the ribbon tab with its four buttons, each with an English text", () => {
    const root = parse(MANIFEST);
    const controls = all(root).filter((one) => one.name === "Control");
    assert.deepEqual(
      controls.map((one) => one.children.at(-1)!.attributes["xsi:type"]),
      ["ShowTaskpane", "ExecuteFunction", "ExecuteFunction", "ExecuteFunction"],
    );
    const strings = all(root).filter((one) => one.name === "bt:String" && one.attributes["id"] !== "Tab.Label");
    assert.ok(strings.every((one) => one.children[0]?.attributes["Locale"] === "en-US"));
  });

  it("names the functions that the pane connects, each by a name that no element of the page has as its id", () => {
    const named = all(parse(MANIFEST))
      .filter((one) => one.name === "FunctionName")
      .map((one) => one.text);
    const commands = readFileSync("src/addin/commands.ts", "utf8");
    assert.deepEqual(
      named,
      [...commands.matchAll(/command\("(\w+)"/g)].map((match) => match[1]),
    );
    const views = readdirSync("src/ui").filter((file) => file.endsWith(".ts"));
    const ids = views.flatMap((file) =>
      [...readFileSync(`src/ui/${file}`, "utf8").matchAll(/\bid: "([\w-]+)"/g)].map((match) => match[1]),
    );
    assert.deepEqual(
      named.filter((name) => ids.includes(name)),
      [],
    );
  });

  it("gets the address of the build in place of the one for trying out", () => {
    const made = manifestFor(MANIFEST, "https://vanphong.example/tonghop/");
    assert.ok(!made.includes("localhost"));
    assert.ok(made.includes('"https://vanphong.example/tonghop/taskpane.html"'));
    assert.throws(() => manifestFor(MANIFEST, "http://vanphong.example"), /https/);
  });

  it("lets the pane fetch nothing from outside but office.js, and nothing at all where office.js lies beside it", () => {
    const outside = (csp: string): string[] => [...new Set(csp.match(/https?:[^\s;]*/g) ?? [])];
    assert.deepEqual(outside(paneCsp(false)), ["https://appsforoffice.microsoft.com"]);
    assert.deepEqual(outside(paneCsp(true)), []);
    for (const csp of [paneCsp(false), paneCsp(true)]) assert.doesNotMatch(csp, /unsafe|\*/);
  });

  it("can be used by its base part alone, where Office passes over the ribbon part", () => {
    const base = parse(MANIFEST).children.filter((one) => one.name !== "VersionOverrides");
    const pane = base.flatMap(all).find((one) => one.name === "SourceLocation");
    assert.equal(pane?.attributes["DefaultValue"], `${ORIGIN}/taskpane.html`);
    assert.ok(!base.some((one) => one.name === "Requirements"));
  });

  for (const [fault, change, problem] of [
    ["a resource that is missing", [' id="Check.Tip"', ' id="Check.Other"'], "Check.Tip is no bt:String"],
    ["an address without https", ["https://localhost:3000/index.html", "http://localhost:3000/index.html"], "is not https"],
    ["an icon of the wrong size", ["icon-80.png", "icon-64.png"], "is 64 by 64, not 80"],
    ["a short language tag", ['Locale="en-US"', 'Locale="en"'], "“en” is no full language tag"],
    ["an override for the default language", ['Locale="en-US"', 'Locale="vi-VN"'], "the default language has an override"],
    [
      "a pane of its own",
      ['<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="Pane.Label"'],
      "the runtime is not shared",
    ],
    ["a text that is too long", ['DefaultValue="Kiểm tra sổ này"', `DefaultValue="${"a".repeat(126)}"`], "is longer than 125"],
    [
      "an element out of place",
      ["<Permissions>ReadWriteDocument</Permissions>", "<Hosts/>"],
      "Hosts is out of place in OfficeApp",
    ],
  ] as const) {
    it(`sees ${fault}`, () => {
      const found = problems(MANIFEST.replace(change[0], change[1])).join("; ");
      assert.ok(found.includes(problem), found);
    });
  }
});
