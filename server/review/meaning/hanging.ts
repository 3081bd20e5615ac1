import type { KindName } from "../../../grammar/schema.ts";
import type { Element, Model } from "../../model/model.ts";
import type { ElementChange } from "../changes.ts";
import { LEANING, leaningOn } from "./leaning.ts";
import type { States } from "./telling.ts";

/** What hangs on something, up to the mission: the nearest first. */
export interface Hanging {
  readonly missions: readonly string[];
  readonly goals: readonly string[];
  readonly kpis: readonly string[];
  readonly stakeholders: readonly string[];
  readonly tools: readonly string[];
}

export const NOTHING_HANGS: Hanging = { missions: [], goals: [], kpis: [], stakeholders: [], tools: [] };

/** What hangs on all that changed together, but for what changed itself. */
export function hangingOnAll(states: States): Hanging {
  const { changes, base, head, now } = states;
  const changed = changes.elements.filter(isOfWeight);
  const gone = changed.flatMap(({ before, after }) => (before && !after ? [before] : []));
  const kept = changed.flatMap(({ before, after }) => (after && before ? [after] : []));
  const stayed = reached(base.model, gone).flatMap((old) => now(old) ?? []);
  const all = [...reached(head.model, kept), ...stayed];
  const own = new Set(changed.flatMap(({ after }) => (after ? [after] : [])));
  return sorted([...new Set(all)].filter((element) => !own.has(element)));
}

/** What hangs on one element that changed. Nothing hangs yet on what is new. */
export function hangingOn({ base, head, now }: States, change: ElementChange): Hanging {
  const { before, after } = change;
  if (!before || !isOfWeight(change)) return NOTHING_HANGS;
  if (after) return sorted(reached(head.model, [after]));
  return sorted(reached(base.model, [before]).flatMap((old) => now(old) ?? []));
}

/** Further than this, one would be told of the whole house. */
const MOST_VISITED = 400;

/**
 * What leans on some elements, nearest first. Of the data that a tool keeps only that counts whose tool itself changed: else
 * all that reads from somebody who reads would hang on everything.
 */
function reached(model: Model, starts: readonly Element[]): readonly Element[] {
  const first = new Set(starts);
  const seen = new Set(starts);
  for (const element of seen) {
    if (seen.size > MOST_VISITED + first.size) break;
    for (const other of leaningOn(model, element)) {
      const isKept = element.kind.name === "tool" && other.kind.storey === "what" && !first.has(element);
      if (!isKept) seen.add(other);
    }
  }
  return [...seen].filter((element) => !first.has(element));
}

function sorted(elements: readonly Element[]): Hanging {
  const of = (kind: KindName) =>
    elements.filter((element) => element.kind.name === kind).map(({ name }) => name);
  return {
    missions: of("mission"),
    goals: of("goal"),
    kpis: of("kpi"),
    stakeholders: of("stakeholder"),
    tools: of("tool"),
  };
}

/** What is said for readers alone: nothing has to follow from it. Who answers or works with something is asked instead. */
const SAID_ALONE = new Set(["title", "description", "tags", "link"]);

/** Whether anything may have to follow a change: another title or description is for readers. */
function isOfWeight({ change, storey, properties }: ElementChange): boolean {
  if (storey === "meta") return false;
  if (change === "added" || change === "removed") return true;
  return properties.some(
    ({ name }) => !SAID_ALONE.has(name) && LEANING[name] !== "neither" && !name.startsWith("x-"),
  );
}
