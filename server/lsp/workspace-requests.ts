import { RequestType } from "vscode-languageserver";
import type { Locale } from "../../grammar/finding.ts";
import { modelOf } from "../model/link.ts";
import type { Project } from "../model/snapshot.ts";
import { scorecardInSteps } from "../report/scorecard.ts";
import { pageStyle } from "../report/telling/html-style.ts";
import { htmlPage, htmlScorecard } from "../report/telling/html.ts";
import { markdownScorecards } from "../report/telling/markdown.ts";
import type { Reported } from "../report/telling/reported.ts";
import { verdictOf } from "../rules/check.ts";
import { answerLong, type Asked, type Row } from "./answer.ts";
import { documentPath } from "./params.ts";
import { folderName, projectAt, projectId } from "./project-id.ts";
import {
  checkRequest,
  exportScorecardRequest,
  projectsRequest,
  scorecardRequest,
  type CheckedProject,
  type CheckParams,
  type CheckResult,
  type ExportParams,
  type ExportResult,
  type ProjectsResult,
  type ScorecardResult,
} from "./protocol.ts";
import type { State } from "./state.ts";
import { judging, type Work } from "./work.ts";

/** What the extension asks about all projects of a workspace. */
export const workspaceRows: readonly Row[] = [
  answerLong(
    new RequestType<object, ProjectsResult, void>(projectsRequest),
    () => ({}),
    function* ({ state }): Work<ProjectsResult> {
      yield;
      const projects = projectsOf(state, undefined);
      return {
        projects: projects.map((project) => ({
          project: projectId(state, project),
          files: project.files.length,
        })),
      };
    },
  ),
  answerLong(
    new RequestType<CheckParams, CheckResult, void>(checkRequest),
    () => ({}),
    function* ({ state }, params): Work<CheckResult> {
      const projects = projectsOf(state, documentPath(params));
      yield* judging(projects);
      return { projects: projects.map((project) => checked(state, project)) };
    },
  ),
  answerLong(
    new RequestType<object, ScorecardResult, void>(scorecardRequest),
    () => ({}),
    function* (asked): Work<ScorecardResult> {
      const reports = yield* reporting(asked);
      const locale = localeOf(asked);
      const cards = reports.map(({ project, reported }, index) => {
        const { byName } = modelOf(project);
        const { uri } = projectId(asked.state, project);
        const links = { project: uri, has: (name: string) => byName.has(name) };
        return htmlScorecard(reported, { locale, id: `card${index + 1}`, links });
      });
      return { html: cards.length > 0 ? cards.join("\n") : undefined, style: pageStyle };
    },
  ),
  answerLong(
    new RequestType<ExportParams, ExportResult, void>(exportScorecardRequest),
    () => ({}),
    function* (asked, { format }): Work<ExportResult> {
      const reports = (yield* reporting(asked)).map(({ reported }) => reported);
      if (reports.length === 0) return {};
      const write = format === "html" ? htmlPage : markdownScorecards;
      return { text: write(reports, localeOf(asked)) };
    },
    ["format"],
  ),
];

/** The scorecards of all projects, in the order of their names. */
function* reporting({
  state,
}: Asked): Work<readonly { readonly project: Project; readonly reported: Reported }[]> {
  const projects = projectsOf(state, undefined);
  yield* judging(projects);
  const reports = [];
  for (const project of projects) {
    const { root, settings } = project;
    const reported = {
      name: projectId(state, project).name,
      root: folderName(root),
      today: settings.today,
      scorecard: yield* scorecardInSteps(modelOf(project), verdictOf(project)),
    };
    reports.push({ project, reported });
    yield;
  }
  return reports;
}

/** The language of the person, else that of the first project. */
function localeOf({ state, client }: Asked): Locale {
  return client.locale ?? projectsOf(state, undefined)[0]?.settings.locale ?? "en";
}

/** The project of a document, or all of them, in the order of their names, where none is asked for. */
function projectsOf(state: State, path: string | undefined): readonly Project[] {
  if (path !== undefined) {
    const project = projectAt(state.snapshot, path);
    return project ? [project] : [];
  }
  const named = [...state.snapshot.projects.values()].map((project) => ({
    project,
    name: projectId(state, project).name,
  }));
  return named.toSorted((a, b) => a.name.localeCompare(b.name)).map(({ project }) => project);
}

function checked(state: State, project: Project): CheckedProject {
  const { findings, waived } = verdictOf(project);
  const count = (severity: "error" | "warning" | "info"): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    project: projectId(state, project),
    error: count("error"),
    warning: count("warning"),
    info: count("info"),
    waived: waived.length,
    files: project.files.length,
    elements: modelOf(project).elements.length,
  };
}
