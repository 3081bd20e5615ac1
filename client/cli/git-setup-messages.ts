import type { Message } from "../../grammar/finding.ts";

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
  set: (key: string): Message => ({
    en: `${key}: set for this clone.`,
    fr: `${key} : défini pour ce clone.`,
  }),
  unset: (key: string): Message => ({
    en: `${key}: removed from this clone.`,
    fr: `${key} : retiré de ce clone.`,
  }),
  same: (what: string): Message => ({
    en: `${what}: nothing to do.`,
    fr: `${what} : rien à faire.`,
  }),
  refused: (key: string): Message => ({
    en: `git would not change '${key}'. Check that the .git/config of this repository can be written.`,
    fr: `git n'a pas voulu modifier « ${key} ». Vérifiez que le .git/config de ce dépôt peut être écrit.`,
  }),
} as const;
