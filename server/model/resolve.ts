import { languageFinding, type Finding } from "../../grammar/finding.ts";
import { meantBy } from "../../grammar/near.ts";
import { attributeTypes, kindOf, propertyOf, type KindName, type Property } from "../../grammar/schema.ts";
import type { NameValue, PathValue, SelectorValue, Value } from "../../grammar/tree.ts";
import type { Declaration, Entry, PolicyLine } from "./declaration.ts";
import type { FoundEnds } from "./elements.ts";
import { languageMessages as say } from "./messages.ts";
import { siteOf, type Element, type Relation } from "./model.ts";
import type { Names } from "./names.ts";
import { expectation } from "./values.ts";

/** Finds what the references of elements name. It collects what it finds, and so it is a class. */
export class Resolver {
  /** The name of what each reference names. */
  readonly targets = new Map<Value, string>();
  readonly findings: Finding[] = [];
  private readonly reported = new Set<Value>();

  constructor(private readonly names: Names) {}

  /** What the two ends of an edge name. */
  ends(edge: Element, scope: string): FoundEnds {
    const { kind, declaration } = edge;
    const [from, to] = (declaration.ends ?? []).map((end) =>
      this.resolve(end, scope, kind.ends ?? [], kind.name, edge),
    );
    return { from, to };
  }

  /** The relations that start at an element, as its properties say. */
  relationsOf(element: Element, scope: string): readonly Relation[] {
    const relations: Relation[] = [];
    for (const entry of element.declaration.properties.values()) {
      for (const value of entry.values) this.relate(element, entry, value, scope, relations);
    }
    return relations;
  }

  private relate(
    element: Element,
    { property }: Entry,
    value: Value,
    scope: string,
    relations: Relation[],
  ): void {
    if (value.type === "selector") return this.conditions(value, scope, element);
    if (value.type !== "name" && value.type !== "path") return;
    const to = this.reference(element, property, value, scope);
    if (!to) return;
    const site = { path: element.path, top: element.declaration.top, span: value.span };
    relations.push({ type: property.name, from: element, to, site });
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
      : this.edge(value, scope, element);
  }

  /** The entity that an attribute refers to; undefined for `text` and its like. */
  private attributeType(element: Element, value: NameValue, scope: string): Element | undefined {
    if (attributeTypes.includes(value.text)) return undefined;
    const looksLikeAWord = !value.text.includes(".") && !/^\p{Lu}/u.test(value.text);
    if (looksLikeAWord && !this.names.resolve(value.text, scope, ["entity"])) {
      const near = meantBy(value.text, attributeTypes);
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

  /** What a line of a policy is about. */
  policyLine(line: PolicyLine, path: string, scope: string): void {
    const target = line.type === "waiver" ? line.target : undefined;
    const at = { path, declaration: { top: line.top }, name: undefined };
    if (target?.type === "name") this.resolve(target, scope, ANY, "allow", at);
    if (target?.type === "path") this.edge(target, scope, at);
  }

  private resolve(
    value: NameValue,
    scope: string,
    kinds: readonly KindName[],
    key: string,
    at: Where,
  ): Element | undefined {
    const found = this.names.resolve(value.text, scope, kinds);
    if (found && (kinds === ANY || kinds.includes(found.kind.name))) {
      this.targets.set(value, found.name);
      return found;
    }
    if (this.reported.has(value) || (!found && this.names.isGhost(value.text, scope))) return undefined;
    this.reported.add(value);
    const site = { path: at.path, top: at.declaration.top, span: value.span };
    if (found) {
      const message = say.wrongKind(value.text, found.kind.name, key, kinds);
      const related = [{ message: say.declaredHere(found.name, found.kind.name), site: siteOf(found) }];
      this.report("wrong-kind", site, message, { element: at.name, related });
    } else {
      const near = this.names.near(value.text, scope, kinds);
      const message = say.unknownReference(value.text, kinds, near);
      this.report("unknown-reference", site, message, { element: at.name, suggestion: near });
    }
    return undefined;
  }

  /** `pim -> webshop` as a value: the flow or value between the two. */
  private edge(value: PathValue, scope: string, at: Where): Element | undefined {
    const [from, to] = value.names.map((name) => this.resolve(name, scope, ANY, "->", at));
    if (!from || !to) return undefined;
    const found = this.names.named(`${from.name} -> ${to.name}`);
    if (found) this.targets.set(value, found.name);
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

/** What each reference in the text names. */
export class Targets {
  constructor(
    readonly names: ReadonlyMap<Value, string>,
    private readonly byName: ReadonlyMap<string, Element>,
  ) {}

  /** The element that a reference names; undefined where it names nothing. */
  get(value: Value): Element | undefined {
    const name = this.names.get(value);
    return name === undefined ? undefined : this.byName.get(name);
  }

  has(value: Value): boolean {
    return this.names.has(value);
  }
}
