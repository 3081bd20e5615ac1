import { formatEdits, lineEndOf, rewritten } from "../../../grammar/format.ts";
import { grouped } from "../../../grammar/grouped.ts";
import type { SourceFile, Span } from "../../../grammar/text.ts";
import { fileAt, removeLine, type Edit } from "../../model/edit.ts";
import type { Model } from "../../model/model.ts";
import type { Place } from "../../model/place.ts";
import { tidied } from "../../model/tidy.ts";
import { joined } from "./joined.ts";

/** What a refactoring does to the texts of a project, before it is looked at what names mean then. */
export interface Plan {
  /** Changes in place, also of what is taken somewhere else. */
  readonly edits: readonly Edit[];
  /** What goes, whole statements with their comments. */
  readonly removals: readonly Stretch[];
  readonly insertions: readonly Insertion[];
}

/** A stretch of the text of a file as it is now. */
export interface Stretch {
  readonly path: string;
  readonly span: Span;
}

/** Statements that are written between those of a file, or into a new file where there is none yet. */
export interface Insertion {
  readonly path: string;
  readonly at: number;
  /** Text as it is given, with `\n` at the ends of lines, or taken from where it stands now. */
  readonly pieces: readonly (string | Stretch)[];
}

export const NOTHING: Plan = { edits: [], removals: [], insertions: [] };

/** The files of a project as a plan leaves them, and where a place of today is then: in several places, or in none. */
export interface Outcome {
  readonly files: readonly SourceFile[];
  readonly placesOf: (place: Place) => readonly Place[];
}

/** A stretch of today, and where it is then; one that is replaced is kept by its start alone. */
interface Kept {
  readonly from: Stretch;
  readonly to: Place;
  readonly isReplaced: boolean;
}

/** What a plan makes of a project. */
export function outcomeOf(model: Model, plan: Plan): Outcome {
  const paths = new Set(
    [...model.project.files, ...plan.insertions].map(({ path }) => path).toSorted((a, b) => (a < b ? -1 : 1)),
  );
  const kept: Kept[] = [];
  const files = [...paths].map((path) => {
    const writer = new Writer(path, kept);
    writeFile(model, plan, path, writer);
    const before = fileAt(model, path);
    return before?.text === writer.text ? before : { path, text: writer.text };
  });
  const byPath = grouped(kept, ({ from }) => from.path);
  const placesOf = ({ path, offset }: Place): readonly Place[] =>
    (byPath.get(path) ?? []).flatMap(({ from, to, isReplaced }) => {
      const { start, end } = from.span;
      const isIn = isReplaced ? offset === start : start <= offset && offset < end;
      return isIn ? [{ path: to.path, offset: to.offset + offset - start }] : [];
    });
  return { files, placesOf };
}

/** Writes the text of a file, and notes what of it stood where. */
class Writer {
  text = "";

  constructor(
    private readonly path: string,
    private readonly kept: Kept[],
  ) {}

  write(text: string): void {
    this.text += text;
  }

  replace(from: Stretch, text: string): void {
    // What is taken out is nowhere, and what is written between was nowhere.
    if (text !== "" && from.span.start < from.span.end) this.note(from, true);
    this.text += text;
  }

  keep(from: Stretch, text: string): void {
    if (text === "") return;
    this.note(from, false);
    this.text += text;
  }

  private note(from: Stretch, isReplaced: boolean): void {
    this.kept.push({ from, to: { path: this.path, offset: this.text.length }, isReplaced });
  }
}

function writeFile(model: Model, plan: Plan, path: string, writer: Writer): void {
  const text = fileAt(model, path)?.text ?? "";
  const gone = plan.removals.filter((one) => one.path === path);
  const removals = removalEdits(model, path, gone);
  const inPlace = outermost(plan.edits.filter((edit) => edit.path === path && !isIn(edit, gone)));
  const insertions = plan.insertions.filter((one) => one.path === path);
  const steps = [
    ...insertions.map((insertion) => ({
      span: { start: insertion.at, end: insertion.at },
      insertion,
      edit: undefined,
    })),
    ...[...removals, ...inPlace].map((edit) => ({ span: edit.span, insertion: undefined, edit })),
  ].toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let at = 0;
  const keepTo = (end: number): void => {
    writer.keep({ path, span: { start: at, end } }, text.slice(at, end));
  };
  for (const { span, insertion, edit } of steps) {
    keepTo(Math.max(at, span.start));
    if (insertion) writePieces(model, plan, insertion, lineEnd(model, insertion), writer);
    else writer.replace({ path, span }, edit.text);
    at = Math.max(at, span.end);
  }
  keepTo(text.length);
}

function writePieces(model: Model, plan: Plan, { pieces }: Insertion, eol: string, writer: Writer): void {
  for (const piece of pieces) {
    if (typeof piece === "string") writer.write(piece.replaceAll("\n", eol));
    else writeSlice(model, plan, piece, eol, writer);
  }
}

/** Text that is taken from somewhere else, with the changes in it, and with the line ends of where it goes. */
function writeSlice(model: Model, plan: Plan, { path, span }: Stretch, eol: string, writer: Writer): void {
  const text = fileAt(model, path)?.text ?? "";
  const edits = plan.edits
    .filter((edit) => edit.path === path && span.start <= edit.span.start && edit.span.end <= span.end)
    .toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let at = span.start;
  const keepTo = (end: number): void => {
    for (const [line] of text.slice(at, end).matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
      if (/^[\r\n]/.test(line)) writer.write(eol);
      else writer.keep({ path, span: { start: at, end: at + line.length } }, line);
      at += line.length;
    }
    at = end;
  };
  for (const edit of edits) {
    keepTo(edit.span.start);
    writer.replace({ path, span: edit.span }, edit.text.replaceAll(/\r\n|\n|\r/g, eol));
    at = edit.span.end;
  }
  keepTo(span.end);
}

/** What the lines of a file end in; those of a new one as where its text comes from. */
function lineEnd(model: Model, { path, pieces }: Insertion): string {
  const file = fileAt(model, path);
  if (file && /[\r\n]/.test(file.text)) return lineEndOf(file.text);
  const source = pieces.find((piece) => typeof piece !== "string");
  return lineEndOf((source && fileAt(model, source.path)?.text) ?? "");
}

/** Stretches that only blanks part go as one, so that the blank lines between them go too. */
function removalEdits(model: Model, path: string, stretches: readonly Stretch[]): readonly Edit[] {
  const text = fileAt(model, path)?.text ?? "";
  const together: Span[] = [];
  for (const { span } of stretches.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = together.at(-1);
    if (last && /^[\s;]*$/.test(text.slice(last.end, span.start))) {
      together.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
    } else together.push(span);
  }
  return together.map((span) => removeLine(model, { path, top: undefined, span }));
}

function isIn({ path, span }: Stretch, stretches: readonly Stretch[]): boolean {
  return stretches.some(
    (one) => one.path === path && one.span.start <= span.start && span.end <= one.span.end,
  );
}

/** Changes that are in no larger one: what is taken out here may stand elsewhere, changed. */
function outermost(edits: readonly Edit[]): readonly Edit[] {
  const wide = edits.filter(({ span, text }) => text === "" && span.end > span.start);
  return edits.filter((edit) => !wide.some((other) => other !== edit && isIn(edit, [other])));
}

/** The edits that do what is planned. What was in the one layout is in it still. */
export function editsOf(model: Model, plan: Plan): readonly Edit[] {
  const inPlace = outermost(plan.edits.filter((edit) => !isIn(edit, plan.removals)));
  const paths = new Set(plan.removals.map(({ path }) => path));
  const removals = [...paths].flatMap((path) =>
    removalEdits(
      model,
      path,
      plan.removals.filter((one) => one.path === path),
    ),
  );
  const bare = { ...plan, edits: [] };
  const insertions = plan.insertions.map((insertion): Edit => {
    const eol = lineEnd(model, insertion);
    const before = inserted(model, bare, insertion, eol);
    const after = inserted(model, plan, insertion, eol);
    const isLaidOut = layoutOf(before, eol).length === 0;
    const text = isLaidOut ? rewritten(after, layoutOf(after, eol)) : after;
    return { path: insertion.path, span: { start: insertion.at, end: insertion.at }, text };
  });
  return [...insertions, ...tidied(model, joined(model, [...inPlace, ...removals]))];
}

function inserted(model: Model, plan: Plan, insertion: Insertion, eol: string): string {
  const writer = new Writer(insertion.path, []);
  writePieces(model, plan, insertion, eol, writer);
  return writer.text;
}

/** What statements lack to be in the one layout; the blank lines around them part them from their neighbours. */
function layoutOf(text: string, eol: string) {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const end = text.trimEnd().length;
  return formatEdits(text, eol).filter(({ span }) => span.start >= start && span.end <= end);
}
