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
  const isMeant = (name: string, { kind, title, detail }: ViewNode | ViewGroup): boolean => {
    const text = simplified(
      [name, title, kind === undefined ? "" : (kinds[kind] ?? kind), detail].join("\n"),
    );
    return wanted.every((word) => text.includes(word));
  };
  return [
    ...graph.groups.filter((group) => group.frame !== "none" && isMeant(group.id, group)).map(({ id }) => id),
    ...graph.nodes.filter((node) => isMeant(node.name, node)).map(({ id }) => id),
  ];
}

/** A text without its accents and in small letters: what people type when they are in a hurry. */
function simplified(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
