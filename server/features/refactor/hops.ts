import type { NameValue, Statement } from "../../../grammar/tree.ts";
import { grouped } from "../../../grammar/grouped.ts";
import { fileAt, locate, removeLine, type Edit } from "../../model/edit.ts";
import { referencesOf, type Reference } from "../../model/mentions.ts";
import type { Element, Model } from "../../model/model.ts";
import { referentOf } from "../../model/reference.ts";
import { joined } from "./joined.ts";
import { withoutValues } from "./lists.ts";
import type { Stretch } from "./plan.ts";
import { topStretch } from "./stretch.ts";

/** A statement such as `flow a -> b -> c`: its ends in their order, and the edges between them. */
export interface Hops {
  readonly statement: Statement;
  readonly path: string;
  readonly edges: readonly Element[];
  readonly ends: readonly Hop[];
}

interface Hop {
  readonly value: NameValue;
  readonly element: Element | undefined;
}

/** The statements of edges that have an element at one of their ends. */
export function hopsAt(model: Model, element: Element): readonly Hops[] {
  const edges = model.elements.filter(({ declaration }) => declaration.ends);
  const statements = grouped(edges, ({ declaration }) => declaration.statement);
  return [...statements].flatMap(([statement, own]) => {
    const [first] = own;
    if (!first?.declaration.ends) return [];
    const values = [
      first.declaration.ends[0],
      ...own.flatMap(({ declaration }) => declaration.ends?.[1] ?? []),
    ];
    const { path } = first;
    const ends = values.map((value) => ({ value, element: referentOf(model, { value, from: first, path }) }));
    return ends.some((end) => end.element === element) ? [{ statement, path, edges: own, ends }] : [];
  });
}

/** The whole of a statement of edges, with its comments. */
export function stretchOfHops(model: Model, { statement, path, edges }: Hops): Stretch {
  const file = fileAt(model, path);
  const top = edges[0]?.declaration.top ?? statement;
  return { path, span: file ? topStretch(file, top) : { start: 0, end: 0 } };
}

/** What names edges that go is taken out: exceptions for them, and values of lists. */
export function withoutMentions(model: Model, edges: ReadonlySet<Element>): readonly Edit[] {
  if (edges.size === 0) return [];
  const naming = referencesOf(model).filter((reference) => {
    const target = reference.value.type === "path" ? referentOf(model, reference) : undefined;
    return target !== undefined && edges.has(target);
  });
  return takenOut(model, naming);
}

/** References are taken out: the lines of exceptions, and values of lists. */
export function takenOut(model: Model, naming: readonly Reference[]): readonly Edit[] {
  const excuses = naming.filter(({ key, from }) => key === "allow" && !from);
  const values = naming.filter(({ from }) => from);
  const lists = grouped(values, ({ from, key }) => `${key} ${String(from && model.elements.indexOf(from))}`);
  return [
    ...withoutExceptions(model, excuses),
    ...[...lists.values()].flatMap((own) => {
      const [first] = own;
      const gone = new Set(own.map(({ value }) => value));
      return first?.from ? withoutValues(model, first.from, first.key, gone) : [];
    }),
  ];
}

/** Lines of policies go, and a policy with all of its lines. */
function withoutExceptions(model: Model, excuses: readonly Reference[]): readonly Edit[] {
  const byPolicy = grouped(excuses, ({ top }) => top);
  return [...byPolicy].flatMap(([top, own]) => {
    const lines = model.policy.filter(({ line }) => line.top === top);
    const gone = lines.filter(({ line }) =>
      own.some(({ value }) => line.type === "waiver" && line.target === value),
    );
    const { path } = own[0] ?? { path: "" };
    if (gone.length === lines.length) return [removeLine(model, { path, top, span: top.span })];
    return joined(
      model,
      gone.map(({ line }) => removeLine(model, { path, top, span: line.span })),
    );
  });
}

/** The text between two places of a statement. */
export function partOf({ statement, path, edges }: Hops, model: Model, start: number, end: number): Stretch {
  const top = edges[0]?.declaration.top ?? statement;
  return { path, span: locate(model, { path, top, span: { start, end } }) };
}
