import { categories } from "../../../grammar/categories.ts";
import { countries, currencies } from "../../../grammar/codes.ts";
import { grouped } from "../../../grammar/grouped.ts";
import { meantBy, nearest } from "../../../grammar/near.ts";
import { kinds, languageWords, otherStatements } from "../../../grammar/schema.ts";
import { Name, tokenize } from "../../../grammar/tokens.ts";
import type { Model } from "../../model/model.ts";
import { CONJUNCTIONS } from "../../model/read-list.ts";
import { FROM, IMPORTS, JOINTS } from "../../model/read-statement.ts";
import { outlineOf } from "../../model/outline.ts";
import { expectedAspects } from "../../rules/data-ignores-model.ts";
import { rules } from "../../rules/index.ts";
import { languageRules } from "../../rules/language/index.ts";
import { soundOf, soundsLikeAThing } from "../../rules/sound.ts";
import { telling } from "./aims.ts";

/** What stands for each word of an architecture that says something about it. */
export type NeutralWords = (word: string) => string;

/**
 * Another word for each that the language does not know, the same one wherever it stands and a different one for each:
 * what a name means is what it meant. It says no more than the kind of what is declared, whether it begins with a capital,
 * which of two comes first in the alphabet, and what a rule listens to in it.
 */
export function neutralWords(model: Model): NeutralWords {
  const declared = namesFor(stemsIn(model));
  const neutral = new Map<string, string>(declared);
  const missed = new Set<string>();
  const marks = [...CAPITALS].map((letter) => `XX${letter}`);
  let count = 0;
  const invent = (word: string): string => {
    // It is read as a currency behind a figure, known or not.
    const mark = /^[A-Z]{3}$/.test(word) ? marks.pop() : undefined;
    if (mark !== undefined) return mark;
    const slip = slipOf(word);
    // Of two slips for one word the second would be taken for the first.
    if (slip !== undefined && !missed.has(slip)) {
      missed.add(slip);
      return slip;
    }
    count++;
    return `${capitalised(word, word.startsWith("x-") ? "x-own" : "word")}-${count}`;
  };
  return (written) => {
    const word = written.normalize("NFC");
    const known = vocabulary.has(word) ? word : (neutral.get(word) ?? invent(word));
    neutral.set(word, known);
    return known;
  };
}

const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** What joins the parts of a waiver. */
const WAIVER = ["for", "because", "until"];

/** Every word that the language or one of its rules knows: it says nothing about anybody. */
export const vocabulary: ReadonlySet<string> = new Set([
  ...languageWords.keys(),
  ...categories,
  ...countries,
  ...currencies,
  ...Object.keys(otherStatements),
  ...[...rules, ...languageRules].map(({ name }) => name),
  ...rules.flatMap(({ parameters }) => Object.keys(parameters)),
  ...expectedAspects,
  ...WAIVER,
  ...CONJUNCTIONS,
  ...IMPORTS,
  ...FROM,
  ...JOINTS,
  // `business model`, in two words.
  ...kinds.flatMap(({ name }) => name.split("-")),
]);

/**
 * A word that is taken for the same word of the language, and is made of that alone: `categry` → `categoryy`. Undefined for
 * a word that nobody takes for one of the language.
 */
function slipOf(word: string): string | undefined {
  const meant = meantBy(word, SLIPPED);
  const slip = meant === undefined ? undefined : meant + meant.slice(-1);
  return slip !== undefined && !vocabulary.has(slip) && nearest(slip, SLIPPED) === meant ? slip : undefined;
}

const SLIPPED = [...languageWords.keys(), ...WAIVER];

/** A name for each word that declares something: its stem, and its place in the alphabet among those of that stem. */
function namesFor(stems: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const byStem = grouped(stems, ([word, stem]) => capitalised(word, stem));
  const named = [...byStem].flatMap(([stem, words]) => {
    const digits = String(words.length).length;
    const ordered = words.map(([word]) => word).toSorted((a, b) => (a < b ? -1 : 1));
    return ordered.map(
      (word, index) => [word, `${stem}-${String(index + 1).padStart(digits, "0")}`] as const,
    );
  });
  return new Map(named);
}

/** What the words that declare something are called after. */
function stemsIn(model: Model): ReadonlyMap<string, string> {
  const stems = new Map<string, string>();
  const add = (word: string, stem: string): void => {
    if (!stems.has(word)) stems.set(word, stem);
  };
  const aims = telling(model);
  for (const element of model.elements) {
    const id = element.declaration.id?.text;
    if (id === undefined) continue;
    const { name } = element.kind;
    const heard = name === "attribute" || name === "entity" ? heardIn(id, name) : name;
    add(id, aims.ids.get(element) ?? heard);
  }
  for (const file of model.project.files) {
    for (const { image, tokenType } of tokenize(outlineOf(file).prefix))
      if (tokenType === Name) add(image, "area");
  }
  return stems;
}

/** A stem in which a rule hears what it hears in a name: of a person, how one is reached, of a thing. */
function heardIn(id: string, stem: string): string {
  const sound = soundOf(id);
  const thing = soundsLikeAThing(id) ? "site-" : "";
  if (sound === "person") return `${thing}birth-name`;
  if (sound === "reach") return "email";
  return thing === "" ? stem : "site";
}

function capitalised(word: string, stem: string): string {
  return /^\p{Lu}/u.test(word) ? stem.charAt(0).toUpperCase() + stem.slice(1) : stem;
}
