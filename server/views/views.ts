import type { Message } from "../../grammar/finding.ts";
import type { Model } from "../model/model.ts";
import { ofKind } from "../model/query.ts";
import { around } from "./around.ts";
import { customView } from "./custom.ts";
import type { ViewFinding } from "./node.ts";
import { once } from "./once.ts";
import { standardViews } from "./standard.ts";
import { storeys, titleOf } from "./storeys.ts";
import { trace } from "./trace.ts";
import type { ViewGraph } from "./view-graph.ts";

/** A view that can be asked for. */
export interface View {
  /** What `--view` and the panel call it. */
  readonly id: string;
  readonly title: string;
}

/** The view that is shown unless another is asked for. */
export const DEFAULT_VIEW = "storeys";

/** The views of an architecture: those that every architecture has, then its own `view` statements. */
export function viewsOf(model: Model): readonly View[] {
  const { locale } = model.project.settings;
  const title = locale === "fr" ? "Étages" : "Storeys";
  const own = ofKind(model, "view").map(({ name, label }) => ({ id: name, title: label }));
  const taken = new Set(own.map(({ id }) => id));
  const standard = standardViews
    .filter(({ id, isThere }) => !taken.has(id) && isThere(model))
    .map(({ id, title }) => ({ id, title: title[locale] }));
  return [{ id: DEFAULT_VIEW, title }, ...standard, ...own.filter(({ id }) => id !== DEFAULT_VIEW)];
}

/**
 * What a view shows; undefined where the architecture has no view of that name. `trace:pim` and `around:pim`, with a depth
 * `around:pim:2`, are of an element, and undefined where there is none of that name.
 */
export function viewGraph(model: Model, findings: readonly ViewFinding[], id: string): ViewGraph | undefined {
  const graph = graphFor(model, findings, id);
  return graph && once(graph);
}

function graphFor(model: Model, findings: readonly ViewFinding[], id: string): ViewGraph | undefined {
  if (id === DEFAULT_VIEW) return storeys(model, findings);
  const view = ofKind(model, "view").find(({ name }) => name === id);
  if (view) return customView(model, view, findings);
  const standard = standardViews.find((one) => one.id === id);
  if (!standard) return elementView(model, findings, id);
  if (!standard.isThere(model)) return undefined;
  const title = standard.title[model.project.settings.locale];
  return standard.graph(model, findings, { id, title, of: titleOf(model) });
}

/** The part of a view's id before the first `:` is what it shows of the element that follows; no name has a `:`. */
function elementView(model: Model, findings: readonly ViewFinding[], id: string): ViewGraph | undefined {
  const [what, name = "", depth = "1"] = id.split(":");
  const named = model.byName.get(name);
  const element = named?.kind.name === "attribute" ? named.parent : named;
  if (!element || element.kind.storey === "meta" || !/^\d{1,2}$/.test(depth)) return undefined;
  const { locale } = model.project.settings;
  const titled = (title: Message) => ({ id, title: title[locale], of: titleOf(model) });
  const { label } = element;
  switch (what) {
    case "trace":
      return trace(
        model,
        findings,
        element,
        titled({ en: `${label}, and what it is there for`, fr: `${label} : à quoi cela sert` }),
      );
    case "around":
      return around(model, findings, element, {
        ...titled({ en: `Around ${label}`, fr: `Autour de ${label}` }),
        depth: Number(depth),
      });
    default:
      return undefined;
  }
}
