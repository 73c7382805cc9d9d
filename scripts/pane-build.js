// What the build adds for Excel: the task pane, icons, the manifest with the real address, and office.js itself where there is no internet.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const CDN = "https://appsforoffice.microsoft.com";
/** Address that the manifest has in the repository. */
const DEVELOPMENT = "https://localhost:3000";
/** What office.js loads by itself, as Excel on Windows, Mac and the web asks for it. */
const OFFICE_FILES =
  /^(?:office\.js|o15apptofilemappingtable\.js|excel-(?:win32-16\.0[01]|winrt-16\.00|mac-16\.00|ios-16\.00|web-16\.00)(?:-core)?\.js|es6-promise\.js|(?:vi-vn|en-us)\/office_strings\.js|telemetry\/oteljs(?:_agave)?\.js)$/;

/** True when office.js is to lie beside the pane (OFFICE_JS=local) instead of coming from Microsoft's CDN. */
function officeIsLocal() {
  return process.env.OFFICE_JS === "local";
}

/** @type {import("./pages.js").WebPage} */
export const panePage = {
  name: "taskpane",
  file: "taskpane.html",
  template: "src/addin/taskpane.html",
  entry: "./src/addin/pane.ts",
  get csp() {
    return paneCsp(officeIsLocal());
  },
};

/** Nothing is fetched but what lies beside the pane and, unless it is local, office.js. */
export function paneCsp(local) {
  const office = local ? "" : ` ${CDN}`;
  return [
    "default-src 'self'",
    `script-src 'self'${office}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${office}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

/** Address of office.js as the pane writes it. */
export function officeSource() {
  return officeIsLocal() ? "office/office.js" : `${CDN}/lib/1/hosted/office.js`;
}

/**
 * Files that go into the build beside the pages: [name, content].
 * @param {{ here: string, baseUrl: string }} options
 * @returns {[name: string, content: string | Buffer][]}
 */
export function paneFiles({ here, baseUrl }) {
  const icons = readdirSync(path.join(here, "assets/icons")).sort();
  return [
    ["manifest.xml", manifestFor(readFileSync(path.join(here, "manifest.xml"), "utf8"), baseUrl)],
    ["loading.js", readFileSync(path.join(here, "src/addin/loading.js"))],
    ...icons.map((name) => [`assets/icons/${name}`, readFileSync(path.join(here, "assets/icons", name))]),
    ...(officeIsLocal() ? officeFiles() : []),
  ];
}

/**
 * The manifest with the address under which the files will stand.
 * @throws when the address is not https: Office takes no other
 */
export function manifestFor(manifest, baseUrl) {
  const address = baseUrl.replace(/\/+$/, "");
  if (!/^https:\/\/[^\s"<>&]+$/.test(address)) throw new Error(`BASE_URL must be an https address, not “${baseUrl}”`);
  return manifest.replace(/<!-- The build [^>]*-->\n/, "").replaceAll(DEVELOPMENT, address);
}

/** The unmodified files of the npm package. */
function officeFiles() {
  const folder = path.dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));
  return readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll(path.sep, "/"))
    .filter((name) => OFFICE_FILES.test(name))
    .sort()
    .map((name) => [`office/${name}`, readFileSync(path.join(folder, name))]);
}
