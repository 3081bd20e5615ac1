import { gapsIn, isKnown, knownToolsAt, STAGES, toolsAt, type Stage, type Step } from "../model/chain.ts";
import { addValue, appendStatement } from "../model/edit.ts";
import type { Element, Model } from "../model/model.ts";
import {
  activeTools,
  elementOf,
  flowsReach,
  isThere,
  ofKind,
  outgoing,
  says,
  wordOf,
} from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import page from "./broken-chain.md";
import { absentAt } from "./chain.ts";
import { placesOf } from "./related.ts";
import { addProperties } from "./repair.ts";
import { defineRule, type Fix } from "./rule.ts";
import { namesOf, quoted } from "./words.ts";

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
      if (missing.length > 0) {
        const related = absentAt(model, chain, missing);
        report({ element: chain, related }, "missing", chain.name, missing.join(", "));
      }
      for (const [stage, next] of gapsIn(model, (stage) => knownToolsAt(model, chain, stage))) {
        const from = namesOf(toolsAt(model, chain, stage));
        const to = namesOf(toolsAt(model, chain, next));
        const related = toolsStanding(model, chain, [stage, next]);
        report({ element: chain, related }, "gap", chain.name, stage, from, next, to);
      }
    }
  },
  fixes: (finding, model) => {
    const chain = elementOf(model, finding);
    const [id, , stage] = finding.args;
    if (!chain) return [];
    if (id === "missing") return fill(model, chain);
    const gaps = gapsIn(model, (stage) => knownToolsAt(model, chain, stage));
    const gap = gaps.find(([from]) => from === stage);
    return gap ? bridge(model, chain, gap) : [];
  },
});

/** A stage whose names are wrong is not missing: that is found elsewhere. */
function missingStages(model: Model, chain: Element): readonly Stage[] {
  return STAGES.filter((stage) => toolsAt(model, chain, stage).length === 0 && isKnown(model, chain, stage));
}

function toolsStanding(model: Model, chain: Element, stages: Step) {
  const standing = stages.flatMap((stage) => outgoing(model, chain, stage));
  return placesOf(
    standing.filter(({ to }) => isThere(to)),
    ({ type, to: tool, site }) => {
      const message = {
        en: `'${tool.name}' stands in '${type}'.`,
        fr: `« ${tool.name} » est à l'étape « ${type} ».`,
      };
      return { message, site };
    },
  );
}

/** Categories that are made for a stage. */
const MADE_FOR: Readonly<Record<Stage, readonly string[]>> = {
  collect: ["website", "app", "store", "pos", "ecommerce", "call-center", "kiosk", "tag-manager", "survey"],
  analyse: ["lakehouse", "warehouse", "lake", "ml", "bi", "cdp", "web-analytics"],
  activate: ["marketing-automation", "email", "personalisation", "cdp", "website", "advertising", "loyalty"],
  measure: ["bi", "web-analytics", "attribution", "survey", "warehouse", "lakehouse"],
  optimise: ["ab-testing", "ml", "personalisation", "feature-store"],
};

/** Names a tool for every stage without one. */
function fill(model: Model, chain: Element): readonly Fix[] {
  const lines = [...fillingOf(model, chain)].map(([stage, tool]) => {
    const name = referenceTo(model, tool, chain);
    return { stage, name, line: `${stage} ${name}` };
  });
  if (lines.length === 0) return [];
  const unsaid = lines.filter(({ stage }) => !says(chain, stage)).map(({ line }) => line);
  const said = lines.filter(({ stage }) => says(chain, stage));
  const title = lines.map(({ line }) => line).join("; ");
  return [
    {
      title: { en: `Add '${title}'`, fr: `Ajouter « ${title} »` },
      edits: [
        ...addProperties(model, chain, unsaid),
        ...said.map(({ stage, name }) => addValue(model, chain, stage, name)),
      ],
    },
  ];
}

type Filling = ReadonlyMap<Stage, Element>;

/** Tools for the stages without one: those made for them, or the neighbours' where only so no new gap is torn. */
function fillingOf(model: Model, chain: Element): Filling {
  const missing = missingStages(model, chain);
  const present = (stage: Stage) => knownToolsAt(model, chain, stage);
  const holes = (filling: Filling) =>
    gapsIn(model, (stage) => {
      const filled = filling.get(stage);
      return filled ? [filled] : present(stage);
    }).length;
  const best = madeForThem(model, missing, present);
  const plain = neighbours(model, missing, present);
  return holes(plain) < holes(best) ? plain : best;
}

/** From the first stage to the last, a tool that is made for it, and that flows join to what is around. */
function madeForThem(
  model: Model,
  missing: readonly Stage[],
  present: (stage: Stage) => readonly Element[],
): Filling {
  const filling = new Map<Stage, Element>();
  let before: readonly Element[] = [];
  for (const [index, stage] of STAGES.entries()) {
    const next = STAGES[index + 1];
    const after = next ? present(next) : [];
    const tool = missing.includes(stage) ? fittest(model, stage, before, after) : undefined;
    if (tool) filling.set(stage, tool);
    before = tool ? [tool] : present(stage);
  }
  return filling;
}

/** More than these are not tried. */
const TRIED = 20;

function fittest(
  model: Model,
  stage: Stage,
  before: readonly Element[],
  after: readonly Element[],
): Element | undefined {
  const tools = activeTools(model);
  const made = MADE_FOR[stage].flatMap((category) =>
    tools.filter((tool) => wordOf(tool, "category") === category),
  );
  const candidates = [...made.slice(0, TRIED), ...before.toReversed(), ...after, ...tools.slice(0, 1)];
  const isJoined = (tool: Element) =>
    (before.length === 0 || flowsReach(model, before, new Set([tool]))) &&
    (after.length === 0 || flowsReach(model, [tool], new Set(after)));
  return candidates.find(isJoined) ?? candidates[0];
}

/** The tool of the stage before, else of the next one that has some. */
function neighbours(
  model: Model,
  missing: readonly Stage[],
  present: (stage: Stage) => readonly Element[],
): Filling {
  const filling = new Map<Stage, Element>();
  let last = STAGES.flatMap(present)[0] ?? activeTools(model)[0];
  for (const stage of STAGES) {
    if (last && missing.includes(stage)) filling.set(stage, last);
    last = present(stage).at(-1) ?? last;
  }
  return filling;
}

function bridge(model: Model, chain: Element, [stage, next]: Step): readonly Fix[] {
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
