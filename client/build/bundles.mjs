import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** @typedef {import("esbuild").BuildOptions} BuildOptions */
/** @typedef {{ readonly name: string, readonly entry: string, readonly options: BuildOptions }} Door */

const ownWorker = "client/diagram/elk-worker.ts";

/**
 * Copies a font or a wasm file into `dist/` and gives its absolute path, so that it is read only when it is needed.
 *
 * @type {import("esbuild").Plugin}
 */
const besideTheBundle = {
  name: "beside-the-bundle",
  setup(build) {
    build.onResolve(
      { filter: /\.(woff2|wasm)$/ },
      async ({ path, resolveDir, kind, namespace, pluginData }) => {
        if (pluginData === "found") return undefined;
        if (namespace === "beside") return { path, namespace: "file" };
        const found = await build.resolve(path, { resolveDir, kind, pluginData: "found" });
        return found.errors.length > 0 ? found : { path: found.path, namespace: "beside" };
      },
    );
    build.onLoad({ filter: /.*/, namespace: "beside" }, ({ path }) => ({
      contents: `import name from ${JSON.stringify(path)}; export default require("node:path").join(__dirname, name);`,
    }));
  },
};

/**
 * The doors to the core, a bundle each. `dist/` is CommonJS throughout: extension hosts want it, and the command line
 * starts faster with it.
 *
 * @type {readonly Door[]}
 */
export const doors = [
  {
    name: "extension",
    entry: "client/extension/node.ts",
    options: node("node22", { external: ["vscode"] }),
  },
  {
    // Hosts in a browser refuse what belongs to a package of modules, unless its name ends in `.cjs`.
    name: "extension-web",
    entry: "client/extension/browser.ts",
    options: browser({ format: "cjs", external: ["vscode"], outExtension: { ".js": ".cjs" } }),
  },
  { name: "server", entry: "server/lsp/node.ts", options: node("node20") },
  { name: "server-web", entry: "server/lsp/browser.ts", options: browser() },
  {
    name: "bizarch",
    entry: "client/cli/start.ts",
    options: node("node20", { banner: { js: "#!/usr/bin/env node" } }),
  },
  // What `bizarch` runs.
  { name: "cli", entry: "client/cli/main.ts", options: node("node20") },
  {
    // One file that needs nothing beside it: GitHub runs it as it lies in the repository, where no package.json is.
    name: "action",
    entry: "client/action/main.ts",
    options: node("node20", { outExtension: { ".js": ".cjs" } }),
  },
  { name: "panel", entry: "client/panel/main.ts", options: browser() },
  { name: "page", entry: "client/page/main.ts", options: browser() },
  { name: "scorecard", entry: "client/panel/scorecard.ts", options: browser() },
  {
    name: "elk-worker",
    entry: existsSync(join(root, ownWorker)) ? ownWorker : "node_modules/elkjs/lib/elk-worker.min.js",
    options: browser({ external: ["node:*"] }),
  },
];

/**
 * @param {string} target
 * @param {BuildOptions} [more]
 * @returns {BuildOptions}
 */
export function node(target, more = {}) {
  return {
    platform: "node",
    format: "cjs",
    target,
    mainFields: ["module", "main"],
    plugins: [besideTheBundle],
    loader: { ".woff2": "file", ".wasm": "file" },
    ...more,
  };
}

/**
 * @param {BuildOptions} [more]
 * @returns {BuildOptions}
 */
function browser(more = {}) {
  return { platform: "browser", format: "iife", target: "es2022", loader: { ".woff2": "dataurl" }, ...more };
}
