import type { Message } from "../../grammar/finding.ts";
import { gapsIn, knownToolsAt, STAGES, STEPS, toolsAt, type Stage } from "../model/chain.ts";
import type { Element, Model } from "../model/model.ts";
import { flowsReach, ofKind } from "../model/query.ts";
import { plainGroup } from "./graph.ts";
import { detailOf, foundOn, joined, lineOf, nodeOf, type ViewFinding } from "./node.ts";
import type { Standard } from "./standard-view.ts";
import type { Named } from "./storeys.ts";
import type { ViewEdge, ViewGraph, ViewGroup, ViewNode } from "./view-graph.ts";
import { groupWords } from "./words.ts";

/** Every chain as a row of five stages, from collecting to optimising: who stands where, and where it is torn. */
export const chain: Standard = {
  id: "chain",
  title: { en: "Chains", fr: "Chaînes" },
  isThere: (model) => ofKind(model, "chain").length > 0,
  graph: lanesOf,
};

function lanesOf(model: Model, findings: readonly ViewFinding[], { id, title, of }: Named): ViewGraph {
  const { locale } = model.project.settings;
  const chains = ofKind(model, "chain");
  const names = new Set(
    chains.flatMap((one) => [one, ...STAGES.flatMap((stage) => toolsAt(model, one, stage))]),
  );
  const drawn = new Set([...names].map(({ name }) => name));
  const found = foundOn(model, findings, (name) => drawn.has(name));
  const groups = chains.flatMap((one, row): readonly ViewGroup[] => [
    { ...rowOf(model, one, row), finding: found.get(one.name) },
    ...STAGES.map((stage, column) => laneOf(model, one, stage, { row, column })),
  ]);
  const nodes = chains.flatMap((one) =>
    STAGES.flatMap((stage) =>
      toolsAt(model, one, stage).map((tool): ViewNode => {
        const lane = laneId(one, stage);
        // A tool may stand in several stages.
        return { ...nodeOf(model, tool, found, lane), id: `${lane}:${tool.name}` };
      }),
    ),
  );
  return {
    view: id,
    title,
    subtitle: joined([of, groupWords(locale).elements(names.size)]),
    locale,
    layout: "lanes",
    direction: "right",
    groups,
    nodes,
    edges: chains.flatMap((one) => stepsOf(model, one)),
  };
}

function laneId(one: Element, stage: Stage): string {
  return `${one.name}:${stage}`;
}

function rowOf(model: Model, one: Element, row: number): ViewGroup {
  const detail = detailOf(model, one);
  return { ...plainGroup(one.name, one.label, "partition"), kind: "chain", detail, row };
}

function laneOf(
  model: Model,
  one: Element,
  stage: Stage,
  place: { readonly row: number; readonly column: number },
): ViewGroup {
  const title = stageWords[stage][model.project.settings.locale];
  const isEmpty = toolsAt(model, one, stage).length === 0;
  const lane = { ...plainGroup(laneId(one, stage), title, "lane"), ...place, parent: one.name };
  return isEmpty ? { ...lane, marks: ["missing"] } : lane;
}

/** What each stage is called above its lane. */
const stageWords: Readonly<Record<Stage, Message>> = {
  collect: { en: "Collect", fr: "Collecter" },
  analyse: { en: "Analyse", fr: "Analyser" },
  activate: { en: "Activate", fr: "Activer" },
  measure: { en: "Measure", fr: "Mesurer" },
  optimise: { en: "Optimise", fr: "Optimiser" },
};

/** From each stage to the next: a step, or a gap where nothing gets there; and back to the start, where it does. */
function stepsOf(model: Model, one: Element): readonly ViewEdge[] {
  const toolsOf = (stage: Stage): readonly Element[] => toolsAt(model, one, stage);
  const gaps = gapsIn(model, (stage) => knownToolsAt(model, one, stage));
  const steps = STEPS.map(([stage, next]) => {
    const isTorn =
      toolsOf(stage).length === 0 || toolsOf(next).length === 0 || gaps.some(([from]) => from === stage);
    return lineOf(isTorn ? "gap" : "step", laneId(one, stage), laneId(one, next));
  });
  const last = toolsOf("optimise");
  const first = toolsOf("collect");
  const isClosed = last.length > 0 && flowsReach(model, last, new Set(first));
  return isClosed ? [...steps, lineOf("step", laneId(one, "optimise"), laneId(one, "collect"))] : steps;
}
