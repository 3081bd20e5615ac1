import { languageFinding, type Finding } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { once } from "../../grammar/once.ts";
import { nearest } from "../../grammar/near.ts";
import { attributeTypes, kindOf, propertyOf, type KindName, type Property } from "../../grammar/schema.ts";
import type { NameValue, PathValue, SelectorValue, Statement, Value } from "../../grammar/tree.ts";
import type { Declaration, Entry } from "./declaration.ts";
import { languageMessages as say } from "./messages.ts";
import { elementsOf, joined, scopeOf } from "./elements.ts";
import { siteOf, type Element, type Model, type PlacedLine, type Relation } from "./model.ts";
import { Names } from "./names.ts";
import { outlineOf, type Outline } from "./outline.ts";
import type { Project } from "./snapshot.ts";
import { expectation } from "./values.ts";

/** The model of a project, computed once for each state of its files. */
export const modelOf: (project: Project) => Model = once((project) => new Linker(project).link());

interface Placed {
  readonly element: Element;
  readonly outline: Outline;
}

/** One run of linking. It collects, and so it is a class; it is gone when the model is there. */
class Linker {
  private readonly names = new Names();
  private readonly placed: Placed[] = [];
  private readonly relations: Relation[] = [];
  private readonly targets = new Map<Value, Element>();
  private readonly edges = new Map<string, Element[]>();
  /** Elements that share what they are known by, under the first of them. */
  private readonly twinned = new Map<Element, Element[]>();
  private readonly edgeAt = new Map<Statement, Element>();
  private readonly findings: Finding[] = [];
  private readonly reported = new Set<Value>();

  constructor(private readonly project: Project) {}

  link(): Model {
    const outlines = this.project.files.map(outlineOf);
    this.findings.push(...this.project.config.findings);
    for (const outline of outlines) this.declare(outline);
    for (const outline of outlines) for (const element of elementsOf(outline)) this.place(element, outline);
    for (const twins of this.twinned.values()) this.twins(twins);
    // One by one: a file may hold more findings than a call can take arguments.
    for (const { findings } of outlines)
      for (const finding of findings) this.findings.push(this.named(finding));
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
    for (const { ghosts } of outline.readings) {
      for (const ghost of ghosts) this.names.ghosts.add(outline.prefix + ghost);
    }
    for (const element of elementsOf(outline)) {
      const first = element.declaration.id && this.names.add(element);
      if (first) this.twin(first, element);
    }
  }

  /** Gives an element its place in the model: an edge by the ends that its names turn out to be. */
  private place(declared: Element, outline: Outline): void {
    const { ends, top } = declared.declaration;
    if (!ends) return void this.placed.push({ element: declared, outline });
    const scope = outline.prefix.slice(0, -1);
    const { kind } = declared;
    const [from, to] = ends.map((end) => this.resolve(end, scope, kind.ends ?? [], kind.name, declared));
    const edge = joined(declared, from, to);
    this.placed.push({ element: edge, outline });
    // What is wrong with `a -> b -> c` is told of its first edge.
    if (!this.edgeAt.has(top)) this.edgeAt.set(top, edge);
    if (!edge.ends) return;
    const known = this.edges.get(edge.name);
    if (!known) this.edges.set(edge.name, [edge]);
    else this.joinTwin(known, edge);
    if (!this.names.byName.has(edge.name)) this.names.byName.set(edge.name, edge);
  }

  /** Edges between the same two are known by kind and title. */
  private joinTwin(known: Element[], edge: Element): void {
    const twin = known.find(({ kind, title }) => kind === edge.kind && title === edge.title);
    if (twin) this.twin(twin, edge);
    else known.push(edge);
  }

  /** Remembers that two share what they are known by. */
  private twin(first: Element, other: Element): void {
    const twins = this.twinned.get(first);
    if (twins) twins.push(other);
    else this.twinned.set(first, [first, other]);
  }

  /** A finding about an edge names it by what its ends turned out to be. */
  private named(finding: Finding): Finding {
    const edge = finding.site.top && this.edgeAt.get(finding.site.top);
    return edge && finding.element !== undefined ? { ...finding, element: edge.name } : finding;
  }

  private twins(twins: readonly Element[]): void {
    for (const twin of twins) {
      const other = twins.find((element) => element !== twin);
      const message = twin.ends ? say.duplicateEdge : say.duplicateName;
      const text = message(twin.name, twin.kind.name);
      const related = other ? [{ message: text, site: siteOf(other) }] : [];
      this.report("duplicate-name", siteOf(twin), text, { element: twin.name, related });
    }
  }

  private relate({ element, outline }: Placed): void {
    const scope = scopeOf(element, outline);
    for (const entry of element.declaration.properties.values()) {
      for (const value of entry.values) this.relateValue(element, entry, value, scope);
    }
  }

  private relateValue(element: Element, { property }: Entry, value: Value, scope: string): void {
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
    element: Element,
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
  private attributeType(element: Element, value: NameValue, scope: string): Element | undefined {
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
  private conditions(selector: SelectorValue, scope: string, element: Element): void {
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

  private report(...finding: Parameters<typeof languageFinding>): void {
    this.findings.push(languageFinding(...finding));
  }
}

interface Where {
  readonly path: string;
  readonly declaration: Pick<Declaration, "top">;
  readonly name: string | undefined;
}

/** Every kind, for places that take any element. */
const ANY: readonly KindName[] = [];
