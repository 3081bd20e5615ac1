import { wordsOf } from "../diagram/words.ts";
import type { ViewGraph, ViewGroup, ViewNode } from "../../server/views/view-graph.ts";

/**
 * The ids of the shapes that somebody looks for: those that have every word of the query in their name, title, kind or
 * second line, whatever the accents and in whatever order. None for a query without a word.
 */
export function search(graph: ViewGraph, query: string): readonly string[] {
  const wanted = simplified(query).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const { kinds } = wordsOf(graph.locale);
  const has = (...texts: readonly string[]): boolean => {
    const text = simplified(texts.join("\n"));
    return wanted.every((word) => text.includes(word));
  };
  const isMeant = (name: string, { kind, title, detail }: ViewNode | ViewGroup): boolean =>
    has(name, title, kind === undefined ? "" : (kinds[kind] ?? kind), detail);
  const { columns = [], rows = [] } = graph.table ?? {};
  return [
    ...graph.groups.filter((group) => group.frame !== "none" && isMeant(group.id, group)).map(({ id }) => id),
    ...graph.nodes.filter((node) => isMeant(node.name, node)).map(({ id }) => id),
    ...columns
      .filter(({ name, title }) => name !== undefined && has(name, title))
      .map(({ id }) => `column:${id}`),
    ...rows
      .filter(({ name, title, section, cells }) =>
        has(name, title, section, ...cells.map(({ text }) => text)),
      )
      .map(({ id }) => `row:${id}`),
  ];
}

/** A text without its accents and in small letters: what people type when they are in a hurry. */
function simplified(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
