import { syntaxMessages } from "../../grammar/messages.ts";
import { insert, remove, write } from "../../grammar/mends.ts";
import { alsoWritten } from "../../grammar/also.ts";
import { fold, meantBy, nearest } from "../../grammar/near.ts";
import { policyWords } from "../../grammar/schema.ts";
import { writeString } from "../../grammar/strings.ts";
import type { Item, Statement, Value, Word } from "../../grammar/tree.ts";
import type { PolicyLine, SeverityLine } from "./declaration.ts";
import { languageMessages as say } from "./messages.ts";
import { nearValue } from "./near-value.ts";
import { plainValues } from "./read-property.ts";
import { colonAfterWord } from "./stray-line.ts";
import type { Notes } from "./reading.ts";
import { expectation } from "./values.ts";

const WORDS = policyWords.map(({ name }) => name);
const RULE = { en: "the name of a rule", fr: "le nom d'une règle" };
const LINES = {
  en: "a block of lines such as 'warning tool-sprawl limit 8'",
  fr: "un bloc de lignes comme « warning tool-sprawl limit 8 »",
};
const EXCEPTION = {
  en: 'this form: allow <rule> for <element> because "…" until 2027-06-30',
  fr: 'cette forme : allow <règle> for <élément> because "…" until 2027-06-30',
};

/** The lines of a `policy` block. What a line has wrong is noted; a line that names no rule says nothing. */
export function readPolicy(notes: Notes, policy: Statement): readonly PolicyLine[] {
  const extra = policy.items[0]?.value;
  if (extra) {
    const mends = [remove({ start: extra.span.start - 1, end: extra.span.end }, extra.text)];
    notes.add("invalid-value", extra.span, say.policyName(extra.text), {
      mends: policy.items.length > 1 ? [] : mends,
    });
  }
  if (!policy.block && !extra && !policy.lost)
    notes.add("invalid-value", policy.head.span, say.noValue("policy", LINES));
  return (policy.block?.statements ?? []).flatMap((line) => readLine(notes, line) ?? []);
}

function readLine(notes: Notes, line: Statement): PolicyLine | undefined {
  const { head, block } = line;
  if (line.colon && WORDS.includes(head.text)) colonAfterWord(notes, line, line.colon, undefined);
  if (!WORDS.includes(head.text)) {
    const [first] = line.items;
    if (first?.value.type === "name" && WORDS.includes(first.value.text)) {
      const span = { start: head.span.start, end: first.value.span.end };
      const mends = [write(span, `${first.value.text} ${head.text}`)];
      notes.add("unknown-property", head.span, say.ruleFirst(head.text, first.value.text), { mends });
      return undefined;
    }
    const short = head.text.length > 2 ? WORDS.find((word) => word.startsWith(head.text)) : undefined;
    const near = short ?? meantBy(head.text, WORDS);
    notes.add("unknown-property", head.span, say.unknownPolicyWord(head.text, WORDS, near), {
      suggestion: near,
    });
    return undefined;
  }
  if (block)
    notes.add(
      "syntax",
      { start: block.span.start, end: block.span.start + 1 },
      say.noBlock(head.text, block.closed),
    );
  return head.text === "allow" ? readWaiver(notes, line) : readSeverity(notes, line);
}

/** `warning tool-sprawl limit 8` */
function readSeverity(notes: Notes, line: Statement): PolicyLine | undefined {
  const { head, span } = line;
  const [first, ...rest] = line.items;
  const rule = ruleOf(notes, line, first?.value);
  if (!rule) return undefined;
  const [next] = rest;
  if (next?.comma && rest.every(({ value, comma }) => comma && value.type === "name")) {
    const span = { start: next.comma.start, end: next.value.span.start };
    const mends = [write(span, `; ${head.text} `, `${head.text} ${next.value.text}`)];
    notes.add("syntax", next.comma, say.oneRule(next.value.text), { mends });
    rest.length = 0;
  }
  return {
    type: "severity",
    top: notes.top,
    severity: head,
    rule,
    ...parametersOf(notes, rest, line.lost !== undefined),
    span,
  };
}

function ruleOf(notes: Notes, { head, lost }: Statement, value: Value | undefined): Word | undefined {
  if (value?.type === "name") return value;
  const suggestion = value && nearValue({ type: "word" }, value.text);
  if (value)
    notes.add("invalid-value", value.span, say.wrongValue(value.text, head.text, RULE, suggestion), {
      suggestion,
    });
  else if (!lost) notes.add("invalid-value", head.span, say.noValue(head.text, RULE));
  return undefined;
}

/** `limit 8 countries FR, DE`: a word, then its value, then more after commas. */
function parametersOf(
  notes: Notes,
  items: readonly Item[],
  isCut: boolean,
): Pick<SeverityLine, "parameters" | "keys"> {
  const parameters = new Map<string, Value[]>();
  const keys = new Map<string, Word>();
  let current: { readonly key: Word; readonly values: Value[] } | undefined;
  for (const { value, comma } of items) {
    if (value.type === "invalid" && value.text === "") {
      const span = comma ?? value.span;
      if (!isCut) notes.add("syntax", span, syntaxMessages.strayComma(), { mends: [remove(span, ",")] });
      continue;
    }
    // A comma stands between two values, and neither before a parameter nor before its first value.
    if (comma && !current?.values.length)
      notes.add("syntax", comma, syntaxMessages.strayComma(), { mends: [remove(comma, ",")] });
    if (current && (current.values.length === 0 || comma)) {
      current.values.push(value);
    } else if (value.type === "name") {
      current = { key: value, values: [] };
      if (keys.has(value.text))
        notes.add("duplicate-property", value.span, say.duplicateProperty(value.text));
      else parameters.set(value.text, current.values);
      keys.set(value.text, value);
    } else {
      notes.add("invalid-value", value.span, say.namelessParameter(value.text));
    }
  }
  const last = current;
  if (last && last.values.length === 0 && !isCut) {
    notes.add(
      "invalid-value",
      last.key.span,
      say.noValue(last.key.text, { en: "a value", fr: "une valeur" }),
    );
  }
  return { parameters, keys };
}

/** `allow <rule> for <element> because "…" until <date>` */
function readWaiver(notes: Notes, line: Statement): PolicyLine | undefined {
  const [first, ...rest] = plainValues(notes, line.items, undefined);
  const rule = ruleOf(notes, line, first);
  if (!rule) return undefined;
  const { parts, isBroken } = partsOf(notes, line, rule, rest);
  const [target, because, until] = WAIVER.map((word) => parts.get(word));
  if (until && until.type !== "date") {
    const expected = expectation({ type: "date" });
    const suggestion = nearValue({ type: "date" }, until.text);
    notes.add("invalid-value", until.span, say.wrongValue(until.text, "until", expected, suggestion), {
      suggestion,
    });
  }
  const reason = because?.type === "string" ? because : undefined;
  const told = isBroken || (because !== undefined && !reason);
  return { type: "waiver", top: notes.top, rule, target, because: reason, until, told, span: line.span };
}

const WAIVER: readonly string[] = ["for", "because", "until"];

/** What follows each word of a waiver. What belongs to none of them is noted once. */
function partsOf(notes: Notes, line: Statement, rule: Word, rest: readonly Value[]) {
  const parts = new Map<string, Value>();
  let isBroken = line.lost !== undefined;
  for (let at = 0; at < rest.length;) {
    const word = rest[at];
    const value = rest[at + 1];
    const key = word && (wordOfWaiver(word) ?? misspeltWord(word, value));
    if (!word) break;
    if (key === undefined) {
      const end = nextWord(rest, at + 1);
      strayPart(notes, rest.slice(at, end), at === 0 && !rest.some(({ text }) => text === "for"));
      isBroken = true;
      at = end;
      continue;
    }
    if (key !== word.text) {
      const message = say.unknownFlag(word.text, "waiver", WAIVER, key);
      notes.add("invalid-value", word.span, message, { suggestion: key });
      isBroken = true;
    }
    if (!value || wordOfWaiver(value) !== undefined) {
      if (!line.lost) notes.add("invalid-value", word.span, say.noValue(word.text, EXCEPTION));
      isBroken = true;
      at += 1;
      continue;
    }
    const end = key === "because" && value.type !== "string" ? nextWord(rest, at + 2) : at + 2;
    if (key === "because" && value.type !== "string") reasonWithoutQuotes(notes, rest.slice(at + 1, end));
    if (key === word.text) parts.set(key, value);
    at = end;
  }
  // What else it lacks is told of the whole of it.
  if (!parts.has("for") && parts.size === 2 && !isBroken)
    notes.add("invalid-value", rule.span, say.waiverForNobody(rule.text));
  return { parts, isBroken };
}

/** The word of a waiver that a value is, or was meant to be. */
function wordOfWaiver({ type, text }: Value): string | undefined {
  if (type !== "name") return undefined;
  return WAIVER.includes(text) ? text : WAIVER.find((word) => alsoWritten(word).includes(fold(text)));
}

/** The word of a waiver that was probably meant; undefined for what can be the element itself, its `for` left out. */
function misspeltWord({ type, text }: Value, next: Value | undefined): string | undefined {
  if (type !== "name" || !next || wordOfWaiver(next) !== undefined) return undefined;
  return nearest(text, WAIVER);
}

function nextWord(values: readonly Value[], from: number): number {
  const at = values.findIndex((value, index) => index >= from && wordOfWaiver(value) !== undefined);
  return at < 0 ? values.length : at;
}

/** What no word of a waiver stands before. */
function strayPart(notes: Notes, values: readonly Value[], lacksFor: boolean): void {
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last) return;
  const missing =
    first.type === "string"
      ? "because"
      : first.type === "date"
        ? "until"
        : lacksFor && values.length === 1
          ? "for"
          : undefined;
  const span = { start: first.span.start, end: last.span.end };
  const text = values.map((value) => value.text).join(" ");
  if (missing === undefined || values.length > 1)
    notes.add("invalid-value", span, say.wrongValue(text, "allow", EXCEPTION, undefined));
  else {
    const mends = [insert(first.span.start, `${missing} `)];
    notes.add("invalid-value", span, say.wordBefore(missing, text), { mends });
  }
}

function reasonWithoutQuotes(notes: Notes, values: readonly Value[]): void {
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last) return;
  const span = { start: first.span.start, end: last.span.end };
  const text = writeString(values.map((value) => value.text).join(" "));
  const mends = values.some(({ type }) => type === "string") ? [] : [write(span, text)];
  notes.add("invalid-value", span, say.noReason(), { mends });
}
