import type { Message } from "../../grammar/finding.ts";
import { edgesOf, ofKind, type Edge } from "../model/query.ts";
import { customEdges } from "./custom-edges.ts";
import { graphOf } from "./graph.ts";
import { joined } from "./node.ts";
import type { Standard } from "./standard-view.ts";
import type { ViewNode } from "./view-graph.ts";

/** Who gives what to whom: business models, stakeholders, and the value that goes between them; the balance of each. */
export const value: Standard = {
  id: "value",
  title: { en: "Value", fr: "Valeur échangée" },
  isThere: (model) => edgesOf(model, "value").length > 0,
  graph: (model, findings, named) => {
    const elements = [...ofKind(model, "business-model"), ...ofKind(model, "stakeholder")];
    const values = edgesOf(model, "value").filter(({ ends }) => ends.from !== ends.to);
    const shown = [...elements, ...values.map(({ element }) => element)];
    const lines = customEdges(model, shown, new Set()).filter(({ type }) => type === "value");
    const graph = graphOf(model, findings, {
      ...named,
      direction: "right",
      elements,
      lines,
      groupOf: () => undefined,
    });
    const { locale } = model.project.settings;
    const isModel = ({ kind }: ViewNode): boolean => kind === "business-model";
    return {
      ...graph,
      layout: elements.some(({ kind }) => kind.name === "business-model") ? "hub" : "graph",
      nodes: graph.nodes.map((node) => ({ ...balanced(node, values, locale), centre: isModel(node) })),
    };
  },
};

/** How often each gives and gets: one who only does one of the two is out of balance, and so is one who does neither. */
function balanced(node: ViewNode, values: readonly Edge[], locale: keyof Message): ViewNode {
  const gives = values.filter(({ ends }) => ends.from.name === node.name).length;
  const gets = values.filter(({ ends }) => ends.to.name === node.name).length;
  const said = balance[locale](gives, gets);
  // Stakeholders are there for what goes to and fro: the balance says more than what sort they are.
  return {
    ...node,
    detail: joined([said, node.detail]),
    marks: gives === 0 || gets === 0 ? [...node.marks, "one-way"] : node.marks,
  };
}

const balance = {
  en: (gives: number, gets: number) => `gives ${gives} · gets ${gets}`,
  fr: (gives: number, gets: number) => `donne ${gives} · reçoit ${gets}`,
} as const;
