import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Answer, ArrangeWorker } from "../diagram/arrange.ts";
import { cliMessages as say } from "./messages.ts";
import { Refusal } from "./refusal.ts";

/** The worker in which pictures are arranged, in a thread of its own. */
export function threadWorker(file: string): ArrangeWorker {
  if (!existsSync(file)) throw new Refusal(say.incomplete(file));
  const thread = new Worker(file);
  return {
    post: (order) => thread.postMessage(order),
    listen: (answered, broken) => {
      thread.on("message", (answer: Answer) => answered(answer));
      thread.on("error", (error: Error) => broken(error.message));
    },
    terminate: () => void thread.terminate(),
  };
}
