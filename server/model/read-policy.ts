import { syntaxMessages } from "../../grammar/messages.ts";
import { nearest } from "../../grammar/near.ts";
import { policyWords } from "../../grammar/schema.ts";
import type { Item, Statement, Value, Word } from "../../grammar/tree.ts";
import type { PolicyLine, SeverityLine } from "./declaration.ts";
import { languageMessages as say } from "./messages.ts";
import { plainValues } from "./read-property.ts";
import type { Notes } from "./reading.ts";

const WORDS = policyWords.map(({ name }) => name);
const RULE = { en: "the name of a rule", fr: "le nom d'une règle" };
const EXCEPTION = {
  en: 'allow <rule> for <element> because "…" until 2027-06-30',
  fr: 'allow <règle> for <élément> because "…" until 2027-06-30',
};

/** The lines of a `policy` block. What a line has wrong is noted; a line that names no rule says nothing. */
export function readPolicy(notes: Notes, policy: Statement): readonly PolicyLine[] {
  const extra = policy.items[0]?.value;
  if (extra) notes.add("invalid-value", extra.span, say.unknownFlag(extra.text, "policy", [], undefined));
  if (!policy.block && !extra) notes.add("invalid-value", policy.head.span, say.noValue("policy", EXCEPTION));
  return (policy.block?.statements ?? []).flatMap((line) => readLine(notes, line) ?? []);
}

function readLine(notes: Notes, line: Statement): PolicyLine | undefined {
  const { head, block } = line;
  if (!WORDS.includes(head.text) || line.colon) {
    const short = head.text.length > 2 ? WORDS.find((word) => word.startsWith(head.text)) : undefined;
    const near = short ?? nearest(head.text, WORDS);
    notes.add("unknown-property", head.span, say.unknownPolicyWord(head.text, WORDS, near), {
      suggestion: near,
    });
    return undefined;
  }
  if (block)
    notes.add("syntax", { start: block.span.start, end: block.span.start + 1 }, say.noBlock(head.text));
  return head.text === "allow" ? readWaiver(notes, line) : readSeverity(notes, line);
}

/** `warning tool-sprawl limit 8` */
function readSeverity(notes: Notes, line: Statement): PolicyLine | undefined {
  const { head, span } = line;
  const [first, ...rest] = line.items;
  const rule = ruleOf(notes, head, first?.value);
  if (!rule) return undefined;
  return {
    type: "severity",
    top: notes.top,
    severity: head,
    rule,
    ...parametersOf(notes, rest),
    span,
  };
}

function ruleOf(notes: Notes, head: Word, value: Value | undefined): Word | undefined {
  if (value?.type === "name") return value;
  if (value) notes.add("invalid-value", value.span, say.wrongValue(value.text, head.text, RULE, undefined));
  else notes.add("invalid-value", head.span, say.noValue(head.text, RULE));
  return undefined;
}

/** `limit 8 countries FR, DE`: a word, then its value, then more after commas. */
function parametersOf(notes: Notes, items: readonly Item[]): Pick<SeverityLine, "parameters" | "keys"> {
  const parameters = new Map<string, Value[]>();
  const keys = new Map<string, Word>();
  let current: { readonly key: Word; readonly values: Value[] } | undefined;
  for (const { value, comma } of items) {
    if (value.type === "invalid" && value.text === "") {
      notes.add("syntax", comma ?? value.span, syntaxMessages.strayComma());
      continue;
    }
    // A comma stands between two values, and neither before a parameter nor before its first value.
    if (comma && !current?.values.length) notes.add("syntax", comma, syntaxMessages.strayComma());
    if (current && (current.values.length === 0 || comma)) {
      current.values.push(value);
    } else if (value.type === "name") {
      current = { key: value, values: [] };
      if (keys.has(value.text))
        notes.add("duplicate-property", value.span, say.duplicateProperty(value.text));
      else parameters.set(value.text, current.values);
      keys.set(value.text, value);
    } else {
      const expected = { en: "a parameter and its value", fr: "un paramètre et sa valeur" };
      notes.add("invalid-value", value.span, say.wrongValue(value.text, "policy", expected, undefined));
    }
  }
  const last = current;
  if (last && last.values.length === 0) {
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
  const rule = ruleOf(notes, line.head, first);
  if (!rule) return undefined;
  const target = after(rest, "for");
  const because = after(rest, "because");
  const until = after(rest, "until");
  if (!target) notes.add("invalid-value", rule.span, say.noValue("allow", EXCEPTION));
  complain(notes, rest, [target, because, until]);
  if (until && until.type !== "date") {
    const expected = { en: "a date of the calendar (2027-06-30)", fr: "une date du calendrier (2027-06-30)" };
    notes.add("invalid-value", until.span, say.wrongValue(until.text, "until", expected, undefined));
  }
  const reason = because?.type === "string" ? because : undefined;
  return { type: "waiver", top: notes.top, rule, target, because: reason, until, span: line.span };
}

function after(values: readonly Value[], word: string): Value | undefined {
  const at = values.findIndex((value, index) => value.text === word && index % 2 === 0);
  return at < 0 ? undefined : values[at + 1];
}

/** What belongs to none of the parts of a waiver. */
function complain(notes: Notes, values: readonly Value[], parts: readonly (Value | undefined)[]): void {
  const words = ["for", "because", "until"];
  for (const value of values) {
    if (parts.includes(value) || words.includes(value.text)) continue;
    notes.add("invalid-value", value.span, say.wrongValue(value.text, "allow", EXCEPTION, undefined));
  }
}
