import type { PolicyChange, ProjectReview } from "../../../server/review/reviewed.ts";
import { policyMessages as say } from "../../../server/review/policy-messages.ts";
import { merged, type Baseline, type Recorded } from "./baseline.ts";
import { baselineIn } from "./file.ts";
import { baselineMessages } from "./messages.ts";
import { Refusal } from "../refusal.ts";
import type { Sides } from "../diff/sides.ts";

/** The reviews, with what a baseline hides more or less where one is named. A side may have none yet, or none any more. */
export function heldTo(
  baseline: string | undefined,
  { base, head }: Sides,
  reviews: readonly ProjectReview[],
): readonly ProjectReview[] {
  if (baseline === undefined) return reviews;
  const [before, after] = [base, head].map(({ textAt }) => textAt?.(baseline));
  if (before === undefined && after === undefined) throw new Refusal(baselineMessages.none(baseline));
  return withBaselines(reviews, baselineIn(before ?? EMPTY, baseline), baselineIn(after ?? EMPTY, baseline));
}

const EMPTY = '{ "version": 1, "findings": [] }';

/**
 * What two states of a baseline hide more and less, as changes of the guard: each at the project that it is of. What is
 * recorded about an element that was renamed is the same under both names.
 */
function withBaselines(
  reviews: readonly ProjectReview[],
  base: Baseline,
  head: Baseline,
): readonly ProjectReview[] {
  const names = new Map(reviews.flatMap(({ review }) => [...review.changes.renames]));
  const old = merged(
    base.map((recorded) => renamed(recorded, names)),
    (a, b) => a + b,
  );
  const changes = [
    ...surplus(head, old).map(({ project, text }) => ({ project, change: loosened(text) })),
    ...surplus(old, head).map(({ project, text }) => ({ project, change: tightened(text) })),
  ];
  if (changes.length === 0) return reviews;
  const known = new Set(reviews.map(({ project }) => project));
  return reviews.map(({ project, review }, index) => {
    // What is of no project that was compared is told with the first.
    const own = changes.filter((one) => one.project === project || (index === 0 && !known.has(one.project)));
    return { project, review: { ...review, policy: [...review.policy, ...own.map(({ change }) => change)] } };
  });
}

function renamed(recorded: Recorded, names: ReadonlyMap<string, string>): Recorded {
  const now = (name: string): string => names.get(name) ?? name;
  const { element, args } = recorded;
  const lists = args.map((arg) => arg.split(", ").map(now).toSorted().join(", "));
  return { ...recorded, element: element === null ? null : now(element), args: lists };
}

interface Entry {
  readonly project: string;
  readonly text: { readonly rule: string; readonly element: string | null; readonly count: number };
}

/** What the one records that the other does not, rule by rule and element by element. */
function surplus(one: Baseline, other: Baseline): readonly Entry[] {
  const counts = new Map(other.map((recorded) => [keyOf(recorded), recorded.count]));
  const all = new Map<string, Entry>();
  for (const recorded of one) {
    const more = recorded.count - (counts.get(keyOf(recorded)) ?? 0);
    if (more <= 0) continue;
    const { project, rule, element } = recorded;
    const key = JSON.stringify([project, rule, element]);
    const known = all.get(key)?.text.count ?? 0;
    all.set(key, { project, text: { rule, element, count: known + more } });
  }
  return [...all.values()];
}

function keyOf({ project, rule, element, args }: Recorded): string {
  const lists = args.map((arg) => arg.split(", ").toSorted().join(", "));
  return JSON.stringify([project, rule, element, lists]);
}

function loosened({ rule, element, count }: Entry["text"]): PolicyChange {
  return { change: "loosened", what: say.hidden(rule, element, count) };
}

function tightened({ rule, element, count }: Entry["text"]): PolicyChange {
  return { change: "tightened", what: say.shown(rule, element, count) };
}
