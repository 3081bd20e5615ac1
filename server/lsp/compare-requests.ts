import { RequestType } from "vscode-languageserver";
import type { Model } from "../model/model.ts";
import type { Project } from "../model/snapshot.ts";
import { chaptersOf, type ChangeItem } from "../review/change-list.ts";
import type { Spot } from "../review/spots.ts";
import { marksOf } from "../review/change-marks.ts";
import type { Review } from "../review/reviewed.ts";
import {
  projectPairs,
  reviewPair,
  type ComparedState,
  type ProjectPair,
} from "../review/compare-snapshots.ts";
import { mergedGraph } from "../review/merged.ts";
import { isEmpty } from "../review/review.ts";
import { answerLong, type Row } from "./answer.ts";
import { baseStates, headState, isOfBase } from "./base-state.ts";
import { clientLocation } from "./convert.ts";
import { pathOf } from "./paths.ts";
import { projectId } from "./project-id.ts";
import {
  compareRequest,
  compareViewRequest,
  type BaseState,
  type ComparedItem,
  type ComparedProject,
  type CompareParams,
  type CompareResult,
  type CompareViewParams,
  type CompareViewResult,
} from "./compare-protocol.ts";
import { clientUri, type State } from "./state.ts";
import { judging, type Work } from "./work.ts";

/** What the extension asks about two states of an architecture. */
export const compareRows: readonly Row[] = [
  answerLong(
    new RequestType<CompareParams, CompareResult, void>(compareRequest),
    () => ({}),
    function* ({ state }, { base }): Work<CompareResult> {
      const found: ComparedProject[] = [];
      for (const one of yield* comparing(state, base)) {
        found.push(projectOf(state, one));
        yield;
      }
      return { projects: found };
    },
    ["base"],
  ),
  answerLong(
    new RequestType<CompareViewParams, CompareViewResult | null, void>(compareViewRequest),
    () => ({}),
    function* ({ state }, { base, project: uri, all }): Work<CompareViewResult | null> {
      const wanted = pathOf(uri);
      const one = (yield* comparing(state, base)).find(({ project }) => project.root === wanted);
      const graph = one && mergedGraph(one.review, { base: base.name, head: base.head, all });
      return graph ? { graph } : null;
    },
    ["base", "project", "all"],
  ),
];

interface Compared {
  /** The one of today, else of yesterday. */
  readonly project: Project;
  readonly review: Review;
}

const baseOf = baseStates();

/** The projects that are not as they were, be it only in how they are written. */
function* comparing(state: State, base: BaseState): Work<readonly Compared[]> {
  const [before, after] = [baseOf(state, base), headState(state)];
  const found: Compared[] = [];
  for (const pair of projectPairs(before, after)) {
    const { old, now } = pair;
    const project = now ?? old;
    if (!project || !isOfBase(base, project.root) || isSame(pair)) continue;
    yield* judging([old, now].filter((one) => one !== undefined));
    found.push({ project, review: reviewOf(pair, before, after) });
    yield;
  }
  return found;
}

/** Whether a project is written as it was, to the letter. */
function isSame({ old, now }: ProjectPair): boolean {
  if (!old || !now) return false;
  const isKept = old.files.every((file, index) => now.files[index] === file);
  return isKept && old.files.length === now.files.length && old.configFile === now.configFile;
}

/** Asked for the list and for the picture, a review is made once. */
function reviewOf(pair: ProjectPair, base: ComparedState, head: ComparedState): Review {
  const { old, now } = pair;
  const key = now ?? old;
  const known = key && reviews.get(key);
  if (known && known.old === old && known.head === head.snapshot) return known.review;
  const { review } = reviewPair(pair, base, head);
  if (key) reviews.set(key, { old, head: head.snapshot, review });
  return review;
}

const reviews = new WeakMap<
  Project,
  { readonly old: Project | undefined; readonly head: ComparedState["snapshot"]; readonly review: Review }
>();

function projectOf(state: State, { project, review }: Compared): ComparedProject {
  const { locale } = project.settings;
  const { summary, policy, states } = review;
  const loosened = policy.filter(({ change }) => change === "loosened").length;
  const place = (model: Model, spot: Spot | undefined) =>
    spot && clientLocation(state, model, spot.path, spot.span);
  const item = ({ base, head, items, ...told }: ChangeItem): ComparedItem => ({
    ...told,
    base: place(states.base.model, base),
    head: place(states.head.model, head),
    items: items.map(item),
  });
  return {
    project: projectId(state, project),
    isEmpty: isEmpty(review),
    summary: { ...summary, loosened },
    chapters: chaptersOf(review, locale).map((chapter) => ({ ...chapter, items: chapter.items.map(item) })),
    marks: marksOf(review, locale).map(({ path, ...mark }) => ({ uri: clientUri(state, path), ...mark })),
    unread: review.unread,
  };
}
