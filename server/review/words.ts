import type { Locale } from "../../grammar/finding.ts";
import type { Storey } from "../../grammar/schema.ts";
import type { Evidence } from "./changes.ts";
import type { Summary } from "./reviewed.ts";
import type { Hanging } from "./meaning/hanging.ts";

/** The words around changes, for people. */
export interface ReviewWords {
  readonly nothing: string;
  /** What stands between a heading and what it heads. */
  readonly colon: string;
  readonly storeys: Readonly<Record<Storey, string>>;
  readonly wall: string;
  readonly was: (name: string, evidence: Evidence | undefined) => string;
  readonly guard: string;
  readonly loosened: string;
  readonly tightened: string;
  readonly introduced: string;
  readonly fixed: string;
  readonly unchanged: (count: number) => string;
  readonly unread: (side: string, count: number) => string;
  readonly headline: (summary: Summary, loosened: number) => string;
  readonly severities: Readonly<Record<"error" | "warning" | "info", string>>;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
  readonly renamed: string;
  readonly neighbour: string;
  readonly walls: string;
  readonly partitions: string;
  readonly meta: string;
  readonly picture: string;
  readonly guardTitle: string;
  readonly newFindings: string;
  readonly fixedFindings: string;
  readonly more: (count: number) => string;
  readonly columns: readonly [string, string, string];
  readonly pageTitle: string;
  readonly counts: Readonly<
    Record<"walls" | "partitions" | "introduced" | "fixed" | "loosened", (count: number) => string>
  >;
  readonly bothTexts: string;
  readonly textBefore: string;
  readonly textAfter: string;
  readonly nothingToDraw: string;
  readonly notDrawn: (count: number) => string;
  readonly attributes: string;
  readonly meaning: string;
  readonly moreMeaning: (count: number) => string;
  readonly ask: string;
  readonly nobody: string;
  readonly hangs: string;
  readonly hanging: Readonly<Record<keyof Hanging, (count: number) => string>>;
}

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
const pluriel = (count: number, un: string, plusieurs = `${un}s`): string =>
  `${count} ${count < 2 ? un : plusieurs}`;

export const reviewWords: Readonly<Record<Locale, ReviewWords>> = {
  en: {
    colon: ":",
    nothing: "Nothing changed in the architecture.",
    storeys: {
      why: "WHY · load-bearing",
      what: "WHAT · load-bearing",
      how: "HOW · partitions",
      meta: "SHOWN AND HELD TO ACCOUNT",
    },
    wall: "load-bearing",
    was: (name, evidence) =>
      evidence ? `was ${name}; ${evidence.agree} of ${evidence.of} traits agree` : `was ${name}`,
    guard: "GUARD",
    loosened: "loosened",
    tightened: "tightened",
    introduced: "INTRODUCED",
    fixed: "FIXED",
    unchanged: (count) => `${plural(count, "finding")} stayed as before.`,
    unread: (side, count) =>
      `${plural(count, "place")} in ${side} could not be read; what stands there is not compared.`,
    headline: ({ walls, partitions, introduced, fixed }, loosened) => {
      const parts = [
        `${plural(walls, "change")} to load-bearing walls`,
        `${plural(partitions, "change")} to partitions`,
        `${plural(introduced, "finding")} introduced`,
        `${fixed} fixed`,
      ];
      return [...parts, ...(loosened > 0 ? [`${plural(loosened, "guard")} loosened`] : [])].join(" · ");
    },
    severities: { error: "error", warning: "warning", info: "info" },
    added: "added",
    removed: "removed",
    changed: "changed",
    renamed: "renamed",
    neighbour: "neighbour",
    walls: "Load-bearing walls",
    partitions: "Partitions",
    meta: "Views and own rules",
    picture: "What changed, and what is next to it",
    guardTitle: "Guard",
    newFindings: "New findings",
    fixedFindings: "Fixed findings",
    more: (count) => `… and ${count} more; \`bizarch diff\` shows them all.`,
    columns: ["", "Element", "What changed"],
    pageTitle: "Architecture review",
    counts: {
      walls: (count) => (count === 1 ? "change to load-bearing walls" : "changes to load-bearing walls"),
      partitions: (count) => (count === 1 ? "change to partitions" : "changes to partitions"),
      introduced: (count) => (count === 1 ? "finding introduced" : "findings introduced"),
      fixed: (count) => (count === 1 ? "finding fixed" : "findings fixed"),
      loosened: (count) => (count === 1 ? "guard loosened" : "guards loosened"),
    },
    bothTexts: "The text, before and after",
    textBefore: "Before",
    textAfter: "After",
    nothingToDraw: "Nothing changed that has a shape in a picture.",
    notDrawn: (count) => `${plural(count, "change")} not drawn`,
    attributes: "attributes",
    meaning: "What it means",
    moreMeaning: (count) => `… and ${count} more of this sort.`,
    ask: "Whom to ask",
    nobody: "nobody answers for",
    hangs: "What hangs on it",
    hanging: {
      missions: (count) => (count === 1 ? "mission" : "missions"),
      goals: (count) => (count === 1 ? "goal" : "goals"),
      kpis: (count) => (count === 1 ? "KPI" : "KPIs"),
      stakeholders: (count) => (count === 1 ? "stakeholder" : "stakeholders"),
      tools: (count) => (count === 1 ? "tool" : "tools"),
    },
  },
  fr: {
    colon: " :",
    nothing: "Rien n'a changé dans l'architecture.",
    storeys: {
      why: "POURQUOI · porteur",
      what: "QUOI · porteur",
      how: "COMMENT · cloisons",
      meta: "VUES ET RÈGLES PROPRES",
    },
    wall: "porteur",
    was: (name, evidence) =>
      evidence ? `était ${name} ; ${evidence.agree} traits sur ${evidence.of} concordent` : `était ${name}`,
    guard: "GARDE",
    loosened: "relâchée",
    tightened: "resserrée",
    introduced: "NOUVEAU",
    fixed: "CORRIGÉ",
    unchanged: (count) => `${pluriel(count, "constat")} sans changement.`,
    unread: (side, count) =>
      `${pluriel(count, "endroit")} de ${side} ${count < 2 ? "n'a pas pu être lu" : "n'ont pas pu être lus"} : ce qui s'y trouve n'est pas comparé.`,
    headline: ({ walls, partitions, introduced, fixed }, loosened) => {
      const parts = [
        `${pluriel(walls, "changement")} aux murs porteurs`,
        `${pluriel(partitions, "changement")} aux cloisons`,
        pluriel(introduced, "nouveau constat", "nouveaux constats"),
        pluriel(fixed, "corrigé"),
      ];
      return [
        ...parts,
        ...(loosened > 0 ? [pluriel(loosened, "garde relâchée", "gardes relâchées")] : []),
      ].join(" · ");
    },
    severities: { error: "erreur", warning: "avertissement", info: "info" },
    added: "ajouté",
    removed: "retiré",
    changed: "modifié",
    renamed: "renommé",
    neighbour: "voisin",
    walls: "Murs porteurs",
    partitions: "Cloisons",
    meta: "Vues et règles propres",
    picture: "Ce qui change, et ce qui est à côté",
    guardTitle: "Garde",
    newFindings: "Nouveaux constats",
    fixedFindings: "Constats corrigés",
    more: (count) => `… et ${count} de plus ; \`bizarch diff\` les montre tous.`,
    columns: ["", "Élément", "Ce qui change"],
    pageTitle: "Revue d'architecture",
    counts: {
      walls: (count) => `${count < 2 ? "changement" : "changements"} aux murs porteurs`,
      partitions: (count) => `${count < 2 ? "changement" : "changements"} aux cloisons`,
      introduced: (count) => (count < 2 ? "nouveau constat" : "nouveaux constats"),
      fixed: (count) => (count < 2 ? "constat corrigé" : "constats corrigés"),
      loosened: (count) => (count < 2 ? "garde relâchée" : "gardes relâchées"),
    },
    bothTexts: "Le texte, avant et après",
    textBefore: "Avant",
    textAfter: "Après",
    nothingToDraw: "Rien de ce qui change n'a de forme dans une image.",
    notDrawn: (count) => `${pluriel(count, "changement")} non ${count < 2 ? "dessiné" : "dessinés"}`,
    attributes: "attributs",
    meaning: "Ce que cela veut dire",
    moreMeaning: (count) => `… et ${count} de plus de cette sorte.`,
    ask: "À qui demander",
    nobody: "personne ne répond de",
    hangs: "Ce qui en dépend",
    hanging: {
      missions: (count) => (count === 1 ? "mission" : "missions"),
      goals: (count) => (count === 1 ? "objectif" : "objectifs"),
      kpis: (count) => (count === 1 ? "indicateur" : "indicateurs"),
      stakeholders: (count) => (count === 1 ? "partie prenante" : "parties prenantes"),
      tools: (count) => (count === 1 ? "outil" : "outils"),
    },
  },
};
