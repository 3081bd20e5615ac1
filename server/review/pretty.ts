import type { Finding, Locale } from "../../grammar/finding.ts";
import { briefOf, type Listed } from "./brief.ts";
import type { ProjectReview, Review } from "./reviewed.ts";
import { outlineOf, type Detail, type Entry, type Section, type Sign } from "./outline.ts";
import { isEmpty, totalOf } from "./review.ts";
import { logText, shortened, terminalText, wrapped, type Paint } from "./terminal.ts";
import { reviewWords, type ReviewWords } from "./words.ts";

export interface PrettyLook {
  readonly locale: Locale;
  readonly paint: Paint;
  readonly columns: number;
  readonly base: string;
  readonly head: string;
  /** How a finding is placed in its file: `how.bizarch:12:8`. */
  readonly spot: (finding: Finding, side: "base" | "head") => string;
}

/** Reviews for people in a terminal: mission first, what is load-bearing before what is not. */
export function prettyReview(reviews: readonly ProjectReview[], look: PrettyLook): string {
  const { paint, base, head } = look;
  const words = reviewWords[look.locale];
  const parts = reviews.flatMap(({ project, review }) => {
    const lines = reviewLines(review, look, words);
    if (lines.length === 0 || reviews.length === 1) return lines;
    return [paint.bold(paint.cyan(terminalText(project))), "", ...lines];
  });
  const loosened = reviews
    .flatMap(({ review }) => review.policy)
    .filter(({ change }) => change === "loosened");
  const isNothing = reviews.every(({ review }) => isEmpty(review));
  const headline = isNothing ? words.nothing : words.headline(totalOf(reviews), loosened.length);
  const unchanged = reviews.reduce((sum, { review }) => sum + review.findings.unchanged, 0);
  const stayed = unchanged > 0 ? [paint.dim(words.unchanged(unchanged))] : [];
  const route = paint.dim(`${terminalText(base)} → ${terminalText(head)}`);
  return logText(`${[route, "", ...parts, paint.bold(headline), ...stayed].join("\n")}\n`);
}

function reviewLines(review: Review, look: PrettyLook, words: ReviewWords): readonly string[] {
  const { changes, findings, unread } = review;
  const broken = (["base", "head"] as const).filter((side) => unread[side] > 0);
  const notes = broken.map((side) => look.paint.yellow(words.unread(terminalText(look[side]), unread[side])));
  return [
    ...briefLines(review, look, words),
    ...outlineOf(changes).flatMap((section) => [...sectionLines(section, look, words), ""]),
    ...guardLines(review, look, words),
    ...findingLines(findings.introduced, "head", look, words),
    ...findingLines(findings.fixed, "base", look, words),
    ...(notes.length > 0 ? [...notes, ""] : []),
  ];
}

/** What it means, whom to ask and what hangs on it, before the list. */
function briefLines(review: Review, look: PrettyLook, words: ReviewWords): readonly string[] {
  const { paint, locale, columns } = look;
  const { sentences, more, asked, nobody, hanging } = briefOf(review, locale);
  const width = Math.min(columns, 100) - 4;
  const told = sentences.flatMap(({ wall, text }) =>
    wrapped(terminalText(text), width).map((line, index) => {
      const sign = wall ? paint.magenta("▮") : paint.yellow("•");
      return index === 0 ? `  ${sign} ${line}` : `    ${line}`;
    }),
  );
  const rest = more > 0 ? [`    ${words.moreMeaning(more)}`] : [];
  const listed = (lists: readonly Listed[]) =>
    lists.flatMap(({ word, names, more: others }) => {
      const all = [...names.map(terminalText), ...(others > 0 ? [`+${others}`] : [])].join(", ");
      const text = `${terminalText(word)}${words.colon} ${all}`;
      return wrapped(text, width).map((line, index) => `${index === 0 ? "  " : "      "}${line}`);
    });
  const block = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? [paint.bold(title), ...lines, ""] : [];
  return [
    ...block(words.meaning.toUpperCase(), [...told, ...rest]),
    ...block(words.ask.toUpperCase(), listed([...asked, ...(nobody ? [nobody] : [])])),
    ...block(words.hangs.toUpperCase(), listed(hanging)),
  ];
}

function sectionLines(section: Section, look: PrettyLook, words: ReviewWords): readonly string[] {
  return [
    look.paint.bold(words.storeys[section.storey]),
    ...section.entries.flatMap((entry) => entryLines(entry, look, words, "  ")),
    ...section.relations.map((relation) => {
      const sign = relation.change === "added" ? "+" : "−";
      const text = `${terminalText(relation.from)} ${relation.type} ${terminalText(relation.to)}`;
      return `  ${signed(look.paint, sign, text)}${wallMark(relation.wall, look, words)}`;
    }),
  ];
}

function entryLines(entry: Entry, look: PrettyLook, words: ReviewWords, indent: string): readonly string[] {
  const { paint } = look;
  const { sign, kind, name, title, change } = entry;
  const named = `${kind} ${paint.bold(terminalText(name))}`;
  const titled = title === undefined ? named : `${named} ${paint.dim(`“${shown(title)}”`)}`;
  const was =
    change.was === undefined
      ? ""
      : ` ${paint.dim(`(${words.was(terminalText(change.was), change.evidence)})`)}`;
  return [
    `${indent}${signed(paint, sign, `${titled}${was}`)}`,
    ...entry.details.map((detail) => `${indent}    ${detailLine(detail, entry, look, words)}`),
    ...entry.members.flatMap((member) => entryLines(member, look, words, `${indent}    `)),
  ];
}

function detailLine(detail: Detail, entry: Entry, look: PrettyLook, words: ReviewWords): string {
  const { paint } = look;
  if (detail.type === "relation") {
    const { relation, sign } = detail;
    const isNews = relation.wall && !entry.wall;
    return `${signed(paint, sign, `${relation.type} ${terminalText(relation.to)}`)}${wallMark(isNews, look, words)}`;
  }
  const { name, before, after } = detail;
  const { sign } = entry;
  if (sign === "+" || sign === "−") {
    const mark = wallMark(detail.wall && !entry.wall, look, words);
    return `${paint.dim(`${name}:`)} ${shown(before ?? after ?? "")}${mark}`;
  }
  const old = before === undefined ? undefined : paint.red(shown(before));
  const now = after === undefined ? undefined : paint.green(shown(after));
  if (old === undefined) return `${paint.green("+")} ${name}: ${now ?? ""}`;
  if (now === undefined) return `${paint.red("−")} ${name}: ${old}`;
  return `${paint.yellow("~")} ${name}: ${old} → ${now}`;
}

function signed(paint: Paint, sign: Sign, text: string): string {
  const color = { "+": paint.green, "−": paint.red, "~": paint.yellow, "→": paint.cyan }[sign];
  return `${color(sign)} ${text}`;
}

function wallMark(isWall: boolean, { paint }: PrettyLook, words: ReviewWords): string {
  return isWall ? ` ${paint.magenta(`▮ ${words.wall}`)}` : "";
}

/** A text of any length on one line. */
function shown(text: string): string {
  return shortened(terminalText(text.replace(/\s+/g, " ")), 160);
}

function guardLines(
  { policy }: Review,
  { paint, locale }: PrettyLook,
  words: ReviewWords,
): readonly string[] {
  if (policy.length === 0) return [];
  const lines = policy.map(({ change, what }) => {
    const color = change === "loosened" ? paint.red : paint.green;
    return `  ${color(words[change])} ${terminalText(what[locale])}`;
  });
  return [paint.bold(words.guard), ...lines, ""];
}

function findingLines(
  findings: readonly Finding[],
  side: "base" | "head",
  look: PrettyLook,
  words: ReviewWords,
): readonly string[] {
  if (findings.length === 0) return [];
  const { paint, locale, columns } = look;
  const lines = findings.flatMap((finding) => {
    const color = { error: paint.red, warning: paint.yellow, info: paint.blue }[finding.severity];
    const severity =
      side === "head" ? color(words.severities[finding.severity]) : words.severities[finding.severity];
    const text = wrapped(terminalText(finding.message[locale]), Math.min(columns, 100) - 6);
    return [
      `  ${severity} ${finding.rule} ${paint.cyan(terminalText(look.spot(finding, side)))}`,
      ...text.map((line) => `      ${side === "head" ? line : paint.dim(line)}`),
    ];
  });
  return [paint.bold(side === "head" ? words.introduced : words.fixed), ...lines, ""];
}
