import type { Message } from "../../grammar/finding.ts";

/** What the rules of the language itself say: what is wrong, and what to write. */

const meant = (suggestion: string | undefined): Message =>
  suggestion === undefined
    ? { en: "", fr: "" }
    : { en: ` Did you mean '${suggestion}'?`, fr: ` Vouliez-vous écrire « ${suggestion} » ?` };

const list = (words: readonly string[]): string => words.join(", ");

/** `catalog.Product`, and what to do where nothing of that name is near. */
export const languageMessages = {
  unknownKind: (word: string, near: string | undefined): Message => ({
    en: `There is no kind of element called '${word}'.${meant(near).en || " The kinds are those of the language: mission, domain, tool, flow, …"}`,
    fr: `Aucun type d'élément ne s'appelle « ${word} ».${meant(near).fr || " Les types sont ceux du langage : mission, domain, tool, flow, …"}`,
  }),
  unknownProperty: (
    word: string,
    kind: string,
    near: string | undefined,
    others: readonly string[],
  ): Message => ({
    en: `A${n(kind)} has no property '${word}'.${meant(near).en || elsewhere(others).en}`,
    fr: `Un élément ${kind} n'a pas de propriété « ${word} ».${meant(near).fr || elsewhere(others).fr}`,
  }),
  unknownPolicyWord: (word: string, words: readonly string[], near: string | undefined): Message => ({
    en: `A line of a policy begins with ${list(words)}, not with '${word}'.${meant(near).en}`,
    fr: `Une ligne de « policy » commence par ${list(words)}, pas par « ${word} ».${meant(near).fr}`,
  }),
  attributeWithoutType: (word: string): Message => ({
    en: `'${word}' has no type. An attribute is written '${word}: text'.`,
    fr: `« ${word} » n'a pas de type. Un attribut s'écrit « ${word}: text ».`,
  }),
  unknownReference: (name: string, expected: readonly string[], near: string | undefined): Message => ({
    en: `Nothing is called '${name}' here.${meant(near).en || ` Declare the ${orList(expected, "or")}, or correct the name.`}`,
    fr: `Rien ne s'appelle « ${name} » ici.${meant(near).fr || ` Déclarez l'élément (${orList(expected, "ou")}), ou corrigez le nom.`}`,
  }),
  wrongKind: (name: string, kind: string, key: string, expected: readonly string[]): Message => ({
    en: `'${name}' is a${n(kind)}, and '${key}' takes a${n(orList(expected, "or"))}.`,
    fr: `« ${name} » est un élément ${kind}, et « ${key} » attend : ${orList(expected, "ou")}.`,
  }),
  misplacedElement: (kind: string, within: string | undefined): Message => ({
    en: within
      ? `'${kind}' stands in a${n(within)}, not here.`
      : `'${kind}' stands at the top of a file, not in a block.`,
    fr: within
      ? `« ${kind} » se place dans un élément ${within}, pas ici.`
      : `« ${kind} » se place au premier niveau d'un fichier, pas dans un bloc.`,
  }),
  misplacedProperty: (word: string): Message => ({
    en: `'${word}' is a property: it stands in the block of an element, not at the top of a file.`,
    fr: `« ${word} » est une propriété : elle se place dans le bloc d'un élément, pas au premier niveau.`,
  }),
  misplacedAttribute: (word: string): Message => ({
    en: `'${word}:' declares an attribute, which stands in an entity.`,
    fr: `« ${word}: » déclare un attribut, qui se place dans une « entity ».`,
  }),
  misplacedNamespace: (): Message => ({
    en: "'namespace' stands once, as the first statement of a file.",
    fr: "« namespace » se place une seule fois, en tête de fichier.",
  }),
  namelessNamespace: (): Message => ({
    en: "'namespace' needs a name, which the names in this file begin with: write 'namespace retail.fr'.",
    fr: "« namespace » attend un nom, par lequel commencent ceux du fichier : écrivez « namespace retail.fr ».",
  }),
  namespaceBlock: (): Message => ({
    en: "'namespace' holds for the whole file and takes no block, so what is in it is not read. Remove the braces.",
    fr: "« namespace » vaut pour tout le fichier et ne prend pas de bloc : son contenu n'est pas lu. Retirez les accolades.",
  }),
  deepNamespace: (most: number): Message => ({
    en: `A namespace has ${String(most)} parts at most, so this one is not used. Shorten it.`,
    fr: `Un espace de noms a ${String(most)} parties au plus ; celui-ci est ignoré. Raccourcissez-le.`,
  }),
  duplicateName: (name: string, kind: string): Message => ({
    en: `There are two elements called '${name}'. Rename this ${kind}, or remove one: everything is known by its name.`,
    fr: `Deux éléments s'appellent « ${name} ». Renommez celui-ci (${kind}) ou retirez-en un : tout est connu par son nom.`,
  }),
  duplicateEdge: (name: string, kind: string): Message => ({
    en: `There are two ${kind}s '${name}' with the same title. Give each a title of its own, or remove one.`,
    fr: `Il y a deux « ${kind} » ${name} de même titre. Donnez un titre à chacun, ou retirez-en un.`,
  }),
  duplicateProperty: (key: string): Message => ({
    en: `'${key}' is already said here. Put it all in one line, or remove one.`,
    fr: `« ${key} » est déjà dit ici. Mettez tout sur une ligne, ou retirez-en une.`,
  }),
  duplicateDescription: (): Message => ({
    en: "The '///' comment above is already the description. Keep one of the two.",
    fr: "Le commentaire « /// » au-dessus est déjà la description. Gardez l'un des deux.",
  }),
  missingProperty: (kind: string, key: string, doc: string): Message => ({
    en: `This ${kind} lacks '${key}': ${lower(doc)}`,
    fr: `Il manque « ${key} » à cet élément ${kind}.`,
  }),
  missingName: (kind: string): Message => ({
    en: `This ${kind} has no name. Write one after '${kind}': '${kind} my-${kind}'.`,
    fr: `Cet élément ${kind} n'a pas de nom. Écrivez-en un après « ${kind} » : « ${kind} mon-nom ».`,
  }),
  missingEnds: (kind: string): Message => ({
    en: `A ${kind} joins two elements: write '${kind} a -> b'.`,
    fr: `Un élément ${kind} relie deux éléments : écrivez « ${kind} a -> b ».`,
  }),
  unknownFlag: (word: string, kind: string, flags: readonly string[], near: string | undefined): Message => ({
    en: `'${word}' cannot stand here.${meant(near).en || (flags.length > 0 ? ` A${n(kind)} may say here: ${list(flags)}.` : ` A${n(kind)} has no flags; what it says stands in its block.`)}`,
    fr: `« ${word} » n'a pas sa place ici.${meant(near).fr || (flags.length > 0 ? ` Un élément ${kind} peut dire ici : ${list(flags)}.` : ` Un élément ${kind} n'a pas de mot-clé ici ; le reste va dans son bloc.`)}`,
  }),
  contradictoryFlags: (word: string, other: string): Message => ({
    en: `'${word}' ${word === other ? "is said twice" : `contradicts '${other}'`}. Keep one of the two.`,
    fr: `« ${word} » ${word === other ? "est dit deux fois" : `contredit « ${other} »`}. Gardez l'un des deux.`,
  }),
  noValue: (key: string, expected: Message): Message => ({
    en: `'${key}' has no value: it takes ${expected.en}.`,
    fr: `« ${key} » n'a pas de valeur : on attend ${expected.fr}.`,
  }),
  tooMany: (key: string): Message => ({
    en: `'${key}' takes one value. Remove this one, or the one before.`,
    fr: `« ${key} » ne prend qu'une valeur. Retirez celle-ci, ou la précédente.`,
  }),
  wrongValue: (text: string, key: string, expected: Message, near: string | undefined): Message => ({
    en: `'${text}' does not fit '${key}', which takes ${expected.en}.${meant(near).en}`,
    fr: `« ${text} » ne convient pas à « ${key} », qui attend ${expected.fr}.${meant(near).fr}`,
  }),
  noBlock: (key: string): Message => ({
    en: `'${key}' takes no block. Remove the braces and what is in them.`,
    fr: `« ${key} » ne prend pas de bloc. Retirez les accolades et leur contenu.`,
  }),
  incomparable: (key: string): Message => ({
    en: `'${key}' cannot be compared by size. Use '=' or '!='.`,
    fr: `« ${key} » ne se compare pas par ordre. Utilisez « = » ou « != ».`,
  }),
  contradictoryQuality: (claim: string, flaw: string): Message => ({
    en: `Data that is ${flaw} is not ${claim}: whoever relies on the second is misled by the first. Keep the one that is true.`,
    fr: `Une donnée « ${flaw} » n'est pas « ${claim} » : qui se fie à l'un est trompé par l'autre. Gardez celui qui est vrai.`,
  }),
} as const;

function elsewhere(kinds: readonly string[]): Message {
  if (kinds.length === 0) {
    return {
      en: " Remove it, or begin it with 'x-' if it is your own.",
      fr: " Retirez-la, ou faites-la commencer par « x- » si elle est à vous.",
    };
  }
  return { en: ` It belongs to: ${list(kinds)}.`, fr: ` Elle appartient à : ${list(kinds)}.` };
}

function orList(words: readonly string[], or: string): string {
  if (words.length === 0 || words.length > 6) return or === "or" ? "element" : "élément";
  return words.length < 2 ? list(words) : `${list(words.slice(0, -1))} ${or} ${words.at(-1) ?? ""}`;
}

/** What follows the letter of an article: ` tool`, `n entity`. */
function n(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? "n" : ""} ${kind}`;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
