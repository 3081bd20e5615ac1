import { EmbeddedActionsParser, EOF, type IOrAlt, type IToken } from "chevrotain";
import { exact } from "./exact.ts";
import { holeAfter, nameOf, pathOf, quantityOf, spanOf, stringOf, wordOf, type Phrase } from "./phrase.ts";
import { plainPhrase } from "./plain.ts";
import { quantity } from "./quantity.ts";
import type { Span } from "./text.ts";
import {
  Arrow,
  Bar,
  CloseBracket,
  Colon,
  Comma,
  Dot,
  Equal,
  Greater,
  Less,
  Name,
  NotEqual,
  Numeric,
  OpenBracket,
  OpenString,
  Quoted,
  TextBlock,
  tokenTypes,
} from "./tokens.ts";
import type { Condition, Item, NameValue, Value } from "./tree.ts";

const CURRENCY = /^[A-Z]{3}$/;

/**
 * The grammar of one line: `head [":"] { value [","] }`. Blocks and line ends are the layout's, kinds and keys the
 * schema's. One instance serves for ever; `base` is what its spans count from.
 */
class PhraseParser extends EmbeddedActionsParser {
  base = 0;

  constructor() {
    super(tokenTypes, { maxLookahead: 2, recoveryEnabled: false });
    this.performSelfAnalysis();
  }

  readonly phrase = this.RULE("phrase", (): Phrase => {
    const head = this.CONSUME(Name);
    const colon = this.OPTION(() => this.CONSUME(Colon));
    const items: Item[] = [];
    let comma: IToken | undefined;
    this.MANY({
      GATE: () => this.LA(1).tokenType !== EOF,
      DEF: () => {
        const value = this.SUBRULE(this.value);
        const before = comma;
        this.ACTION(() => items.push({ value, comma: before && this.span(before) }));
        comma = this.OPTION1(() => this.CONSUME(Comma));
      },
    });
    return this.ACTION(() => {
      if (comma) items.push({ value: holeAfter(this.base, comma), comma: this.span(comma) });
      return { head: wordOf(this.base, head), colon: colon && this.span(colon), items: exact(items) };
    });
  });

  private sorts: IOrAlt<Value>[] | undefined;

  /** One rule for all values, and not one for each sort: most of the time that reading takes goes into calling rules. */
  private readonly value = this.RULE("value", (): Value => {
    this.sorts ??= [
      { ALT: () => this.named() },
      { ALT: () => stringOf(this.base, this.CONSUME(Quoted)) },
      { ALT: () => stringOf(this.base, this.CONSUME(TextBlock)) },
      { ALT: () => stringOf(this.base, this.CONSUME(OpenString)) },
      { ALT: () => this.amount() },
    ];
    return this.OR<Value>(this.sorts);
  });

  /** `pim`, `catalog.Product`, `pim -> webshop`, `tool[status = legacy]` */
  private named(): Value {
    const first = this.reference();
    const selector = this.OPTION2(() => this.SUBRULE(this.conditions, { ARGS: [first] }));
    let names: NameValue[] | undefined;
    this.MANY1(() => {
      this.CONSUME(Arrow);
      names ??= [first];
      names.push(this.SUBRULE(this.end));
    });
    return selector ?? (names ? this.ACTION(() => pathOf(names ?? [])) : first);
  }

  private readonly end = this.RULE("end", (): NameValue => this.reference());

  private reference(): NameValue {
    const first = this.CONSUME(Name);
    let last = first;
    let text = first.image;
    this.MANY2(() => {
      this.CONSUME(Dot);
      last = this.CONSUME1(Name);
      text += `.${last.image}`;
    });
    return nameOf(this.base, first, last, text);
  }

  private readonly conditions = this.RULE("conditions", (kind: NameValue): Value => {
    const conditions: Condition[] = [];
    this.CONSUME(OpenBracket);
    this.AT_LEAST_ONE_SEP({
      SEP: Comma,
      DEF: () => conditions.push(this.SUBRULE(this.condition)),
    });
    const close = this.CONSUME(CloseBracket);
    return this.ACTION(() => {
      const span = { start: kind.span.start, end: this.span(close).end };
      const text = `${kind.text}[${conditions.map(writeCondition).join(", ")}]`;
      return { type: "selector", kind, conditions, text, span };
    });
  });

  private readonly condition = this.RULE("condition", (): Condition => {
    const key = this.CONSUME(Name);
    const values: Value[] = [];
    const operator = this.OPTION(() => {
      const sign = this.OR([
        { ALT: () => this.CONSUME(Equal) },
        { ALT: () => this.CONSUME(NotEqual) },
        { ALT: () => this.CONSUME(Less) },
        { ALT: () => this.CONSUME(Greater) },
      ]);
      this.AT_LEAST_ONE_SEP({ SEP: Bar, DEF: () => values.push(this.SUBRULE(this.value)) });
      return sign;
    });
    return this.ACTION(() => {
      const word = wordOf(this.base, key);
      const end = values.at(-1)?.span.end ?? word.span.end;
      return { key: word, operator: signOf(operator), values, span: { start: word.span.start, end } };
    });
  });

  /** `12`, `12%`, `2027-06-30`, `1y 6mo`, `120000 EUR` */
  private amount(): Value {
    const first = this.CONSUME(Numeric);
    const rest: IToken[] = [];
    this.MANY3({
      GATE: () => isDuration(first) && isDuration(this.LA(1)),
      DEF: () => rest.push(this.CONSUME1(Numeric)),
    });
    const currency = this.OPTION3({
      GATE: () => isNumber(first) && CURRENCY.test(this.LA(1).image),
      DEF: () => this.CONSUME2(Name),
    });
    return this.ACTION(() => quantityOf(this.base, [first, ...rest], currency));
  }

  private span(token: IToken): Span {
    return spanOf(this.base, token);
  }
}

function isDuration(token: IToken): boolean {
  return token.tokenType === Numeric && quantity(token.image)?.type === "duration";
}

function isNumber(token: IToken): boolean {
  return quantity(token.image)?.type === "number";
}

function signOf(token: IToken | undefined): Condition["operator"] {
  const sign = token?.image;
  return sign === "=" || sign === "!=" || sign === "<" || sign === ">" ? sign : undefined;
}

function writeCondition({ key, operator, values }: Condition): string {
  if (!operator) return key.text;
  return `${key.text} ${operator} ${values.map((value) => value.text).join(" | ")}`;
}

/** The one parser there is. It takes a while to make, and so it is made for the first line that is read. */
function theParser(): PhraseParser {
  made ??= new PhraseParser();
  return made;
}

let made: PhraseParser | undefined;

/**
 * Reads the tokens of one line. What comes before a hitch is kept, so that a half-typed line still says what it
 * says; the rest of the line is lost. `hitch` is the token where it stopped to make sense, `"end"` where something
 * is missing after the last one, and undefined where all is well.
 */
export function readPhrase(tokens: IToken[], base: number): Reading {
  const plain = plainPhrase(tokens, base);
  if (plain) return { phrase: plain, hitch: undefined };
  const first = attempt(tokens, base);
  if (!first.hitch) return first;
  let good = upTo(tokens, first.hitch);
  while (good.length > 0) {
    const again = attempt(good, base);
    if (!again.hitch) return { phrase: again.phrase, hitch: first.hitch };
    good = shorten(good);
  }
  return { phrase: NOTHING, hitch: first.hitch };
}

export interface Reading {
  readonly phrase: Phrase;
  readonly hitch: IToken | "end" | undefined;
}

const NOTHING: Phrase = { head: undefined, colon: undefined, items: [] };

/** The tokens before a hitch. Half a reference (`catalog.`) is none: what it begins with was not meant by itself. */
function upTo(tokens: IToken[], hitch: IToken | "end"): IToken[] {
  const before = hitch === "end" ? tokens : tokens.slice(0, tokens.indexOf(hitch));
  const isDot = (token: IToken | undefined): boolean => token?.tokenType === Dot;
  const isCut = isDot(before.at(-1)) || (hitch !== "end" && isDot(hitch));
  if (!isCut) return hitch === "end" ? shorten(tokens) : before;
  let end = before.length;
  if (!isDot(before[end - 1])) end--;
  while (isDot(before[end - 1])) end -= 2;
  return before.slice(0, Math.max(0, end));
}

/** Without the last token, or without the brackets that were never closed: what is left out was not whole. */
function shorten(tokens: IToken[]): IToken[] {
  const open = tokens.findLastIndex((token) => token.tokenType === OpenBracket);
  const close = tokens.findLastIndex((token) => token.tokenType === CloseBracket);
  return tokens.slice(0, open > close ? open : -1);
}

/** Reads a line by the grammar, as far as the first hitch. */
export function attempt(tokens: IToken[], base: number): Reading {
  const parser = theParser();
  parser.base = base;
  parser.input = tokens;
  const phrase = parser.phrase();
  const error = parser.errors[0];
  if (!error) return { phrase, hitch: undefined };
  return { phrase: NOTHING, hitch: error.token.tokenType === EOF ? "end" : error.token };
}
