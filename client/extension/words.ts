import type { ViewResult } from "../../server/lsp/protocol.ts";

/** What the extension says to people. */
export interface Words {
  readonly diagram: (project: ViewResult["project"]) => string;
  readonly noDocument: string;
  readonly noProject: string;
  readonly noFinding: string;
  readonly chooseRule: string;
  readonly restarted: string;
  readonly failed: (reason: string) => string;
}

const en: Words = {
  diagram: ({ name }) => `Diagram: ${plain(name)}`,
  noDocument: "Open a .bizarch file first: the diagram shows the architecture that the file belongs to.",
  noProject: "This file belongs to no architecture: check what bizarch.json includes and excludes.",
  noFinding: "BizArch has found nothing in the open files, so there is no rule to explain.",
  chooseRule: "The rule to explain",
  restarted: "The BizArch language server was started again.",
  failed: (reason) => `The language server did not answer: ${reason}`,
};

const fr: Words = {
  diagram: ({ name }) => `Diagramme : ${plain(name)}`,
  noDocument: "Ouvrez d'abord un fichier .bizarch : le diagramme montre l'architecture dont il fait partie.",
  noProject:
    "Ce fichier ne fait partie d'aucune architecture : vérifiez ce que bizarch.json inclut et exclut.",
  noFinding: "BizArch n'a rien trouvé dans les fichiers ouverts : il n'y a pas de règle à expliquer.",
  chooseRule: "La règle à expliquer",
  restarted: "Le serveur de langage BizArch a redémarré.",
  failed: (reason) => `Le serveur de langage n'a pas répondu : ${reason}`,
};

/** @param language of the interface, such as `fr` or `en-GB` */
export function wordsIn(language: string): Words {
  return language.toLowerCase().startsWith("fr") ? fr : en;
}

/** What was never saved is called by its URI: `untitled:Untitled-1`. */
function plain(name: string): string {
  return name.replace(/^untitled:/, "");
}
