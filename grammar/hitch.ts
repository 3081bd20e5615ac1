import type { IToken } from "chevrotain";
import type { Mend, Message } from "./finding.ts";
import { insert, remove, write } from "./mends.ts";
import { syntaxMessages as say } from "./messages.ts";
import { kindOf, relationWords, textProperties, writtenKind } from "./schema.ts";
import { writeString } from "./strings.ts";
import type { Span } from "./text.ts";
import { Arrow, CloseBracket, Colon, Comma, Dot, Equal, Name, OpenBracket, Quoted } from "./tokens.ts";

/** What a line stumbles over, in words: where, what was expected there, and how it would be written. */
export interface Hitch {
  readonly span: Span;
  readonly message: Message;
  readonly mends: readonly Mend[];
}

/** A line that stopped to make sense at a token, or after its last one. */
interface Stumble {
  readonly text: string;
  readonly tokens: readonly IToken[];
  readonly token: IToken;
  /** The tokens before and after it. */
  readonly before: IToken | undefined;
  readonly next: IToken | undefined;
  /** The text from the token to the end of the line. */
  readonly rest: string;
}

/** Tells what a line stumbles over; `hitch` is the token, or `"end"` where something is missing after the last one. */
export function hitchIn(text: string, tokens: readonly IToken[], hitch: IToken | "end"): Hitch | undefined {
  const last = tokens.at(-1);
  const token = hitch === "end" ? last : hitch;
  if (!token || !last) return undefined;
  const index = tokens.indexOf(token);
  const rest = text.slice(token.startOffset, endOf(last));
  const stumble = { text, tokens, token, before: tokens[index - 1], next: tokens[index + 1], rest };
  if (hitch === "end") return openBracket(stumble, undefined) ?? unfinished(stumble);
  for (const ask of [
    quote,
    comment,
    plainText,
    attributeSign,
    foreignArrow,
    bracket,
    foreignSign,
    nameSign,
  ]) {
    const found = ask(stumble);
    if (found) return found;
  }
  return plainly(stumble);
}

function unfinished({ token }: Stumble): Hitch {
  if (token.tokenType === Arrow) return at(token, say.arrowEnd());
  return at(token, token.tokenType === Dot ? say.looseDot() : say.unfinished());
}

/** What is told where nothing more is known than the sign and its neighbours. */
function plainly(stumble: Stumble): Hitch {
  const { token, tokens, before } = stumble;
  if (token === tokens[0]) return at(token, say.noWord(token.image));
  if (token.tokenType === Arrow || before?.tokenType === Arrow) return arrowEnd(stumble);
  if (token.tokenType === Comma && before)
    return at(token, say.strayComma(), [remove(between(before, token), ",")]);
  if (token.tokenType === Dot || before?.tokenType === Dot) return at(token, say.looseDot());
  if (token.tokenType === CloseBracket && before?.tokenType === OpenBracket)
    return emptyBrackets(before, token);
  return openBracket(stumble, token) ?? at(token, say.unexpected(token.image));
}

function emptyBrackets(open: IToken, close: IToken): Hitch {
  const span = { start: open.startOffset, end: endOf(close) };
  return { span, message: say.emptyBrackets(), mends: [remove(span, "[]")] };
}

function arrowEnd({ token, tokens, before }: Stumble): Hitch {
  if (token.tokenType === Quoted) return at(token, say.arrowToTitle(token.image));
  const [head] = tokens;
  const isEdge = kindOf(head?.image ?? "")?.ends !== undefined;
  if (head && before === head && !isEdge)
    return at(token, say.arrowAfterWord(head.image), [remove(spanOf(token), "->")]);
  const isDoubled = token.tokenType === Arrow && before?.tokenType === Arrow;
  return at(token, say.arrowEnd(), isDoubled ? [remove(between(before, token), "->")] : []);
}

const MATES: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "”": "”",
  "«": "»",
  "»": "«",
  "‹": "›",
  "‘": "’",
  "’": "’",
  "'": "'",
  "`": "`",
};

/** A text between quotes that are none here. */
function quote({ token, tokens, before, rest }: Stumble): Hitch | undefined {
  const mates = MATES[token.image];
  if (mates === undefined || touches(before, token, Name)) return undefined;
  if (token === tokens[0] && rest.startsWith("```"))
    return {
      span: from(token, rest.length),
      message: say.fence(),
      mends: [remove(from(token, rest.length), "```")],
    };
  const close = [...rest].findIndex((char, index) => index > 0 && mates.includes(char));
  const isSingle = token.image === "'" || token.image === "`";
  const message = isSingle ? say.singleQuote() : say.curlyQuote(token.image);
  if (close < 0 || token === tokens[0]) return at(token, message);
  const whole = [...rest].slice(0, close + 1).join("");
  const written = writeString(whole.slice(1, -1).trim());
  return { span: from(token, whole.length), message, mends: [write(from(token, whole.length), written)] };
}

/** `=>`, `-->`, `→`, `<-`: arrows of other languages. */
function foreignArrow({ text, token, tokens, rest, before }: Stumble): Hitch | undefined {
  const forth = /^(?:[=-]{1,3}\s?>+|[-–—]{2,3}|[–—]>?|[→⇒➔⟶➜])(?=\s*[\p{L}_])/u.exec(rest)?.[0];
  if (forth !== undefined && forth !== "->" && token !== tokens[0] && before?.tokenType === Name) {
    const isEdge = kindOf(tokens[0]?.image ?? "")?.ends !== undefined;
    if (!isEdge && !/[>→⇒➔⟶➜]/u.test(forth)) return undefined;
    const span = from(token, forth.length);
    return { span, message: say.foreignArrow(forth), mends: [write(span, "->")] };
  }
  const back = /^<[-=–—]+(>?)\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)/u.exec(rest);
  const [, both = "", to = ""] = back ?? [];
  if (!back || before?.tokenType !== Name) return undefined;
  const start = nameStart(tokens, before);
  const name = text.slice(start, endOf(before));
  const written = both ? `${name} -> ${to} -> ${name}` : `${to} -> ${name}`;
  const sign = back[0].slice(0, back[0].length - to.length).trimEnd();
  const message = both ? say.bothWays(written) : say.backwards(written);
  const span = { start, end: token.startOffset + back[0].length };
  return { span: from(token, sign.length), message, mends: [write(span, written)] };
}

/** Where a dotted name begins that ends with a token. */
function nameStart(tokens: readonly IToken[], last: IToken): number {
  let index = tokens.indexOf(last);
  while (tokens[index - 1]?.tokenType === Dot && tokens[index - 2]?.tokenType === Name) index -= 2;
  return tokens[index]?.startOffset ?? last.startOffset;
}

/** `# …` and `-- …`: comments of other languages. */
function comment({ token, tokens, before, rest }: Stumble): Hitch | undefined {
  const sign = /^(?:#+|--+|<!--)(?=\s)/.exec(rest)?.[0];
  if (sign === undefined || (token !== tokens[0] && before && endOf(before) === token.startOffset))
    return undefined;
  const span = from(token, sign.length);
  return { span, message: say.foreignComment(sign), mends: [write(span, "//")] };
}

/** `target < 5%`: a text without its quotes. */
function plainText({ text, token, tokens }: Stumble): Hitch | undefined {
  const [head, first] = tokens;
  const last = tokens.at(-1);
  if (!head || !first || !last || token === head || !textProperties.has(head.image)) return undefined;
  const isQuoted = tokens.some(({ image }) => image.startsWith('"'));
  if (isQuoted || token.tokenType === Comma || token.tokenType === Equal || first.tokenType === Colon)
    return undefined;
  const span = { start: first.startOffset, end: endOf(last) };
  const written = writeString(text.slice(span.start, span.end));
  return { span, message: say.textWithoutQuotes(head.image), mends: [write(span, written)] };
}

/** `lines: OrderLine[]`, `tags: [text]`, `supplier: Supplier?`: types as other languages write them. */
function attributeSign({ token, tokens, before, next, rest }: Stumble): Hitch | undefined {
  if (tokens[1]?.tokenType !== Colon || !before) return undefined;
  const inside = /^\[\s*([\p{L}_][\p{L}\p{M}\p{N}_.-]*)\s*\]/u.exec(rest);
  if (before.tokenType === Colon && inside?.[1] !== undefined) {
    const span = from(token, inside[0].length);
    return { span, message: say.listOfType(inside[1]), mends: [write(span, `${inside[1]} list`)] };
  }
  if (token.tokenType === CloseBracket && before.tokenType === OpenBracket) {
    const type = tokens[tokens.indexOf(before) - 1]?.image ?? "text";
    const span = { start: before.startOffset, end: endOf(token) };
    const blank = next && next.startOffset === span.end ? " " : "";
    return { span, message: say.listOfType(type), mends: [write(span, ` list${blank}`, "list")] };
  }
  if (token.image !== "?" || before.tokenType !== Name) return undefined;
  return at(token, say.optionalType(before.image), [write(spanOf(token), " optional", "optional")]);
}

/** `(` or `[` where a block or a list begins. */
function bracket({ token, tokens, before, rest }: Stumble): Hitch | undefined {
  const isRound = token.image === "(";
  if (!isRound && token.tokenType !== OpenBracket) return undefined;
  const close = rest.lastIndexOf(isRound ? ")" : "]");
  const isWhole = close === rest.trimEnd().length - 1;
  const change = (start: number, text: string) => ({ span: { start, end: start + 1 }, text });
  const mend = (title: Message, open: string, end: string): readonly Mend[] =>
    isWhole
      ? [{ title, changes: [change(token.startOffset, open), change(token.startOffset + close, end)] }]
      : [];
  if (before === tokens[0] && !writtenKind(before?.image ?? ""))
    return at(
      token,
      say.listInBrackets(token.image),
      mend(title("Remove the brackets", "Retirer les crochets"), "", ""),
    );
  if (isRound && close > 0 && (!isWhole || touches(before, token, Name))) return undefined;
  const braces = title("Write '{ … }'", "Écrire « { … } »");
  return isRound || close < 0
    ? at(token, say.blockInBrackets(token.image), mend(braces, "{", "}"))
    : undefined;
}

/** `category = crm`, `flow a -> b : "…"`, `status == legacy`. */
function foreignSign({ token, tokens, before, next, rest }: Stumble): Hitch | undefined {
  if (token === tokens[0] || !next) return undefined;
  const isEqual = token.tokenType === Equal || rest.startsWith(":=");
  if (!isEqual && token.tokenType !== Colon) return undefined;
  if (before?.tokenType === Equal && touches(before, token, Equal))
    return at(token, say.doubleEqual(), [remove(spanOf(token), "=")]);
  const sign = rest.startsWith(":=") || rest.startsWith("==") ? rest.slice(0, 2) : token.image;
  const gap =
    before && endOf(before) === token.startOffset && next.startOffset === token.startOffset + sign.length;
  const span = from(token, sign.length);
  const blanks = /^\s*/.exec(rest.slice(sign.length))?.[0].length ?? 0;
  const isGlued = before && endOf(before) === token.startOffset;
  const taken = { start: span.start, end: span.end + (isGlued ? 0 : blanks) };
  const mends = [{ ...remove(taken, sign), changes: [{ span: taken, text: gap ? " " : "" }] }];
  return { span, message: say.signBeforeValue(sign, before?.image ?? ""), mends };
}

/** `pim/dam`, `outil-d'achat`, `ean?`: a sign that a name cannot have. */
function nameSign({ text, token, before, tokens }: Stumble): Hitch | undefined {
  if (!before || !touches(before, token, Name) || token.tokenType.name !== "Stray") return undefined;
  const start = nameStart(tokens, before);
  // A comment behind it is no part of it.
  const [line = ""] = text.slice(start, start + 200).split(/\/[/*]/, 1);
  const word = /^[^\s"{};,:=[\]<>|]+/.exec(line)?.[0] ?? "";
  const plain = word.replaceAll(/[^\p{L}\p{M}\p{N}_.]+/gu, "-").replaceAll(/^-+|-+$/g, "");
  const span = { start, end: start + word.length };
  const isName = /^[\p{L}_]/u.test(plain) && plain !== word;
  return { span, message: say.signInName(word, token.image), mends: isName ? [write(span, plain)] : [] };
}

/** `tool[hosting != FR owns entity`: a bracket that is never closed. */
function openBracket({ tokens }: Stumble, hitch: IToken | undefined): Hitch | undefined {
  const upTo = hitch ? tokens.slice(0, tokens.indexOf(hitch)) : tokens;
  const open = upTo.findLast(({ tokenType }) => tokenType === OpenBracket || tokenType === CloseBracket);
  if (open?.tokenType !== OpenBracket) return undefined;
  if (hitch && tokens.slice(tokens.indexOf(hitch)).some(({ tokenType }) => tokenType === CloseBracket))
    return at(hitch, say.condition());
  const last = upTo.at(-1);
  // Where a relation follows, the conditions end before it.
  const isPlain = last?.tokenType === Name && hitch !== undefined && relationWords.includes(hitch.image);
  return at(open, say.openBracket(), last && isPlain ? [insert(endOf(last), "]")] : []);
}

function touches(before: IToken | undefined, token: IToken, type: IToken["tokenType"]): boolean {
  return before?.tokenType === type && endOf(before) === token.startOffset;
}

function at(token: IToken, message: Message, mends: readonly Mend[] = []): Hitch {
  return { span: spanOf(token), message, mends };
}

function from({ startOffset }: IToken, length: number): Span {
  return { start: startOffset, end: startOffset + length };
}

function between(before: IToken, token: IToken): Span {
  return { start: endOf(before), end: endOf(token) };
}

function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: endOf(token) };
}

function endOf({ startOffset, image }: IToken): number {
  return startOffset + image.length;
}

function title(en: string, fr: string): Message {
  return { en, fr };
}
