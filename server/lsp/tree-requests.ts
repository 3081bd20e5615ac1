import { RequestType } from "vscode-languageserver";
import { architectureTree, treePath, type TreeNode } from "../features/architecture-tree.ts";
import { declared } from "../features/definition.ts";
import { KINDS } from "../model/kind-words.ts";
import { modelOf } from "../model/link.ts";
import type { Model } from "../model/model.ts";
import { elementAt } from "../model/place.ts";
import { projectOf } from "../model/snapshot.ts";
import { answerLong, documentOf, type Asked, type Row } from "./answer.ts";
import { clientLocation, offsetIn } from "./convert.ts";
import { pathOf } from "./paths.ts";
import { projectId } from "./project-id.ts";
import {
  treePathRequest,
  treeRequest,
  type ElementAtParams,
  type TreeItem,
  type TreeParams,
  type TreePathResult,
  type TreeResult,
} from "./protocol.ts";
import { judging, type Work } from "./work.ts";

/** What the tree of an architecture asks. */
export const treeRows: readonly Row[] = [
  answerLong(
    new RequestType<TreeParams, TreeResult | null, void>(treeRequest),
    () => ({}),
    function* (asked, { project: uri, at }): Work<TreeResult | null> {
      const project = asked.state.snapshot.projects.get(pathOf(uri));
      if (!project) return null;
      yield* judging([project]);
      const model = modelOf(project);
      return { items: architectureTree(model, at).map((node) => itemOf(asked, model, node)) };
    },
    ["project"],
  ),
  answerLong(
    new RequestType<ElementAtParams, TreePathResult | null, void>(treePathRequest),
    () => ({}),
    function* (asked, params): Work<TreePathResult | null> {
      const { state } = asked;
      const path = pathOf(documentOf(params).uri);
      const project = projectOf(state.snapshot, path);
      const file = state.snapshot.files.get(path);
      if (!project || !file) return null;
      yield* judging([project]);
      const model = modelOf(project);
      const element = elementAt(model, { path, offset: offsetIn(file, params.position) });
      const nodes = element ? treePath(model, element) : [];
      if (nodes.length === 0) return null;
      return { project: projectId(state, project), items: nodes.map((node) => itemOf(asked, model, node)) };
    },
    ["textDocument", "position"],
  ),
];

function itemOf({ state, client }: Asked, model: Model, node: TreeNode): TreeItem {
  const { at, element, findings, size } = node;
  if (element) {
    const { id: label, title, path } = element;
    const { storey, name: kind } = element.kind;
    const location = clientLocation(state, model, path, declared(model, element).name);
    return { at, storey, kind, label, title, findings, size, location };
  }
  const { storey, kind } = at;
  const locale = client.locale ?? model.project.settings.locale;
  return { at, storey, kind, label: kind && capital(KINDS[kind][locale]), findings, size };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
