import type { Model } from "../model/model.ts";
import { elementOf } from "../model/query.ts";
import { verdictOf } from "../rules/check.ts";
import { rules, ruleNamed } from "../rules/index.ts";
import { ownRules } from "../rules/policy.ts";
import { reference, type Written } from "./complete-references.ts";
import { item, type Completion } from "./completion.ts";
import type { Token } from "./cursor.ts";
import { summaryOf } from "./hover-schema.ts";

/** What a line of the policy may say after its first word. */
export function policyValues(
  model: Model,
  before: readonly Token[],
  written: Written,
): readonly Completion[] {
  const [head, rule] = before;
  const last = before.at(-1);
  if (!head || !last) return [];
  if (!rule) return ruleNames(model);
  const said = new Set(before.map(({ image }) => image));
  if (head.image !== "allow") {
    const parameters = Object.entries(ruleNamed(rule.image)?.parameters ?? {});
    return parameters
      .filter(([name]) => !said.has(name))
      .map(([name, { doc }]) => item(name, "keyword", { doc }));
  }
  if (last.image === "for") return targets(model, rule.image, written);
  if (last.image === "because" || last.image === "until") return [];
  const words = ["for", "because", "until"].filter((word) => !said.has(word));
  return words.map((word, rank) => item(word, "keyword", { rank }));
}

function ruleNames(model: Model): readonly Completion[] {
  const ours = rules.map(({ name, severity, page }) =>
    item(name, "rule", { detail: severity, doc: summaryOf(page) }),
  );
  const own = ownRules(model).map(({ name, title = "" }) => item(name, "rule", { detail: title }));
  return [...own, ...ours];
}

/** The elements of which the rule has something to say come first: they are what an exception is for. */
function targets(model: Model, rule: string, written: Written): readonly Completion[] {
  const { findings } = verdictOf(model.project);
  const found = new Set(
    findings.filter((finding) => finding.rule === rule).flatMap((finding) => elementOf(model, finding) ?? []),
  );
  const others = model.elements.filter((element) => element.kind.name !== "attribute" && !found.has(element));
  return [
    ...[...found].flatMap((element) => reference(model, element, written, 0) ?? []),
    ...others.flatMap((element) => reference(model, element, written, 1) ?? []),
  ];
}
