import type { Locale } from "../../../grammar/finding.ts";
import { element, type Html } from "../../review/html.ts";
import { shortened } from "../../review/terminal.ts";
import { sayIn, type Item, type List, type Say } from "./section.ts";
import { figure } from "./words.ts";

/** How a scorecard is written. */
export interface CardOptions {
  readonly locale: Locale;
  /** What tells it from others on the same page. */
  readonly id: string;
  /** Where a click on a name leads somewhere; left out where none does, as on paper. */
  readonly links?: Links;
}

interface Links {
  /** The URI of the project that the names belong to. */
  readonly project: string;
  readonly has: (name: string) => boolean;
}

/** What each part of it is written by; its own id is begun by that of what it stands in. */
export interface Context extends CardOptions {
  readonly say: Say;
}

export function contextOf(options: CardOptions): Context {
  return { ...options, say: sayIn(options.locale) };
}

/** So many names stand there at once; the others are folded. */
const FEW = 8;

/** More of one sort than these nobody reads on a page: the whole list is in the JSON. */
const MOST = 100;

/** The names under a figure: what lacks stands there, what is there can be unfolded. */
export function htmlLists(lists: readonly List[], context: Context): readonly Html[] {
  const { say, id } = context;
  const told = lists.filter(({ role }) => role === "lacks" || role === "excused");
  const others = lists.filter((list) => !told.includes(list));
  const shown = told.map((list, index) => listOf(list, { ...context, id: `${id}-${index}` }));
  if (others.length === 0) return shown;
  const folded = others.map((list, index) => listOf(list, { ...context, id: `${id}-o${index}` }));
  const title = say("What is there", "Ce qui est là");
  const also = say("What else lacks", "Ce qui manque aussi");
  const isAlso = others.every(({ role }) => role === "also-lacks");
  return [...shown, fold(`${id}-o`, isAlso ? also : title, ...folded)];
}

function listOf({ label, items, role }: List, { locale, say, links, id }: Context): Html {
  const name = (item: Item) => element("li", {}, ...itemParts(item, links));
  const [first, others] = [items.slice(0, FEW), items.slice(FEW, MOST)];
  const rest = items.length - MOST;
  const cut =
    rest > 0
      ? [element("li", {}, say(`and ${figure(rest, locale)} more`, `et ${figure(rest, locale)} de plus`))]
      : [];
  const more = say(
    `${figure(items.length - FEW, locale)} more`,
    `${figure(items.length - FEW, locale)} de plus`,
  );
  return element(
    "div",
    { class: `list ${role}` },
    element("p", {}, items.length === 0 ? label : say(`${label}:`, `${label} :`)),
    ...(first.length > 0 ? [element("ul", { class: "names" }, ...first.map(name))] : []),
    ...(others.length > 0
      ? [fold(id, more, element("ul", { class: "names" }, ...others.map(name), ...cut))]
      : []),
  );
}

function fold(id: string, title: string, ...content: readonly Html[]): Html {
  return element("details", { id }, element("summary", {}, title), ...content);
}

function itemParts({ name, isName, title, note }: Item, links: Context["links"]): readonly (Html | string)[] {
  return [
    isName ? htmlName(name, links) : name,
    ...(title === null ? [] : [" ", element("span", { class: "titled" }, shortened(title, 80))]),
    ...(note === "" ? [] : [" ", element("span", { class: "note" }, `(${shortened(note, 160)})`)]),
  ];
}

/** A name of a file; a button where it leads to the text. */
export function htmlName(name: string, links: Context["links"]): Html {
  return links?.has(name)
    ? element("button", { type: "button", class: "name", "data-name": name }, name)
    : element("code", { class: "name" }, name);
}
