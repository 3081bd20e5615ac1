import { svg } from "../../client/diagram/svg.ts";
import { measure } from "../../client/diagram/measure.ts";
import { sceneOf, type Scene } from "../../client/diagram/scene.ts";
import { frameOf } from "../../client/diagram/frame-of.ts";
import { placesOf } from "../../client/diagram/layout/places.ts";
import type { ThemeName } from "../../client/diagram/paint/theme.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";

/** The scene of a graph, arranged in this thread: for tests that look at geometry and not at the worker. */
export async function sceneFor(graph: ViewGraph): Promise<Scene> {
  const sized = measure(graph);
  return sceneOf(sized, await placesOf(frameOf(sized)));
}

export async function pictureOf(graph: ViewGraph, theme: ThemeName = "light"): Promise<string> {
  return svg(await sceneFor(graph), theme);
}
