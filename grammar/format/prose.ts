import type { IToken } from "chevrotain";
import type { Line } from "../layout.ts";
import { attributeTypes, kinds, policyWords, propertyNames } from "../schema.ts";
import { Colon, OpenComment, OpenString, TextBlock } from "../tokens.ts";
import { isBroken } from "./broken.ts";

/**
 * Whether a text block or a comment is never closed. Then prose is read as statements, behind it and, where it took the
 * quotes of another block for its own end, anywhere; and statements may be read as prose.
 */
export function hasOpenEnd(tokens: readonly IToken[]): boolean {
  return tokens.some(
    ({ tokenType, image }) =>
      tokenType === OpenComment || (tokenType === OpenString && image.startsWith('"""')),
  );
}

/** Whether a statement is surely none of that prose: all of it can be read, and begins with a word of the language. */
export function isNoProse(line: Line, around?: Line): boolean {
  const [head, sign, type] = line.tokens;
  if (!head || isBroken(line) || line.tokens.some(spansLines)) return false;
  const isAttribute = sign?.tokenType === Colon && around?.tokens[0]?.image === "entity";
  const isKnown = isAttribute ? attributeTypes.includes(type?.image ?? "") : isWord(head.image);
  return isKnown && (line.block?.lines.every((inner) => isNoProse(inner, line)) ?? true);
}

const words: ReadonlySet<string> = new Set([
  "namespace",
  "policy",
  ...kinds.map(({ name }) => name),
  ...policyWords.map(({ name }) => name),
  ...propertyNames,
]);

function isWord(head: string): boolean {
  return words.has(head) || head.startsWith("x-");
}

function spansLines({ tokenType, image }: IToken): boolean {
  return tokenType === TextBlock && /[\r\n]/.test(image);
}
