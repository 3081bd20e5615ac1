import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fontsFor } from "../../client/cli/render/fonts.ts";
import { movedByHand } from "../../client/cli/render/moved-by-hand.ts";
import { fileNames } from "../../client/cli/render/target.ts";
import { arranging } from "../../client/cli/render/thread.ts";
import { workspaceAt } from "../../client/cli/workspace.ts";
import { draw } from "../../client/diagram/draw.ts";
import { svg } from "../../client/diagram/svg.ts";
import { fontFaces } from "../../client/diagram/type/font-faces.ts";
import { modelOf } from "../../server/model/link.ts";
import { ofKind } from "../../server/model/query.ts";
import type { Project } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import { galleryPage, LOCALES, THEMES, type Exhibit } from "./page.ts";

/** Draws every view of every sample in every theme and language into a folder, with a page that shows them all. */
export async function gallery(samples: string, folder: string, worker: string): Promise<string> {
  const exhibits: Exhibit[] = [];
  await arranging(worker, async (to) => {
    for (const locale of LOCALES) {
      const settings = { today: "2026-11-22", locale, profile: undefined };
      for (const project of workspaceAt(samples, [], settings).projects) {
        const sample = project.root.slice(samples.length + 1);
        const views = viewsIn(project);
        const names = fileNames(
          views.map(({ view }) => view),
          "svg",
        );
        for (const [index, graph] of views.entries()) {
          const pins = movedByHand(project.root, graph.view, ({ en }) => {
            throw new Error(en);
          });
          const { scene } = await draw(graph, "light", { ...to, pins });
          const faces = fontFaces(fontsFor(JSON.stringify(graph)));
          for (const theme of THEMES) {
            const file = join(sample, locale, theme, names[index] ?? "");
            put(join(folder, file), svg(scene, theme, { fontFaces: faces }));
            exhibits.push({ sample, view: graph.view, title: graph.title, locale, theme, file });
          }
        }
      }
    }
  });
  const page = join(folder, "index.html");
  put(page, galleryPage(exhibits));
  return page;
}

/** All views of a project, and the traces of a wall and of a partition, which have to be asked for by name. */
function viewsIn(project: Project): readonly ViewGraph[] {
  const model = modelOf(project);
  const traced = (["domain", "tool"] as const).flatMap((kind) => ofKind(model, kind).slice(0, 1));
  const ids = [
    ...viewsOf(model).map(({ id }) => id),
    ...traced.flatMap(({ name }) => [`trace:${name}`, `around:${name}`]),
  ];
  return ids.flatMap((id) => viewGraph(model, verdictOf(project).findings, id) ?? []);
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
