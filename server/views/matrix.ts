import type { Element, Model } from "../model/model.ts";
import { ofKind, toolFamily, toolsThere, wordOf } from "../model/query.ts";
import { heldBy } from "./held-by.ts";
import { foundOn, foundOnHolding, joined, marksOf, type ViewFinding } from "./node.ts";
import type { Standard } from "./standard-view.ts";
import type { Named } from "./storeys.ts";
import type { ViewGraph } from "./view-graph.ts";
import type { ViewRow } from "./view-table.ts";
import { categoryOrder, groupWords } from "./words.ts";

/** Which tool owns, writes and reads what: a row for each entity, a column for each tool that has to do with one. */
export const matrix: Standard = {
  id: "matrix",
  title: { en: "Data × tools", fr: "Données × outils" },
  isThere: (model) => holdersOf(model, dataOf(model)).length > 0,
  graph: matrixOf,
};

function matrixOf(model: Model, findings: readonly ViewFinding[], { id, title, of }: Named): ViewGraph {
  const { locale } = model.project.settings;
  const data = dataOf(model);
  const tools = holdersOf(model, data);
  const drawn = new Set(data.map(({ name }) => name));
  const found = foundOn(model, findings, (name) => drawn.has(name));
  const ofTools = new Map(
    tools.map(({ name }) => [name, findings.filter(({ element }) => element === name)] as const),
  );
  const rows = data.map((one): ViewRow => {
    const held = heldBy(model, one);
    return {
      id: one.name,
      name: one.name,
      kind: one.kind.name,
      title: one.kind.name === "entity" ? one.id : one.label,
      marks: marksOf(one),
      finding: found.get(one.name),
      number: undefined,
      section: one.parent?.label ?? "",
      cells: tools.map((tool) => {
        const sign = held.get(tool);
        const finding = sign && foundOnHolding(model, ofTools.get(tool.name) ?? [], { tool, data: one });
        return { text: "", sign, marks: [], finding };
      }),
    };
  });
  const columns = tools.map(({ name, label }) => ({ id: name, name, title: label }));
  return {
    view: id,
    title,
    subtitle: joined([of, groupWords(locale).elements(data.length + tools.length)]),
    locale,
    layout: "graph",
    direction: "down",
    groups: [],
    nodes: [],
    edges: [],
    table: { look: "signs", title: locale === "fr" ? "Entité" : "Entity", columns, rows },
  };
}

/** Entities, domain by domain; a domain without any for itself. */
function dataOf(model: Model): readonly Element[] {
  const domains = ofKind(model, "domain").flatMap((domain) => {
    const entities = domain.members.filter(({ kind }) => kind.name === "entity");
    return entities.length > 0 ? entities : [domain];
  });
  return [...domains, ...ofKind(model, "entity").filter(({ parent }) => parent === undefined)];
}

/** The tools that are there and have to do with some data, family by family as the table of categories has them. */
function holdersOf(model: Model, data: readonly Element[]): readonly Element[] {
  const holders = new Set(data.flatMap((one) => [...heldBy(model, one).keys()]));
  const order = (tool: Element): number => categoryOrder(toolFamily(tool) && wordOf(tool, "category"));
  return toolsThere(model)
    .filter((tool) => holders.has(tool))
    .toSorted((a, b) => order(a) - order(b));
}
