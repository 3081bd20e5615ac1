import { once } from "../../grammar/once.ts";
import type { Span } from "../../grammar/text.ts";
import { wordsIn } from "../model/dotted.ts";
import { fileAt, locate } from "../model/edit.ts";
import { referencesBy, waivers, type Reference } from "../model/mentions.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";
import { isPersonal, wordOf } from "../model/query.ts";
import { referentOf } from "../model/reference.ts";

/** What a name stands for: a load-bearing wall (of why or what), or a partition (of how). */
export const tokenTypes = ["wall", "partition"] as const;

/** What else there is to see of it: where it is declared, that it is about persons, that it is on its way out. */
export const tokenModifiers = ["declaration", "personal", "deprecated"] as const;

/** A name, or the part of a dotted one that stands for one element. */
export interface SemanticToken {
  readonly span: Span;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/**
 * Feature: Colours by meaning
 *
 * The names in a file, each by what it stands for; a name that stands for nothing has none. In the order of the text, none
 * over another, none over several lines.
 */
export function semanticTokens(model: Model, path: string): readonly SemanticToken[] {
  return tokensOf(model)(path);
}

/** The tokens of each file, worked out for the first who asks: an editor asks for what it shows, part by part. */
const tokensOf = once((model: Model) => {
  const known = new Map<string, readonly SemanticToken[]>();
  return (path: string): readonly SemanticToken[] => {
    const tokens = known.get(path) ?? tokensIn(model, path);
    known.set(path, tokens);
    return tokens;
  };
});

function tokensIn(model: Model, path: string): readonly SemanticToken[] {
  const here = model.elements.filter((element) => element.path === path);
  const declared = here.flatMap((element) => {
    const { id } = element.declaration;
    const span = id && locate(model, siteIn(element, id));
    return span ? token(element, span, ["declaration"]) : [];
  });
  const written = [...here.flatMap(referencesBy), ...waivers(model).filter((one) => one.path === path)];
  // The edges of `a -> b -> c` share the end in the middle, and all that they carry.
  const single = new Map(written.map((reference) => [reference.value, reference]));
  const references = [...single.values()].flatMap((reference) => referenceTokens(model, reference));
  const tokens = [...declared, ...references].toSorted((a, b) => a.span.start - b.span.start);
  return tokens.filter(({ span }, index) => span.start >= (tokens[index - 1]?.span.end ?? 0));
}

/** A token for each part of a dotted name, the last for what it names and those before for what that stands in. */
function referenceTokens(model: Model, reference: Reference): readonly SemanticToken[] {
  const { value, path, top } = reference;
  if (value.type === "path") return [];
  const { start, end } = locate(model, { path, top, span: value.span });
  const parts = wordsIn(fileAt(model, path)?.text.slice(start, end) ?? "");
  let element = referentOf(model, reference);
  return parts.toReversed().flatMap((part) => {
    const named = element;
    element = element?.parent;
    return named ? token(named, { start: start + part.start, end: start + part.end }, []) : [];
  });
}

function token(element: Element, span: Span, modifiers: readonly "declaration"[]): readonly SemanticToken[] {
  const { storey, name } = element.kind;
  if (storey === "meta") return [];
  const personal = element.flags.has("personal") || (name === "entity" && isPersonal(element));
  const status = name === "tool" ? wordOf(element, "status") : undefined;
  const deprecated = status === "legacy" || status === "retired";
  return [
    {
      span,
      type: storey === "how" ? "partition" : "wall",
      modifiers: [
        ...modifiers,
        ...(personal ? (["personal"] as const) : []),
        ...(deprecated ? (["deprecated"] as const) : []),
      ],
    },
  ];
}
