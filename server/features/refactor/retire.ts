import { addProperty, removeLine, replace, type Edit } from "../../model/edit.ts";
import { siteIn, type Element, type Model } from "../../model/model.ts";
import { says, valuesOf, wordOf } from "../../model/query.ts";
import { hopsAt, partOf, stretchOfHops, withoutMentions, type Hops } from "./hops.ts";
import { joined } from "./joined.ts";
import { keepingMeaning } from "./meaning.ts";
import { orphanedBy } from "./orphans.ts";
import { editsOf, NOTHING, type Plan } from "./plan.ts";
import {
  only,
  type Question,
  type Refactored,
  type Refactoring,
  type Refused,
  type Selection,
} from "./refactoring.ts";
import { refactorWords as say } from "./refactor-words.ts";
import { wholeTool } from "./selected.ts";

/**
 * Feature: Retire a tool
 *
 * A tool becomes `retired`: its flows go, what names these goes with them, and it reads and writes nothing any more. What it
 * owned stays written there, since somebody has to find it a new home. All that is left without something is told.
 */
export const retire: Refactoring = { id: "retireTool", sort: "rewrite", most: 1, ask, run };

function ask(model: Model, selection: Selection): Question | Refused {
  const tool = retirable(model, selection);
  return "refused" in tool ? tool : only(say.retire(tool.name));
}

function retirable(model: Model, selection: Selection): Element | Refused {
  const tool = wholeTool(model, selection);
  if ("refused" in tool) return tool;
  return wordOf(tool, "status") === "retired" ? { refused: say.isRetired(tool.name) } : tool;
}

function run(model: Model, selection: Selection): Refactored | Refused {
  const tool = retirable(model, selection);
  if ("refused" in tool) return tool;
  const hops = hopsAt(model, tool);
  const plans = hops.map((one) => withoutTool(model, one, tool));
  const gone = new Set(hops.flatMap(({ edges }) => edges.filter((edge) => isAt(edge, tool))));
  const plan: Plan = {
    edits: [...retired(model, tool), ...plans.flatMap(({ edits }) => edits), ...withoutMentions(model, gone)],
    removals: plans.flatMap(({ removals }) => removals),
    insertions: plans.flatMap(({ insertions }) => insertions),
  };
  const kept = keepingMeaning(model, plan, { gone });
  return "refused" in kept ? kept : { edits: editsOf(model, kept.plan), notes: orphanedBy(model, tool) };
}

function isAt({ ends }: Element, tool: Element): boolean {
  return ends?.from === tool || ends?.to === tool;
}

/** What a retired tool does no more. */
const GOING = ["writes", "reads"] as const;

function retired(model: Model, tool: Element): readonly Edit[] {
  const { top, properties } = tool.declaration;
  const lines = GOING.flatMap((name) => properties.get(name) ?? []);
  const removed = joined(
    model,
    lines.map(({ span }) => removeLine(model, { path: tool.path, top, span })),
  );
  const [status] = valuesOf(tool, "status");
  const said =
    status && says(tool, "status")
      ? replace(model, siteIn(tool, status), "retired")
      : addProperty(model, tool, "status retired", new Set(GOING));
  return [said, ...removed];
}

/** A statement of flows without those of a tool: what is left of `a -> b -> tool -> c -> d` are two. */
function withoutTool(model: Model, hops: Hops, tool: Element): Plan {
  const { statement, ends } = hops;
  const runs = runsOf(hops, tool);
  const [first, ...others] = runs;
  if (!first) return { ...NOTHING, removals: [stretchOfHops(model, hops)] };
  const from = ends[0]?.value.span.start ?? 0;
  const to = ends.at(-1)?.value.span.end ?? 0;
  const cut = (start: number, end: number): readonly Edit[] =>
    start < end ? [{ ...partOf(hops, model, start, end), text: "" }] : [];
  const stretch = stretchOfHops(model, hops);
  const again = others.flatMap(({ start, end }) => [
    `\n${statement.head.text} `,
    partOf(hops, model, start, end),
    partOf(hops, model, to, statement.span.end),
  ]);
  return {
    edits: [...cut(from, first.start), ...cut(first.end, to)],
    removals: [],
    insertions: again.length > 0 ? [{ path: hops.path, at: stretch.span.end, pieces: again }] : [],
  };
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/** The ends between those that are the tool, where two or more stand together. */
function runsOf({ ends }: Hops, tool: Element): readonly Run[] {
  const groups: (typeof ends)[number][][] = [[]];
  for (const end of ends) {
    if (end.element === tool) groups.push([]);
    else groups.at(-1)?.push(end);
  }
  return groups.flatMap((group) => {
    const [first] = group;
    const last = group.at(-1);
    const isEdge = first !== undefined && last !== undefined && group.length > 1;
    return isEdge ? [{ start: first.value.span.start, end: last.value.span.end }] : [];
  });
}
