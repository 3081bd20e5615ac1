import { emit, makeFolder, note, save } from "../common.ts";
import { absolute, kindOfPath, shown } from "../disk.ts";
import { cliMessages as say } from "../messages.ts";
import type { Ports } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { RenderOptions } from "./options.ts";
import type { Format } from "./options.ts";

/** Where pictures go: to standard output, into one file, or into a folder under the names of their views. */
export type Target =
  | { readonly type: "stdout" }
  | { readonly type: "file"; readonly path: string }
  | { readonly type: "folder"; readonly path: string };

/** What the end of a file's name says about the picture in it. */
const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ["svg", "svg"],
  ["png", "png"],
  ["html", "html"],
  ["htm", "html"],
  ["mmd", "mermaid"],
  ["mermaid", "mermaid"],
  ["md", "mermaid"],
]);

/** What was asked for, else what the name of the file says, else SVG. */
export function formatOf({ format, output }: Pick<RenderOptions, "format" | "output">): Format {
  return format ?? ENDINGS.get(endingOf(output ?? "")) ?? "svg";
}

/** Whether a Mermaid picture stands in a page of Markdown there. */
export function isMarkdown(target: Target): boolean {
  return target.type === "file" && endingOf(target.path) === "md";
}

function endingOf(path: string): string {
  return /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
}

/** Where pictures are to go, before anybody knows how many they are: a folder that is there takes any number. */
export function targetOf(ports: Ports, { output }: RenderOptions): Target {
  if (output === undefined || output === "-") return { type: "stdout" };
  const path = absolute(ports.cwd, output);
  const isFolder = /[\\/]$/.test(output) || kindOfPath(path) === "folder";
  return { type: isFolder ? "folder" : "file", path };
}

/** Several files need a folder: what was named for them is one, unless it is called as a picture is. */
export function targetFor(ports: Ports, target: Target, format: Format, files: number): Target {
  if (files > 1) {
    if (target.type === "stdout") throw new Refusal(say.severalViews());
    if (target.type === "file" && ENDINGS.has(endingOf(target.path)))
      throw new Refusal(say.oneFileOnly(shown(ports.cwd, target.path), files));
    return { ...target, type: "folder" };
  }
  if (target.type === "stdout" && format === "png" && ports.out.isTerminal)
    throw new Refusal(say.pixelsOnTerminal());
  return target;
}

/** Writes one file of several, or the only one. */
export function write(
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

/**
 * The names of files for some views, in their order. Some systems take no `:` in a name, and hold `Tools` and `tools` for
 * the same one.
 */
export function fileNames(ids: readonly string[], format: Format): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    const plain = id.replace(/[<>:"/\\|?*\p{Cc}]/gu, "-");
    let name = plain;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${plain}-${count}`;
    taken.add(name.toLowerCase());
    return `${name}.${format === "mermaid" ? "mmd" : format}`;
  });
}
