import type { Finding } from "../../grammar/finding.ts";
import { modelOf } from "../model/link.ts";
import type { Project, Snapshot } from "../model/snapshot.ts";
import { profileOf, severityOf, verdictOf } from "../rules/check.ts";
import { rules } from "../rules/index.ts";
import { readPolicy } from "../rules/policy.ts";
import type { ProjectReview, Review } from "./reviewed.ts";
import type { DiffOptions } from "./diff.ts";
import { policyMessages as say } from "./policy-messages.ts";
import { review } from "./review.ts";
import type { Side } from "./side.ts";

/** One of two states to compare. */
export interface ComparedState {
  /** The folder by which its projects are told apart: those at the same place in both states are the same. */
  readonly root: string;
  readonly snapshot: Snapshot;
  /** What is wrong with files before they are read. */
  readonly flaws: readonly Finding[];
}

/** A project before and after; undefined where it came or went. */
export interface ProjectPair {
  /** Where it lies in the state; `.` for all of it. */
  readonly name: string;
  readonly old: Project | undefined;
  readonly now: Project | undefined;
}

/** The projects at the same place; one alone on either side is the same wherever it lies, and so is one that moved. */
export function projectPairs(base: ComparedState, head: ComparedState): readonly ProjectPair[] {
  const [before, after] = [base, head].map(projectsOf);
  if (!before || !after) return [];
  const [[name, now] = [], ...others] = after;
  const [old] = before.values();
  if (name !== undefined && others.length === 0 && before.size === 1) return [{ name, old, now }];
  const from = movesIn(before, after);
  const left = new Set(from.values());
  const names = [...new Set([...before.keys(), ...after.keys()])].filter((place) => !left.has(place));
  return names.toSorted().map((place) => {
    return { name: place, old: before.get(from.get(place) ?? place), now: after.get(place) };
  });
}

/** Where each project lay that lies elsewhere now: most of its names are the same, and no other has as many of them. */
function movesIn(before: Projects, after: Projects): ReadonlyMap<string, string> {
  const gone = [...before].filter(([place]) => !after.has(place));
  const come = [...after].filter(([place]) => !before.has(place));
  const alike = come.flatMap(([now, project]) =>
    gone.filter(([, old]) => isAlike(old, project)).map(([old]) => ({ now, old })),
  );
  const isOnly = ({ now, old }: (typeof alike)[number]): boolean =>
    alike.filter((other) => other.now === now || other.old === old).length === 1;
  return new Map(alike.filter(isOnly).map(({ now, old }) => [now, old]));
}

type Projects = ReadonlyMap<string, Project>;

function isAlike(old: Project, now: Project): boolean {
  const [olds, news] = [old, now].map((project) => new Set(modelOf(project).byName.keys()));
  if (!olds || !news) return false;
  const both = [...news].filter((name) => olds.has(name)).length;
  return both * 2 > Math.max(olds.size, news.size);
}

/** What became of one project. */
export function reviewPair(
  { name, old, now }: ProjectPair,
  base: ComparedState,
  head: ComparedState,
  options: DiffOptions = {},
): ProjectReview {
  const one = sideOf(old ?? without(now), base.flaws);
  const other = sideOf(now ?? without(old), head.flaws);
  return { project: name, review: withLeftOut(review(one, other, options), base, head, old) };
}

/** Files that a project no longer includes though they are still there: what they hold is held to account by nobody. */
function withLeftOut(
  found: Review,
  base: ComparedState,
  head: ComparedState,
  old: Project | undefined,
): Review {
  const moved = (path: string) => `${head.root}${path.slice(base.root.length)}`;
  const paths = (old?.files ?? []).map(({ path }) => moved(path));
  const kept = includedIn(head);
  const left = paths.filter((path) => !kept.has(path) && head.snapshot.files.has(path));
  if (left.length === 0) return found;
  const names = left.map((path) => path.slice(head.root.length + 1)).toSorted();
  return { ...found, policy: [...found.policy, { change: "loosened", what: say.leftOut(names) }] };
}

function includedIn({ snapshot }: ComparedState): ReadonlySet<string> {
  return new Set([...snapshot.projects.values()].flatMap(({ files }) => files.map(({ path }) => path)));
}

/** By where they lie in the state. */
function projectsOf({ root, snapshot }: ComparedState): ReadonlyMap<string, Project> {
  return new Map(
    [...snapshot.projects.values()].map((project) => [project.root.slice(root.length + 1) || ".", project]),
  );
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
