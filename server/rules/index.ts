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

/** Rules that watch over one thing. */
export interface Chapter {
  readonly title: string;
  readonly about: string;
  readonly rules: readonly Rule[];
}

/** Every rule, in the order of the storeys: one line for each file in this folder. */
export const chapters: readonly Chapter[] = [
  {
    title: "Standing on the mission",
    about: "What has no path up to the mission is there for reasons that nobody remembers.",
    rules: [
      noMission,
      orphanBusinessModel,
      orphanDomain,
      orphanTool,
      orphanInitiative,
      toolAsGoal,
      customerCentricIsNotAModel,
      insideOutGoal,
    ],
  },
  {
    title: "Walls that bear",
    about:
      "Core data: who keeps it, who answers for it, whether it carries the business model and lasts as long.",
    rules: [
      marketingToolOwnsCoreData,
      noSystemOfRecord,
      twoSystemsOfRecord,
      writeBypassesOwner,
      wallOutlived,
      dataIgnoresModel,
      customerHub,
      accountableNobody,
      noArchitect,
    ],
  },
  {
    title: "Value given and returned",
    about: "Stakeholders, and whether what goes round between them comes back.",
    rules: [oneWayStakeholder, customerAsTarget, linearEconomy, isolatedStakeholder],
  },
  {
    title: "From collecting to learning",
    about: "Tools that work together: chains without a gap, and no more tools than anybody can look after.",
    rules: [
      brokenChain,
      isolatedTool,
      toolSprawl,
      redundantTools,
      oneVendorChain,
      legacyInChain,
      manualFlow,
      unusedTool,
      lockIn,
    ],
  },
  {
    title: "In whose hands",
    about: "Vendors who have an interest of their own in what we know.",
    rules: [rivalHoldsOurData, advertiserHoldsOurData],
  },
  {
    title: "Personal data",
    about: "What people entrusted to us: on which basis it moves, where to, and whether it is marked at all.",
    rules: [personalDataWithoutBasis, sharedWithoutAnonymising, personalDataLeaves, markedNowhere],
  },
  {
    title: "Figures to steer by",
    about: "Goals that are measured, and KPIs that reach somebody and can be believed.",
    rules: [unmeasuredGoal, vanityKpi, kpiWithoutAudience, kpiOnUnfitData, kpiCannotArrive],
  },
  {
    title: "One truth",
    about: "Data that lies in several places and does not agree.",
    rules: [unreconciledEntity, siloedDomain, qualityOverclaimed],
  },
  {
    title: "People and change",
    about: "Teams, their skills and their maturity; initiatives, and what is learnt from them.",
    rules: [
      dataUnderMarketing,
      missingSkill,
      maturityOverclaimed,
      dataDrivenTooEarly,
      marketingGap,
      oneSidedPortfolio,
      openEndedInitiative,
      unstatedImpact,
    ],
  },
];

/** Every rule, in the order of the chapters. */
export const rules: readonly Rule[] = chapters.flatMap((chapter) => chapter.rules);

const byName: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.name, rule]));

/** The rule of a name; undefined for a rule of the language, and for a word that is no rule. */
export function ruleNamed(name: string): Rule | undefined {
  return byName.get(name);
}
