import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { arranger, type Answer, type ArrangeWorker } from "../../diagram/arrange.ts";
import type { Ports as DrawPorts } from "../../diagram/draw.ts";
import { cliMessages as say } from "../messages.ts";
import { Refusal } from "../refusal.ts";

/** Does work that needs places for shapes; the worker that finds them is gone afterwards. */
export async function arranging<Result>(
  file: string,
  work: (to: DrawPorts) => Promise<Result>,
): Promise<Result> {
  const pictures = arranger(() => threadWorker(file));
  try {
    return await work({ arrange: pictures.arrange, signal: new AbortController().signal });
  } finally {
    pictures.close();
  }
}

/** The worker in which pictures are arranged, in a thread of its own. */
function threadWorker(file: string): ArrangeWorker {
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
