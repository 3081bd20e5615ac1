import { placesOf } from "./layout/places.ts";
import type { Before, PictureFrame } from "./layout/frame.ts";
import type { Answer } from "./arrange.ts";

/**
 * The worker in which pictures are arranged: a web worker in a browser, a worker thread under Node. It takes a
 * `{ id, frame, before }` and answers with `{ id, places }`, or `{ id, failed }` with a reason.
 */
interface Port {
  postMessage(message: Answer): void;
}

interface Order {
  readonly id: number;
  readonly frame: PictureFrame;
  readonly before: Before | undefined;
}

async function serve(port: Port, { id, frame, before }: Order): Promise<void> {
  try {
    port.postMessage({ id, places: await placesOf(frame, before) });
  } catch (error) {
    port.postMessage({ id, failed: error instanceof Error ? error.message : String(error) });
  }
}

/** What a worker thread has where a web worker has its global scope. */
interface ThreadPort extends Port {
  on(event: "message", listen: (message: Order) => void): void;
}

declare const process:
  { getBuiltinModule?(name: "worker_threads"): { readonly parentPort: ThreadPort | null } } | undefined;
/** ELK takes `onmessage` of a web worker for itself when it is read, and passes over what is not for it. */
interface WorkerScope extends Port {
  addEventListener(type: "message", listen: (event: { readonly data: Order }) => void): void;
}
declare const self: WorkerScope | undefined;

const thread =
  typeof process === "undefined" ? undefined : process.getBuiltinModule?.("worker_threads").parentPort;
if (thread) thread.on("message", (order) => void serve(thread, order));
else if (typeof self !== "undefined") {
  const scope = self;
  scope.addEventListener("message", ({ data }) => void serve(scope, data));
}
