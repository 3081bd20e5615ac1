import { accountableNobody } from "./accountable-nobody.ts";
import { brokenChain } from "./broken-chain.ts";
import { dataUnderMarketing } from "./data-under-marketing.ts";
import { kpiOnUnfitData } from "./kpi-on-unfit-data.ts";
import { marketingToolOwnsCoreData } from "./marketing-tool-owns-core-data.ts";
import { noMission } from "./no-mission.ts";
import { noSystemOfRecord } from "./no-system-of-record.ts";
import { orphanBusinessModel } from "./orphan-business-model.ts";
import { orphanDomain } from "./orphan-domain.ts";
import { orphanTool } from "./orphan-tool.ts";
import { personalDataWithoutBasis } from "./personal-data-without-basis.ts";
import { rivalHoldsOurData } from "./rival-holds-our-data.ts";
import { sharedWithoutAnonymising } from "./shared-without-anonymising.ts";
import { twoSystemsOfRecord } from "./two-systems-of-record.ts";
import { unmeasuredGoal } from "./unmeasured-goal.ts";
import { unreconciledEntity } from "./unreconciled-entity.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order of the storeys: one line for each file in this folder. */
export const rules: readonly Rule[] = [
  noMission,
  orphanBusinessModel,
  orphanDomain,
  orphanTool,
  marketingToolOwnsCoreData,
  noSystemOfRecord,
  twoSystemsOfRecord,
  accountableNobody,
  brokenChain,
  rivalHoldsOurData,
  personalDataWithoutBasis,
  sharedWithoutAnonymising,
  unmeasuredGoal,
  kpiOnUnfitData,
  unreconciledEntity,
  dataUnderMarketing,
];

const byName: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.name, rule]));

/** The rule of a name; undefined for a rule of the language, and for a word that is no rule. */
export function ruleNamed(name: string): Rule | undefined {
  return byName.get(name);
}
