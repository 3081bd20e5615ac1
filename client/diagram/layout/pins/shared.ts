import type { Box, PictureFrame } from "../frame.ts";
import { withNode, type Sheet } from "../sheet.ts";
import { levelsOf, memberAt, membersOf, nearestLevel } from "./cells.ts";
import { seated, type Cell } from "./seats.ts";
import type { Seating } from "./tiles.ts";

/** Rooms between walls, roofs and beams share the width of their group: they only change places. */
export function setShared(frame: PictureFrame, sheet: Sheet, group: number): Seating {
  const members = membersOf(frame, sheet, group);
  const xs = levelsOf(members.map(({ box }) => box.x));
  const ys = levelsOf(members.map(({ box }) => box.y));
  const most = { columns: xs.length, rows: ys.length };
  const cells = seated(
    members.map(({ index, box }) =>
      memberAt(frame, index, { column: nearestLevel(xs, box.x), row: nearestLevel(ys, box.y) }, most),
    ),
    ({ column, row }): Cell =>
      column + 1 < xs.length ? { column: column + 1, row } : { column: 0, row: (row + 1) % ys.length },
  );
  const { width, height } = members[0]?.box ?? { width: 0, height: 0 };
  const at = ({ column, row }: Cell): Box => {
    const [x = 0, y = 0] = [xs[column], ys[row]];
    return members.find(({ box }) => box.x === x && box.y === y)?.box ?? { x, y, width, height };
  };
  return { sheet: [...cells].reduce((all, [index, cell]) => withNode(all, index, at(cell)), sheet), cells };
}
