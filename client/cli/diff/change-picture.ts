import type { Review } from "../../../server/review/reviewed.ts";
import { mergedGraph, type MergedLook } from "../../../server/review/merged.ts";
import { draw } from "../../diagram/draw.ts";
import type { ThemeName } from "../../diagram/paint/theme.ts";
import { fontFaces } from "../../diagram/type/font-faces.ts";
import { fontsFor } from "../render/fonts.ts";
import type { Ports } from "../ports.ts";
import { arranging } from "../render/thread.ts";

export interface PictureLook extends Omit<MergedLook, "all"> {
  readonly all?: boolean;
  readonly theme?: Exclude<ThemeName, "vscode">;
}

/** Both states in one picture, as SVG; empty where nothing that changed can be drawn. */
export async function changePicture(ports: Ports, review: Review, look: PictureLook): Promise<string> {
  const graph = mergedGraph(review, { ...look, all: look.all ?? false });
  if (!graph) return "";
  const fonts = { fontFaces: fontFaces(fontsFor(JSON.stringify(graph))) };
  const { svg } = await arranging(ports.worker, (to) => draw(graph, look.theme ?? "light", to, fonts));
  return svg;
}
