import { edgesOf, ofKind } from "../model/query.ts";
import { customEdges } from "./custom-edges.ts";
import { graphOf } from "./graph.ts";
import type { Standard } from "./standard.ts";

/** Who gives what to whom: business models, stakeholders, and the value that goes between them, both ways. */
export const value: Standard = {
  id: "value",
  title: { en: "Value", fr: "Valeur échangée" },
  isThere: (model) => edgesOf(model, "value").length > 0,
  graph: (model, findings, named) => {
    const elements = [...ofKind(model, "business-model"), ...ofKind(model, "stakeholder")];
    const values = edgesOf(model, "value").map(({ element }) => element);
    const lines = customEdges(model, [...elements, ...values], new Set()).filter(
      ({ type }) => type === "value",
    );
    return graphOf(model, findings, {
      ...named,
      direction: "right",
      elements,
      lines,
      groupOf: () => undefined,
    });
  },
};
