import type { Locale, Severity } from "../../grammar/finding.ts";

/** The words around findings in a terminal. */
export interface PrettyWords extends Readonly<Record<Severity, string>> {
  readonly alsoHere: string;
  readonly nothing: string;
  /** The same where a baseline hides something. */
  readonly nothingNew: string;
  readonly count: (count: number, severity: Severity) => string;
  readonly files: (count: number) => string;
  readonly elements: (count: number) => string;
  readonly projects: (count: number) => string;
  readonly waived: (count: number) => string;
  /** What the baseline hides. */
  readonly hidden: (count: number) => string;
}

const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
const pluriel = (count: number, un: string, plusieurs = `${un}s`): string =>
  `${count} ${count < 2 ? un : plusieurs}`;

export const prettyWords: Readonly<Record<Locale, PrettyWords>> = {
  en: {
    error: "error",
    warning: "warning",
    info: "info",
    alsoHere: "and here",
    nothing: "Nothing contradicts itself",
    nothingNew: "Nothing new contradicts itself",
    count: (count, severity) => (severity === "info" ? `${count} info` : plural(count, severity)),
    files: (count) => plural(count, "file"),
    elements: (count) => plural(count, "element"),
    projects: (count) => plural(count, "project"),
    waived: (count) => `${count} waived`,
    hidden: (count) => `${count} in the baseline`,
  },
  fr: {
    error: "erreur",
    warning: "avertissement",
    info: "info",
    alsoHere: "et ici",
    nothing: "Rien ne se contredit",
    nothingNew: "Rien de nouveau ne se contredit",
    count: (count, severity) =>
      severity === "info"
        ? `${count} info`
        : pluriel(count, severity === "error" ? "erreur" : "avertissement"),
    files: (count) => pluriel(count, "fichier"),
    elements: (count) => pluriel(count, "élément"),
    projects: (count) => pluriel(count, "projet"),
    waived: (count) => pluriel(count, "dérogation"),
    hidden: (count) => `${count} dans la référence`,
  },
};
