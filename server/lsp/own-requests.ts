import { RequestType } from "vscode-languageserver";
import { modelOf } from "../model/link.ts";
import { elementAt } from "../model/place.ts";
import { projectOf, type Project } from "../model/snapshot.ts";
import { verdictOf } from "../rules/check.ts";
import { anonymised } from "../features/anonymised/anonymised.ts";
import { declared } from "../features/definition.ts";
import { renamedNames } from "../features/rename.ts";
import { elementCard } from "../features/hover-element.ts";
import { DEFAULT_VIEW, viewGraph, viewsOf } from "../views/views.ts";
import { answerAt, answerLong, documentOf, type Row } from "./answer.ts";
import { clientLocation } from "./convert.ts";
import { pathOf } from "./paths.ts";
import { projectAt, projectId } from "./project-id.ts";
import {
  anonymisedRequest,
  elementAtRequest,
  hoverRequest,
  locateRequest,
  renamedRequest,
  viewRequest,
  type AnonymisedParams,
  type AnonymisedResult,
  type ElementAtParams,
  type ElementAtResult,
  type HoverParams,
  type HoverResult,
  type LocateParams,
  type LocateResult,
  type RenamedParams,
  type RenamedResult,
  type ViewParams,
  type ViewResult,
} from "./protocol.ts";
import type { State } from "./state.ts";
import { judging, linking, type Work } from "./work.ts";

/** What the extension asks beyond LSP. */
export const ownRows: readonly Row[] = [
  answerLong(
    new RequestType<ViewParams, ViewResult | null, void>(viewRequest),
    () => ({}),
    function* ({ state }, params): Work<ViewResult | null> {
      const project = projectOf(state.snapshot, pathOf(documentOf(params).uri));
      if (!project) return null;
      yield* judging([project]);
      return viewOf(state, project, params.view);
    },
  ),
  answerLong(
    new RequestType<LocateParams, LocateResult | null, void>(locateRequest),
    () => ({}),
    function* ({ state }, params): Work<LocateResult | null> {
      const project = projectAt(state.snapshot, pathOf(documentOf(params).uri));
      const model = project && (yield* linking(project));
      const element = model?.byName.get(params.name);
      if (!model || !element) return null;
      const to = declared(model, element);
      return clientLocation(state, model, to.path, to.name);
    },
  ),
  answerAt(
    new RequestType<ElementAtParams, ElementAtResult | null, void>(elementAtRequest),
    () => ({}),
    ({ model, at, state }) => {
      const element = elementAt(model, at);
      return element ? { name: element.name, project: projectId(state, model.project).uri } : null;
    },
  ),
  answerAt(
    new RequestType<RenamedParams, RenamedResult | null, void>(renamedRequest),
    () => ({}),
    ({ model, at, state }, { newName }) => {
      const names = renamedNames(model, at, newName);
      if (!names) return null;
      const isView = model.byName.get(names.from)?.kind.name === "view";
      return { project: projectId(state, model.project).uri, ...names, isView };
    },
  ),
  answerLong(
    new RequestType<HoverParams, HoverResult | null, void>(hoverRequest),
    () => ({}),
    function* ({ state }, params): Work<HoverResult | null> {
      const project = projectAt(state.snapshot, pathOf(documentOf(params).uri));
      if (!project) return null;
      yield* judging([project]);
      const model = modelOf(project);
      const element = model.byName.get(params.name);
      return element ? { text: elementCard(model, element) } : null;
    },
  ),
  answerLong(
    new RequestType<AnonymisedParams, AnonymisedResult | null, void>(anonymisedRequest),
    () => ({}),
    function* ({ state }, { project: uri }): Work<AnonymisedResult | null> {
      const project = state.snapshot.projects.get(pathOf(uri));
      if (!project) return null;
      yield* judging([project]);
      return { files: anonymised(project).map(({ path: name, text }) => ({ name, text })) };
    },
    ["project"],
  ),
];

function viewOf(state: State, project: Project, wanted: string | undefined): ViewResult | null {
  const model = modelOf(project);
  const { findings } = verdictOf(project);
  const graph =
    viewGraph(model, findings, wanted ?? DEFAULT_VIEW) ?? viewGraph(model, findings, DEFAULT_VIEW);
  if (!graph) return null;
  const listed = viewsOf(model);
  // The trace of an element is among the choices for as long as it is shown.
  const isListed = listed.some(({ id }) => id === graph.view);
  const views = isListed ? listed : [...listed, { id: graph.view, title: graph.title }];
  return { graph, views, project: projectId(state, project) };
}
