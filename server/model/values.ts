import { countries, currencies } from "../../grammar/codes.ts";
import type { Message } from "../../grammar/finding.ts";
import type { ValueType } from "../../grammar/schema.ts";
import type { Value } from "../../grammar/tree.ts";
import { nearValue } from "./near-value.ts";

/** Why a value does not fit: what was expected, and the near word that was probably meant. */
export interface Misfit {
  readonly expected: Message;
  readonly suggestion: string | undefined;
}

/** Whether a value is of a type; undefined where it fits. */
export function misfit(type: ValueType, value: Value): Misfit | undefined {
  if (fits(type, value)) return undefined;
  return { expected: expectation(type), suggestion: nearValue(type, value.text) };
}

function fits(type: ValueType, value: Value): boolean {
  switch (type.type) {
    case "ref":
      return (
        value.type === "name" || (value.type === "path" && value.names.length === 2 && takesEdges(type.kinds))
      );
    case "choice":
      return value.type === "name" && type.words.includes(value.text);
    case "word":
      return value.type === "name" && !value.text.includes(".");
    case "attribute-type":
      return value.type === "name";
    case "string":
      return value.type === "string";
    case "url":
      return value.type === "string" && isWebAddress(value.value);
    case "money":
      return value.type === "money" && currencies.has(value.unit ?? "");
    case "country":
      return value.type === "name" && countries.has(value.text);
    case "number":
    case "duration":
    case "date":
      return value.type === type.type;
    case "selector":
      return value.type === "selector" || value.type === "name";
    case "clause":
    case "any":
      return value.type !== "invalid";
  }
}

function takesEdges(kinds: readonly string[]): boolean {
  return kinds.includes("flow") || kinds.includes("value");
}

/** Only what a browser may be sent to: a link stands in places where a person clicks on it. */
export function isWebAddress(text: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/.test(text) && URL.canParse(text);
}

/** What a type of value looks like, in words. */
export function expectation(type: ValueType): Message {
  switch (type.type) {
    case "ref":
      return {
        en: `the name of an element (${type.kinds.length > 6 ? "of what or how" : type.kinds.join(", ")})`,
        fr: `le nom d'un élément (${type.kinds.length > 6 ? "du quoi ou du comment" : type.kinds.join(", ")})`,
      };
    case "choice": {
      const more = type.words.length > 12 ? type.words.length - 8 : 0;
      const words = type.words.slice(0, more > 0 ? 8 : undefined).join(", ");
      return {
        en: `one of ${words}${more > 0 ? ` and ${String(more)} more` : ""}`,
        fr: `l'un de ces mots : ${words}${more > 0 ? ` (et ${String(more)} autres)` : ""}`,
      };
    }
    default:
      return EXPECTED[type.type];
  }
}

const EXPECTED: Readonly<Record<Exclude<ValueType["type"], "ref" | "choice">, Message>> = {
  word: { en: "a word", fr: "un mot" },
  "attribute-type": { en: "a type such as text, or an entity", fr: "un type comme text, ou une entité" },
  string: { en: 'a text between quotes ("…")', fr: 'un texte entre guillemets ("…")' },
  url: { en: 'a web address ("https://…")', fr: 'une adresse web ("https://…")' },
  money: { en: "an amount with its currency (120000 EUR)", fr: "un montant et sa devise (120000 EUR)" },
  country: { en: "a country of two letters (FR, DE)", fr: "un pays en deux lettres (FR, DE)" },
  number: { en: "a number (3)", fr: "un nombre (3)" },
  duration: {
    en: "a duration (10y, 6mo, 2w, 3d, 4h, 15min)",
    fr: "une durée (10y, 6mo, 2w, 3d, 4h, 15min)",
  },
  date: { en: "a date of the calendar (2027-06-30)", fr: "une date du calendrier (2027-06-30)" },
  selector: {
    en: "a kind, or some of a kind (tool[status = legacy])",
    fr: "un type, ou une partie (tool[status = legacy])",
  },
  clause: { en: "a clause", fr: "une clause" },
  any: { en: "a value", fr: "une valeur" },
};
