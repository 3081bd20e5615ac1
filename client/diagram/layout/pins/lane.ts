import type { PictureFrame } from "../frame.ts";
import { bottom, withNode, type Sheet } from "../sheet.ts";
import { levelsOf, memberAt, membersOf, nearestLevel } from "./cells.ts";
import { seated, type Cell } from "./seats.ts";
import type { Seating } from "./tiles.ts";

/** The tiles of a lane in the order that somebody wants, one below the other without a hole, as lanes are read. */
export function setLane(frame: PictureFrame, sheet: Sheet, group: number): Seating {
  const members = membersOf(frame, sheet, group);
  const levels = levelsOf(members.map(({ box }) => box.y));
  const most = { columns: 1, rows: levels.length };
  const cells = seated(
    members.map(({ index, box }) =>
      memberAt(frame, index, { column: 0, row: nearestLevel(levels, box.y) }, most),
    ),
    ({ column, row }): Cell => ({ column, row: (row + 1) % levels.length }),
  );
  const boxes = members.map(({ box }) => box).toSorted((a, b) => a.y - b.y);
  // There may be a hole where something was before.
  const gap = Math.min(...boxes.slice(1).map((box, at) => box.y - bottom(boxes[at] ?? box)));
  let y = boxes[0]?.y ?? 0;
  let made = sheet;
  for (const [index] of [...cells].toSorted(([, a], [, b]) => a.row - b.row)) {
    const box = sheet.nodes[index];
    if (!box) continue;
    made = withNode(made, index, { ...box, y });
    y += box.height + gap;
  }
  return { sheet: made, cells };
}
