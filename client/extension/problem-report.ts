import type { AnonymisedResult } from "../../server/lsp/protocol.ts";
import type { Words } from "./words.ts";

/** What a report tells, besides what the person writes. */
export interface ProblemFacts {
  /** What runs where, and how it is set: a line each, with its name. */
  readonly circumstances: readonly (readonly [name: keyof Words["circumstances"], value: string])[];
  /** The settings under `bizarch`. */
  readonly settings: unknown;
  /** Left out where there is no architecture, or nobody who can copy it. */
  readonly files: AnonymisedResult["files"] | undefined;
  /** Where a report is filed. */
  readonly issues: string;
}

/** A report as Markdown, for a person to read and complete before anybody else sees it. */
export function problemReport(
  { circumstances, settings, files, issues }: ProblemFacts,
  words: Words,
): string {
  const report = words.problemReport;
  return [
    `# ${report.what}`,
    `<!-- ${report.intro(issues)} -->`,
    report.told,
    `## ${report.where}`,
    circumstances.map(([name, value]) => `- ${words.circumstances[name]}: ${inline(value)}`).join("\n"),
    fenced("json", JSON.stringify(settings ?? {}, undefined, 2)),
    `## ${report.architecture}`,
    files ? report.anonymised : report.none,
    ...(files ?? []).flatMap(({ name, text }) => [`### ${name}`, fenced(languageOf(name), text)]),
    "",
  ].join("\n\n");
}

function languageOf(name: string): string {
  return name.endsWith(".json") ? "json" : "bizarch";
}

/** A value on one line, as it is. */
function inline(value: string): string {
  return `\`${value.replaceAll(/[`\r\n]/g, " ")}\``;
}

/** A text between fences that are longer than any row of backticks in it. */
function fenced(language: string, text: string): string {
  const rows = text.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(2, ...rows.map(({ length }) => length)) + 1);
  return `${fence}${language}\n${text.replace(/\r?\n$/, "")}\n${fence}`;
}
