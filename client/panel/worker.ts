import type { Answer, ArrangeWorker } from "../diagram/arrange.ts";

/**
 * Starts the worker from the text of its script: a webview may not start one from an address, in remote windows least
 * of all.
 */
export function blobWorker(script: string): ArrangeWorker {
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(url);
  return {
    post: (order) => worker.postMessage(order),
    listen: (answered, broken) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => answered(data));
      worker.addEventListener("error", ({ message }) => broken(message));
    },
    terminate: () => {
      worker.terminate();
      URL.revokeObjectURL(url);
    },
  };
}

/** The text of the worker's script. */
export async function fetchScript(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}: ${address}`);
  return response.text();
}
