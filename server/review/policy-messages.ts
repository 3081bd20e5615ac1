import type { Message } from "../../grammar/finding.ts";
import { shortened } from "./terminal.ts";

const number = (count: number, noun: string): string => `${count} ${noun}${count > 1 ? "s" : ""}`;

function some(names: readonly string[], more: string): string {
  const shown = names.length > 4 ? names.slice(0, 3) : names;
  const rest = names.length - shown.length;
  return [...shown, ...(rest > 0 ? [`${rest} ${more}`] : [])].join(", ");
}

const brief = (text: string): string => shortened(text.trim().replace(/\s+/g, " "), 100);

/** What is said about a guard that became weaker or stronger. */
export const policyMessages = {
  profile: (old: string, now: string): Message => ({
    en: `the profile went from ${old} to ${now}`,
    fr: `le profil passe de ${old} à ${now}`,
  }),
  severity: (rule: string, old: string, now: string): Message => ({
    en: `rule '${rule}' went from ${old} to ${now}`,
    fr: `la règle « ${rule} » passe de ${old} à ${now}`,
  }),
  parameter: (rule: string, name: string, old: string, now: string): Message => ({
    en: `'${name}' of rule '${rule}' went from ${old} to ${now}`,
    fr: `« ${name} » de la règle « ${rule} » passe de ${old} à ${now}`,
  }),
  newWaiver: (rule: string, element: string, until: string): Message => ({
    en: `a new waiver of '${rule}' for '${element}' until ${until}`,
    fr: `une nouvelle dérogation à « ${rule} » pour « ${element} » jusqu'au ${until}`,
  }),
  longerWaiver: (rule: string, element: string, old: string, now: string): Message => ({
    en: `the waiver of '${rule}' for '${element}' was prolonged from ${old} to ${now}`,
    fr: `la dérogation à « ${rule} » pour « ${element} » est prolongée du ${old} au ${now}`,
  }),
  shorterWaiver: (rule: string, element: string, old: string, now: string): Message => ({
    en: `the waiver of '${rule}' for '${element}' was shortened from ${old} to ${now}`,
    fr: `la dérogation à « ${rule} » pour « ${element} » est ramenée du ${old} au ${now}`,
  }),
  otherReason: (rule: string, element: string, old: string, now: string): Message => ({
    en: `the waiver of '${rule}' for '${element}' has another reason: “${brief(now)}”, and no longer “${brief(old)}”`,
    fr: `la dérogation à « ${rule} » pour « ${element} » a une autre raison : « ${brief(now)} », et non plus « ${brief(old)} »`,
  }),
  noWaiver: (rule: string, element: string): Message => ({
    en: `the waiver of '${rule}' for '${element}' was withdrawn`,
    fr: `la dérogation à « ${rule} » pour « ${element} » est retirée`,
  }),
  hidden: (rule: string, element: string | null, count: number): Message => ({
    en: `the baseline hides ${number(count, "finding")} more of '${rule}'${element === null ? "" : ` for '${element}'`}`,
    fr: `la référence masque ${number(count, "constat")} de plus de « ${rule} »${element === null ? "" : ` pour « ${element} »`}`,
  }),
  shown: (rule: string, element: string | null, count: number): Message => ({
    en: `the baseline hides ${number(count, "finding")} less of '${rule}'${element === null ? "" : ` for '${element}'`}`,
    fr: `la référence masque ${number(count, "constat")} de moins de « ${rule} »${element === null ? "" : ` pour « ${element} »`}`,
  }),
  leftOut: (files: readonly string[]): Message => ({
    en: `the project leaves out what it had: ${some(files, "more")}`,
    fr: `le projet laisse de côté ce qu'il avait : ${some(files, "de plus")}`,
  }),
  newRule: (rule: string): Message => ({
    en: `a new rule of the project's own, '${rule}'`,
    fr: `une nouvelle règle propre au projet, « ${rule} »`,
  }),
  noRule: (rule: string): Message => ({
    en: `the project's own rule '${rule}' was taken out`,
    fr: `la règle propre au projet « ${rule} » est retirée`,
  }),
  otherRule: (rule: string, word: string, old = "—", now = "—"): Message => ({
    en: `what '${rule}' says under '${word}' went from ${old} to ${now}`,
    fr: `ce que « ${rule} » dit sous « ${word} » passe de ${old} à ${now}`,
  }),
} as const;
