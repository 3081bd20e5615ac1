import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import type { Locale } from "../../grammar/finding.ts";
import { modelOf } from "../../server/model/link.ts";
import { ofKind } from "../../server/model/query.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import { svg } from "../../client/diagram/svg.ts";
import { flaws, unlabelled } from "./checks.ts";
import { sceneFor } from "./picture.ts";
import { wellFormed } from "./well-formed.ts";

const samples = resolve(import.meta.dirname, "../../samples");

/** Views that no sample has: every order, group and direction that a view can ask for. */
const MORE = `
view by-team "Tools by team" {
  show tool, flow
  group-by team
}
view by-category "Tools by family" {
  show tool, flow
  group-by category
  direction right
}
view by-vendor "Tools by vendor" {
  show tool, flow
  group-by vendor
}
view by-domain "Data and tools by domain" {
  show domain, entity, tool
  group-by domain
}
view near "Around the common ground" {
  around lakehouse
  depth 2
}
view flat "Tools and flows" {
  show tool, flow
  direction right
}
`;

/** What stands around each element of every sample, as far as it is drawn as a hub. */
const hubs = projects("en").flatMap((project) => {
  const model = modelOf(project);
  return model.elements.flatMap(({ name }) => {
    const graph = viewGraph(model, [], `around:${name}`);
    return graph?.layout === "hub" ? [{ name, graph }] : [];
  });
});

test("what has many things around it fits on a screen", async () => {
  const large = hubs.filter(({ graph }) => graph.nodes.length >= 20);
  expect(large.length).toBeGreaterThanOrEqual(3);
  for (const { name, graph } of large) {
    const { width, height } = (await sceneFor(graph)).size;
    expect({ name, fits: width * 1.3 >= height && width <= 2 * height }).toEqual({ name, fits: true });
  }
});

test("around every element of every sample, each line has its label", async () => {
  expect(hubs.length).toBeGreaterThan(100);
  for (const { name, graph } of hubs) {
    const scene = await sceneFor(graph);
    expect({ name, wrong: [...unlabelled(scene), ...flaws(scene)] }).toEqual({ name, wrong: [] });
  }
});

/** Every view of every sample in both languages, and what stands around a wall and a partition, with their traces. */
const pictures = [...projects("en"), ...projects("fr")].flatMap((project) => {
  const model = modelOf(project);
  const { findings } = verdictOf(project);
  const chosen = (["domain", "tool"] as const).flatMap((kind) => ofKind(model, kind).slice(0, 1));
  const own = chosen.flatMap(({ name }) => [`trace:${name}`, `around:${name}`]);
  const ids = [...viewsOf(model).map(({ id }) => id), ...own];
  return ids.map((id) => {
    const name = `${project.root.slice(samples.length + 1)}, ${id}, ${project.settings.locale}`;
    return { name, graph: viewGraph(model, findings, id) };
  });
});

function projects(locale: Locale) {
  const paths = readdirSync(samples, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".bizarch") || path.endsWith("bizarch.json"))
    .map((path) => join(samples, path));
  const own = paths.toSorted().map((path) => ({ path, text: readFileSync(path, "utf8") }));
  const files = [...own, { path: join(samples, "retail", "more.bizarch"), text: MORE }];
  const settings = { today: "2026-11-22", locale, profile: undefined };
  return [...snapshotOf(files, [samples], settings).projects.values()].filter(
    ({ files: all }) => all.length > 0,
  );
}

test("there are samples to draw", () => expect(pictures.length).toBeGreaterThanOrEqual(100));

test.each(pictures)("$name: nothing overlaps, no line runs through a shape or a title", async ({ graph }) => {
  if (!graph) throw new Error("The view is not there.");
  const scene = await sceneFor(graph);
  expect(flaws(scene)).toEqual([]);
  expect(scene.nodes).toHaveLength(graph.nodes.length);
  const picture = svg(scene, "light");
  expect(wellFormed(picture)).toBe("");
  const shapes = [...picture.matchAll(/data-name="([^"]*)"(?: data-kind="[^"]*")?(?: data-id="([^"]*)")?/g)];
  const ids = shapes.map(([, name, id]) => id ?? name);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(pictures.filter(({ graph }) => graph?.layout === "hub"))(
  "$name: no line around a hub goes without its label",
  async ({ graph }) => {
    if (!graph) throw new Error("The view is not there.");
    expect(unlabelled(await sceneFor(graph))).toEqual([]);
  },
);

test.each(pictures.filter(({ name }) => name.endsWith("en")))(
  "$name: nor does it where every fourth shape was put somewhere by hand",
  async ({ graph }) => {
    if (!graph) throw new Error("The view is not there.");
    const pins = graph.nodes.flatMap(({ id, group }, at) => {
      if (at % 4 > 0) return [];
      const spot = { x: 40 + ((at * 97) % 1400), y: 40 + ((at * 61) % 900) };
      return [[id, group === undefined ? spot : { column: 1 + (at % 5), row: 1 + (at % 3) }] as const];
    });
    expect(flaws(await sceneFor(graph, pins))).toEqual([]);
  },
);
