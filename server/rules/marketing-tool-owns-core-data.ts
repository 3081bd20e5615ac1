import type { Finding } from "../../grammar/finding.ts";
import { writeString } from "../../grammar/strings.ts";
import type { Value } from "../../grammar/tree.ts";
import { addValue, appendStatement, removeValue } from "../model/edit.ts";
import { siteIn, type Element, type Model } from "../model/model.ts";
import {
  domainOf,
  elementOf,
  holdsPersonal,
  isThere,
  isCore,
  ofKind,
  outgoing,
  says,
  sources,
  target,
  targets,
  toolFamily,
  toolsThere,
  valuesOf,
  wordOf,
} from "../model/query.ts";
import { freeName, referenceTo } from "../model/reference.ts";
import { isMarketing, keeperFor } from "./keeper.ts";
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
      fr: `« ${tool} » est un outil marketing (${category}) et possède « ${data} », qui est au cœur de l'entreprise : un mur porteur suivrait le sort d'un outil de campagne. Confiez-le à un outil opérationnel ou de données, et laissez « ${tool} » le lire.`,
    }),
    byTeam: (tool, team, data) => ({
      en: `'${tool}' answers to marketing ('${team}') and owns '${data}', which is core: the data that the company lives by would follow one department's needs. Let a tool of another team own it, and '${tool}' read it.`,
      fr: `« ${tool} » relève du marketing (« ${team} ») et possède « ${data} », qui est au cœur de l'entreprise : ses données vitales suivraient les besoins d'un seul service. Confiez-les à l'outil d'une autre équipe, et laissez « ${tool} » les lire.`,
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
        const core = { message, site: coreFlag(domain) };
        const team = target(model, tool, "accountable");
        const answers = team && isMarketing(team) ? [marketingTeam(team)] : [];
        const at = { element: tool, site, related: [core, ...answers] };
        if (isMarketingTool(model, tool))
          report(at, "byCategory", tool.name, wordOf(tool, "category") ?? "", data.name);
        else if (team && isMarketing(team)) report(at, "byTeam", tool.name, team.name, data.name);
      }
    }
  },
  fixes: (finding, model) => {
    const tool = elementOf(model, finding);
    const value = tool && valuesOf(tool, "owns").find(({ span }) => span === finding.site.span);
    const data = value && model.targets.get(value);
    if (!tool || !value || !data) return [];
    const twice = leaveOut(model, tool, value, data);
    if (twice) return [twice];
    const keeper = otherOwner(model, data, tool) ?? keeperFor(model, data, tool);
    return keeper ? [moveTo(model, tool, value, data, keeper)] : [moveToNew(model, tool, value, data)];
  },
});

/** Whether marketing would have the say over what a tool owns: by what the tool is, or by who answers for it. */
export function isUnderMarketing(model: Model, tool: Element): boolean {
  const team = target(model, tool, "accountable");
  return isMarketingTool(model, tool) || (team !== undefined && isMarketing(team));
}

/** Where the word `core` stands that makes the data a wall. */
function coreFlag(domain: Element): Finding["site"] {
  const flag = domain.declaration.flags.find(({ text }) => text === "core");
  const span = flag?.span ?? domain.declaration.statement.head.span;
  return { path: domain.path, top: domain.declaration.top, span };
}

function marketingTeam(team: Element) {
  const message = {
    en: `'${team.name}' has the function marketing.`,
    fr: `« ${team.name} » a pour fonction le marketing.`,
  };
  return { message, site: siteIn(team, valuesOf(team, "function")[0] ?? team.declaration.statement.head) };
}

/** Whether a tool serves marketing by what it is. A CRM does where marketing, or nobody, answers for it. */
function isMarketingTool(model: Model, tool: Element): boolean {
  if (toolFamily(tool) !== "marketing") return false;
  const team = target(model, tool, "accountable");
  // A team that is named and not known may be any.
  const isNobodys = team === undefined && !says(tool, "accountable");
  return wordOf(tool, "category") !== "crm" || isNobodys || (team !== undefined && isMarketing(team));
}

/** An entity of a domain that the tool owns as a whole is named for nothing; undefined where it is not so. */
function leaveOut(model: Model, tool: Element, value: Value, data: Element): Fix | undefined {
  const isPart = data.parent !== undefined && targets(model, tool, "owns").includes(data.parent);
  const edit = isPart && removeValue(model, tool, "owns", value);
  if (!edit || !data.parent) return undefined;
  const title = {
    en: `Leave out '${data.name}', for which '${data.parent.name}' stands already`,
    fr: `Retirer « ${data.name} », que « ${data.parent.name} » comprend déjà`,
  };
  return { title, edits: [edit] };
}

/** Another tool that owns all of the data today: with a third one there would be two for good. */
function otherOwner(model: Model, data: Element, tool: Element): Element | undefined {
  const owners = [data, data.parent].flatMap((owned) => (owned ? sources(model, owned, "owns") : []));
  return owners.find((owner) => owner !== tool && isThere(owner));
}

function moveTo(model: Model, tool: Element, value: Value, data: Element, keeper: Element): Fix {
  const already = targets(model, keeper, "owns").some((owned) => owned === data || owned === data.parent);
  const owning = already ? [] : [addValue(model, keeper, "owns", referenceTo(model, data, keeper))];
  return {
    title: {
      en: `Let '${keeper.name}' own '${data.name}', and '${tool.name}' read it`,
      fr: `Confier « ${data.name} » à « ${keeper.name} », et laisser « ${tool.name} » le lire`,
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
    // On what legal basis personal data may go, only the author knows.
    ...(holdsPersonal(data) ? [] : ["", `flow ${id} -> ${name(tool)} {`, `  carries ${name(data)}`, "}"]),
  ];
  return {
    title: {
      en: `Give '${data.name}' a system of record of its own ('${id}'), and let '${tool.name}' read it`,
      fr: `Donner à « ${data.name} » son propre référentiel (« ${id} »), et laisser « ${tool.name} » le lire`,
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
