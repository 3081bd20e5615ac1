import type { Pins } from "../pins/pin.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import type { Arrange } from "./arrange.ts";
import { measure } from "./measure.ts";
import type { ThemeName } from "./paint/theme.ts";
import type { Scene } from "./scene.ts";
import { svg, type SvgOptions } from "./svg.ts";

export interface Drawing {
  readonly scene: Scene;
  readonly svg: string;
}

export interface Ports {
  readonly arrange: Arrange;
  readonly signal: AbortSignal;
  /** Which shapes somebody put somewhere by hand; none where it is left out. */
  readonly pins?: Pins | undefined;
}

/** From what a view shows to the picture of it: measured, arranged, drawn. */
export async function draw(
  graph: ViewGraph,
  theme: ThemeName,
  { arrange, signal, pins }: Ports,
  options: SvgOptions = {},
): Promise<Drawing> {
  const scene = await arrange(measure(graph, pins), signal);
  return { scene, svg: svg(scene, theme, options) };
}
