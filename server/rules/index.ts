import { accountableNobody } from "./accountable-nobody.ts";
import { advertiserHoldsOurData } from "./advertiser-holds-our-data.ts";
import { brokenChain } from "./broken-chain.ts";
import { customerAsTarget } from "./customer-as-target.ts";
import { customerCentricIsNotAModel } from "./customer-centric-is-not-a-model.ts";
import { customerHub } from "./customer-hub.ts";
import { dataDrivenTooEarly } from "./data-driven-too-early.ts";
import { dataIgnoresModel } from "./data-ignores-model.ts";
import { dataUnderMarketing } from "./data-under-marketing.ts";
import { insideOutGoal } from "./inside-out-goal.ts";
import { isolatedStakeholder } from "./isolated-stakeholder.ts";
import { isolatedTool } from "./isolated-tool.ts";
import { kpiCannotArrive } from "./kpi-cannot-arrive.ts";
import { kpiOnUnfitData } from "./kpi-on-unfit-data.ts";
import { kpiWithoutAudience } from "./kpi-without-audience.ts";
import { legacyInChain } from "./legacy-in-chain.ts";
import { linearEconomy } from "./linear-economy.ts";
import { lockIn } from "./lock-in.ts";
import { manualFlow } from "./manual-flow.ts";
import { markedNowhere } from "./marked-nowhere.ts";
import { marketingGap } from "./marketing-gap.ts";
import { marketingToolOwnsCoreData } from "./marketing-tool-owns-core-data.ts";
import { maturityOverclaimed } from "./maturity-overclaimed.ts";
import { missingSkill } from "./missing-skill.ts";
import { noArchitect } from "./no-architect.ts";
import { noMission } from "./no-mission.ts";
import { noSystemOfRecord } from "./no-system-of-record.ts";
import { oneSidedPortfolio } from "./one-sided-portfolio.ts";
import { oneVendorChain } from "./one-vendor-chain.ts";
import { oneWayStakeholder } from "./one-way-stakeholder.ts";
import { openEndedInitiative } from "./open-ended-initiative.ts";
import { orphanBusinessModel } from "./orphan-business-model.ts";
import { orphanDomain } from "./orphan-domain.ts";
import { orphanInitiative } from "./orphan-initiative.ts";
import { orphanTool } from "./orphan-tool.ts";
import { personalDataLeaves } from "./personal-data-leaves.ts";
import { personalDataWithoutBasis } from "./personal-data-without-basis.ts";
import { qualityOverclaimed } from "./quality-overclaimed.ts";
import { redundantTools } from "./redundant-tools.ts";
import { rivalHoldsOurData } from "./rival-holds-our-data.ts";
import { sharedWithoutAnonymising } from "./shared-without-anonymising.ts";
import { siloedDomain } from "./siloed-domain.ts";
import { toolAsGoal } from "./tool-as-goal.ts";
import { toolSprawl } from "./tool-sprawl.ts";
import { twoSystemsOfRecord } from "./two-systems-of-record.ts";
import { unmeasuredGoal } from "./unmeasured-goal.ts";
import { unreconciledEntity } from "./unreconciled-entity.ts";
import { unstatedImpact } from "./unstated-impact.ts";
import { unusedTool } from "./unused-tool.ts";
import { vanityKpi } from "./vanity-kpi.ts";
import { wallOutlived } from "./wall-outlived.ts";
import { writeBypassesOwner } from "./write-bypasses-owner.ts";
import type { Rule } from "./rule.ts";

/** Every rule, in the order of the storeys: one line for each file in this folder. */
export const rules: readonly Rule[] = [
  noMission,
  orphanBusinessModel,
  orphanDomain,
  orphanTool,
  orphanInitiative,
  toolAsGoal,
  customerCentricIsNotAModel,
  insideOutGoal,
  marketingToolOwnsCoreData,
  noSystemOfRecord,
  twoSystemsOfRecord,
  writeBypassesOwner,
  wallOutlived,
  dataIgnoresModel,
  customerHub,
  accountableNobody,
  noArchitect,
  oneWayStakeholder,
  customerAsTarget,
  linearEconomy,
  isolatedStakeholder,
  brokenChain,
  isolatedTool,
  toolSprawl,
  redundantTools,
  oneVendorChain,
  legacyInChain,
  manualFlow,
  unusedTool,
  lockIn,
  rivalHoldsOurData,
  advertiserHoldsOurData,
  personalDataWithoutBasis,
  sharedWithoutAnonymising,
  personalDataLeaves,
  markedNowhere,
  unmeasuredGoal,
  vanityKpi,
  kpiWithoutAudience,
  kpiOnUnfitData,
  kpiCannotArrive,
  unreconciledEntity,
  siloedDomain,
  qualityOverclaimed,
  dataUnderMarketing,
  missingSkill,
  maturityOverclaimed,
  dataDrivenTooEarly,
  marketingGap,
  oneSidedPortfolio,
  openEndedInitiative,
  unstatedImpact,
];

const byName: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.name, rule]));

/** The rule of a name; undefined for a rule of the language, and for a word that is no rule. */
export function ruleNamed(name: string): Rule | undefined {
  return byName.get(name);
}
