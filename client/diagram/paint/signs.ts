import type { Locale } from "../../../grammar/finding.ts";
import type { ChangeMark, ViewGroup, ViewNode } from "../../../server/views/view-graph.ts";
import type { Mark } from "../../../server/views/mark.ts";
import { MARK } from "../type/typography.ts";
import { wordsOf } from "../words.ts";
import { icons, markIcons } from "./icons.ts";
import type { Point } from "../layout/frame.ts";
import { num, path, tag } from "./tag.ts";

/** What a shape is called by a screen reader, and in its tooltip. */
export function spoken(it: ViewNode | ViewGroup, locale: Locale): string {
  const words = wordsOf(locale);
  const kind = it.kind === undefined ? "" : `${words.kinds[it.kind] ?? it.kind} `;
  const marks = it.marks.map((mark) => words.marks[mark].split(" : ")[0]?.split(": ")[0] ?? mark);
  const { finding } = it;
  const found = finding
    ? [`${finding.count} ${words.findings[finding.severity][finding.count > 1 ? 1 : 0]}: ${finding.message}`]
    : [];
  const change = it.change ? [words.changes[it.change]] : [];
  return [`${kind}${it.title}`, it.detail, ...marks, ...change, ...found]
    .filter((part) => part !== "")
    .join(" · ");
}

/** The sign of a kind. */
export function icon(
  it: Pick<ViewNode, "kind">,
  at: { readonly x: number; readonly y: number },
  colour: string,
): string {
  return `<g transform="translate(${num(at.x)} ${num(at.y)})">${path(icons[it.kind], `icon icon-${colour}`)}</g>`;
}

/** Marks, from the right. */
export function marks(
  list: readonly Mark[],
  end: { readonly x: number; readonly y: number },
  colour: string,
): readonly string[] {
  return list.map((mark, index) => markSign(mark, { x: end.x - 12 - index * MARK, y: end.y }, colour));
}

export function markSign(mark: Mark, at: { readonly x: number; readonly y: number }, colour: string): string {
  const transform = `translate(${num(at.x)} ${num(at.y)})`;
  // Where there is no balance is what one looks for in a picture of value.
  const style = `icon icon-${mark === "one-way" ? "one-way" : colour}`;
  return `<g transform="${transform}" class="bz-mark">${path(markIcons[mark], style)}</g>`;
}

/** The outline of what changed, on top of the shape's own, and its sign on the upper left corner. */
export function changed(change: ViewNode["change"], d: string, corner: Point): string | undefined {
  return change && change !== "same" ? path(d, change) + changeSign(change, corner) : undefined;
}

/** The outline of what is in error, on top of the shape's own: among many warnings it is what one sees first. */
export function wrong(finding: ViewNode["finding"], d: string): string | undefined {
  return finding?.severity === "error" ? path(d, "wrong") : undefined;
}

/** How what did not change in a picture of changes is drawn: pale. */
export function paleness(change: ViewNode["change"]): string | undefined {
  return change === "same" ? "bz-pale" : undefined;
}

/** Told apart by form as well as by colour: a plus, a minus, a wave, an arrow. */
export function changeSign(change: Exclude<ChangeMark, "same">, { x, y }: Point): string {
  const glyph = GLYPHS[change];
  const ground = tag("circle", { cx: x, cy: y, r: 9, class: `bz-sign-${change}` });
  return `${ground}<g transform="translate(${num(x)} ${num(y)})">${path(glyph, "sign")}</g>`;
}

const GLYPHS: Readonly<Record<Exclude<ChangeMark, "same">, string>> = {
  added: "M-4.5 0H4.5M0 -4.5V4.5",
  removed: "M-4.5 0H4.5",
  changed: "M-4.5 1C-3 -3 -1.5 -3 0 0S3 3 4.5 -1",
  renamed: "M-4.5 0H4.5M1 -3.5L4.5 0L1 3.5",
};
