import type { ChangeMark } from "../../server/views/view-graph.ts";
import { badge } from "./paint/findings.ts";
import { line, lineLabel, lineNumber, lineSigns } from "./paint/lines.ts";
import { room } from "./paint/groups.ts";
import { shape } from "./paint/shapes.ts";
import { band, heading, legend } from "./paint/sheet.ts";
import { table } from "./paint/table.ts";
import { styleSheet } from "./paint/style.ts";
import { escape, escapeName } from "./paint/escape.ts";
import { num, text } from "./paint/tag.ts";
import type { ThemeName } from "./paint/theme.ts";
import { nameOf, type Scene, type SceneEdge } from "./scene.ts";
import { wordsOf } from "./words.ts";

export interface SvgOptions {
  /** What stands before the style sheet, such as the rules that bring the font along. */
  readonly fontFaces?: string;
}

/**
 * Draws a scene as SVG text: the same bytes everywhere. With the theme `vscode` it has no style sheet inside; the page
 * around it takes `styleSheet("vscode")` once.
 */
export function svg(scene: Scene, theme: ThemeName, { fontFaces = "" }: SvgOptions = {}): string {
  const { width, height } = scene.size;
  const parts = [
    theme === "vscode" ? undefined : `<style>${fontFaces}${styleSheet(theme)}</style>`,
    `<rect width="${num(width)}" height="${num(height)}" class="bz-paper"/>`,
    heading(scene),
    ...scene.bands.map(band),
    ...scene.groups.map((it) => room(it, scene.graph.locale)),
    ...lines(scene),
    ...scene.nodes.map((it) => shape(it, scene.graph)),
    ...badges(scene),
    scene.table && table(scene.table, scene.graph),
    isEmpty(scene) ? nothing(scene) : undefined,
    legend(scene),
  ];
  const size = `width="${num(width)}" height="${num(height)}" viewBox="0 0 ${num(width)} ${num(height)}"`;
  const name = `role="group" aria-label="${escape(nameOf(scene))}" data-view="${escapeName(scene.graph.view)}"`;
  const body = parts.filter((part) => part !== undefined && part !== "").join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" class="bz" ${size} ${name}>\n${body}\n</svg>\n`;
}

/** All lines, then all labels, so that no line runs over a label. */
function lines({ graph, edges, nodes, groups }: Scene): readonly (string | undefined)[] {
  const titles = new Map<string, string>();
  for (const { group } of groups) titles.set(group.id, group.title);
  for (const { node } of nodes) titles.set(node.id, node.title);
  const words = wordsOf(graph.locale).lines;
  const changes = new Map(
    [...groups.map(({ group }) => group), ...nodes.map(({ node }) => node)].map((it) => [it.id, it.change]),
  );
  const drawn = edges.map((it) => {
    const { from, to, type, said } = it.edge;
    const name = said ?? `${titles.get(from) ?? from} ${words[type] ?? type} ${titles.get(to) ?? to}`;
    return line(it, name, { locale: graph.locale, isImplied: isImplied(it, changes) });
  });
  return [
    ...drawn,
    ...lineSigns(edges.filter((it) => !isImplied(it, changes))),
    ...edges.map(lineLabel),
    ...edges.map(lineNumber),
  ];
}

/** A line that came or went with one of its ends: the end says so already. */
function isImplied(
  { edge: { change, from, to } }: SceneEdge,
  changes: ReadonlyMap<string, ChangeMark | undefined>,
): boolean {
  return (
    (change === "added" || change === "removed") && [from, to].some((end) => changes.get(end) === change)
  );
}

/** Badges lie on top of everything. */
function badges({ graph, groups, nodes }: Scene): readonly string[] {
  const { locale } = graph;
  return [
    ...groups.flatMap(({ group, box }) =>
      group.finding ? [badge(group.finding, group.id, box, locale)] : [],
    ),
    ...nodes.flatMap(({ node, box }) => (node.finding ? [badge(node.finding, node.id, box, locale)] : [])),
  ];
}

function isEmpty({ nodes, groups, table: told }: Scene): boolean {
  return nodes.length + groups.length + (told?.rows.length ?? 0) === 0;
}

function nothing({ graph, size, heading: { at } }: Scene): string | undefined {
  return text({ x: size.width / 2, y: at.y + 100 }, "subheading middle", wordsOf(graph.locale).empty);
}
