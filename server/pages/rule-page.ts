import type { Severity } from "../../grammar/finding.ts";
import type { Parameter, Rule } from "../rules/rule.ts";
import { codes, markdownTable } from "./markdown-table.ts";
import { factsOf, type PagedRule } from "./rule-facts.ts";

/** The page of a rule: its own page, then what the rule itself says and what its examples show. In Markdown. */
export function rulePage(rule: PagedRule): string {
  const facts = [
    severityOf(rule),
    ...("check" in rule ? [parametersOf(rule)] : []),
    fixesOf(rule),
    waiverOf(rule),
  ];
  return [marked(rule), ...facts].filter((part) => part !== "").join("\n\n");
}

/** The rule's own page, where each wrong example says which rules speak of it. */
function marked(rule: PagedRule): string {
  const { spoken } = factsOf(rule);
  const lines = rule.page.trimEnd().split("\n");
  for (const [line, names] of spoken) lines[line - 1] = `\`\`\`bizarch finds ${names.join(", ")}`;
  const [title = "", blank = "", why = "", ...rest] = lines;
  return [title, blank, why, "", glance(rule), ...rest].join("\n");
}

/** What one wants to know before reading on. */
function glance(rule: PagedRule): string {
  const facts = [
    rule.severity,
    ...("check" in rule ? (rule.starter ? ["also in the profile starter"] : []) : ["part of the language"]),
    ...(factsOf(rule).fixes.length > 0 ? ["with a quick fix"] : []),
  ];
  return `_${facts.join(", ")}_`;
}

function severityOf(rule: PagedRule): string {
  const { name, severity } = rule;
  const raised = severity === "info" ? "warning" : "error";
  if (!("check" in rule)) {
    const strict = raised === severity ? "" : `, under the profile \`strict\` ${withArticle(raised)}`;
    const always = `Part of the language: always asked, and ${withArticle(severity)}${strict}.`;
    return `## Severity\n\n${always}\nA policy cannot change that.`;
  }
  const rows = [
    ["`starter`", rule.starter ? severity : "not asked"],
    ["`recommended`", severity],
    ["`strict`", raised],
  ];
  const table = markdownTable(["profile", "what it finds is"], rows);
  const other = severity === "warning" ? "error" : "warning";
  const lines = policy(`${other} ${name}`);
  return `## Severity\n\n${table}\n\nThe profile is set in \`bizarch.json\`. A policy sets this rule apart, with \`error\`, \`warning\`, \`info\` or \`off\`:\n\n${lines}`;
}

function withArticle(severity: Severity): string {
  return severity === "info" ? "for information" : severity === "error" ? "an error" : "a warning";
}

function parametersOf({ name, severity, parameters }: Rule): string {
  const rows = Object.entries(parameters);
  if (rows.length === 0) return "";
  const table = markdownTable(
    ["parameter", "what it says", "value"],
    rows.map(([parameter, { doc, value, type }]) => [`\`${parameter}\``, doc, written(value, type)]),
  );
  const lines = rows.map(([parameter, given]) => `${severity} ${name} ${parameter} ${sampleOf(given)}`);
  return `## Parameters\n\n${table}\n\n${policy(...lines)}`;
}

function written(value: Parameter["value"], type: Parameter["type"]): string {
  if (typeof value === "number")
    return `\`${String(value)}${type === "percent" ? "%" : ""}\` unless it is set`;
  return value.length > 0 ? `${codes(value)} unless it is set` : "the rule is silent until it is set";
}

/** A value that is not the one that holds anyway. */
function sampleOf({ type, value, among }: Parameter): string {
  if (typeof value === "number") return type === "percent" ? `${String(value + 10)}%` : String(value + 5);
  return ["FR", "DE"].every((word) => among?.has(word))
    ? "FR, DE"
    : [...(among ?? ["one", "two"])].slice(0, 2).join(", ");
}

function fixesOf(rule: PagedRule): string {
  const { fixes } = factsOf(rule);
  if (fixes.length === 0) return "";
  const lines = fixes.map((title) => `- ${title.replaceAll(/'([^']+)'/g, "`$1`")}`);
  return `## Quick fixes\n\nIn the examples above, an editor offers to:\n\n${lines.join("\n")}`;
}

function waiverOf(rule: PagedRule): string {
  const { excused } = factsOf(rule);
  if (!excused) return "";
  const { example, element } = excused;
  const waiver = `allow ${rule.name} for ${element} because "Why it may be so for now" until 2027-06-30`;
  return [
    "## Exceptions",
    `Where the rule is right and one place has a good reason, a waiver says so until a day comes. For what is found in the first example:`,
    policy(waiver).replace("bizarch", `bizarch continues ${String(example)}`),
  ].join("\n\n");
}

function policy(...lines: readonly string[]): string {
  const body = lines.map((line) => `  ${line}`).join("\n");
  return `\`\`\`bizarch\npolicy {\n${body}\n}\n\`\`\``;
}
