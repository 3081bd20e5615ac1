import type { Locale, Message } from "../../grammar/finding.ts";
import { familyOf } from "../../grammar/categories.ts";
import { policyWords, type Flag, type Kind, type Property } from "../../grammar/schema.ts";
import { expectation } from "../model/values.ts";
import { docsUrl } from "../rules/docs.ts";
import { ruleNamed } from "../rules/index.ts";
import { languageRules } from "../rules/language/index.ts";
import { hoverWords, labelled, storeyWord } from "./hover-words.ts";
import { code, plain } from "./markdown.ts";

/** What the schema says about a word, in Markdown. Its own texts are ours, and so they need no escaping. */

export function kindCard(kind: Kind, locale: Locale): string {
  const { name, storey, doc, flags, properties } = kind;
  const isNeeded = ({ count }: Property): boolean => count === "one" || count === "some";
  const facts = [
    list(hoverWords.flags, flags, locale),
    list(hoverWords.needs, properties.filter(isNeeded), locale),
    list(
      hoverWords.takes,
      properties.filter((property) => !isNeeded(property)),
      locale,
    ),
  ];
  return [`**${name}** (${storeyWord(storey, locale)})`, doc, facts.filter((line) => line !== "").join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}

function list(label: Message, rows: readonly { readonly name: string }[], locale: Locale): string {
  const names = rows.map(({ name }) => code(name)).join(", ");
  return rows.length === 0 ? "" : `- ${labelled(label, names, locale)}`;
}

export function propertyCard({ name, doc, value }: Property, kind: Kind, locale: Locale): string {
  return `**${plain(name)}** (${kind.name}): ${expectation(value)[locale]}\n\n${doc}`;
}

export function flagCard({ name, doc }: Flag, kind: Kind): string {
  return `**${name}** (${kind.name})\n\n${doc}`;
}

/** A word that a property says, among those that it might have said. */
export function wordCard(word: string, { name, doc, value }: Property, locale: Locale): string {
  const family = name === "category" ? familyOf(word) : undefined;
  const facts = [
    family === undefined ? "" : `- ${labelled(hoverWords.family, family, locale)}`,
    value.type === "choice" && value.words.length <= 12
      ? `- ${labelled(hoverWords.oneOf, value.words.map(code).join(", "), locale)}`
      : "",
  ];
  const list = facts.filter((fact) => fact !== "").join("\n");
  return [`**${plain(word)}** (${plain(name)})`, doc, list].filter((part) => part !== "").join("\n\n");
}

export function policyWordCard(word: string): string {
  return `**${plain(word)}**\n\n${policyWords.find(({ name }) => name === word)?.doc ?? ""}`;
}

/** A rule by its page: the first paragraph says why it is there. Undefined for a word that is no rule of ours. */
export function ruleCard(name: string, locale: Locale): string | undefined {
  const page = (ruleNamed(name) ?? languageRules.find((rule) => rule.name === name))?.page;
  const url = docsUrl(name);
  if (page === undefined || url === undefined) return undefined;
  return `**${name}**\n\n${summaryOf(page)}\n\n[${hoverWords.page[locale]}](${url})`;
}

/** The first paragraph of a rule's page. */
export function summaryOf(page: string): string {
  return page.split(/\r?\n\r?\n/)[1]?.trim() ?? "";
}
