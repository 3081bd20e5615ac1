import { nearest } from "../../grammar/near.ts";
import { kinds, policyWords, writtenKind } from "../../grammar/schema.ts";
import { docsUrl } from "../../server/rules/docs.ts";
import { ruleNamed, rules } from "../../server/rules/index.ts";
import { languageRules } from "../../server/rules/language/index.ts";
import { emit, paintFor, type CommonOptions } from "./common.ts";
import { kindPage, policyPage } from "./kind-page.ts";
import { cliMessages as say } from "./messages.ts";
import { table, terminalPage, type PageLook } from "./page.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";

/** `bizarch explain`: a page of documentation about a rule or a kind; without a name, what there is to explain. */
export function explain(ports: Ports, name: string | undefined, options: CommonOptions): number {
  const look: PageLook = { paint: paintFor(ports, options), columns: Math.min(ports.out.columns, 100) };
  emit(ports, options, name === undefined ? contents(look) : pageOf(name, look));
  return 0;
}

function pageOf(name: string, look: PageLook): string {
  const rule = ruleNamed(name) ?? languageRules.find((candidate) => candidate.name === name);
  if (rule) return rulePage(rule, look);
  if (name === "policy") return policyPage(look);
  const kind = writtenKind(name) ?? kinds.find((row) => row.name === name);
  if (kind) return kindPage(kind, look);
  const alias = kinds.find(({ also }) => also.includes(name.toLowerCase()));
  throw new Refusal(say.nothingToExplain(name, alias?.name ?? nearest(name, names())));
}

function names(): readonly string[] {
  return [...rules, ...languageRules, ...kinds].map(({ name }) => name).concat("policy");
}

type PagedRule = (typeof rules)[number] | (typeof languageRules)[number];

function rulePage(rule: PagedRule, look: PageLook): string {
  const { paint } = look;
  const facts = [
    `severity ${rule.severity}`,
    ...("check" in rule
      ? rule.starter
        ? ["also in the profile starter"]
        : []
      : ["part of the language, always on"]),
  ];
  const parameters = "check" in rule ? parametersOf(rule, look) : [];
  const url = docsUrl(rule.name) ?? "";
  const end = [paint.dim(facts.join(", ")), paint.dim(paint.link(url, url)), ""];
  return [terminalPage(rule.page, look), ...parameters, ...end].join("\n");
}

function parametersOf({ name, parameters }: (typeof rules)[number], { paint }: PageLook): readonly string[] {
  const rows = Object.entries(parameters);
  if (rows.length === 0) return [];
  const lines = rows.map(([parameter, { value, doc }]) => {
    const written = typeof value === "number" ? String(value) : value.join(", ");
    return `  ${paint.cyan(`policy { warning ${name} ${parameter} ${written || "…"} }`)}  ${doc}`;
  });
  return [paint.bold("Parameters"), "", ...lines, ""];
}

/** Everything that has a page, with a line on each. */
function contents(look: PageLook): string {
  const { paint } = look;
  const summary = (page: string): string =>
    page.split("\n").find((line) => line !== "" && !line.startsWith("#")) ?? "";
  const storeys = ["why", "what", "how", "meta"] as const;
  return [
    paint.bold("Rules"),
    ...table(
      rules.map(({ name, page }) => [name, summary(page)]),
      look,
    ),
    "",
    paint.bold("Rules of the language itself"),
    ...table(
      languageRules.map(({ name, page }) => [name, summary(page)]),
      look,
    ),
    ...storeys.flatMap((storey) => {
      const own = kinds.filter((kind) => kind.storey === storey).map(({ name, doc }) => [name, doc] as const);
      const policy = [["policy", policyWords.map(({ name }) => name).join(", ")]] as const;
      return [
        "",
        paint.bold(`Kinds · ${storey}`),
        ...table(storey === "meta" ? [...own, ...policy] : own, look),
      ];
    }),
    "",
    "bizarch explain NAME shows the page of one of them.",
    "",
  ].join("\n");
}
