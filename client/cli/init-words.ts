import type { Locale } from "../../grammar/finding.ts";

interface InitWords {
  readonly created: (folder: string) => string;
  /** What is in each file. */
  readonly files: Readonly<Record<string, string>>;
  readonly next: string;
  /** Commands, with what each does. `.` is the working directory. */
  readonly steps: (folder: string) => readonly (readonly [string, string])[];
}

const command = (words: string, folder: string): string => (folder === "." ? words : `${words} ${folder}`);

/** What `bizarch init` tells when it is done. */
export const initWords: Readonly<Record<Locale, InitWords>> = {
  en: {
    created: (folder) => (folder === "." ? "Created here:" : `Created in ${folder}:`),
    files: {
      "bizarch.json": "what the project is called, and how strict it is with itself",
      "why.bizarch": "the mission and a goal",
      "what.bizarch": "the business model, who gives what to whom, the data",
      "how.bizarch": "teams, tools, flows, and a chain that closes",
      "meta.bizarch": "a view, a policy, a rule of your own",
    },
    next: "Next:",
    steps: (folder) => [
      [
        command("bizarch check", folder),
        "tells where it contradicts itself: nowhere, until you change something",
      ],
      [`code ${folder}`, "opens it in VS Code; Ctrl+K V (Mac: Cmd+K V) draws it beside the text"],
      [`${command("bizarch render", folder)} -o architecture.svg`, "draws it into a file"],
    ],
  },
  fr: {
    created: (folder) => (folder === "." ? "Créés ici :" : `Créés dans ${folder} :`),
    files: {
      "bizarch.json": "le nom du projet, et son niveau d'exigence",
      "why.bizarch": "la mission et un objectif",
      "what.bizarch": "le modèle économique, qui donne quoi à qui, les données",
      "how.bizarch": "équipes, outils, flux, et une chaîne qui se referme",
      "meta.bizarch": "une vue, une politique, une règle à vous",
    },
    next: "Ensuite :",
    steps: (folder) => [
      [
        command("bizarch check", folder),
        "dit où elle se contredit : nulle part, tant que vous n'y touchez pas",
      ],
      [`code ${folder}`, "l'ouvre dans VS Code ; Ctrl+K V (Mac : Cmd+K V) la dessine à côté du texte"],
      [`${command("bizarch render", folder)} -o architecture.svg`, "la dessine dans un fichier"],
    ],
  },
};
