import { expect, test } from "vitest";
import { architectureTree, type TreeAt } from "../../server/features/architecture-tree.ts";
import type { Model } from "../../server/model/model.ts";
import { fixture, modelIn, unindent } from "../support/fixture.ts";

/** The whole tree, a line for each node: what it is, how many below it, and what is found as errors/warnings/infos. */
function printed(model: Model, at: TreeAt | undefined, indent: string): readonly string[] {
  return architectureTree(model, at).flatMap((node) => {
    const { error, warning, info } = node.findings;
    const what = node.element?.name ?? ("storey" in node.at ? (node.at.kind ?? node.at.storey) : "");
    return [
      `${indent}${what} ${node.size} ${error}/${warning}/${info}`,
      ...printed(model, node.at, `${indent}  `),
    ];
  });
}

test("storeys, kinds, elements, what stands in them, and what is found about each with all below", () => {
  const model = modelIn(
    fixture(`
    //- bizarch.json
    { "profile": "starter" }
    //- a.bizarch crlf
    mission m "𝒳"
    business-model b
    domain données { embodies b; entity Élève { nom: texte }; entity Classe }
    tool t { category erp; serves nobody }
    flow t -> t
    view v { show tool }
    `),
  );
  expect(printed(model, undefined, "").join("\n")).toBe(
    unindent(`
    why 1 0/0/0
      mission 1 0/0/0
        m 0 0/0/0
    what 2 2/0/0
      business-model 1 1/0/0
        b 0 1/0/0
      domain 1 1/0/0
        données 2 1/0/0
          données.Élève 1 1/0/0
            données.Élève.nom 0 1/0/0
          données.Classe 0 0/0/0
    how 2 1/0/0
      tool 1 1/0/0
        t 0 1/0/0
      flow 1 0/0/0
        t -> t 0 0/0/0
    meta 1 0/0/0
      view 1 0/0/0
        v 0 0/0/0
    `).trimEnd(),
  );
});

test("nothing of nothing, and nothing below what is gone", () => {
  const model = modelIn(fixture("tool"));
  expect(architectureTree(model)).toEqual([]);
  expect(architectureTree(model, { element: "gone" })).toEqual([]);
  expect(architectureTree(model, { storey: "why", kind: "mission" })).toEqual([]);
});
