import { modelOf } from "../model/link.ts";
import type { Model } from "../model/model.ts";
import { outlineOf } from "../model/outline.ts";
import type { Project } from "../model/snapshot.ts";
import { verdictInSteps } from "../rules/check.ts";
import type { Turns } from "./turn.ts";

/** Work in steps: between two of them it may be put down, or given up. */
export type Work<Result> = Generator<undefined, Result, undefined>;

/** Milliseconds for which work goes on before it gives its turn up. */
const SLICE = 8;

/**
 * Does work to its end, a slice at each turn. Undefined where it turned out between two slices that nobody wants it any
 * more.
 */
export async function inSlices<Result>(
  work: Work<Result>,
  turns: Turns,
  isWanted: () => boolean,
): Promise<{ readonly result: Result } | undefined> {
  for (let begin = performance.now(); ;) {
    const step = work.next();
    if (step.done) return { result: step.value };
    if (performance.now() - begin < SLICE) continue;
    await turns.next();
    if (!isWanted()) return undefined;
    begin = performance.now();
  }
}

/** Does work to its end without a pause. */
export function atOnce<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Reads and links a project, file by file; little is to do where it was done before an edit. */
export function* linking(project: Project): Work<Model> {
  for (const file of project.files) {
    outlineOf(file);
    yield;
  }
  return modelOf(project);
}

/** Links projects and judges them. */
export function* judging(projects: Iterable<Project>): Work<void> {
  for (const project of projects) {
    yield* linking(project);
    yield;
    yield* verdictInSteps(project);
  }
}
