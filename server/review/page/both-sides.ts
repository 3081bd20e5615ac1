import type { ElementChange } from "../changes.ts";
import type { Review } from "../reviewed.ts";
import { element, type Html } from "../html.ts";
import { shortened } from "../terminal.ts";
import type { ReviewWords } from "../words.ts";
import { against, writtenLines, type TextLine } from "./statement-text.ts";

/** More lines than this of a statement are counted. */
const MOST_LINES = 80;
const LONGEST_LINE = 400;

/** How an element is written on both sides, folded; nothing for what came or went whole, which its list of properties tells. */
export function bothSides(
  { states }: Review,
  { before, after }: ElementChange,
  words: ReviewWords,
): readonly Html[] {
  if (!before || !after) return [];
  const olds = writtenLines(states.base.model, before);
  const news = writtenLines(states.head.model, after);
  return [
    element(
      "details",
      { class: "text" },
      element("summary", {}, words.bothTexts),
      element(
        "div",
        { class: "sides" },
        side(against(olds, news), "−", words.textBefore),
        side(against(news, olds), "+", words.textAfter),
      ),
    ),
  ];
}

function side(lines: readonly TextLine[], sign: "+" | "−", title: string): Html {
  const shown = lines.slice(0, MOST_LINES);
  const rest = lines.length - shown.length;
  const drawn = shown.map(({ text, isOnlyHere }) => {
    const line = `${isOnlyHere ? sign : " "} ${shortened(text, LONGEST_LINE)}`;
    return element("span", { class: isOnlyHere ? (sign === "+" ? "line in" : "line out") : "line" }, line);
  });
  const more = rest > 0 ? [element("span", { class: "line" }, `… +${rest}`)] : [];
  return element("div", {}, element("p", { class: "side" }, title), element("pre", {}, ...drawn, ...more));
}
