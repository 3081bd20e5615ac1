import type { Finding } from "../../grammar/finding.ts";
import type { Element, Model } from "../model/model.ts";
import { lineOf } from "../views/node.ts";
import { storeysOf, titleOf } from "../views/storeys.ts";
import type { ChangeMark, ViewEdge, ViewGraph, ViewGroup, ViewNode } from "../views/view-graph.ts";
import type { Review } from "./reviewed.ts";
import { linesOn } from "./merged-items.ts";
import { idOfGone, pictureOf, type Line, type Look, type Picture, type Shape } from "./picture.ts";
import { reviewWords } from "./words.ts";

export interface MergedLook {
  readonly base: string;
  readonly head: string;
  /** What did not change and is not next to what did, too. */
  readonly all: boolean;
}

/**
 * Both states of an architecture in one picture, as the house in section: what came, went, changed and was renamed bears its
 * mark, all else is pale. Undefined where nothing that has a shape or a line changed.
 */
export function mergedGraph(review: Review, look: MergedLook): ViewGraph | undefined {
  const { states, findings } = review;
  const { base, head } = states;
  const picture = pictureOf(review, look.all ? { shapes: Infinity, lines: Infinity } : ROOM);
  if (picture.shapes.length === 0) return undefined;
  const shapes = new Map(picture.shapes.map((shape) => [shape.element, shape]));
  const isShown = (element: Element) => look.all || shapes.has(element);
  const now = houseOf(head.model, findings.introduced, isShown, look.all);
  const was = houseOf(base.model, [], (element) => shapes.has(element) && !states.now(element), false);
  const marked = { review, shapes };
  const gone = was.nodes.map((node) => ({ ...node, group: node.group && groupNow(review, node.group) }));
  return {
    ...now,
    view: "changes",
    title: titleOf(head.model),
    subtitle: subtitleOf(review, look, picture),
    groups: groupsOf(marked, now.groups, was.groups),
    nodes: eachOnce([
      ...now.nodes.map((node) => marking(marked, node, head.model)),
      ...gone.map((node) => marking(marked, node, base.model)),
    ]),
    edges: edgesOf(picture, now.edges),
  };
}

/** A picture of more than this is no answer to what changed. */
const ROOM = { shapes: 90, lines: 130 } as const;

function houseOf(
  model: Model,
  findings: readonly Finding[],
  shows: (element: Element) => boolean,
  isWhole: boolean,
): ViewGraph {
  const part = { id: "changes", title: "", shows };
  return storeysOf(model, findings, isWhole ? part : { ...part, lines: [] });
}

interface Marked {
  readonly review: Review;
  readonly shapes: ReadonlyMap<Element, Shape>;
}

function subtitleOf(
  { states, summary, policy }: Review,
  { base, head }: MergedLook,
  { left }: Picture,
): string {
  const words = reviewWords[states.head.model.project.settings.locale];
  const loosened = policy.filter(({ change }) => change === "loosened").length;
  const more = left > 0 ? ` · ${words.notDrawn(left)}` : "";
  return `${base} → ${head} · ${words.headline(summary, loosened)}${more}`;
}

function marking({ review, shapes }: Marked, node: ViewNode, model: Model): ViewNode {
  const element = model.byName.get(node.name);
  const shape = element && shapes.get(element);
  const { items: _, ...bare } = node;
  if (!shape) return { ...bare, change: "same" };
  const items = linesOn(review, shape);
  return { ...bare, id: shape.id, change: markOf(shape.look), ...(items.length > 0 && { items }) };
}

function markOf(look: Look): ChangeMark {
  return look === "neighbour" ? "same" : look;
}

/** Several elements with a name, which is a mistake, are one shape. */
function eachOnce<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>();
  return items.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** The group of yesterday as it is known today: that of a domain by the domain's name, any other by its own id. */
function groupNow({ states }: Review, group: string): string {
  const old = states.base.model.byName.get(group);
  if (!old) return group;
  return states.now(old)?.name ?? idOfGone(states, old);
}

/** The groups of today, and those of yesterday that nothing of today stands in. */
function groupsOf(
  { review, shapes }: Marked,
  now: readonly ViewGroup[],
  was: readonly ViewGroup[],
): readonly ViewGroup[] {
  const { base, head } = review.states;
  const mark = (group: ViewGroup, model: Model): ViewGroup => {
    const element = model.byName.get(group.id);
    if (group.kind === undefined || !element) return group;
    const shape = shapes.get(element);
    const [line, ...others] = shape ? linesOn(review, shape) : [];
    const more = others.length > 0 ? ` · +${others.length}` : "";
    const detail = line === undefined ? group.detail : `${line}${more}`;
    return { ...group, detail, change: markOf(shape?.look ?? "neighbour") };
  };
  const moved = was.map((group) => ({ ...mark(group, base.model), id: groupNow(review, group.id) }));
  return eachOnce([...now.map((group) => mark(group, head.model)), ...moved]);
}

/** Every line that changed, one for each pair else, and the lines of the house where all of it is shown. */
function edgesOf({ lines }: Picture, house: readonly ViewEdge[]): readonly ViewEdge[] {
  const edges = new Map<string, ViewEdge>();
  const pairs = new Set<string>();
  const add = (edge: ViewEdge): void => {
    edges.set(edge.id, edge);
    pairs.add(pairOf(edge));
  };
  for (const line of lines) if (line.look !== "neighbour") add(edgeOf(line));
  const context = lines.filter(({ look }) => look === "neighbour");
  for (const edge of [...house.map(pale), ...context.map(edgeOf)]) if (!pairs.has(pairOf(edge))) add(edge);
  return [...edges.values()];
}

function pale(edge: ViewEdge): ViewEdge {
  return { ...edge, change: "same" };
}

function pairOf({ from, to }: ViewEdge): string {
  return JSON.stringify([from, to]);
}

function edgeOf({ from, to, type, label, look }: Line): ViewEdge {
  const edge = lineOf(type, from, to);
  return {
    ...edge,
    id: `${edge.id} ${look} ${label}`,
    label: label === type ? "" : label,
    change: markOf(look),
  };
}
