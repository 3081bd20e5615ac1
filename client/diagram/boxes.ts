import type { Box } from "./layout/frame.ts";
import type { Scene } from "./scene.ts";

/** Where everything stands that can be gone to, by the ids that its parts bear in the picture. */
export function boxesOf({ groups, nodes, table }: Scene): readonly (readonly [id: string, box: Box])[] {
  const shapes = [
    ...groups.map(({ group, box }) => [group.id, box] as const),
    ...nodes.map(({ node, box }) => [node.id, box] as const),
  ];
  if (!table) return shapes;
  const { box, xs, ys, heading } = table;
  const columns = table.columns.map(({ id, width }, index) => {
    return [`column:${id}`, { x: xs[index] ?? 0, y: box.y, width, height: heading.height }] as const;
  });
  const rows = table.rows.map(({ row, height }, index) => {
    return [`row:${row.id}`, { x: box.x, y: ys[index] ?? 0, width: box.width, height }] as const;
  });
  return [...shapes, ...columns, ...rows];
}
