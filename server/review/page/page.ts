import { briefOf, type Listed } from "../brief.ts";
import type { ProjectReview, Review } from "../reviewed.ts";
import { element, type Html } from "../html.ts";
import { isEmpty, totalOf } from "../review.ts";
import { reviewWords, type ReviewWords } from "../words.ts";
import { changeSections, code, findingItems } from "./changes.ts";
import { pageStyle } from "./style.ts";
import type { PageLook } from "./look.ts";

/** Reviews as a page for a browser, a printer or a mail. It loads nothing and runs nothing. */
export function htmlReview(reviews: readonly ProjectReview[], look: PageLook): string {
  const words = reviewWords[look.locale];
  const route = `${look.base} → ${look.head}`;
  const changed = reviews.filter(({ review }) => !isEmpty(review));
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, `${words.pageTitle} · ${route}`),
    { html: `<style>${pageStyle}</style>` },
  );
  const main = element(
    "main",
    {},
    element(
      "header",
      {},
      element("p", { class: "over" }, words.pageTitle),
      element("h1", {}, look.base, element("span", { class: "arrow" }, " → "), look.head),
      ...(changed.length === 0
        ? [element("p", { class: "nothing" }, words.nothing)]
        : [counts(reviews, words)]),
    ),
    ...changed.map((project) => article(project, reviews.length > 1, look)),
  );
  return `<!DOCTYPE html>\n${element("html", { lang: look.locale }, head, element("body", {}, main)).html}\n`;
}

/** The picture brings its font along. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:";

/** The four answers in a glance: walls, partitions, findings, guards. */
function counts(reviews: readonly ProjectReview[], words: ReviewWords): Html {
  const loosened = reviews
    .flatMap(({ review }) => review.policy)
    .filter(({ change }) => change === "loosened").length;
  const { walls, partitions, introduced, fixed } = totalOf(reviews);
  const tile = (count: number, label: string, tone: string): Html =>
    element(
      "li",
      { class: count > 0 ? tone : "none" },
      element("strong", {}, String(count)),
      element("span", {}, label),
    );
  return element(
    "ul",
    { class: "counts" },
    tile(walls, words.counts.walls(walls), "wall"),
    tile(partitions, words.counts.partitions(partitions), "plain"),
    tile(introduced, words.counts.introduced(introduced), "bad"),
    tile(fixed, words.counts.fixed(fixed), "good"),
    tile(loosened, words.counts.loosened(loosened), "bad"),
  );
}

function article({ project, review }: ProjectReview, isOneOfSeveral: boolean, look: PageLook): Html {
  const words = reviewWords[look.locale];
  const { findings, policy, unread } = review;
  const sides = (["base", "head"] as const).filter((side) => unread[side] > 0);
  const svg = look.pictureOf(project);
  const guards = policy.map(({ change, what }) =>
    element("li", { class: change }, element("strong", {}, words[change]), " ", what[look.locale]),
  );
  return element(
    "article",
    {},
    ...(isOneOfSeveral ? [element("h2", { class: "project" }, project)] : []),
    ...sides.map((side) => element("p", { class: "unread" }, words.unread(look[side], unread[side]))),
    ...brief(review, look),
    ...block(words.guardTitle, guards, "guards"),
    ...(svg === "" ? [] : [figure(svg, words)]),
    ...block(words.newFindings, findingItems(findings.introduced, "head", look, words), "findings"),
    ...changeSections(review, words),
    ...block(words.fixedFindings, findingItems(findings.fixed, "base", look, words), "findings fixed"),
    ...(findings.unchanged > 0
      ? [element("p", { class: "unchanged" }, words.unchanged(findings.unchanged))]
      : []),
  );
}

function figure(svg: string, words: ReviewWords): Html {
  const title = element("h2", {}, words.picture);
  return element(
    "section",
    { class: "picture" },
    title,
    element("div", { class: "sheet", tabindex: 0 }, { html: svg }),
  );
}

function brief(review: Review, { locale }: PageLook): readonly Html[] {
  const words = reviewWords[locale];
  const { sentences, more, asked, nobody, hanging } = briefOf(review, locale);
  const told = sentences.map(({ wall, text }) =>
    element(
      "li",
      { class: wall ? "wall" : "plain" },
      ...(wall ? [element("span", { class: "wall-tag" }, words.wall), " "] : []),
      text,
    ),
  );
  const rest = more > 0 ? [element("li", { class: "more" }, words.moreMeaning(more))] : [];
  return [
    ...block(words.meaning, [...told, ...rest], "meaning"),
    ...block(words.ask, [...asked, ...(nobody ? [nobody] : [])].map(listItem), "listed"),
    ...block(words.hangs, hanging.map(listItem), "listed"),
  ];
}

function listItem({ word, names, more }: Listed): Html {
  const all = names.flatMap((name, index) => [...(index > 0 ? [", "] : []), code(name)]);
  return element("li", {}, element("strong", {}, word), " ", ...all, ...(more > 0 ? [`, +${more}`] : []));
}

function block(title: string, items: readonly Html[], look: string): readonly Html[] {
  if (items.length === 0) return [];
  return [element("section", { class: look }, element("h2", {}, title), element("ul", {}, ...items))];
}
