import { countries, currencies } from "../../grammar/codes.ts";
import { fold, meantBy, nearest } from "../../grammar/near.ts";
import { dayNumber } from "../../grammar/quantity.ts";
import type { ValueType } from "../../grammar/schema.ts";
import { writeString } from "../../grammar/strings.ts";

/**
 * How the language writes what somebody wrote in another way: `30/06/2027`, `10 ans`, `120k€`, `France`. Undefined
 * where it is not plain what was meant: a wrong guess is worse than none.
 */
export function nearValue(type: ValueType, written: string): string | undefined {
  if (written.length > LONGEST) return undefined;
  const text = unquoted(written);
  switch (type.type) {
    case "choice":
      return meantBy(text, type.words);
    case "country":
      return nearCountry(text);
    case "duration":
      return nearDuration(text, type.unit);
    case "date":
      return nearDate(text);
    case "money":
      return nearMoney(text);
    case "url":
      return nearAddress(text);
    case "string":
      return text === written ? writeString(text) : undefined;
    case "number":
      return /^\d+$/.test(text) ? text : undefined;
    case "ref":
    case "word":
      return text !== written && IDENTIFIER.test(text) ? text : undefined;
    default:
      return undefined;
  }
}

/** Nobody writes a longer value by mistake for a short one. */
const LONGEST = 200;

const IDENTIFIER = /^[\p{L}_][\p{L}\p{M}\p{N}_]*(?:[-.][\p{L}\p{N}_]+)*$/u;

/** What is in quotes, without them. */
function unquoted(text: string): string {
  return /^"([^"\\]*)"$/.exec(text)?.[1] ?? text;
}

/** A country by its name in English or French, or by what else people call it. */
function nearCountry(text: string): string | undefined {
  const upper = text.toUpperCase();
  const plain = spaceless(fold(text)).replaceAll(/[^\p{L}]/gu, "");
  return OTHER_COUNTRIES[plain] ?? (countries.has(upper) ? upper : countryNames().get(plain));
}

const OTHER_COUNTRIES: Readonly<Record<string, string>> = {
  uk: "GB",
  england: "GB",
  angleterre: "GB",
  greatbritain: "GB",
  grandebretagne: "GB",
  usa: "US",
  etatsunis: "US",
  america: "US",
  europe: "EU",
  ue: "EU",
  holland: "NL",
  hollande: "NL",
};

let names: ReadonlyMap<string, string> | undefined;

/** The codes by their names, made when somebody first writes a name. */
function countryNames(): ReadonlyMap<string, string> {
  names ??= new Map(
    ["en", "fr"].flatMap((language) => {
      const display = new Intl.DisplayNames([language], { type: "region" });
      return [...countries].map((code) => {
        const name = spaceless(fold(display.of(code) ?? code)).replaceAll(/[^\p{L}]/gu, "");
        return [name, code] as const;
      });
    }),
  );
  return names;
}

function spaceless(text: string): string {
  return text.replaceAll(/\s+/g, "");
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/^(y|yr|yrs|years?|a|ans?|annees?)$/, "y"],
  [/^(mo|mos|m|months?|mois)$/, "mo"],
  [/^(w|wk|wks|weeks?|s|sem|semaines?)$/, "w"],
  [/^(d|days?|j|jours?)$/, "d"],
  [/^(h|hr|hrs|hours?|heures?)$/, "h"],
  [/^(min|mins|mn|minutes?)$/, "min"],
];

const RHYTHMS: readonly (readonly [RegExp, string])[] = [
  [/^(hourly|heure|hour|horaire)$/, "1h"],
  [/^(daily|day|night|nightly|jour|jours|quotidien|quotidienne|journalier|nuit)$/, "1d"],
  [/^(weekly|week|semaine|hebdo|hebdomadaire)$/, "1w"],
  [/^(monthly|month|mois|mensuel|mensuelle)$/, "1mo"],
  [/^(quarterly|quarter|trimestre|trimestriel|trimestrielle)$/, "3mo"],
  [/^(yearly|annually|year|an|annee|annuel|annuelle)$/, "1y"],
];

/** People write `7years`, `3 months`, `2 ans`, `1y6mo`, `daily`. */
function nearDuration(text: string, unit: string | undefined): string | undefined {
  const plain = fold(text);
  const rhythm = RHYTHMS.find(([pattern]) => pattern.test(plain));
  if (rhythm) return rhythm[1];
  if (/^\d+$/.test(plain)) return unit && plain + unit;
  if (!/^(\d+\s*\p{L}+\.?\s*)+$/u.test(plain)) return undefined;
  const parts = [...plain.matchAll(/(\d+)\s*(\p{L}+)/gu)].map(([, count = "", word = ""]) => {
    const known = UNITS.find(([pattern]) => pattern.test(word));
    return known && `${count}${known[1]}`;
  });
  return parts.includes(undefined) ? undefined : parts.join(" ");
}

const MONTHS: readonly RegExp[] = [
  /^jan/,
  /^(feb|fev)/,
  /^mar/,
  /^(apr|avr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou)/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^dec/,
];

/** `30/06/2027`, `2027-6-3`, `2027/06/30`, `30 juin 2027`; not `06/07/2027`, which is two days in two countries. */
function nearDate(text: string): string | undefined {
  const plain = fold(text).trim();
  const yearFirst =
    /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(plain) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(plain);
  if (yearFirst) return dateOf(yearFirst[1], Number(yearFirst[2]), yearFirst[3]);
  const named = /^(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}{3,9})\.? (\d{4})$/u.exec(plain);
  if (named) return dateOf(named[3], monthNamed(named[2] ?? ""), named[1]);
  const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(plain);
  if (!yearLast) return /^\d{4}-\d{2}-\d{2}$/.test(plain) ? dateOf(...parts(plain)) : undefined;
  const [, first, second, year] = yearLast;
  const french = dateOf(year, Number(second), first);
  const american = dateOf(year, Number(first), second);
  return french && american && french !== american ? undefined : (french ?? american);
}

function parts(text: string): readonly [string | undefined, number, string | undefined] {
  const [year, month, day] = text.split("-");
  return [year, Number(month), day];
}

function monthNamed(word: string): number {
  return MONTHS.findIndex((pattern) => pattern.test(word)) + 1;
}

function dateOf(year: string | undefined, month: number, day: string | undefined): string | undefined {
  if (!year || !day) return undefined;
  const text = `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return dayNumber(text) === undefined ? undefined : text;
}

const CURRENCIES: Readonly<Record<string, string>> = {
  "€": "EUR",
  euro: "EUR",
  euros: "EUR",
  $: "USD",
  dollar: "USD",
  dollars: "USD",
  "£": "GBP",
  pound: "GBP",
  pounds: "GBP",
};
const SCALES: Readonly<Record<string, number>> = { "": 1, k: 1000, m: 1_000_000 };
const GROUPED = /^\d{1,3}(?:[ ,.'\u00a0\u202f]\d{3})+$/;

/** `120k€`, `€120 000`, `EUR 120,000`, `120000 euros`. */
function nearMoney(text: string): string | undefined {
  const match = /^([^\d\s]*)\s*(\d[\d ,.'\u00a0\u202f]*?)\s*([kKmM]?)\s*([^\d\s]*)$/.exec(text.trim());
  if (!match) return undefined;
  const [, before = "", digits = "", scale = "", behind = ""] = match;
  const amount = amountOf(digits, SCALES[scale.toLowerCase()] ?? 1);
  if (amount === undefined || (before !== "" && behind !== "")) return undefined;
  const currency = currencyOf(before || behind);
  return currency && `${amount} ${currency}`;
}

function amountOf(digits: string, scale: number): string | undefined {
  const isGrouped = GROUPED.test(digits);
  const plain = isGrouped ? digits.replaceAll(/\D/g, "") : digits.replace(",", ".");
  if (!/^\d+(\.\d+)?$/.test(plain)) return undefined;
  return scale === 1 ? plain : String(Math.round(Number(plain) * scale));
}

function currencyOf(word: string): string | undefined {
  if (word === "") return "EUR";
  const upper = word.toUpperCase();
  return CURRENCIES[word.toLowerCase()] ?? (currencies.has(upper) ? upper : nearest(word, currencies));
}

/** `www.example.org/pim`, and an address without its quotes. */
function nearAddress(text: string): string | undefined {
  if (/^https?:\/\/[^\s"\\]+$/.test(text)) return `"${text}"`;
  return /^[\p{L}\d-]+(\.[\p{L}\d-]+)*\.\p{L}{2,}(\/[^\s"\\]*)?$/u.test(text)
    ? `"https://${text}"`
    : undefined;
}
