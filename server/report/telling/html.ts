import type { Locale } from "../../../grammar/finding.ts";
import { element, type Html } from "../../review/html.ts";
import { contextOf, htmlLists, htmlName, type CardOptions, type Context } from "./html-lists.ts";
import { pageStyle } from "./html-style.ts";
import type { Reported } from "./reported.ts";
import { sayIn, type Figure, type Row, type Say, type Section, type Tone } from "./section.ts";
import { tell, type Told } from "./tell.ts";
import { percent } from "./words.ts";

/** Scorecards as a page of their own, for a browser, a printer or a mail. It loads nothing and runs nothing. */
export function htmlPage(reports: readonly Reported[], locale: Locale): string {
  const say = sayIn(locale);
  const title = [say("Scorecard", "Tableau de bord"), ...reports.map(({ name }) => name)].join(" · ");
  const head = element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: POLICY }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("title", {}, title),
    { html: `<style>${pageStyle}</style>` },
  );
  const cards = reports.map((report, index) => card(report, contextOf({ locale, id: `card${index + 1}` })));
  const body = element("body", {}, element("main", {}, ...cards));
  return `<!DOCTYPE html>\n${element("html", { lang: locale }, head, body).html}\n`;
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The scorecard of one project, as a part of a page. */
export function htmlScorecard(report: Reported, options: CardOptions): string {
  return card(report, contextOf(options)).html;
}

function card({ name, root, today, scorecard }: Reported, context: Context): Html {
  const { locale, say, id, links } = context;
  const told = tell(scorecard, locale);
  const about = [told.size, today, ...(root === name || root === "" ? [] : [root])].join(" · ");
  const head = element(
    "header",
    {},
    element("p", { class: "over" }, say("Scorecard", "Tableau de bord")),
    element("h1", {}, name),
    element("p", { class: "about" }, about),
    ...(told.unread === "" ? [] : [element("p", { class: "unread" }, told.unread)]),
  );
  const content =
    told.empty === "" ? described(told, context) : [element("p", { class: "empty" }, told.empty)];
  return element("article", { class: "card", id, "data-project": links?.project }, head, ...content);
}

function described({ sections, silent }: Told, context: Context): readonly Html[] {
  const { say } = context;
  const some = sections.filter(({ rows }) => rows.length > 0);
  return [
    element(
      "nav",
      { class: "glance", "aria-label": say("At a glance", "En bref") },
      ...some.map((section) => tile(section, context)),
    ),
    ...some.map((section) => chapter(section, context)),
    ...(silent === "" ? [] : [element("p", { class: "silent" }, silent)]),
  ];
}

/** The first figure of a chapter, which leads to it. */
function tile({ id, title, headline }: Section, { locale, say, id: card }: Context): Html {
  const { share, value, tone } = headline;
  const large = share === undefined ? value : percent(share, locale);
  const isLong = share === undefined && value.length > 12;
  return element(
    "a",
    { class: `tile ${tone}`, href: `#${card}-${id}` },
    element("span", { class: "title" }, title),
    element("span", { class: `large${isLong ? " long" : ""}` }, large === "" ? "—" : large),
    ...bar(headline),
    element("span", { class: "value" }, share === undefined ? "" : value),
    sign(tone, say),
  );
}

function chapter({ id, title, asks, rows }: Section, context: Context): Html {
  const anchor = `${context.id}-${id}`;
  return element(
    "section",
    { id: anchor, "aria-labelledby": `${anchor}-title` },
    element("h2", { id: `${anchor}-title` }, title),
    element("p", { class: "asks" }, asks),
    element(
      "ul",
      { class: "rows" },
      ...rows.map((row, index) => line(row, { ...context, id: `${anchor}-${index}` })),
    ),
  );
}

function line(row: Row, context: Context): Html {
  const { locale, say, links } = context;
  const { label, value, share, tone, isPart, lists } = row;
  return element(
    "li",
    { class: `row ${tone}${isPart ? " part" : ""}` },
    element(
      "div",
      { class: "measure" },
      element("span", { class: "label" }, label.isName ? htmlName(label.text, links) : label.text),
      element("span", { class: "share" }, ...bar(row)),
      element("span", { class: "percent" }, share === undefined ? "" : percent(share, locale)),
      element("span", { class: "value" }, value === "" ? "—" : value, sign(tone, say)),
    ),
    ...htmlLists(lists, context),
  );
}

/** A share as a bar; nothing where there is none. What is not nothing can be seen, and so can what is not all. */
function bar({ share, tone }: Figure): readonly Html[] {
  if (share === undefined) return [];
  const width = share <= 0 ? 0 : share >= 1 ? 100 : Math.min(98, Math.max(2, share * 100));
  const box = { height: 8, rx: 4 };
  return [
    element(
      "svg",
      { class: `bar ${tone}`, "aria-hidden": "true" },
      element("rect", { class: "whole", width: "100%", ...box }),
      ...(width > 0 ? [element("rect", { class: "part", width: `${width.toFixed(1)}%`, ...box })] : []),
    ),
  ];
}

/** How a figure looks, for those who do not see its colour. */
function sign(tone: Tone, say: Say): Html {
  const [mark, word] = {
    good: ["✓", say("good", "bon")],
    fair: ["~", say("fair", "moyen")],
    poor: ["!", say("poor", "insuffisant")],
    plain: ["", ""],
  }[tone];
  if (!mark || !word) return { html: "" };
  return element("span", { class: "sign", role: "img", "aria-label": word, title: word }, mark);
}
