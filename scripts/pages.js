// The pages of dist/web, and the webpack plugin that writes their HTML, styles, icons, web app manifest and service worker.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";
import { officeSource, paneFiles, panePage } from "./pane-build.js";

/** What a page may load: only what lies beside it. Inline styles are set by scripts, not written in the HTML. */
const OWN_ONLY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'";

/**
 * @typedef {object} WebPage
 * @property {string} name of the script
 * @property {string} file that is written
 * @property {string} template HTML with {{csp}}, {{styles}} and {{scripts}}
 * @property {string} entry first module
 * @property {string} csp what the page may load
 */

/** @type {WebPage[]} */
export const pages = [
  { name: "page", file: "index.html", template: "src/web/index.html", entry: "./src/web/main.ts", csp: OWN_ONLY },
  panePage,
];

/** Files that are copied as they are: [from, to]. */
export const assets = [
  ["src/web/app.webmanifest", "app.webmanifest"],
  ["src/web/icon.svg", "icon.svg"],
];

const STYLES = ["src/ui/style.css", "src/ui/targets.css"];

export class PagesPlugin {
  /** @param {{ here: string, baseUrl: string }} options */
  constructor({ here, baseUrl }) {
    this.here = here;
    this.baseUrl = baseUrl;
  }

  /** @param {import("webpack").Compiler} compiler */
  apply(compiler) {
    compiler.hooks.thisCompilation.tap("Pages", (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: "Pages", stage }, () => this.write(compilation));
      for (const file of [...STYLES, ...pages.map(({ template }) => template), ...assets.map(([from]) => from)]) {
        compilation.fileDependencies.add(path.join(this.here, file));
      }
    });
  }

  /** @param {import("webpack").Compilation} compilation */
  write(compilation) {
    const emit = (name, text) => compilation.emitAsset(name, new webpack.sources.RawSource(text));
    const styles = STYLES.map((file) => readFileSync(path.join(this.here, file), "utf8"))
      .join("\n")
      .replace(/\/\*[^]*?\*\//g, "")
      .replace(/\s+/g, " ");
    const stylesName = `style.${hash(styles)}.css`;
    emit(stylesName, styles);
    for (const [from, to] of assets) emit(to, readFileSync(path.join(this.here, from)));
    const forPane = new Map(paneFiles(this));
    // These files stay as they are: office.js is not ours to shorten.
    const asIs = { minimized: true };
    for (const [name, content] of forPane) compilation.emitAsset(name, new webpack.sources.RawSource(content), asIs);
    for (const { name, file, template, csp } of pages) {
      const scripts = compilation.entrypoints
        .get(name)
        .getFiles()
        .filter((script) => script.endsWith(".js"));
      const html = readFileSync(path.join(this.here, template), "utf8")
        .replace("{{csp}}", csp)
        .replace("{{office}}", officeSource())
        .replace("{{styles}}", `<link rel="stylesheet" href="${stylesName}">`)
        .replace("{{scripts}}", scripts.map((script) => `<script defer src="${script}"></script>`).join("\n    "));
      emit(file, html);
    }
    const own = Object.keys(compilation.assets).filter(
      (name) => !name.startsWith("taskpane") && !forPane.has(name) && !name.endsWith(".map"),
    );
    const contents = own.sort().map((name) => compilation.assets[name].buffer());
    const version = hash(Buffer.concat(contents));
    const worker = readFileSync(path.join(this.here, "src/web/service-worker.js"), "utf8");
    emit("service-worker.js", worker.replace("{{version}}", version).replace('["{{files}}"]', JSON.stringify(["./", ...own])));
  }
}

function hash(content) {
  return createHash("sha256").update(content).digest("hex").slice(0, 8);
}
