import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anonymised } from "../../server/features/anonymised/anonymised.ts";
import { incomingFeeds, outgoingFeeds } from "../../server/features/call-hierarchy.ts";
import { treePath } from "../../server/features/architecture-tree.ts";
import { codeLens } from "../../server/features/code-lens.ts";
import { complete } from "../../server/features/complete.ts";
import { definition } from "../../server/features/definition.ts";
import { documentHighlight } from "../../server/features/document-highlight.ts";
import { documentLinks } from "../../server/features/document-links.ts";
import { documentSymbols, type OutlineSymbol } from "../../server/features/document-symbols.ts";
import { fix } from "../../server/features/fix.ts";
import { folding } from "../../server/features/folding.ts";
import { hover } from "../../server/features/hover.ts";
import { inlayHints } from "../../server/features/inlay-hints.ts";
import { prepareRename } from "../../server/features/prepare-rename.ts";
import { refactoringsAt } from "../../server/features/refactor/refactorings.ts";
import { references } from "../../server/features/references.ts";
import { selectionRange } from "../../server/features/selection-range.ts";
import { semanticTokens } from "../../server/features/semantic-tokens.ts";
import { signatureHelp } from "../../server/features/signature-help.ts";
import { hierarchyAt, subtypes, supertypes } from "../../server/features/type-hierarchy.ts";
import { workspaceSymbols } from "../../server/features/workspace-symbols.ts";
import { fileAt } from "../../server/model/edit.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import { elementAt } from "../../server/model/place.ts";
import { snapshotOf } from "../../server/model/snapshot.ts";
import { FIXTURE_SETTINGS, ROOT } from "../support/fixture.ts";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import { carriedOut } from "./refactor/carried-out.ts";

const path = `${ROOT}/a.bizarch`;
const drift = join(import.meta.dirname, "../../samples/retail-drift");
const text = ["why", "data", "flows"]
  .map((name) => readFileSync(join(drift, `${name}.bizarch`), "utf8"))
  .join('\npolicy {\n  allow orphan-tool for pim because "once" until 2027-01-01\n}\n');

function modelFor(source: string): Model {
  const [project] = snapshotOf([{ path, text: source }], [ROOT], FIXTURE_SETTINGS).projects.values();
  if (!project) throw new Error("No project.");
  return modelOf(project);
}

/** Asks every feature about one place; what they answer has to lie in the text. */
function askAll(model: Model, length: number, offset: number): void {
  const at = { path, offset };
  const spans = [complete(model, at).span, hover(model, at)?.span, definition(model, at)?.span];
  for (const span of spans) {
    if (!span) continue;
    expect(0 <= span.start && span.start <= offset && offset <= span.end && span.end <= length).toBe(true);
  }
  const here = elementAt(model, at);
  if (here) treePath(model, here);
  prepareRename(model, at);
  const shown = signatureHelp(model, at);
  for (const { text } of shown?.parts ?? []) expect(shown?.label).toContain(text);
  references(model, at, "with declarations");
  documentHighlight(model, at);
  const file = fileAt(model, path);
  if (file) expect(selectionRange(file, offset).at(-1)).toEqual({ start: 0, end: length });
  const element = hierarchyAt(model, at);
  if (element) for (const ask of [supertypes, subtypes, incomingFeeds, outgoingFeeds]) ask(model, element);
}

/** Carries out all that a light bulb offers at a place: nothing that could be read is lost, and no edits overlap. */
function refactorAll(model: Model, offset: number): void {
  const selection = { path, span: { start: offset, end: offset } };
  for (const { refactoring, choice } of refactoringsAt(model, selection, () => true)) {
    const done = refactoring.run(model, selection, choice);
    if ("refused" in done) continue;
    const after = carriedOut(model, done.edits);
    // Where it could not be read before, it cannot now; where it could, it can.
    const unread = (one: Model): number => one.findings.filter(({ rule }) => rule === "syntax").length;
    expect(unread(after)).toBeLessThanOrEqual(unread(model));
  }
}

/** Asks every feature about the whole file; what they answer has to lie in the text, and tokens not in each other. */
function askWhole(model: Model, length: number): void {
  const whole = { start: 0, end: length };
  const file = fileAt(model, path);
  const tokens = semanticTokens(model, path);
  const wanted = { systemOfRecord: true, accountable: true };
  const spans = [
    ...tokens,
    ...codeLens(model, path),
    ...documentLinks(model, path),
    ...(file ? folding(file) : []),
  ];
  for (const { span } of spans)
    expect(0 <= span.start && span.start <= span.end && span.end <= length).toBe(true);
  for (const { offset } of inlayHints(model, path, whole, wanted)) expect(offset <= length).toBe(true);
  for (const [index, { span }] of tokens.entries())
    expect(span.start >= (tokens[index - 1]?.span.end ?? 0)).toBe(true);
  workspaceSymbols([model], "c");
  for (const { id } of viewsOf(model)) viewGraph(model, [], id);
  for (const { name } of model.elements.slice(0, 20)) {
    viewGraph(model, [], `trace:${name}`);
    viewGraph(model, [], `around:${name}:2`);
  }
  anonymised(model.project);
}

/** Editors refuse an outline whose names lie outside of what they name. */
function expectNested({ span, nameSpan, children }: OutlineSymbol): void {
  expect(span.start <= nameSpan.start && nameSpan.end <= span.end).toBe(true);
  for (const child of children) {
    expect(span.start <= child.span.start && child.span.end <= span.end).toBe(true);
    expectNested(child);
  }
}

test("every place of a file can be asked about", () => {
  const model = modelFor(text);
  askWhole(model, text.length);
  for (let offset = 0; offset <= text.length; offset += 3) askAll(model, text.length, offset);
});

test("every place of a broken file can be asked about", () => {
  const cut = fc.tuple(fc.nat(text.length), fc.nat(60));
  const junk = fc.constantFrom("", "{", "}", '"', '"""', "->", "/*", ",", "\r\n", ".", "[", "é𝒳", ":");
  fc.assert(
    fc.property(
      cut,
      junk,
      fc.array(fc.nat(), { minLength: 5, maxLength: 5 }),
      ([at, gone], added, places) => {
        const source = text.slice(0, at) + added + text.slice(at + gone);
        const model = modelFor(source);
        for (const place of [at, at + added.length, ...places])
          askAll(model, source.length, place % (source.length + 1));
        documentSymbols(model, path).forEach(expectNested);
        askWhole(model, source.length);
        fix(model, path, { start: Math.max(0, at - 50), end: at + 50 });
        for (const place of [at, ...places.slice(0, 1)]) refactorAll(model, place % (source.length + 1));
      },
    ),
    { numRuns: 60 },
  );
});
