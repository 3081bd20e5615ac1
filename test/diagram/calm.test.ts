import { expect, test } from "vitest";
import { modelOf } from "../../server/model/link.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import type { ViewEdge, ViewGraph, ViewNode } from "../../server/views/view-graph.ts";
import { frameOf } from "../../client/diagram/frame-of.ts";
import { measure } from "../../client/diagram/measure.ts";
import type { Scene } from "../../client/diagram/scene.ts";
import { sampleFiles, sampleSettings } from "../support/samples.ts";
import { flaws } from "./checks.ts";
import { scenesFor } from "./picture.ts";

/** Every view of every sample. */
function views(textOf: (text: string) => string) {
  const texts = sampleFiles.map(({ path, text }) => ({ path, text: textOf(text) }));
  const files = [...texts, ...sampleSettings].map(({ path, text }) => ({ path: `/${path}`, text }));
  const settings = { today: "2026-11-22", locale: "en", profile: undefined } as const;
  const { projects } = snapshotOf(files, ["/"], settings);
  return [...projects.values()].flatMap((project) => {
    const model = modelOf(project);
    return viewsOf(model).flatMap(({ id }) => {
      const graph = viewGraph(model, [], id);
      return graph ? [{ name: `${project.root}, ${id}`, graph }] : [];
    });
  });
}

const all = views((text) => text);

test("a comment moves nothing at all", () => {
  const commented = views((text) => `// A comment.\n\n${text.replaceAll("\n\n", "\n// Another.\n\n")}`);
  expect(commented.length).toBe(all.length);
  expect(all.length).toBeGreaterThan(40);
  for (const [index, { name, graph }] of all.entries()) {
    const other = commented[index];
    expect(other?.name).toBe(name);
    expect(other && frameOf(measure(other.graph))).toEqual(frameOf(measure(graph)));
  }
});

const drawn = all.filter(({ graph: { nodes } }) => nodes.length > 0);

test.each(drawn)(
  "$name: one more moves nothing outside its group but what is in its way, straight on",
  async ({ graph }) => {
    const some = graph.nodes.filter((_, at) => at % Math.ceil(graph.nodes.length / 8) === 0);
    for (const one of some) {
      const [before, after] = await scenesFor([graph, withTwin(graph, one)]);
      if (!before || !after) throw new Error("There are no scenes.");
      expect({ name: one.name, flaws: flaws(after) }).toEqual({ name: one.name, flaws: [] });
      expect({ name: one.name, moved: movedAside(before, after, one) }).toEqual({
        name: one.name,
        moved: [],
      });
    }
  },
);

/** Another one in the same group, with the same head where there are heads, and with a line of its own beside a pillar. */
function withTwin(graph: ViewGraph, one: ViewNode): ViewGraph {
  const twin = { ...one, id: `${one.id}-twin`, name: `${one.name}-twin`, centre: false };
  const own = linesOf(graph, one).map((edge): ViewEdge => {
    const [from, to] = [edge.from, edge.to].map((end) => (end === one.id ? twin.id : end));
    return { ...edge, id: `${edge.id}-twin`, from: from ?? "", to: to ?? "" };
  });
  return { ...graph, nodes: [...graph.nodes, twin], edges: [...graph.edges, ...own] };
}

/** The lines of a shape that its twin has as well. */
function linesOf({ layout, edges }: ViewGraph, { id }: ViewNode): readonly ViewEdge[] {
  if (layout === "tree") return edges.filter(({ from }) => from === id);
  const any = edges.find(({ from, to }) => from === id || to === id);
  return layout === "hub" && any ? [any] : [];
}

/** What moved outside the group of a shape, but for what stood below it and moved down, or behind it and moved on. */
function movedAside(before: Scene, after: Scene, { id, group: own }: ViewNode): readonly string[] {
  const old = new Map(before.nodes.map(({ node, box }) => [node.id, box]));
  const around = before.groups.find(({ group }) => group.id === own)?.box ?? old.get(id);
  return after.nodes.flatMap(({ node, box }) => {
    const was = old.get(node.id);
    if (!was || !around || (node.group === own && own !== undefined)) return [];
    const [right, down] = [box.x - was.x, box.y - was.y];
    const isPushed =
      (right === 0 && down > 0 && was.y >= around.y) || (down === 0 && right > 0 && was.x >= around.x);
    return isPushed || (right === 0 && down === 0) ? [] : [`${node.id} (${right}, ${down})`];
  });
}
