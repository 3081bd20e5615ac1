import type { SourceFile, Span } from "../../../grammar/text.ts";
import { BlockComment, Doc, LineComment, tokenize } from "../../../grammar/tokens.ts";

/** The comments in a stretch of a file, with or without those that describe what they stand above. */
export function commentsIn({ text }: SourceFile, { start, end }: Span, withDocs: boolean): readonly Span[] {
  const isComment = ({ tokenType }: Token): boolean =>
    tokenType === LineComment || tokenType === BlockComment || (withDocs && tokenType === Doc);
  return tokenize(text.slice(start, end))
    .filter(isComment)
    .map(({ startOffset, image }) => ({
      start: start + startOffset,
      end: start + startOffset + image.trimEnd().length,
    }));
}

type Token = ReturnType<typeof tokenize>[number];
