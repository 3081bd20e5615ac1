import type { ComparedProject } from "../../../server/lsp/compare-protocol.ts";

/** What is said to people about comparing. */
export interface CompareWords {
  readonly locale: "en" | "fr";
  readonly workingTree: string;
  readonly title: string;
  readonly choose: string;
  readonly lastCommit: string;
  readonly mergeBase: (branch: string) => string;
  /** The same in the middle of a sentence. */
  readonly theMergeBase: (branch: string) => string;
  readonly branches: string;
  readonly remoteBranches: string;
  readonly tags: string;
  readonly stashes: string;
  readonly expression: string;
  readonly expressionPrompt: string;
  readonly notOne: string;
  readonly whichRepository: string;
  readonly noGit: string;
  readonly noRepository: string;
  readonly notInRepository: string;
  readonly noCommit: string;
  readonly gone: (name: string) => string;
  readonly since: (name: string) => string;
  readonly changesSince: (base: string, project: string) => string;
  readonly nothing: (name: string) => string;
  readonly nothingMeant: (name: string) => string;
  readonly nothingCompared: string;
  readonly nothingToDraw: (name: string) => string;
  readonly onlyLayout: (name: string) => string;
  /** What a change comes to; empty where that is nothing. */
  readonly sum: (summary: ComparedProject["summary"]) => string;
  readonly whatChanged: string;
  readonly everything: string;
  readonly goTo: string;
  readonly unread: (side: string, count: number) => string;
  readonly signs: Readonly<Record<"added" | "removed" | "changed" | "renamed", string>>;
  readonly wall: string;
  readonly failed: (reason: string) => string;
}

const en: CompareWords = {
  locale: "en",
  workingTree: "Working Tree",
  title: "Compare Architecture With…",
  choose: "Select a commit, a branch, a tag or a stash to compare the architecture with",
  lastCommit: "Last Commit",
  mergeBase: (branch) => `Merge Base With ${branch}`,
  theMergeBase: (branch) => `the merge base with ${branch}`,
  branches: "branches",
  remoteBranches: "remote branches",
  tags: "tags",
  stashes: "stashes",
  expression: "Commit or Expression…",
  expressionPrompt: "A commit as git names it, such as HEAD~3, a hash, or main@{yesterday}",
  notOne: "Git knows no commit by this name.",
  whichRepository: "Select the repository whose architecture is compared",
  noGit:
    "There is no git here to compare with. VS Code's own git extension has to be enabled, with git installed, and a browser alone has none.",
  noRepository: "No folder of this window is in a git repository, so there is nothing to compare with.",
  notInRepository: "This file is in no git repository, so there is nothing to compare it with.",
  noCommit: "This repository has no commit yet, so there is nothing to compare with.",
  gone: (name) => `Git does not know ${name} any more.`,
  since: (name) => `since ${name}`,
  changesSince: (base, project) => `Changes since ${base}: ${project}`,
  nothing: (name) => `Nothing changed since ${name}.`,
  nothingMeant: (name) => `Nothing changed in the architecture since ${name}.`,
  nothingCompared: "Nothing is compared. Run BizArch: Compare Architecture With…",
  nothingToDraw: (name) => `Nothing that has a shape changed since ${name}.`,
  onlyLayout: (name) =>
    `The text changed since ${name}, and means what it meant: no change in the architecture.`,
  sum: ({ walls, partitions, introduced, fixed, loosened }) =>
    some(
      [walls, `${plural(walls, "change")} to load-bearing walls`],
      [partitions, `${plural(partitions, "change")} to partitions`],
      [loosened, `${plural(loosened, "guard")} loosened`],
      [introduced, plural(introduced, "new finding")],
      [fixed, `${plural(fixed, "finding")} fixed`],
    ),
  whatChanged: "What changed, and what is next to it",
  everything: "Everything, with what changed in it",
  goTo: "Go to the text",
  unread: (side, count) =>
    `${plural(count, "place")} in ${side} could not be read; what stands there is not compared.`,
  signs: { added: "added", removed: "removed", changed: "changed", renamed: "renamed" },
  wall: "load-bearing",
  failed: (reason) => `The architecture could not be compared: ${reason}`,
};

const fr: CompareWords = {
  locale: "fr",
  workingTree: "Répertoire de travail",
  title: "Comparer l'architecture avec…",
  choose: "Choisissez un commit, une branche, une étiquette ou une remise avec quoi comparer l'architecture",
  lastCommit: "Dernier commit",
  mergeBase: (branch) => `Base commune avec ${branch}`,
  theMergeBase: (branch) => `la base commune avec ${branch}`,
  branches: "branches",
  remoteBranches: "branches distantes",
  tags: "étiquettes",
  stashes: "remises",
  expression: "Commit ou expression…",
  expressionPrompt: "Un commit comme git le nomme : HEAD~3, une empreinte, main@{yesterday}",
  notOne: "Git ne connaît aucun commit de ce nom.",
  whichRepository: "Choisissez le dépôt dont l'architecture est comparée",
  noGit:
    "Il n'y a pas de git ici avec quoi comparer. L'extension git de VS Code doit être activée et git installé ; un navigateur seul n'en a pas.",
  noRepository: "Aucun dossier de cette fenêtre n'est dans un dépôt git : il n'y a rien à quoi comparer.",
  notInRepository: "Ce fichier n'est dans aucun dépôt git : il n'y a rien à quoi le comparer.",
  noCommit: "Ce dépôt n'a pas encore de commit : il n'y a rien à quoi comparer.",
  gone: (name) => `Git ne connaît plus ${name}.`,
  since: (name) => `depuis ${name}`,
  changesSince: (base, project) => `Changements depuis ${base} : ${project}`,
  nothing: (name) => `Rien n'a changé depuis ${name}.`,
  nothingMeant: (name) => `Rien n'a changé dans l'architecture depuis ${name}.`,
  nothingCompared: "Rien n'est comparé. Lancez « BizArch: Comparer l'architecture avec… ».",
  nothingToDraw: (name) => `Rien de ce qui a une forme n'a changé depuis ${name}.`,
  onlyLayout: (name) =>
    `Le texte a changé depuis ${name} mais dit la même chose : l'architecture est inchangée.`,
  sum: ({ walls, partitions, introduced, fixed, loosened }) =>
    some(
      [walls, `${pluriel(walls, "changement")} aux murs porteurs`],
      [partitions, `${pluriel(partitions, "changement")} aux cloisons`],
      [loosened, pluriel(loosened, "garde relâchée", "gardes relâchées")],
      [introduced, pluriel(introduced, "nouveau constat", "nouveaux constats")],
      [fixed, pluriel(fixed, "constat corrigé", "constats corrigés")],
    ),
  whatChanged: "Ce qui change, et ce qui est à côté",
  everything: "Tout, avec ce qui change",
  goTo: "Aller au texte",
  unread: (side, count) =>
    `${pluriel(count, "endroit")} de ${side} n'a pas pu être lu : ce qui s'y trouve n'est pas comparé.`,
  signs: { added: "ajouté", removed: "retiré", changed: "modifié", renamed: "renommé" },
  wall: "porteur",
  failed: (reason) => `L'architecture n'a pas pu être comparée : ${reason}`,
};

/** @param language of the interface, such as `fr` or `en-GB` */
export function compareWordsIn(language: string): CompareWords {
  return language.toLowerCase().startsWith("fr") ? fr : en;
}

/** Those of the counts that are not none, in words. */
function some(...counts: readonly (readonly [count: number, text: string])[]): string {
  return counts.flatMap(([count, text]) => (count > 0 ? [text] : [])).join(" · ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function pluriel(count: number, un: string, plusieurs = `${un}s`): string {
  return `${count} ${count < 2 ? un : plusieurs}`;
}
