import { RequestType } from "vscode-languageserver";
import { modelOf } from "../model/link.ts";
import { projectOf, type Project } from "../model/snapshot.ts";
import { scorecard } from "../report/scorecard.ts";
import { markdownScorecards } from "../report/telling/markdown.ts";
import { verdictOf } from "../rules/check.ts";
import { architectureTree, type TreeNode } from "../features/architecture-tree.ts";
import { declared } from "../features/definition.ts";
import type { Model } from "../model/model.ts";
import { clientLocation } from "./convert.ts";
import { answerLong, type Row } from "./answer.ts";
import { documentPath } from "./params.ts";
import { folderOf, pathOf } from "./paths.ts";
import { projectId } from "./project-id.ts";
import {
  checkRequest,
  scorecardRequest,
  type CheckedProject,
  type CheckParams,
  type CheckResult,
  treeRequest,
  type ScorecardResult,
  type TreeItem,
  type TreeParams,
  type TreeResult,
} from "./protocol.ts";
import type { State } from "./state.ts";
import { judging, type Work } from "./work.ts";

/** What the extension asks about all projects of a workspace. */
export const workspaceRows: readonly Row[] = [
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
    new RequestType<TreeParams, TreeResult | null, void>(treeRequest),
    () => ({}),
    function* ({ state }, { project: uri, at }): Work<TreeResult | null> {
      const project = state.snapshot.projects.get(pathOf(uri));
      if (!project) return null;
      yield* judging([project]);
      const model = modelOf(project);
      return { items: architectureTree(model, at).map((node) => itemOf(state, model, node)) };
    },
    ["project"],
  ),
  answerLong(
    new RequestType<object, ScorecardResult, void>(scorecardRequest),
    () => ({}),
    function* ({ state, client }): Work<ScorecardResult> {
      const projects = projectsOf(state, undefined);
      yield* judging(projects);
      const reports = projects.map((project) => ({
        name: projectId(state, project).name,
        root: project.root.slice((folderOf(project.root) ?? "").length + 1),
        today: project.settings.today,
        scorecard: scorecard(modelOf(project), verdictOf(project)),
      }));
      const locale = client.locale ?? projects[0]?.settings.locale ?? "en";
      return { markdown: reports.length > 0 ? markdownScorecards(reports, locale) : undefined };
    },
  ),
];

function itemOf(
  state: State,
  model: Model,
  { at, element, findings, size, hasChildren }: TreeNode,
): TreeItem {
  const kind = element?.kind.name ?? ("storey" in at ? at.kind : undefined);
  if (!element) return { at, kind, findings, size, hasChildren };
  const location = clientLocation(state, model, element.path, declared(model, element).name);
  const { id: name, title } = element;
  return { at, kind, name, title, findings, size, hasChildren, location };
}

/** The project of a document, or all of them where none is asked for. */
function projectsOf({ snapshot }: State, path: string | undefined): readonly Project[] {
  if (path === undefined) return [...snapshot.projects.values()];
  const project = projectOf(snapshot, path);
  return project ? [project] : [];
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
