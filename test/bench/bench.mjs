import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { architecture, oneFile } from "./architecture.mjs";
import { layouts } from "./layout.mjs";
import { median, measured, quantile } from "./run.mjs";
import { keystrokes, startServer } from "./server.mjs";

/**
 * How fast BizArch is, in a table. Machines differ and are noisy: the empty Node process in the first row is the
 * yardstick for this machine and this moment, and CPU time says more than the clock.
 */

const RUNS = 5;
const KEYS = 60;
const SIZE = 10_000;
const cli = resolve(import.meta.dirname, "../../dist/bizarch.js");

/** @type {string[][]} */
const rows = [];

/** @param {number} value */
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

const work = mkdtempSync(join(tmpdir(), "bizarch-bench-"));
try {
  const many = join(work, "many");
  const single = join(work, "single");
  const files = architecture(SIZE);
  const text = oneFile(SIZE);
  mkdirSync(many);
  mkdirSync(single);
  for (const [name, content] of files) writeFileSync(join(many, name), content);
  writeFileSync(join(single, "all.bizarch"), text);
  const lines = text.split("\n").length.toLocaleString("en");

  await cold("an empty Node process", ["-e", "0"]);
  await cold("`bizarch --version`", [cli, "--version"]);
  await cold(`cold \`check\`, 10,000 elements in ${files.size} files`, [cli, "check", many, "--quiet"]);
  await cold(`cold \`check\`, the same in one file of ${lines} lines`, [cli, "check", single, "--quiet"]);
  await editing(`${files.size} files`, many, "part-0050.bizarch", files.get("part-0050.bizarch") ?? "");
  await editing("one file", single, "all.bizarch", text);
  for (const { shapes, first, again } of await layouts([50, 200, 500])) {
    rows.push([`layout of ${shapes} shapes: first, then warm`, ms(first), ms(again), ""]);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}

console.log(
  `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}; medians of ${RUNS} runs\n`,
);
console.log(table([["work", "CPU or p50", "wall or p95", "peak memory"], ...rows]));

/**
 * @param {string} what
 * @param {readonly string[]} args
 */
async function cold(what, args) {
  /** @type {import("./run.mjs").Usage[]} */
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await measured(args));
  const of = (/** @type {"cpu" | "wall" | "peak"} */ key) => median(runs.map((run) => run[key]));
  rows.push([what, ms(of("cpu")), ms(of("wall")), `${of("peak").toFixed(0)} MB`]);
}

/**
 * @param {string} what
 * @param {string} folder
 * @param {string} file
 * @param {string} content
 */
async function editing(what, folder, file, content) {
  const { connection, ready, stop } = await startServer(folder);
  const times = await keystrokes(connection, join(folder, file), content, KEYS);
  await stop();
  rows.push([`start to \`initialize\` reply, ${what}`, "", ms(ready), ""]);
  rows.push([
    `keystroke to diagnostics, ${what}: p50, p95`,
    ms(median(times)),
    ms(quantile(times, 0.95)),
    "",
  ]);
}

/** @param {readonly (readonly string[])[]} lines */
function table(lines) {
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
