import type { Finding } from "../../grammar/finding.ts";
import type { Statement, Value } from "../../grammar/tree.ts";
import { changeBetween, type Change } from "./change.ts";
import { joined, scopeOf } from "./elements.ts";
import { withChanges } from "./layered.ts";
import type { Element, Model, Relation } from "./model.ts";
import { Names } from "./names.ts";
import type { Outline } from "./outline.ts";
import type { Reading } from "./reading.ts";
import { Resolver, Targets } from "./resolve.ts";
import type { Project } from "./snapshot.ts";

/** What linking knew, beside what is in the model. */
export interface Known {
  readonly ghosts: ReadonlySet<string>;
  /** Names that several elements bear. */
  readonly shared: ReadonlySet<string>;
  readonly targets: ReadonlyMap<Value, string>;
}

/** A file with another text, and which of its readings that made others. */
export interface EditedFile {
  readonly was: Outline;
  readonly now: Outline;
  readonly gone: readonly Reading[];
  readonly come: readonly Reading[];
  /** The elements that were declared there, and those that are. */
  readonly undeclared: readonly Element[];
  readonly declared: readonly Element[];
}

/** An element as it was and as it is now, both before they are joined. */
export interface Pair {
  readonly was: Element;
  readonly now: Element;
  readonly outline: Outline;
}

/** A model before an edit, and what was edited. */
export interface Edited {
  readonly before: Model;
  readonly known: Known;
  readonly project: Project;
  readonly edits: readonly EditedFile[];
  readonly pairs: readonly Pair[];
}

interface Relinked {
  readonly model: Model;
  readonly targets: Known["targets"];
  readonly change: Change;
}

/** One run of linking again. It collects, and so it is a class; it is gone when the model is there. */
export class Relinker {
  /** What each element that is another object now is now, and the other way round. */
  private readonly now = new Map<Element, Element>();
  private readonly was = new Map<Element, Element>();
  /** The elements of the statements that were edited, as they are in the model before. */
  private readonly edited = new Set<Element>();
  private readonly placed: { readonly element: Element; readonly outline: Outline }[] = [];
  private byName: ReadonlyMap<string, Element>;

  private readonly before: Model;
  private readonly known: Known;
  private readonly project: Project;
  private readonly edits: readonly EditedFile[];
  private readonly pairs: readonly Pair[];

  constructor({ before, known, project, edits, pairs }: Edited) {
    this.before = before;
    this.known = known;
    this.project = project;
    this.edits = edits;
    this.pairs = pairs;
    this.byName = before.byName;
  }

  /** The model as it is now; undefined where the edit is felt where it does not look. */
  link(): Relinked | undefined {
    const { before, project, known, pairs } = this;
    const kept = before.findings.filter((finding) => !this.isEdited(finding));
    // What stands elsewhere and points here would have to be pointed anew.
    const gone = new Set(this.edits.flatMap((edit) => edit.gone.map(({ top }) => top)));
    if (kept.some(({ related }) => related.some(({ site }) => site.top && gone.has(site.top))))
      return undefined;
    const ends = this.elements();
    if (!ends) return undefined;
    const resolver = this.resolver();
    const fresh = new Map(
      this.placed.map(({ element, outline }) => [
        element,
        resolver.relationsOf(element, scopeOf(element, outline)),
      ]),
    );
    const elements =
      this.now.size === 0 ? before.elements : before.elements.map((one) => this.now.get(one) ?? one);
    const outgoing = this.outgoing(fresh);
    const targets = withChanges(known.targets, this.targets([ends, resolver]));
    const found = [...this.outlineFindings(), ...ends.findings, ...resolver.findings];
    const model = withRelations({
      project,
      elements,
      byKind: this.byKind(),
      byName: this.byName,
      targets: new Targets(targets, this.byName),
      policy: before.policy,
      outgoing,
      incoming: this.incoming(outgoing, fresh, elements),
      findings: [...kept, ...found],
    });
    const isFoundAnew = found.length > 0 || kept.length < before.findings.length;
    return { model, targets, change: changeBetween(pairs, isFoundAnew) };
  }

  private byKind(): Model["byKind"] {
    const { now } = this;
    const kinds = new Set([...now.keys()].map(({ kind }) => kind.name));
    const changes = [...kinds].map((kind) => {
      const elements = this.before.byKind.get(kind) ?? [];
      return [kind, elements.map((element) => now.get(element) ?? element)] as const;
    });
    return withChanges(this.before.byKind, new Map(changes));
  }

  private resolver(): Resolver {
    const { byName } = this;
    const named = () => [...byName.values()].filter(({ declaration }) => declaration.id);
    return new Resolver(new Names(byName, named, this.known.ghosts));
  }

  /** Puts the elements in their places, and joins the edges that lead to them; undefined where an edge's name is another. */
  private elements(): Resolver | undefined {
    const { before, pairs } = this;
    for (const { was, now, outline } of pairs) {
      if (now.declaration.ends) continue;
      this.replace(was, now);
      this.placed.push({ element: now, outline });
      this.edited.add(was);
    }
    this.rename();
    const resolver = this.resolver();
    const declared = new Map(pairs.map((pair) => [pair.was.declaration, pair]));
    for (const edge of [...(before.byKind.get("flow") ?? []), ...(before.byKind.get("value") ?? [])]) {
      const pair = declared.get(edge.declaration);
      if (pair) {
        const joint = joined(pair.now, resolver.ends(pair.now, pair.outline.prefix.slice(0, -1)));
        if (joint.name !== edge.name || this.known.shared.has(joint.name)) return undefined;
        if ((joint.ends === undefined) !== (edge.ends === undefined)) return undefined;
        this.replace(edge, joint);
        this.placed.push({ element: joint, outline: pair.outline });
        this.edited.add(edge);
      } else this.rejoin(edge);
    }
    this.rename();
    return resolver;
  }

  /** An edge that was not edited, led to what its ends are now. */
  private rejoin(edge: Element): void {
    const [from, to] = edge.ends
      ? [edge.ends.from, edge.ends.to]
      : (edge.declaration.ends ?? []).map((end) => this.before.targets.get(end));
    const [start, end] = [from && this.now.get(from), to && this.now.get(to)];
    if (start || end) this.replace(edge, joined(edge, { from: start ?? from, to: end ?? to }));
  }

  private replace(was: Element, now: Element): void {
    this.now.set(was, now);
    this.was.set(now, was);
  }

  private rename(): void {
    const changes = [...this.now].filter(([was]) => this.byName.get(was.name) === was);
    this.byName = withChanges(this.byName, new Map(changes.map(([was, now]) => [was.name, now])));
  }

  /** What starts at each element: anew where it was edited, and led elsewhere where its end is another object now. */
  private outgoing(fresh: ReadonlyMap<Element, readonly Relation[]>): Model["outgoing"] {
    const { before, now, edited } = this;
    const sources = new Set([...now.keys()].filter((element) => !edited.has(element)));
    for (const element of now.keys()) {
      for (const { from } of before.incoming.get(element) ?? []) if (!edited.has(from)) sources.add(from);
    }
    const changes = new Map<Element, readonly Relation[] | undefined>();
    for (const element of now.keys()) changes.set(element, undefined);
    for (const source of sources) {
      const relations = before.outgoing.get(source);
      if (relations)
        changes.set(
          now.get(source) ?? source,
          relations.map((relation) => this.led(relation)),
        );
    }
    for (const [element, relations] of fresh) if (relations.length > 0) changes.set(element, relations);
    return withChanges(before.outgoing, changes);
  }

  private led(relation: Relation): Relation {
    const { type, from, to, site } = relation;
    return { type, from: this.now.get(from) ?? from, to: this.now.get(to) ?? to, site };
  }

  /** What ends at each element, in the order of where it starts. */
  private incoming(
    outgoing: Model["outgoing"],
    fresh: ReadonlyMap<Element, readonly Relation[]>,
    elements: readonly Element[],
  ): Model["incoming"] {
    const { before, now, was } = this;
    const ends = new Set<Element>(now.values());
    const sources = new Set<Element>();
    for (const element of now.keys()) {
      for (const { to } of before.outgoing.get(element) ?? []) ends.add(now.get(to) ?? to);
      for (const { from } of before.incoming.get(element) ?? []) sources.add(now.get(from) ?? from);
    }
    for (const relations of fresh.values()) for (const { to } of relations) ends.add(to);
    for (const source of sources) for (const { to } of outgoing.get(source) ?? []) ends.add(to);
    const changes = new Map<Element, readonly Relation[] | undefined>();
    for (const element of now.keys()) changes.set(element, undefined);
    let ranks: ReadonlyMap<Element, number> | undefined;
    const rankOf = (element: Element): number => {
      ranks ??= new Map(elements.map((one, index) => [one, index]));
      return ranks.get(element) ?? 0;
    };
    for (const end of ends) {
      const known = before.incoming.get(was.get(end) ?? end) ?? [];
      const starts = new Set(known.map(({ from }) => now.get(from) ?? from));
      const more = this.placed.filter(
        ({ element }) => !starts.has(element) && fresh.get(element)?.some(({ to }) => to === end),
      );
      for (const { element } of more) starts.add(element);
      const ordered = more.length > 0 ? [...starts].toSorted((a, b) => rankOf(a) - rankOf(b)) : [...starts];
      const relations = ordered.flatMap((from) => (outgoing.get(from) ?? []).filter(({ to }) => to === end));
      if (relations.length > 0) changes.set(end, relations);
      else if (known.length > 0) changes.set(end, undefined);
    }
    return withChanges(before.incoming, changes);
  }

  private targets(resolvers: readonly Resolver[]): ReadonlyMap<Value, string | undefined> {
    const gone = this.pairs.flatMap(({ was }) => [...referencesIn(was)]);
    const come = resolvers.flatMap(({ targets }) => [...targets]);
    return new Map<Value, string | undefined>([...gone.map((value) => [value, undefined] as const), ...come]);
  }

  /** Whether a finding of the model before stands in what was edited. */
  private isEdited({ site: { path, top } }: Finding): boolean {
    const edit = this.edits.find(({ was }) => was.path === path);
    return edit !== undefined && standsIn(edit.gone, top);
  }

  /** What the edited files have wrong by themselves, where that is found anew. */
  private outlineFindings(): readonly Finding[] {
    return this.edits.flatMap(({ now, come }) => {
      const anew = now.findings.filter(({ site }) => standsIn(come, site.top));
      return anew.map((finding) => this.byItsEnds(finding));
    });
  }

  /** A finding about an edge names it by what its ends turned out to be. */
  private byItsEnds(finding: Finding): Finding {
    const edge = this.placed.find(
      ({ element }) => element.declaration.ends && element.declaration.top === finding.site.top,
    );
    return edge && finding.element !== undefined ? { ...finding, element: edge.element.name } : finding;
  }
}

/**
 * A model whose relations are put in one list for the first who asks. By itself, since a function that lives in a model
 * must not know the run that made it, and with it the model before.
 */
function withRelations(model: Omit<Model, "relations">): Model {
  let relations: readonly Relation[] | undefined;
  return {
    ...model,
    get relations() {
      relations ??= model.elements.flatMap((element) => model.outgoing.get(element) ?? []);
      return relations;
    },
  };
}

/** Whether a finding in an edited file is about these readings; one about no reading at all is always found anew. */
function standsIn(readings: readonly Reading[], top: Statement | undefined): boolean {
  return !top || top.head.text === "namespace" || readings.some((reading) => reading.top === top);
}

/** Every value of an element that may name another. */
function* referencesIn({ declaration }: Element): Iterable<Value> {
  yield* declaration.ends ?? [];
  for (const { values } of declaration.properties.values())
    for (const value of values) yield* withParts(value);
}

function* withParts(value: Value): Iterable<Value> {
  yield value;
  if (value.type === "path") yield* value.names;
  if (value.type === "selector")
    for (const { values } of value.conditions) for (const part of values) yield* withParts(part);
}
