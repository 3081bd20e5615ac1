import type { Message } from "../../../grammar/finding.ts";
import type { Baseline } from "./baseline.ts";

/** More names than these nobody reads. */
const NAMED = 5;

/** What is said about a baseline. */
export const baselineMessages = {
  none: (file: string): Message => ({
    en: `There is no baseline '${file}'. Record today's findings in it first: add --update-baseline.`,
    fr: `Il n'y a pas de référence « ${file} ». Enregistrez-y d'abord les constats du jour : ajoutez --update-baseline.`,
  }),
  broken: (file: string): Message => ({
    en: `'${file}' is not a baseline that bizarch can read. Take it back from git, or remove it and record anew with --update-baseline.`,
    fr: `« ${file} » n'est pas une référence que bizarch sait lire. Reprenez-la dans git, ou supprimez-la et enregistrez à nouveau avec --update-baseline.`,
  }),
  newer: (file: string): Message => ({
    en: `The baseline '${file}' was written by a newer bizarch. Bring this one up to date.`,
    fr: `La référence « ${file} » vient d'un bizarch plus récent. Mettez celui-ci à jour.`,
  }),
  noFile: (file: string): Message => ({
    en: `'${file}' is not a file, and a baseline is one. Name the file: --baseline ${file.replace(/\/$/, "")}/baseline.json.`,
    fr: `« ${file} » n'est pas un fichier, et une référence en est un. Donnez le fichier : --baseline ${file.replace(/\/$/, "")}/baseline.json.`,
  }),
  noStdin: (): Message => ({
    en: "A baseline is a file, not standard input. Name it: --baseline baseline.json.",
    fr: "Une référence est un fichier, pas l'entrée standard. Donnez-le : --baseline baseline.json.",
  }),
  whichOne: (): Message => ({
    en: "--update-baseline does not say which. Add --baseline FILE.",
    fr: "--update-baseline ne dit pas laquelle. Ajoutez --baseline FICHIER.",
  }),
  updated: (file: string, added: number, removed: number): Message => ({
    en: `The baseline '${file}' is up to date: ${added} added, ${removed} removed.`,
    fr: `La référence « ${file} » est à jour : ${added} de plus, ${removed} de moins.`,
  }),
  stale: (file: string, stale: Baseline): Message => {
    const count = stale.reduce((sum, recorded) => sum + recorded.count, 0);
    const all = [...new Set(stale.map(nameOf))];
    const names = all.slice(0, NAMED).join(", ");
    const more = all.length - NAMED;
    return {
      en: `${count} ${count === 1 ? "finding" : "findings"} of the baseline '${file}' ${count === 1 ? "is" : "are"} no longer there: ${names}${more > 0 ? ` and ${more} more` : ""}. Take ${count === 1 ? "it" : "them"} out with --update-baseline.`,
      fr: `${count} ${count === 1 ? "constat" : "constats"} de la référence « ${file} » ${count === 1 ? "a" : "ont"} disparu : ${names}${more > 0 ? ` et ${more} de plus` : ""}. Retirez-${count === 1 ? "le" : "les"} avec --update-baseline.`,
    };
  },
} as const;

function nameOf({ rule, element, project }: Baseline[number]): string {
  const what = element === null ? rule : `${rule} ${element}`;
  return project === "." ? what : `${project}: ${what}`;
}
