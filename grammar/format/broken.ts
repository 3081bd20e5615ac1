import type { IToken } from "chevrotain";
import type { Line } from "../layout.ts";
import { once } from "../once.ts";
import { readPhrase } from "../parser.ts";
import { readString } from "../strings.ts";
import { Arrow, Comma, Doc, OpenString, Quoted, TextBlock } from "../tokens.ts";

/**
 * Whether a statement is left exactly as it is, with its block: where it cannot be read to its end, nobody knows what
 * was meant by its blanks and line ends. Its block's statements are not asked.
 */
export const isBroken: (line: Line) => boolean = once(({ tokens }) => {
  const last = tokens.at(-1)?.tokenType;
  if (last === Comma || last === Arrow || tokens.some(isBadText)) return true;
  return readPhrase(tokens, tokens[0]?.startOffset ?? 0).hitch !== undefined;
});

function isBadText({ tokenType, image }: IToken): boolean {
  if (tokenType === OpenString) return true;
  const isText = tokenType === Quoted || tokenType === TextBlock;
  return isText && image.includes("\\") && readString(image).bad.length > 0;
}

/**
 * Whether a `///` comment stands between a statement and its `{`. Behind the brace it would describe what comes next,
 * so the brace cannot be put up.
 */
export function hasDocBeforeBlock(line: Line, tokens: readonly IToken[], at: number): boolean {
  for (let index = at; index < tokens.length && tokens[index] !== line.block?.open; index++) {
    if (tokens[index]?.tokenType === Doc) return true;
  }
  return false;
}
