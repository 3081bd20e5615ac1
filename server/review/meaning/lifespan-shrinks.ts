import { grouped } from "../../../grammar/grouped.ts";
import type { Locale } from "../../../grammar/finding.ts";
import { kinds } from "../../../grammar/schema.ts";
import type { Element } from "../../model/model.ts";
import { amountOf } from "../../model/query.ts";
import { pairsOf, type Tell, type Telling } from "./telling.ts";
import { listed, namesOf, timeOf } from "./words.ts";

/**
 * Something is meant to stand for less long than it was, or nobody says any more for how long: every property of the
 * schema that says so. The same time in other units is no change, and neither is a rhythm (`every`). A time that is said
 * where none was is a promise more, and shrinks nothing.
 */
export const lifespanShrinks: Tell = (states) =>
  lasting.flatMap(({ kind, property }) => {
    const shrunk = pairsOf(states, kind.name).filter(
      ({ before, after }) => after.kind === kind && isLess(before, after, property),
    );
    const alike = grouped(
      shrunk,
      ({ before, after }) => `${textOf(before, property)} ${textOf(after, property)}`,
    );
    return [...alike.values()].map((some) => telling(some, property));
  });

/** The properties whose values are times on the calendar of years. */
const lasting = kinds.flatMap((kind) =>
  kind.properties
    .filter(({ value }) => value.type === "duration" && value.unit === "y")
    .map(({ name }) => ({ kind, property: name })),
);

function isLess(before: Element, after: Element, property: string): boolean {
  const old = amountOf(before, property);
  const now = amountOf(after, property);
  if (old === undefined) return false;
  if (now === undefined) return !after.declaration.properties.has(property);
  return now < old * (TWELVE_MONTHS / YEAR);
}

/** Twelve months are a year to everybody, though by the days that the language counts there are five missing. */
const TWELVE_MONTHS = 12 * 30;
const YEAR = 365;

function textOf(element: Element, property: string): string {
  return timeOf(element, property, "en");
}

type Pairs = ReturnType<typeof pairsOf>;

function telling(pairs: Pairs, property: string): Telling {
  const [first] = pairs;
  const names = namesOf(pairs.map(({ after }) => after));
  const storey = first?.after.kind.storey;
  const time = (side: "before" | "after", locale: Locale) =>
    first ? timeOf(first[side], property, locale) : "";
  return {
    about: "lifespan-shrinks",
    wall: storey === "why" || storey === "what",
    elements: names,
    message: {
      en: `The ${property} of ${listed(names, "en")} ${english(time("before", "en"), time("after", "en"))}.`,
      fr: `${FRENCH[property] ?? `« ${property} »`} de ${listed(names, "fr")} ${french(time("before", "fr"), time("after", "fr"))}.`,
    },
  };
}

/** A time is empty where none is said. */
function english(before: string, after: string): string {
  return after === "" ? `was ${before} and is not stated any more` : `shrinks from ${before} to ${after}`;
}

function french(before: string, after: string): string {
  return after === "" ? `était de ${before} ; plus rien n'est indiqué` : `passe de ${before} à ${after}`;
}

const FRENCH: Readonly<Record<string, string>> = { lifespan: "La durée de vie", horizon: "L'horizon" };
