/** What the panel says by itself; all else it shows comes from files. */
export interface Words {
  readonly toolbar: string;
  readonly view: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly actualSize: string;
  readonly fit: string;
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
  diagram: "Diagram. Tab and the arrow keys go from shape to shape, Enter goes to the source of one.",
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
  diagram:
    "Diagramme. Tab et les flèches vont d'une forme à l'autre, Entrée va à la source de l'une d'elles.",
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
