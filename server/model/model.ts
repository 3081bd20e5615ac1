import type { Finding, Message, Site } from "../../grammar/finding.ts";
import type { Kind, KindName } from "../../grammar/schema.ts";
import type { Value } from "../../grammar/tree.ts";
import type { Declaration, PolicyLine } from "./declaration.ts";
import type { Project } from "./snapshot.ts";

/** The architecture of a project as a graph: elements, and typed relations between them. */
export interface Model {
  readonly project: Project;
  /** In the order of their files and then of the text; a domain before its entities. */
  readonly elements: readonly Element[];
  readonly relations: readonly Relation[];
  /** The elements by kind, each in the same order. */
  readonly byKind: ReadonlyMap<KindName, readonly Element[]>;
  /** By qualified name; an edge by `pim -> webshop` (the first, where several differ by title only). */
  readonly byName: ReadonlyMap<string, Element>;
  /** What each reference in the text names. A reference that names nothing is not in it. */
  readonly targets: Pick<ReadonlyMap<Value, Element>, "get" | "has">;
  readonly policy: readonly PlacedLine[];
  readonly outgoing: ReadonlyMap<Element, readonly Relation[]>;
  readonly incoming: ReadonlyMap<Element, readonly Relation[]>;
  /** What the language itself finds: syntax, words, names. */
  readonly findings: readonly Finding[];
}

/** Anything that was declared: a tool, an entity, an attribute, a flow. */
export interface Element {
  readonly kind: Kind;
  /** The qualified name; `pim -> webshop` for an edge. */
  readonly name: string;
  /** The name as it was declared; that of an edge is its whole name. */
  readonly id: string;
  /** The title, else the id: what to call it in front of people. */
  readonly label: string;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly flags: ReadonlySet<string>;
  readonly path: string;
  readonly declaration: Declaration;
  /** The domain of an entity, the entity of an attribute. */
  readonly parent: Element | undefined;
  readonly members: readonly Element[];
  /** The two ends of an edge; undefined for anything else, and where one of them names nothing. */
  readonly ends: Ends | undefined;
}

export interface Ends {
  readonly from: Element;
  readonly to: Element;
}

/** `pim owns catalog.Product`, with where it is written: the type is the name of the property. */
export interface Relation {
  readonly type: string;
  readonly from: Element;
  readonly to: Element;
  readonly site: Site;
}

export interface PlacedLine {
  readonly line: PolicyLine;
  readonly path: string;
}

/** Where an element's name stands; for an edge, its target, else its first word. */
export function siteOf(element: Element): Site {
  const { declaration, path } = element;
  const span = declaration.id?.span ?? declaration.ends?.[1].span ?? declaration.statement.head.span;
  return { path, top: declaration.top, span };
}

/** A site in the same statement as an element. */
export function siteIn(element: Element, part: { readonly span: Site["span"] }): Site {
  return { path: element.path, top: element.declaration.top, span: part.span };
}

/** The same words in every language, for names. */
export function same(text: string): Message {
  return { en: text, fr: text };
}
