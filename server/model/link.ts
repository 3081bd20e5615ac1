import type { Finding, Message, Site } from "../../grammar/finding.ts";
import { once } from "../../grammar/once.ts";
import { nearest } from "../../grammar/near.ts";
import { attributeTypes, kindOf, propertyOf, type KindName, type Property } from "../../grammar/schema.ts";
import type { NameValue, PathValue, SelectorValue, Statement, Value } from "../../grammar/tree.ts";
import type { Declaration, Entry } from "./declaration.ts";
import { languageMessages as say } from "./messages.ts";
import { siteOf, type Element, type Ends, type Model, type PlacedLine, type Relation } from "./model.ts";
import { Names } from "./names.ts";
import { outlineOf, type Outline } from "./outline.ts";
import type { Project } from "./snapshot.ts";
import { expectation } from "./values.ts";

/** The model of a project, computed once for each state of its files. */
export const modelOf: (project: Project) => Model = once((project) => new Linker(project).link());

/** An element while it is being built: members and ends are known only after their names are. */
type Draft = { -readonly [Key in keyof Element]: Element[Key] } & { members: Element[] };

interface Placed {
  readonly element: Draft;
  readonly outline: Outline;
}

/** One run of linking. It collects, and so it is a class; it is gone when the model is there. */
class Linker {
  private readonly names = new Names();
  private readonly placed: Placed[] = [];
  private readonly relations: Relation[] = [];
  private readonly targets = new Map<Value, Element>();
  private readonly edges = new Map<string, Element[]>();
  private readonly edgeAt = new Map<Statement, Element>();
  private readonly findings: Finding[] = [];
  private readonly reported = new Set<Value>();

  constructor(private readonly project: Project) {}

  link(): Model {
    const outlines = this.project.files.map(outlineOf);
    this.findings.push(...this.project.config.findings);
    for (const outline of outlines) this.declare(outline);
    this.duplicates();
    for (const { element, outline } of this.placed) this.end(element, outline);
    for (const { findings } of outlines)
      this.findings.push(...findings.map((finding) => this.named(finding)));
    for (const placed of this.placed) this.relate(placed);
    const policy = outlines.flatMap((outline) => this.policy(outline));
    const elements = this.placed.map(({ element }) => element);
    const { project, relations, targets, findings } = this;
    const { byName } = this.names;
    const outgoing = grouped(relations, ({ from }) => from);
    const incoming = grouped(relations, ({ to }) => to);
    return { project, elements, relations, byName, targets, policy, outgoing, incoming, findings };
  }

  private declare(outline: Outline): void {
    for (const { declarations, ghosts } of outline.readings) {
      for (const ghost of ghosts) this.names.ghosts.add(outline.prefix + ghost);
      for (const declaration of declarations) this.add(declaration, outline, undefined);
    }
  }

  /** A finding about an edge names it by what its ends turned out to be. */
  private named(finding: Finding): Finding {
    const edge = finding.site.top && this.edgeAt.get(finding.site.top);
    return edge && finding.element !== undefined ? { ...finding, element: edge.name } : finding;
  }

  private add(declaration: Declaration, outline: Outline, parent: Draft | undefined): Draft {
    const id = declaration.id?.text ?? "";
    const name = parent ? `${parent.name}.${id}` : outline.prefix + id;
    const element = draft(declaration, outline.path, name, parent);
    this.placed.push({ element, outline });
    if (declaration.id) this.names.add(element);
    for (const member of declaration.members) element.members.push(this.add(member, outline, element));
    return element;
  }

  private duplicates(): void {
    const all = grouped(
      this.placed.map(({ element }) => element).filter(({ declaration }) => declaration.id),
      ({ name }) => name,
    );
    for (const twins of all.values()) if (twins.length > 1) this.twins(twins, say.duplicateName);
  }

  private twins(twins: readonly Element[], message: (name: string, kind: string) => Message): void {
    for (const twin of twins) {
      const other = twins.find((element) => element !== twin);
      const text = message(twin.name, twin.kind.name);
      const related = other ? [{ message: text, site: siteOf(other) }] : [];
      this.report("duplicate-name", siteOf(twin), text, { element: twin.name, related });
    }
  }

  /** Resolves the ends of an edge, and so its name. */
  private end(element: Draft, { prefix }: Outline): void {
    const { ends } = element.declaration;
    if (!ends) return;
    element.name = ends.map(({ text }) => text).join(" -> ");
    const scope = prefix.slice(0, -1);
    const kinds = element.kind.ends ?? [];
    const [from, to] = ends.map((name) => this.resolve(name, scope, kinds, element.kind.name, element));
    element.name = `${from?.name ?? ends[0].text} -> ${to?.name ?? ends[1].text}`;
    element.id = element.name;
    this.edgeAt.set(element.declaration.top, element);
    element.label = element.title ?? `${from?.label ?? ends[0].text} → ${to?.label ?? ends[1].text}`;
    if (!from || !to) return;
    element.ends = { from, to } satisfies Ends;
    const alike = this.edges.get(element.name) ?? [];
    if (alike.length === 0) this.names.byName.set(element.name, element);
    const same = alike.filter(({ kind, title }) => kind === element.kind && title === element.title);
    if (same.length > 0) this.twins([element, ...same.slice(-1)], say.duplicateEdge);
    this.edges.set(element.name, [...alike, element]);
  }

  private relate({ element, outline }: Placed): void {
    const scope = scopeOf(element, outline);
    for (const entry of element.declaration.properties.values()) {
      for (const value of entry.values) this.relateValue(element, entry, value, scope);
    }
  }

  private relateValue(element: Draft, { property }: Entry, value: Value, scope: string): void {
    if (value.type === "selector") return this.conditions(value, scope, element);
    if (value.type !== "name" && value.type !== "path") return;
    const target = this.reference(element, property, value, scope);
    if (!target) return;
    const site = { path: element.path, top: element.declaration.top, span: value.span };
    this.relations.push({
      type: property.name,
      from: element,
      to: target,
      site,
    });
  }

  private reference(
    element: Draft,
    { name, value: type }: Property,
    value: NameValue | PathValue,
    scope: string,
  ): Element | undefined {
    if (type.type === "attribute-type" && value.type === "name")
      return this.attributeType(element, value, scope);
    if (type.type !== "ref") return undefined;
    return value.type === "name"
      ? this.resolve(value, scope, type.kinds, name, element)
      : this.resolveEdge(value, scope, element);
  }

  /** The entity that an attribute refers to; undefined for `text` and its like. */
  private attributeType(element: Draft, value: NameValue, scope: string): Element | undefined {
    if (attributeTypes.includes(value.text)) return undefined;
    const looksLikeAWord = !value.text.includes(".") && !/^\p{Lu}/u.test(value.text);
    if (looksLikeAWord && !this.names.resolve(value.text, scope, ["entity"])) {
      const near = nearest(value.text, attributeTypes);
      const expected = expectation({ type: "attribute-type" });
      const message = say.wrongValue(value.text, element.id, expected, near);
      const site = { path: element.path, top: element.declaration.top, span: value.span };
      this.report("invalid-value", site, message, { element: element.name, suggestion: near });
      return undefined;
    }
    return this.resolve(value, scope, ["entity"], "type", element);
  }

  /** References in the conditions of a selector: `tool[accountable = data-office]`. */
  private conditions(selector: SelectorValue, scope: string, element: Draft): void {
    const kind = kindOf(selector.kind.text);
    for (const { key, values } of selector.conditions) {
      const property = kind && propertyOf(kind, key.text);
      if (property?.value.type !== "ref") continue;
      for (const value of values) {
        if (value.type === "name") this.resolve(value, scope, property.value.kinds, key.text, element);
      }
    }
  }

  private policy(outline: Outline): readonly PlacedLine[] {
    const scope = outline.prefix.slice(0, -1);
    const { path } = outline;
    return outline.readings.flatMap(({ policy }) =>
      policy.map((line) => {
        const target = line.type === "waiver" ? line.target : undefined;
        const at = { path, declaration: { top: line.top }, name: undefined };
        if (target?.type === "name") this.resolve(target, scope, ANY, "allow", at);
        if (target?.type === "path") this.resolveEdge(target, scope, at);
        return { line, path };
      }),
    );
  }

  private resolve(
    value: NameValue,
    scope: string,
    kinds: readonly KindName[],
    key: string,
    at: Where,
  ): Element | undefined {
    const found = this.names.resolve(value.text, scope, kinds);
    if (found && (kinds.includes(found.kind.name) || kinds === ANY)) {
      this.targets.set(value, found);
      return found;
    }
    if (this.reported.has(value) || (!found && this.names.isGhost(value.text, scope))) return undefined;
    this.reported.add(value);
    const site = { path: at.path, top: at.declaration.top, span: value.span };
    if (found) {
      const message = say.wrongKind(value.text, found.kind.name, key, kinds);
      const related = [{ message, site: siteOf(found) }];
      this.report("wrong-kind", site, message, { element: at.name, related });
    } else {
      const near = this.names.near(value.text, scope, kinds === ANY ? [...this.kindNames()] : kinds);
      const message = say.unknownReference(value.text, kinds, near);
      this.report("unknown-reference", site, message, { element: at.name, suggestion: near });
    }
    return undefined;
  }

  private kindNames(): ReadonlySet<KindName> {
    return new Set(this.placed.map(({ element }) => element.kind.name));
  }

  /** `pim -> webshop` as a value: the flow or value between the two. */
  private resolveEdge(value: PathValue, scope: string, at: Where): Element | undefined {
    const [from, to] = value.names.map((name) => this.resolve(name, scope, ANY, "->", at));
    if (!from || !to) return undefined;
    const found = this.edges.get(`${from.name} -> ${to.name}`)?.[0];
    if (found) this.targets.set(value, found);
    else {
      const site = { path: at.path, top: at.declaration.top, span: value.span };
      this.report("unknown-reference", site, say.unknownReference(value.text, ["flow", "value"], undefined), {
        element: at.name,
      });
    }
    return found;
  }

  private report(rule: string, site: Site, message: Message, more: Partial<Finding>): void {
    const { element, suggestion, related = [] } = more;
    this.findings.push({
      rule,
      severity: "error",
      message,
      args: [message.en],
      site,
      element,
      related,
      suggestion,
    });
  }
}

interface Where {
  readonly path: string;
  readonly declaration: Pick<Declaration, "top">;
  readonly name: string | undefined;
}

/** Every kind, for places that take any element. */
const ANY: readonly KindName[] = [];

function draft(declaration: Declaration, path: string, name: string, parent: Element | undefined): Draft {
  const { kind, title, flags, properties } = declaration;
  const described = properties.get("description")?.values[0];
  const id = declaration.id?.text ?? name;
  return {
    kind,
    name,
    id,
    label: title?.value || id,
    title: title?.value,
    description: described?.type === "string" ? described.value : undefined,
    flags: new Set(flags.map(({ text }) => text)),
    path,
    declaration,
    parent,
    members: [],
    ends: undefined,
  };
}

/** Where names are looked up from: inside the element where it can hold others, else where it stands. */
function scopeOf(element: Element, { prefix }: Outline): string {
  if (element.kind.name === "domain" || element.kind.name === "entity") return element.name;
  return element.parent?.name ?? prefix.slice(0, -1);
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
