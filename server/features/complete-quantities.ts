import { currencies } from "../../grammar/codes.ts";
import type { Locale, Message } from "../../grammar/finding.ts";
import type { Property } from "../../grammar/schema.ts";
import { Numeric } from "../../grammar/tokens.ts";
import type { Model } from "../model/model.ts";
import { item, type Completion } from "./completion.ts";
import type { Token } from "./cursor.ts";
import { mostUsed } from "./complete-words.ts";

/** The currencies of a number that was typed, those of the project first. */
export function moneyFor(model: Model, before: readonly Token[], typed: string): readonly Completion[] {
  const used = mostUsed(model, (value) => (value.type === "money" ? value.unit : undefined));
  const known = [...new Set([...used, ...WORLD])];
  const [amount, more] = before;
  if (amount?.tokenType === Numeric && !more) {
    const all = [...new Set([...known, ...currencies])];
    return all.map((code, rank) => item(code, "word", { rank: Math.min(rank, known.length) }));
  }
  return !amount && /^\d+$/.test(typed)
    ? known.map((code, rank) => item(`${typed} ${code}`, "word", { rank }))
    : [];
}

const WORLD = ["EUR", "USD", "GBP", "CHF"];

/** The units of a number that was typed; where none was, the durations that people say most. */
export function durationsFor(
  locale: Locale,
  { value, name }: Property,
  before: readonly Token[],
  typed: string,
): readonly Completion[] {
  if (before.some(({ tokenType }) => tokenType !== Numeric)) return [];
  const isRhythm = value.type === "duration" && value.unit === undefined;
  const smallest = UNITS.findIndex(({ unit }) => before.at(-1)?.image.replace(/^\d+/, "") === unit);
  const units = UNITS.slice(smallest + 1);
  const number = /^\d+/.exec(typed)?.[0];
  if (number !== undefined) {
    const likeliest = isRhythm ? units.toReversed() : units;
    return likeliest.map(({ unit, words }, rank) =>
      item(number + unit, "word", { detail: words[locale], rank }),
    );
  }
  if (before.length > 0 || typed !== "") return [];
  const said = isRhythm ? RHYTHMS : name === "horizon" ? ["1y", "2y", "3y", "5y", "10y"] : LIFESPANS;
  return said.map((text, rank) => item(text, "word", { rank }));
}

const UNITS: readonly { readonly unit: string; readonly words: Message }[] = [
  { unit: "y", words: { en: "years", fr: "années" } },
  { unit: "mo", words: { en: "months", fr: "mois" } },
  { unit: "w", words: { en: "weeks", fr: "semaines" } },
  { unit: "d", words: { en: "days", fr: "jours" } },
  { unit: "h", words: { en: "hours", fr: "heures" } },
  { unit: "min", words: { en: "minutes", fr: "minutes" } },
];
const RHYTHMS = ["15min", "1h", "1d", "1w", "1mo", "3mo", "1y"];
const LIFESPANS = ["1y", "3y", "5y", "7y", "10y", "15y"];

/** Days that are often meant: today and beginnings for what begins, ends of spans of time for what ends. */
export function datesFor(model: Model, property: string): readonly Completion[] {
  const { today, locale } = model.project.settings;
  const [year = 0, month = 1, day = 1] = today.split("-").map(Number);
  const quarter = month - ((month - 1) % 3);
  const now: Day = { words: { en: "today", fr: "aujourd'hui" }, date: today };
  const days =
    property === "since"
      ? [now, ...beginnings(year, month, quarter)]
      : [...ends(year, month, day, quarter), now];
  const once = days.filter((one, index) => days.findIndex(({ date }) => date === one.date) === index);
  return once.map(({ words, date }, rank) => item(date, "word", { detail: words[locale], rank }));
}

interface Day {
  readonly words: Message;
  readonly date: string;
}

function beginnings(year: number, month: number, quarter: number): readonly Day[] {
  return [
    { words: { en: "this month", fr: "ce mois-ci" }, date: iso(year, month, 1) },
    { words: { en: "this quarter", fr: "ce trimestre" }, date: iso(year, quarter, 1) },
    { words: { en: "this year", fr: "cette année" }, date: iso(year, 1, 1) },
  ];
}

function ends(year: number, month: number, day: number, quarter: number): readonly Day[] {
  return [
    { words: { en: "in three months", fr: "dans trois mois" }, date: after(year, month + 3, day) },
    { words: { en: "end of the quarter", fr: "fin du trimestre" }, date: iso(year, quarter + 3, 0) },
    { words: { en: "end of the year", fr: "fin de l'année" }, date: iso(year, 12, 31) },
    { words: { en: "in a year", fr: "dans un an" }, date: after(year + 1, month, day) },
    { words: { en: "end of the month", fr: "fin du mois" }, date: iso(year, month + 1, 0) },
  ];
}

/** The same day of another month, or its last one where it is shorter. */
function after(year: number, month: number, day: number): string {
  const last = iso(year, month + 1, 0);
  const same = iso(year, month, day);
  return same < last ? same : last;
}

/** A day of a month from 1; months and days beyond roll over, day 0 is the last of the month before. */
function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
