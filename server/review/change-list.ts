import type { Locale } from "../../grammar/finding.ts";
import type { Storey } from "../../grammar/schema.ts";
import type { Review } from "./reviewed.ts";
import { outlineOf, type Detail, type Entry } from "./outline.ts";
import type { States } from "./meaning/telling.ts";
import {
  findingSpot,
  nameSpot,
  policySpot,
  propertySpot,
  relationSpots,
  spotsOfAny,
  type Spot,
} from "./spots.ts";
import { shortened } from "./terminal.ts";
import { reviewWords, type ReviewWords } from "./words.ts";

/** What a change is told under: what it means, what it does to guards and findings, whom to ask, then storey by storey. */
export interface Chapter {
  readonly id: "meaning" | "guard" | "introduced" | "fixed" | "ask" | Storey;
  readonly title: string;
  readonly items: readonly ChangeItem[];
}

/** A line of a list of changes, with where it is written on both sides. */
export interface ChangeItem {
  readonly sign: ItemSign;
  /** Whether it is about a load-bearing wall. */
  readonly wall: boolean;
  readonly label: string;
  /** What is said beside it; empty where there is no more to say. */
  readonly detail: string;
  /** Undefined where it was not there before. */
  readonly base: Spot | undefined;
  /** Undefined where it is gone. */
  readonly head: Spot | undefined;
  readonly items: readonly ChangeItem[];
}

export type ItemSign =
  | "added"
  | "removed"
  | "changed"
  | "renamed"
  | "meaning"
  | "loosened"
  | "tightened"
  | "error"
  | "warning"
  | "info"
  | "fixed"
  | "ask"
  | "more";

/** More lines than these in a chapter are counted. */
const MOST = 500;

/** The chapters of a review that have something to tell. */
export function chaptersOf(review: Review, locale: Locale): readonly Chapter[] {
  const words = reviewWords[locale];
  const told: readonly Chapter[] = [
    { id: "meaning", title: words.meaning, items: meaningItems(review, locale) },
    { id: "guard", title: words.guardTitle, items: guardItems(review, locale) },
    { id: "introduced", title: words.newFindings, items: introducedItems(review, locale) },
    { id: "fixed", title: words.fixedFindings, items: fixedItems(review, locale) },
    { id: "ask", title: words.ask, items: askItems(review, words) },
    ...storeyChapters(review, words),
  ];
  return told
    .filter(({ items }) => items.length > 0)
    .map((chapter) => ({ ...chapter, items: counted(chapter.items) }));
}

function meaningItems({ states, tellings }: Review, locale: Locale): readonly ChangeItem[] {
  return tellings.map(({ wall, elements, message }) => {
    return item("meaning", message[locale], { wall, ...spotsOfAny(states, elements) });
  });
}

/** What loosens comes first: nothing else is as easily overlooked. */
function guardItems({ states, policy }: Review, locale: Locale): readonly ChangeItem[] {
  const words = reviewWords[locale];
  return policy
    .toSorted((a, b) => Number(b.change === "loosened") - Number(a.change === "loosened"))
    .map((change) =>
      item(change.change, capital(change.what[locale]), {
        detail: words[change.change],
        base: policySpot(states.base, change),
        head: policySpot(states.head, change),
      }),
    );
}

function introducedItems({ states, findings }: Review, locale: Locale): readonly ChangeItem[] {
  return findings.introduced.map((finding) =>
    item(finding.severity, finding.message[locale], {
      detail: finding.rule,
      head: findingSpot(states.head, finding),
    }),
  );
}

function fixedItems({ states, findings }: Review, locale: Locale): readonly ChangeItem[] {
  return findings.fixed.map((finding) => {
    const old = finding.element === undefined ? undefined : states.base.model.byName.get(finding.element);
    const now = old && states.now(old);
    return item("fixed", finding.message[locale], {
      detail: finding.rule,
      base: findingSpot(states.base, finding),
      head: now && nameSpot(states.head.model, now),
    });
  });
}

function askItems({ states, asked }: Review, words: ReviewWords): readonly ChangeItem[] {
  const teams = asked.teams.map(({ team, title, of }) =>
    item("ask", title ?? team, { detail: of.join(", "), ...spotsOfAny(states, [team]) }),
  );
  const nobody = asked.nobody.map((name) =>
    item("warning", name, { wall: true, detail: words.nobody, ...spotsOfAny(states, [name]) }),
  );
  return [...teams, ...nobody];
}

function storeyChapters(review: Review, words: ReviewWords): readonly Chapter[] {
  const { states } = review;
  return outlineOf(review.changes).map(({ storey, entries, relations }) => ({
    id: storey,
    title: words.storeys[storey],
    items: [
      ...entries.map((entry) => entryItem(states, entry, words)),
      ...relations.map((relation) => {
        const { change, type, from, to, wall } = relation;
        return item(change, `${from} ${type} ${to}`, { wall, ...relationSpots(states, relation) });
      }),
    ],
  }));
}

function entryItem(states: States, { change, details, members }: Entry, words: ReviewWords): ChangeItem {
  const { kind, id, was, wall, evidence, before, after } = change;
  const title = (after ?? before)?.title;
  const said = [kind, ...(title === undefined ? [] : [title])];
  const renamed = was === undefined ? [] : [words.was(was, evidence)];
  const isWhole = change.change === "added" || change.change === "removed";
  return item(change.change, id, {
    wall,
    detail: [...said, ...renamed].join(" · "),
    base: before && nameSpot(states.base.model, before),
    head: after && nameSpot(states.head.model, after),
    items: [
      ...(isWhole ? [] : details.map((detail) => detailItem(states, change, detail))),
      ...members.map((member) => entryItem(states, member, words)),
    ],
  });
}

function detailItem(states: States, { before, after, wall }: Entry["change"], detail: Detail): ChangeItem {
  const name = detail.type === "property" ? detail.name : detail.relation.type;
  const base = before && propertySpot(states.base.model, before, name);
  const head = after && propertySpot(states.head.model, after, name);
  // What one side does not say is looked for where it would be said.
  const spots = {
    base: base ?? (before && nameSpot(states.base.model, before)),
    head: head ?? (after && nameSpot(states.head.model, after)),
  };
  if (detail.type === "relation") {
    const { change, type, to, wall: stands } = detail.relation;
    return item(change, `${type} ${to}`, { wall: stands, ...spots });
  }
  const { before: old, after: now } = detail;
  if (old === undefined) return item("added", `${name} ${brief(now ?? "")}`, { wall, ...spots });
  if (now === undefined) return item("removed", `${name} ${brief(old)}`, { wall, ...spots });
  return item("changed", `${name} ${brief(old)} → ${brief(now)}`, { wall, ...spots });
}

function item(sign: ItemSign, label: string, more: Partial<ChangeItem> = {}): ChangeItem {
  const { detail = "", ...others } = more;
  const plain = { wall: false, base: undefined, head: undefined, items: [] };
  return { ...plain, ...others, sign, label: onALine(label), detail: onALine(detail) };
}

function onALine(text: string): string {
  return shortened(text.replace(/\s+/g, " "), 400);
}

function counted(items: readonly ChangeItem[]): readonly ChangeItem[] {
  const shown = items.slice(0, MOST);
  const rest = items.length - shown.length;
  return rest > 0 ? [...shown, item("more", `… +${rest}`)] : shown;
}

function brief(text: string): string {
  return shortened(text.replace(/\s+/g, " "), 80);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
