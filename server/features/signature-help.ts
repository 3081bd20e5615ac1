import type { Locale, Message } from "../../grammar/finding.ts";
import { policyWords, propertyOf, writtenKind, type Kind, type Property } from "../../grammar/schema.ts";
import { Arrow, Name } from "../../grammar/tokens.ts";
import { fileAt } from "../model/edit.ts";
import type { Model } from "../model/model.ts";
import type { Place } from "../model/place.ts";
import { expectation } from "../model/values.ts";
import { ruleNamed } from "../rules/index.ts";
import { isInBrackets } from "./complete-conditions.ts";
import { propertyOfLine } from "./complete-lines.ts";
import { kindAround } from "./complete.ts";
import { cursorAt, type Cursor, type Token } from "./cursor.ts";

/** What may be said here, as one line, and which part of it is being said. */
export interface Signature {
  readonly label: string;
  readonly doc: string;
  readonly parts: readonly SignaturePart[];
  /** Which of the parts the cursor is at; undefined where it is at none. */
  readonly active: number | undefined;
}

export interface SignaturePart {
  /** A stretch of the label. */
  readonly text: string;
  readonly doc: string;
}

/**
 * Feature: What is still missing (signature help)
 *
 * In the block of an element the properties that it does not have yet, those that it cannot do without first; on the line of
 * a flow its two ends; on that of an exception its rule, element, reason and end; in a clause its three parts. Undefined
 * where there is nothing to say.
 */
export function signatureHelp(model: Model, at: Place): Signature | undefined {
  const file = fileAt(model, at.path);
  const cursor = file && cursorAt(file, at);
  if (!cursor) return undefined;
  const { locale } = model.project.settings;
  const [outermost] = cursor.around;
  if (!outermost) return headSignature(cursor, locale);
  if (outermost.head.text === "policy") return policySignature(cursor, locale);
  const kind = kindAround(cursor);
  const property = kind && propertyOfLine(kind, cursor.before);
  if (property?.value.type === "clause") return clauseSignature(property, cursor, locale);
  return kind && blockSignature(kind, cursor, locale);
}

/** `forbid what relation of-what`, each of the outer two a kind and perhaps conditions. */
function clauseSignature({ name, doc }: Property, { before }: Cursor, locale: Locale): Signature {
  const [, ...rest] = before;
  const parts = [
    { text: "what", doc: CLAUSE.what[locale] },
    { text: "relation", doc: CLAUSE.relation[locale] },
    { text: "of-what", doc: CLAUSE.ofWhat[locale] },
  ];
  const said = rest.filter(
    (token, index) => token.tokenType === Name && !isInBrackets(rest.slice(0, index)),
  ).length;
  const active = Math.max(0, isInBrackets(rest) ? said - 1 : Math.min(said, parts.length - 1));
  return { label: `${name} ${parts.map(({ text }) => text).join(" ")}`, parts, active, doc };
}

/** `tool { category; [vendor]; … }`, without what is there already but for what the cursor is at. */
function blockSignature(
  kind: Kind,
  { siblings, before, typed }: Cursor,
  locale: Locale,
): Signature | undefined {
  const said = new Set(siblings.map(({ head }) => head.text));
  const here = propertyOf(kind, before[0]?.image ?? typed);
  const isOpen = (property: Property): boolean => property === here || !said.has(property.name);
  const isNeeded = (property: Property): boolean => kind.required.includes(property);
  const open = kind.properties.filter(isOpen);
  const ordered = [...open.filter(isNeeded), ...open.filter((property) => !isNeeded(property))];
  if (ordered.length === 0) return undefined;
  const parts = ordered.map((property) => ({
    text: isNeeded(property) ? property.name : `[${property.name}]`,
    doc: `${expectation(property.value)[locale]}. ${property.doc}`,
  }));
  const missing = kind.required.filter(({ name }) => !said.has(name)).map(({ name }) => name);
  const active = here ? ordered.indexOf(here) : missing.length > 0 ? 0 : undefined;
  const label = `${kind.name} { ${parts.map(({ text }) => text).join("; ")} }`;
  return { label, parts, active, doc: (missing.length > 0 ? MISSING(missing) : COMPLETE)[locale] };
}

/** `flow from -> to "title" [anonymised]` */
function headSignature({ before }: Cursor, locale: Locale): Signature | undefined {
  const [head, ...rest] = before;
  const kind = head && writtenKind(head.image);
  if (!kind?.ends) return undefined;
  const ends = kind.ends.join(", ");
  const parts = [
    { text: "from", doc: `${FROM[locale]} (${ends})` },
    { text: "to", doc: `${TO[locale]} (${ends})` },
    { text: '"title"', doc: TITLE[locale] },
    ...kind.flags.map(({ name, doc }) => ({ text: `[${name}]`, doc })),
  ];
  const [, , ...more] = parts.map(({ text }) => text);
  const arrows = rest.filter(({ tokenType }) => tokenType === Arrow).length;
  const isEndSaid = arrows > 0 && rest.at(-1)?.tokenType !== Arrow;
  const active = arrows === 0 ? 0 : isEndSaid ? 2 : 1;
  return { label: `${kind.name} from -> to ${more.join(" ")}`, parts, active, doc: kind.doc };
}

/** `allow rule for element because "reason" until date` */
function policySignature({ before }: Cursor, locale: Locale): Signature | undefined {
  const [head, ...rest] = before;
  if (head && head.image !== "allow") return severitySignature(head.image, rest);
  if (!head) return undefined;
  const parts = [
    { text: "rule", doc: WAIVED.rule[locale] },
    { text: "for element", doc: WAIVED.element[locale] },
    { text: 'because "reason"', doc: WAIVED.reason[locale] },
    { text: "until date", doc: WAIVED.end[locale] },
  ];
  const words = rest.map(({ image }) => image);
  const active = words.includes("until")
    ? 3
    : words.includes("because")
      ? 2
      : words.includes("for") || words.length > 0
        ? 1
        : 0;
  const label = `allow ${parts.map(({ text }) => text).join(" ")}`;
  return { label, parts, active, doc: WAIVED.doc[locale] };
}

/** `warning tool-sprawl [limit]`: the rule, and what may be set about it. */
function severitySignature(word: string, [rule, ...rest]: readonly Token[]): Signature | undefined {
  const row = policyWords.find(({ name }) => name === word);
  const known = rule && ruleNamed(rule.image);
  if (!row || !rule || !known || Object.keys(known.parameters).length === 0) return undefined;
  const names = Object.keys(known.parameters);
  const parts = Object.entries(known.parameters).map(([name, { doc }]) => ({ text: `[${name}]`, doc }));
  const last = rest.findLast(({ image }) => names.includes(image))?.image ?? names[0] ?? "";
  const label = `${word} ${rule.image} ${parts.map(({ text }) => text).join(" ")}`;
  return { label, parts, active: names.indexOf(last), doc: row.doc };
}

const MISSING = (names: readonly string[]): Message => ({
  en: `Still missing: ${names.join(", ")}.`,
  fr: `Il manque encore : ${names.join(", ")}.`,
});
const COMPLETE: Message = {
  en: "Nothing that it needs is missing; the rest is up to you.",
  fr: "Rien d'indispensable ne manque ; le reste est à votre choix.",
};
const FROM: Message = { en: "Where it comes from.", fr: "D'où cela vient." };
const TO: Message = { en: "Where it goes.", fr: "Où cela va." };
const TITLE: Message = {
  en: "What to call it in front of people.",
  fr: "Comment le nommer devant les gens.",
};
const CLAUSE = {
  what: {
    en: "The elements that it is about: a kind, and perhaps some of them only, `tool[hosting != FR]`.",
    fr: "Les éléments dont il s'agit : un type, et au besoin une partie seulement, `tool[hosting != FR]`.",
  },
  relation: {
    en: "The property that joins the two, such as `owns`.",
    fr: "La propriété qui relie les deux, comme `owns`.",
  },
  ofWhat: {
    en: "What it leads to: a kind again, and perhaps conditions.",
    fr: "Ce à quoi elle mène : de nouveau un type, et au besoin des conditions.",
  },
} as const satisfies Readonly<Record<string, Message>>;
const WAIVED = {
  doc: {
    en: "An exception that somebody answers for, with a reason and an end.",
    fr: "Une exception dont quelqu'un répond, avec une raison et une fin.",
  },
  rule: { en: "The rule that is not held to.", fr: "La règle à laquelle on déroge." },
  element: { en: "The element that may break it.", fr: "L'élément qui peut y déroger." },
  reason: { en: "Why, for whoever reads it later.", fr: "Pourquoi, pour qui le lira plus tard." },
  end: { en: "The last day on which it holds.", fr: "Le dernier jour où elle vaut." },
} as const satisfies Readonly<Record<string, Message>>;
