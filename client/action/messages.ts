import type { Locale, Message } from "../../grammar/finding.ts";
import { plural, pluriel } from "./plural.ts";
import type { Criterion } from "./criterion.ts";

/** What the action says when something is not as it should be: in the log, and as annotations without a line. */
export const actionMessages = {
  badInput: (name: string, value: string, values: readonly string[]): Message => ({
    en: `'${value}' is nothing that the input '${name}' can be. Write one of ${values.join(", ")}.`,
    fr: `« ${value} » n'est pas une valeur de l'entrée « ${name} ». Écrivez l'une de celles-ci : ${values.join(", ")}.`,
  }),
  pathOutside: (path: string): Message => ({
    en: `The path '${path}' leads out of the workspace. Name a folder of the repository.`,
    fr: `Le chemin « ${path} » sort de l'espace de travail. Donnez un dossier du dépôt.`,
  }),
  pathIsFile: (path: string): Message => ({
    en: `The path '${path}' is a file. Name the folder of the architecture.`,
    fr: `Le chemin « ${path} » est un fichier. Donnez le dossier de l'architecture.`,
  }),
  noArchitecture: (path: string): Message => ({
    en: `There is no .bizarch file in '${path}', before the change or after it. Set the input 'path', or check out the repository first.`,
    fr: `Il n'y a aucun fichier .bizarch dans « ${path} », ni avant ni après le changement. Renseignez l'entrée « path », ou récupérez d'abord le dépôt (actions/checkout).`,
  }),
  noCommit: (name: string, id: string): Message => ({
    en: `The commit ${id.slice(0, 10)} (${name}) is not here and could not be fetched. Give the job 'contents: read', or check out with 'fetch-depth: 0'.`,
    fr: `Le commit ${id.slice(0, 10)} (${name}) n'est pas là et n'a pas pu être récupéré. Donnez « contents: read » à la tâche, ou utilisez « fetch-depth: 0 » dans actions/checkout.`,
  }),
  noBase: (name: string): Message => ({
    en: `There is no branch, tag or commit '${name}' to compare with. Correct the input 'base'.`,
    fr: `Il n'y a ni branche, ni étiquette, ni commit « ${name} » à quoi comparer. Corrigez l'entrée « base ».`,
  }),
  noForkPoint: (base: string, head: string): Message => ({
    en: `${base} and ${head} have no common ancestor that could be fetched. Check out with 'fetch-depth: 0', or set the input 'base'.`,
    fr: `${base} et ${head} n'ont pas d'ancêtre commun qui ait pu être récupéré. Utilisez « fetch-depth: 0 » dans actions/checkout, ou renseignez l'entrée « base ».`,
  }),
  nothingToCompare: (event: string): Message => ({
    en: `Nothing to compare with on '${event}': the architecture is checked as it is.`,
    fr: `Rien à quoi comparer pour « ${event} » : l'architecture est vérifiée telle quelle.`,
  }),
  noPull: (): Message => ({
    en: "The workflow that this one follows ran for no pull request that is open: there is nothing to review.",
    fr: "Le workflow que celui-ci suit n'a tourné pour aucune pull request ouverte : il n'y a rien à revoir.",
  }),
  overtaken: (): Message => ({
    en: "A newer commit was pushed meanwhile; its own run writes the comment.",
    fr: "Un commit plus récent a été poussé entre-temps ; son propre passage écrit le commentaire.",
  }),
  leftOut: (count: number): Message => ({
    en: `${plural(count, "more finding")} than GitHub shows on lines; the log has them all.`,
    fr: `${pluriel(count, "constat")} de plus que GitHub n'en montre sur les lignes ; le journal les donne tous.`,
  }),
  readOnly: (): Message => ({
    en: "The change comes from a fork, whose runs may not write: the review stands in the job summary alone.",
    fr: "Le changement vient d'un fork, qui n'a pas le droit d'écrire : la revue figure dans le résumé de la tâche seulement.",
  }),
  mayNotComment: (what: string): Message => ({
    en: `The comment could not be written (${what}). Give the job 'pull-requests: write', or set 'comment: false'. The review stands in the job summary.`,
    fr: `Le commentaire n'a pas pu être écrit (${what}). Donnez « pull-requests: write » à la tâche, ou mettez « comment: false ». La revue figure dans le résumé de la tâche.`,
  }),
  couldNotComment: (what: string): Message => ({
    en: `The comment could not be written (${what}). Run the job again later. The review stands in the job summary.`,
    fr: `Le commentaire n'a pas pu être écrit (${what}). Relancez la tâche plus tard. La revue figure dans le résumé de la tâche.`,
  }),
  manyProjects: (count: number): Message => ({
    en: `${plural(count, "more project")} changed than there are comments for; the job summary has them all.`,
    fr: `${pluriel(count, "projet modifié", "projets modifiés")} de plus qu'il n'y a de commentaires ; le résumé de la tâche les donne tous.`,
  }),
} as const;

/** The words of the comment and of the summary, around the review. */
export interface ActionWords {
  /** Why the change does not pass. */
  readonly fails: (criteria: readonly Criterion[]) => string;
  /** What lets a wall pass: one of these labels, already marked up. */
  readonly accepting: (labels: readonly string[]) => string;
  readonly accepted: (labels: readonly string[]) => string;
  readonly resolved: string;
  readonly tooLong: string;
  readonly summary: string;
  readonly reviewTitle: string;
  readonly checkTitle: string;
}

const fails: Readonly<Record<Locale, Readonly<Record<Criterion, string>>>> = {
  en: {
    "new-error": "it introduces an error",
    "new-warning": "it introduces a warning or an error",
    wall: "it changes a load-bearing wall",
    loosened: "it loosens a guard",
    any: "it changes the architecture",
    error: "the architecture has errors",
    warning: "the architecture has warnings or errors",
    info: "the architecture has findings",
  },
  fr: {
    "new-error": "elle introduit une erreur",
    "new-warning": "elle introduit un avertissement ou une erreur",
    wall: "elle touche à un mur porteur",
    loosened: "elle relâche une garde",
    any: "elle modifie l'architecture",
    error: "l'architecture contient des erreurs",
    warning: "l'architecture contient des avertissements ou des erreurs",
    info: "l'architecture contient des constats",
  },
};

export const actionWords: Readonly<Record<Locale, ActionWords>> = {
  en: {
    fails: (criteria) => `The change does not pass: ${criteria.map((one) => fails.en[one]).join(", ")}.`,
    accepting: (labels) => `The label ${labels.join(" or ")} lets a change to load-bearing walls pass.`,
    accepted: (labels) => `Load-bearing walls change, which the label ${labels.join(" and ")} accepts.`,
    resolved: "Nothing in this pull request changes the architecture any more.",
    tooLong: "The review is longer than a comment may be.",
    summary: "The whole review",
    reviewTitle: "What changes in the architecture",
    checkTitle: "What is found in the architecture",
  },
  fr: {
    fails: (criteria) =>
      `La modification n'est pas acceptable : ${criteria.map((one) => fails.fr[one]).join(", ")}.`,
    accepting: (labels) => `L'étiquette ${labels.join(" ou ")} autorise une modification des murs porteurs.`,
    accepted: (labels) =>
      `Des murs porteurs sont modifiés, ce que l'étiquette ${labels.join(" et ")} accepte.`,
    resolved: "Cette pull request ne modifie plus l'architecture.",
    tooLong: "La revue est plus longue qu'un commentaire ne peut l'être.",
    summary: "La revue complète",
    reviewTitle: "Ce qui change dans l'architecture",
    checkTitle: "Ce qui est constaté dans l'architecture",
  },
};
