import { beforeOf, frameOf } from "./frame-of.ts";
import type { Before, PictureFrame, Places } from "./layout/frame.ts";
import { sceneOf, type Scene } from "./scene.ts";
import type { SizedGraph } from "./sized-graph.ts";

/** Gives every shape its place. Rejects with the signal's reason once it is aborted: nobody waits for an old picture. */
export type Arrange = (sized: SizedGraph, signal: AbortSignal) => Promise<Scene>;

/** The worker of `elk-worker.ts`, however it was started: a web worker in the panel, a worker thread under Node. */
export interface ArrangeWorker {
  post(order: ArrangeOrder): void;
  /** Calls back with each answer, and with a reason when the worker itself breaks. */
  listen(answered: (answer: Answer) => void, broken: (reason: string) => void): void;
  terminate(): void;
}

export interface ArrangeOrder {
  readonly id: number;
  readonly frame: PictureFrame;
  readonly before: Before | undefined;
}

export type Answer =
  { readonly id: number; readonly places: Places } | { readonly id: number; readonly failed: string };

export interface Arranger {
  readonly arrange: Arrange;
  /** Starts the worker before it is needed: its first picture takes three times as long as the next. */
  warm(): void;
  close(): void;
}

/** So many pictures are remembered by what goes into them. */
const REMEMBERED = 32;
/** Above so many shapes, a picture that nobody waits for any more is not worth finishing. */
const LARGE = 1_000;

interface Job {
  readonly id: number;
  readonly key: string;
  readonly frame: PictureFrame;
  readonly before: Before | undefined;
  readonly waiting: Set<Waiting>;
}

/** The last picture of a view. */
interface Shown {
  readonly sized: SizedGraph;
  readonly places: Places;
}

interface Waiting {
  readonly resolve: (places: Places) => void;
  readonly reject: (reason: unknown) => void;
}

export interface Manner {
  /** What did not change stays where it was in the picture of the same view before; else only the frame counts. */
  readonly steady: boolean;
}

/**
 * Arranges pictures in one worker, one after the other. The same frame is never arranged twice: a change that moves
 * nothing (a comment, a finding, another theme) costs nothing.
 */
export function arranger(start: () => ArrangeWorker, { steady }: Manner = { steady: false }): Arranger {
  const last = new Map<string, Shown>();
  const known = new Map<string, Places>();
  let queue: Job[] = [];
  let running: Job | undefined;
  let worker: ArrangeWorker | undefined;
  let count = 0;

  function places(frame: PictureFrame, before: Before | undefined, signal: AbortSignal): Promise<Places> {
    const key = JSON.stringify(frame);
    const hit = known.get(key);
    if (hit) return Promise.resolve(remember(known, key, hit));
    const settled = new AbortController();
    return new Promise<Places>((resolve, reject) => {
      const job = jobFor(key, frame, before);
      const waiting: Waiting = { resolve, reject };
      job.waiting.add(waiting);
      signal.addEventListener("abort", () => leave(job, waiting, signal.reason), { signal: settled.signal });
      next();
    }).finally(() => settled.abort());
  }

  function jobFor(key: string, frame: PictureFrame, before: Before | undefined): Job {
    const same = [running, ...queue].find((job) => job?.key === key);
    if (same) return same;
    const job: Job = { id: ++count, key, frame, before, waiting: new Set() };
    queue.push(job);
    return job;
  }

  function leave(job: Job, waiting: Waiting, reason: unknown): void {
    if (!job.waiting.delete(waiting)) return;
    waiting.reject(reason);
    queue = queue.filter((other) => other.waiting.size > 0);
    next();
  }

  function next(): void {
    if (running && running.waiting.size === 0 && queue.length > 0 && running.frame.nodes.length > LARGE)
      stop();
    const job = running ? undefined : queue.shift();
    if (!job) return;
    running = job;
    started().post({ id: job.id, frame: job.frame, before: job.before });
  }

  function started(): ArrangeWorker {
    if (worker) return worker;
    const fresh = start();
    fresh.listen(
      (answer) => answered(fresh, answer),
      (reason) => broken(fresh, reason),
    );
    worker = fresh;
    return fresh;
  }

  function answered(from: ArrangeWorker, answer: Answer): void {
    const job = running;
    if (from !== worker || job?.id !== answer.id) return;
    running = undefined;
    if ("places" in answer) {
      remember(known, job.key, answer.places);
      for (const { resolve } of job.waiting) resolve(answer.places);
    } else for (const { reject } of job.waiting) reject(new Error(answer.failed));
    next();
  }

  function broken(from: ArrangeWorker, reason: string): void {
    if (from !== worker) return;
    const jobs = [...(running ? [running] : []), ...queue];
    queue = [];
    stop();
    for (const { waiting } of jobs) for (const { reject } of waiting) reject(new Error(reason));
  }

  function stop(): void {
    worker?.terminate();
    worker = undefined;
    running = undefined;
  }

  return {
    async arrange(sized, signal) {
      signal.throwIfAborted();
      const shown = steady ? last.get(sized.graph.view) : undefined;
      const before = shown && beforeOf(sized, shown.sized, shown.places);
      const found = await places(frameOf(sized), before, signal);
      if (steady) remember(last, sized.graph.view, { sized, places: found });
      return sceneOf(sized, found);
    },
    warm: () => void started(),
    close: () => broken(started(), "The picture was closed."),
  };
}

/** The newest last, and no more than are remembered. */
function remember<Value>(known: Map<string, Value>, key: string, value: Value): Value {
  known.delete(key);
  known.set(key, value);
  const oldest = known.size > REMEMBERED ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  return value;
}

/** Each call takes the place of the one before, which then rejects: for a panel that shows only the newest picture. */
export function newest(arrange: Arrange): (sized: SizedGraph) => Promise<Scene> {
  let last: AbortController | undefined;
  return (sized) => {
    last?.abort();
    last = new AbortController();
    return arrange(sized, last.signal);
  };
}
