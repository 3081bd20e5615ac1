import { attributeTypes, kinds, policyWords, relationWords, type Kind, type ValueType } from "./schema.ts";
import {
  comments,
  continuation,
  END,
  HEAD,
  include,
  oneOf,
  operators,
  PATH,
  quantities,
  reference,
  references,
  scopes,
  strings,
  WORD,
  type Captures,
  type Rule,
} from "./textmate-tokens.ts";

/**
 * The TextMate grammar, made from the schema: it is all the colour that an editor without semantic tokens has. A test
 * holds `bizarch.tmLanguage.json` against it, and writes it anew with `npx vitest run test/grammar/textmate.test.ts -u`.
 *
 * A word means something only by where it stands (a tool may be called `tool`), so every rule but the loosest begins at
 * the head of a statement and ends with it.
 */
export function textmate(): Readonly<Record<string, unknown>> {
  const repository: Readonly<Record<string, Rule>> = {
    comment: { patterns: comments },
    string: { patterns: strings },
    quantity: { patterns: quantities },
    operator: { patterns: operators },
    reference: { patterns: references },
    continuation,
    loose: { patterns: [...include("comment", "string", "quantity", "operator"), { match: WORD }] },
    namespace: namespace(),
    guard: statement(`(policy)${END}`, scopes({ 1: KIND }), []),
    edge: { patterns: byFlags(edges, edge) },
    element: { patterns: byFlags(elements, element) },
    nested: { patterns: byFlags(nested, element) },
    block: block(),
    attribute: attribute(),
    property: { patterns: properties() },
    policy: policyLine(),
    waiver: waiver(),
    selector: { patterns: selectors() },
  };
  return {
    name: "BizArch",
    scopeName: "source.bizarch",
    fileTypes: ["bizarch"],
    patterns: include("comment", "namespace", "edge", "element", "guard", "block", "loose"),
    repository: oursIn(repository),
  };
}

const KEY = "variable.other.property";
const KIND = "storage.type.kind";
const FLAG = "storage.modifier.flag";
const CHOICE = "variable.other.enummember";
const FREE = "string.unquoted.word";
const NAME = "entity.name.type";

const written = kinds.filter(({ name }) => name !== "attribute");
const edges = written.filter(({ ends }) => ends !== undefined);
const elements = written.filter(({ ends }) => ends === undefined);

/** The types of a property, by its name, over all kinds that have it. */
const typesOf = new Map<string, readonly ValueType[]>();
for (const { name, value } of written.flatMap(({ properties }) => properties))
  typesOf.set(name, [...(typesOf.get(name) ?? []), value]);

/** In a block, a word that is both a property and a kind (`vendor`) is the property. */
const nested = elements.filter(({ name }) => !typesOf.has(name));

const allFlags = unique(kinds.flatMap(({ flags }) => flags.map(({ name }) => name)));
const allChoices = unique([...typesOf.values()].flat().flatMap(wordsOf));

/** A statement, from its head to the end of its line, or to what ends it before. */
function statement(begin: string, beginCaptures: Captures, patterns: readonly Rule[]): Rule {
  return {
    begin: `${HEAD}${begin}`,
    beginCaptures,
    end: "(?=[{};])|$",
    patterns: [...include("comment"), ...patterns, ...include("continuation", "loose")],
  };
}

function namespace(): Rule {
  const names = scopes({ 1: "storage.type.namespace", 2: "entity.name.namespace" });
  return statement(`(namespace)${END}(?:\\s+(${PATH}))?`, names, []);
}

/** A rule for all kinds that have the same flags. */
function byFlags(
  rows: readonly Kind[],
  rule: (kinds: readonly string[], flags: readonly Rule[]) => Rule,
): readonly Rule[] {
  return unique(rows.map(flagsOf)).map((flags) => {
    const alike = rows.filter((row) => flagsOf(row) === flags).map(({ name }) => name);
    return rule(alike, flags === "" ? [] : [{ name: FLAG, match: `(?:${flags})${END}` }]);
  });
}

function flagsOf({ flags }: Kind): string {
  return flags.map(({ name }) => name).join("|");
}

function element(names: readonly string[], flags: readonly Rule[]): Rule {
  return statement(`(${oneOf(names)})(?:\\s+(${WORD}))?`, scopes({ 1: KIND, 2: NAME }), flags);
}

function edge(names: readonly string[], flags: readonly Rule[]): Rule {
  const target: Rule = {
    match: `(->)\\s*(${PATH})`,
    captures: { 1: { name: "keyword.operator.arrow" }, 2: reference },
  };
  const onNextLine: Rule = {
    ...continuation,
    begin: continuation.begin?.replace("(?:(,)|(->))", "(->)") ?? "",
    beginCaptures: scopes({ 1: "keyword.operator.arrow" }),
    end: `^\\s*(${PATH})?`,
    endCaptures: { 1: reference },
  };
  const head = `(${oneOf(names)})(?:\\s+(${PATH}))?`;
  return statement(head, { 1: { name: KIND }, 2: reference }, [target, onNextLine, ...flags]);
}

function block(): Rule {
  return {
    begin: "\\{",
    end: "\\}",
    captures: scopes({ 0: "punctuation.section.block" }),
    patterns: [
      ...include("comment", "attribute", "edge", "nested"),
      ...include("property", "waiver", "policy", "block", "loose"),
    ],
  };
}

/** `lead-time: duration list for logistics` */
function attribute(): Rule {
  const head = `(${WORD})\\s*(:)\\s*(${oneOf(attributeTypes)})?`;
  const names = scopes({ 1: KEY, 2: "punctuation.separator", 3: "support.type.primitive" });
  const flags = kinds.filter(({ name }) => name === "attribute").flatMap((row) => row.flags);
  const modifier: Rule = { name: FLAG, match: oneOf(flags.map(({ name }) => name)) };
  const aspects: Rule = {
    begin: `(for)${END}`,
    beginCaptures: scopes({ 1: FLAG }),
    end: "(?=[{};])|$",
    patterns: [
      ...include("comment", "continuation"),
      modifier,
      { name: FREE, match: WORD },
      ...include("loose"),
    ],
  };
  return statement(head, names, [modifier, aspects, ...include("reference")]);
}

/** A rule for all properties whose values look alike, and one for a project's own. */
function properties(): readonly Rule[] {
  const looks = new Map<string, { readonly names: string[]; readonly patterns: readonly Rule[] }>();
  for (const [name, types] of typesOf) {
    const patterns = types.some(({ type }) => type === "clause") ? clause() : valuesOf(types);
    const look = looks.get(JSON.stringify(patterns)) ?? { names: [], patterns };
    looks.set(JSON.stringify(patterns), { ...look, names: [...look.names, name] });
  }
  const known = [...looks.values()].map(({ names, patterns }) =>
    statement(`(${oneOf(names)})`, scopes({ 1: KEY }), patterns),
  );
  return [...known, statement(`(x-${WORD})`, scopes({ 1: KEY }), [{ name: FREE, match: WORD }])];
}

function valuesOf(types: readonly ValueType[]): readonly Rule[] {
  const has = (...wanted: readonly ValueType["type"][]) => types.some(({ type }) => wanted.includes(type));
  const words = unique(types.flatMap(wordsOf));
  return [
    ...(words.length > 0 ? [{ name: CHOICE, match: oneOf(words) }] : []),
    ...(has("selector") ? include("selector") : []),
    ...(has("ref") ? include("reference") : []),
    ...(has("word", "country") ? [{ name: FREE, match: WORD }] : []),
  ];
}

function wordsOf(value: ValueType): readonly string[] {
  return value.type === "choice" ? value.words : [];
}

/** `tool[hosting != FR | DE] owns entity[personal]` */
function clause(): readonly Rule[] {
  const related: Rule = {
    match: `(${oneOf(relationWords)})\\s+(${oneOf(written.map(({ name }) => name))})`,
    captures: scopes({ 1: KEY, 2: KIND }),
  };
  const verbs = [...relationWords, ...edges.map(({ name }) => name)].filter((name) => !isElement(name));
  return [related, { name: KEY, match: oneOf(verbs) }, ...include("selector")];
}

function isElement(word: string): boolean {
  return elements.some(({ name }) => name === word);
}

function selectors(): readonly Rule[] {
  const conditions: readonly Rule[] = [
    { match: `(${WORD})(?=\\s*(?:!=|[=<>]))`, captures: scopes({ 1: KEY }) },
    { name: CHOICE, match: oneOf(allChoices) },
    { name: FLAG, match: oneOf(allFlags) },
    { name: FREE, match: WORD },
  ];
  return [
    { name: KIND, match: oneOf(kinds.map(({ name }) => name)) },
    {
      begin: "\\[",
      end: "\\]|$",
      captures: scopes({ 0: "punctuation.section.brackets" }),
      patterns: [...include("comment", "string", "quantity", "operator"), ...conditions],
    },
  ];
}

const RULE = "entity.name.function.rule";
const POLICY = "keyword.control.policy";

/** `warning tool-sprawl limit 8` */
function policyLine(): Rule {
  const words = policyWords.map(({ name }) => name).filter((name) => name !== "allow");
  return statement(`(${oneOf(words)})(?:\\s+(${WORD}))?`, scopes({ 1: POLICY, 2: RULE }), [
    { name: "variable.parameter", match: `${WORD}(?=\\s+[\\p{L}\\p{N}_"])` },
    { name: FREE, match: WORD },
  ]);
}

/** `allow orphan-tool for crm because "…" until 2027-06-30` */
function waiver(): Rule {
  const words: Rule = { name: POLICY, match: oneOf(["for", "because", "until"]) };
  return statement(`(allow)${END}(?:\\s+(${WORD}))?`, scopes({ 1: POLICY, 2: RULE }), [
    words,
    ...include("reference"),
  ]);
}

/** With the language's ending on every scope, as TextMate's own grammars have it. */
function ours(rule: Rule): Rule {
  const { name, captures, beginCaptures, endCaptures, patterns } = rule;
  return {
    ...rule,
    ...(name !== undefined && { name: `${name}.bizarch` }),
    ...(captures && { captures: oursIn(captures) }),
    ...(beginCaptures && { beginCaptures: oursIn(beginCaptures) }),
    ...(endCaptures && { endCaptures: oursIn(endCaptures) }),
    ...(patterns && { patterns: patterns.map(ours) }),
  };
}

function oursIn(captures: Captures): Captures {
  return Object.fromEntries(Object.entries(captures).map(([group, rule]) => [group, ours(rule)]));
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
