import { shelves } from "./block-shelves.ts";
import type { FrameGroup, PictureFrame } from "./frame.ts";
import { columnAt, HEADER_SPACE, LEAST_ROW, PAD, TILE } from "./grid.ts";
import type { Block, Ground, Site } from "./site.ts";

/** The block of a group, or of some nodes that stand in none: the groups in it on shelves, and below them its tiles. */
export function blockOf(site: Site, index: number, loose: readonly number[]): Block {
  const { frame, orders, grid } = site;
  const group = frame.groups[index];
  const inner = frame.groups.flatMap((other, at) =>
    index >= 0 && other.parent === index ? [blockOf(site, at, [])] : [],
  );
  const own = index < 0 ? loose : frame.nodes.flatMap((node, at) => (node.group === index ? [at] : []));
  const members = orders.get(index) ?? own;
  const around = aroundOf(group);
  const title = Math.ceil(((group?.title.width ?? 0) + grid.gutter) / (TILE + grid.gutter));
  const least = Math.max(1, title, ...inner.map((block) => block.least));
  const most = Math.max(least, members.length, inner.length * 40);
  const known = new Map<number, Insides>();
  const insides = (columns: number): Insides => {
    const width = Math.min(columns, most);
    const found = known.get(width) ?? insidesOf(site, inner, members, width);
    known.set(width, found);
    return found;
  };
  return {
    least,
    most,
    heightAt: (columns) => around.top + insides(columns).height + around.bottom,
    set: ({ column, columns, y, height }, ground) => {
      insides(columns).set(column, y + around.top, ground);
      if (!group) return;
      const pad = padOf(frame, index);
      const width = columns * (TILE + grid.gutter) - grid.gutter + 2 * pad;
      ground.groups[index] = { x: columnAt(grid, column) - pad, y, width, height };
    },
  };
}

interface Insides {
  readonly height: number;
  readonly set: (column: number, y: number, ground: Ground) => void;
}

function insidesOf(
  { frame, grid }: Site,
  inner: readonly Block[],
  members: readonly number[],
  columns: number,
): Insides {
  const above = shelves(inner, columns, grid);
  const rows: { readonly members: readonly number[]; readonly height: number }[] = [];
  for (let start = 0; start < members.length; start += columns) {
    const row = members.slice(start, start + columns);
    rows.push({
      members: row,
      height: Math.max(LEAST_ROW, ...row.map((member) => frame.nodes[member]?.height ?? 0)),
    });
  }
  const first = inner.length > 0 ? above.height + (rows.length > 0 ? grid.aisle : 0) : 0;
  const height = rows.reduce((sum, row) => sum + row.height, first) + Math.max(0, rows.length - 1) * grid.gap;
  const set = (column: number, top: number, ground: Ground): void => {
    above.set(column, top, ground);
    let y = top + first;
    for (const row of rows) {
      row.members.forEach((member, offset) => {
        const x = columnAt(grid, column + offset);
        ground.nodes[member] = { x, y, width: TILE, height: row.height };
      });
      y += row.height + grid.gap;
    }
  };
  return { height, set };
}

/** How far the frame of a group is from its tiles: a group around others is farther. */
function padOf({ groups }: PictureFrame, index: number): number {
  if (groups[index]?.frame === "none") return 0;
  return groups.some(({ parent }) => parent === index) ? 2 * PAD : PAD;
}

function aroundOf(group: FrameGroup | undefined): { readonly top: number; readonly bottom: number } {
  if (!group || group.frame === "none") return { top: 0, bottom: 0 };
  return { top: group.title.height > 0 ? group.title.height + HEADER_SPACE : PAD, bottom: PAD };
}
