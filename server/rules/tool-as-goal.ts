import { categories } from "../../grammar/categories.ts";
import { derived } from "../model/derived.ts";
import type { Span } from "../../grammar/text.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";
import { ofKind, titleOf } from "../model/query.ts";
import { defineRule } from "./rule.ts";
import page from "./tool-as-goal.md";

export const toolAsGoal = defineRule({
  name: "tool-as-goal",
  severity: "warning",
  page,
  messages: {
    technology: (goal, word) => ({
      en: `'${goal}' takes '${word}' for an aim: a tool is reached on the day it is installed, and nobody is better off by then. Say what it is for, and let the tool serve that.`,
      fr: `« ${goal} » prend « ${word} » pour un but : un outil est atteint le jour où il est installé, et personne n'y a encore gagné. Dites à quoi il doit servir, que l'outil serve cela.`,
    }),
  },
  check: (model, report) => {
    for (const goal of ofKind(model, "goal")) {
      const aim = aimOf(goal);
      const word = technologyIn(aim.text) ?? toolIn(model, aim.text);
      if (word === undefined) continue;
      report(
        { element: goal, site: siteIn(goal, { span: wordSpan(aim, word) }) },
        "technology",
        goal.name,
        word,
      );
    }
  },
});

interface Aim {
  readonly text: string;
  /** Where the text is written, quotes included. */
  readonly span: Span;
}

/** What a goal says that it is about: its title, as it is written, else its id. */
function aimOf(goal: Element): Aim {
  const { declaration, id } = goal;
  const { title, statement } = declaration;
  if (titleOf(goal) !== undefined && title) return { text: title.text, span: title.span };
  return { text: id.replaceAll("-", " "), span: declaration.id?.span ?? statement.head.span };
}

function wordSpan({ text, span }: Aim, word: string): Span {
  const start = span.start + text.indexOf(word);
  return { start, end: start + word.length };
}

/** Words that can only be a tool or a technology, in English and French. The short ones only in capitals: `ai` is a word. */
const TECHNOLOGIES = [
  /(?<![\p{L}\p{N}])(?:crms?|cdps?|dmps?|erps?|pims?|mdm|plm|oms|wms|chat-?bots?|lakehouses?|blockchains?|metaverse|métavers|chatgpt|llms?)(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])(?:(?:customer )?data[ -](?:lakes?|warehouses?|platforms?|hubs?|mesh)|(?:lac|entrepôt)s? de données|big data|machine learning|digital twins?|jumeaux? numériques?|intelligence artificielle|artificial intelligence)(?![\p{L}\p{N}])/iu,
  /(?<![\p{L}\p{N}])(?:AI|IA|BI|ML|DAM|DSP|TMS|NFTs?|RPA)(?![\p{L}\p{N}])/u,
];

function technologyIn(text: string): string | undefined {
  for (const pattern of TECHNOLOGIES) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Words with which a tool is put in place: after them a plain word is the tool of that name. */
const PUT_IN_PLACE =
  /(?<!\p{L})(?:deploy|implement|install|introduce|launch|roll(?:ing)? out|set up|build|buy|adopt|migrate|move to|switch to|go live|put|replace|upgrade|déploy|implémenter|installer|lancer|mettre en|construire|acheter|adopter|migrer|passer à|remplacer|généraliser)/iu;

/**
 * The name of a tool of the project, as the text writes it. Where it may be a plain word (`letters`), it counts when it
 * is written like a name, or in a sentence about putting something in place.
 */
function toolIn(model: Model, text: string): string | undefined {
  const names = toolNames(model);
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu)];
  const start = words[0]?.index;
  for (const [index, { index: from }] of words.entries()) {
    const some = words.slice(index, index + MOST_WORDS);
    // Of two names that begin alike the longer one is meant.
    for (const last of some.toReversed()) {
      const found = text.slice(from, last.index + last[0].length);
      const titles = names.get(plain(found));
      if (titles && (isWrittenAsName(found, from === start, titles) || isItsSubject(text, found)))
        return found;
    }
  }
  return undefined;
}

/** No tool is called by more words than these; a title that is longer is a description. */
const MOST_WORDS = 5;

function isItsSubject(text: string, found: string): boolean {
  return PUT_IN_PLACE.test(text) || text === found || text === `"${found}"`;
}

/** A capital that does not begin the sentence, a digit, or the one word of a tool's title just as it is there. */
function isWrittenAsName(found: string, isFirst: boolean, titles: ReadonlySet<string>): boolean {
  if (/\p{N}|-|.\p{Lu}/u.test(found)) return true;
  return /^\p{Lu}/u.test(found) && (!isFirst || (titles.has(found) && !found.includes(" ")));
}

/** The ids and titles of all tools, in plain letters, each with the titles as they are. A category's word is none. */
const toolNames = derived((model: Model): ReadonlyMap<string, ReadonlySet<string>> => {
  const names = new Map<string, Set<string>>();
  for (const tool of ofKind(model, "tool")) {
    const title = titleOf(tool);
    for (const name of [tool.id, title ?? tool.id]) {
      if (name.length < 3 || categories.includes(name.toLowerCase())) continue;
      const titles = names.get(plain(name)) ?? new Set();
      names.set(plain(name), titles.add(title ?? ""));
    }
  }
  return names;
});

function plain(name: string): string {
  return name.toLowerCase().replaceAll("-", " ");
}
