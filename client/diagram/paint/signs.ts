import type { Locale } from "../../../grammar/finding.ts";
import type { Mark, ViewGroup, ViewNode } from "../../../server/views/view-graph.ts";
import { MARK } from "../type/typography.ts";
import { wordsOf } from "../words.ts";
import { icons, markIcons } from "./icons.ts";
import { num, path } from "./tag.ts";

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
  return `<g transform="${transform}" class="bz-mark">${path(markIcons[mark], `icon icon-${colour}`)}</g>`;
}

/** The outline of what changed, on top of the shape's own. */
export function changed(change: ViewNode["change"], d: string): string | undefined {
  return change ? path(d, change) : undefined;
}
