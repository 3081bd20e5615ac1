import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { build } from "./build.mjs";
import { node } from "./bundles.mjs";
import { install } from "./install.mjs";
import { main, root, say } from "./run.mjs";

const folder = join(root, ".tmp/gallery");

/** Draws every view of every sample in every theme and language, and says where the page is that shows them. */
await main(async () => {
  await install();
  await build();
  const began = Date.now();
  rmSync(folder, { recursive: true, force: true });
  await esbuild.build({
    ...node("node20"),
    entryPoints: [join(root, "test/gallery/gallery.ts")],
    outfile: join(folder, ".made/gallery.cjs"),
    bundle: true,
    assetNames: "[name]",
    logLevel: "warning",
    loader: { ".woff2": "file", ".wasm": "file", ".md": "text", ".bizarch": "text" },
  });
  const { gallery } = await import(pathToFileURL(join(folder, ".made/gallery.cjs")).href);
  const page = await gallery(join(root, "samples"), folder, join(root, "dist/elk-worker.js"));
  say(`Drawn in ${((Date.now() - began) / 1000).toFixed(1)} s: ${page}`);
  return 0;
});
