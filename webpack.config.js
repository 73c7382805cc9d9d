// Builds what runs in browsers into dist/web: the standalone page, the background thread, and what scripts/pages.js lists besides.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import webpack from "webpack";
import { PagesPlugin, pages } from "./scripts/pages.js";

const here = import.meta.dirname;
const templates = readdirSync(path.join(here, "templates"))
  .filter((name) => name.endsWith(".json"))
  .sort()
  .map((name) => JSON.parse(readFileSync(path.join(here, "templates", name), "utf8")));

/** Where the files will stand; only the manifest of the add-in needs to know. */
const baseUrl = process.env.BASE_URL ?? "https://localhost:3000/";

/** What the page shows of a definition before it is chosen. */
function briefOf({ id, resolution, targets, fields }) {
  const kinds = [...targets, ...fields].flatMap((part) => part.appliesTo ?? []);
  return { id, resolution, targets: targets.length, fields: fields.length, kinds: [...new Set(kinds)] };
}

/** @returns {import("webpack").Configuration} */
export default function config(_env, { mode = "production" } = {}) {
  return {
    mode,
    target: ["web", "es2022"],
    devtool: mode === "production" ? false : "source-map",
    entry: Object.fromEntries(pages.map(({ name, entry }) => [name, entry])),
    output: {
      path: path.join(here, "dist/web"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      publicPath: "auto",
      clean: true,
    },
    resolve: {
      extensions: [".ts", ".js"],
      extensionAlias: { ".js": [".ts", ".js"] },
      alias: { "exceljs/lib/doc/workbook.js$": path.join(here, "src/xlsx/exceljs-prepared.ts") },
    },
    module: {
      rules: [
        {
          test: /\.ts$/,
          sideEffects: false,
          loader: "ts-loader",
          options: {
            transpileOnly: true,
            configFile: path.join(here, "src/web/tsconfig.json"),
            compilerOptions: {
              module: "esnext",
              moduleResolution: "bundler",
              composite: false,
              incremental: false,
              declaration: false,
              declarationMap: false,
              sourceMap: mode !== "production",
            },
          },
        },
      ],
    },
    plugins: [
      new webpack.DefinePlugin({
        BUILT_IN_TEMPLATES: JSON.stringify(Object.fromEntries(templates.map((one) => [one.id, one]))),
        BUILT_IN_BRIEFS: JSON.stringify(templates.map(briefOf)),
      }),
      new PagesPlugin({ here, baseUrl }),
    ],
    optimization: {
      chunkIds: "named",
      moduleIds: "deterministic",
      splitChunks: { cacheGroups: { defaultVendors: false, default: false } },
    },
    performance: { hints: false },
    // Reaches for a worker of its own that is never started in a background thread.
    ignoreWarnings: [{ module: /unpdf/, message: /Critical dependency/ }],
    stats: "errors-warnings",
  };
}
