import type { Facet } from "../diagram/filter.ts";

/** What stands where it stands for a reason: someone in a chart, a group of shapes, or anything else. */
export type Unmovable = "chart" | "group" | "other";

/** What the panel says by itself; all else it shows comes from files. */
export interface Words {
  readonly toolbar: string;
  readonly view: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly actualSize: string;
  readonly fit: string;
  readonly back: string;
  readonly backTo: (title: string) => string;
  readonly find: string;
  readonly findButton: string;
  readonly matches: (at: number, of: number) => string;
  readonly previousMatch: string;
  readonly nextMatch: string;
  readonly closeFind: string;
  readonly filter: string;
  readonly filterButton: string;
  readonly clearFilter: string;
  readonly withoutFilter: (title: string) => string;
  readonly nothingToFilter: string;
  readonly nothingLeft: string;
  readonly facets: Readonly<Record<Facet, string>>;
  readonly foldedByItself: (shapes: number) => string;
  readonly unfoldAll: string;
  readonly foldAll: string;
  readonly dismiss: string;
  readonly openFile: string;
  readonly minimap: string;
  readonly outline: string;
  readonly outlineButton: string;
  readonly closeOutline: string;
  readonly resetLayout: string;
  readonly movedByHand: string;
  readonly movedTo: (title: string, place: string) => string;
  readonly seat: (column: number, row: number) => string;
  readonly spot: (x: number, y: number) => string;
  readonly noFarther: string;
  readonly cannotMove: (what: Unmovable) => string;
  readonly sortBy: (column: string) => string;
  readonly diagram: string;
  readonly empty: string;
  readonly begin: string;
  readonly goOn: string;
  readonly notCurrent: (reason: string) => string;
  readonly notDrawn: (reason: string) => string;
}

const en: Words = {
  toolbar: "Diagram",
  view: "View",
  zoomIn: "Zoom in (+)",
  zoomOut: "Zoom out (−)",
  actualSize: "Actual size (1)",
  fit: "Fit to the panel (0)",
  sortBy: (column) => `Sort by ${column}`,
  resetLayout: "Reset layout: let all shapes that were moved go back",
  movedByHand: "moved by hand",
  movedTo: (title, place) => `${title}: ${place}`,
  seat: (column, row) => `column ${column}, row ${row}`,
  spot: (x, y) => `${x} from the left, ${y} from the top`,
  noFarther: "It goes no farther that way.",
  cannotMove: (what) =>
    ({
      chart: "It cannot be moved: where a shape stands in this view says whom it reports to.",
      group: "A group cannot be moved: it stands where its meaning puts it. What is in it can.",
      other: "It cannot be moved here.",
    })[what],
  back: "Back (Alt+←)",
  backTo: (title) => `Back to “${title}” (Alt+←)`,
  find: "Find in the diagram",
  findButton: "Find in the diagram (/)",
  matches: (at, of) => (of === 0 ? "No results" : at === 0 ? `${of} found` : `${at} of ${of}`),
  previousMatch: "Previous match (Shift+Enter)",
  nextMatch: "Next match (Enter)",
  closeFind: "Close (Escape)",
  filter: "Filter",
  filterButton: "Filter",
  clearFilter: "Clear filter",
  withoutFilter: (title) => `Filter without “${title}”`,
  nothingToFilter: "All that is here is of one sort.",
  nothingLeft: "Nothing here passes the filter.",
  facets: { kind: "Kind", tag: "Tag", team: "Team", finding: "Finding" },
  foldedByItself: (shapes) => `${shapes} shapes are more than one can read at once: their groups are folded.`,
  unfoldAll: "Unfold all",
  foldAll: "Fold or unfold all groups",
  dismiss: "Dismiss",
  openFile: "Open file",
  minimap: "Map of the whole (M)",
  outline: "Outline",
  outlineButton: "Outline: the diagram as text (O)",
  closeOutline: "Close the outline (O)",
  diagram:
    "Diagram. Tab and the arrow keys go from shape to shape, Enter goes to the source of one, F shows what is around it, L goes along its lines, Shift and an arrow key move it, H tells more, Space folds a group, O shows all of it as text, / searches.",
  empty: "Nothing to draw yet",
  begin: "Say in a .bizarch file what the company is here for, and it is drawn here while you type:",
  goOn: "Then say what carries it out (business-model, domain) and how (team, tool, flow).",
  notCurrent: (reason) => `This picture is not up to date. ${reason}`,
  notDrawn: (reason) => `The picture could not be drawn: ${reason}`,
};

const fr: Words = {
  toolbar: "Diagramme",
  view: "Vue",
  zoomIn: "Agrandir (+)",
  zoomOut: "Réduire (−)",
  actualSize: "Taille réelle (1)",
  fit: "Ajuster au panneau (0)",
  sortBy: (column) => `Trier par ${column}`,
  resetLayout: "Réinitialiser la disposition : remettre à leur place les formes déplacées",
  movedByHand: "déplacée à la main",
  movedTo: (title, place) => `${title} : ${place}`,
  seat: (column, row) => `colonne ${column}, ligne ${row}`,
  spot: (x, y) => `à ${x} de la gauche, à ${y} du haut`,
  noFarther: "Elle ne va pas plus loin de ce côté.",
  cannotMove: (what) =>
    ({
      chart: "Elle ne peut pas être déplacée : sa place, dans cette vue, dit de qui elle dépend.",
      group:
        "Un groupe ne peut pas être déplacé : sa place lui vient de son sens. Ce qu'il contient peut l'être.",
      other: "Elle ne peut pas être déplacée ici.",
    })[what],
  back: "Retour (Alt+←)",
  backTo: (title) => `Retour à « ${title} » (Alt+←)`,
  find: "Chercher dans le diagramme",
  findButton: "Chercher dans le diagramme (/)",
  matches: (at, of) =>
    of === 0 ? "Aucun résultat" : at === 0 ? `${of} trouvé${of > 1 ? "s" : ""}` : `${at} sur ${of}`,
  previousMatch: "Résultat précédent (Maj+Entrée)",
  nextMatch: "Résultat suivant (Entrée)",
  closeFind: "Fermer (Échap)",
  filter: "Filtrer",
  filterButton: "Filtrer",
  clearFilter: "Effacer le filtre",
  withoutFilter: (title) => `Filtrer sans « ${title} »`,
  nothingToFilter: "Tout ce qui est ici est d'une seule sorte.",
  nothingLeft: "Rien ici ne passe le filtre.",
  facets: { kind: "Type", tag: "Étiquette", team: "Équipe", finding: "Constat" },
  foldedByItself: (shapes) =>
    `${shapes} formes sont plus qu'on ne peut lire à la fois : leurs groupes sont repliés.`,
  unfoldAll: "Tout déplier",
  foldAll: "Replier ou déplier tous les groupes",
  dismiss: "Fermer",
  openFile: "Ouvrir le fichier",
  minimap: "Plan d'ensemble (M)",
  outline: "Structure",
  outlineButton: "Structure : le diagramme en texte (O)",
  closeOutline: "Fermer la structure (O)",
  diagram:
    "Diagramme. Tab et les flèches vont d'une forme à l'autre, Entrée va à la source de l'une d'elles, F montre ce qui l'entoure, L suit ses lignes, Maj et une flèche la déplacent, H en dit plus, Espace replie un groupe, O montre tout en texte, / cherche.",
  empty: "Rien à dessiner pour l'instant",
  begin:
    "Dites dans un fichier .bizarch pourquoi l'entreprise existe : le dessin se fait ici pendant que vous tapez.",
  goOn: "Dites ensuite ce qui porte la mission (business-model, domain), puis comment (team, tool, flow).",
  notCurrent: (reason) => `Ce dessin n'est pas à jour. ${reason}`,
  notDrawn: (reason) => `Le dessin n'a pas pu être fait : ${reason}`,
};

/** @param language of the page, such as `fr` or `en-GB` */
export function wordsIn(language: string): Words {
  return language.toLowerCase().startsWith("fr") ? fr : en;
}
