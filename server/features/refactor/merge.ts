import { fileAt, type Edit } from "../../model/edit.ts";
import { referencesOf, type Reference } from "../../model/mentions.ts";
import type { Element, Model } from "../../model/model.ts";
import { edgesOf, isThere, ofKind, target, targets, wordOf } from "../../model/query.ts";
import { referentOf } from "../../model/reference.ts";
import { hopsAt, partOf, stretchOfHops, takenOut, withoutMentions, type Hops } from "./hops.ts";
import { keepingMeaning } from "./meaning.ts";
import { editsOf, NOTHING, type Insertion, type Plan, type Stretch } from "./plan.ts";
import type { Note, Question, Refactored, Refactoring, Refused, Selection } from "./refactoring.ts";
import { refactorWords as say } from "./refactor-words.ts";
import { wholeTool } from "./selected.ts";
import { declaredStretch, isWhole } from "./stretch.ts";
import { commentsIn } from "./comments.ts";
import { differs, labelled, united } from "./unite.ts";

/**
 * Feature: Merge two tools
 *
 * A tool becomes part of another: what it owns, reads, serves and costs is the other's, its flows are, and every mention of
 * it. Flows between the two are gone. Where both say something that can be said once, the other's word holds, and what is
 * lost is told.
 */
export const merge: Refactoring = { id: "mergeTools", sort: "rewrite", most: 3, ask, run };

function ask(model: Model, selection: Selection): Question | Refused {
  const tool = wholeTool(model, selection);
  if ("refused" in tool) return tool;
  const others = ofKind(model, "tool").filter((other) => other !== tool && isThere(other));
  if (others.length === 0) return { refused: say.noOther() };
  const scores = nearness(model, tool);
  const ranked = others
    .map((other) => ({ other, score: scores(other) }))
    .toSorted((a, b) => b.score - a.score);
  const choices = ranked.map(({ other, score }) => ({
    id: other.name,
    label: other.name,
    detail: other.title,
    title: say.merge(tool.name, other.name),
    likely: score >= ALIKE,
  }));
  return { prompt: say.mergeInto(tool.name), choices };
}

/** How much speaks for it that two tools are one: what they are, what they keep, whom they serve. */
function nearness(model: Model, tool: Element): (other: Element) => number {
  const listed = (one: Element) =>
    new Set(["owns", "reads", "serves"].flatMap((property) => targets(model, one, property)));
  const category = wordOf(tool, "category");
  const vendor = target(model, tool, "vendor");
  const own = listed(tool);
  return (other) => {
    const isAlike = category !== undefined && wordOf(other, "category") === category;
    const isOfVendor = vendor !== undefined && target(model, other, "vendor") === vendor;
    const shared = [...listed(other)].filter((one) => own.has(one)).length;
    return (isAlike ? 20 : 0) + (isOfVendor ? ALIKE : 0) + Math.min(shared, ALIKE - 1);
  };
}

/** What tools score at least that are of one vendor, or of one category. */
const ALIKE = 5;

function run(model: Model, selection: Selection, choice: string): Refactored | Refused {
  const tool = wholeTool(model, selection);
  if ("refused" in tool) return tool;
  const into = ofKind(model, "tool").find(({ name }) => name === choice);
  if (!into || into === tool) return { refused: say.noChoice(choice) };
  const file = fileAt(model, into.path);
  if (!file || !isWhole(file, into.declaration.top)) return { refused: say.broken() };
  const flows = mergedFlows(model, tool, into);
  if ("refused" in flows) return flows;
  const own = united(model, tool, into, isDescribedAbove(tool) ? "description" : undefined);
  const plan: Plan = {
    edits: [
      ...own.edits,
      ...flows.plan.edits,
      ...withoutMentions(model, flows.gone),
      ...takenOut(model, namedTwice(model, tool, into)),
    ],
    removals: [{ path: tool.path, span: declaredStretch(model, tool) }, ...flows.plan.removals],
    insertions: [...comments(model, tool, into), ...flows.plan.insertions],
  };
  const becomes = (element: Element): Element =>
    element === tool ? into : (flows.becomes.get(element) ?? element);
  const kept = keepingMeaning(model, plan, { becomes, gone: flows.gone });
  return "refused" in kept
    ? kept
    : { edits: editsOf(model, kept.plan), notes: [...own.notes, ...flows.notes] };
}

/** The comments in and above the tool that goes, above the one that stays. */
function comments(model: Model, tool: Element, into: Element): readonly Insertion[] {
  const file = fileAt(model, tool.path);
  const isUndescribed = !into.declaration.properties.has("description");
  const found = file ? commentsIn(file, declaredStretch(model, tool), isUndescribed) : [];
  if (found.length === 0) return [];
  const pieces = found.flatMap((span): readonly (string | Stretch)[] => [{ path: tool.path, span }, "\n"]);
  return [{ path: into.path, at: declaredStretch(model, into).start, pieces }];
}

function isDescribedAbove({ declaration }: Element): boolean {
  return declaration.statement.doc !== undefined;
}

/** What names the tool beside the one that it becomes: values of one list, and exceptions from one rule. */
function namedTwice(model: Model, tool: Element, into: Element) {
  const naming = (wanted: Element) =>
    referencesOf(model).filter((reference) => referentOf(model, reference) === wanted);
  const keyOf = ({ from, key, value }: Reference): string => {
    const waiver = model.policy.find(({ line }) => line.type === "waiver" && line.target === value);
    return from
      ? `${key} ${from.name} ${String(model.elements.indexOf(from))}`
      : `allow ${waiver?.line.rule.text ?? ""}`;
  };
  const other = naming(into);
  const known = new Set(other.filter(isListed).map(keyOf));
  return naming(tool).filter((reference) => isListed(reference) && known.has(keyOf(reference)));
}

/** Whether a reference is a value of a list or what an exception is for, and no end of an edge. */
function isListed({ from, key, value }: Reference): boolean {
  return !from || from.declaration.properties.get(key)?.values.includes(value) === true;
}

interface Flows {
  readonly plan: Plan;
  /** The flows between the two. */
  readonly gone: ReadonlySet<Element>;
  /** Flows that become part of another, which leads from and to the same. */
  readonly becomes: ReadonlyMap<Element, Element>;
  readonly notes: readonly Note[];
}

/** The flows of the tool become those of the other; a flow that the other has already takes up what they carry. */
function mergedFlows(model: Model, tool: Element, into: Element): Flows | Refused {
  const edits: Edit[] = [];
  const removals: Stretch[] = [];
  const notes: Note[] = [];
  const gone = new Set<Element>();
  const becomes = new Map<Element, Element>();
  const known = new Map<string, Element>();
  const keyOf = ({ kind, ends, title }: Element, name = title): string => {
    const [from, to] = [ends?.from, ends?.to].map((end) => (end === tool ? into : end));
    return [kind.name, from?.name, to?.name, name].join("\n");
  };
  const touched = hopsAt(model, tool);
  const own = new Set(touched.flatMap((hops) => hops.edges));
  for (const { element } of edgesOf(model, "flow")) if (!own.has(element)) known.set(keyOf(element), element);
  for (const hops of touched) {
    const between = hops.edges.filter(({ ends }) => isBetween(ends?.from, ends?.to, tool, into));
    for (const edge of between) gone.add(edge);
    if (between.length === hops.edges.length) {
      removals.push(stretchOfHops(model, hops));
      continue;
    }
    edits.push(...withoutHops(model, hops, tool, into));
    const rest = hops.edges.filter((edge) => !gone.has(edge));
    const [edge, ...others] = rest;
    const twin = rest.map((one) => known.get(keyOf(one))).find((one) => one !== undefined);
    for (const one of rest) if (!known.has(keyOf(one))) known.set(keyOf(one), one);
    if (!edge || !twin) continue;
    const isPlain = others.length === 0 && hops.edges.length === 1 && isAlone(model, twin);
    if (!isPlain) return { refused: say.tangled() };
    if (differs(model, edge, twin)) {
      // On another legal basis, or in another rhythm, it is a flow of its own.
      if (edge.title !== undefined || known.has(keyOf(edge, tool.label))) return { refused: say.tangled() };
      known.set(keyOf(edge, tool.label), edge);
      edits.push(labelled(model, edge, tool.label));
      continue;
    }
    const more = united(model, edge, twin);
    edits.push(...more.edits);
    notes.push(...more.notes);
    removals.push(stretchOfHops(model, hops));
    becomes.set(edge, twin);
  }
  return { plan: { ...NOTHING, edits, removals }, gone, becomes, notes };
}

function isBetween(
  from: Element | undefined,
  to: Element | undefined,
  tool: Element,
  into: Element,
): boolean {
  return (from === tool && to === into) || (from === into && to === tool);
}

/** Whether a flow is written in a statement of its own. */
function isAlone(model: Model, { declaration }: Element): boolean {
  return ofKind(model, "flow").filter((other) => other.declaration.top === declaration.top).length === 1;
}

/** `a -> tool -> into -> b` without the second of the two, which become one. */
function withoutHops(model: Model, hops: Hops, tool: Element, into: Element): readonly Edit[] {
  return hops.ends.flatMap(({ value, element }, index) => {
    const before = hops.ends[index - 1];
    if (!before || !isBetween(before.element, element, tool, into)) return [];
    return [{ ...partOf(hops, model, before.value.span.end, value.span.end), text: "" }];
  });
}
