import type { Element, Model } from "../model/model.ts";
import { activeTools, domainOf, targets, wordOf } from "../model/query.ts";
import { byName, groupBy } from "./group.ts";
import page from "./redundant-tools.md";
import { isHere } from "./related.ts";
import { defineRule } from "./rule.ts";

export const redundantTools = defineRule({
  name: "redundant-tools",
  severity: "info",
  page,
  messages: {
    write: (tool, other, category, data) => ({
      en: `'${tool}' and '${other}' are both of category '${category}' and both write '${data}': one of them does the other's work again. Keep one, or say with their categories what tells them apart.`,
      fr: `« ${tool} » et « ${other} » sont tous deux de catégorie « ${category} » et écrivent tous deux « ${data} » : l'un refait le travail de l'autre. Gardez-en un, ou dites par leur catégorie ce qui les distingue.`,
    }),
    read: (tool, other, category) => ({
      en: `'${tool}' and '${other}' are both of category '${category}' and read the very same data: one of them sees nothing that the other does not. Keep one, or say with their categories what tells them apart.`,
      fr: `« ${tool} » et « ${other} » sont tous deux de catégorie « ${category} » et lisent exactement les mêmes données : l'un ne voit rien que l'autre ne voie. Gardez-en un, ou dites par leur catégorie ce qui les distingue.`,
    }),
  },
  check: (model, report) => {
    const active = activeTools(model);
    for (const [category, tools] of groupBy(active, (tool) => wordOf(tool, "category"))) {
      if (tools.length < 2) continue;
      for (const [tool, { other, data }] of twins(model, tools)) {
        const at = { element: tool, related: [isHere(other)] };
        if (data) report(at, "write", tool.name, other.name, category, data.name);
        else report(at, "read", tool.name, other.name, category);
      }
    }
  },
});

interface Twin {
  readonly other: Element;
  /** What both write; undefined where they read the same. */
  readonly data: Element | undefined;
}

/** Of these tools those that do the same as another, each with that one: the first by name, whatever the order. */
function twins(model: Model, tools: readonly Element[]): ReadonlyMap<Element, Twin> {
  const found = new Map<Element, Twin>();
  const pair = (group: readonly Element[], data: Element | undefined): void => {
    const [first, second] = group;
    if (!first || !second) return;
    for (const tool of group) {
      if (!found.has(tool)) found.set(tool, { other: tool === first ? second : first, data });
    }
  };
  const ordered = byName(tools);
  for (const { writers, data } of writing(model, ordered)) pair(writers, data);
  for (const readers of groupBy(ordered, (tool) => readingOf(model, tool)).values()) pair(readers, undefined);
  return found;
}

/** Who writes what: each entity that is written by its name, with those who write its whole domain; and domains. */
function writing(model: Model, tools: readonly Element[]) {
  const writers = new Map<Element, Set<Element>>();
  for (const tool of tools) {
    for (const data of targets(model, tool, "writes")) {
      const known = writers.get(data);
      if (known) known.add(tool);
      else writers.set(data, new Set([tool]));
    }
  }
  return byName(writers.keys()).map((data) => {
    const whole = data.parent && writers.get(data.parent);
    const all = [...(writers.get(data) ?? []), ...(whole ?? [])];
    return { data, writers: byName(new Set(all)) };
  });
}

/** All that a tool reads, as one word to compare by; undefined where it reads nothing. */
function readingOf(model: Model, tool: Element): string | undefined {
  const read = new Set(targets(model, tool, "reads"));
  if (read.size === 0) return undefined;
  // A domain all of whose entities are read is read whole, and then they need not be told one by one.
  const whole = new Set(
    [...read].map(domainOf).filter((domain) => read.has(domain) || isAllIn(domain, read)),
  );
  const names = [...whole, ...[...read].filter((data) => !whole.has(domainOf(data)))].map(({ name }) => name);
  return names.toSorted().join(" ");
}

function isAllIn({ members }: Element, read: ReadonlySet<Element>): boolean {
  return members.length > 0 && members.every((entity) => read.has(entity));
}
