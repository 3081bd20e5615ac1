import type { Box, PictureFrame } from "../frame.ts";
import { HEADER_SPACE, PAD } from "../grid.ts";
import { bottom, right, type Sheet } from "../sheet.ts";

/** Around everything, where no group is. */
const RIM = 40;

/** The part of a group in which its members stand; of the sheet, for -1. */
export function insideOf({ groups }: PictureFrame, sheet: Sheet, index: number): Box {
  const group = groups[index];
  const box = sheet.groups[index];
  if (!group || !box) {
    const { width, height } = sheet.size;
    return { x: RIM, y: RIM, width: width - 2 * RIM, height: height - 2 * RIM };
  }
  if (group.frame === "none") return box;
  const side = groups.some(({ parent }) => parent === index) ? 2 * PAD : PAD;
  const top = group.title.height > 0 ? group.title.height + HEADER_SPACE : PAD;
  return {
    x: box.x + side,
    y: box.y + top,
    width: right(box) - box.x - 2 * side,
    height: bottom(box) - box.y - top - PAD,
  };
}
