import type { Locale, Message } from "../../grammar/finding.ts";
import type { Element, Model } from "../model/model.ts";
import { holdsPersonal, targets, valuesOf, wordOf, type Edge } from "../model/query.ts";
import { joined, lineOf } from "./node.ts";
import type { ViewEdge } from "./view-graph.ts";
import { spelledTime } from "./words.ts";

/** What a flow carries, how, and on what basis, in words; each empty where nothing is said. */
export interface FlowFacts {
  readonly data: string;
  readonly personal: boolean;
  readonly how: string;
  readonly basis: string;
}

export function flowFacts(model: Model, flow: Element): FlowFacts {
  const { locale } = model.project.settings;
  const carried = targets(model, flow, "carries");
  return {
    data: carried.map(({ kind, id, label }) => (kind.name === "entity" ? id : label)).join(", "),
    personal: isPersonalFlow(model, flow),
    how: joined([said(MODES, wordOf(flow, "mode"), locale), everyOf(flow, locale)]),
    basis: said(BASES, wordOf(flow, "basis"), locale),
  };
}

/** Whether a flow carries data about people that still tells who they are. */
function isPersonalFlow(model: Model, flow: Element): boolean {
  return !flow.flags.has("anonymised") && targets(model, flow, "carries").some(holdsPersonal);
}

/** The line of a flow, with a sentence that says all of it: `CRM sends Customer to CDP, every day, on consent`. */
export function flowLine(model: Model, { element, ends }: Edge): ViewEdge {
  const { data, how, basis } = flowFacts(model, element);
  const { locale } = model.project.settings;
  const type = wordOf(element, "mode") === "manual" ? "manual-flow" : "flow";
  const sent = data === "" ? words[locale].something : data;
  const sentence = words[locale].sends(ends.from.label, sent, ends.to.label);
  const facts = [...how.split(" · "), basis === "" ? "" : words[locale].on(basis)];
  return {
    ...lineOf(type, ends.from.name, ends.to.name),
    id: element.name,
    label: element.title ?? "",
    said: [sentence, ...facts].filter((part) => part !== "").join(", "),
  };
}

const words = {
  en: {
    something: "data",
    sends: (from: string, what: string, to: string) => `${from} sends ${what} to ${to}`,
    on: (basis: string) => `on the basis of ${basis}`,
  },
  fr: {
    something: "des données",
    sends: (from: string, what: string, to: string) => `${from} envoie ${what} à ${to}`,
    on: (basis: string) => `sur la base suivante : ${basis}`,
  },
} as const;

function said(table: Readonly<Record<string, Message>>, word: string | undefined, locale: Locale): string {
  return word === undefined ? "" : (table[word]?.[locale] ?? word);
}

function everyOf(flow: Element, locale: Locale): string {
  const [every] = valuesOf(flow, "every");
  if (every?.type !== "duration") return "";
  const time = spelledTime(every.text, locale);
  const single = /^1 ([^ ]+)$/.exec(time)?.[1];
  if (locale === "en") return `every ${single ?? time}`;
  return single
    ? `chaque ${single}`
    : `${/(heure|semaine|minute)s?/.test(time) ? "toutes" : "tous"} les ${time}`;
}

const MODES: Readonly<Record<string, Message>> = {
  stream: { en: "as a stream", fr: "en continu" },
  api: { en: "over an API", fr: "par API" },
  batch: { en: "in batches", fr: "par lots" },
  file: { en: "as files", fr: "par fichiers" },
  manual: { en: "by hand", fr: "à la main" },
};

/** What each legal basis is called. */
export const BASES: Readonly<Record<string, Message>> = {
  consent: { en: "consent", fr: "consentement" },
  contract: { en: "contract", fr: "contrat" },
  "legal-obligation": { en: "legal obligation", fr: "obligation légale" },
  "legitimate-interest": { en: "legitimate interest", fr: "intérêt légitime" },
  "public-task": { en: "public task", fr: "mission d'intérêt public" },
  "vital-interest": { en: "vital interest", fr: "intérêt vital" },
};
