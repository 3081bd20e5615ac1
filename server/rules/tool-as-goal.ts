import { categories } from "../../grammar/categories.ts";
import { once } from "../../grammar/once.ts";
import type { Span } from "../../grammar/text.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";
import { ofKind } from "../model/query.ts";
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
function aimOf({ declaration, id }: Element): Aim {
  const { title, statement } = declaration;
  if (title) return { text: title.text, span: title.span };
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
 * The name of a tool of the project, as the text writes it. Where it may be a plain word (`letters`), it counts with a
 * capital, or in a sentence about putting something in place.
 */
function toolIn(model: Model, text: string): string | undefined {
  const names = toolNames(model);
  if (names === undefined) return undefined;
  for (const { 0: found } of text.matchAll(names)) {
    const isName = /\p{Lu}|\p{N}|-/u.test(found) || PUT_IN_PLACE.test(text) || `"${found}"` === text;
    if (isName) return found;
  }
  return undefined;
}

/** The names and titles of all tools, as one pattern; undefined where there are none. A category's word is none. */
const toolNames = once((model: Model): RegExp | undefined => {
  const names = ofKind(model, "tool").flatMap(({ id, title }) => [id, title ?? id]);
  const plain = new Set(categories);
  const telling = [...new Set(names)].filter((name) => name.length > 2 && !plain.has(name.toLowerCase()));
  if (telling.length === 0) return undefined;
  // An id that stands for the aim is read with blanks for its hyphens.
  // Of two names that begin alike the longer one is meant.
  const escaped = telling
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("-", "[ -]"));
  return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${escaped.join("|")})(?![\\p{L}\\p{N}-])`, "giu");
});
