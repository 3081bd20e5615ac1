import { expect, test } from "vitest";
import {
  architectureTree,
  treePath,
  type TreeAt,
  type TreeNode,
} from "../../server/features/architecture-tree.ts";
import type { Model } from "../../server/model/model.ts";
import { elementAt } from "../../server/model/place.ts";
import { fixture, modelIn, unindent } from "../support/fixture.ts";

/** The whole tree, a line for each node: what it is, how many below it, and what is found as errors/warnings/infos. */
function printed(model: Model, at: TreeAt | undefined, indent: string): readonly string[] {
  return architectureTree(model, at).flatMap((node) => {
    const { error, warning, info } = node.findings;
    return [
      `${indent}${called(node)} ${node.size} ${error}/${warning}/${info}`,
      ...printed(model, node.at, `${indent}  `),
    ];
  });
}

function called({ at, element }: TreeNode): string {
  if (!element) return at.kind ?? at.storey;
  return at.element === element.name ? at.element : `${element.name} as ${at.element}`;
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

test("two of one name are two lines, each with what stands in it", () => {
  const model = modelIn(
    fixture(`
    //- bizarch.json
    { "profile": "starter" }
    //- a.bizarch
    tool t { category erp }
    flow t -> t "By night"
    flow t -> t "By day" { modes batch }
    domain d { entity A }
    domain d { entity B; entity C }
    `),
  );
  const lines = printed(model, undefined, "").map((line) => line.trim());
  expect(lines.filter((line) => /^(t -> t|d[ .])/.test(line))).toEqual([
    "d 1 2/0/0",
    "d.A 0 0/0/0",
    "d as d #2 2 0/0/0",
    "d.B 0 0/0/0",
    "d.C 0 0/0/0",
    "t -> t 0 0/0/0",
    "t -> t as t -> t #2 0 1/0/0",
  ]);
});

/** From the storey down to what the cursor is on. */
function pathAt(text: string): string {
  const { cursor, ...rest } = fixture(text);
  const model = modelIn({ ...rest, cursor });
  const element = cursor && elementAt(model, cursor);
  return element ? treePath(model, element).map(called).join(" > ") : "";
}

test.each([
  ["mission m$0", "why > mission > m"],
  ["domain d {\r\n  entity Élève { nom$0: text }\r\n}", "what > domain > d > d.Élève > d.Élève.nom"],
  ["tool 𝒳 {}\ntool a\nflow a -> a\nflow a -> $0a", "how > flow > a -> a as a -> a #2"],
  ["tool t {\n  categ$0", "how > tool > t"],
  ["view v { show tool$0 }", "meta > view > v"],
  ["entity Lost$0", ""],
  ["policy { off orphan-tool$0 }", ""],
  ["// $0", ""],
])("the way down to %j is %s", (text, expected) => {
  expect(pathAt(text)).toBe(expected);
});
