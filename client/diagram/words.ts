import type { Locale, Severity } from "../../grammar/finding.ts";
import type { Holding } from "../../server/views/view-table.ts";
import type { ChangeMark, DrawnStorey } from "../../server/views/view-graph.ts";
import type { Mark } from "../../server/views/mark.ts";

/** The words of the picture itself: what storeys, kinds, marks and lines are called in front of people. */
export interface Words {
  readonly storeys: Readonly<Record<DrawnStorey, { readonly word: string; readonly phrase: string }>>;
  readonly kinds: Readonly<Record<string, string>>;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly lines: Readonly<Record<string, string>>;
  /** What a tool does with data. */
  readonly holdings: Readonly<Record<Holding, string>>;
  readonly findings: Readonly<Record<Severity, readonly [one: string, several: string]>>;
  readonly changes: Readonly<Record<ChangeMark, string>>;
  /** How much a folded group hides. */
  readonly folded: (count: number) => string;
  readonly empty: string;
}

export function wordsOf(locale: Locale): Words {
  return locale === "fr" ? fr : en;
}

const en: Words = {
  storeys: {
    why: { word: "WHY", phrase: "What we are here for" },
    what: { word: "WHAT", phrase: "The load-bearing walls: what everything else stands on" },
    how: { word: "HOW", phrase: "The partitions: put up around the walls, and taken down again" },
  },
  kinds: {
    mission: "Mission",
    goal: "Goal",
    "business-model": "Business model",
    stakeholder: "Stakeholder",
    value: "Value",
    domain: "Data domain",
    entity: "Entity",
    attribute: "Attribute",
    kpi: "KPI",
    capability: "Capability",
    team: "Team",
    vendor: "Vendor",
    tool: "Tool",
    flow: "Flow",
    chain: "Chain",
    initiative: "Initiative",
  },
  marks: {
    core: "Core: the company lives by it",
    generic: "Generic: the same everywhere",
    personal: "Personal data",
    planned: "Planned",
    legacy: "Legacy: on its way out",
    retired: "Retired",
    seasonal: "Seasonal: stays less than a year",
    anonymised: "Anonymised",
    missing: "Missing: nothing stands here",
    "one-way": "Out of balance: gives nothing, or gets nothing",
  },
  lines: {
    serves: "serves",
    embodies: "embodies",
    owns: "is the system of record of",
    reads: "reads",
    writes: "writes",
    flow: "sends data to",
    "manual-flow": "sends data by hand to",
    value: "gives value to",
    step: "hands on to",
    gap: "hands nothing on to",
    "reports-to": "reports to",
    accountable: "is the responsibility of",
    for: "is good for",
    "measured-by": "is measured by",
    about: "is about",
    "reconciled-by": "is made one by",
    from: "is computed from",
    audience: "is watched by",
    "delivered-by": "is read in",
    architects: "decides on",
    "competes-with": "competes with",
    vendor: "comes from",
    "used-by": "is used by",
    uses: "works with",
    changes: "changes",
    carries: "carries",
    collect: "collects with",
    analyse: "analyses with",
    activate: "acts with",
    measure: "measures with",
    optimise: "gets better with",
  },
  holdings: { owns: "owns it: the system of record", writes: "writes it", reads: "reads it" },
  findings: { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["remark", "remarks"] },
  changes: {
    added: "Added",
    removed: "Removed",
    changed: "Changed",
    renamed: "Renamed",
    same: "Not changed",
  },
  folded: (count) => `${count} ${count > 1 ? "elements" : "element"}`,
  empty: "Nothing to draw yet. Start with a mission: what is the company here for?",
};

const fr: Words = {
  storeys: {
    why: { word: "POURQUOI", phrase: "Ce pour quoi nous sommes là" },
    what: { word: "QUOI", phrase: "Les murs porteurs : ce sur quoi tout le reste repose" },
    how: { word: "COMMENT", phrase: "Les cloisons : montées autour des murs, puis démontées" },
  },
  kinds: {
    mission: "Mission",
    goal: "Objectif",
    "business-model": "Modèle économique",
    stakeholder: "Partie prenante",
    value: "Valeur",
    domain: "Domaine de données",
    entity: "Entité",
    attribute: "Attribut",
    kpi: "Indicateur",
    capability: "Capacité",
    team: "Équipe",
    vendor: "Fournisseur",
    tool: "Outil",
    flow: "Flux",
    chain: "Chaîne",
    initiative: "Initiative",
  },
  marks: {
    core: "Cœur : l'entreprise en vit",
    generic: "Générique : le même partout",
    personal: "Données personnelles",
    planned: "Prévu",
    legacy: "Sur le départ",
    retired: "Retiré",
    seasonal: "De saison : reste moins d'un an",
    anonymised: "Anonymisé",
    missing: "Absent : rien ne se tient ici",
    "one-way": "Sans contrepartie : ne donne rien, ou ne reçoit rien",
  },
  lines: {
    serves: "sert",
    embodies: "incarne",
    owns: "est le système de référence de",
    reads: "lit",
    writes: "écrit",
    flow: "envoie des données à",
    "manual-flow": "envoie des données à la main à",
    value: "apporte de la valeur à",
    step: "transmet à",
    gap: "ne transmet rien à",
    "reports-to": "rend compte à",
    accountable: "est sous la responsabilité de",
    for: "profite à",
    "measured-by": "se mesure par",
    about: "parle de",
    "reconciled-by": "est réconcilié par",
    from: "se calcule à partir de",
    audience: "est suivi par",
    "delivered-by": "se lit dans",
    architects: "décide de",
    "competes-with": "est en concurrence avec",
    vendor: "vient de",
    "used-by": "est utilisé par",
    uses: "travaille avec",
    changes: "change",
    carries: "transporte",
    collect: "collecte avec",
    analyse: "analyse avec",
    activate: "agit avec",
    measure: "mesure avec",
    optimise: "s'améliore avec",
  },
  holdings: { owns: "la possède : système de référence", writes: "l'écrit", reads: "la lit" },
  findings: {
    error: ["erreur", "erreurs"],
    warning: ["avertissement", "avertissements"],
    info: ["remarque", "remarques"],
  },
  changes: {
    added: "Ajouté",
    removed: "Retiré",
    changed: "Modifié",
    renamed: "Renommé",
    same: "Inchangé",
  },
  folded: (count) => `${count} ${count > 1 ? "éléments" : "élément"}`,
  empty: "Rien à dessiner pour l'instant. Commencez par une mission : pourquoi l'entreprise est-elle là ?",
};
