import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { build } from "./build.mjs";
import { node } from "./bundles.mjs";
import { install } from "./install.mjs";
import { main, root, say } from "./run.mjs";

const folder = join(root, ".tmp/gallery");

/** The pictures of the README that show what is drawn: a sample's view, and the file that it is in. */
const readme = ["light", "dark"].map((theme) => ({
  theme,
  sample: "samples/retail-drift",
  view: "ownership",
  file: `client/extension/media/ownership-${theme}.png`,
}));

/**
 * Draws every view of every sample in every theme and language, and says where the page is that shows them; with
 * `--readme`, renews the README's pictures instead.
 */
await main(async () => {
  await install();
  await build();
  await (process.argv.includes("--readme") ? drawReadme() : drawGallery());
  return 0;
});

function drawReadme() {
  for (const { sample, view, theme, file } of readme) {
    const args = ["render", sample, "--view", view, "--theme", theme, "--today", "2026-11-22", "-o", file];
    execFileSync(process.execPath, ["dist/bizarch.js", ...args], { cwd: root, stdio: "inherit" });
    say(`Drew ${file}.`);
  }
}

async function drawGallery() {
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
}
