import { once } from "../../grammar/once.ts";
import { syntaxOf } from "../../grammar/parse.ts";
import { linesOf, positionAt, type SourceFile, type Span } from "../../grammar/text.ts";
import { BlockComment, Doc, LineComment, OpenComment, TextBlock, tokenize } from "../../grammar/tokens.ts";
import type { Statement } from "../../grammar/tree.ts";

/**
 * What can be folded away. Of a block the span begins at its `{` and ends before the line of its `}`, so that both stay in
 * sight; anything else is folded up to its end.
 */
export interface Fold {
  readonly span: Span;
  readonly sort: "block" | "comment" | "text" | "region";
}

/**
 * Feature: Folding
 *
 * The blocks of a file, texts of several lines, comments of several lines or on several lines in a row, and what stands
 * between `// #region` and `// #endregion`. Each covers more than one line; in the order of where they begin.
 */
export const folding: (file: SourceFile) => readonly Fold[] = once((file) => {
  const lineOf = (offset: number): number => positionAt(linesOf(file), offset).line;
  const { statements, startOf } = syntaxOf(file);
  const blocks = statements.flatMap((statement) => blocksIn(file, statement, startOf.get(statement) ?? 0));
  const all = [...blocks, ...tokenFolds(file.text, lineOf)];
  return all
    .filter(({ span }) => lineOf(span.start) < lineOf(span.end))
    .toSorted((a, b) => a.span.start - b.span.start);
});

function blocksIn(file: SourceFile, { block }: Statement, base: number): readonly Fold[] {
  if (!block) return [];
  const start = base + block.span.start;
  const end = base + block.span.end;
  const inner = block.statements.flatMap((statement) => blocksIn(file, statement, base));
  return [
    { span: { start, end: block.closed ? beforeLineOf(file.text, end - 1) : end }, sort: "block" },
    ...inner,
  ];
}

/** The end of the line before that of an offset; the offset itself where something stands before it on its line. */
function beforeLineOf(text: string, offset: number): number {
  const before = /(\r\n|\n|\r)[ \t]*$/.exec(text.slice(Math.max(0, offset - 1000), offset));
  return before ? offset - before[0].length : offset;
}

type Token = ReturnType<typeof tokenize>[number];

/** What is folded by its tokens alone. */
function tokenFolds(text: string, lineOf: (offset: number) => number): readonly Fold[] {
  const tokens = tokenize(text);
  const wide = tokens.flatMap(({ tokenType, startOffset, image }): Fold[] => {
    const span = { start: startOffset, end: startOffset + image.length };
    if (tokenType === BlockComment || tokenType === OpenComment) return [{ span, sort: "comment" }];
    return tokenType === TextBlock ? [{ span, sort: "text" }] : [];
  });
  const lines = tokens.filter(({ tokenType, startOffset }) => {
    return (tokenType === LineComment || tokenType === Doc) && isFirstOnLine(text, startOffset);
  });
  const remarks = lines.filter(({ image }) => !REGION.test(image));
  return [...wide, ...runs(remarks, lineOf), ...regions(lines)];
}

const REGION = /^\/\/\s*#?(?:end)?region\b/;

function isFirstOnLine(text: string, offset: number): boolean {
  let at = offset;
  while (at > 0 && (text[at - 1] === " " || text[at - 1] === "\t")) at--;
  return at === 0 || text[at - 1] === "\n" || text[at - 1] === "\r" || text[at - 1] === "\ufeff";
}

/** Comments on lines that follow each other, those of one sort together. */
function runs(comments: readonly Token[], lineOf: (offset: number) => number): readonly Fold[] {
  const folds: Fold[] = [];
  let first: Token | undefined;
  let last: Token | undefined;
  const close = (): void => {
    if (first && last && first !== last)
      folds.push({
        span: { start: first.startOffset, end: last.startOffset + last.image.length },
        sort: "comment",
      });
  };
  for (const comment of comments) {
    const follows =
      last?.tokenType === comment.tokenType && lineOf(comment.startOffset) === lineOf(last.startOffset) + 1;
    if (!follows) {
      close();
      first = comment;
    }
    last = comment;
  }
  close();
  return folds;
}

/** What stands between the marks of regions, which may lie in each other. */
function regions(comments: readonly Token[]): readonly Fold[] {
  const open: Token[] = [];
  return comments.flatMap((comment): Fold[] => {
    const [mark] = REGION.exec(comment.image) ?? [];
    if (mark === undefined) return [];
    if (!mark.includes("end")) {
      open.push(comment);
      return [];
    }
    const start = open.pop();
    const end = comment.startOffset + comment.image.length;
    return start ? [{ span: { start: start.startOffset, end }, sort: "region" }] : [];
  });
}
