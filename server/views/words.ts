import { categories, type Family } from "../../grammar/categories.ts";
import type { Locale } from "../../grammar/finding.ts";

/** What groups are called in front of people. */
export interface GroupWords {
  readonly families: Readonly<Record<Family | "other", string>>;
  readonly groups: Readonly<Record<Gathered, string>>;
  readonly elements: (count: number) => string;
}

/** Kinds that are gathered in a group of their own. */
export type Gathered =
  "stakeholder" | "kpi" | "entity" | "capability" | "chain" | "initiative" | "team" | "vendor";

export function groupWords(locale: Locale): GroupWords {
  return locale === "fr" ? fr : en;
}

const en: GroupWords = {
  families: {
    channel: "Channels",
    marketing: "Marketing",
    operations: "Operations",
    data: "Data",
    corporate: "Corporate",
    other: "Other tools",
  },
  groups: {
    stakeholder: "Stakeholders",
    kpi: "Key figures",
    entity: "Entities without a domain",
    capability: "Capabilities",
    chain: "Chains",
    initiative: "Initiatives",
    team: "Teams",
    vendor: "Vendors",
  },
  elements: (count) => (count === 1 ? "1 element" : `${count} elements`),
};

const fr: GroupWords = {
  families: {
    channel: "Canaux",
    marketing: "Marketing",
    operations: "Opérations",
    data: "Données",
    corporate: "Fonctions support",
    other: "Autres outils",
  },
  groups: {
    stakeholder: "Parties prenantes",
    kpi: "Indicateurs",
    entity: "Entités sans domaine",
    capability: "Capacités",
    chain: "Chaînes",
    initiative: "Initiatives",
    team: "Équipes",
    vendor: "Fournisseurs",
  },
  elements: (count) => (count > 1 ? `${count} éléments` : `${count} élément`),
};

/** Where a category stands in the table of categories; what is not there stands last. */
export function categoryOrder(category: string | undefined): number {
  const index = categories.indexOf(category ?? "");
  return index < 0 ? categories.length : index;
}

const UNITS: Readonly<Record<Locale, Readonly<Record<string, readonly [one: string, several: string]>>>> = {
  en: {
    y: ["year", "years"],
    mo: ["month", "months"],
    w: ["week", "weeks"],
    d: ["day", "days"],
    h: ["hour", "hours"],
    min: ["minute", "minutes"],
  },
  fr: {
    y: ["an", "ans"],
    mo: ["mois", "mois"],
    w: ["semaine", "semaines"],
    d: ["jour", "jours"],
    h: ["heure", "heures"],
    min: ["minute", "minutes"],
  },
};

/** A duration as people say it: `1y 6mo` → 1 year 6 months. */
export function spelledTime(duration: string, locale: Locale): string {
  return duration.replace(/(\d+)\s*([a-z]+)/g, (written, count: string, unit: string) => {
    const words = UNITS[locale][unit];
    return words ? `${count} ${words[Number(count) > 1 ? 1 : 0]}` : written;
  });
}

/** What a relation is called at a line of its own. */
export function spelledLine(type: string, locale: Locale): string {
  return LINES[locale][type] ?? type.replaceAll("-", " ");
}

const LINES: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  en: {
    accountable: "answers to",
    architects: "decides on",
    audience: "watched by",
    collect: "collects with",
    analyse: "analyses with",
    activate: "acts with",
    measure: "measures with",
    optimise: "gets better with",
    vendor: "comes from",
    "measured-by": "measured by",
    from: "computed from",
    kind: "of the kind",
    about: "about",
  },
  fr: {
    serves: "sert",
    embodies: "incarne",
    owns: "possède",
    writes: "écrit",
    reads: "lit",
    carries: "transporte",
    accountable: "relève de",
    "used-by": "utilisé par",
    vendor: "vient de",
    "measured-by": "mesuré par",
    from: "calculé sur",
    audience: "destiné à",
    "delivered-by": "diffusé par",
    "reports-to": "rend compte à",
    architects: "décide de",
    about: "au sujet de",
    for: "pour",
    uses: "utilise",
    changes: "change",
    collect: "collecte",
    analyse: "analyse",
    activate: "active",
    measure: "mesure",
    optimise: "optimise",
    "competes-with": "concurrence",
    "reconciled-by": "réconcilié par",
  },
};
