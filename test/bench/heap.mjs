import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { architecture } from "./architecture.mjs";

/**
 * Run by the bench in a process of its own with `--expose-gc`: prints the bytes of heap for each element of a checked
 * architecture, and how many times the heap is what it was after so many edits, as JSON.
 */

const [size = "10000", edits = "10000"] = process.argv.slice(2);
const root = resolve(import.meta.dirname, "../..");
const outfile = resolve(root, `.tmp/bench-core-${process.pid}.mjs`);

await build({
  stdin: {
    contents: `
      export { modelOf } from "./server/model/link.ts";
      export { verdictOf } from "./server/rules/check.ts";
      export { snapshotOf, withFile } from "./server/model/snapshot.ts";`,
    resolveDir: root,
  },
  bundle: true,
  outfile,
  format: "esm",
  platform: "node",
  loader: { ".md": "text" },
  mainFields: ["module", "main"],
});
const core = await import(pathToFileURL(outfile).href);
rmSync(outfile);

const files = [...architecture(Number(size))].map(([name, text]) => ({ path: `/bench/${name}`, text }));
const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
const empty = heap();
let snapshot = core.snapshotOf(files, ["/bench"], { today: "2026-06-30", locale: "en", profile: undefined });
const project = () => [...snapshot.projects.values()][0];
core.verdictOf(project());
const elements = core.modelOf(project()).elements.length;
const checked = heap();

// A word is typed into a title and taken out again, a name changed and changed back, all over the files.
for (let edit = 0; edit < Number(edits); edit++) {
  const { path, text } = files[edit % files.length] ?? { path: "", text: "" };
  const at = text.indexOf(edit % 2 === 0 ? '"' : ' "') + (edit % 2);
  const typed =
    edit % 20 === 1 ? text.replace("tool-", "tol-") : `${text.slice(0, at + 1)}x${text.slice(at + 1)}`;
  snapshot = core.withFile(snapshot, path, typed);
  core.verdictOf(project());
  snapshot = core.withFile(snapshot, path, text);
  core.verdictOf(project());
}
console.log(
  JSON.stringify({ perElement: (checked - empty) / elements, growth: (heap() - empty) / (checked - empty) }),
);
