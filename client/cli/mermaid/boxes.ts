import { mermaidText } from "../../../server/review/mermaid-text.ts";
import type { DrawnStorey, ViewGraph, ViewGroup, ViewNode } from "../../../server/views/view-graph.ts";
import { wordsOf } from "../../diagram/words.ts";

/** What stands in what, as Mermaid's subgraphs, and what everything is called there. */
export interface Boxes {
  /** What a shape or a group is called in the text: no name of a file stands there. */
  readonly idOf: (id: string) => string;
  readonly isGroup: (id: string) => boolean;
  /** Whether Mermaid can draw a line between two: both are there, and neither stands in the other. */
  readonly canJoin: (from: string, to: string) => boolean;
  /** The ids of the subgraphs that are written. */
  readonly ids: readonly string[];
  /** The subgraphs with some shapes in them, line by line. */
  readonly written: (nodes: readonly ViewNode[], shape: (node: ViewNode) => string) => readonly string[];
}

const STOREYS: readonly DrawnStorey[] = ["why", "what", "how"];

export function boxesOf(graph: ViewGraph): Boxes {
  const { nodes, layout, locale } = graph;
  const groups = graph.groups.filter(({ frame }) => frame !== "none");
  const ids = new Map([
    ...nodes.map(({ id }, index) => [id, `n${index}`] as const),
    ...groups.map(({ id }, index) => [id, `g${index}`] as const),
  ]);
  const byId = new Map(graph.groups.map((group) => [group.id, group]));
  const parentOf = new Map<string, ViewGroup | undefined>([
    ...nodes.map(({ id, group }) => [id, framed(byId, group)] as const),
    ...groups.map(({ id, parent }) => [id, framed(byId, parent)] as const),
  ]);
  const storeys = layout === "storeys" ? STOREYS.filter((storey) => isThere(graph, storey)) : [];
  const idOf = (id: string): string => ids.get(id) ?? "";

  function stands(inner: string, outer: string): boolean {
    for (let at = parentOf.get(inner); at; at = parentOf.get(at.id)) if (at.id === outer) return true;
    return false;
  }

  function written(shown: readonly ViewNode[], shape: (node: ViewNode) => string): readonly string[] {
    const inside = (parent: ViewGroup | undefined, pad: string, storey?: DrawnStorey): readonly string[] => [
      ...groups
        .filter((group) => parentOf.get(group.id) === parent && (!storey || group.storey === storey))
        .flatMap((group) =>
          subgraph(idOf(group.id), [group.title, group.detail], pad, inside(group, `${pad}  `)),
        ),
      ...shown
        .filter((node) => parentOf.get(node.id) === parent && (!storey || node.storey === storey))
        .map((node) => `${pad}${idOf(node.id)}${shape(node)}`),
    ];
    if (storeys.length === 0) return inside(undefined, "  ");
    const words = wordsOf(locale).storeys;
    return storeys.flatMap((storey) =>
      subgraph(`s-${storey}`, [words[storey].word], "  ", inside(undefined, "    ", storey)),
    );
  }

  return {
    idOf,
    isGroup: (id) => byId.has(id) && ids.has(id),
    canJoin: (from, to) =>
      from !== to && ids.has(from) && ids.has(to) && !stands(from, to) && !stands(to, from),
    ids: [...storeys.map((storey) => `s-${storey}`), ...groups.map(({ id }) => idOf(id))],
    written,
  };
}

/** The same view, where an element around nothing is a shape like others. */
export function withoutEmptyGroups(graph: ViewGraph): ViewGraph {
  const { groups, nodes } = graph;
  const parents = new Set([...groups.map(({ parent }) => parent), ...nodes.map(({ group }) => group)]);
  const isEmpty = ({ id }: ViewGroup): boolean => !parents.has(id);
  const shapes = groups.flatMap((group): readonly ViewNode[] => {
    const { kind, id, parent, frame } = group;
    if (!kind || !isEmpty(group)) return [];
    return [{ ...group, kind, name: id, group: parent, wall: frame === "wall", tags: [], team: undefined }];
  });
  return { ...graph, groups: groups.filter((group) => !isEmpty(group)), nodes: [...nodes, ...shapes] };
}

/** The nearest group around something that is drawn as one. */
function framed(groups: ReadonlyMap<string, ViewGroup>, id: string | undefined): ViewGroup | undefined {
  const group = id === undefined ? undefined : groups.get(id);
  return group?.frame === "none" ? framed(groups, group.parent) : group;
}

function isThere({ groups, nodes }: ViewGraph, storey: DrawnStorey): boolean {
  return [...groups.filter(({ frame }) => frame !== "none"), ...nodes].some((it) => it.storey === storey);
}

function subgraph(
  id: string,
  title: readonly string[],
  pad: string,
  inside: readonly string[],
): readonly string[] {
  const words = title.filter((text) => text !== "").map((text) => mermaidText(text));
  return [`${pad}subgraph ${id}["${words.join(" · ") || " "}"]`, ...inside, `${pad}end`];
}
