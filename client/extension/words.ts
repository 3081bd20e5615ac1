import type { CheckedProject, ViewResult } from "../../server/lsp/protocol.ts";

/** What the extension says to people. */
export interface Words {
  readonly locale: "en" | "fr";
  readonly diagram: (project: ViewResult["project"]) => string;
  readonly noDocument: string;
  readonly noProject: string;
  readonly noFinding: string;
  readonly chooseRule: string;
  readonly restarted: string;
  readonly noArchitecture: string;
  readonly checking: string;
  readonly checkingProject: (name: string, done: number, files: number) => string;
  readonly checked: (all: Omit<CheckedProject, "project">, projects: number) => string;
  readonly showScorecard: string;
  readonly scorecard: string;
  /** What the file is called that it is written into. */
  readonly scorecardFile: string;
  readonly exportScorecard: string;
  readonly exportDiagram: string;
  readonly diagramWritten: (path: string) => string;
  readonly diagramCopied: string;
  readonly notCopied: (reason: string) => string;
  readonly noDiagram: string;
  readonly notMoved: (reason: string) => string;
  readonly nowhereToKeep: string;
  readonly sideFileUnreadable: (path: string) => string;
  readonly sideFileFlawed: (path: string, lines: readonly number[]) => string;
  readonly scorecardWritten: (path: string) => string;
  readonly open: string;
  readonly storeys: Readonly<Record<"why" | "what" | "how" | "meta", string>>;
  readonly goTo: string;
  readonly findings: (error: number, warning: number, info: number) => string;
  readonly projects: (count: number) => string;
  readonly serverStarting: string;
  readonly serverDown: string;
  readonly showLog: string;
  /** What a click on the status bar offers: an icon, words, a command. */
  readonly actions: readonly (readonly [icon: string, label: string, command: string])[];
  readonly status: (name: string, error: number, warning: number) => string;
  readonly noEditor: string;
  readonly noElement: string;
  readonly other: string;
  readonly notApplied: string;
  readonly notes: (count: number) => string;
  readonly goToNote: string;
  readonly failed: (reason: string) => string;
  readonly whichFolder: string;
  readonly beginHere: string;
  readonly readOnly: string;
  readonly alreadyThere: (file: string) => string;
  readonly notWritten: (reason: string) => string;
  readonly whichArchitecture: string;
  readonly readFirst: string;
  readonly openIssues: string;
  readonly serverRuns: (runs: boolean) => string;
  /** What a report says of where a problem was seen. */
  readonly circumstances: Readonly<
    Record<"extension" | "editor" | "machine" | "language" | "server", string>
  >;
  readonly problemReport: {
    readonly intro: (issues: string) => string;
    readonly what: string;
    readonly told: string;
    readonly where: string;
    readonly architecture: string;
    readonly anonymised: string;
    readonly none: string;
  };
}

const en: Words = {
  locale: "en",
  diagram: ({ name }) => `Diagram: ${plain(name)}`,
  noDocument: "Open a .bizarch file first: the diagram shows the architecture that the file belongs to.",
  noProject: "This file belongs to no architecture: check what bizarch.json includes and excludes.",
  noFinding: "BizArch has found nothing in the open files, so there is no rule to explain.",
  chooseRule: "The rule to explain",
  noArchitecture: "There is no architecture in this workspace: a folder with .bizarch files is one.",
  checking: "Checking the whole architecture",
  checkingProject: (name, done, files) => `${unlinked(name)}, ${done} of ${of(files, "file", "files")}`,
  checked: ({ error, warning, info, waived, files, elements }, projects) =>
    `${of(error, "error", "errors")}, ${of(warning, "warning", "warnings")}, ${info} for information, ${waived} waived, in ${of(elements, "element", "elements")}, ${of(files, "file", "files")} and ${of(projects, "project", "projects")}.`,
  showScorecard: "Show Scorecard",
  scorecard: "Scorecard",
  scorecardFile: "scorecard.html",
  exportScorecard: "Export Scorecard",
  exportDiagram: "Export Diagram",
  diagramWritten: (path) => `The diagram was written to ${path}.`,
  diagramCopied: "The diagram is on the clipboard.",
  notCopied: (reason) => `The diagram could not be copied: ${reason}`,
  noDiagram: "Open a diagram first (Ctrl+K V, on a Mac Cmd+K V).",
  notMoved: (reason) => `What you moved could not be kept: ${reason}`,
  nowhereToKeep: "The architecture lies in no folder yet. Save it first.",
  sideFileUnreadable: (path) =>
    `${path} cannot be read as text. Mend it or delete it; until then its shapes stand where they stand by themselves.`,
  sideFileFlawed: (path, lines) =>
    `${path} says no place in ${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}: the rest of it counts.`,
  scorecardWritten: (path) => `The scorecard was written to ${path}.`,
  open: "Open",
  storeys: { why: "Why", what: "What", how: "How", meta: "Views and rules" },
  goTo: "Go to the text",
  findings: (error, warning, info) =>
    some(
      [error, of(error, "error", "errors")],
      [warning, of(warning, "warning", "warnings")],
      [info, `${info} for information`],
    ),
  projects: (count) => of(count, "project", "projects"),
  serverStarting: "BizArch: the language server is starting",
  serverDown: "BizArch: the language server does not run",
  showLog: "Show Log",
  actions: [
    ["checklist", "Check the whole architecture", "bizarch.checkAll"],
    ["warning", "Show the problems", "workbench.actions.view.problems"],
    ["list-tree", "Show the architecture as a tree", "bizarch.architecture.focus"],
    ["graph", "Show the scorecard", "bizarch.showScorecard"],
    ["type-hierarchy", "Open the diagram to the side", "bizarch.openDiagramToSide"],
    ["refresh", "Restart the language server", "bizarch.restartServer"],
    ["output", "Show the log", "bizarch.showLog"],
  ],
  status: (name, error, warning) =>
    `BizArch: ${plain(name)}, ${of(error, "error", "errors")}, ${of(warning, "warning", "warnings")}`,
  noElement: "Open a .bizarch file first, and put the cursor in the element to trace.",
  noEditor: "Open a .bizarch file first, and put the cursor in what is to be changed.",
  other: "Something else…",
  notApplied: "Nothing was changed: a file was edited meanwhile, or could not be written. Try again.",
  notes: (count) => `Done. ${of(count, "thing", "things")} to look after:`,
  goToNote: "Choose one to go there",
  restarted: "The BizArch language server was started again.",
  failed: (reason) => `The language server did not answer: ${reason}`,
  whichFolder: "The folder to begin the architecture in",
  beginHere: "Begin Here",
  readOnly: "Nothing can be written to this folder. Open one that can be, and begin the architecture there.",
  alreadyThere: (file) =>
    `Nothing was written, since there is ${file} already. Begin the architecture in a folder that has no .bizarch file and no bizarch.json.`,
  notWritten: (reason) => `Nothing was written: ${reason}`,
  whichArchitecture: "The architecture that the problem is about",
  readFirst:
    "Nothing was sent. Read the report, say what happened, take out what others shall not see, and file it as an issue.",
  openIssues: "Open the Issues Page",
  serverRuns: (runs) => (runs ? "running" : "not running"),
  circumstances: {
    extension: "BizArch",
    editor: "Editor",
    machine: "Machine",
    language: "Language",
    server: "Language server",
  },
  problemReport: {
    intro: (issues) =>
      `Nothing was sent. Read this, take out what others shall not see, and file it at ${issues}`,
    what: "A problem with BizArch",
    told: "What did you do? What did you expect, and what happened instead?",
    where: "Where it happened",
    architecture: "The architecture, anonymised",
    anonymised:
      "Names, titles, texts, comments, addresses and amounts are replaced, the same by the same. Words of the language, dates, durations and small figures are as they were.",
    none: "There is none, or it could not be read.",
  },
};

const fr: Words = {
  locale: "fr",
  diagram: ({ name }) => `Diagramme : ${plain(name)}`,
  noDocument: "Ouvrez d'abord un fichier .bizarch : le diagramme montre l'architecture dont il fait partie.",
  noProject:
    "Ce fichier ne fait partie d'aucune architecture : vérifiez ce que bizarch.json inclut et exclut.",
  noFinding: "BizArch n'a rien trouvé dans les fichiers ouverts : il n'y a pas de règle à expliquer.",
  chooseRule: "La règle à expliquer",
  noArchitecture:
    "Cet espace de travail ne contient pas d'architecture : il suffit d'un dossier de fichiers .bizarch.",
  checking: "Vérification de toute l'architecture",
  checkingProject: (name, done, files) =>
    `${unlinked(name)}, ${done} sur ${de(files, "fichier", "fichiers")}`,
  checked: ({ error, warning, info, waived, files, elements }, projects) =>
    `${de(error, "erreur", "erreurs")}, ${de(warning, "avertissement", "avertissements")}, ${info} pour information, ${de(waived, "dérogation", "dérogations")}, dans ${de(elements, "élément", "éléments")}, ${de(files, "fichier", "fichiers")} et ${de(projects, "projet", "projets")}.`,
  showScorecard: "Afficher le tableau de bord",
  scorecard: "Tableau de bord",
  scorecardFile: "tableau-de-bord.html",
  exportScorecard: "Exporter le tableau de bord",
  exportDiagram: "Exporter le diagramme",
  diagramWritten: (path) => `Le diagramme a été écrit dans ${path}.`,
  diagramCopied: "Le diagramme est dans le presse-papiers.",
  notCopied: (reason) => `Le diagramme n'a pas pu être copié : ${reason}`,
  noDiagram: "Ouvrez d'abord un diagramme (Ctrl+K V, sur un Mac Cmd+K V).",
  notMoved: (reason) => `Ce que vous avez déplacé n'a pas pu être conservé : ${reason}`,
  nowhereToKeep: "L'architecture n'est encore dans aucun dossier. Enregistrez-la d'abord.",
  sideFileUnreadable: (path) =>
    `${path} ne se lit pas comme du texte. Corrigez-le ou supprimez-le ; d'ici là, ses formes restent à leur place d'origine.`,
  sideFileFlawed: (path, lines) =>
    `${path} n'indique pas de place ${lines.length === 1 ? "à la ligne" : "aux lignes"} ${lines.join(", ")} : le reste compte.`,
  scorecardWritten: (path) => `Le tableau de bord a été écrit dans ${path}.`,
  open: "Ouvrir",
  storeys: { why: "Pourquoi", what: "Quoi", how: "Comment", meta: "Vues et règles" },
  goTo: "Aller au texte",
  findings: (error, warning, info) =>
    some(
      [error, de(error, "erreur", "erreurs")],
      [warning, de(warning, "avertissement", "avertissements")],
      [info, `${info} pour information`],
    ),
  projects: (count) => de(count, "projet", "projets"),
  serverStarting: "BizArch : le serveur de langage démarre",
  serverDown: "BizArch : le serveur de langage ne fonctionne pas",
  showLog: "Afficher le journal",
  actions: [
    ["checklist", "Vérifier toute l'architecture", "bizarch.checkAll"],
    ["warning", "Afficher les problèmes", "workbench.actions.view.problems"],
    ["list-tree", "Afficher l'arborescence de l'architecture", "bizarch.architecture.focus"],
    ["graph", "Afficher le tableau de bord", "bizarch.showScorecard"],
    ["type-hierarchy", "Ouvrir le diagramme sur le côté", "bizarch.openDiagramToSide"],
    ["refresh", "Redémarrer le serveur de langage", "bizarch.restartServer"],
    ["output", "Afficher le journal", "bizarch.showLog"],
  ],
  status: (name, error, warning) =>
    `BizArch : ${plain(name)}, ${de(error, "erreur", "erreurs")}, ${de(warning, "avertissement", "avertissements")}`,
  noElement: "Ouvrez d'abord un fichier .bizarch et placez le curseur dans l'élément à suivre.",
  noEditor: "Ouvrez d'abord un fichier .bizarch et placez le curseur dans ce qui doit changer.",
  other: "Autre chose…",
  notApplied: "Rien n'a été modifié : un fichier a changé entre-temps, ou n'a pas pu être écrit. Réessayez.",
  notes: (count) => `C'est fait. ${de(count, "point", "points")} à reprendre :`,
  goToNote: "Choisissez-en un pour y aller",
  restarted: "Le serveur de langage BizArch a redémarré.",
  failed: (reason) => `Le serveur de langage n'a pas répondu : ${reason}`,
  whichFolder: "Le dossier où commencer l'architecture",
  beginHere: "Commencer ici",
  readOnly: "Il est impossible d'écrire dans ce dossier. Ouvrez-en un autre et commencez-y l'architecture.",
  alreadyThere: (file) =>
    `Rien n'a été écrit, car ${file} existe déjà. Commencez l'architecture dans un dossier sans fichier .bizarch ni bizarch.json.`,
  notWritten: (reason) => `Rien n'a été écrit : ${reason}`,
  whichArchitecture: "L'architecture que le problème concerne",
  readFirst:
    "Rien n'a été envoyé. Relisez le rapport, dites ce qui s'est passé, retirez ce que d'autres ne doivent pas voir, puis déposez-le comme ticket.",
  openIssues: "Ouvrir la page des tickets",
  serverRuns: (runs) => (runs ? "en marche" : "arrêté"),
  circumstances: {
    extension: "BizArch",
    editor: "Éditeur",
    machine: "Machine",
    language: "Langue",
    server: "Serveur de langage",
  },
  problemReport: {
    intro: (issues) =>
      `Rien n'a été envoyé. Relisez ce rapport, retirez ce que d'autres ne doivent pas voir, et déposez-le sur ${issues}`,
    what: "Un problème avec BizArch",
    told: "Qu'avez-vous fait ? Qu'attendiez-vous, et que s'est-il passé à la place ?",
    where: "Où cela s'est produit",
    architecture: "L'architecture, anonymisée",
    anonymised:
      "Les noms, titres, textes, commentaires, adresses et montants sont remplacés, toujours les mêmes par les mêmes. Les mots du langage, les dates, les durées et les petits nombres restent tels quels.",
    none: "Il n'y en a pas, ou elle n'a pas pu être lue.",
  },
};

/** @param language of the interface, such as `fr` or `en-GB` */
export function wordsIn(language: string): Words {
  return language.toLowerCase().startsWith("fr") ? fr : en;
}

/** What was never saved is called by its URI: `untitled:Untitled-1`. */
export function plain(name: string): string {
  return name.replace(/^untitled:/, "");
}

/** A notification would make a link of `[x](command:y)`, and what a file calls its project is text. */
function unlinked(name: string): string {
  return plain(name).replaceAll("](", "]\u200b(");
}

/** Those of the counts that are not none, in words. */
function some(...counts: readonly (readonly [count: number, text: string])[]): string {
  return counts.flatMap(([count, text]) => (count > 0 ? [text] : [])).join(", ");
}

/** A count with its word. */
function of(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The same in French, where none is one. */
function de(count: number, one: string, many: string): string {
  return `${count} ${count < 2 ? one : many}`;
}
