import type { Locale } from "../../grammar/finding.ts";
import type { Element, Model } from "../model/model.ts";
import { isThere, ofKind, sources, target, targets } from "../model/query.ts";
import { plainGroup } from "./graph.ts";
import { foundOn, joined, lineOf, nodeOf, type ViewFinding } from "./node.ts";
import { teamOf } from "./select.ts";
import type { Standard } from "./standard-view.ts";
import type { Named } from "./storeys.ts";
import type { ViewGraph, ViewGroup, ViewItem, ViewNode } from "./view-graph.ts";
import { groupWords } from "./words.ts";

/** Teams, whom they report to, what they decide on and answer for; below, what nobody answers for. */
export const organisation: Standard = {
  id: "organisation",
  title: { en: "Organisation", fr: "Organisation" },
  isThere: (model) => ofKind(model, "team").length > 0,
  graph: treeOf,
};

/** The group of what nobody answers for. */
const NOBODY = "group:nobody";
/** More than so many would be all that one sees. */
const MOST_ORPHANS = 24;

function treeOf(model: Model, findings: readonly ViewFinding[], { id, title, of }: Named): ViewGraph {
  const { locale } = model.project.settings;
  const teams = ofKind(model, "team");
  const orphans = orphansOf(model);
  const shown = orphans.slice(0, MOST_ORPHANS);
  const drawn = new Set([...teams, ...shown].map(({ name }) => name));
  const found = foundOn(model, findings, (name) => drawn.has(name));
  const nodes = [
    ...teams.map((team): ViewNode => {
      const items = dutiesOf(model, team, locale);
      return { ...nodeOf(model, team, found, undefined), ...(items.length > 0 ? { items } : {}) };
    }),
    ...shown.map((orphan) => nodeOf(model, orphan, found, NOBODY)),
  ];
  return {
    view: id,
    title,
    subtitle: joined([of, groupWords(locale).elements(teams.length)]),
    locale,
    layout: "tree",
    direction: "down",
    groups: shown.length > 0 ? [nobody(orphans.length, shown.length, locale)] : [],
    nodes,
    edges: [...headsOf(model, teams)].map(([team, head]) => lineOf("reports-to", team.name, head.name)),
  };
}

/** Whom each team reports to; where teams report to each other in a circle, the first of them is the head of the rest. */
function headsOf(model: Model, teams: readonly Element[]): ReadonlyMap<Element, Element> {
  const heads = new Map<Element, Element>();
  for (const team of teams) {
    const head = target(model, team, "reports-to");
    if (head && !isAbove(heads, team, head)) heads.set(team, head);
  }
  return heads;
}

/** Whether a team is another one, or somewhere above it. */
function isAbove(heads: ReadonlyMap<Element, Element>, team: Element, other: Element): boolean {
  for (let at: Element | undefined = other; at; at = heads.get(at)) if (at === team) return true;
  return false;
}

/** What a team decides on, then what it answers for: walls first, as the model has them. */
function dutiesOf(model: Model, team: Element, locale: Locale): readonly ViewItem[] {
  const decided = targets(model, team, "architects");
  const answered = sources(model, team, "accountable").filter((it) => !decided.includes(it));
  const walls = answered.filter(({ kind }) => kind.storey !== "how");
  const partitions = answered.filter(({ kind }) => kind.storey === "how");
  const own = [...walls, ...partitions].map(({ label }) => label);
  const { decides, answers } = words[locale];
  const under = (heading: string, labels: readonly string[]): readonly ViewItem[] =>
    labels.length > 0 ? [{ heading }, ...labels] : [];
  return [
    ...under(
      decides,
      decided.map(({ label }) => label),
    ),
    ...under(answers, own),
  ];
}

const words = {
  en: {
    decides: "decides on:",
    answers: "answers for:",
    nobody: "Nobody answers for",
    shown: (shown: number, all: number) => `${shown} of ${all}`,
  },
  fr: {
    decides: "décide de :",
    answers: "répond de :",
    nobody: "Personne n'en répond",
    shown: (shown: number, all: number) => `${shown} sur ${all}`,
  },
} as const;

/** Walls, and partitions that are there, that no team answers for. */
function orphansOf(model: Model): readonly Element[] {
  const kinds = ["domain", "capability", "tool", "initiative"] as const;
  return kinds.flatMap((kind) => ofKind(model, kind)).filter((it) => isThere(it) && !teamOf(model, it));
}

function nobody(all: number, shown: number, locale: Locale): ViewGroup {
  const group = plainGroup(NOBODY, words[locale].nobody, "partition");
  return all > shown ? { ...group, detail: words[locale].shown(shown, all) } : group;
}
