import type { Message } from "../../grammar/finding.ts";

export const policyMessages = {
  unknownRule: (name: string, near: string | undefined): Message => ({
    en: `There is no rule called '${name}'.${near ? ` Did you mean '${near}'?` : " 'bizarch explain' lists them."}`,
    fr: `Aucune règle ne s'appelle « ${name} ».${near ? ` Vouliez-vous écrire « ${near} » ?` : " « bizarch explain » en donne la liste."}`,
  }),
  alwaysOn: (name: string): Message => ({
    en: `'${name}' belongs to the language itself and is always on. Correct what it finds instead.`,
    fr: `« ${name} » fait partie du langage et reste toujours active. Corrigez plutôt ce qu'elle trouve.`,
  }),
  takenName: (name: string): Message => ({
    en: `'${name}' is a rule of BizArch itself, and nobody could tell which of the two a policy means. Rename this one.`,
    fr: `« ${name} » est une règle de BizArch, et rien ne dirait de laquelle parle une politique. Renommez celle-ci.`,
  }),
  saidTwice: (name: string): Message => ({
    en: `The policy already says how bad '${name}' is. Keep one of the two lines.`,
    fr: `La politique dit déjà la gravité de « ${name} ». Gardez une des deux lignes.`,
  }),
  withoutReason: (rule: string, lacks: readonly string[]): Message => ({
    en: `This exception to '${rule}' lacks '${lacks.join("' and '")}', so it is not granted: write because "…" until 2027-06-30.`,
    fr: `Il manque « ${lacks.join(" » et « ")} » à cette dérogation à « ${rule} » : elle n'est pas accordée. Écrivez because "…" until 2027-06-30.`,
  }),
  expired: (rule: string, element: string, until: string): Message => ({
    en: `The exception to '${rule}' for '${element}' ended on ${until}. Repair what it excused, or agree on a new end.`,
    fr: `La dérogation à « ${rule} » pour « ${element} » a pris fin le ${until}. Corrigez ce qu'elle excusait, ou convenez d'une nouvelle date.`,
  }),
  unused: (rule: string, element: string): Message => ({
    en: `'${element}' no longer needs this exception to '${rule}'. Remove it, so that the next contradiction is seen.`,
    fr: `« ${element} » n'a plus besoin de cette dérogation à « ${rule} ». Retirez-la, pour que la prochaine contradiction se voie.`,
  }),
  twice: (rule: string, element: string, until: string): Message => ({
    en: `Another exception to '${rule}' for '${element}' holds until ${until}, so that this one excuses nothing more. Remove it.`,
    fr: `Une autre dérogation à « ${rule} » pour « ${element} » court jusqu'au ${until} : celle-ci n'excuse rien de plus. Retirez-la.`,
  }),
  otherWaiver: (until: string): Message => ({
    en: `The one until ${until} stands here.`,
    fr: `Celle qui court jusqu'au ${until} se trouve ici.`,
  }),
  unknownParameter: (
    rule: string,
    name: string,
    known: readonly string[],
    near: string | undefined,
  ): Message => ({
    en: `'${rule}' has no parameter '${name}'.${near ? ` Did you mean '${near}'?` : known.length > 0 ? ` It has: ${known.join(", ")}.` : " It has none."}`,
    fr: `« ${rule} » n'a pas de paramètre « ${name} ».${near ? ` Vouliez-vous écrire « ${near} » ?` : known.length > 0 ? ` Elle a : ${known.join(", ")}.` : " Elle n'en a pas."}`,
  }),
  oneValue: (name: string): Message => ({
    en: `'${name}' takes one value. Remove this one, or the one before.`,
    fr: `« ${name} » ne prend qu'une valeur. Retirez celle-ci, ou la précédente.`,
  }),
  wrongParameter: (text: string, name: string, type: string, near: string | undefined): Message => ({
    en: `'${text}' does not fit '${name}', which takes ${{ number: "a number (8)", percent: "a share (60%)" }[type] ?? "words (FR, DE)"}.${near === undefined ? "" : ` Did you mean '${near}'?`}`,
    fr: `« ${text} » ne convient pas à « ${name} », qui attend ${{ number: "un nombre (8)", percent: "une part (60%)" }[type] ?? "des mots (FR, DE)"}.${near === undefined ? "" : ` Vouliez-vous écrire « ${near} » ?`}`,
  }),
} as const;
