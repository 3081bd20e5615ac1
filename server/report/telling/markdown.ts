import type { Locale } from "../../../grammar/finding.ts";
import { markdownCode as code, markdownText as text } from "../../review/markdown-text.ts";
import type { Reported } from "./reported.ts";
import { sayIn, type Figure, type Item, type List, type Row, type Say, type Section } from "./section.ts";
import { tell } from "./tell.ts";
import { barOf, figure as written, percent } from "./words.ts";

/** Scorecards for a wiki or a board paper: a table of the first figures, then the sections, with the names folded. */
export function markdownScorecards(reports: readonly Reported[], locale: Locale): string {
  return reports.map((report) => `${parts(report, locale).join("\n\n")}\n`).join("\n");
}

function parts({ name, root, today, scorecard }: Reported, locale: Locale): readonly string[] {
  const say = sayIn(locale);
  const told = tell(scorecard, locale);
  const head = [
    `# ${say("Scorecard:", "Tableau de bord :")} ${text(name)}`,
    `${code(root)} · ${told.size} · ${today}`,
    ...(told.unread === "" ? [] : [`> ${told.unread}`]),
  ];
  if (told.empty !== "") return [...head, told.empty];
  const first = told.sections.map(({ title, headline }) => line(`**${title}**`, headline, locale));
  return [
    ...head,
    table(say("Measure", "Mesure"), first, say),
    ...told.sections.flatMap((section) => sectionParts(section, locale, say)),
    ...(told.silent === "" ? [] : [told.silent]),
  ];
}

function table(title: string, lines: readonly string[], say: Say): string {
  const head = `| ${title} | ${say("Share", "Part")} | ${say("Figure", "Chiffre")} |`;
  return [head, "| --- | --- | --- |", ...lines].join("\n");
}

function line(label: string, { share, value }: Figure, locale: Locale): string {
  const bar = share === undefined ? "" : `${barOf(share, WIDTH).join("")} ${percent(share, locale)}`;
  return `| ${label} | ${bar} | ${value === "" ? "—" : value} |`;
}

const WIDTH = 10;

function sectionParts({ title, asks, rows }: Section, locale: Locale, say: Say): readonly string[] {
  if (rows.length === 0) return [];
  const lines = rows.map((row) => line(`${row.isPart ? "– " : ""}${labelOf(row)}`, row, locale));
  return [
    `## ${title}`,
    asks,
    table(say("Measure", "Mesure"), lines, say),
    ...folded(say("What lacks", "Ce qui manque"), rows, ["lacks", "also-lacks"], locale, say),
    ...folded(say("What is excused", "Ce qui est excusé"), rows, ["excused"], locale, say),
    ...folded(say("What is there", "Ce qui est là"), rows, ["holds"], locale, say),
  ];
}

function labelOf({ label: { text: label, isName } }: Row): string {
  return isName ? code(label) : label;
}

function folded(
  title: string,
  rows: readonly Row[],
  roles: readonly List["role"][],
  locale: Locale,
  say: Say,
): readonly string[] {
  const lines = rows.flatMap((row) =>
    row.lists
      .filter((list) => roles.includes(list.role))
      .map((list) => `- **${labelOf(row)}** · ${listText(list, locale, say)}`),
  );
  if (lines.length === 0) return [];
  return [`<details><summary>${title}</summary>`, lines.join("\n"), "</details>"];
}

/** A page is read by people: the whole list is in the JSON. */
const MOST = 100;

function listText({ label, items }: List, locale: Locale, say: Say): string {
  if (items.length === 0) return label;
  const rest = items.length - MOST;
  const more =
    rest > 0 ? say(` and ${written(rest, locale)} more`, ` et ${written(rest, locale)} de plus`) : "";
  return `${label}${say(":", " :")} ${items.slice(0, MOST).map(itemText).join(", ")}${more}`;
}

function itemText({ name, isName, title, note }: Item): string {
  const titled = title === null ? "" : ` ${isName ? text(title, 80) : code(title)}`;
  return `${isName ? code(name) : name}${titled}${note === "" ? "" : ` (${text(note, 160)})`}`;
}
