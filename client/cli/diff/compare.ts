import { madeFrom } from "../../../grammar/once.ts";
import type { SourceFile } from "../../../grammar/text.ts";
import { modelOf } from "../../../server/model/link.ts";
import { snapshotOf, type Wishes, type Snapshot } from "../../../server/model/snapshot.ts";
import type { ProjectReview } from "../../../server/review/reviewed.ts";
import { projectPairs, reviewPair, type ComparedState } from "../../../server/review/compare-snapshots.ts";
import type { DiffOptions } from "../../../server/review/diff.ts";
import type { Sides, Taken } from "./sides.ts";
import { sourcesOf } from "../source.ts";

/** Two states compared, project by project. */
export interface Compared {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly reviews: readonly ProjectReview[];
}

export function compare({ base, head }: Sides, settings: Wishes, options: DiffOptions = {}): Compared {
  const before = stateOf(base, settings, []);
  // What the head has in common with the base is taken from there: it has to be known by then.
  for (const project of before.snapshot.projects.values()) modelOf(project);
  const after = stateOf(head, settings, before.snapshot.files.values());
  const reviews = projectPairs(before, after).map((pair) => reviewPair(pair, before, after, options));
  return { base: before.snapshot, head: after.snapshot, reviews };
}

/** A side as projects. A file that is the same on the other side is the same object, and so is read once. */
function stateOf({ root, files: raw }: Taken, settings: Wishes, others: Iterable<SourceFile>): ComparedState {
  const known = new Map([...others].map((file) => [file.path, file]));
  const { files, flaws } = sourcesOf(raw);
  const shared = files.map((file) => {
    const other = known.get(file.path);
    if (other?.text === file.text) return other;
    if (other) madeFrom(file, other);
    return file;
  });
  return { root, snapshot: snapshotOf(shared, [root], settings), flaws };
}
