import type { Message } from "./finding.ts";

/** What rule `syntax` says. Every message names what is there, and what to write instead. */
export const syntaxMessages = {
  unexpected: (text: string): Message => ({
    en: `'${text}' does not belong here. Remove it, or start a new line before it.`,
    fr: `« ${text} » n'a pas sa place ici. Retirez-le, ou passez à la ligne avant.`,
  }),
  signInName: (word: string, sign: string): Message => ({
    en: `'${sign}' cannot stand in a name, as in '${word}': a name has letters, digits, '-' and '_'.`,
    fr: `« ${sign} » ne peut pas figurer dans un nom, comme dans « ${word} » : un nom a des lettres, des chiffres, « - » et « _ ».`,
  }),
  signBeforeValue: (sign: string, word: string): Message => ({
    en: `A value follows its word without '${sign}'. Remove it after '${word}'.`,
    fr: `Une valeur suit son mot sans « ${sign} ». Retirez ce signe après « ${word} ».`,
  }),
  doubleEqual: (): Message => ({
    en: "A condition has one '=': write 'tool[status = legacy]'.",
    fr: "Une condition prend un seul « = » : écrivez « tool[status = legacy] ».",
  }),
  listInBrackets: (sign: string): Message => ({
    en: `A list is written without '${sign}': 'quality clean, reconciled'.`,
    fr: `Une liste s'écrit sans « ${sign} » : « quality clean, reconciled ».`,
  }),
  blockInBrackets: (sign: string): Message => ({
    en: `A block stands between '{' and '}', not behind '${sign}'.`,
    fr: `Un bloc se place entre « { » et « } », pas derrière « ${sign} ».`,
  }),
  emptyBrackets: (): Message => ({
    en: "Nothing stands between these brackets. Write a condition, as in 'tool[status = legacy]', or only the kind.",
    fr: "Il n'y a rien entre ces crochets. Écrivez une condition, comme « tool[status = legacy] », ou seulement le type.",
  }),
  condition: (): Message => ({
    en: "A condition is a word and what it is compared with: 'tool[category = crm | cdp, cost > 1000 EUR]'.",
    fr: "Une condition est un mot et ce à quoi on le compare : « tool[category = crm | cdp, cost > 1000 EUR] ».",
  }),
  textWithoutQuotes: (word: string): Message => ({
    en: `'${word}' takes a text, which stands between quotes: ${word} "…".`,
    fr: `« ${word} » attend un texte, entre guillemets : ${word} "…".`,
  }),
  listOfType: (type: string): Message => ({
    en: `An attribute that holds several says so after its type: '${type} list'.`,
    fr: `Un attribut qui en contient plusieurs le dit après son type : « ${type} list ».`,
  }),
  optionalType: (type: string): Message => ({
    en: `An attribute that may be missing says so after its type: '${type} optional'.`,
    fr: `Un attribut qui peut manquer le dit après son type : « ${type} optional ».`,
  }),
  commaBeforeKey: (key: string): Message => ({
    en: `A comma separates values, and '${key}' is a property. Put ';' or a new line before it.`,
    fr: `Une virgule sépare des valeurs, et « ${key} » est une propriété. Mettez « ; » ou un retour à la ligne avant.`,
  }),
  openBracket: (): Message => ({
    en: "This '[' is never closed. Add a ']' after its conditions: 'tool[hosting != FR]'.",
    fr: "Ce « [ » n'est jamais fermé. Ajoutez « ] » après ses conditions : « tool[hosting != FR] ».",
  }),
  looseDot: (): Message => ({
    en: "A dot joins two names, without blanks: 'catalog.Product'. One of them is missing here.",
    fr: "Un point relie deux noms, sans espace : « catalog.Product ». Il en manque un ici.",
  }),
  foreignComment: (sign: string): Message => ({
    en: `A comment begins with '//', not with '${sign}'.`,
    fr: `Un commentaire commence par « // », pas par « ${sign} ».`,
  }),
  fence: (): Message => ({
    en: "This line belongs to a Markdown page, not to an architecture. Remove it.",
    fr: "Cette ligne vient d'une page Markdown, pas d'une architecture. Retirez-la.",
  }),
  conflict: (): Message => ({
    en: "A merge conflict was left here: until it is resolved, only the first of its two sides is read. Keep what is right, and remove the lines '<<<<<<<', '=======' and '>>>>>>>'.",
    fr: "Un conflit de fusion est resté ici : tant qu'il n'est pas résolu, seul le premier des deux côtés est lu. Gardez ce qui est juste, et retirez les lignes « <<<<<<< », « ======= » et « >>>>>>> ».",
  }),
  conflictLine: (): Message => ({
    en: "This line is left over from a merge conflict. Remove it, and check what stands around it.",
    fr: "Cette ligne est un reste de conflit de fusion. Retirez-la, et vérifiez ce qui l'entoure.",
  }),
  unfinished: (): Message => ({
    en: "This line stops too early: something is missing after its last word.",
    fr: "Cette ligne s'arrête trop tôt : il manque quelque chose après le dernier mot.",
  }),
  arrowToTitle: (text: string): Message => ({
    en: `'->' leads to an element by its name, not by its title ${text}: write 'flow pim -> webshop'.`,
    fr: `« -> » mène à un élément par son nom, pas par son titre ${text} : écrivez « flow pim -> webshop ».`,
  }),
  arrowAfterWord: (word: string): Message => ({
    en: `'->' stands between two elements, and '${word}' is none. What '${word}' says follows it without an arrow.`,
    fr: `« -> » se place entre deux éléments, et « ${word} » n'en est pas un. Ce que dit « ${word} » le suit sans flèche.`,
  }),
  foreignArrow: (sign: string): Message => ({
    en: `An arrow is written '->', not '${sign}'.`,
    fr: `Une flèche s'écrit « -> », pas « ${sign} ».`,
  }),
  backwards: (written: string): Message => ({
    en: `An arrow leads from left to right: write '${written}'.`,
    fr: `Une flèche va de gauche à droite : écrivez « ${written} ».`,
  }),
  bothWays: (written: string): Message => ({
    en: `An arrow leads one way. For both, write '${written}', or a line for each.`,
    fr: `Une flèche va dans un seul sens. Pour les deux, écrivez « ${written} », ou une ligne pour chacun.`,
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
    en: 'This text is never closed. Add \'"""\' where it ends.',
    fr: 'Ce texte n\'est jamais fermé. Ajoutez « """ » à la fin.',
  }),
  noOpeningQuote: (): Message => ({
    en: "This quote closes a text that was never opened. Add a '\"' where the text begins.",
    fr: 'Ce guillemet ferme un texte jamais ouvert. Ajoutez « " » là où le texte commence.',
  }),
  textOverLines: (): Message => ({
    en: 'A text between single \'"\' stays on one line. Over several lines it stands between \'"""\' and \'"""\'.',
    fr: 'Un texte entre « " » tient sur une ligne. Sur plusieurs lignes, il se place entre « """ » et « """ ».',
  }),
  singleQuote: (): Message => ({
    en: 'A text stands between double quotes: "…". A single one means nothing here.',
    fr: 'Un texte se place entre guillemets doubles : "…". Un guillemet simple ne veut rien dire ici.',
  }),
  curlyQuote: (text: string): Message => ({
    en: `'${text}' is a typographic quote. Write texts between straight quotes: "…".`,
    fr: `« ${text} » est un guillemet typographique. Écrivez les textes entre guillemets droits : "…".`,
  }),
  openComment: (): Message => ({
    en: "This comment is never closed. Add '*/' where it ends.",
    fr: "Ce commentaire n'est jamais fermé. Ajoutez « */ » à la fin.",
  }),
  escape: (text: string): Message => ({
    en: `'${text}' is not an escape. Write \\" \\\\ \\n \\t or \\u{1F600}; a plain backslash is '\\\\'.`,
    fr: `« ${text} » n'est pas un échappement. Écrivez \\" \\\\ \\n \\t ou \\u{1F600} ; une barre simple s'écrit « \\\\ ».`,
  }),
  strayComma: (): Message => ({
    en: "This comma separates nothing. Remove it, or add the value that should follow.",
    fr: "Cette virgule ne sépare rien. Retirez-la, ou ajoutez la valeur qui manque.",
  }),
  wordForComma: (text: string): Message => ({
    en: `Values are separated by commas, not by '${text}': 'a, b'.`,
    fr: `Les valeurs se séparent par des virgules, pas par « ${text} » : « a, b ».`,
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
  missingOpen: (head: string): Message => ({
    en: `The block of '${head}' has no '{'. Add one at the end of this line; until then its lines are not read.`,
    fr: `Il manque la « { » du bloc de « ${head} ». Ajoutez-la à la fin de cette ligne ; d'ici là, son contenu n'est pas lu.`,
  }),
  json: (): Message => ({
    en: "This is JSON, and is not read. Here an element is a line and its block: 'tool pim { category pim }'.",
    fr: "Ceci est du JSON et n'est pas lu. Ici, un élément est une ligne et son bloc : « tool pim { category pim } ».",
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
