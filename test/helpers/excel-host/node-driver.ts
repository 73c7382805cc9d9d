// The real office.js in Node: its Excel part runs unmodified in a context of its own and talks to the emulated Excel.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import vm from "node:vm";
import type { ExcelHost } from "./excel-host.js";

interface ExcelLibrary {
  readonly Excel: unknown;
  readonly OfficeExtension: { readonly SessionBase: { _overrideSession: unknown } };
}

/** What `Office.context` says of the host; only what the add-in asks. */
export interface OfficeStub {
  readonly platform: string;
  readonly settings: Map<string, unknown>;
  readonly mode: "readWrite" | "readOnly";
}

let library: ExcelLibrary | null = null;

function loadLibrary(): ExcelLibrary {
  const file = createRequire(import.meta.url).resolve("@microsoft/office-js/dist/excel-web-16.00.debug.js");
  const nothing = (): void => undefined;
  const element = (): object => ({ setAttribute: nothing, appendChild: nothing, addEventListener: nothing, style: {} });
  const location = {
    href: "https://localhost/",
    hash: "",
    search: "",
    protocol: "https:",
    host: "localhost",
    origin: "https://localhost",
  };
  const page = { domain: "localhost", getElementsByTagName: () => [], createElement: element, head: element(), body: element() };
  const window: Record<string, unknown> = {
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    Promise,
    location,
    name: "",
    navigator: { userAgent: "node", platform: "", language: "vi-VN" },
    history: {},
    sessionStorage: null,
    localStorage: null,
    addEventListener: nothing,
    removeEventListener: nothing,
    postMessage: nothing,
    external: {},
    XMLHttpRequest: nothing,
    document: { ...page, addEventListener: nothing, location, URL: location.href },
  };
  for (const name of ["window", "self", "top", "parent"]) window[name] = window;
  vm.runInContext(readFileSync(file, "utf8"), vm.createContext(window), { filename: file });
  return window as unknown as ExcelLibrary;
}

/** Makes `Excel` and `Office` of this process speak to the host, as they do in a task pane. */
export function connect(host: ExcelHost, office: Partial<OfficeStub> = {}): Pick<OfficeStub, "platform" | "settings"> {
  library ??= loadLibrary();
  library.OfficeExtension.SessionBase._overrideSession = {
    _resolveRequestUrlAndHeaderInfo: () => Promise.resolve({ url: "https://localhost/", headers: {} }),
    _createRequestExecutorOrNull: () => ({
      executeAsync: (_data: unknown, _flags: unknown, message: { Body: unknown }) =>
        new Promise((resolve) => {
          const body = JSON.parse(host.process(JSON.stringify(message.Body))) as unknown;
          resolve({ HttpStatusCode: 200, ErrorCode: "", ErrorMessage: "", Headers: {}, Body: body });
        }),
    }),
  };
  const settings = office.settings ?? new Map<string, unknown>();
  const level = Number(String(host.level).split(".")[1]);
  const context = {
    platform: office.platform ?? "OfficeOnline",
    requirements: {
      isSetSupported: (set: string, version: string) => set === "ExcelApi" && Number(version.split(".")[1]) <= level,
    },
    document: {
      url: "https://localhost/so.xlsx",
      mode: office.mode ?? "readWrite",
      settings: {
        get: (key: string) => settings.get(key) ?? null,
        set: (key: string, value: unknown) => settings.set(key, value),
        remove: (key: string) => settings.delete(key),
        saveAsync: (done: (result: object) => void) => done({ status: "succeeded" }),
      },
    },
  };
  const { Excel, OfficeExtension } = library;
  Object.assign(globalThis, { document: { documentElement: { lang: "vi" } } });
  Object.assign(globalThis, {
    Excel,
    OfficeExtension,
    Office: { context, PlatformType: { Mac: "Mac", iOS: "iOS" }, DocumentMode: { ReadOnly: "readOnly" } },
  });
  return { platform: context.platform, settings };
}
