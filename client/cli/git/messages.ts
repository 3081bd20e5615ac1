import type { Message } from "../../../grammar/finding.ts";

/** What is said when two states cannot be had from git. */
export const gitMessages = {
  oldSide: (): Message => ({ en: "before", fr: "avant" }),
  newSide: (): Message => ({ en: "after", fr: "après" }),
  workingTree: (): Message => ({ en: "the working tree", fr: "le répertoire de travail" }),
  forkPoint: (branch: string, commit: string): Message => ({
    en: `${branch} (merge base ${commit})`,
    fr: `${branch} (base commune ${commit})`,
  }),
  staged: (): Message => ({ en: "what is staged", fr: "l'index" }),
  nothing: (): Message => ({ en: "nothing", fr: "rien" }),
  noGit: (): Message => ({
    en: "git was not found. Install it, or compare two folders: 'bizarch diff old new'.",
    fr: "git est introuvable. Installez-le, ou comparez deux dossiers : « bizarch diff ancien nouveau ».",
  }),
  failed: (what: string): Message => ({
    en: `git could not do it: ${what.replace(/[.:]$/, "")}. Try the same in this folder with git itself.`,
    fr: `git n'a pas réussi : ${what.replace(/[.:]$/, "")}. Essayez la même chose dans ce dossier avec git lui-même.`,
  }),
  noRepository: (): Message => ({
    en: "This folder is in no git repository. Name two folders to compare: 'bizarch diff old new'.",
    fr: "Ce dossier n'est dans aucun dépôt git. Donnez deux dossiers à comparer : « bizarch diff ancien nouveau ».",
  }),
  noSuchSide: (name: string): Message => ({
    en: `'${name}' is neither a git revision nor a folder. Check its spelling, or fetch it first.`,
    fr: `« ${name} » n'est ni une révision git ni un dossier. Vérifiez le nom, ou récupérez-la d'abord (git fetch).`,
  }),
  noMergeBase: (a: string, b: string): Message => ({
    en: `'${a}' and '${b}' have no common ancestor here. Compare them as they are with '${a}..${b}', or fetch more history.`,
    fr: `« ${a} » et « ${b} » n'ont pas d'ancêtre commun ici. Comparez-les tels quels avec « ${a}..${b} », ou récupérez plus d'historique.`,
  }),
  noDefaultBranch: (): Message => ({
    en: "No default branch is known here. Say what to compare with: 'bizarch diff HEAD'.",
    fr: "Aucune branche par défaut n'est connue ici. Dites à quoi comparer : « bizarch diff HEAD ».",
  }),
  rangeAndMore: (range: string): Message => ({
    en: `'${range}' already names both sides. Leave the other argument out.`,
    fr: `« ${range} » désigne déjà les deux côtés. Retirez l'autre argument.`,
  }),
  stagedAndMore: (): Message => ({
    en: "'--staged' is the second side. Name one revision at most to compare it with.",
    fr: "« --staged » est le second côté. Donnez au plus une révision à laquelle le comparer.",
  }),
  conflict: (path: string): Message => ({
    en: `'${path}' has a conflict that is not resolved. Resolve it and stage it, then compare again.`,
    fr: `« ${path} » a un conflit qui n'est pas résolu. Résolvez-le, indexez-le, puis comparez à nouveau.`,
  }),
  missingModule: (path: string, side: string): Message => ({
    en: `The submodule '${path}' is not there as ${side} has it, so it is not compared. 'git submodule update --init' fetches it.`,
    fr: `Le sous-module « ${path} » n'est pas là tel que « ${side} » le contient : il n'est pas comparé. « git submodule update --init » le récupère.`,
  }),
  noneThere: (revision: string, isBase: boolean): Message => ({
    en: `'${revision}' has no .bizarch file in this folder, so that everything is ${isBase ? "new" : "gone"}. Where it had another name there, name that: '${revision}:the/folder'.`,
    fr: `« ${revision} » n'a aucun fichier .bizarch dans ce dossier : tout est ${isBase ? "nouveau" : "supprimé"}. S'il y avait un autre nom, donnez-le : « ${revision}:le/dossier ».`,
  }),
  bare: (): Message => ({
    en: "A bare repository has no working tree. Name both sides: 'bizarch diff main feature'.",
    fr: "Un dépôt nu n'a pas de répertoire de travail. Donnez les deux côtés : « bizarch diff main feature ».",
  }),
  outside: (folder: string): Message => ({
    en: `'${folder}' lies outside of the repository. Compare revisions from inside of it.`,
    fr: `« ${folder} » est hors du dépôt. Comparez des révisions depuis l'intérieur.`,
  }),
} as const;
