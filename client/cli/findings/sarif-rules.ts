import type { ReportingDescriptor, Result } from "sarif";
import type { Severity } from "../../../grammar/finding.ts";
import { modelOf } from "../../../server/model/link.ts";
import type { Element } from "../../../server/model/model.ts";
import { textOf } from "../../../server/model/query.ts";
import { markdownText } from "../../../server/review/markdown-text.ts";
import { shortened, terminalText } from "../../../server/review/terminal.ts";
import { docsUrl } from "../../../server/rules/docs.ts";
import { ruleNamed } from "../../../server/rules/index.ts";
import { languageRules } from "../../../server/rules/language/index.ts";
import { ownRule } from "../../../server/rules/own-rule.ts";
import { ownRules } from "../../../server/rules/policy.ts";
import type { Told } from "../checked.ts";
import { pageIntro } from "../render/page.ts";

export const SARIF_LEVELS = { error: "error", warning: "warning", info: "note" } as const satisfies Record<
  Severity,
  Result.level
>;

/** GitHub reads no more of a description. */
const LONGEST = 1000;

/** The rules that findings are of, each once, in the order of their names. */
export function sarifRules(findings: readonly Told[]): readonly ReportingDescriptor[] {
  const first = new Map<string, Told>();
  for (const told of findings) if (!first.has(told.finding.rule)) first.set(told.finding.rule, told);
  const byName = [...first].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return byName.map(([name, told]) => documented(name) ?? declared(name, told) ?? { id: name });
}

/** A rule of the product: its page is its help. */
function documented(name: string): ReportingDescriptor | undefined {
  const own = ruleNamed(name);
  const rule = own ?? languageRules.find((candidate) => candidate.name === name);
  if (!rule) return undefined;
  const [why = name, ...more] = pageIntro(rule.page);
  const helpUri = docsUrl(name);
  return {
    id: name,
    shortDescription: { text: shortened(why, LONGEST) },
    fullDescription: { text: shortened([why, ...more].join(" "), LONGEST) },
    help: { text: rule.page, markdown: rule.page },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: SARIF_LEVELS[rule.severity] },
    properties: { tags: ["business-architecture", own ? "rule" : "language"] },
  };
}

/** A rule that the project declares itself: what it says is its help, and its description is Markdown already. */
function declared(name: string, { project }: Told): ReportingDescriptor | undefined {
  const rule = project && ownRules(modelOf(project)).find(({ id }) => id === name);
  if (!rule) return undefined;
  const title = plain(rule.title ?? name);
  const reason = textOf(rule, "because");
  const parts = [title, ...(reason === undefined ? [] : [plain(reason)])];
  return {
    id: name,
    shortDescription: { text: shortened(title, LONGEST) },
    fullDescription: { text: shortened(parts.join(" "), LONGEST) },
    help: helpOf(rule, parts),
    defaultConfiguration: { level: SARIF_LEVELS[ownRule(rule).severity] },
    properties: { tags: ["business-architecture", "own-rule"] },
  };
}

function helpOf({ description }: Element, parts: readonly string[]) {
  const more = description === undefined ? [] : [description];
  return {
    text: [...parts, ...more].join("\n\n"),
    markdown: [...parts.map((part) => markdownText(part, LONGEST)), ...more].join("\n\n"),
  };
}

/** A title on one line that has at least a character. */
function plain(text: string): string {
  return terminalText(text.replace(/\s+/g, " ")).trim() || "-";
}
