import { siteOf, type Element, type Model } from "../model/model.ts";
import { activeTools, entitiesOf, targets, wordOf } from "../model/query.ts";
import { groupBy } from "./group.ts";
import page from "./redundant-tools.md";
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
        const message = { en: `'${other.name}' is here.`, fr: `« ${other.name} » est ici.` };
        const at = { element: tool, related: [{ message, site: siteOf(other) }] };
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

/** Of these tools those that do the same as another, each with that one. */
function twins(model: Model, tools: readonly Element[]): ReadonlyMap<Element, Twin> {
  const found = new Map<Element, Twin>();
  const pair = (group: readonly Element[], data: Element | undefined): void => {
    const [first, second] = group;
    if (!first || !second) return;
    for (const tool of group) {
      if (!found.has(tool)) found.set(tool, { other: tool === first ? second : first, data });
    }
  };
  const writing = new Map<Element, Element[]>();
  for (const tool of tools) {
    for (const entity of dataOf(model, tool, "writes")) {
      const writers = writing.get(entity);
      if (writers) writers.push(tool);
      else writing.set(entity, [tool]);
    }
  }
  for (const [entity, writers] of writing) pair(writers, entity);
  for (const readers of groupBy(tools, (tool) => readingOf(model, tool)).values()) pair(readers, undefined);
  return found;
}

function dataOf(model: Model, tool: Element, type: "reads" | "writes"): ReadonlySet<Element> {
  return new Set(targets(model, tool, type).flatMap(entitiesOf));
}

/** All that a tool reads, as one word to compare by; undefined where it reads nothing. */
function readingOf(model: Model, tool: Element): string | undefined {
  const names = [...dataOf(model, tool, "reads")].map(({ name }) => name);
  return names.length === 0 ? undefined : names.toSorted().join(" ");
}
