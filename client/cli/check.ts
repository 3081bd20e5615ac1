import type { Severity } from "../../grammar/finding.ts";
import { askedFor } from "./asked.ts";
import { against, surplus, updated, type Against } from "./baseline/baseline.ts";
import { baselineText, readBaseline, scoped } from "./baseline/file.ts";
import { baselineMessages } from "./baseline/messages.ts";
import { allFindings, check as checkWorkspace, type Owned } from "./checked.ts";
import { emit, localeFor, note, paintFor, save, settingsFor, type CommonOptions } from "./common.ts";
import { absolute, shown } from "./disk.ts";
import { cliMessages as say } from "./messages.ts";
import type { Outcome } from "./findings/outcome.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { withProgress } from "./progress.ts";
import type { Workspace } from "./workspace.ts";

export interface CheckOptions extends CommonOptions {
  readonly format: "pretty" | "gcc" | "json" | "github" | "sarif" | "gitlab" | "rdjson" | "junit";
  readonly failOn: Severity | "never";
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** `bizarch check`: the findings, and exit code 1 where one is at or over the threshold. */
export async function check(ports: Ports, paths: readonly string[], options: CheckOptions): Promise<number> {
  if (options.updateBaseline && options.baseline === undefined) {
    throw new Refusal(baselineMessages.whichOne());
  }
  const workspace = await askedFor(ports, paths, settingsFor(ports, options));
  const locale = localeFor(options, workspace.projects);
  const speaking = { ...options, locale };
  for (const path of workspace.excluded) note(ports, speaking, say.excluded(shown(ports.cwd, path)));
  if (workspace.projects.length === 0) note(ports, speaking, say.nothingThere());
  const files = [...workspace.snapshot.files.values()];
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  const message = say.checking(files.length);
  const all = withProgress(ports, speaking, { message, size }, () => allFindings(workspace));
  const baseline = heldAgainst(ports, workspace, all, speaking);
  const checked = checkWorkspace(workspace, all, baseline?.known ?? new Set());
  const outcome = { ...checked, projects: workspace.projects, baseline, cwd: ports.cwd, locale };
  emit(ports, options, await written(ports, outcome, options));
  return isOver(outcome, options.failOn) ? 1 : 0;
}

/** What the baseline makes of the findings, after it was brought up to date where that was asked; undefined without one. */
function heldAgainst(
  ports: Ports,
  workspace: Workspace,
  all: readonly Owned[],
  options: CheckOptions,
): Against | undefined {
  const { baseline: file, updateBaseline } = options;
  if (file === undefined) return undefined;
  const recorded = readBaseline(ports.cwd, file);
  if (!recorded && !updateBaseline) throw new Refusal(baselineMessages.none(file));
  const { baseline, scope } = scoped(ports.cwd, file, recorded ?? [], workspace);
  if (!updateBaseline) {
    const result = against(baseline, all, scope);
    if (result.stale.length > 0) note(ports, options, baselineMessages.stale(file, result.stale));
    return result;
  }
  const now = updated(baseline, all, scope);
  save(absolute(ports.cwd, file), file, baselineText(now));
  note(ports, options, baselineMessages.updated(file, surplus(now, baseline), surplus(baseline, now)));
  return against(now, all, scope);
}

/** The outcome in the format that was asked for. Only that format is loaded. */
async function written(ports: Ports, outcome: Outcome, options: CheckOptions): Promise<string> {
  switch (options.format) {
    case "gcc":
      return (await import("./findings/gcc.ts")).gccFindings(outcome);
    case "json":
      return (await import("./findings/json.ts")).jsonFindings(outcome);
    case "github":
      return (await import("./findings/github.ts")).githubFindings(outcome);
    case "sarif":
      return (await import("./findings/sarif.ts")).sarifFindings(outcome, options.quiet === true);
    case "gitlab":
      return (await import("./findings/gitlab.ts")).gitlabFindings(outcome);
    case "rdjson":
      return (await import("./findings/rdjson.ts")).rdjsonFindings(outcome);
    case "junit":
      return (await import("./findings/junit.ts")).junitFindings(outcome);
    default: {
      const { prettyFindings } = await import("./findings/pretty.ts");
      const paint = paintFor(ports, options);
      return prettyFindings(outcome, {
        paint,
        columns: ports.out.columns,
        quiet: options.quiet === true,
      });
    }
  }
}

const ORDER = ["info", "warning", "error"] as const;

function isOver({ findings }: Outcome, threshold: Severity | "never"): boolean {
  if (threshold === "never") return false;
  return findings.some(({ finding }) => ORDER.indexOf(finding.severity) >= ORDER.indexOf(threshold));
}
