import type { Locale, Severity } from "../../grammar/finding.ts";
import { check as checkWorkspace, tally, type Checked } from "./checked.ts";
import { emit, localeFor, note, paintFor, settingsFor, type CommonOptions } from "./common.ts";
import { absolute, shown } from "./disk.ts";
import { findingJson } from "./finding-json.ts";
import { githubFindings } from "./findings-github.ts";
import { prettyFindings } from "./findings-pretty.ts";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { withProgress } from "./progress.ts";
import { Refusal } from "./refusal.ts";
import { workspaceAt, workspaceOf, type Workspace } from "./workspace.ts";

export interface CheckOptions extends CommonOptions {
  readonly format: "pretty" | "json" | "github";
  readonly failOn: Severity | "never";
}

/** `bizarch check`: the findings, and exit code 1 where one is at or over the threshold. */
export async function check(ports: Ports, paths: readonly string[], options: CheckOptions): Promise<number> {
  const workspace = await workspaceFor(ports, paths, options);
  for (const path of workspace.excluded) note(ports, options, say.excluded(shown(ports.cwd, path)));
  if (workspace.projects.length === 0) note(ports, options, say.nothingThere());
  const files = [...workspace.snapshot.files.values()];
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  const message = say.checking(files.length);
  const checked = withProgress(ports, options, { message, size }, () => checkWorkspace(workspace));
  emit(ports, options, written(ports, workspace, checked, options));
  return isOver(checked, options.failOn) ? 1 : 0;
}

async function workspaceFor(
  ports: Ports,
  paths: readonly string[],
  options: CheckOptions,
): Promise<Workspace> {
  const settings = settingsFor(ports, options);
  if (!paths.includes("-")) return workspaceAt(ports.cwd, paths, settings);
  if (paths.length > 1) throw new Refusal(say.stdinAlone());
  return workspaceOf(absolute(ports.cwd, "-"), await ports.stdin(), settings);
}

function written(ports: Ports, workspace: Workspace, checked: Checked, options: CheckOptions): string {
  const { cwd } = ports;
  const locale = localeFor(options, workspace.projects);
  if (options.format === "github") return githubFindings(checked, cwd, locale);
  if (options.format === "json") {
    return `${JSON.stringify(checkJson(workspace, checked, cwd, locale), undefined, 2)}\n`;
  }
  const paint = paintFor(ports, options);
  const { columns } = ports.out;
  const quiet = options.quiet === true;
  return prettyFindings(checked, { cwd, locale, paint, columns, quiet, projects: workspace.projects.length });
}

function checkJson({ projects }: Workspace, checked: Checked, cwd: string, locale: Locale) {
  const { findings, waived, files, elements } = checked;
  return {
    version: 1,
    projects: projects.map(({ root }) => shown(cwd, root)),
    findings: findings.map((placed) => findingJson(placed, cwd, locale)),
    waived: waived.map(({ rule, element, because, until }) => ({ rule, element, because, until })),
    summary: {
      ...tally(findings.map(({ finding }) => finding)),
      files,
      elements,
      waived: waived.length,
    },
  };
}

const ORDER = ["info", "warning", "error"] as const;

function isOver({ findings }: Checked, threshold: Severity | "never"): boolean {
  if (threshold === "never") return false;
  return findings.some(({ finding }) => ORDER.indexOf(finding.severity) >= ORDER.indexOf(threshold));
}
