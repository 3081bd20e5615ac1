import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { architecture, oneFile, PER_FILE } from "./architecture.mjs";
import { layouts } from "./layout.mjs";
import { installLikeC4, likeC4Architecture, startLikeC4, validate } from "./likec4.mjs";
import { CHANGES, repository } from "./repository.mjs";
import { measured, median, output, quantile } from "./run.mjs";
import {
  cancellations,
  completions,
  keystrokes,
  pushedKeystrokes,
  start,
  startServer,
  typing,
  wholeWorkspace,
} from "./server.mjs";
import { stability } from "./stability.mjs";

/**
 * How fast BizArch is, in a table, beside LikeC4 where it does the same work. Machines differ and are noisy: the empty
 * Node process in the first row is the yardstick for this machine and this moment, and CPU time says more than the
 * clock. `npm run bench -- --alone` leaves LikeC4 out; `npm run bench -- keystroke` shows the rows with that word.
 */

const RUNS = 5;
const KEYS = 100;
const SIZE = 10_000;
/** Keys that somebody types in a second who types faster than anybody. */
const PACE = 60;
/** Elements of an architecture whose one file has 64,000 lines. */
const ONE_FILE = 16_300;
/** Random edits of each picture. */
const EDITS = 100;
/** The share of the shapes that should stay where they are. */
const CALM = 0.95;
/** A workspace of more files than anybody has. */
const FILES = 1_000;
const cli = resolve(import.meta.dirname, "../../dist/bizarch.js");

const args = process.argv.slice(2);
const alone = args.includes("--alone");
const words = args.filter((arg) => !arg.startsWith("-"));

/** @type {string[][]} */
const rows = [];

/** @param {number} value */
const ms = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/**
 * Does some work if its name has one of the words that were asked for.
 *
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function group(name, work) {
  if (words.length === 0 || words.some((word) => name.includes(word))) await work();
}

const folder = mkdtempSync(join(tmpdir(), "bizarch-bench-"));
try {
  const many = put("many", architecture(SIZE));
  const large = put("large", architecture(10 * SIZE));
  const text = oneFile(ONE_FILE);
  const single = put("single", new Map([["all.bizarch", text]]));
  const peer = put("peer", likeC4Architecture(SIZE));
  if (!alone) await installLikeC4();

  await group("cold check", async () => {
    await cold("an empty Node process", ["-e", "0"]);
    await cold("`bizarch --version`", [cli, "--version"]);
    const own = await cold("cold `check`, 10,000 elements in 123 files", [cli, "check", many, "--quiet"]);
    await cold(`the same, ${lines(text)} lines in one file`, [cli, "check", single, "--quiet"]);
    await cold("the same, 100,000 elements in 1,221 files", [cli, "check", large, "--quiet"], 3);
    if (alone) return;
    const { program, args: of } = validate(peer);
    const other = await cold("  LikeC4: `validate`, 10,000 elements", of, 3, program);
    rows.push(["  LikeC4's CPU by ours", times(other.cpu / own.cpu), "", ""]);
  });

  await group("diff", async () => {
    const of = async (
      /** @type {string} */ name,
      /** @type {number} */ elements,
      /** @type {number} */ runs,
    ) => {
      const path = join(folder, name);
      repository(path, elements);
      const size = elements.toLocaleString("en");
      const command = [cli, "diff", "HEAD~1", "HEAD", "--fail-on", "never"];
      const what = `\`diff\` from git, ${CHANGES} changes to ${size} elements`;
      return cold(what, command, runs, process.execPath, path);
    };
    const one = await of("changed", SIZE, RUNS);
    const ten = await of("changed-large", 10 * SIZE, 3);
    rows.push(["  CPU for ten times as many elements", times(ten.cpu / one.cpu), "", ""]);
  });

  await group("keystroke", async () => {
    const part = partOf(architecture(SIZE));
    let ours = Number.NaN;
    for (const spot of /** @type {const} */ (["title", "value", "name"])) {
      const taken = await editing(`in a ${spot}, 123 files`, many, "part-0050.bizarch", part, spot);
      if (spot === "title") ours = median(taken);
    }
    for (const spot of /** @type {const} */ (["title", "value"]))
      await editing(`in a ${spot}, one file of ${lines(text)} lines`, single, "all.bizarch", text, spot);
    if (alone) return;
    const peers = likeC4Architecture(SIZE).get("part-0050.c4") ?? "";
    const server = await start(startLikeC4(), peer, {});
    const taken = await pushedKeystrokes(server.connection, join(peer, "part-0050.c4"), peers, 10);
    await server.stop();
    row("  LikeC4: keystroke in a title to diagnostics", taken);
    rows.push(["  LikeC4's time by ours, p50", times(median(taken) / ours), "", ""]);
  });

  await group("completion", async () => {
    const { connection, stop } = await startServer(many);
    const part = partOf(architecture(SIZE));
    row(
      "completion right after an edit, 10,000 elements: p50, p95",
      await completions(connection, join(many, "part-0050.bizarch"), part, KEYS),
    );
    await stop();
  });

  await group("typing", async () => {
    const { connection, stop } = await startServer(many);
    const part = partOf(architecture(SIZE));
    const { times: taken, overtaken } = await typing(
      connection,
      join(many, "part-0050.bizarch"),
      part,
      4 * KEYS,
      PACE,
    );
    await stop();
    row(`completion at each of ${PACE} keys a second, 10,000 elements: p50, p95`, taken);
    rows.push(["  taken back, since the next key came before", share(overtaken / (4 * KEYS)), "", ""]);
  });

  await group("cancel", async () => {
    const delays = Array.from({ length: 4 * RUNS }, (_, run) => 40 * run);
    const taken = await cancellations(many, delays);
    row("taking back to being told, while 10,000 elements are read: p50, p95", taken);
  });

  await group("start", async () => {
    const taken = [];
    for (let run = 0; run < 2 * RUNS; run++) {
      const { ready, stop } = await startServer(many);
      taken.push(ready);
      await stop();
    }
    row("start to the reply to `initialize`: p50, p95", taken);
  });

  await group("workspace of 1,000 files", async () => {
    const of = async (/** @type {string} */ path, /** @type {string} */ part) => {
      const all = [];
      for (let run = 0; run < RUNS; run++)
        all.push(await wholeWorkspace(path, join(path, "part-0050.bizarch"), part, KEYS / RUNS));
      return {
        ready: all.map(({ ready }) => ready),
        first: all.map(({ first }) => first),
        again: all.flatMap(({ again }) => again),
        files: all[0]?.files ?? 0,
      };
    };
    const elements = (FILES - 1) * PER_FILE;
    const files = architecture(elements);
    const [few, lot] = [
      await of(many, partOf(architecture(SIZE))),
      await of(put("files", files), partOf(files)),
    ];
    const what = `${lot.files.toLocaleString("en")} files, ${elements.toLocaleString("en")} elements`;
    row(`start to the reply to \`initialize\`, ${what}: p50, p95`, lot.ready);
    row("start to the findings of all its files, none open: p50, p95", lot.first);
    row("edit to the findings of all its files again: p50, p95", lot.again);
    const by = ratios(lot, few);
    rows.push([`  the same three by those of ${few.files} files, 10,000 elements`, by.join(", "), "", ""]);
    await editing(`in a title, ${what}`, join(folder, "files"), "part-0050.bizarch", partOf(files), "title");
  });

  await group("memory", async () => {
    const script = resolve(import.meta.dirname, "heap.mjs");
    const told = await output(["--expose-gc", script, String(SIZE), "10000"]);
    const { perElement, growth } = JSON.parse(told);
    rows.push(["heap for an element, 10,000 elements", "", "", `${(perElement / 1024).toFixed(1)} KB`]);
    rows.push(["the same after 10,000 edits", "", "", times(growth)]);
  });

  await group("stability", async () => {
    const all = await stability(EDITS);
    for (const { name, edits, kept, afresh } of all) {
      const calm = `${share(kept.stayed)}, ${kept.far.toFixed(0)} px`;
      rows.push([
        `${edits} edits of ${name}`,
        calm,
        `${times(kept.bends)} bends`,
        `afresh ${share(afresh.stayed)}`,
      ]);
    }
    const stayed = all.map(({ kept }) => kept.stayed).toSorted((a, b) => a - b);
    const mean = stayed.reduce((sum, it) => sum + it, 0) / stayed.length;
    const few = stayed.filter((it) => it < CALM).length;
    rows.push(["shapes that stay where they are, mean of the views", share(mean), "", ""]);
    rows.push([
      "  in the worst view",
      share(stayed[0] ?? 0),
      `${few} of ${stayed.length} below ${share(CALM)}`,
      "",
    ]);
  });

  await group("layout", async () => {
    const { cpu: empty } = await cold("an empty Node process", ["-e", "0"]);
    const taken = (/** @type {string} */ what, /** @type {import("./layout.mjs").Taken} */ { cpu, wall }) =>
      rows.push([what, ms(cpu), ms(wall), `${times(cpu / empty)} empty`]);
    for (const { shapes, layout, cold: first, warm, edit } of await layouts([50, 200, 500])) {
      taken(`layout of ${shapes} shapes, ${layout}, the worker's start included`, first);
      taken("  another picture of that size", warm);
      taken("  after an edit", edit);
    }
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(
  `\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}; medians of ${RUNS} runs, ${KEYS} keystrokes\n`,
);
console.log(table([["work", "CPU or p50", "wall or p95", "memory"], ...rows]));

/**
 * @param {string} name
 * @param {ReadonlyMap<string, string>} files
 * @returns {string} the folder that they are in
 */
function put(name, files) {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, content] of files) writeFileSync(join(path, file), content);
  return path;
}

/** @param {ReadonlyMap<string, string>} files */
function partOf(files) {
  return files.get("part-0050.bizarch") ?? "";
}

/**
 * @typedef {{ readonly ready: readonly number[], readonly first: readonly number[], readonly again: readonly number[] }} Taken
 * @param {Taken} one
 * @param {Taken} other
 */
function ratios(one, other) {
  const keys = /** @type {const} */ (["ready", "first", "again"]);
  return keys.map((key) => times(median(one[key]) / median(other[key])));
}

/** @param {string} content */
function lines(content) {
  return content.split("\n").length.toLocaleString("en");
}

/** @param {number} part */
function share(part) {
  return `${(100 * part).toFixed(1)} %`;
}

/** @param {number} ratio */
function times(ratio) {
  return `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`;
}

/**
 * @param {string} what
 * @param {readonly string[]} command
 * @param {number} [runs]
 * @param {string} [program]
 * @param {string} [cwd]
 */
async function cold(what, command, runs = RUNS, program = process.execPath, cwd = folder) {
  /** @type {import("./run.mjs").Usage[]} */
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await measured(command, program, cwd));
  const of = (/** @type {"cpu" | "wall" | "peak"} */ key) => median(all.map((run) => run[key]));
  rows.push([what, ms(of("cpu")), ms(of("wall")), `${of("peak").toFixed(0)} MB`]);
  return { cpu: of("cpu") };
}

/**
 * @param {string} what
 * @param {readonly number[]} taken
 */
function row(what, taken) {
  rows.push([what, ms(median(taken)), ms(quantile(taken, 0.95)), ""]);
}

/**
 * @param {string} what
 * @param {string} path
 * @param {string} file
 * @param {string} content
 * @param {import("./server.mjs").Spot} spot
 */
async function editing(what, path, file, content, spot) {
  const { connection, stop } = await startServer(path);
  const taken = await keystrokes(connection, join(path, file), content, KEYS, spot);
  await stop();
  row(`keystroke to diagnostics, ${what}: p50, p95`, taken);
  return taken;
}

/** @param {readonly (readonly string[])[]} all */
function table(all) {
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? [];
  return all
    .map((line) =>
      line
        .map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0)))
        .join("  "),
    )
    .join("\n");
}
