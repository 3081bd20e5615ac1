import type { Finding } from "../../grammar/finding.ts";
import type { KindName } from "../../grammar/schema.ts";
import { addProperty, appendStatement, locate, type Edit } from "../model/edit.ts";
import type { Element, Model } from "../model/model.ts";
import { nodeAt, type Reference } from "../model/node.ts";
import { domainOf } from "../model/query.ts";
import { namespaceOf } from "../model/reference.ts";
import type { Fix } from "../rules/rule.ts";
import { draftOf } from "./draft.ts";

/** More kinds than these would be guessing. */
const MOST = 3;

/** Repairs that declare what a reference names and nothing is called: one for each kind that would fit. */
export function declareMissing(model: Model, { site }: Finding): readonly Fix[] {
  const place = { path: site.path, offset: locate(model, site).start };
  const node = nodeAt(model, place);
  if (node?.type !== "reference" || node.value.span.start !== site.span.start) return [];
  if (node.expected.length === 0 || node.expected.length > MOST) return [];
  const prefix = namespaceOf(model, site.path);
  const { text } = node.value;
  const name = prefix !== "" && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  return node.expected.flatMap((kind) => {
    const edits =
      kind === "entity" ? entity(model, site.path, name, node) : element(model, site.path, kind, name);
    return edits
      ? [{ title: { en: `Declare ${a(kind)} '${name}'`, fr: `Déclarer « ${kind} ${name} »` }, edits }]
      : [];
  });
}

function a(kind: string): string {
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

function element(model: Model, path: string, kind: KindName, name: string): readonly Edit[] | undefined {
  const statement = name.includes(".") ? undefined : draftOf(model, kind, name);
  return statement === undefined ? undefined : [appendStatement(model, path, statement)];
}

/** An entity stands in a domain: the one that the name says, or the one that the reference stands in. */
function entity(model: Model, path: string, name: string, { from }: Reference): readonly Edit[] | undefined {
  const [first = "", second, ...rest] = name.split(".");
  if (rest.length > 0) return undefined;
  const domain = second === undefined ? domainAround(from) : domainNamed(model, path, first);
  const id = second ?? first;
  if (domain) {
    return [addProperty(model, domain, `entity ${id}`)];
  }
  if (second === undefined) return undefined;
  const draft = draftOf(model, "domain", first);
  return draft === undefined ? undefined : [appendStatement(model, path, `${draft} {\n  entity ${id}\n}`)];
}

/** The domain of an attribute or an entity. */
function domainAround(from: Element | undefined): Element | undefined {
  const holder = from?.kind.name === "attribute" ? from.parent : from;
  const domain = holder && domainOf(holder);
  return domain?.kind.name === "domain" ? domain : undefined;
}

function domainNamed(model: Model, path: string, name: string): Element | undefined {
  const found = model.byName.get(namespaceOf(model, path) + name) ?? model.byName.get(name);
  return found?.kind.name === "domain" ? found : undefined;
}
