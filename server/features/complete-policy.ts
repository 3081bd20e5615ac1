import { countries } from "../../grammar/codes.ts";
import { Arrow, Comma } from "../../grammar/tokens.ts";
import type { Model } from "../model/model.ts";
import { elementOf } from "../model/query.ts";
import { verdictOf } from "../rules/check.ts";
import { rules, ruleNamed } from "../rules/index.ts";
import { ownRules } from "../rules/policy.ts";
import type { Parameter } from "../rules/rule.ts";
import { datesFor } from "./complete-quantities.ts";
import { nearestOf, type Written } from "./complete-references.ts";
import { countriesFor } from "./complete-words.ts";
import { item, type Completion } from "./completion.ts";
import { namesAmong, type Cursor, type Token } from "./cursor.ts";
import { summaryOf } from "./hover-schema.ts";

/** What a line of the policy may say after its first word. */
export function policyValues(
  model: Model,
  { before, after }: Cursor,
  written: Written,
): readonly Completion[] {
  const [head, rule, ...rest] = before;
  if (!head) return [];
  if (head.image === "allow")
    return rule ? waiver(model, rule.image, rest, after, written) : ruleNames(model, "allow");
  return rule ? parameters(model, rule.image, rest, after, written) : ruleNames(model, written.typed);
}

/** Rules of the project, then ours, without those whose severity is set already. */
function ruleNames(model: Model, typed: string): readonly Completion[] {
  const set = model.policy.flatMap(({ line }) => (line.type === "severity" ? [line.rule.text] : []));
  const isFree = ({ label }: Completion): boolean =>
    typed === "allow" || label === typed || !set.includes(label);
  const ours = rules.map(({ name, severity, page }) =>
    item(name, "rule", { detail: severity, doc: summaryOf(page) }),
  );
  const own = ownRules(model).map(({ id, title = "" }) => item(id, "rule", { detail: title, rank: 0 }));
  return [...own, ...ours].filter(isFree);
}

/** `limit 8 countries FR, DE`: parameters that are not set yet, and the values of the last one. */
function parameters(
  model: Model,
  rule: string,
  rest: readonly Token[],
  after: readonly Token[],
  written: Written,
): readonly Completion[] {
  const all = ruleNamed(rule)?.parameters ?? {};
  const last = rest.at(-1);
  const at = rest.findLastIndex(({ image }) => Object.hasOwn(all, image));
  const key = rest[at]?.image;
  const parameter = key === undefined ? undefined : all[key];
  const isDue = parameter && (at === rest.length - 1 || last?.tokenType === Comma);
  if (isDue) {
    const taken = new Set(namesAmong([...rest.slice(at + 1), ...after]));
    return parameterValues(model, parameter, { ...written, taken });
  }
  const said = new Set([...rest, ...after].map(({ image }) => image));
  return Object.entries(all)
    .filter(([name]) => !said.has(name))
    .map(([name, { doc }]) => item(name, "keyword", { doc }));
}

function parameterValues(
  model: Model,
  { type, value, among }: Parameter,
  written: Written,
): readonly Completion[] {
  if (type !== "words") return [item(`${String(value)}${type === "percent" ? "%" : ""}`, "word")];
  if (among === countries) return countriesFor(model, written);
  return [...(among ?? [])].filter((word) => !written.taken.has(word)).map((word) => item(word, "word"));
}

/** `allow R for E because "…" until D`, word by word. */
function waiver(
  model: Model,
  rule: string,
  rest: readonly Token[],
  after: readonly Token[],
  written: Written,
): readonly Completion[] {
  const last = rest.at(-1);
  if (last?.tokenType === Arrow) return edgeEnds(model, namesAmong(rest).at(-1) ?? "", written);
  switch (last?.image) {
    case "for":
      return targets(model, rule, written);
    case "until":
      return datesFor(model, "until");
    case "because":
      return [];
    default: {
      const said = new Set([...rest, ...after].map(({ image }) => image));
      const words = WORDS.filter((word) => !said.has(word));
      return words.map((word, rank) => item(word, "keyword", { rank }));
    }
  }
}

const WORDS = ["for", "because", "until"];

/** The elements of which the rule has something to say come first: they are what an exception is for. */
function targets(model: Model, rule: string, written: Written): readonly Completion[] {
  const { findings } = verdictOf(model.project);
  const found = new Set(
    findings.filter((finding) => finding.rule === rule).flatMap((finding) => elementOf(model, finding) ?? []),
  );
  const others = model.elements.filter(
    (element) => element.kind.name !== "attribute" && element.name !== "" && !found.has(element),
  );
  const all = [...found, ...others];
  return nearestOf(model, all, written, (element) => (found.has(element) ? 0 : 1000));
}

/** Where the flows and values that begin at an element end. */
function edgeEnds(model: Model, from: string, written: Written): readonly Completion[] {
  const edges = model.elements.flatMap(({ ends }) => ends ?? []);
  const isFrom = (name: string): boolean => name === from || name.endsWith(`.${from}`);
  const ends = new Set(edges.filter((edge) => isFrom(edge.from.name)).map(({ to }) => to));
  return nearestOf(model, [...ends], { ...written, taken: new Set() }, () => 0);
}
