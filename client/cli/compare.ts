import type { Finding } from "../../grammar/finding.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { modelOf } from "../../server/model/link.ts";
import { snapshotOf, type Project, type Wishes, type Snapshot } from "../../server/model/snapshot.ts";
import type { DiffOptions } from "../../server/review/diff.ts";
import { policyMessages as say } from "../../server/review/policy-messages.ts";
import type { ProjectReview, Review } from "../../server/review/changes.ts";
import { review } from "../../server/review/review.ts";
import type { Side } from "../../server/review/side.ts";
import { profileOf, severityOf, verdictOf } from "../../server/rules/check.ts";
import { rules } from "../../server/rules/index.ts";
import { readPolicy } from "../../server/rules/policy.ts";
import type { Sides, Taken } from "./sides.ts";
import { sourcesOf } from "./source.ts";

/** Two states compared, project by project. */
export interface Compared {
  readonly base: Snapshot;
  readonly head: Snapshot;
  readonly reviews: readonly ProjectReview[];
}

export function compare({ base, head }: Sides, settings: Wishes, options: DiffOptions = {}): Compared {
  const before = stateOf(base, settings, []);
  const after = stateOf(head, settings, before.snapshot.files.values());
  const reviews = pairs(before, after).map(({ name, old, now }) => {
    const one = sideOf(old ?? without(now), before.flaws);
    const other = sideOf(now ?? without(old), after.flaws);
    return { project: name, review: withLeftOut(review(one, other, options), before, after, old) };
  });
  return { base: before.snapshot, head: after.snapshot, reviews };
}

/** Files that a project no longer includes though they are still there: what they hold is held to account by nobody. */
function withLeftOut(review: Review, before: State, after: State, old: Project | undefined): Review {
  const kept = includedIn(after);
  const moved = (path: string) => `${after.root}${path.slice(before.root.length)}`;
  const paths = (old?.files ?? []).map(({ path }) => moved(path));
  const left = paths.filter((path) => !kept.has(path) && after.snapshot.files.has(path));
  if (left.length === 0) return review;
  const names = left.map((path) => path.slice(after.root.length + 1)).toSorted();
  return { ...review, policy: [...review.policy, { change: "loosened", what: say.leftOut(names) }] };
}

function includedIn({ projects }: State): ReadonlySet<string> {
  return new Set([...projects.values()].flatMap(({ files }) => files.map(({ path }) => path)));
}

interface State {
  readonly root: string;
  readonly snapshot: Snapshot;
  readonly flaws: readonly Finding[];
  /** By where they lie in what was taken. */
  readonly projects: ReadonlyMap<string, Project>;
}

/** A side as projects. A file that is the same on the other side is the same object, and so is read once. */
function stateOf({ root, files: raw }: Taken, settings: Wishes, others: Iterable<SourceFile>): State {
  const known = new Map([...others].map((file) => [file.path, file]));
  const { files, flaws } = sourcesOf(raw);
  const shared = files.map((file) => {
    const other = known.get(file.path);
    return other?.text === file.text ? other : file;
  });
  const snapshot = snapshotOf(shared, [root], settings);
  const named = [...snapshot.projects.values()].map((project) => {
    return [project.root.slice(root.length + 1) || ".", project] as const;
  });
  return { root, snapshot, flaws, projects: new Map(named) };
}

interface ProjectPair {
  readonly name: string;
  readonly old: Project | undefined;
  readonly now: Project | undefined;
}

/** The projects at the same place; one alone on either side is the same wherever it lies. */
function pairs({ projects: before }: State, { projects: after }: State): readonly ProjectPair[] {
  const [[name, now] = [], ...others] = after;
  const [old] = before.values();
  if (name !== undefined && others.length === 0 && before.size === 1) return [{ name, old, now }];
  const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return names.map((place) => ({ name: place, old: before.get(place), now: after.get(place) }));
}

/** The same project with nothing in it. */
function without(project: Project | undefined): Project {
  if (!project) throw new Error("a comparison of nothing with nothing");
  return { ...project, files: [] };
}

function sideOf(project: Project, flaws: readonly Finding[]): Side {
  const model = modelOf(project);
  const verdict = verdictOf(project);
  const own = flaws.filter(({ site }) => project.files.some(({ path }) => path === site.path));
  const policy = readPolicy(model, rules);
  return {
    model,
    verdict: { ...verdict, findings: [...own, ...verdict.findings] },
    profile: profileOf(project),
    policy,
    rules,
    severityOf: (rule) => severityOf(rule, model, policy),
  };
}
