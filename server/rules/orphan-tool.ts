import { writeString } from "../../grammar/strings.ts";
import type { KindName } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { elementOf, incoming, ofKind, says, target, wordOf } from "../model/query.ts";
import { leavesOut } from "./left-out.ts";
import page from "./orphan-tool.md";
import { nameNew, nameOneOf, sayProperty } from "./repair.ts";
import { defineRule } from "./rule.ts";

/** With the first of these, the author has begun to say what things are for. */
const PURPOSES: readonly KindName[] = ["goal", "capability", "chain", "domain"];

export const orphanTool = defineRule({
  name: "orphan-tool",
  severity: "warning",
  starter: true,
  page,
  messages: {
    orphan: (name) => ({
      en: `Nothing says what '${name}' is for: no goal, capability, chain, initiative or domain asks for it, so nothing will tell when it is no longer needed. Say what it 'serves' or 'owns', or retire it.`,
      fr: `Rien ne dit à quoi sert « ${name} » : aucun objectif, aucune capacité, chaîne ou initiative, aucun domaine ne le demande, et rien ne dira quand on pourra s'en passer. Dites ce qu'il sert (« serves ») ou possède (« owns »), ou retirez-le.`,
    }),
  },
  check: (model, report) => {
    if (!PURPOSES.some((kind) => ofKind(model, kind).length > 0)) return;
    for (const tool of ofKind(model, "tool")) {
      if (wordOf(tool, "status") !== "retired" && !isExplained(model, tool))
        report({ element: tool }, "orphan", tool.name);
    }
  },
  fixes: (finding, model) => {
    const tool = elementOf(model, finding);
    if (!tool) return [];
    const served = nameOneOf(model, tool, "serves", purposesOf(model, tool));
    const retired = says(tool, "status") ? [] : [sayProperty(model, tool, "status retired")];
    return served.length > 0 ? [...served, ...retired] : [newPurpose(model, tool), ...retired];
  },
});

/** Planned tools too are explained by what they will own: it is their reason that is asked for. */
function isExplained(model: Model, tool: Element): boolean {
  if (!leavesOut(model, tool, "serves") || !leavesOut(model, tool, "owns")) return true;
  return incoming(model, tool).some(
    ({ from, type }) => from.kind.name === "chain" || type === "uses" || type === "changes",
  );
}

/** What the tool may be there for: first the capabilities of its own team, then the others, then goals. */
function purposesOf(model: Model, tool: Element): readonly Element[] {
  const team = target(model, tool, "accountable");
  const capabilities = ofKind(model, "capability");
  const own = capabilities.filter((capability) => team && target(model, capability, "accountable") === team);
  return [...own, ...capabilities, ...ofKind(model, "goal")];
}

function newPurpose(model: Model, tool: Element) {
  const title = writeString(`What ${tool.label} is there for`);
  const statement = (name: string) => `capability ${name} ${title}`;
  return nameNew(model, tool, "serves", { kind: "capability", wanted: `${tool.id}-purpose`, statement });
}
