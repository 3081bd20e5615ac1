import type { Locale, Message, Severity } from "../../grammar/finding.ts";
import type { Storey } from "../../grammar/schema.ts";

/** What a hover calls a relation: as its source has it, and as its target does. */
interface RelationWords {
  readonly from: Message;
  readonly to: Message;
}

/** A label and what follows it; French has a space before the colon. */
export function labelled(label: Message, text: string, locale: Locale): string {
  return `${label[locale]}${locale === "fr" ? "\u00a0" : ""}: ${text}`;
}

const pair = (en: string, fr: string): Message => ({ en, fr });
const words = (from: Message, to: Message): RelationWords => ({ from, to });
const inChain = pair("In the chain", "Dans la chaîne");

/** In the order in which a hover tells them. */
export const relationWords: Readonly<Record<string, RelationWords>> = {
  serves: words(pair("Serves", "Sert"), pair("Served by", "Servi par")),
  for: words(pair("For", "Pour"), pair("Goals for it", "Objectifs pour lui")),
  embodies: words(pair("Embodies", "Incarne"), pair("Embodied by", "Incarné par")),
  accountable: words(pair("Accountable", "Responsable"), pair("Answers for", "Répond de")),
  owns: words(pair("Owns", "Possède"), pair("Owned by", "Possédé par")),
  writes: words(pair("Writes", "Écrit"), pair("Written by", "Écrit par")),
  reads: words(pair("Reads", "Lit"), pair("Read by", "Lu par")),
  architects: words(pair("Architect of", "Architecte de"), pair("Architect", "Architecte")),
  carries: words(pair("Carries", "Transporte"), pair("Carried by", "Transporté par")),
  "used-by": words(pair("Used by", "Utilisé par"), pair("Works with", "Travaille avec")),
  uses: words(pair("Uses", "Utilise"), pair("Used by", "Utilisé par")),
  changes: words(pair("Changes", "Change"), pair("Changed by", "Changé par")),
  vendor: words(pair("Vendor", "Fournisseur"), pair("Supplies", "Fournit")),
  "competes-with": words(pair("Competes with", "Concurrence"), pair("Competitors", "Concurrents")),
  "reports-to": words(pair("Reports to", "Rattaché à"), pair("Teams below", "Équipes rattachées")),
  about: words(pair("About", "À propos de"), pair("Data about it", "Données à son sujet")),
  "measured-by": words(pair("Measured by", "Mesuré par"), pair("Measures", "Mesure")),
  from: words(pair("From", "À partir de"), pair("Figures from it", "Indicateurs tirés de là")),
  audience: words(pair("For", "Pour"), pair("Steers by", "Pilote avec")),
  "delivered-by": words(pair("Read in", "Lu dans"), pair("Delivers", "Diffuse")),
  "reconciled-by": words(pair("Reconciled by", "Réconcilié par"), pair("Reconciles", "Réconcilie")),
  type: words(pair("Refers to", "Se réfère à"), pair("Referred to by", "Référencé par")),
  collect: words(pair("Collect", "Collecte"), inChain),
  analyse: words(pair("Analyse", "Analyse"), inChain),
  activate: words(pair("Activate", "Activation"), inChain),
  measure: words(pair("Measure", "Mesure"), inChain),
  optimise: words(pair("Optimise", "Optimisation"), inChain),
};

export const edgeWords = {
  from: pair("From", "De"),
  to: pair("To", "Vers"),
  sends: pair("Sends to", "Envoie à"),
  receives: pair("Receives from", "Reçoit de"),
  gives: pair("Gives to", "Donne à"),
  isGiven: pair("Is given by", "Reçoit de"),
} as const;

export const hoverWords = {
  mission: pair("Leads to the mission", "Mène à la mission"),
  noMission: pair("Leads to no mission.", "Ne mène à aucune mission."),
  findings: pair("Findings", "Constats"),
  more: (count: number): Message => pair(`${count} more`, `${count} de plus`),
  oneOf: pair("One of", "Au choix"),
  needs: pair("Needs", "Nécessite"),
  takes: pair("May also say", "Peut aussi dire"),
  flags: pair("After its title", "Après son titre"),
  family: pair("Family", "Famille"),
  page: pair("Read more", "En savoir plus"),
} as const;

const STOREYS: Readonly<Record<Storey, Message>> = {
  why: pair("why", "pourquoi"),
  what: pair("what, a load-bearing wall", "quoi, un mur porteur"),
  how: pair("how, a partition", "comment, une cloison"),
  meta: pair("how it is shown and held to account", "ce qui se montre et se vérifie"),
};

export function storeyWord(storey: Storey, locale: Locale): string {
  return STOREYS[storey][locale];
}

const SEVERITIES: Readonly<Record<Severity, Message>> = {
  error: pair("error", "erreur"),
  warning: pair("warning", "avertissement"),
  info: pair("note", "note"),
};

export function severityWord(severity: Severity, locale: Locale): string {
  return SEVERITIES[severity][locale];
}
