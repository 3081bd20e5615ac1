import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { svg } from "../../client/diagram/svg.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import { flaws } from "../diagram/checks.ts";
import { sceneFor } from "../diagram/picture.ts";
import { wellFormed } from "../diagram/well-formed.ts";
import { judge } from "../support/verdict.ts";

const folder = "samples/retail-drift";
const lines = readdirSync(folder, { encoding: "utf8" })
  .filter((path) => path.endsWith(".bizarch"))
  .flatMap((path) => readFileSync(join(folder, path), "utf8").split("\n"));

/** Every view of a text. */
function graphs(text: string): readonly ViewGraph[] {
  const { model } = judge(text);
  return viewsOf(model).flatMap(({ id }) => viewGraph(model, [], id) ?? []);
}

function twice(ids: readonly string[]): readonly string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function expectOnce({ groups, nodes, edges, table }: ViewGraph): void {
  expect(twice([...groups, ...nodes].map(({ id }) => id))).toEqual([]);
  expect(twice(edges.map(({ id }) => id))).toEqual([]);
  const { rows = [], columns = [] } = table ?? {};
  expect(twice(rows.map(({ id }) => id))).toEqual([]);
  expect(twice(columns.map(({ id }) => id))).toEqual([]);
  for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
}

test("of two by the same name one is drawn", () => {
  const text = `
    tool pim "One" { category pim; owns pim }
    tool pim "Two" { category crm }
    domain pim { entity a }
    domain d { entity a; entity a personal }
    flow pim -> pim
    flow pim -> crm
    flow pim -> crm
    tool crm { category crm; reads d }
    chain c { collect pim, pim; analyse crm }
    chain c { collect crm }
  `;
  for (const graph of graphs(text)) expectOnce(graph);
  const landscape = viewGraph(judge(text).model, [], "landscape");
  expect(landscape?.nodes.map(({ title }) => title)).toEqual(["Two", "crm"]);
});

test("whatever is missing or said twice, every view can be drawn", async () => {
  const texts = fc
    .tuple(fc.infiniteStream(fc.nat(11)), fc.nat(lines.length), fc.nat(lines.length))
    .map(([dice, from, to]) => {
      const kept = lines.filter(() => dice.next().value !== 0);
      return [...kept, ...lines.slice(Math.min(from, to), Math.max(from, to))].join("\n");
    });
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      for (const graph of graphs(text)) {
        expectOnce(graph);
        const scene = await sceneFor(graph);
        expect(flaws(scene)).toEqual([]);
        expect(wellFormed(svg(scene, "light"))).toBe("");
      }
    }),
    { numRuns: 12 },
  );
});
