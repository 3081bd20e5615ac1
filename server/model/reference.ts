import type { NameValue, PathValue } from "../../grammar/tree.ts";
import { fileAt } from "./edit.ts";
import type { Element, Model } from "./model.ts";
import { outlineOf } from "./outline.ts";
import { ofKind } from "./query.ts";

/** The namespace of a file, with a dot at its end; empty where it has none. */
export function namespaceOf(model: Model, path: string): string {
  const file = fileAt(model, path);
  return file ? outlineOf(file).prefix : "";
}

/** A name as it is written, and where: in the block of an element, or in the policy of a file. */
export interface Written {
  readonly value: NameValue | PathValue;
  readonly from: Element | undefined;
  readonly path: string;
}

/**
 * What a reference names, be it of a kind that fits there or not: whoever wrote `accountable pim` means that tool, and is
 * told elsewhere that only a team can answer for something. Undefined where it names nothing.
 */
export function referentOf(model: Model, { value, from, path }: Written): Element | undefined {
  const known = model.targets.get(value);
  if (known || value.type === "path") return known;
  const scopes = from ? scopesOf(model, from) : outward(namespaceOf(model, path));
  return scopes.map((scope) => model.byName.get(scope + value.text)).find((found) => found !== undefined);
}

/** The rule that a project declares under an id, as its policy names it: whatever the namespace. */
export function ownRuleNamed(model: Model, id: string): Element | undefined {
  return ofKind(model, "rule").find((rule) => rule.id === id);
}

/** The shortest way to write the name of an element in the block of another, so that it means just that element. */
export function referenceTo(model: Model, element: Element, from: Element): string {
  const scopes = scopesOf(model, from);
  const short = scopes.map((scope) =>
    element.name.startsWith(scope) ? element.name.slice(scope.length) : undefined,
  );
  return short.find((name) => name && meaning(model, name, scopes, element) === element) ?? element.name;
}

/** What a name means from these scopes, where an element of a kind is looked for. */
function meaning(model: Model, name: string, scopes: readonly string[], { kind }: Element) {
  const found = scopes.map((scope) => model.byName.get(scope + name));
  return found.find((element) => element?.kind === kind);
}

/** Where a name in the block of an element is looked up, nearest first: each with its dot, the last is empty. */
function scopesOf(model: Model, { name, kind, parent, path }: Element): readonly string[] {
  const holds = kind.name === "domain" || kind.name === "entity";
  return outward(holds ? `${name}.` : parent ? `${parent.name}.` : namespaceOf(model, path));
}

/** `a.b.` → `a.b.`, `a.`, and nothing. */
function outward(scope: string): readonly string[] {
  const scopes: string[] = [];
  for (let rest = scope; rest !== ""; rest = rest.slice(0, rest.lastIndexOf(".", rest.length - 2) + 1))
    scopes.push(rest);
  return [...scopes, ""];
}

/** A name that nothing bears yet in the namespace of a file: the wanted one, or that with a number. */
export function freeName(model: Model, path: string, wanted: string): string {
  const prefix = namespaceOf(model, path);
  let name = wanted;
  for (let count = 2; model.byName.has(prefix + name) || model.byName.has(name); count++)
    name = `${wanted}-${count}`;
  return name;
}
