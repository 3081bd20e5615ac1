import {
  createScanner,
  findNodeAtLocation,
  getNodeValue,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from "jsonc-parser";
import picomatch from "picomatch";
import { languageFinding, type Finding, type Locale, type Message } from "../../grammar/finding.ts";
import { once } from "../../grammar/once.ts";
import { nearest } from "../../grammar/near.ts";
import type { SourceFile, Span } from "../../grammar/text.ts";

export type Profile = "starter" | "recommended" | "strict";

/** What a project's `bizarch.json` says. It is data only: nothing in it is ever run. */
export interface Config {
  readonly name: string | undefined;
  readonly profile: Profile | undefined;
  readonly locale: Locale | undefined;
  /** Whether a file of the project's folder belongs to it; the path is relative to that folder. */
  readonly includes: (path: string) => boolean;
  readonly findings: readonly Finding[];
}

export const CONFIG_FILE = "bizarch.json";

export const noConfig: Config = {
  name: undefined,
  profile: undefined,
  locale: undefined,
  includes: () => true,
  findings: [],
};

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  profile: ["starter", "recommended", "strict"],
  locale: ["en", "fr"],
};
const KEYS = ["name", "include", "exclude", "profile", "locale", "$schema"];

/** The configuration in a file. What it has wrong is found, and the rest of it holds. */
export const configOf: (file: SourceFile) => Config = once((file) => {
  const errors: ParseError[] = [];
  const tooDeep = depthFlaw(file);
  if (tooDeep) return { ...noConfig, findings: [tooDeep] };
  const root = parseTree(file.text, errors, { allowTrailingComma: false, disallowComments: true });
  const notes: Finding[] = errors
    .slice(0, 1)
    .map(({ error, offset, length }) =>
      flaw(file, "syntax", { start: offset, end: offset + length }, notJson(printParseErrorCode(error))),
    );
  if (root?.type !== "object") {
    if (notes.length === 0)
      notes.push(flaw(file, "syntax", { start: 0, end: file.text.length }, notJson("ObjectExpected")));
    return { ...noConfig, findings: notes };
  }
  for (const property of root.children ?? []) notes.push(...keyFlaws(file, property));
  const profile = text(root, "profile");
  const locale = text(root, "locale");
  return {
    name: text(root, "name"),
    profile: profile === "starter" || profile === "recommended" || profile === "strict" ? profile : undefined,
    locale: locale === "en" || locale === "fr" ? locale : undefined,
    includes: matcher(globs(root, "include"), globs(root, "exclude")),
    findings: notes,
  };
});

/** Deeper settings are refused before they are read, since reading them is recursive. */
const DEEPEST = 100;

function depthFlaw(file: SourceFile): Finding | undefined {
  const scanner = createScanner(file.text, true);
  let depth = 0;
  while (scanner.getPosition() < file.text.length) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const sign = file.text.charAt(start);
    if (sign === "{" || sign === "[") depth++;
    if (sign === "}" || sign === "]") depth--;
    if (depth > DEEPEST) return flaw(file, "syntax", { start, end: start + 1 }, notJson("TooDeep"));
  }
  return undefined;
}

function keyFlaws(file: SourceFile, property: Node): readonly Finding[] {
  const [key, value] = property.children ?? [];
  const name: unknown = key && getNodeValue(key);
  if (!key || typeof name !== "string") return [];
  if (!KEYS.includes(name)) return [flaw(file, "unknown-property", spanOf(key), unknownKey(name))];
  if (!value) return [];
  const held: unknown = getNodeValue(value);
  const choice = CHOICES[name];
  const isList = name === "include" || name === "exclude";
  const good = isList
    ? Array.isArray(held) && held.every(isGlob)
    : typeof held === "string" && (!choice || choice.includes(held));
  return good ? [] : [flaw(file, "invalid-value", spanOf(value), wrongSetting(name, choice, isList))];
}

function isGlob(glob: unknown): glob is string {
  return typeof glob === "string" && isInside(glob) && isQuick(slashed(glob));
}

/** A glob that stays in the project's folder. */
function isInside(glob: string): boolean {
  return !/^([\\/]|[A-Za-z]:)|(^|[\\/])\.\.([\\/]|$)/.test(glob);
}

/** A glob that no path takes long to be held against: the more a glob leaves open, the more ways there are to try. */
function isQuick(glob: string): boolean {
  const count = (sign: RegExp, text: string): number => text.match(sign)?.length ?? 0;
  if (glob.includes("(") || count(/\{/g, glob) > 3 || count(/\*\*/g, glob) > 3) return false;
  return glob.split("/").every((part) => count(/\*+/g, part) <= 3);
}

/** A glob as Windows writes it, as everybody else does. */
function slashed(glob: string): string {
  return glob.replaceAll("\\", "/");
}

function globs(root: Node, key: string): readonly string[] | undefined {
  const node = findNodeAtLocation(root, [key]);
  const held: unknown = node && getNodeValue(node);
  return Array.isArray(held) ? held.filter(isGlob) : undefined;
}

function text(root: Node, key: string): string | undefined {
  const node = findNodeAtLocation(root, [key]);
  const held: unknown = node && getNodeValue(node);
  return typeof held === "string" ? held : undefined;
}

function matcher(include: readonly string[] | undefined, exclude: readonly string[] | undefined) {
  const wanted = include && picomatch(include.map(folderGlob));
  const unwanted = exclude && exclude.length > 0 ? picomatch(exclude.map(folderGlob)) : undefined;
  return (path: string): boolean => (!wanted || wanted(path)) && !unwanted?.(path);
}

/** A glob that names a folder means all that is in it, as in `tsconfig.json`. */
function folderGlob(glob: string): string {
  const plain = slashed(glob).replace(/^\.\//, "").replace(/\/$/, "");
  return /[*?{[]/.test(plain) || plain.endsWith(".bizarch") ? plain : `${plain}/**`;
}

function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

const notJson = (what: string): Message => ({
  en: `This is not JSON (${what}), so the project's settings are not read. Correct it, or empty the file to '{}'.`,
  fr: `Ce n'est pas du JSON (${what}) : les réglages du projet ne sont pas lus. Corrigez-le, ou videz le fichier : « {} ».`,
});

function unknownKey(name: string): Message {
  const near = nearest(name, KEYS);
  return {
    en: `'${name}' is not a setting.${near ? ` Did you mean '${near}'?` : ` The settings are ${KEYS.slice(0, -1).join(", ")}.`}`,
    fr: `« ${name} » n'est pas un réglage.${near ? ` Vouliez-vous écrire « ${near} » ?` : ` Les réglages sont ${KEYS.slice(0, -1).join(", ")}.`}`,
  };
}

function wrongSetting(name: string, choice: readonly string[] | undefined, isList: boolean): Message {
  if (choice) {
    return {
      en: `'${name}' is one of ${choice.join(", ")}.`,
      fr: `« ${name} » est l'un de : ${choice.join(", ")}.`,
    };
  }
  if (!isList) return { en: `'${name}' is a text.`, fr: `« ${name} » est un texte.` };
  return {
    en: `'${name}' is a list of plain globs inside the project's folder, such as ["model/**"].`,
    fr: `« ${name} » est une liste de motifs simples dans le dossier du projet, comme ["model/**"].`,
  };
}

function flaw(file: SourceFile, rule: string, span: Span, message: Message): Finding {
  return languageFinding(rule, { path: file.path, top: undefined, span }, message);
}
