import type { Message } from "./finding.ts";

/** What rule `syntax` says. Every message names what is there, and what to write instead. */
export const syntaxMessages = {
  unexpected: (text: string): Message => ({
    en: `'${text}' does not belong here. Remove it, or start a new line before it.`,
    fr: `« ${text} » n'a pas sa place ici. Retirez-le, ou passez à la ligne avant.`,
  }),
  unfinished: (): Message => ({
    en: "This line stops too early: something is missing after its last word.",
    fr: "Cette ligne s'arrête trop tôt : il manque quelque chose après le dernier mot.",
  }),
  arrowEnd: (): Message => ({
    en: "'->' needs an element on both sides: write 'flow pim -> webshop'.",
    fr: "« -> » relie deux éléments : écrivez « flow pim -> webshop ».",
  }),
  noWord: (text: string): Message => ({
    en: `A statement begins with a word such as 'tool' or 'owns', not with '${text}'.`,
    fr: `Une ligne commence par un mot comme « tool » ou « owns », pas par « ${text} ».`,
  }),
  openString: (): Message => ({
    en: "This text has no closing quote. Add a '\"' where it ends, on the same line.",
    fr: "Ce texte n'a pas de guillemet fermant. Ajoutez « \" » à la fin, sur la même ligne.",
  }),
  openBlock: (): Message => ({
    en: 'This text is never closed. Add \'"""\' where it ends; until then only this line is taken for it.',
    fr: 'Ce texte n\'est jamais fermé. Ajoutez « """ » à la fin ; d\'ici là, seule cette ligne en fait partie.',
  }),
  curlyQuote: (text: string): Message => ({
    en: `'${text}' is a typographic quote. Write texts between straight quotes: "…".`,
    fr: `« ${text} » est un guillemet typographique. Écrivez les textes entre guillemets droits : "…".`,
  }),
  openComment: (): Message => ({
    en: "This comment is never closed. Add '*/' where it ends; until then only this line is left out.",
    fr: "Ce commentaire n'est jamais fermé. Ajoutez « */ » à la fin ; d'ici là, seule cette ligne est ignorée.",
  }),
  escape: (text: string): Message => ({
    en: `'${text}' is not an escape. Write \\" \\\\ \\n \\t or \\u{1F600}; a plain backslash is '\\\\'.`,
    fr: `« ${text} » n'est pas un échappement. Écrivez \\" \\\\ \\n \\t ou \\u{1F600} ; une barre simple s'écrit « \\\\ ».`,
  }),
  strayComma: (): Message => ({
    en: "This comma separates nothing. Remove it, or add the value that should follow.",
    fr: "Cette virgule ne sépare rien. Retirez-la, ou ajoutez la valeur qui manque.",
  }),
  missingComma: (text: string): Message => ({
    en: `A comma is missing before '${text}': several values are written 'a, b'.`,
    fr: `Il manque une virgule avant « ${text} » : plusieurs valeurs s'écrivent « a, b ».`,
  }),
  missingClose: (head: string): Message => ({
    en: `The block of '${head}' is never closed. Add a '}' where it ends.`,
    fr: `Le bloc de « ${head} » n'est jamais fermé. Ajoutez « } » à la fin.`,
  }),
  strayClose: (): Message => ({
    en: "This '}' closes nothing. Remove it, or add the '{' that it should close.",
    fr: "Cette « } » ne ferme rien. Retirez-la, ou ajoutez la « { » correspondante.",
  }),
  strayOpen: (): Message => ({
    en: "This '{' belongs to no statement, so what is in it is passed over. Write what it describes before it.",
    fr: "Cette « { » n'appartient à aucun élément ; son contenu est ignoré. Écrivez avant elle ce qu'elle décrit.",
  }),
  tooDeep: (): Message => ({
    en: "Blocks are nested too deeply here: what is in this one is not read.",
    fr: "Les blocs sont trop imbriqués ici : le contenu de celui-ci n'est pas lu.",
  }),
} as const;
