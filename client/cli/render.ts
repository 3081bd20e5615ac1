import { modelOf } from "../../server/model/link.ts";
import type { Project } from "../../server/model/snapshot.ts";
import { arranger } from "../diagram/arrange.ts";
import { draw } from "../diagram/draw.ts";
import type { ThemeName } from "../diagram/paint/theme.ts";
import { fontFaces } from "../diagram/type/font-faces.ts";
import { note, settingsFor, type CommonOptions } from "./common.ts";
import { absolute, shown } from "./disk.ts";
import { fontsFor } from "./fonts.ts";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { pixels, scaleFor } from "./render-pixels.ts";
import {
  fileNames,
  formatOf,
  isMarkdown,
  targetFor,
  targetOf,
  write,
  type Format,
  type Target,
} from "./render-target.ts";
import { viewsAsked, type AskedView } from "./render-views.ts";
import { threadWorker } from "./thread.ts";
import { mermaidPage, viewMermaid } from "./view-mermaid.ts";
import { workspaceAt, workspaceOf } from "./workspace.ts";

export interface RenderOptions extends CommonOptions {
  readonly format?: Format;
  readonly view?: readonly string[];
  readonly all?: boolean;
  readonly theme?: Exclude<ThemeName, "vscode">;
  readonly scale?: number;
}

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
  const views = viewsAsked(model, options, wanted.type === "folder");
  const isOnePage = isMarkdown(wanted);
  const target = targetFor(ports, wanted, format, isOnePage ? 1 : views.length);
  if (format === "mermaid") writeMermaid(ports, options, target, views);
  else if (format !== "html") await writePictures(ports, options, target, format, views);
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

function writeMermaid(
  ports: Ports,
  options: RenderOptions,
  target: Target,
  views: readonly AskedView[],
): void {
  if (isMarkdown(target)) return write(ports, options, target, "", mermaidPage(views));
  const names = fileNames(
    views.map(({ id }) => id),
    "mermaid",
  );
  views.forEach(({ graph }, index) => write(ports, options, target, names[index] ?? "", viewMermaid(graph)));
}

async function writePictures(
  ports: Ports,
  options: RenderOptions,
  target: Target,
  format: "svg" | "png",
  views: readonly AskedView[],
): Promise<void> {
  const names = fileNames(
    views.map(({ id }) => id),
    format,
  );
  const pictures = arranger(() => threadWorker(ports.worker));
  const theme = options.theme ?? "light";
  try {
    const { signal } = new AbortController();
    for (const [index, { graph }] of views.entries()) {
      const fonts = format === "png" ? "" : fontFaces(fontsFor(JSON.stringify(graph)));
      const { svg, scene } = await draw(
        graph,
        theme,
        { arrange: pictures.arrange, signal },
        { fontFaces: fonts },
      );
      const scale = () => scaleFor(scene.size, options.scale, (message) => note(ports, options, message));
      write(ports, options, target, names[index] ?? "", format === "png" ? await pixels(svg, scale()) : svg);
    }
  } finally {
    pictures.close();
  }
}
