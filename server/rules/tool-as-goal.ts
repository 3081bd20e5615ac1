import { categories } from "../../grammar/categories.ts";
import { once } from "../../grammar/once.ts";
import { derived, read } from "../model/derived.ts";
import type { Span } from "../../grammar/text.ts";
import { siteIn, siteOf, type Element, type Model } from "../model/model.ts";
import { ofKind, titleOf } from "../model/query.ts";
import { defineRule } from "./rule.ts";
import page from "./tool-as-goal.md";

export const toolAsGoal = defineRule({
  name: "tool-as-goal",
  severity: "warning",
  page,
  messages: {
    technology: (goal, word) => ({
      en: `'${goal}' takes '${word}' for an aim: it is reached on the day of the installation, when nobody is better off yet. Say what it is for, and let the tool serve that.`,
      fr: `« ${goal} » prend « ${word} » pour un but : il est atteint le jour de l'installation, quand personne n'y a encore rien gagné. Dites à quoi l'outil doit servir, et qu'il serve ce but.`,
    }),
  },
  check: (model, report) => {
    for (const goal of ofKind(model, "goal")) {
      const aim = aimOf(goal);
      const found = technologyIn(aim.text) ?? toolIn(model, aim.text);
      if (!found) continue;
      const { start, text } = found;
      const from = aim.span.start + start;
      const site = siteIn(goal, { span: { start: from, end: from + text.length } });
      report({ element: goal, site, related: toolsCalled(model, text) }, "technology", goal.name, text);
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

/** A stretch of an aim's text. */
interface Stretch {
  readonly start: number;
  readonly text: string;
}

/**
 * Words that can only be a tool or a technology, in English and French. The short ones only in capitals: `ai` is a
 * word. Abbreviations that say something else in either language (OMS, TMS, DSP, and ML behind a figure) are none.
 */
const TECHNOLOGIES = [
  "crms?|cdps?|dmps?|erps?|pims?|mdm|plm|wms|etl|(?:chat|voice|call)-?bots?|lakehouses?|blockchains?|metaverse|métavers|chatgpt|llms?",
  "(?:customer )?data[ -]?(?:lakes?|warehouses?|platforms?|hubs?|mesh)|(?:lac|entrepôt)s? de données|plate-?formes? (?:de )?(?:data|données)",
  "big data|machine learning|digital twins?|jumeaux? numériques?|intelligence artificielle|artificial intelligence",
  "marketing[ -]automation|tag[ -]managers?|feature[ -]stores?|api[ -]gateways?|(?:agent|assistant|robot)s? conversationnels?",
].map((words) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu"));

const IN_CAPITALS = /(?<![\p{L}\p{N}])(?:AI|IA|BI|(?<!\p{N} ?)ML|DAM|NFTs?|RPA)(?![\p{L}\p{N}])/u;

function technologyIn(text: string): Stretch | undefined {
  for (const pattern of [...TECHNOLOGIES, IN_CAPITALS]) {
    const found = pattern.exec(text);
    if (found) return { start: found.index, text: found[0] };
  }
  return undefined;
}

/** Where the tools of a name are declared: what the goal could say that it needs, instead of aiming at it. */
function toolsCalled(model: Model, text: string) {
  const called = toolNames(model).get(plain(text)) ?? [];
  return called.map((tool) => ({
    message: { en: `'${tool.name}' is a tool.`, fr: `« ${tool.name} » est un outil.` },
    site: siteOf(tool),
  }));
}

/** Words with which a tool is put in place: after them a plain word is the tool of that name. */
const PUT_IN_PLACE = new RegExp(
  [
    "(?:deploy|implement|install|launch|adopt)(?:s|ed|ing|ment|ation)?",
    "(?:introduc|migrat|replac|upgrad)(?:e|es|ed|ing|tion|ion)",
    "buy(?:ing)?|build(?:ing)?|roll(?:s|ed|ing)? out|roll-?outs?|set(?:ting)? up|(?:put|putting) in(?:to)?",
    "(?:move|moving|switch|switching) to|go(?:ing)? live",
    "déplo(?:yer|yons|yez|ie|iement)|implément(?:er|ons|ation)|install(?:er|ons)|lanc(?:er|ons|ement)",
    "mettre en|mise en (?:place|œuvre|service|ligne)|construire|acheter|achat|adopt(?:er|ons)|migr(?:er|ons)",
    "pass(?:er|ons|age) (?:à|au|aux|sur)|remplac(?:er|ons|ement)|général(?:iser|isons|isation)|équiper|équipement",
  ]
    .map((words) => `(?<!\\p{L})(?:${words})(?!\\p{L})`)
    .join("|"),
  "iu",
);

/**
 * The name of a tool of the project, as the text writes it. Where it may be a plain word (`letters`), it counts when it
 * is written like a name, or in a sentence about putting something in place.
 */
function toolIn(model: Model, text: string): Stretch | undefined {
  const names = toolNames(model);
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:[-.][\p{L}\p{N}]+)*/gu)];
  const start = words[0]?.index;
  for (const [index, { index: from }] of words.entries()) {
    const some = words.slice(index, index + MOST_WORDS);
    // Of two names that begin alike the longer one is meant.
    for (const last of some.toReversed()) {
      const found = text.slice(from, last.index + last[0].length);
      const tools = names.get(plain(found));
      if (tools && (isWrittenAsName(found, from === start, tools) || isItsSubject(text, found)))
        return { start: from, text: found };
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
function isWrittenAsName(found: string, isFirst: boolean, tools: readonly Element[]): boolean {
  if (/\p{N}|-|.\p{Lu}/u.test(found)) return true;
  return (
    /^\p{Lu}/u.test(found) &&
    (!isFirst || (tools.some((tool) => titleOf(tool) === found) && !found.includes(" ")))
  );
}

/** The tools by their ids and titles in plain letters. A category's word is no name. */
const toolNames = derived((model: Model): ReadonlyMap<string, readonly Element[]> => {
  read("title");
  const named = new Map<string, Element[]>();
  for (const tool of ofKind(model, "tool")) {
    for (const name of namesOf(tool)) {
      const known = named.get(name);
      if (known) known.push(tool);
      else named.set(name, [tool]);
    }
  }
  return named;
});

/** What a tool is called, in plain words: kept by the tool, since most are the same after an edit. */
const namesOf = once(({ id, title = id }: Element): ReadonlySet<string> => {
  return new Set([id, title].filter(isName).map(plain));
});

function isName(word: string): boolean {
  return word.length >= 3 && !categories.includes(word.toLowerCase());
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("-", " ");
}
