import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Worker } from "node:worker_threads";
import { build } from "esbuild";
import type { Answer, ArrangeWorker } from "../../client/diagram/arrange.ts";

const root = resolve(import.meta.dirname, "../..");
let bundled: Promise<string> | undefined;

/** The worker of the pictures, bundled as it ships. */
export function workerFile(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, "client/diagram/elk-worker.ts")],
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    write: false,
  });
  const file = join(await mkdtemp(join(tmpdir(), "bizarch-")), "elk-worker.cjs");
  await writeFile(file, outputFiles[0]?.contents ?? "");
  return file;
}

/** Starts the real worker in a thread. `onPost` hears of each order that it is given. */
export function threadWorker(file: string, onPost: () => void = () => undefined): ArrangeWorker {
  const thread = new Worker(file);
  return {
    post(order) {
      onPost();
      thread.postMessage(order);
    },
    listen(answered, broken) {
      thread.on("message", (answer: Answer) => answered(answer));
      thread.on("error", (error: Error) => broken(error.message));
    },
    terminate: () => void thread.terminate(),
  };
}
