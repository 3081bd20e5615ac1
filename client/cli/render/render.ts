import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Message } from "../../../grammar/finding.ts";
import { modelOf } from "../../../server/model/link.ts";
import type { Project } from "../../../server/model/snapshot.ts";
import { titleOf } from "../../../server/views/storeys.ts";
import type { Model } from "../../../server/model/model.ts";
import type { ViewGraph } from "../../../server/views/view-graph.ts";
import { NO_PINS, type Pins } from "../../pins/pin.ts";
import { draw, type Ports as DrawPorts } from "../../diagram/draw.ts";
import { fontFaces } from "../../diagram/type/font-faces.ts";
import { note, settingsFor } from "../common.ts";
import { absolute, shown } from "../disk.ts";
import { fontsFor } from "./fonts.ts";
import { cliMessages as say } from "../messages.ts";
import { movedByHand } from "./moved-by-hand.ts";
import { picturePage, type PagePicture } from "../../page/picture-page.ts";
import type { Ports } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { pixels, scaleFor } from "./pixels.ts";
import { fileNames, formatOf, isMarkdown, targetFor, targetOf, write } from "./target.ts";
import { viewsAsked, type AskedView } from "./views.ts";
import { arranging } from "./thread.ts";
import { mermaidPage, viewMermaid } from "../mermaid/view.ts";
import { workspaceAt, workspaceOf } from "../workspace.ts";
import type { RenderOptions } from "./options.ts";

/** `bizarch render`: views as pictures; one on standard output or in a file, several in a folder or on one page. */
export async function render(
  ports: Ports,
  path: string | undefined,
  options: RenderOptions,
): Promise<number> {
  const format = formatOf(options);
  const wanted = targetOf(ports, options);
  if (format === "png" && options.theme === "auto") throw new Refusal(say.pixelsHaveOneTheme());
  const model = modelOf(await projectAt(ports, path, options));
  const tell = (message: Message): void => note(ports, options, message);
  const views = viewsAsked(model, options, format === "html" || wanted.type === "folder").map((view) => ({
    ...view,
    pins: path === "-" ? NO_PINS : movedByHand(model.project.root, view.graph.view, tell),
  }));
  const isOnePage = format === "html" || isMarkdown(wanted);
  const target = targetFor(ports, wanted, format, isOnePage ? 1 : views.length);
  const put = (name: string, picture: string | Uint8Array) => write(ports, options, target, name, picture);
  const names = fileNames(
    views.map(({ id }) => id),
    format,
  );
  if (isMarkdown(target) && format === "mermaid") put("", mermaidPage(views));
  else if (format === "mermaid") views.forEach(({ graph }, at) => put(names[at] ?? "", viewMermaid(graph)));
  else if (format === "html") put("index.html", await page(ports, options, model, views));
  else
    await arranging(ports.worker, async (to) => {
      for (const [at, { graph, pins }] of views.entries()) {
        put(
          names[at] ?? "",
          await (format === "png" ? pngOf : svgOf)(graph, { ...to, pins }, ports, options),
        );
      }
    });
  return 0;
}

/** The one project that a path means; a picture is of one. `-` is what comes from standard input. */
async function projectAt(ports: Ports, path: string | undefined, options: RenderOptions): Promise<Project> {
  const settings = settingsFor(ports, options);
  const { projects } =
    path === "-"
      ? workspaceOf(absolute(ports.cwd, "-"), await ports.stdin(), settings)
      : workspaceAt(ports.cwd, path === undefined ? [] : [path], settings);
  const [project, ...others] = projects;
  if (!project) throw new Refusal(say.nothingToDraw(path ?? "."));
  if (others.length === 0) return project;
  const roots = projects.map(({ root }) => shown(ports.cwd, root));
  throw new Refusal(say.severalProjects(roots));
}

async function svgOf(
  graph: ViewGraph,
  to: DrawPorts,
  _: Ports,
  { theme = "light" }: RenderOptions,
): Promise<string> {
  const { svg } = await draw(graph, theme, to, { fontFaces: fontFaces(fontsFor(JSON.stringify(graph))) });
  return svg;
}

async function pngOf(
  graph: ViewGraph,
  to: DrawPorts,
  ports: Ports,
  options: RenderOptions,
): Promise<Uint8Array> {
  const { svg, scene } = await draw(graph, options.theme ?? "light", to);
  const scale = scaleFor(scene.size, options.scale, (message) => note(ports, options, message));
  return pixels(svg, scale);
}

function page(
  ports: Ports,
  { theme = "auto" }: RenderOptions,
  model: Model,
  views: readonly (AskedView & { readonly pins: Pins })[],
): Promise<string> {
  if (!existsSync(ports.page)) throw new Refusal(say.incomplete(ports.page));
  const script = readFileSync(ports.page, "utf8");
  const { locale } = model.project.settings;
  return arranging(ports.worker, async (to) => {
    const pictures: PagePicture[] = [];
    for (const { id, title, graph, pins } of views)
      pictures.push({ id, title, ...(await draw(graph, "vscode", { ...to, pins })) });
    const title = titleOf(model);
    const fonts = fontFaces(fontsFor(`${title}${JSON.stringify(pictures.map(({ scene }) => scene.graph))}`));
    return picturePage({ title, locale, theme, pictures, script, fontFaces: fonts, sha256 });
  });
}

async function sha256(text: string): Promise<string> {
  return createHash("sha256").update(text, "utf8").digest("base64");
}
