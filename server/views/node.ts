import type { Finding, Locale, Severity } from "../../grammar/finding.ts";
import type { Element, Model } from "../model/model.ts";
import {
  amountOf,
  domainOf,
  isPersonal,
  outgoing,
  ownersOf,
  target,
  targets,
  textOf,
  valuesOf,
  wordOf,
  wordsOf,
} from "../model/query.ts";
import { teamOf } from "./select.ts";
import type { DrawnStorey, ViewEdge, ViewGraph, ViewGroup, ViewNode } from "./view-graph.ts";
import type { FindingMark, Mark } from "./mark.ts";
import { spelled } from "./spelling.ts";
import { spelledTime } from "./words.ts";

/** What views need of a finding. */
export type ViewFinding = Pick<Finding, "severity" | "message" | "element" | "site">;

/** What was found about each element, by qualified name. */
export type Found = ReadonlyMap<string, FindingMark>;

/** An element as a view shows it. */
export function nodeOf(model: Model, element: Element, found: Found, group: string | undefined): ViewNode {
  return {
    id: element.name,
    name: element.name,
    kind: element.kind.name,
    tags: wordsOf(element, "tags"),
    team: (element.kind.name === "team" ? element : teamOf(model, element))?.label,
    title: element.kind.name === "entity" ? element.id : element.label,
    detail: detailOf(model, element),
    group,
    storey: storeyOf(element),
    wall: storeyOf(element) !== "how",
    marks: marksOf(element),
    finding: found.get(element.name),
    change: undefined,
  };
}

/** A picture in which an element stands out from all others. */
export function centred(graph: ViewGraph, { name }: Element): ViewGraph {
  const marked = <It extends ViewNode | ViewGroup>(it: It, own: string): It =>
    own === name ? { ...it, centre: true } : it;
  return {
    ...graph,
    groups: graph.groups.map((group) => marked(group, group.id)),
    nodes: graph.nodes.map((node) => marked(node, node.name)),
  };
}

/**
 * Behind more walls than this, rooms are drawn empty, and so are more rooms than that. Walls come and go more seldom than
 * rooms, and a picture in which all rooms are furnished at once, or none any more, is not a calm one.
 */
const FEW_WALLS = 4;
const FEW_ROOMS = 20;

/** Entities with their attributes, and the aspects that these are there for, where there are few enough of them. */
export function furnished(model: Model, nodes: readonly ViewNode[]): readonly ViewNode[] {
  const rooms = nodes.filter(({ kind }) => kind === "entity");
  if (new Set(rooms.map(({ group }) => group)).size > FEW_WALLS || rooms.length > FEW_ROOMS) return nodes;
  return nodes.map((node) => {
    const attributes = node.kind === "entity" ? (model.byName.get(node.name)?.members ?? []) : [];
    return attributes.length === 0 ? node : { ...node, items: attributes.map(itemOf) };
  });
}

function itemOf(attribute: Element): string {
  return joined([attribute.id, ...wordsOf(attribute, "for")]);
}

export function storeyOf(element: Element): DrawnStorey {
  const { storey } = element.kind;
  return storey === "meta" ? "how" : storey;
}

/** A partition that stays for less than so many days is one for a season. */
const SEASON = 365;

export function marksOf(element: Element): readonly Mark[] {
  const marks: Mark[] = [];
  for (const mark of ["core", "generic", "anonymised"] as const)
    if (element.flags.has(mark)) marks.push(mark);
  if (element.kind.name === "entity" && isPersonal(element)) marks.push("personal");
  const status = wordOf(element, "status");
  if (status === "planned" || status === "legacy" || status === "retired") marks.push(status);
  if (element.kind.storey === "how" && (amountOf(element, "lifespan") ?? SEASON) < SEASON)
    marks.push("seasonal");
  return marks;
}

/** The second line of a shape: the one thing that a reader asks next. */
export function detailOf(model: Model, element: Element): string {
  const team = target(model, element, "accountable")?.label;
  const word = (property: string): string | undefined => {
    const said = wordOf(element, property);
    return said === undefined ? undefined : spelled(said, model.project.settings.locale);
  };
  const time = (property: string): string | undefined => {
    const value = valuesOf(element, property)[0];
    return value?.type === "duration" ? spelledTime(value.text, model.project.settings.locale) : undefined;
  };
  return joined(details(model, element, { team, word, time }));
}

interface Said {
  readonly team: string | undefined;
  readonly word: (property: string) => string | undefined;
  readonly time: (property: string) => string | undefined;
}

function details(
  model: Model,
  element: Element,
  { team, word, time }: Said,
): readonly (string | undefined)[] {
  switch (element.kind.name) {
    case "mission":
      return [time("horizon")];
    case "business-model":
      return [word("pattern"), time("horizon")];
    case "stakeholder":
      return [word("kind")];
    case "domain":
      return [team, time("lifespan")];
    case "entity":
      return [
        ownersOf(model, element)
          .map(({ label }) => label)
          .join(", "),
      ];
    case "kpi":
      return [textOf(element, "target") ?? textOf(element, "unit")];
    case "team":
      return [word("function")];
    case "vendor":
      return [word("business"), wordOf(element, "country")];
    case "tool":
      return [word("category"), team];
    case "chain":
      return [targets(model, element, "serves")[0]?.label];
    default:
      return [team];
  }
}

/** What there is of some parts, as one line. */
export function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join(" · ");
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Puts findings on what is drawn: one on an attribute shows on its entity, one on a flow that no line stands for
 * alone shows nowhere but in the list of findings.
 */
export function foundOn(
  model: Model,
  findings: readonly ViewFinding[],
  isDrawn: (name: string) => boolean,
): Found {
  const found = new Map<string, FindingMark>();
  const { locale } = model.project.settings;
  for (const finding of findings) {
    const name = drawnName(model, finding.element, isDrawn);
    if (name !== undefined) found.set(name, withFinding(found.get(name), finding, locale));
  }
  return found;
}

/** What was found about a single relation, by the id of the line that shows it: the finding stands where it is written. */
export function foundOnLines(model: Model, findings: readonly ViewFinding[]): Found {
  const found = new Map<string, FindingMark>();
  for (const finding of findings) {
    const element = model.byName.get(finding.element ?? "");
    const relations = element ? outgoing(model, element) : [];
    for (const { type, from, to, site } of relations) {
      if (!sameSite(site, finding.site)) continue;
      const id = lineOf(type, from.name, domainOf(to).name).id;
      found.set(id, withFinding(found.get(id), finding, model.project.settings.locale));
    }
  }
  return found;
}

/** What was found about what a tool says that it does with some data, or with the whole domain of it, among its findings. */
export function foundOnHolding(
  model: Model,
  findings: readonly ViewFinding[],
  { tool, data }: { readonly tool: Element; readonly data: Element },
): FindingMark | undefined {
  if (findings.length === 0) return undefined;
  const said = outgoing(model, tool).filter(({ to }) => to === data || to === data.parent);
  const { locale } = model.project.settings;
  return findings
    .filter(({ site }) => said.some((it) => sameSite(it.site, site)))
    .reduce<FindingMark | undefined>((known, finding) => withFinding(known, finding, locale), undefined);
}

/** A line from one to another that stands for a single relation, with nothing said about it yet. */
export function lineOf(type: string, from: string, to: string): ViewEdge {
  const id = `${from} ${type} ${to}`;
  return { id, type, from, to, label: "", count: 1, finding: undefined, change: undefined };
}

function sameSite(a: Finding["site"], b: Finding["site"]): boolean {
  return a.path === b.path && a.top === b.top && a.span.start === b.span.start && a.span.end === b.span.end;
}

function drawnName(
  model: Model,
  name: string | undefined,
  isDrawn: (name: string) => boolean,
): string | undefined {
  if (name === undefined || isDrawn(name)) return name;
  return drawnName(model, model.byName.get(name)?.parent?.name, isDrawn);
}

function withFinding(known: FindingMark | undefined, finding: ViewFinding, locale: Locale): FindingMark {
  const { severity } = finding;
  const message = finding.message[locale];
  if (!known) return { severity, count: 1, message };
  const graver = GRAVITY[severity] < GRAVITY[known.severity];
  return { ...known, ...(graver ? { severity, message } : {}), count: known.count + 1 };
}
