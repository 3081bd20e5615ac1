import type { Finding, Locale, Message } from "../../grammar/finding.ts";
import type { Element, Model, Relation } from "../model/model.ts";
import { edgesOf, elementOf, incoming, outgoing, targets, wordOf, wordsOf } from "../model/query.ts";
import { verdictOf } from "../rules/check.ts";
import { docsUrl } from "../rules/docs.ts";
import { edgeWords, hoverWords, labelled, relationWords, severityWord, storeyWord } from "./hover-words.ts";
import { code, described, plain } from "./markdown.ts";
import { missionPath } from "./mission-path.ts";

/** More names than these nobody reads in a hover. */
const MOST = 6;

/** What an element is, what it is there for, who has to do with it and what is wrong with it, in Markdown. */
export function elementCard(model: Model, element: Element): string {
  const { locale } = model.project.settings;
  const { description } = element;
  const facts = [
    missionLine(model, element, locale),
    ...endLines(element, locale),
    ...outgoingLines(model, element, locale),
    ...edgeLines(model, element, locale),
    ...incomingLines(model, element, locale),
  ];
  const parts = [
    heading(element, locale),
    facts
      .filter((line) => line !== undefined)
      .map((line) => `- ${line}`)
      .join("\n"),
    findingLines(model, element, locale),
    description === undefined || description.trim() === "" ? "" : `---\n\n${described(description)}`,
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function heading(element: Element, locale: Locale): string {
  const { kind, name, title, flags } = element;
  const shown = title === undefined || title === "" ? "" : `**${plain(title)}** `;
  const said = ["category", "status", "type"].map((property) => wordOf(element, property));
  const aspects = kind.name === "attribute" ? wordsOf(element, "for").map((aspect) => `for ${aspect}`) : [];
  const sort = [kind.name, ...said, ...flags, ...aspects];
  const words = sort.filter((word) => word !== undefined).map(plain);
  return `${shown}${code(name)}  \n${words.join(" · ")} (${storeyWord(kind.storey, locale)})`;
}

function missionLine(model: Model, element: Element, locale: Locale): string | undefined {
  const path = missionPath(model, element);
  if (!path) return undefined;
  if (path.length === 0) return hoverWords.noMission[locale];
  const steps = path.slice(1).map(({ name }) => code(name));
  return labelled(hoverWords.mission, steps.join(" → "), locale);
}

function endLines({ ends }: Element, locale: Locale): readonly string[] {
  if (!ends) return [];
  return [line(edgeWords.from, [ends.from], locale), line(edgeWords.to, [ends.to], locale)];
}

/** What it names, a line for each property; who answers for an entity is its domain's affair unless it says so. */
function outgoingLines(model: Model, element: Element, locale: Locale): readonly string[] {
  const lines = linesOf(outgoing(model, element), "from", locale);
  const { parent } = element;
  const inherited =
    element.kind.name === "entity" && parent && targets(model, element, "accountable").length === 0;
  const teams = inherited ? targets(model, parent, "accountable") : [];
  const accountable = relationWords["accountable"];
  return accountable && teams.length > 0 ? [...lines, line(accountable.from, teams, locale)] : lines;
}

/** Who names it. What is said of a domain is said of its entities, and the other way round. */
function incomingLines(model: Model, element: Element, locale: Locale): readonly string[] {
  const { kind, parent, members } = element;
  const holders = (other: Element): readonly Relation[] =>
    incoming(model, other).filter(({ type }) => HELD.has(type));
  const shared = kind.name === "domain" ? members.flatMap(holders) : [];
  const whole = kind.name === "entity" && parent ? holders(parent) : [];
  return linesOf([...incoming(model, element), ...shared, ...whole], "to", locale);
}

const HELD: ReadonlySet<string> = new Set(["owns", "writes", "reads", "carries"]);

function linesOf(relations: readonly Relation[], side: "from" | "to", locale: Locale): readonly string[] {
  const groups = new Map<string, { readonly words: Message; readonly names: Set<Element> }>();
  for (const { type, from, to } of relations) {
    const words = relationWords[type]?.[side];
    if (!words) continue;
    const group = groups.get(words.en) ?? { words, names: new Set() };
    groups.set(words.en, group);
    group.names.add(side === "from" ? to : from);
  }
  const order = Object.values(relationWords).map((row) => row[side]);
  const ordered = [...groups.values()].toSorted((a, b) => order.indexOf(a.words) - order.indexOf(b.words));
  return ordered.map(({ words, names }) => line(words, [...names], locale));
}

/** The other ends of its flows and of the values that it gives and is given. */
function edgeLines(model: Model, element: Element, locale: Locale): readonly string[] {
  const lineOf = (words: Message, kind: "flow" | "value", side: "from" | "to"): readonly string[] => {
    const other = side === "from" ? "to" : "from";
    const ends = edgesOf(model, kind).flatMap(({ ends }) => (ends[side] === element ? [ends[other]] : []));
    return ends.length > 0 ? [line(words, [...new Set(ends)], locale)] : [];
  };
  return [
    ...lineOf(edgeWords.sends, "flow", "from"),
    ...lineOf(edgeWords.receives, "flow", "to"),
    ...lineOf(edgeWords.gives, "value", "from"),
    ...lineOf(edgeWords.isGiven, "value", "to"),
  ];
}

function line(words: Message, elements: readonly Element[], locale: Locale): string {
  const names = elements.slice(0, MOST).map(({ name }) => code(name));
  const rest = elements.length - names.length;
  const more = rest > 0 ? [`… ${hoverWords.more(rest)[locale]}`] : [];
  return labelled(words, [...names, ...more].join(", "), locale);
}

function findingLines(model: Model, element: Element, locale: Locale): string {
  const { findings } = verdictOf(model.project);
  const own = findings.filter((finding) => elementOf(model, finding) === element);
  if (own.length === 0) return "";
  const lines = own.slice(0, MOST).map((finding) => `- ${findingLine(finding, locale)}`);
  const rest = own.length - lines.length;
  return [
    labelled(hoverWords.findings, "", locale).trimEnd(),
    "",
    ...lines,
    ...(rest > 0 ? [`- … ${hoverWords.more(rest)[locale]}`] : []),
  ].join("\n");
}

function findingLine({ rule, severity, message }: Finding, locale: Locale): string {
  const url = docsUrl(rule);
  const name = url === undefined ? plain(rule) : `[${plain(rule)}](${url})`;
  return `**${severityWord(severity, locale)}** ${plain(message[locale])} (${name})`;
}
