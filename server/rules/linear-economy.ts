import { siteOf, type Element } from "../model/model.ts";
import { edgesOf, ofKind, type Edge } from "../model/query.ts";
import page from "./linear-economy.md";
import { defineRule } from "./rule.ts";

export const linearEconomy = defineRule({
  name: "linear-economy",
  severity: "info",
  page,
  messages: {
    linear: (name, count) => ({
      en: `Value goes from one to the next and never around: '${name}' and the others (${count} in all) are given something back by the one they gave to, or nothing, and nobody gains by a third. Look for what one of them could give to another.`,
      fr: `La valeur passe de l'un à l'autre et ne fait jamais le tour : « ${name} » et les autres (${count} en tout) ne reçoivent en retour que de celui à qui ils donnent, ou rien, et personne ne gagne par un tiers. Cherchez ce que l'un pourrait apporter à un autre.`,
    }),
  },
  check: (model, report) => {
    const values = edgesOf(model, "value");
    const exchanging = new Set(values.flatMap(({ ends }) => [ends.from, ends.to]));
    const stakeholders = ofKind(model, "stakeholder").filter((element) => exchanging.has(element));
    const [first, ...others] = stakeholders;
    // With an end that names nothing, which is found there, nobody knows where the value goes.
    const isKnown = values.length === ofKind(model, "value").length;
    if (!first || stakeholders.length < 3 || !isKnown || circlesOf(values).length > 0) return;
    const related = others.map((other) => ({
      message: { en: `'${other.name}' is one of them.`, fr: `« ${other.name} » en fait partie.` },
      site: siteOf(other),
    }));
    const at = { element: first, related, known: [first.name] };
    report(at, "linear", first.name, String(stakeholders.length));
  },
});

/**
 * Among whom a cycle leads through three or more: the largest such sets. Where all come back to each other, the only
 * graph that has none is a tree of pairs: every edge has its way back, and there is one pair less than there are members.
 */
export function circlesOf(values: readonly Edge[]): readonly ReadonlySet<Element>[] {
  const next = new Map<Element, Set<Element>>();
  for (const { ends } of values) {
    if (ends.from === ends.to) continue;
    next.set(ends.from, (next.get(ends.from) ?? new Set()).add(ends.to));
  }
  return circles(next).filter((members) => {
    const inside = [...members].flatMap((from) =>
      [...(next.get(from) ?? [])].filter((to) => members.has(to)).map((to) => ({ from, to })),
    );
    const oneWay = inside.some(({ from, to }) => !next.get(to)?.has(from));
    return members.size > 2 && (oneWay || inside.length / 2 > members.size - 1);
  });
}

type Graph = ReadonlyMap<Element, ReadonlySet<Element>>;

/** The largest sets of elements in which each leads to every other (Kosaraju: there, then back). */
function circles(next: Graph): readonly ReadonlySet<Element>[] {
  const back = new Map<Element, Set<Element>>();
  for (const [from, ends] of next) {
    for (const to of ends) back.set(to, (back.get(to) ?? new Set()).add(from));
  }
  const left = new Set<Element>();
  const order = [...next.keys()].flatMap((start) => walk(start, next, left));
  const taken = new Set<Element>();
  return order.toReversed().flatMap((start) => {
    const members = walk(start, back, taken);
    return members.length > 0 ? [new Set(members)] : [];
  });
}

/** What is reached from a start and was not seen before, each after all that is reached from it. */
function walk(start: Element, next: Graph, seen: Set<Element>): readonly Element[] {
  if (seen.has(start)) return [];
  seen.add(start);
  const done: Element[] = [];
  const path = [{ at: start, rest: [...(next.get(start) ?? [])] }];
  for (let last = path.at(-1); last; last = path.at(-1)) {
    const to = last.rest.pop();
    if (to === undefined) {
      done.push(last.at);
      path.pop();
    } else if (!seen.has(to)) {
      seen.add(to);
      path.push({ at: to, rest: [...(next.get(to) ?? [])] });
    }
  }
  return done;
}
