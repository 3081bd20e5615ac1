import type { Finding } from "../../../grammar/finding.ts";
import type { Review } from "../reviewed.ts";
import { element, type Html } from "../html.ts";
import { outlineOf, SIGNS, type Detail, type Entry, type Section } from "../outline.ts";
import { shortened } from "../terminal.ts";
import { bothSides } from "./both-sides.ts";
import type { PageLook } from "./look.ts";
import type { ReviewWords } from "../words.ts";

/** More changes than these are counted on a page. */
const MOST = 400;

/** The changes by storey, walls first: each with what it says before and after, and its text on both sides. */
export function changeSections(review: Review, words: ReviewWords): readonly Html[] {
  let room = MOST;
  return outlineOf(review.changes).map((section) => {
    const shown = section.entries.slice(0, room);
    const lines = section.relations.slice(0, Math.max(0, room - shown.length));
    room -= shown.length + lines.length;
    const rest = section.entries.length + section.relations.length - shown.length - lines.length;
    return chapter(section, words, [
      ...shown.map((entry) => changeItem(entry, review, words)),
      ...lines.map((relation) =>
        item(SIGNS[relation.change], words[relation.change], [
          code(relation.from),
          ` ${relation.type} `,
          code(relation.to),
          ...wallTag(relation.wall, words),
        ]),
      ),
      ...(rest > 0 ? [element("li", { class: "more" }, words.more(rest).replaceAll("`", ""))] : []),
    ]);
  });
}

function chapter({ storey }: Section, words: ReviewWords, items: readonly Html[]): Html {
  const title = element("h2", {}, words.storeys[storey]);
  return element(
    "section",
    { class: `storey ${storey}` },
    title,
    element("ul", { class: "changes" }, ...items),
  );
}

function item(sign: string, word: string, content: readonly (Html | string)[]): Html {
  return element(
    "li",
    { class: `change ${CLASSES[sign] ?? ""}` },
    signOf(sign, word),
    element("div", {}, ...content),
  );
}

const CLASSES: Readonly<Record<string, string>> = {
  "+": "added",
  "−": "removed",
  "~": "changed",
  "→": "renamed",
};

function signOf(sign: string, word: string): Html {
  return element("span", { class: "sign", role: "img", "aria-label": word, title: word }, sign);
}

function changeItem(entry: Entry, review: Review, words: ReviewWords): Html {
  const { sign, kind, name, title, change, details, members } = entry;
  const was =
    change.was === undefined
      ? []
      : [element("span", { class: "was" }, ` (${words.was(change.was, change.evidence)})`)];
  const titled =
    title === undefined ? [] : [" ", element("span", { class: "titled" }, shortened(title, 300))];
  const parts = members.map((member) => changeItem(member, review, words));
  return item(sign, words[change.change], [
    element("span", { class: "kind" }, `${kind} `),
    code(name),
    ...titled,
    ...was,
    ...(details.length > 0
      ? [element("ul", { class: "details" }, ...details.map((detail) => detailItem(detail, entry, words)))]
      : []),
    ...(parts.length > 0 ? [element("ul", { class: "changes" }, ...parts)] : []),
    ...bothSides(review, change, words),
  ]);
}

function detailItem(detail: Detail, entry: Entry, words: ReviewWords): Html {
  if (detail.type === "relation") {
    const { relation, sign } = detail;
    return item(sign, words[relation.change], [
      `${relation.type} `,
      code(relation.to),
      ...wallTag(relation.wall && !entry.wall, words),
    ]);
  }
  const { name, before, after } = detail;
  const label = element("span", { class: "property" }, `${name}: `);
  if (entry.sign === "+" || entry.sign === "−")
    return element(
      "li",
      {},
      label,
      value(before ?? after ?? ""),
      ...wallTag(detail.wall && !entry.wall, words),
    );
  const olds = before === undefined ? [] : [element("del", {}, brief(before))];
  const news = after === undefined ? [] : [element("ins", {}, brief(after))];
  return element("li", {}, label, ...olds, ...(olds.length > 0 && news.length > 0 ? [" → "] : []), ...news);
}

function wallTag(isWall: boolean, words: ReviewWords): readonly Html[] {
  return isWall ? [element("span", { class: "wall-tag" }, words.wall)] : [];
}

export function code(name: string): Html {
  return element("code", {}, shortened(name, 200));
}

function value(text: string): Html {
  return element("span", {}, brief(text));
}

function brief(text: string): string {
  return shortened(text, 400);
}

/** Findings as a list, each with its place. */
export function findingItems(
  findings: readonly Finding[],
  side: "base" | "head",
  look: PageLook,
  words: ReviewWords,
): readonly Html[] {
  const shown = findings.slice(0, MOST);
  const rest = findings.length - shown.length;
  return [
    ...shown.map((finding) =>
      element(
        "li",
        { class: `finding ${finding.severity}` },
        element("span", { class: "severity" }, words.severities[finding.severity]),
        " ",
        finding.message[look.locale],
        " ",
        element("span", { class: "place" }, `${finding.rule} · ${look.spot(finding, side)}`),
      ),
    ),
    ...(rest > 0 ? [element("li", { class: "more" }, words.more(rest).replaceAll("`", ""))] : []),
  ];
}
