import type { Message } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { once } from "../../grammar/once.ts";
import { linesOf, positionAt } from "../../grammar/text.ts";
import { wordsIn } from "../model/dotted.ts";
import { applyEdits, fileAt, locate, type Edit } from "../model/edit.ts";
import { modelOf } from "../model/link.ts";
import { referencesOf, type Reference } from "../model/mentions.ts";
import type { Element, Model } from "../model/model.ts";
import { ownRuleNamed, referentOf } from "../model/reference.ts";
import { renameWords as say } from "./rename-words.ts";

/** The edits that rename something; or why it is not renamed. */
export type Renamed = { readonly edits: readonly Edit[] } | { readonly refused: Message };

/**
 * Parts of names become another, and every name means what it meant before: names that would mean something else are
 * written longer. Whether they do is not foretold but seen, in the model of the text as it will be.
 */
export function keepingMeaning(model: Model, parts: readonly Edit[], name: string): Renamed {
  const touched = new Set(parts.map(keyOf));
  const lengthened = new Map<Reference, string>();
  for (;;) {
    const edits = written(model, parts, lengthened);
    const after = modelAfter(model, edits);
    if (!isReadAlike(model, after, parts, name)) return { refused: say.misread(name) };
    const strayed = strayedFrom(model, after);
    if (strayed.length === 0) return { edits };
    // What `a -> b` means follows from what its two names mean.
    const names = strayed.filter(({ reference }) => reference.value.type === "name");
    for (const { reference, meant, now } of names.length > 0 ? names : strayed) {
      const isTouched = wordSpans(model, reference).some((span) => touched.has(keyOf(span)));
      if (!meant || !isTouched) return { refused: strayReason(model, reference, meant) };
      const known = lengthened.get(reference);
      const longer = lengthen(model, reference, now, known);
      if (longer === undefined)
        return { refused: say.shadowed(meant.name, placeOfReference(model, reference)) };
      lengthened.set(reference, longer);
    }
  }
}

function keyOf({ path, span }: Pick<Edit, "path" | "span">): string {
  return `${String(span.start)} ${path}`;
}

/** All edits, a part and what is written before it as one. */
function written(
  model: Model,
  parts: readonly Edit[],
  lengthened: ReadonlyMap<Reference, string>,
): readonly Edit[] {
  const before = [...lengthened].map(([reference, text]): Edit => {
    const { start } = locate(model, { ...reference, span: reference.value.span });
    return { path: reference.path, span: { start, end: start }, text };
  });
  const prefixes = new Map(before.map((edit) => [keyOf(edit), edit]));
  const joined = parts.map((part) => ({
    ...part,
    text: (prefixes.get(keyOf(part))?.text ?? "") + part.text,
  }));
  const merged = new Set(parts.map(keyOf));
  return [...joined, ...before.filter((edit) => !merged.has(keyOf(edit)))];
}

/** The model as it will be. */
function modelAfter(model: Model, edits: readonly Edit[]): Model {
  const byPath = grouped(edits, ({ path }) => path);
  const files = model.project.files.map((file) => {
    const own = byPath.get(file.path);
    return own ? { ...file, text: applyEdits(file.text, own) } : file;
  });
  return modelOf({ ...model.project, files });
}

/** Whether the same elements stand in the same order, under the same names but for those that are edited. */
function isReadAlike(before: Model, after: Model, parts: readonly Edit[], name: string): boolean {
  const renamed = new Set(parts.map(keyOf));
  const isSame = (element: Element, index: number): boolean => {
    const other = after.elements[index];
    if (other?.kind !== element.kind || other.path !== element.path) return false;
    const { id, top } = element.declaration;
    const written = other.declaration.id?.text;
    if (id?.text === written) return true;
    const span = id && locate(before, { path: element.path, top, span: id.span });
    return written === name && span !== undefined && renamed.has(keyOf({ path: element.path, span }));
  };
  const rulesFound = ({ findings }: Model): string =>
    findings
      .flatMap(({ rule }) => (OF_MEANING.has(rule) ? [] : [rule]))
      .toSorted()
      .join(" ");
  return (
    before.elements.length === after.elements.length &&
    before.policy.length === after.policy.length &&
    referencesOf(before).length === referencesOf(after).length &&
    before.elements.every(isSame) &&
    rulesFound(before) === rulesFound(after) &&
    policyRules(before).every((index, at) => index === policyRules(after)[at])
  );
}

/** What is found about the meaning of names is looked at name by name. */
const OF_MEANING: ReadonlySet<string> = new Set(["unknown-reference", "wrong-kind"]);

/** Which rule of the project's own each line of the policy names. */
const policyRules = once((model: Model): readonly number[] => {
  return model.policy.map(({ line }) => {
    const own = ownRuleNamed(model, line.rule.text);
    return own ? model.elements.indexOf(own) : -1;
  });
});

interface Stray {
  readonly reference: Reference;
  readonly meant: Element | undefined;
  /** The same element as it will be called. */
  readonly now: Element | undefined;
}

/** The names that would mean something else than before. */
function strayedFrom(before: Model, after: Model): readonly Stray[] {
  const [indexBefore, indexAfter] = [indexOf(before), indexOf(after)];
  const others = referencesOf(after);
  return referencesOf(before).flatMap((reference, at): Stray[] => {
    const other = others[at];
    const meant = referentOf(before, reference);
    const means = other && referentOf(after, other);
    const index = meant && indexBefore.get(meant);
    if (index === (means && indexAfter.get(means))) return [];
    return [{ reference, meant, now: index === undefined ? undefined : after.elements[index] }];
  });
}

function indexOf({ elements }: Model): ReadonlyMap<Element, number> {
  return new Map(elements.map((element, index) => [element, index]));
}

/** Where each word of a reference stands in its file. */
function wordSpans(model: Model, { value, path, top }: Reference): readonly Pick<Edit, "path" | "span">[] {
  const { start, end } = locate(model, { path, top, span: value.span });
  const text = fileAt(model, path)?.text.slice(start, end) ?? "";
  return wordsIn(text).map((word) => ({ path, span: { start: start + word.start, end: start + word.end } }));
}

/** What to write before a reference so that it is one part longer than it is; undefined where it is whole. */
function lengthen(
  model: Model,
  reference: Reference,
  now: Element | undefined,
  known = "",
): string | undefined {
  if (!now || reference.value.type !== "name") return undefined;
  const there = wordSpans(model, reference).length + known.split(".").length - 1;
  const part = now.name.split(".").at(-1 - there);
  return part === undefined ? undefined : `${part}.${known}`;
}

function strayReason(model: Model, reference: Reference, meant: Element | undefined): Message {
  const { text } = reference.value;
  const place = placeOfReference(model, reference);
  return meant ? say.captured(text, place, meant.name) : say.found(text, place);
}

function placeOfReference(model: Model, { path, top, value }: Reference): string {
  return placeOf(model, path, locate(model, { path, top, span: value.span }).start);
}

/** A place as people name it: `how.bizarch:12`. */
export function placeOf(model: Model, path: string, offset: number): string {
  const { root } = model.project;
  const short = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : (path.split("/").at(-1) ?? path);
  const file = fileAt(model, path);
  return file ? `${short}:${String(positionAt(linesOf(file), offset).line + 1)}` : short;
}
