import { wordsIn, type Words } from "../panel/words.ts";

/** What a page of pictures says by itself: as the panel does, but for what a page has not. */
export function pageWords(language: string): Words {
  const isFrench = language.toLowerCase().startsWith("fr");
  return { ...wordsIn(language), ...(isFrench ? fr : en) };
}

const en = {
  fit: "Fit to the window (0)",
  diagram:
    "Diagram. Tab and the arrow keys go from shape to shape, + and − zoom, 0 shows all of it, / searches.",
};

const fr = {
  fit: "Ajuster à la fenêtre (0)",
  diagram:
    "Diagramme. Tab et les flèches vont d'une forme à l'autre, + et − changent l'échelle, 0 montre tout, / cherche.",
};
