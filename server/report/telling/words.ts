import type { Locale, Message } from "../../../grammar/finding.ts";
import type { ChapterName } from "../chapters.ts";
import type { Money } from "../costs.ts";
import { BASES } from "../../views/flow.ts";

/** How figures are written, and what things are called in front of people. */

/** `86%`, or `86 %` in French. What is not all is never written as all, and what is not nothing not as nothing. */
export function percent(share: number, locale: Locale): string {
  const rounded = Math.round(share * 100);
  const figure = share < 1 ? Math.min(99, share > 0 ? Math.max(1, rounded) : 0) : 100;
  return `${figure}${locale === "fr" ? `${NO_BREAK}%` : "%"}`;
}

const NO_BREAK = "\u00a0";

/** The full and the light blocks of a bar. What is not nothing has a full one, what is not all lacks one. */
export function barOf(share: number, width: number): readonly [full: string, light: string] {
  const rounded = Math.round(share * width);
  const full = share >= 1 ? width : share <= 0 ? 0 : Math.min(width - 1, Math.max(1, rounded));
  return ["█".repeat(full), "░".repeat(width - full)];
}

/** A number with its thousands apart. */
export function figure(count: number, locale: Locale): string {
  return formats[locale].format(count).replaceAll("\u202f", NO_BREAK);
}

const formats: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 }),
  fr: new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 }),
};

/** `7,286,400 EUR + 12,000 USD`, or roughly `7.3M EUR + 12,000 USD`; empty where nothing is known. */
export function amounts(
  sums: readonly Money[],
  locale: Locale,
  how: "exactly" | "roughly" = "exactly",
): string {
  const written = (amount: number) =>
    how === "exactly" || amount < 1_000_000
      ? figure(amount, locale)
      : rough[locale].format(amount).replaceAll("\u202f", NO_BREAK);
  return sums.map(({ currency, amount }) => `${written(amount)}${NO_BREAK}${currency}`).join(" + ");
}

const rough: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat("en-US", { notation: "compact", maximumFractionDigits: 1 }),
  fr: new Intl.NumberFormat("fr-FR", { notation: "compact", maximumFractionDigits: 1 }),
};

/** `3 tools`, `1 tool`; in French there is no plural below two. */
export function counted(count: number, locale: Locale, one: string, many = `${one}s`): string {
  const isOne = locale === "en" ? count === 1 : count < 2;
  return `${figure(count, locale)} ${isOne ? one : many}`;
}

export const CHAPTER_TITLES: Readonly<Record<ChapterName, Message>> = {
  why: { en: "Why, and what for", fr: "Pourquoi, et pour quoi faire" },
  walls: { en: "Load-bearing walls", fr: "Murs porteurs" },
  value: { en: "Value chain", fr: "Chaîne de valeur" },
  continuity: { en: "Continuity and tools", fr: "Continuité et outils" },
  dependence: { en: "Whom we depend on", fr: "De qui nous dépendons" },
  personal: { en: "Personal data", fr: "Données personnelles" },
  measuring: { en: "Measuring", fr: "Mesure" },
  pieces: { en: "Data in pieces", fr: "Données en morceaux" },
  organisation: { en: "Organisation and change", fr: "Organisation et changement" },
  own: { en: "The project's own rules", fr: "Règles propres au projet" },
  language: { en: "The text itself", fr: "Le texte lui-même" },
};

/** Words of the language that stand in a scorecard; what is not here stands as it is written. */
const WORDS: Readonly<Record<string, Message>> = {
  collect: { en: "collect", fr: "collecte" },
  analyse: { en: "analyse", fr: "analyse" },
  activate: { en: "activate", fr: "activation" },
  measure: { en: "measure", fr: "mesure" },
  optimise: { en: "optimise", fr: "optimisation" },
  clean: { en: "clean", fr: "propres" },
  reconciled: { en: "reconciled", fr: "réconciliées" },
  current: { en: "current", fr: "à jour" },
  siloed: { en: "siloed", fr: "en silo" },
  scattered: { en: "scattered", fr: "éparpillées" },
  heterogeneous: { en: "heterogeneous", fr: "hétérogènes" },
  partial: { en: "partial", fr: "partielles" },
  cost: { en: "cost", fr: "coûts" },
  revenue: { en: "revenue", fr: "revenus" },
  security: { en: "security", fr: "sécurité" },
  services: { en: "services", fr: "services" },
  technology: { en: "technology", fr: "technologie" },
  behaviours: { en: "behaviours", fr: "comportements" },
  conscious: { en: "conscious", fr: "conscient" },
  active: { en: "active", fr: "actif" },
  informed: { en: "informed", fr: "averti" },
  "data-driven": { en: "data-driven", fr: "piloté par les données" },
  ...BASES,
  audience: { en: "audience", fr: "destinataires" },
  every: { en: "rhythm", fr: "rythme" },
  format: { en: "format", fr: "format" },
};

export function word(written: string, locale: Locale): string {
  return WORDS[written]?.[locale] ?? written;
}
