import type { Message } from "../../../grammar/finding.ts";

/** What refactorings are called, what they ask, and why one of them is not done. */
export const refactorWords = {
  // Why a plan is not carried out.
  misread: (): Message => ({
    en: "The text could not be read the same afterwards. Correct what is marked in these files first.",
    fr: "Le texte ne se lirait plus de la même façon ensuite. Corrigez d'abord ce qui est signalé dans ces fichiers.",
  }),
  worse: (rule: string): Message => ({
    en: `Something would be wrong afterwards that is not now (${rule}). Nothing was changed.`,
    fr: `Quelque chose serait faux ensuite qui ne l'est pas aujourd'hui (${rule}). Rien n'a été modifié.`,
  }),
  found: (written: string, place: string): Message => ({
    en: `${place} says '${written}', which names nothing yet, and would come to mean something. Correct it first.`,
    fr: `${place} dit « ${written} », qui ne désigne encore rien, et désignerait ensuite un élément. Corrigez-le d'abord.`,
  }),
  lost: (name: string, place: string): Message => ({
    en: `${place} could no longer name '${name}': the name would mean something else there, even in full.`,
    fr: `${place} ne pourrait plus désigner « ${name} » : ce nom y désignerait autre chose, même en entier.`,
  }),
  taken: (name: string): Message => ({
    en: `'${name}' is taken: choose another name.`,
    fr: `« ${name} » est déjà pris : choisissez un autre nom.`,
  }),
  declaredTwice: (name: string): Message => ({
    en: `'${name}' is declared more than once, so nothing says which one is meant. Correct that first.`,
    fr: `« ${name} » est déclaré plusieurs fois : rien ne dit lequel est visé. Corrigez cela d'abord.`,
  }),
  noChoice: (choice: string): Message => ({
    en: `'${choice}' is none of the choices any more.`,
    fr: `« ${choice} » ne fait plus partie des choix.`,
  }),
  unknown: (id: string): Message => ({
    en: `There is no refactoring '${id}'.`,
    fr: `Il n'y a pas de remaniement « ${id} ».`,
  }),
  makesNoFile: (): Message => ({
    en: "This would make a new file, which this editor cannot. Make an empty one first, and choose it.",
    fr: "Il faudrait un nouveau fichier, que cet éditeur ne sait pas créer. Créez-en d'abord un vide, et choisissez-le.",
  }),
  broken: (): Message => ({
    en: "This statement could not be read whole. Correct what is marked in it first.",
    fr: "Cette instruction n'a pas pu être lue en entier. Corrigez d'abord ce qui y est signalé.",
  }),

  // Moving.
  nothingToMove: (): Message => ({
    en: "There is no statement here. Put the cursor in one, or select several.",
    fr: "Il n'y a pas d'instruction ici. Placez le curseur dans l'une d'elles, ou sélectionnez-en plusieurs.",
  }),
  whereTo: (what: string): Message => ({
    en: `The file to move ${what} to`,
    fr: `Le fichier où déplacer ${what}`,
  }),
  moveTo: (what: Message, file: string): Message => ({
    en: `Move ${what.en} to ${file}`,
    fr: `Déplacer ${what.fr} vers ${file}`,
  }),
  moveToNew: (what: Message, file: string): Message => ({
    en: `Move ${what.en} to a new file, ${file}`,
    fr: `Déplacer ${what.fr} vers un nouveau fichier, ${file}`,
  }),
  newFile: (): Message => ({ en: "new file", fr: "nouveau fichier" }),
  fileName: (): Message => ({
    en: "A path in this architecture that ends in .bizarch",
    fr: "Un chemin dans cette architecture qui se termine par .bizarch",
  }),
  noFile: (path: string): Message => ({
    en: `'${path}' is no file of this architecture: write a path in its folder that ends in .bizarch and that bizarch.json does not exclude.`,
    fr: `« ${path} » n'est pas un fichier de cette architecture : écrivez un chemin dans son dossier, qui se termine par .bizarch et que bizarch.json n'exclut pas.`,
  }),
  sameFile: (): Message => ({
    en: "It stands in this file already.",
    fr: "C'est déjà dans ce fichier.",
  }),
  statement: (kind: string, name: string): Message => ({
    en: `${kind} '${name}'`,
    fr: `« ${kind} ${name} »`,
  }),
  statements: (count: number): Message => ({
    en: `${String(count)} statements`,
    fr: `${String(count)} instructions`,
  }),

  // Splitting.
  split: (file: string, files: readonly string[]): Message => ({
    en: `Split ${file} by storey, into ${files.join(", ")}`,
    fr: `Scinder ${file} par étage, en ${files.join(", ")}`,
  }),
  oneStorey: (): Message => ({
    en: "This file holds statements of one storey only, so there is nothing to split.",
    fr: "Ce fichier ne contient que des instructions d'un seul étage : il n'y a rien à scinder.",
  }),

  // Extracting a domain.
  noEntity: (): Message => ({
    en: "Put the cursor in an entity, or select several of one domain.",
    fr: "Placez le curseur dans une entité, ou sélectionnez-en plusieurs d'un même domaine.",
  }),
  allOfIt: (domain: string): Message => ({
    en: `These are all entities of '${domain}', so nothing would be left of it. Rename it instead (F2).`,
    fr: `Ce sont toutes les entités de « ${domain} » : il n'en resterait rien. Renommez-le plutôt (F2).`,
  }),
  domainName: (what: Message): Message => ({
    en: `The name of the new domain for ${what.en}`,
    fr: `Le nom du nouveau domaine pour ${what.fr}`,
  }),
  extract: (what: Message, domain: string): Message => ({
    en: `Extract ${what.en} into a new domain, '${domain}'`,
    fr: `Extraire ${what.fr} dans un nouveau domaine, « ${domain} »`,
  }),
  entities: (names: readonly string[]): Message => ({
    en: names.length === 1 ? `entity '${names[0] ?? ""}'` : `${String(names.length)} entities`,
    fr: names.length === 1 ? `« entity ${names[0] ?? ""} »` : `${String(names.length)} entités`,
  }),

  // A system of record.
  noTool: (): Message => ({
    en: "Put the cursor in a tool.",
    fr: "Placez le curseur dans un outil.",
  }),
  ownsNothing: (tool: string): Message => ({
    en: `'${tool}' owns nothing that another tool could keep instead.`,
    fr: `« ${tool} » ne possède rien qu'un autre outil pourrait garder à sa place.`,
  }),
  record: (data: readonly string[], id: string, tool: string): Message => ({
    en: `Make a system of record for ${quoted(data).en} ('${id}'), which '${tool}' reads`,
    fr: `Créer un référentiel pour ${quoted(data).fr} (« ${id} »), que « ${tool} » lira`,
  }),
  recordName: (data: readonly string[]): Message => ({
    en: `The name of the new system of record for ${quoted(data).en}`,
    fr: `Le nom du nouveau référentiel pour ${quoted(data).fr}`,
  }),
  recordTitle: (domain: string): Message => ({
    en: `Records of ${domain}`,
    fr: `Référentiel ${domain}`,
  }),
  noBasis: (data: string, from: string, to: string): Message => ({
    en: `'${data}' holds personal data, and nothing says on which legal basis it may go from '${from}' to '${to}': declare that flow with its 'basis'.`,
    fr: `« ${data} » contient des données personnelles, et rien ne dit sur quelle base légale elles peuvent aller de « ${from} » à « ${to} » : déclarez ce flux avec « basis ».`,
  }),

  // Merging.
  noOther: (): Message => ({
    en: "There is no other tool to merge it into.",
    fr: "Il n'y a pas d'autre outil avec lequel le fusionner.",
  }),
  mergeInto: (tool: string): Message => ({
    en: `The tool that '${tool}' is merged into, which stays`,
    fr: `L'outil dans lequel fusionner « ${tool} », et qui reste`,
  }),
  merge: (tool: string, into: string): Message => ({
    en: `Merge tool '${tool}' into '${into}'`,
    fr: `Fusionner l'outil « ${tool} » dans « ${into} »`,
  }),
  lostValue: (tool: string, property: string, value: string, kept: string): Message => ({
    en: `'${property} ${value}' of '${tool}' is gone: '${property} ${kept}' holds.`,
    fr: `« ${property} ${value} » de « ${tool} » disparaît : « ${property} ${kept} » l'emporte.`,
  }),
  lostProperty: (tool: string, property: string, value: string): Message => ({
    en: `'${property} ${value}' of '${tool}' is gone.`,
    fr: `« ${property} ${value} » de « ${tool} » disparaît.`,
  }),
  tangled: (): Message => ({
    en: "A chain of flows would name the same flow twice. Write it as separate flows first.",
    fr: "Une suite de flux nommerait deux fois le même. Écrivez-la d'abord en flux séparés.",
  }),

  // Retiring.
  isRetired: (tool: string): Message => ({
    en: `'${tool}' is retired already.`,
    fr: `« ${tool} » est déjà retiré.`,
  }),
  retire: (tool: string): Message => ({
    en: `Retire tool '${tool}', with its flows and reads`,
    fr: `Retirer l'outil « ${tool} », avec ses flux et ses lectures`,
  }),
  noRecord: (data: string): Message => ({
    en: `'${data}' has no system of record any more.`,
    fr: `« ${data} » n'a plus de référentiel.`,
  }),
  noSupply: (to: string, data: readonly string[]): Message => ({
    en: `'${to}' no longer gets ${quoted(data).en}.`,
    fr: `« ${to} » ne reçoit plus ${quoted(data).fr}.`,
  }),
  noReconciler: (data: string): Message => ({
    en: `Nothing reconciles '${data}' any more.`,
    fr: `Plus rien ne réconcilie « ${data} ».`,
  }),
  noDelivery: (kpi: string): Message => ({
    en: `Nothing delivers '${kpi}' any more.`,
    fr: `Plus rien ne fournit « ${kpi} ».`,
  }),
  noStage: (chain: string, stage: string): Message => ({
    en: `No tool is left for '${stage}' in '${chain}'.`,
    fr: `Il ne reste aucun outil pour « ${stage} » dans « ${chain} ».`,
  }),
  noService: (served: string): Message => ({
    en: `No tool serves '${served}' any more.`,
    fr: `Plus aucun outil ne sert « ${served} ».`,
  }),
  noTools: (initiative: string): Message => ({
    en: `'${initiative}' has no tool to use any more.`,
    fr: `« ${initiative} » n'a plus d'outil à utiliser.`,
  }),
  noWork: (team: string): Message => ({
    en: `'${team}' has no tool to work with any more.`,
    fr: `« ${team} » n'a plus d'outil pour travailler.`,
  }),
  noContact: (stakeholder: string): Message => ({
    en: `No flow links '${stakeholder}' to a tool any more.`,
    fr: `Plus aucun flux ne relie « ${stakeholder} » à un outil.`,
  }),

  // Declaring.
  nothingMissing: (): Message => ({
    en: "Every name here is declared. Put the cursor on a name that names nothing.",
    fr: "Tous les noms d'ici sont déclarés. Placez le curseur sur un nom qui ne désigne rien.",
  }),
  missingWhat: (): Message => ({
    en: "What is to be declared",
    fr: "Ce qui doit être déclaré",
  }),
} as const;

function quoted(names: readonly string[]): Message {
  return {
    en: names.map((name) => `'${name}'`).join(", "),
    fr: names.map((name) => `« ${name} »`).join(", "),
  };
}
