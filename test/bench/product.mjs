import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";

const root = resolve(import.meta.dirname, "../..");

/** What is measured of pictures, and what makes some, bundled as a door would bundle it. */
const PARTS = `
  export { arranger } from "./client/diagram/arrange.ts";
  export { measure } from "./client/diagram/measure.ts";
  export { modelOf } from "./server/model/link.ts";
  export { snapshotOf } from "./server/model/snapshot.ts";
  export { viewGraph, viewsOf } from "./server/views/views.ts";
  export { crowd, edited } from "./test/diagram/crowd.ts";`;

export async function product() {
  const { outputFiles } = await build({
    stdin: { contents: PARTS, resolveDir: root },
    bundle: true,
    write: false,
    format: "esm",
    loader: { ".woff2": "empty" },
  });
  const folder = mkdtempSync(join(tmpdir(), "bizarch-bench-"));
  try {
    const file = join(folder, "product.mjs");
    writeFileSync(file, outputFiles[0]?.contents ?? "");
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The worker of the pictures, as it ships, in a thread. */
export function startWorker() {
  const worker = new Worker(resolve(root, "dist/elk-worker.js"));
  return {
    post: (/** @type {unknown} */ order) => worker.postMessage(order),
    listen: (
      /** @type {(answer: unknown) => void} */ answered,
      /** @type {(reason: string) => void} */ broken,
    ) => {
      worker.on("message", answered);
      worker.on("error", (error) => broken(String(error)));
    },
    terminate: () => void worker.terminate(),
  };
}

/**
 * The same numbers at each run (mulberry32): whole numbers below a bound.
 *
 * @param {number} seed
 */
export function randomFrom(seed) {
  let state = seed;
  return (/** @type {number} */ bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
}
