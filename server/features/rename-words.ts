import type { Message } from "../../grammar/finding.ts";

/** Why something is not renamed, and what to do instead. Places are written as `how.bizarch:12`. */
export const renameWords = {
  nothingHere: (): Message => ({
    en: "There is no name here. Put the cursor on the name of an element.",
    fr: "Il n'y a pas de nom ici. Placez le curseur sur le nom d'un élément.",
  }),
  word: (word: string): Message => ({
    en: `'${word}' is a word of the language here, and not the name of an element.`,
    fr: `« ${word} » est ici un mot du langage, et non le nom d'un élément.`,
  }),
  freeWord: (word: string, property: string): Message => ({
    en: `'${word}' is one of the words of '${property}', and not the name of an element.`,
    fr: `« ${word} » est un des mots de « ${property} », et non le nom d'un élément.`,
  }),
  title: (name: string): Message => ({
    en: `This is the title, which can be edited right here. What can be renamed is the name before it, '${name}'.`,
    fr: `Ceci est le titre, qui se modifie sur place. Ce qui peut être renommé est le nom qui le précède, « ${name} ».`,
  }),
  edge: (kind: string): Message => ({
    en: `A ${kind} has no name of its own: it is known by its two ends. Rename one of these, or edit its title.`,
    fr: `Un élément ${kind} n'a pas de nom à lui : on le connaît par ses deux bouts. Renommez l'un d'eux, ou modifiez le titre.`,
  }),
  ourRule: (rule: string): Message => ({
    en: `'${rule}' is not a rule of this project. Only the project's own rules, which it declares with 'rule', can be renamed.`,
    fr: `« ${rule} » n'est pas une règle de ce projet. Seules celles qu'il déclare lui-même avec « rule » peuvent être renommées.`,
  }),
  unknown: (name: string): Message => ({
    en: `Nothing is called '${name}' here, so there is nothing to rename. Correct the name, or declare the element first.`,
    fr: `Rien ne s'appelle « ${name} » ici : il n'y a rien à renommer. Corrigez le nom, ou déclarez d'abord l'élément.`,
  }),
  empty: (): Message => ({ en: "A name cannot be empty.", fr: "Un nom ne peut pas être vide." }),
  dotted: (name: string): Message => ({
    en: `'${name}' has a dot, which joins names. Write only the part that becomes another.`,
    fr: `« ${name} » contient un point, qui relie des noms. N'écrivez que la partie qui change.`,
  }),
  invalid: (name: string): Message => ({
    en: `'${name}' cannot be a name. A name is one word: a letter or _ first, then letters, digits and _, and hyphens between these.`,
    fr: `« ${name} » ne peut pas être un nom. Un nom est un seul mot : d'abord une lettre ou _, puis des lettres, des chiffres et _, et des traits d'union entre eux.`,
  }),
  taken: (name: string, kind: string, place: string): Message => ({
    en: `'${name}' is taken: ${place} declares an element ${kind} of that name. Choose another.`,
    fr: `« ${name} » est déjà pris : ${place} déclare un élément ${kind} de ce nom. Choisissez-en un autre.`,
  }),
  takenByRule: (name: string): Message => ({
    en: `'${name}' is taken: a rule of BizArch bears that name, and the policy could no longer tell the two apart.`,
    fr: `« ${name} » est déjà pris : une règle de BizArch porte ce nom, et la politique ne pourrait plus les distinguer.`,
  }),
  takenByNamespace: (name: string): Message => ({
    en: `'${name}' is taken: there is a namespace of that name, and the two would become one.`,
    fr: `« ${name} » est déjà pris : il y a un espace de noms de ce nom, et les deux n'en feraient plus qu'un.`,
  }),
  captured: (written: string, place: string, meant: string): Message => ({
    en: `${place} says '${written}' and means '${meant}', but would mean what is renamed. Choose another name, or write '${meant}' out in full there first.`,
    fr: `${place} dit « ${written} » pour « ${meant} », et désignerait l'élément renommé. Choisissez un autre nom, ou écrivez d'abord « ${meant} » en entier à cet endroit.`,
  }),
  found: (written: string, place: string): Message => ({
    en: `${place} says '${written}', which names nothing yet, and would mean what is renamed. Correct it first, or choose another name.`,
    fr: `${place} dit « ${written} », qui ne désigne encore rien, et désignerait l'élément renommé. Corrigez-le d'abord, ou choisissez un autre nom.`,
  }),
  shadowed: (written: string, place: string): Message => ({
    en: `${place} could no longer name it: '${written}' would mean something else there, even in full. Choose another name.`,
    fr: `${place} ne pourrait plus le désigner : « ${written} » y désignerait autre chose, même en entier. Choisissez un autre nom.`,
  }),
  misread: (name: string): Message => ({
    en: `With '${name}' a line of the text would be read as something else than it says today. Choose another name.`,
    fr: `Avec « ${name} », une ligne du texte serait lue autrement qu'aujourd'hui. Choisissez un autre nom.`,
  }),
} as const;
