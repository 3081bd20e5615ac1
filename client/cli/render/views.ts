import { nearest } from "../../../grammar/near.ts";
import type { Model } from "../../../server/model/model.ts";
import { verdictOf } from "../../../server/rules/check.ts";
import { standardViews } from "../../../server/views/standard.ts";
import type { ViewGraph } from "../../../server/views/view-graph.ts";
import { DEFAULT_VIEW, viewGraph, viewsOf } from "../../../server/views/views.ts";
import { cliMessages as say } from "../messages.ts";
import { Refusal } from "../refusal.ts";
import type { RenderOptions } from "./options.ts";

/** A view that was asked for, and what it is called in a list of them. */
export interface AskedView {
  readonly id: string;
  readonly title: string;
  readonly graph: ViewGraph;
}

/**
 * The views that were named, each once; all that the architecture has where that was asked for, or where none was named and
 * `isForAll` says that there is room for all; else the one that is shown first everywhere.
 */
export function viewsAsked(
  model: Model,
  { view = [], all }: Pick<RenderOptions, "view" | "all">,
  isForAll: boolean,
): readonly AskedView[] {
  const known = viewsOf(model);
  const every = known.map(({ id }) => id);
  const wantsAll = all === true || (view.length === 0 && isForAll);
  const ids = wantsAll ? [...every, ...view] : view.length > 0 ? view : [DEFAULT_VIEW];
  return [...new Set(ids)].map((id) => {
    const graph = graphOf(model, id, every);
    return { id, graph, title: known.find((it) => it.id === id)?.title ?? graph.title };
  });
}

function graphOf(model: Model, id: string, known: readonly string[]): ViewGraph {
  const graph = viewGraph(model, verdictOf(model.project).findings, id);
  if (graph) return graph;
  if (standardViews.some((one) => one.id === id)) throw new Refusal(say.emptyView(id, known));
  const [, what, name] = /^(trace|around):([^:]+)/.exec(id) ?? [];
  if (what === undefined || name === undefined || model.byName.has(name))
    throw new Refusal(say.noSuchView(id, nearest(id, known), known));
  const names = model.elements.filter(({ kind }) => kind.storey !== "meta").map((one) => one.name);
  throw new Refusal(say.nothingAround(id, name, nearest(name, names)));
}
