import { svg } from "../../client/diagram/svg.ts";
import { measure } from "../../client/diagram/measure.ts";
import { sceneOf, type Scene } from "../../client/diagram/scene.ts";
import type { SizedGraph } from "../../client/diagram/sized-graph.ts";
import { beforeOf, frameOf } from "../../client/diagram/frame-of.ts";
import type { Places } from "../../client/diagram/layout/frame.ts";
import { placesOf } from "../../client/diagram/layout/places.ts";
import type { Pins } from "../../client/pins/pin.ts";
import type { ThemeName } from "../../client/diagram/paint/theme.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";

/** The scene of a graph, arranged in this thread: for tests that look at geometry and not at the worker. */
export async function sceneFor(graph: ViewGraph, pins: Pins = []): Promise<Scene> {
  const [scene] = await scenesFor([graph], [pins]);
  if (!scene) throw new Error("There is no scene.");
  return scene;
}

/**
 * The scenes of graphs that come one after the other, each with what somebody put somewhere: what does not change stays
 * where it was.
 */
export async function scenesFor(
  graphs: readonly ViewGraph[],
  pins: readonly Pins[] = [],
): Promise<readonly Scene[]> {
  const scenes: Scene[] = [];
  let last: { readonly sized: SizedGraph; readonly places: Places } | undefined;
  for (const [at, graph] of graphs.entries()) {
    const sized = measure(graph, pins[at]);
    const before = last && beforeOf(sized, last.sized, last.places);
    const places = await placesOf(frameOf(sized), before);
    scenes.push(sceneOf(sized, places));
    last = { sized, places };
  }
  return scenes;
}

export async function pictureOf(graph: ViewGraph, theme: ThemeName = "light"): Promise<string> {
  return svg(await sceneFor(graph), theme);
}
