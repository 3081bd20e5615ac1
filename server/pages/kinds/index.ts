import type { KindName } from "../../../grammar/schema.ts";
import attribute from "./attribute.md";
import businessModel from "./business-model.md";
import capability from "./capability.md";
import chain from "./chain.md";
import domain from "./domain.md";
import entity from "./entity.md";
import flow from "./flow.md";
import goal from "./goal.md";
import initiative from "./initiative.md";
import kpi from "./kpi.md";
import mission from "./mission.md";
import policy from "./policy.md";
import rule from "./rule.md";
import stakeholder from "./stakeholder.md";
import team from "./team.md";
import tool from "./tool.md";
import value from "./value.md";
import vendor from "./vendor.md";
import view from "./view.md";

/** What the table does not say about each kind, with examples that are run: Markdown. */
export const kindTexts: Readonly<Record<KindName | "policy", string>> = {
  attribute,
  "business-model": businessModel,
  capability,
  chain,
  domain,
  entity,
  flow,
  goal,
  initiative,
  kpi,
  mission,
  policy,
  rule,
  stakeholder,
  team,
  tool,
  value,
  vendor,
  view,
};
