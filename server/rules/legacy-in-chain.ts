import type { Value } from "../../grammar/tree.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";
import {
  activeTools,
  elementOf,
  isThere,
  ofKind,
  outgoing,
  targets,
  valuesOf,
  wordOf,
} from "../model/query.ts";
import { referenceTo } from "../model/reference.ts";
import { gapsIn, STAGES, toolsAt, type Stage } from "../model/chain.ts";
import page from "./legacy-in-chain.md";
import { sayInstead, unsay } from "./repair.ts";
import { defineRule, type Fix } from "./rule.ts";

export const legacyInChain = defineRule({
  name: "legacy-in-chain",
  severity: "warning",
  page,
  messages: {
    chain: (chain, tool, status) => ({
      en: `'${chain}' rests on '${tool}', which is ${status}: the whole loop stops with its weakest part. Name the tool that comes after it.`,
      fr: `« ${chain} » repose sur « ${tool} », dont le statut est « ${status} » : toute la boucle s'arrête avec son maillon le plus faible. Nommez l'outil qui lui succède.`,
    }),
    initiative: (initiative, tool, status) => ({
      en: `'${initiative}' is built on '${tool}', which is ${status}: what it teaches will not outlive the tool. Use the one that comes after it, or change the tool instead of using it.`,
      fr: `« ${initiative} » s'appuie sur « ${tool} », dont le statut est « ${status} » : ce qu'elle apprendra ne survivra pas à l'outil. Appuyez-vous sur son successeur, ou changez l'outil au lieu de l'utiliser.`,
    }),
  },
  check: (model, report) => {
    for (const { element, type } of places(model)) {
      for (const { to: tool, site, status, related } of oldTools(model, element, type)) {
        const id = type === "uses" ? "initiative" : "chain";
        report({ element, site, about: [tool], related }, id, element.name, tool.name, status);
      }
    }
  },
  fixes: (finding, model) => {
    const element = elementOf(model, finding);
    const at = finding.site.span.start;
    const written = [...STAGES, "uses" as const].flatMap((type) =>
      (element ? valuesOf(element, type) : []).map((value) => ({ type, value })),
    );
    const found = written.find(({ value }) => value.span.start === at);
    const tool = found && model.targets.get(found.value);
    return element && tool ? inPlaceOf(model, element, tool, found) : [];
  },
});

interface Place {
  readonly element: Element;
  readonly type: Stage | "uses";
}

function places(model: Model): readonly Place[] {
  return [
    ...ofKind(model, "chain").flatMap((element) => STAGES.map((type) => ({ element, type }))),
    ...ofKind(model, "initiative").map((element) => ({ element, type: "uses" as const })),
  ];
}

/** The tools under a property that are on their way out, or gone. */
function oldTools(model: Model, element: Element, type: string) {
  return outgoing(model, element, type).flatMap(({ to, site }) => {
    const status = wordOf(to, "status");
    const [word] = valuesOf(to, "status");
    if (!word || (status !== "legacy" && status !== "retired")) return [];
    const message = { en: `'${to.name}' is ${status}.`, fr: `« ${to.name} » a pour statut « ${status} ».` };
    return [{ to, site, status, related: [{ message, site: siteIn(to, word) }] }];
  });
}

/** More than these nobody reads through in a menu. */
const MOST = 3;

/** Another tool of its category, or none where others are there: as long as that tears no new gap in the chain. */
function inPlaceOf(
  model: Model,
  element: Element,
  old: Element,
  { type, value }: { readonly type: Stage | "uses"; readonly value: Value },
): readonly Fix[] {
  const rest = targets(model, element, type).filter((tool) => tool !== old);
  const holds = (tools: readonly Element[]) => {
    if (type === "uses") return true;
    const gaps = gapsIn(model, (stage) => toolsAt(model, element, stage));
    const then = gapsIn(model, (stage) => (stage === type ? tools : toolsAt(model, element, stage)));
    return then.length <= gaps.length;
  };
  const successors = activeTools(model)
    .filter((tool) => wordOf(tool, "category") === wordOf(old, "category") && !rest.includes(tool))
    .filter((tool) => holds([...rest.filter(isThere), tool]));
  const isSpare = rest.some(isThere) && holds(rest.filter(isThere));
  return [
    ...successors
      .slice(0, MOST)
      .map((tool) => sayInstead(model, element, value, referenceTo(model, tool, element))),
    ...(isSpare ? unsay(model, element, type, value) : []),
  ];
}
