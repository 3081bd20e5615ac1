import { modelOf } from "../../server/model/link.ts";
import type { Project } from "../../server/model/snapshot.ts";
import { scorecard } from "../../server/report/scorecard.ts";
import { htmlPage } from "../../server/report/telling/html.ts";
import { markdownScorecards } from "../../server/report/telling/markdown.ts";
import { prettyScorecards } from "../../server/report/telling/pretty.ts";
import type { Reported } from "../../server/report/telling/reported.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { emit, localeFor, note, paintFor, settingsFor, type CommonOptions } from "./common.ts";
import { absolute, shown } from "./disk.ts";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { withProgress } from "./progress.ts";
import { workspaceAt, workspaceOf, type Workspace } from "./workspace.ts";

export interface ReportOptions extends CommonOptions {
  readonly format: "pretty" | "json" | "markdown" | "html";
}

/** `bizarch report`: the scorecard of each project that a path means. It judges nothing, so it ends with 0. */
export async function report(
  ports: Ports,
  path: string | undefined,
  options: ReportOptions,
): Promise<number> {
  const workspace = await workspaceFor(ports, path, options);
  for (const file of workspace.excluded) note(ports, options, say.excluded(shown(ports.cwd, file)));
  for (const { site, message } of workspace.flaws) {
    note(ports, options, say.leftOut(shown(ports.cwd, site.path), message));
  }
  if (workspace.projects.length === 0) note(ports, options, say.nothingThere());
  const files = [...workspace.snapshot.files.values()];
  const size = files.reduce((sum, { text }) => sum + text.length, 0);
  const message = say.checking(files.length);
  const reports = withProgress(ports, options, { message, size }, () =>
    workspace.projects.map((project) => reported(ports, project)),
  );
  emit(ports, options, written(ports, workspace, reports, options));
  return 0;
}

async function workspaceFor(
  ports: Ports,
  path: string | undefined,
  options: ReportOptions,
): Promise<Workspace> {
  const settings = settingsFor(ports, options);
  if (path === "-") return workspaceOf(absolute(ports.cwd, "-"), await ports.stdin(), settings);
  return workspaceAt(ports.cwd, path === undefined ? [] : [path], settings);
}

function reported({ cwd }: Ports, project: Project): Reported {
  const { root, config, settings } = project;
  const name = config.name ?? root.slice(root.lastIndexOf("/") + 1);
  const card = scorecard(modelOf(project), verdictOf(project));
  return { name, root: shown(cwd, root), today: settings.today, scorecard: card };
}

function written(
  ports: Ports,
  { projects }: Workspace,
  reports: readonly Reported[],
  options: ReportOptions,
): string {
  if (options.format === "json") return `${JSON.stringify(reportJson(reports), undefined, 2)}\n`;
  const locale = localeFor(options, projects);
  if (options.format === "markdown") return markdownScorecards(reports, locale);
  if (options.format === "html") return htmlPage(reports, locale);
  return prettyScorecards(reports, { locale, paint: paintFor(ports, options), columns: ports.out.columns });
}

/**
 * The contract for programs: a scorecard for each project, in the order of their folders. Names are qualified names, a
 * share is a number from 0 to 1, and null where there is nothing to measure. Within version 1 properties may be added.
 */
function reportJson(reports: readonly Reported[]) {
  return {
    version: 1,
    projects: reports.map(({ name, root, today, scorecard: card }) => ({ name, root, today, ...card })),
  };
}
