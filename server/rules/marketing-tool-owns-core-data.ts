import type { Finding } from "../../grammar/finding.ts";
import { writeString } from "../../grammar/strings.ts";
import type { Value } from "../../grammar/tree.ts";
import { addValue, appendStatement } from "../model/edit.ts";
import type { Element, Model } from "../model/model.ts";
import {
  domainOf,
  elementOf,
  isActive,
  isCore,
  ofKind,
  outgoing,
  says,
  target,
  targets,
  toolFamily,
  toolsThere,
  valuesOf,
  wordOf,
} from "../model/query.ts";
import { freeName, referenceTo } from "../model/reference.ts";
import page from "./marketing-tool-owns-core-data.md";
import { readInsteadOfOwn } from "./repair.ts";
import { defineRule, type Fix } from "./rule.ts";

export const marketingToolOwnsCoreData = defineRule({
  name: "marketing-tool-owns-core-data",
  severity: "error",
  starter: true,
  page,
  messages: {
    byCategory: (tool, category, data) => ({
      en: `'${tool}' is a marketing tool (${category}) and owns '${data}', which is core: a load-bearing wall would come and go with a campaign tool. Let an operational or data tool own it, and '${tool}' read it.`,
      fr: `« ${tool} » est un outil marketing (${category}) et possède « ${data} », qui est au cœur de l'entreprise : un mur porteur suivrait le sort d'un outil de campagne. Confiez-le à un outil opérationnel ou de données, et que « ${tool} » le lise.`,
    }),
    byTeam: (tool, team, data) => ({
      en: `'${tool}' answers to marketing ('${team}') and owns '${data}', which is core: the data that the company lives by would follow one department's needs. Let a tool of another team own it, and '${tool}' read it.`,
      fr: `« ${tool} » relève du marketing (« ${team} ») et possède « ${data} », qui est au cœur de l'entreprise : ses données vitales suivraient les besoins d'un seul service. Confiez-les à l'outil d'une autre équipe, et que « ${tool} » les lise.`,
    }),
  },
  check: (model, report) => {
    for (const tool of toolsThere(model)) {
      for (const { to: data, site } of outgoing(model, tool, "owns")) {
        if (!isCore(data)) continue;
        const domain = domainOf(data);
        const message = {
          en: `'${domain.name}' is a core domain.`,
          fr: `« ${domain.name} » est un domaine cœur.`,
        };
        const related = [{ message, site: coreFlag(domain) }];
        const at = { element: tool, site, related };
        if (isMarketingTool(model, tool))
          report(at, "byCategory", tool.name, wordOf(tool, "category") ?? "", data.name);
        else if (isMarketing(target(model, tool, "accountable"))) {
          report(at, "byTeam", tool.name, target(model, tool, "accountable")?.name ?? "", data.name);
        }
      }
    }
  },
  fixes: (finding, model) => {
    const tool = elementOf(model, finding);
    const value = tool && valuesOf(tool, "owns").find(({ span }) => span === finding.site.span);
    const data = value && model.targets.get(value);
    if (!tool || !value || !data) return [];
    const keeper = keeperFor(model, data, tool);
    return keeper ? [moveTo(model, tool, value, data, keeper)] : [moveToNew(model, tool, value, data)];
  },
});

/** Whether marketing would have the say over what a tool owns: by what the tool is, or by who answers for it. */
export function isUnderMarketing(model: Model, tool: Element): boolean {
  return isMarketingTool(model, tool) || isMarketing(target(model, tool, "accountable"));
}

/** Where the word `core` stands that makes the data a wall. */
function coreFlag(domain: Element): Finding["site"] {
  const flag = domain.declaration.flags.find(({ text }) => text === "core");
  const span = flag?.span ?? domain.declaration.statement.head.span;
  return { path: domain.path, top: domain.declaration.top, span };
}

/** Whether a tool serves marketing by what it is. A CRM does where marketing, or nobody, answers for it. */
function isMarketingTool(model: Model, tool: Element): boolean {
  if (toolFamily(tool) !== "marketing") return false;
  const team = target(model, tool, "accountable");
  // A team that is named and not known may be any.
  const isNobodys = team === undefined && !says(tool, "accountable");
  return wordOf(tool, "category") !== "crm" || isNobodys || isMarketing(team);
}

function isMarketing(team: Element | undefined): boolean {
  return team !== undefined && wordOf(team, "function") === "marketing";
}

/** Categories that are made to be a system of record, the fittest first. */
const KEEPERS = ["mdm", "pim", "erp", "plm", "oms", "booking", "billing", "warehouse", "lakehouse"];

/** The tool that is best placed to own the data: one that owns its neighbours, else one made for keeping records. */
function keeperFor(model: Model, data: Element, owner: Element): Element | undefined {
  const domain = domainOf(data);
  const accountable = target(model, domain, "accountable");
  const score = (tool: Element): number => {
    const owned = targets(model, tool, "owns");
    const neighbours = owned.some((other) => domainOf(other) === domain);
    const category = KEEPERS.indexOf(wordOf(tool, "category") ?? "");
    const sameTeam = accountable !== undefined && target(model, tool, "accountable") === accountable;
    return (neighbours ? 40 : 0) + (category < 0 ? 0 : 20 - category) + (sameTeam ? 10 : 0);
  };
  const fit = ofKind(model, "tool").filter(
    (tool) => tool !== owner && isActive(tool) && isKeeper(model, tool),
  );
  const ranked = fit.map((tool) => ({ tool, score: score(tool) })).filter((entry) => entry.score >= 10);
  return ranked.toSorted((a, b) => b.score - a.score)[0]?.tool;
}

function isKeeper(model: Model, tool: Element): boolean {
  const family = toolFamily(tool);
  const team = target(model, tool, "accountable");
  return (family === "operations" || family === "data") && !isMarketing(team);
}

function moveTo(model: Model, tool: Element, value: Value, data: Element, keeper: Element): Fix {
  const already = targets(model, keeper, "owns").some((owned) => owned === data || owned === data.parent);
  const owning = already ? [] : [addValue(model, keeper, "owns", referenceTo(model, data, keeper))];
  return {
    title: {
      en: `Let '${keeper.name}' own '${data.name}', and '${tool.name}' read it`,
      fr: `Confier « ${data.name} » à « ${keeper.name} », que « ${tool.name} » le lise`,
    },
    edits: [...readInsteadOfOwn(model, tool, value, data), ...owning],
  };
}

/** Without a tool that fits: a new system of record, under the team that answers for the domain. */
function moveToNew(model: Model, tool: Element, value: Value, data: Element): Fix {
  const domain = domainOf(data);
  const id = freeName(model, tool.path, `${domain.id}-records`);
  const team = [target(model, domain, "accountable"), ...ofKind(model, "team").filter(isDataTeam)].find(
    (candidate) => candidate && !isMarketing(candidate),
  );
  const name = (element: Element) => referenceTo(model, element, tool);
  const lines = [
    `tool ${id} ${writeString(`Records of ${domain.label}`)} {`,
    "  category mdm",
    ...(team ? [`  accountable ${name(team)}`] : []),
    `  owns ${name(data)}`,
    "}",
    "",
    `flow ${id} -> ${name(tool)} {`,
    `  carries ${name(data)}`,
    "}",
  ];
  return {
    title: {
      en: `Give '${data.name}' a system of record of its own ('${id}'), and let '${tool.name}' read it`,
      fr: `Donner à « ${data.name} » son propre référentiel (« ${id} »), que « ${tool.name} » le lise`,
    },
    edits: [
      ...readInsteadOfOwn(model, tool, value, data),
      appendStatement(model, tool.path, lines.join("\n")),
    ],
  };
}

function isDataTeam(team: Element): boolean {
  const role = wordOf(team, "function");
  return role === "data" || role === "it";
}
