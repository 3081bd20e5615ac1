import { readFileSync } from "node:fs";
import wasm from "@resvg/resvg-wasm/index_bg.wasm";
import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import type { Project } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import { nearest } from "../../grammar/near.ts";
import { arranger } from "../diagram/arrange.ts";
import { draw } from "../diagram/draw.ts";
import type { ThemeName } from "../diagram/paint/theme.ts";
import { png } from "../diagram/png.ts";
import { fontFaces } from "../diagram/type/font-faces.ts";
import { emit, makeFolder, note, save, settingsFor, type CommonOptions } from "./common.ts";
import { absolute, kindOfPath, shown } from "./disk.ts";
import { embeddedFonts, fontFiles } from "./fonts.ts";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { threadWorker } from "./thread.ts";
import { workspaceAt, workspaceOf } from "./workspace.ts";

type Format = "svg" | "png";

export interface RenderOptions extends CommonOptions {
  readonly format?: Format;
  readonly view?: readonly string[];
  readonly theme: Exclude<ThemeName, "vscode">;
}

/** `bizarch render`: views as pictures; one on standard output or in a file, several in a folder. */
export async function render(
  ports: Ports,
  path: string | undefined,
  options: RenderOptions,
): Promise<number> {
  const model = modelOf(await projectAt(ports, path, options));
  const ids = [...new Set(options.view ?? ["storeys"])];
  const graphs = ids.map((id) => ({ id, graph: graphOf(model, id) }));
  const format = formatOf(options);
  const target = targetOf(ports, options, format, ids.length > 1);
  const pictures = arranger(() => threadWorker(ports.worker));
  try {
    const { signal } = new AbortController();
    const fonts = { fontFaces: fontFaces(embeddedFonts()) };
    for (const { id, graph } of graphs) {
      const { svg } = await draw(graph, options.theme, { arrange: pictures.arrange, signal }, fonts);
      const picture = format === "svg" ? svg : await pixels(svg);
      write(ports, options, target, `${id}.${format}`, picture);
    }
  } finally {
    pictures.close();
  }
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

function graphOf(model: Model, id: string) {
  const graph = viewGraph(model, verdictOf(model.project).findings, id);
  if (graph) return graph;
  const known = viewsOf(model).map((view) => view.id);
  throw new Refusal(say.noSuchView(id, nearest(id, known), known));
}

/** What was asked for, else what the name of the file says. */
function formatOf({ format, output }: RenderOptions): Format {
  return format ?? (output?.toLowerCase().endsWith(".png") ? "png" : "svg");
}

function pixels(svg: string): Promise<Uint8Array> {
  return png(svg, { wasm: new Uint8Array(readFileSync(wasm)), fonts: fontFiles() });
}

/** Where pictures go: to standard output, into one file, or into a folder under the names of their views. */
type Target =
  | { readonly type: "stdout" }
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "folder"; readonly path: string };

/** A folder that is there takes any number of pictures; several views, or a name that ends in a slash, make one. */
function targetOf(ports: Ports, { output }: RenderOptions, format: Format, isSeveral: boolean): Target {
  if (output === undefined || output === "-") {
    if (isSeveral) throw new Refusal(say.severalViews());
    if (format === "png" && ports.out.isTerminal) throw new Refusal(say.pixelsOnTerminal());
    return { type: "stdout" };
  }
  const path = absolute(ports.cwd, output);
  const isFolder = isSeveral || /[\\/]$/.test(output) || kindOfPath(path) === "folder";
  return { type: isFolder ? "folder" : "file", path };
}

function write(
  ports: Ports,
  options: RenderOptions,
  target: Target,
  name: string,
  picture: string | Uint8Array,
): void {
  if (target.type === "stdout") return emit(ports, options, picture);
  if (target.type === "file") return save(target.path, shown(ports.cwd, target.path), picture);
  const file = `${target.path}/${name}`;
  makeFolder(target.path, shown(ports.cwd, target.path));
  save(file, shown(ports.cwd, file), picture);
  note(ports, options, say.written(shown(ports.cwd, file)));
}
