import type { Finding, Locale } from "../../grammar/finding.ts";
import { briefOf, type Listed } from "./brief.ts";
import type { Changes, ElementChange, RelationChange } from "./changes.ts";
import type { ProjectReview, Review } from "./reviewed.ts";
import { markdownCode as code, markdownText as text } from "./markdown-text.ts";
import { mermaidOf, MERMAID_ROOM } from "./mermaid.ts";
import { pictureOf } from "./picture.ts";
import { outlineOf, SIGNS, type Detail, type Entry, type Section } from "./outline.ts";
import { isEmpty, totalOf } from "./review.ts";
import { reviewWords, type ReviewWords } from "./words.ts";

export interface MarkdownLook {
  readonly locale: Locale;
  readonly base: string;
  readonly head: string;
  /** How a finding is placed in its file: `how.bizarch:12:8`. */
  readonly spot: (finding: Finding, side: "base" | "head") => string;
}

/** GitHub refuses a comment over 65,536 characters whole; parts are cut well before. */
const BUDGET = 60_000;

/** Reviews as a comment on a pull request: counts, walls first, new findings, a picture, details folded. */
export function markdownReview(reviews: readonly ProjectReview[], look: MarkdownLook): string {
  const words = reviewWords[look.locale];
  const route = `${code(look.base)} → ${code(look.head)}`;
  const changed = reviews.filter(({ review }) => !isEmpty(review));
  if (changed.length === 0) return `### ${words.nothing}\n\n${route}\n`;
  const loosened = changed
    .flatMap(({ review }) => review.policy)
    .filter(({ change }) => change === "loosened");
  const head = [`### ${words.headline(totalOf(reviews), loosened.length)}`, route];
  const told = changed.slice(0, MOST_PROJECTS);
  const parts = told.flatMap(({ project, review }) => {
    const title = reviews.length > 1 ? [`#### ${code(project)}`] : [];
    return [...title, ...reviewParts(review, look, words, BUDGET / told.length)];
  });
  const rest = changed.slice(told.length);
  const more = rest.length > 0 ? [words.more(rest.length)] : [];
  return `${[...head, ...parts, ...more].join("\n\n")}\n`;
}

const MOST_PROJECTS = 12;

function reviewParts(
  review: Review,
  look: MarkdownLook,
  words: ReviewWords,
  budget: number,
): readonly string[] {
  const { changes, policy, findings, unread } = review;
  const sections = outlineOf(changes);
  const isWalls = ({ storey }: Section) => storey === "why" || storey === "what";
  const walls = [
    ...sections.filter(isWalls).flatMap((section) => rows(section, words)),
    ...ownedRows(changes, words),
  ];
  const partitions = sections
    .filter(({ storey }) => storey === "how")
    .flatMap((section) => rows(section, words));
  const meta = sections.filter(({ storey }) => storey === "meta").flatMap((section) => rows(section, words));
  const guard = policy.map(
    ({ change, what }) => `- **${words[change]}**${words.colon} ${text(what[look.locale], 300)}`,
  );
  const introduced = findings.introduced.map((finding) => findingLine(finding, "head", look, words));
  const fixed = findings.fixed.map((finding) => findingLine(finding, "base", look, words));
  const sides = (["base", "head"] as const).filter((side) => unread[side] > 0);
  const notes = sides.map((side) => `> ${text(words.unread(look[side], unread[side]), 300)}`);
  const picture = mermaidOf(review, words);
  const left = pictureOf(review, MERMAID_ROOM).left;
  // A picture that leaves out most of what changed answers nothing.
  const hasPicture = picture !== undefined && picture.length < budget * 0.3 && left < MERMAID_ROOM.shapes;
  const more = left > 0 ? ` · ${words.notDrawn(left)}` : "";
  return [
    ...notes,
    ...briefParts(review, look, words, budget),
    ...titled(words.walls, table(walls, words, budget * 0.2)),
    ...titled(words.guardTitle, list(guard, words, budget * 0.08)),
    ...titled(words.newFindings, list(introduced, words, budget * 0.15)),
    ...(hasPicture ? [`**${words.picture}**${more}`, `\`\`\`mermaid\n${picture}\n\`\`\``] : []),
    ...folded(words.partitions, partitions.length, table(partitions, words, budget * 0.12)),
    ...folded(words.meta, meta.length, table(meta, words, budget * 0.05)),
    ...folded(words.fixedFindings, fixed.length, list(fixed, words, budget * 0.06)),
    ...(findings.unchanged > 0 ? [words.unchanged(findings.unchanged)] : []),
  ];
}

/** What it means in sentences, whom to ask, and what hangs on it: a line each for the last two. */
function briefParts(
  review: Review,
  { locale }: MarkdownLook,
  words: ReviewWords,
  budget: number,
): readonly string[] {
  const { sentences, more, asked, nobody, hanging } = briefOf(review, locale);
  const told = sentences.map(({ wall, text: sentence }) => `- ${wall ? "**▮** " : ""}${text(sentence, 500)}`);
  const rest = more > 0 ? [`- ${words.moreMeaning(more)}`] : [];
  const team = ({ word, ...names }: Listed) => `${text(word, 80)} (${namesIn(names)})`;
  const named = ({ word, ...names }: Listed) => `${text(word, 80)} ${namesIn(names)}`;
  const line = (title: string, parts: readonly string[]) =>
    parts.length > 0 ? [`**${title}**${words.colon} ${parts.join(" · ")}`] : [];
  return [
    ...titled(words.meaning, list([...told, ...rest], words, budget * 0.1)),
    ...line(words.ask, [...asked.map(team), ...(nobody ? [named(nobody)] : [])]),
    ...line(words.hangs, hanging.map(named)),
  ];
}

function namesIn({ names, more }: Omit<Listed, "word">): string {
  return [...names.map((name) => code(name, 80)), ...(more > 0 ? [`+${more}`] : [])].join(", ");
}

/** A row for each element, and one for each relation that is told of alone. */
function rows(section: Section, words: ReviewWords): readonly string[] {
  return [
    ...section.entries.flatMap((entry) => entryRows(entry, words)),
    ...section.relations.map((relation) => relationRow(relation, words)),
  ];
}

function entryRows(entry: Entry, words: ReviewWords): readonly string[] {
  const { sign, kind, name, title, change } = entry;
  const titled = title === undefined ? "" : ` ${text(title, 80)}`;
  const was = change.was === undefined ? "" : ` (${text(words.was(change.was, change.evidence), 120)})`;
  const cells = [
    `**${sign}** ${words[change.change]}`,
    `${kind} ${code(name)}${titled}${was}`,
    detailsCell(entry, words),
  ];
  const own = entry.members.filter((member) => !isPart(entry, member));
  return [`| ${cells.join(" | ")} |`, ...own.flatMap((member) => entryRows(member, words))];
}

/** Of what came or went whole, attributes are told in its own row. */
function isPart({ sign }: Entry, member: Entry): boolean {
  return member.kind === "attribute" && (sign === "+" || sign === "−") && member.sign === sign;
}

/** The walls that stand in the how: who is the system of record of what. */
function ownedRows({ relations }: Changes, words: ReviewWords): readonly string[] {
  const owned = relations.filter(({ wall, storey }) => wall && storey === "how");
  return owned.map((relation) => relationRow(relation, words));
}

function relationRow({ change, from, type, to }: RelationChange, words: ReviewWords): string {
  return `| **${SIGNS[change]}** ${words[change]} | ${code(from)} ${type} ${code(to)} | |`;
}

const MOST_DETAILS = 8;

function detailsCell(entry: Entry, words: ReviewWords): string {
  const { sign, details, members } = entry;
  const lines = details.slice(0, MOST_DETAILS).map((detail) => detailText(detail, sign));
  const rest = details.length - lines.length;
  const parts = members.filter((member) => isPart(entry, member)).map(({ change }) => nameOfPart(change));
  const told = parts.length > 0 ? [`${words.attributes} ${code(parts.join(", "), 160)}`] : [];
  return [...lines, ...(rest > 0 ? [`… +${rest}`] : []), ...told].join("<br>");
}

function nameOfPart({ before, after, id }: ElementChange): string {
  return (after ?? before)?.id ?? id;
}

function detailText(detail: Detail, sign: Entry["sign"]): string {
  if (detail.type === "relation")
    return `**${detail.sign}** ${detail.relation.type} ${code(detail.relation.to)}`;
  const { name, before, after } = detail;
  if (sign === "+" || sign === "−") return `${text(name)} ${code(before ?? after ?? "", 80)}`;
  if (before === undefined) return `**+** ${text(name)} ${code(after ?? "", 80)}`;
  if (after === undefined) return `**−** ${text(name)} ${code(before, 80)}`;
  return `${text(name)} ${code(before, 80)} → ${code(after, 80)}`;
}

function findingLine(
  finding: Finding,
  side: "base" | "head",
  look: MarkdownLook,
  words: ReviewWords,
): string {
  const severity = words.severities[finding.severity];
  const where = code(look.spot(finding, side), 200);
  return `- **${severity}** ${code(finding.rule)} ${where}${words.colon} ${text(finding.message[look.locale], 500)}`;
}

function table(lines: readonly string[], words: ReviewWords, budget: number): readonly string[] {
  if (lines.length === 0) return [];
  const { kept, rest } = fitting(lines, budget);
  const head = [`| ${words.columns.join(" | ")} |`, "| --- | --- | --- |"];
  return [[...head, ...kept].join("\n"), ...(rest > 0 ? [words.more(rest)] : [])];
}

function list(lines: readonly string[], words: ReviewWords, budget: number): readonly string[] {
  if (lines.length === 0) return [];
  const { kept, rest } = fitting(lines, budget);
  return [kept.join("\n"), ...(rest > 0 ? [words.more(rest)] : [])];
}

/** The first lines that fit, and how many do not. */
function fitting(lines: readonly string[], budget: number) {
  let size = 0;
  const kept = lines.filter((line) => (size += line.length + 1) <= budget);
  return { kept, rest: lines.length - kept.length };
}

function titled(title: string, parts: readonly string[]): readonly string[] {
  return parts.length === 0 ? [] : [`**${title}**`, ...parts];
}

function folded(title: string, count: number, parts: readonly string[]): readonly string[] {
  if (count === 0) return [];
  return [`<details><summary>${title} (${count})</summary>`, ...parts, "</details>"];
}
