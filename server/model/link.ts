import { languageFinding, type Finding } from "../../grammar/finding.ts";
import { grouped } from "../../grammar/grouped.ts";
import { onceFrom } from "../../grammar/once.ts";
import type { Statement } from "../../grammar/tree.ts";
import { elementsOf, joined, scopeOf } from "./elements.ts";
import { languageMessages as say } from "./messages.ts";
import { siteOf, type Element, type Model, type Relation } from "./model.ts";
import { Names } from "./names.ts";
import { outlineOf, type Outline } from "./outline.ts";
import { relink, remember } from "./relink.ts";
import { Resolver, Targets } from "./resolve.ts";
import type { Project } from "./snapshot.ts";

/**
 * The model of a project, computed once for each state of its files. After an edit that leaves all names as they are, only
 * what was edited is linked again.
 */
export const modelOf: (project: Project) => Model = onceFrom(
  (project, before) => (before && relink(before.value, project)) ?? new Linker(project).link(),
);

interface Placed {
  readonly element: Element;
  readonly outline: Outline;
}

/** One run of linking. It collects, and so it is a class; it is gone when the model is there. */
class Linker {
  private readonly byName = new Map<string, Element>();
  private readonly ghosts = new Set<string>();
  private readonly placed: Placed[] = [];
  private readonly named: Element[] = [];
  private readonly edges = new Map<string, Element[]>();
  /** Elements that share what they are known by, under the first of them. */
  private readonly twinned = new Map<Element, Element[]>();
  private readonly edgeAt = new Map<Statement, Element>();
  private readonly resolver: Resolver;

  constructor(private readonly project: Project) {
    this.resolver = new Resolver(new Names(this.byName, () => this.named, this.ghosts));
  }

  link(): Model {
    const { project, resolver, byName } = this;
    const outlines = project.files.map(outlineOf);
    for (const outline of outlines) this.declare(outline);
    for (const outline of outlines) for (const element of elementsOf(outline)) this.place(element, outline);
    const twins = [...this.twinned.values()].flatMap((twins) => this.twinsFound(twins));
    const relations: Relation[] = [];
    for (const { element, outline } of this.placed) {
      for (const relation of resolver.relationsOf(element, scopeOf(element, outline)))
        relations.push(relation);
    }
    for (const { path, prefix, policy } of outlines) {
      for (const line of policy) resolver.policyLine(line, path, prefix.slice(0, -1));
    }
    const findings: Finding[] = [...project.config.findings];
    // One by one: a file may hold more findings than a call can take arguments.
    for (const finding of twins) findings.push(finding);
    for (const outline of outlines)
      for (const finding of outline.findings) findings.push(this.byItsEnds(finding));
    for (const finding of resolver.findings) findings.push(finding);
    const elements = this.placed.map(({ element }) => element);
    const model: Model = {
      project,
      elements,
      byKind: grouped(elements, ({ kind }) => kind.name),
      relations,
      byName,
      targets: new Targets(resolver.targets, byName),
      policy: outlines.flatMap(({ path, policy }) => policy.map((line) => ({ line, path }))),
      outgoing: grouped(relations, ({ from }) => from),
      incoming: grouped(relations, ({ to }) => to),
      findings,
    };
    remember(model, { ghosts: this.ghosts, shared: this.sharedNames(), targets: resolver.targets });
    return model;
  }

  private declare(outline: Outline): void {
    for (const { ghosts } of outline.readings) {
      for (const ghost of ghosts) this.ghosts.add(outline.prefix + ghost);
    }
    for (const element of elementsOf(outline)) {
      if (!element.declaration.id) continue;
      this.named.push(element);
      const first = this.byName.get(element.name);
      if (first) this.twin(first, element);
      else this.byName.set(element.name, element);
    }
  }

  /** Gives an element its place in the model: an edge by the ends that its names turn out to be. */
  private place(element: Element, outline: Outline): void {
    if (!element.declaration.ends) return void this.placed.push({ element, outline });
    const edge = joined(element, this.resolver.ends(element, outline.prefix.slice(0, -1)));
    this.placed.push({ element: edge, outline });
    // What is wrong with `a -> b -> c` is told of its first edge.
    const { top } = element.declaration;
    if (!this.edgeAt.has(top)) this.edgeAt.set(top, edge);
    if (!edge.ends) return;
    const known = this.edges.get(edge.name);
    if (!known) this.edges.set(edge.name, [edge]);
    else this.joinTwin(known, edge);
    if (!this.byName.has(edge.name)) this.byName.set(edge.name, edge);
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
  private byItsEnds(finding: Finding): Finding {
    const edge = finding.site.top && this.edgeAt.get(finding.site.top);
    return edge && finding.element !== undefined ? { ...finding, element: edge.name } : finding;
  }

  /** The names that several elements bear, and several edges that differ by their titles. */
  private sharedNames(): ReadonlySet<string> {
    const names = [...this.twinned.keys()].map(({ name }) => name);
    const edges = [...this.edges].filter(([, { length }]) => length > 1).map(([name]) => name);
    return new Set([...names, ...edges]);
  }

  /** Where two domains share a name, that is told of them, and not of all that both hold. */
  private twinsFound(twins: readonly Element[]): readonly Finding[] {
    const siblings = grouped(twins, ({ parent }) => parent);
    const isTold = ({ parent }: Element): boolean =>
      parent !== undefined && this.isTwin(parent) && siblings.get(parent)?.length === 1;
    return twins.filter((twin) => !isTold(twin)).map((twin) => twinFound(twin, twins));
  }

  private isTwin({ name }: Element): boolean {
    const first = this.byName.get(name);
    return first !== undefined && this.twinned.has(first);
  }
}

function twinFound(twin: Element, twins: readonly Element[]): Finding {
  const other = twins.find((element) => element !== twin);
  const message = twin.ends ? say.duplicateEdge : say.duplicateName;
  const related = other ? [{ message: say.otherHere(twin.name), site: siteOf(other) }] : [];
  const text = message(twin.name, twin.kind.name);
  return languageFinding("duplicate-name", siteOf(twin), text, { element: twin.name, related });
}
