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
  /** `legacy` on a line of its own, or where flags stand: a word that one of the kind's properties may say. */
  wordOfProperty: (word: string, kind: string, property: string): Message => ({
    en: `'${word}' is what '${property}' may say: write '${property} ${word}' in the block of the ${kind}.`,
    fr: `« ${word} » est une valeur de « ${property} » : écrivez « ${property} ${word} » dans le bloc de l'élément ${kind}.`,
  }),
  flagInBlock: (word: string, kind: string): Message => ({
    en: `'${word}' is no property: it stands before the block, as in '${kind} name ${word} { … }'.`,
    fr: `« ${word} » n'est pas une propriété : ce mot se place avant le bloc, comme dans « ${kind} nom ${word} { … } ».`,
  }),
  unknownPolicyWord: (word: string, words: readonly string[], near: string | undefined): Message => ({
    en: `A line of a policy begins with ${list(words)}, not with '${word}'.${meant(near).en}`,
    fr: `Une ligne de « policy » commence par ${list(words)}, pas par « ${word} ».${meant(near).fr}`,
  }),
  attributeWithoutType: (word: string, type: string): Message => ({
    en: `'${word}' has no type. An attribute is written '${word}: ${type}'.`,
    fr: `« ${word} » n'a pas de type. Un attribut s'écrit « ${word}: ${type} ».`,
  }),
  attributeWithoutColon: (word: string, type: string): Message => ({
    en: `An entity has no property '${word}'. If it is an attribute, write '${word}: ${type}'.`,
    fr: `Un élément entity n'a pas de propriété « ${word} ». Si c'est un attribut, écrivez « ${word}: ${type} ».`,
  }),
  entityWithoutKind: (word: string): Message => ({
    en: `'${word}' is no kind of element. An entity of this domain is written 'entity ${word}'.`,
    fr: `« ${word} » n'est pas un type d'élément. Une entité de ce domaine s'écrit « entity ${word} ».`,
  }),
  noImport: (): Message => ({
    en: "Nothing is imported: all '.bizarch' files of a project form one architecture. Remove this line.",
    fr: "Rien ne s'importe : tous les fichiers « .bizarch » d'un projet forment une seule architecture. Retirez cette ligne.",
  }),
  optionalAttribute: (written: string): Message => ({
    en: `An attribute that may be missing says so after its type: '${written}'.`,
    fr: `Un attribut qui peut manquer le dit après son type : « ${written} ».`,
  }),
  edgeWithoutKind: (word: string): Message => ({
    en: `'${word}' is no kind of element. What goes from one to the other is a 'flow' of data or a 'value': write 'flow ${word} -> …'.`,
    fr: `« ${word} » n'est pas un type d'élément. Ce qui va de l'un à l'autre est un « flow » de données ou une « value » : écrivez « flow ${word} -> … ».`,
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
    en: `'${word}:' declares an attribute, which stands in an entity. Everything else is written without ':'.`,
    fr: `« ${word}: » déclare un attribut, qui se place dans une « entity ». Tout le reste s'écrit sans « : ».`,
  }),
  colonAfterWord: (word: string, next: string): Message => ({
    en: `Only an attribute of an entity has a ':' after its name. Write '${word} ${next}'.`,
    fr: `Seul un attribut d'une « entity » prend « : » après son nom. Écrivez « ${word} ${next} ».`,
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
  missingProperty: (kind: string, key: string, doc: string, expected: Message): Message => ({
    en: `This ${kind} lacks '${key}': ${lower(doc)} It takes ${expected.en}.`,
    fr: `Il manque « ${key} » à cet élément ${kind}. Cette propriété attend ${expected.fr}.`,
  }),
  missingEither: (kind: string, keys: readonly string[]): Message => ({
    en: `This ${kind} asks for nothing yet. Say with '${keys.join("' or '")}' what it holds the architecture to.`,
    fr: `Cet élément ${kind} n'exige encore rien. Dites avec « ${keys.join(" » ou « ")} » ce qu'il demande à l'architecture.`,
  }),
  missingName: (kind: string, name: string): Message => ({
    en: `This ${kind} has no name. Write one after '${kind}', without blanks or quotes: '${kind} ${name}'.`,
    fr: `Cet élément ${kind} n'a pas de nom. Écrivez-en un après « ${kind} », sans espace ni guillemets : « ${kind} ${name} ».`,
  }),
  dottedName: (name: string, plain: string): Message => ({
    en: `A dot stands between names that there are already, so '${name}' cannot be a new one. Write '${plain}'.`,
    fr: `Le point relie des noms qui existent déjà : « ${name} » ne peut pas en être un nouveau. Écrivez « ${plain} ».`,
  }),
  nameOfDigits: (text: string): Message => ({
    en: `A name begins with a letter, not as '${text}' does.`,
    fr: `Un nom commence par une lettre, et non comme « ${text} ».`,
  }),
  noEnds: (kind: string): Message => ({
    en: `'->' joins the two ends of a flow or a value, and a${n(kind)} has none. Give it one name, and write the flow on a line of its own.`,
    fr: `« -> » relie les deux bouts d'un « flow » ou d'une « value » ; un élément ${kind} n'en a pas. Donnez-lui un seul nom, et écrivez le flux sur sa propre ligne.`,
  }),
  missingEnds: (kind: string, from: string, to: string): Message => ({
    en: `A ${kind} joins two elements: write '${kind} ${from} -> ${to}'.`,
    fr: `Un élément ${kind} relie deux éléments : écrivez « ${kind} ${from} -> ${to} ».`,
  }),
  wordsWithoutQuotes: (all: string, kind: string, name: string): Message => {
    const words = all.length > 100 ? `${all.slice(0, 100)}…` : all;
    return {
      en: `A name is one word, and a title stands between quotes. Write '${kind} ${name} "${words}"', or '${kind} ${name}-${words.replaceAll(" ", "-")}'.`,
      fr: `Un nom tient en un mot, et un titre se place entre guillemets. Écrivez « ${kind} ${name} "${words}" », ou « ${kind} ${name}-${words.replaceAll(" ", "-")} ».`,
    };
  },
  secondTitle: (kind: string): Message => ({
    en: `A${n(kind)} has one title, and it is there already. Put this text in 'description', in the block.`,
    fr: `Un élément ${kind} n'a qu'un titre, et il est déjà là. Mettez ce texte dans « description », dans le bloc.`,
  }),
  lateTitle: (flag: string): Message => ({
    en: `The title stands before '${flag}', right after the name.`,
    fr: `Le titre se place avant « ${flag} », juste après le nom.`,
  }),
  innerQuote: (): Message => ({
    en: "A text ends at its next quote, so what follows is not part of it. Write a quote within a text as '\\\"'.",
    fr: "Un texte s'arrête au guillemet suivant : la suite n'en fait plus partie. À l'intérieur d'un texte, écrivez « \\\" ».",
  }),
  blanksInName: (words: string, key: string): Message => ({
    en: `'${key}' takes one name, and a name has no blanks, as '${words}' does. Write the name that the element was declared with, not its title.`,
    fr: `« ${key} » attend un seul nom, sans espace, et non « ${words} ». Écrivez le nom avec lequel l'élément est déclaré, pas son titre.`,
  }),
  unknownFlag: (word: string, kind: string, flags: readonly string[], near: string | undefined): Message => ({
    en: `'${word}' cannot stand here.${meant(near).en || (flags.length > 0 ? ` A${n(kind)} may say here: ${list(flags)}.` : ` A${n(kind)} has no flags; what it says stands in its block.`)}`,
    fr: `« ${word} » n'a pas sa place ici.${meant(near).fr || (flags.length > 0 ? ` Un élément ${kind} peut dire ici : ${list(flags)}.` : ` Un élément ${kind} n'a pas de mot-clé ici ; le reste va dans son bloc.`)}`,
  }),
  contradictoryFlags: (word: string, other: string): Message => ({
    en: `'${word}' ${word === other ? "is said twice" : `contradicts '${other}'`}. Keep one of the two.`,
    fr: `« ${word} » ${word === other ? "est dit deux fois" : `contredit « ${other} »`}. Gardez l'un des deux.`,
  }),
  noReason: (): Message => ({
    en: 'The reason stands between quotes: because "it goes in June".',
    fr: 'La raison se place entre guillemets : because "remplacé en juin".',
  }),
  oneRule: (rule: string): Message => ({
    en: `A line of a policy names one rule. Put '${rule}' on a line of its own.`,
    fr: `Une ligne de « policy » nomme une seule règle. Mettez « ${rule} » sur sa propre ligne.`,
  }),
  ruleFirst: (rule: string, word: string): Message => ({
    en: `What becomes of a rule comes first: '${word} ${rule}'.`,
    fr: `Ce qu'il advient d'une règle vient en premier : « ${word} ${rule} ».`,
  }),
  policyName: (word: string): Message => ({
    en: `A policy has no name: it is the whole project's. Remove '${word}'.`,
    fr: `Une « policy » n'a pas de nom : elle vaut pour tout le projet. Retirez « ${word} ».`,
  }),
  waiverForNobody: (rule: string): Message => ({
    en: `This exception does not say for what. Write 'for' and the element after '${rule}'.`,
    fr: `Cette dérogation ne dit pas pour quoi. Écrivez « for » et l'élément après « ${rule} ».`,
  }),
  wordBefore: (word: string, text: string): Message => ({
    en: `'${word}' is missing before '${text}'.`,
    fr: `Il manque « ${word} » avant « ${text} ».`,
  }),
  namelessParameter: (text: string): Message => ({
    en: `'${text}' stands alone. A parameter is its name and then its value, as in 'limit 8'.`,
    fr: `« ${text} » est seul. Un paramètre s'écrit par son nom, puis sa valeur, comme « limit 8 ».`,
  }),
  threeParts: (key: string): Message => ({
    en: `'${key}' takes three parts, what, how related and to what: '${key} tool[hosting != FR] owns entity[personal]'.`,
    fr: `« ${key} » attend trois parties, quoi, quel lien et à quoi : « ${key} tool[hosting != FR] owns entity[personal] ».`,
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
  noBlock: (key: string, isClosed: boolean): Message => ({
    en: `'${key}' takes no block. Remove ${isClosed ? "the braces and what is in them" : "the '{'"}.`,
    fr: `« ${key} » ne prend pas de bloc. Retirez ${isClosed ? "les accolades et leur contenu" : "l'accolade"}.`,
  }),
  incomparable: (key: string): Message => ({
    en: `'${key}' cannot be compared by size. Use '=' or '!='.`,
    fr: `« ${key} » ne se compare pas par ordre. Utilisez « = » ou « != ».`,
  }),
  /** A word in a clause that joins nothing, or nothing of that kind. */
  wrongRelation: (
    word: string,
    kind: string | undefined,
    known: readonly string[],
    near: string | undefined,
  ): Message => {
    const some = kind ? known : ["owns", "reads", "serves", "…"];
    return {
      en: `'${word}' joins ${kind ? `no ${kind}` : "nothing"} with another element.${meant(near).en || (some.length > 0 ? ` What does: ${list(some)}.` : " Nothing does.")}`,
      fr: `« ${word} » ne relie ${kind ? `aucun élément ${kind}` : "rien"} à un autre élément.${meant(near).fr || (some.length > 0 ? ` Ce qui relie : ${list(some)}.` : " Rien ne le fait.")}`,
    };
  },
  contradictoryQuality: (claim: string, flaws: readonly string[]): Message => ({
    en: `Data that is ${flaws.join(" and ")} is not ${claim}: whoever relies on '${claim}' is misled. Keep what is true.`,
    fr: `Des données « ${flaws.join(" » et « ")} » ne sont pas « ${claim} » : qui se fie à « ${claim} » est trompé. Gardez ce qui est vrai.`,
  }),
  otherHere: (name: string): Message => ({
    en: `The other '${name}' stands here.`,
    fr: `L'autre « ${name} » se trouve ici.`,
  }),
  declaredHere: (name: string, kind: string): Message => ({
    en: `'${name}' is declared here, as a${n(kind)}.`,
    fr: `« ${name} » est déclaré ici, comme ${kind}.`,
  }),
  saidHere: (word: string): Message => ({
    en: `'${word}' is said here.`,
    fr: `« ${word} » est dit ici.`,
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
