import type { IToken } from "chevrotain";
import type { Layout, Line } from "../layout.ts";
import { readString } from "../strings.ts";
import { Doc, Newline, Semicolon, TextBlock } from "../tokens.ts";
import { isComment } from "./spacing.ts";

/** A text as it was cut into statements. */
export interface Cut {
  readonly tokens: readonly IToken[];
  readonly layout: Layout;
}

/** Whether two texts say the same: the same statements, in the same blocks, with the same descriptions and comments. */
export function saysTheSame(before: Cut, after: Cut): boolean {
  return isEqual(statementsOf(before), statementsOf(after)) && isEqual(textsOf(before), textsOf(after));
}

function isEqual(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((text, index) => text === after[index]);
}

function statementsOf({ layout: { lines, troubles } }: Cut): readonly string[] {
  const all: string[] = troubles.map(({ what, token }) => `${what} ${token.image}`);
  for (const line of lines) collect(line, all);
  return all;
}

function collect({ tokens, docs, block }: Line, all: string[]): void {
  for (const doc of docs) all.push(doc.image.trimEnd());
  for (const token of tokens) all.push(said(token));
  if (block) {
    all.push("{");
    for (const line of block.lines) collect(line, all);
    all.push(block.close ? "}" : "");
  } else all.push(";");
}

/** Everything in its order, what belongs to no statement too; and the comments in theirs. */
function textsOf({ tokens }: Cut): readonly string[] {
  const words = tokens.filter((token) => !isComment(token));
  const comments = tokens.filter(isComment);
  return [...words.filter(isWord), ...comments].map(said);
}

function isWord({ tokenType }: IToken): boolean {
  return tokenType !== Newline && tokenType !== Semicolon;
}

function said(token: IToken): string {
  if (token.tokenType === TextBlock) return `"""${readString(token.image).value}`;
  if (token.tokenType === Doc || isComment(token)) return token.image.replace(/\r\n|\r/g, "\n").trimEnd();
  return token.image;
}
