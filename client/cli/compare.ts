import type { Finding } from "../../grammar/finding.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { modelOf } from "../../server/model/link.ts";
import { snapshotOf, type Project, type Wishes, type Snapshot } from "../../server/model/snapshot.ts";
import type { DiffOptions } from "../../server/review/diff.ts";
import type { ProjectReview } from "../../server/review/changes.ts";
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
    return { project: name, review: review(one, other, options) };
  });
  return { base: before.snapshot, head: after.snapshot, reviews };
}

interface State {
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
  return { snapshot, flaws, projects: new Map(named) };
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
