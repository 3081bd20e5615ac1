import type { Element, Model } from "../model/model.ts";
import { ofKind } from "../model/query.ts";
import { foundOn, foundOnLines, furnished, joined, nodeOf, type Found, type ViewFinding } from "./node.ts";
import { storeyGroups, type Gathering } from "./storey-groups.ts";
import { storeyEdges } from "./storey-edges.ts";
import type { ViewEdge, ViewGraph, ViewNode } from "./view-graph.ts";
import { groupWords } from "./words.ts";

/**
 * The whole house in section: why above what above how. Missions lie on top like a roof, business models like beams;
 * data domains are walls with their entities as rooms; tools, teams and the rest are partitions below.
 */
export function storeys(model: Model, findings: readonly ViewFinding[]): ViewGraph {
  return storeysOf(model, findings, { id: "storeys", title: titleOf(model), shows: () => true });
}

/** What a picture is called. */
export interface Named {
  readonly id: string;
  readonly title: string;
  /** What it is a part of, where the title does not tell. */
  readonly of?: string;
}

/** A part of the house in section. */
export interface Part extends Named {
  readonly shows: (element: Element) => boolean;
  /** Which lines it draws; all that tell the story of the house unless it says otherwise. */
  readonly draws?: (line: ViewEdge) => boolean;
  /** Other groups in the place of those of the house. */
  readonly groups?: readonly Gathering[];
  /** Other lines in the place of these. */
  readonly lines?: readonly ViewEdge[];
  /** Lines beside these. */
  readonly more?: readonly ViewEdge[];
}

export function storeysOf(model: Model, findings: readonly ViewFinding[], part: Part): ViewGraph {
  const words = groupWords(model.project.settings.locale);
  const groups = (part.groups ?? storeyGroups(model)).flatMap((gathering) =>
    shownPart(model, gathering, part),
  );
  const drawn = new Set(
    groups.flatMap(({ group, members }) => [group.id, ...members.map(({ name }) => name)]),
  );
  const groupOf = new Map(groups.flatMap(({ group, members }) => members.map((it) => [it.name, group.id])));
  const isDrawn = ({ from, to }: ViewEdge): boolean => drawn.has(from) && drawn.has(to);
  const more = part.more ?? [];
  const isMore = new Set(more.map(({ id }) => id));
  const own = (part.lines ?? storeyEdges(model, groupOf)).filter(({ id }) => !isMore.has(id));
  const edges = [...own, ...more].filter((line) => isDrawn(line) && (part.draws?.(line) ?? true));
  const lines = new Set(edges.map(({ id }) => id));
  const found = foundOn(model, findings, (name) => drawn.has(name) || lines.has(name));
  const onLines = foundOnLines(model, findings);
  return {
    view: part.id,
    title: part.title,
    subtitle: joined([part.of, words.elements(drawnCount(groups))]),
    locale: model.project.settings.locale,
    layout: "storeys",
    direction: "down",
    groups: groups.map(({ group }) => ({ ...group, finding: found.get(group.id) })),
    nodes: furnished(
      model,
      groups.flatMap(({ group, members }) => nodesOf(model, members, found, group.id)),
    ),
    edges: edges.map((edge) => ({ ...edge, finding: found.get(edge.id) ?? onLines.get(edge.id) })),
  };
}

/** A domain is shown for itself or for its entities; any other group for its members. */
function shownPart(model: Model, { group, members }: Gathering, { shows }: Part): readonly Gathering[] {
  const shown = members.filter(shows);
  const own = group.kind === undefined ? undefined : model.byName.get(group.id);
  return shown.length > 0 || (own?.kind.name === group.kind && own && shows(own))
    ? [{ group, members: shown }]
    : [];
}

/** What an architecture is called: its project, else its mission, else its folder. */
export function titleOf(model: Model): string {
  const { config, root } = model.project;
  return config.name ?? ofKind(model, "mission")[0]?.label ?? root.split("/").at(-1) ?? "";
}

function drawnCount(groups: readonly Gathering[]): number {
  return groups.reduce(
    (sum, { group, members }) => sum + members.length + (group.kind === undefined ? 0 : 1),
    0,
  );
}

function nodesOf(
  model: Model,
  members: readonly Element[],
  found: Found,
  group: string,
): readonly ViewNode[] {
  return members.map((element) => nodeOf(model, element, found, group));
}
