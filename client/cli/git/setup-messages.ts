import type { Message } from "../../../grammar/finding.ts";

/** What `git-setup` says that it did. */
export const gitSetupMessages = {
  added: (file: string, line: string): Message => ({
    en: `${file}: added '${line}'. Commit it, so that everybody has it.`,
    fr: `${file} : « ${line} » ajouté. Validez-le (commit), pour que chacun l'ait.`,
  }),
  removed: (file: string, line: string): Message => ({
    en: `${file}: removed '${line}'.`,
    fr: `${file} : « ${line} » retiré.`,
  }),
  addedForUser: (file: string, line: string): Message => ({
    en: `${file}: added '${line}'.`,
    fr: `${file} : « ${line} » ajouté.`,
  }),
  set: (key: string, scope: Scope): Message => ({
    en: `${key}: set for ${PLACES[scope].en}.`,
    fr: `${key} : défini pour ${PLACES[scope].fr}.`,
  }),
  unset: (key: string, scope: Scope): Message => ({
    en: `${key}: no longer set for ${PLACES[scope].en}.`,
    fr: `${key} : n'est plus défini pour ${PLACES[scope].fr}.`,
  }),
  same: (what: string): Message => ({
    en: `${what}: nothing to do.`,
    fr: `${what} : rien à faire.`,
  }),
  refused: (key: string, scope: Scope): Message => ({
    en: `git would not change '${key}'. Check that ${FILES[scope].en} can be written.`,
    fr: `git n'a pas voulu modifier « ${key} ». Vérifiez que ${FILES[scope].fr} peut être écrit.`,
  }),
  bare: (): Message => ({
    en: "A bare repository has no working tree to show changes of. Set up a clone of it, or all of yours with '--global'.",
    fr: "Un dépôt nu n'a pas de répertoire de travail dont montrer les changements. Configurez un clone, ou tous les vôtres avec « --global ».",
  }),
} as const;

type Scope = "local" | "global";

const PLACES = {
  local: { en: "this clone", fr: "ce clone" },
  global: { en: "all your repositories", fr: "tous vos dépôts" },
} as const;

const FILES = {
  local: { en: "the .git/config of this repository", fr: "le .git/config de ce dépôt" },
  global: { en: "your .gitconfig", fr: "votre .gitconfig" },
} as const;
