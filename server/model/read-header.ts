import { syntaxMessages } from "../../grammar/messages.ts";
import type { Mend } from "../../grammar/finding.ts";
import { remove, removeFlag, write } from "../../grammar/mends.ts";
import { fold, meantBy } from "../../grammar/near.ts";
import type { Kind } from "../../grammar/schema.ts";
import type { Item, NameValue, StringValue, Word } from "../../grammar/tree.ts";
import { languageMessages as say } from "./messages.ts";
import { innerQuote, isOpenText } from "./read-list.ts";
import type { Notes } from "./reading.ts";

/** A name for what has a title: `Product information` → `product-information`. */
export function slug(title: string): string {
  const words = fold(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  const name = words.slice(0, 4).join("-");
  return /^\p{L}/u.test(name) ? name : "";
}

export interface Header {
  readonly title: StringValue | undefined;
  readonly flags: readonly Word[];
}

/** Whose header it is. */
export interface Headed {
  readonly kind: Kind;
  readonly name: Word | undefined;
  readonly lost: Word | undefined;
}

const NONE: readonly Word[] = [];

/** What stands between the name and the block: a title, then flags. */
export function readHeader(notes: Notes, headed: Headed, items: readonly Item[], element: string): Header {
  const { kind } = headed;
  const [only] = items;
  // As nearly every header is: nothing, or a title.
  if (!only || (items.length === 1 && !only.comma && only.value.type === "string"))
    return { title: only?.value.type === "string" ? only.value : undefined, flags: NONE };
  let title: StringValue | undefined;
  const flags: Word[] = [];
  const inner = innerQuote(items.map(({ value }) => value));
  // What a text holds that lacks a quote is told with the quote.
  const isOpen = items.some(({ value }, index) => index > 0 && isOpenText(value));
  const words = inner || isOpen ? [] : plainWords(headed, items);
  const isTitle = words.length > 1 || (words.length === 1 && isWordOfTitle(headed, items));
  if (inner && !isOpen) notes.add("syntax", inner.span, say.innerQuote(), { element, mends: [inner.mend] });
  if (isTitle) titleWithoutQuotes(notes, headed, words, element);
  for (const [index, { value, comma }] of items.entries()) {
    const isTold = inner || isOpen || (isTitle && index < words.length);
    if (comma)
      notes.add("syntax", comma, syntaxMessages.strayComma(), { element, mends: [remove(comma, ",")] });
    if (value.type === "string" && index === 0) title = value;
    else if (isTold) continue;
    else if (value.type === "name") readFlag(notes, headed, value, flags, element);
    else if (value.type === "string") strayTitle(notes, kind, value, title ?? flags[0], element);
    else if (value.text !== "")
      notes.add("syntax", value.span, syntaxMessages.unexpected(value.text), { element });
  }
  return { title, flags };
}

/** The words after a name that are a title without its quotes, or the rest of a name with blanks in it. */
function plainWords({ kind }: Headed, items: readonly Item[]): readonly NameValue[] {
  const isFlag = (text: string): boolean => kind.flags.some(({ name }) => name === text);
  const end = items.findIndex(({ value, comma }) => value.type !== "name" || comma || isFlag(value.text));
  const words = items.slice(0, end < 0 ? undefined : end);
  return words.flatMap(({ value }) => (value.type === "name" ? [value] : []));
}

/** Whether the one word after a name can only be meant as its title, or as the rest of the name. */
function isWordOfTitle({ kind }: Headed, items: readonly Item[]): boolean {
  const [first] = items;
  return (
    kind.flags.length === 0 &&
    items.length === 1 &&
    propertyThatSays(kind, first?.value.text ?? "") === undefined
  );
}

function titleWithoutQuotes(
  notes: Notes,
  headed: Headed,
  words: readonly NameValue[],
  element: string,
): void {
  const [first] = words;
  const last = words.at(-1);
  // An edge has no name of its own; what it lacks are quotes, as where a quote is read later on the line.
  if (!first || !last || headed.lost) return;
  const span = { start: first.span.start, end: last.span.end };
  const text = words.map((word) => word.text).join(" ");
  const quote = write(span, `"${text}"`);
  const name = headed.name?.text ?? "a -> b";
  const joined = `-${text.replaceAll(" ", "-")}`;
  const join = write({ start: span.start - 1, end: span.end }, joined, name + joined);
  const mends = !headed.name
    ? [quote]
    : /^\p{Lu}/u.test(headed.name.text)
      ? [nameAndTitle(headed.name, text, last), join]
      : /^\p{Lu}/u.test(text)
        ? [quote, join]
        : [join, quote];
  const message = say.wordsWithoutQuotes(text, headed.kind.name, name);
  notes.add("invalid-value", span, message, { element, mends });
}

/** `mission Help people eat better`: all of it is the title, and the name is missing. */
function nameAndTitle(name: Word, rest: string, last: Word): Mend {
  const title = `${name.text} ${rest}`;
  return write({ start: name.span.start, end: last.span.end }, `${slug(title)} "${title}"`);
}

/** A text that comes too late to be the title. */
function strayTitle(
  notes: Notes,
  kind: Kind,
  value: StringValue,
  before: Word | undefined,
  element: string,
): void {
  const isLate = before !== undefined && !before.text.startsWith('"');
  const message = isLate ? say.lateTitle(before.text) : say.secondTitle(kind.name);
  const between = { start: before?.span.end ?? 0, end: value.span.start };
  const mends = isLate
    ? [
        {
          title: { en: "Put the title first", fr: "Mettre le titre en premier" },
          changes: [
            { span: { start: before.span.start, end: before.span.start }, text: `${value.text} ` },
            { span: { start: Math.max(between.start, value.span.start - 1), end: value.span.end }, text: "" },
          ],
        },
      ]
    : [];
  notes.add("syntax", value.span, message, { element, mends });
}

function readFlag(notes: Notes, headed: Headed, word: NameValue, flags: Word[], element: string): void {
  const { kind, lost } = headed;
  const row = kind.flags.find(({ name }) => name === word.text);
  if (!row) {
    const names = kind.flags.map(({ name }) => name);
    const near = meantBy(word.text, names);
    const property = near === undefined ? propertyThatSays(kind, word.text) : undefined;
    const message = property
      ? say.wordOfProperty(word.text, kind.name, property)
      : say.unknownFlag(word.text, kind.name, names, near);
    // What a line lost behind this word explains it, or comes first.
    if (near !== undefined || !lost)
      notes.add("invalid-value", word.span, message, { element, suggestion: near });
    return;
  }
  const other = flags.find(({ text }) => {
    const group = kind.flags.find(({ name }) => name === text)?.group;
    return text === word.text || (group !== undefined && group === row.group);
  });
  if (other) {
    const message = say.contradictoryFlags(word.text, other.text);
    notes.add("invalid-value", word.span, message, { element, mends: [removeFlag(word)] });
  } else flags.push(word);
}

/** The one property of a kind that may say a word; undefined where there is none, or there are several. */
export function propertyThatSays(kind: Kind, word: string): string | undefined {
  const saying = kind.properties.filter(({ value }) => value.type === "choice" && value.words.includes(word));
  return saying.length === 1 ? saying[0]?.name : undefined;
}
