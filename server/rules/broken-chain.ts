import type { Element, Model, Relation } from "../model/model.ts";
import { addProperty, addValue, appendStatement } from "../model/edit.ts";
import {
  activeTools,
  elementOf,
  flowsReach,
  isThere,
  ofKind,
  outgoing,
  says,
  targets,
  valuesOf,
  wordOf,
} from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import page from "./broken-chain.md";
import { defineRule, type Fix } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

export const STAGES = ["collect", "analyse", "activate", "measure", "optimise"] as const;
export type Stage = (typeof STAGES)[number];

export const brokenChain = defineRule({
  name: "broken-chain",
  severity: "error",
  starter: true,
  page,
  messages: {
    missing: (chain, stages) => ({
      en: `'${chain}' has no tool for ${quoted(stages, "en")}: a loop that does not close learns nothing from what it does. Name a tool for each stage; one tool may stand in several.`,
      fr: `« ${chain} » n'a pas d'outil pour ${quoted(stages, "fr")} : une boucle qui ne se ferme pas n'apprend rien de ce qu'elle fait. Nommez un outil pour chaque étape ; un même outil peut en tenir plusieurs.`,
    }),
    gap: (chain, stage, tools, next, others) => ({
      en: `Nothing flows from '${stage}' to '${next}' in '${chain}': what is known in ${quoted(tools, "en")} never reaches ${quoted(others, "en")}. Declare the flows between them, or the tool that joins them.`,
      fr: `Rien ne circule de « ${stage} » à « ${next} » dans « ${chain} » : ce qui se sait dans ${quoted(tools, "fr")} n'arrive jamais à ${quoted(others, "fr")}. Déclarez les flux qui les relient, ou l'outil qui les joint.`,
    }),
  },
  check: (model, report) => {
    for (const chain of ofKind(model, "chain")) {
      const missing = missingStages(model, chain);
      if (missing.length > 0) report({ element: chain }, "missing", chain.name, missing.join(", "));
      for (const [stage, next] of gaps(model, chain)) {
        const from = namesOf(toolsAt(model, chain, stage));
        const to = namesOf(toolsAt(model, chain, next));
        const related = [...outgoing(model, chain, stage), ...outgoing(model, chain, next)].map(stands);
        report({ element: chain, related }, "gap", chain.name, stage, from, next, to);
      }
    }
  },
  fixes: (finding, model) => {
    const chain = elementOf(model, finding);
    const [id, , stage] = finding.args;
    if (!chain) return [];
    if (id === "missing") return fill(model, chain);
    const gap = gaps(model, chain).find(([from]) => from === stage);
    return gap ? bridge(model, chain, gap) : [];
  },
});

function stands({ type, to: tool, site }: Relation) {
  const message = {
    en: `'${tool.name}' stands in '${type}'.`,
    fr: `« ${tool.name} » est à l'étape « ${type} ».`,
  };
  return { message, site };
}

/** The tools of a stage that are there today. */
export function toolsAt(model: Model, chain: Element, stage: Stage): readonly Element[] {
  return targets(model, chain, stage).filter(isThere);
}

/** A stage whose names are wrong is not missing: that is found elsewhere. */
function missingStages(model: Model, chain: Element): readonly Stage[] {
  return STAGES.filter((stage) => toolsAt(model, chain, stage).length === 0 && isKnown(model, chain, stage));
}

function isKnown(model: Model, chain: Element, stage: Stage): boolean {
  const named = valuesOf(chain, stage);
  return named.every((value) => model.targets.has(value)) && (named.length > 0 || !says(chain, stage));
}

/** The pairs of stages between which nothing flows. A tool in both is a path by itself. */
function gaps(model: Model, chain: Element): readonly (readonly [Stage, Stage])[] {
  return STAGES.flatMap((stage, index) => {
    const next = STAGES[index + 1];
    if (!next || !isKnown(model, chain, stage) || !isKnown(model, chain, next)) return [];
    const from = toolsAt(model, chain, stage);
    const to = toolsAt(model, chain, next);
    if (from.length === 0 || to.length === 0 || flowsReach(model, from, new Set(to))) return [];
    return [[stage, next] as const];
  });
}

/** Categories that are made for a stage. */
const MADE_FOR: Readonly<Record<Stage, readonly string[]>> = {
  collect: ["website", "app", "store", "pos", "ecommerce", "call-center", "kiosk", "tag-manager", "survey"],
  analyse: ["lakehouse", "warehouse", "lake", "ml", "bi", "cdp", "web-analytics"],
  activate: ["marketing-automation", "email", "personalisation", "cdp", "website", "advertising", "loyalty"],
  measure: ["bi", "web-analytics", "attribution", "survey", "warehouse", "lakehouse"],
  optimise: ["ab-testing", "ml", "personalisation", "feature-store"],
};

/** Names a tool for every stage without one: one made for it, else the one of the stage before. */
function fill(model: Model, chain: Element): readonly Fix[] {
  const tools = activeTools(model);
  let last = STAGES.flatMap((stage) => toolsAt(model, chain, stage))[0] ?? tools[0];
  const edits = STAGES.flatMap((stage) => {
    const present = toolsAt(model, chain, stage);
    if (present.length > 0 || !isKnown(model, chain, stage)) {
      last = present.at(-1) ?? last;
      return [];
    }
    last = fittest(tools, stage) ?? last;
    return last ? [{ stage, tool: referenceTo(model, last, chain) }] : [];
  });
  if (edits.length === 0) return [];
  const line = ({ stage, tool }: (typeof edits)[number]) => `${stage} ${tool}`;
  const unsaid = edits.filter(({ stage }) => !says(chain, stage)).map(line);
  const said = edits.filter(({ stage }) => says(chain, stage));
  const lines = edits.map(line).join("; ");
  return [
    {
      title: { en: `Add '${lines}'`, fr: `Ajouter « ${lines} »` },
      edits: [
        ...(unsaid.length > 0 ? [addProperty(model, chain, unsaid.join("\n"))] : []),
        ...said.map(({ stage, tool }) => addValue(model, chain, stage, tool)),
      ],
    },
  ];
}

function fittest(tools: readonly Element[], stage: Stage): Element | undefined {
  const ranked = MADE_FOR[stage].map((category) =>
    tools.find((tool) => wordOf(tool, "category") === category),
  );
  return ranked.find((tool) => tool !== undefined);
}

function bridge(model: Model, chain: Element, [stage, next]: readonly [Stage, Stage]): readonly Fix[] {
  const from = toolsAt(model, chain, stage).at(-1);
  const to = toolsAt(model, chain, next)[0];
  if (!from || !to) return [];
  const flow = `flow ${referenceTo(model, from, chain)} -> ${referenceTo(model, to, chain)}`;
  return [
    {
      title: { en: `Declare '${flow}'`, fr: `Déclarer « ${flow} »` },
      edits: [appendStatement(model, chain.path, flow)],
    },
  ];
}
