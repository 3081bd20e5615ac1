import type { Locale } from "../../../grammar/finding.ts";
import type { SceneGroup } from "../scene.ts";
import { baseline, DETAIL, DETAIL_LEADING, GROUP } from "../type/typography.ts";
import { wordsOf } from "../words.ts";
import { rounded } from "./outline.ts";
import { marks, spoken } from "./signs.ts";
import { group, num, path, text, tip } from "./tag.ts";

const HEAD = 36;
const POINT = 12;

/** A stage: a head that points to the next one, and the ground on which its tools stand; an empty one says so. */
export function lane({ group: own, lines, box }: SceneGroup, locale: Locale): string {
  const isMissing = own.marks.includes("missing");
  const label = spoken(own, locale);
  const { x, y, width } = box;
  const body = { x, y: y + HEAD, width, height: box.height - HEAD };
  const head = `M${x} ${y}H${x + width - POINT}L${x + width} ${y + HEAD / 2}L${x + width - POINT} ${y + HEAD}H${x}Z`;
  const words = wordsOf(locale).marks.missing.split(":")[0]?.trim() ?? "";
  return group(
    { "data-group": own.id, role: "img", "aria-label": label },
    tip(label),
    path(rounded(6)(body), isMissing ? "outline lane-missing" : "outline partition"),
    path(head, isMissing ? "lane-missing lane-open" : "lane-head"),
    text(
      { x: x + 14, y: y + (HEAD - GROUP.leading) / 2 + baseline(GROUP.title, GROUP.leading) },
      `group ${isMissing ? "ink-error" : "on-lane"}`,
      lines[0] ?? "",
    ),
    ...marks(own.marks, { x: x + width - POINT - 8, y: y + HEAD / 2 - 6 }, "error"),
    isMissing
      ? text(
          {
            x: x + width / 2,
            y: body.y + body.height / 2 - DETAIL_LEADING / 2 + baseline(DETAIL, DETAIL_LEADING),
          },
          "detail middle",
          words,
        )
      : undefined,
  );
}

/** Where a line is torn, on its stretch from left to right. */
export function tear(from: { readonly x: number; readonly y: number }, to: { readonly x: number }): string {
  const middle = (from.x + to.x) / 2;
  const cross = `M${num(middle - 5)} ${num(from.y - 5)}l10 10M${num(middle + 5)} ${num(from.y - 5)}l-10 10`;
  const ends = `M${num(from.x)} ${num(from.y)}H${num(middle - 11)}M${num(middle + 11)} ${num(from.y)}H${num(to.x)}`;
  return path(ends, "line line-gap") + path(cross, "line line-error");
}
