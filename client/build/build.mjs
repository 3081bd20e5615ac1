import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { doors } from "./bundles.mjs";
import { digest, readStamp, writeStamp } from "./fresh.mjs";
import { notices } from "./notices.mjs";
import { main, root, say, Stop } from "./run.mjs";

const stamp = "dist/.build.json";
const own = [
  "package-lock.json",
  ...["build", "bundles", "notices"].map((name) => `client/build/${name}.mjs`),
];

/**
 * Makes `dist/`: a bundle for each door, the files beside them, and the notices of what the bundles contain.
 *
 * @returns {Promise<void>}
 */
export async function build() {
  if (isFresh()) return say("dist/ is up to date.");
  const began = Date.now();
  rmSync(join(root, "dist"), { recursive: true, force: true });
  prepare();
  const built = await Promise.all(
    present().map((door) => esbuild.build({ ...optionsOf(door), minify: true })),
  );
  const inputs = [...new Set(built.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {})))].filter(
    isOnDisk,
  );
  writeFileSync(join(root, "dist/THIRD-PARTY-NOTICES.txt"), notices(inputs));
  requireEntries();
  chmodSync(join(root, "dist/bizarch.js"), 0o755);
  writeStamp(stamp, { inputs, entries: entries(), digest: digest([...own, ...inputs]) });
  say(`Built dist/ in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

/** Builds, and again at each change, with source maps; says so when all is there, and goes on until it is stopped. */
async function watch() {
  prepare();
  rmSync(join(root, stamp), { force: true });
  for (const door of present()) {
    const context = await esbuild.context({ ...optionsOf(door), sourcemap: "linked", logLevel: "info" });
    // What is wrong is printed, and can be mended while it watches.
    await context.rebuild().catch(() => undefined);
    await context.watch();
  }
  say("Watching; Ctrl+C stops it.");
}

/**
 * @param {import("./bundles.mjs").Door} door
 * @returns {esbuild.BuildOptions}
 */
function optionsOf({ name, entry, options }) {
  return {
    absWorkingDir: root,
    entryPoints: { [name]: entry },
    outdir: "dist",
    bundle: true,
    metafile: true,
    charset: "utf8",
    assetNames: "[name]",
    legalComments: "none",
    logLevel: "warning",
    define: { "process.env.NODE_ENV": '"production"' },
    ...options,
    loader: { ".md": "text", ".bizarch": "text", ".css": "text", ...options.loader },
  };
}

/** The root package is of modules; the bundles are not. */
function prepare() {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(join(root, "dist/package.json"), `{ "type": "commonjs" }\n`);
}

function requireEntries() {
  const missing = entries().filter((entry) => !isOnDisk(entry));
  if (missing.length > 0) throw new Stop(`Nothing to bundle at ${missing.join(", ")}: no such file.`);
}

function isFresh() {
  const last = readStamp(stamp);
  if (last === undefined || JSON.stringify(last.entries) !== JSON.stringify(entries())) return false;
  const outputs = [
    "THIRD-PARTY-NOTICES.txt",
    "package.json",
    ...doors.map(({ name, options }) => `${name}${options.outExtension?.[".js"] ?? ".js"}`),
  ];
  if (!outputs.every((name) => existsSync(join(root, "dist", name)))) return false;
  return last.digest === digest([...own, ...last.inputs]);
}

const present = () => doors.filter(({ entry }) => isOnDisk(entry));

const entries = () => doors.map(({ entry }) => entry);

/** @param {string} input as esbuild names it; what a plugin made up is not on disk */
const isOnDisk = (input) => existsSync(join(root, input));

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await (process.argv.includes("--watch") ? watch() : build());
    return 0;
  });
}
