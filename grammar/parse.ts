import type { IToken } from "chevrotain";
import { exact } from "./exact.ts";
import { languageFinding, type Finding, type Message } from "./finding.ts";
import { layout, type Line, type Trouble } from "./layout.ts";
import { syntaxMessages as say } from "./messages.ts";
import { onceFrom } from "./once.ts";
import { readPhrase, type Reading } from "./parser.ts";
import { stretchAround } from "./stretch.ts";
import { readString } from "./strings.ts";
import type { SourceFile, Span } from "./text.ts";
import { Arrow, Comma, OpenComment, OpenString, Quoted, TextBlock, tokenize } from "./tokens.ts";
import { syntax, type Block, type Statement, type Syntax, type Word } from "./tree.ts";

/**
 * The tree of a file, computed once for each text. Every text has one; a bad text has findings too. After an edit only
 * the statements around it are read again; the others are the same objects.
 */
export const syntaxOf: (file: SourceFile) => Syntax = onceFrom(
  (file, before) => (before && reread(before.value, file)) ?? parse(file),
);

function parse(file: SourceFile): Syntax {
  const tokens = tokenize(file.text);
  const { lines, troubles } = layout(tokens);
  const reader = new Reader(file.path);
  for (const line of lines) reader.top(line);
  for (const token of tokens) if (token.tokenType === OpenComment) reader.note(token, say.openComment());
  for (const trouble of troubles) reader.note(trouble.token, troubleMessage(trouble));
  return syntax(file, reader.statements, reader.starts, reader.findings);
}

/**
 * The tree after an edit, from the one before it: a stretch is read again, and of its statements those that say the same
 * in the same words are the same objects. Undefined where the edit is felt beyond the stretch.
 */
function reread(before: Syntax, file: SourceFile): Syntax | undefined {
  const stretch = stretchAround(before, file.text);
  if (!stretch) return undefined;
  const { span, first, rest, shift } = stretch;
  const tokens = tokenize(file.text.slice(span.start, span.end));
  const { lines, troubles } = layout(tokens);
  if (troubles.length > 0 || tokens.some(isNeverClosed)) return undefined;
  const reader = new Reader(file.path, span.start);
  for (const line of lines) reader.top(line);
  if (reader.findings.some(({ site }) => site.top === undefined)) return undefined;
  const known = before.statements.slice(first, rest);
  const now = withKnown(
    reader.statements.map((statement, index) => written(statement, reader.starts[index], file.text)),
    known.map((statement, index) => written(statement, before.starts[first + index], before.file.text)),
  );
  if (rest < before.statements.length && now.at(-1) !== known.at(-1)) return undefined;
  const gone = new Set(known.filter((statement) => !now.includes(statement)));
  const stays = before.findings.filter(({ site }) => !site.top || !gone.has(site.top));
  const came = reader.findings.filter(({ site }) => site.top && now.includes(site.top));
  return syntax(
    file,
    [...before.statements.slice(0, first), ...now, ...before.statements.slice(rest)],
    [
      ...before.starts.slice(0, first),
      ...reader.starts,
      ...before.starts.slice(rest).map((start) => start + shift),
    ],
    [...stays, ...came],
  );
}

function isNeverClosed({ tokenType, image }: IToken): boolean {
  return tokenType === OpenComment || (tokenType === OpenString && image.startsWith('"""'));
}

interface Written {
  readonly statement: Statement;
  readonly text: string;
}

function written(statement: Statement, start = 0, text: string): Written {
  return { statement, text: text.slice(start, start + statement.span.end) };
}

/** The statements; those at the beginning and at the end that are as they were are what they were. */
function withKnown(now: readonly Written[], before: readonly Written[]): readonly Statement[] {
  const most = Math.min(now.length, before.length);
  let head = 0;
  while (head < most && isAsBefore(now[head], before[head])) head++;
  let tail = 0;
  while (tail < most - head && isAsBefore(now.at(-1 - tail), before.at(-1 - tail))) tail++;
  return now.map(({ statement }, index) => {
    if (index < head) return before[index]?.statement ?? statement;
    const fromEnd = index - now.length;
    return (fromEnd >= -tail ? before.at(fromEnd)?.statement : undefined) ?? statement;
  });
}

function isAsBefore(now: Written | undefined, before: Written | undefined): boolean {
  if (now?.text !== before?.text) return false;
  const [doc, was] = [now?.statement.doc, before?.statement.doc];
  return doc?.text === was?.text && doc?.span.start === was?.span.start && doc?.span.end === was?.span.end;
}

function troubleMessage({ what, head }: Trouble): Message {
  if (what === "missing-close") return say.missingClose(calledBy(head));
  if (what === "stray-close") return say.strayClose();
  return what === "stray-open" ? say.strayOpen() : say.tooDeep();
}

/** What a reader calls a statement by: its words up to the title. */
function calledBy(head: readonly IToken[]): string {
  const words = head.map(({ image }) => image);
  const title = words.findIndex((word) => word.startsWith('"'));
  return (title > 0 ? words.slice(0, title) : words).slice(0, 6).join(" ");
}

/** Builds the statements of one file, and collects what is wrong with them. */
class Reader {
  readonly statements: Statement[] = [];
  /** Where each of the statements begins. */
  readonly starts: number[] = [];
  readonly findings: Finding[] = [];
  private base = 0;
  private pending: { readonly span: Span; readonly message: Message }[] = [];

  constructor(
    private readonly path: string,
    /** Where in the file the text begins that is read. */
    private readonly from = 0,
  ) {}

  /** Reads a line at the top of the file, and the block that it opens. */
  top(line: Line): void {
    this.base = line.tokens[0]?.startOffset ?? 0;
    this.pending = [];
    const statement = this.statement(line);
    if (statement) {
      this.statements.push(statement);
      this.starts.push(this.base + this.from);
    }
    for (const { span, message } of this.pending) this.add(span, message, statement);
  }

  /** A finding that belongs to no statement. */
  note(token: IToken, message: Message): void {
    const start = token.startOffset;
    this.findings.push(
      languageFinding(
        "syntax",
        { path: this.path, top: undefined, span: { start, end: start + token.image.length } },
        message,
      ),
    );
  }

  private add(span: Span, message: Message, top: Statement | undefined): void {
    const shift = top ? 0 : this.base;
    const at = { start: span.start + shift, end: span.end + shift };
    this.findings.push(languageFinding("syntax", { path: this.path, top, span: at }, message));
  }

  private statement(line: Line): Statement | undefined {
    const { phrase, hitch } = readPhrase(line.tokens, this.base);
    this.strings(line.tokens);
    if (hitch) this.hitch(line.tokens, hitch);
    const block = line.block && this.block(line);
    if (!phrase.head) return undefined;
    const first = line.tokens[0];
    const last = line.tokens.at(-1);
    const start = first ? this.span(first).start : 0;
    const end = block?.span.end ?? (last ? this.span(last).end : start);
    const { head, colon, items } = phrase;
    const cut = hitch !== undefined;
    return { span: { start, end }, head, colon, items, cut, block, doc: this.doc(line.docs) };
  }

  private block(line: Line): Block | undefined {
    if (!line.block) return undefined;
    const { open, close, lines } = line.block;
    const statements: Statement[] = [];
    for (const inner of lines) {
      const statement = this.statement(inner);
      if (statement) statements.push(statement);
    }
    const start = this.span(open).start;
    const end = close
      ? this.span(close).end
      : Math.max(this.span(open).end, statements.at(-1)?.span.end ?? 0);
    return { span: { start, end }, statements: exact(statements), closed: close !== undefined };
  }

  private doc(tokens: readonly IToken[]): Word | undefined {
    const first = tokens[0];
    const last = tokens.at(-1);
    if (!first || !last) return undefined;
    const text = tokens.map((token) => token.image.slice(3).replace(/^ /, "").trimEnd()).join("\n");
    return { text, span: { start: this.span(first).start, end: this.span(last).end } };
  }

  private strings(tokens: readonly IToken[]): void {
    for (const token of tokens) {
      if (token.tokenType === OpenString) {
        const isBlock = token.image.startsWith('"""');
        this.report(this.span(token), isBlock ? say.openBlock() : say.openString());
      }
      if (token.tokenType === Quoted || token.tokenType === TextBlock) this.escapes(token);
    }
  }

  private escapes(token: IToken): void {
    if (!token.image.includes("\\")) return;
    for (const { at, text } of readString(token.image).bad) {
      const start = this.span(token).start + at;
      this.report({ start, end: start + text.length }, say.escape(text));
    }
  }

  private hitch(tokens: readonly IToken[], hitch: Exclude<Reading["hitch"], undefined>): void {
    const last = tokens.at(-1);
    if (!last) return;
    if (hitch !== "end") return this.report(this.span(hitch), hitchMessage(hitch, tokens));
    this.report(this.span(last), last.tokenType === Arrow ? say.arrowEnd() : say.unfinished());
  }

  private report(span: Span, message: Message): void {
    this.pending.push({ span, message });
  }

  private span(token: IToken): Span {
    const start = token.startOffset - this.base;
    return { start, end: start + token.image.length };
  }
}

function hitchMessage(token: IToken, tokens: readonly IToken[]): Message {
  if (/[“”„«»‹›‘’]/u.test(token.image)) return say.curlyQuote(token.image);
  if (token === tokens[0]) return say.noWord(token.image);
  const before = tokens[tokens.indexOf(token) - 1];
  if (token.tokenType === Arrow || before?.tokenType === Arrow) return say.arrowEnd();
  if (token.tokenType === Comma) return say.strayComma();
  return say.unexpected(token.image);
}
