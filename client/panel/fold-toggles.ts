import { foldable } from "../diagram/fold.ts";
import { HEADER_SPACE } from "../diagram/layout/grid.ts";
import type { Scene, SceneGroup } from "../diagram/scene.ts";
import { GROUP } from "../diagram/type/typography.ts";
import { svgElement } from "./elements.ts";

/** Puts a sign on each group that can be folded or unfolded; its title is the handle where it stands for no element. */
export function addFoldToggles({ groups, graph }: Scene, shape: (id: string) => Element | undefined): void {
  const open = new Set(foldable(graph));
  for (const it of groups) {
    const { id, folded } = it.group;
    const target = shape(id);
    if (!target || (folded === undefined && !open.has(id))) continue;
    target.setAttribute("aria-expanded", String(folded === undefined));
    target.append(...toggle(it).children);
  }
}

/** Whether a pointer is on the sign that folds and unfolds a group. */
export function isOnFoldToggle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".fold-toggle") !== null;
}

function toggle({ group, box, title, shift }: SceneGroup): Element {
  const x = box.x + shift + 6;
  const y = box.y + (HEADER_SPACE - 8) / 2 + GROUP.leading / 2;
  const width = group.kind === undefined ? title.width + 16 : 22;
  const height = group.kind === undefined ? title.height + 10 : GROUP.leading + 6;
  const way = group.folded === undefined ? "M-3 -1.5l3 3l3 -3" : "M-1.5 -3l3 3l-3 3";
  const on = group.frame === "wall" && group.marks.includes("core") ? " on-wall" : "";
  return svgElement(
    `<svg xmlns="http://www.w3.org/2000/svg"><g class="fold-toggle${on}">` +
      `<rect x="${x - 6}" y="${box.y}" width="${width}" height="${height}"/>` +
      `<path d="${way}" transform="translate(${x} ${y})"/></g></svg>`,
  );
}
