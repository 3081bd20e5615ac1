import type { Model } from "../model/model.ts";
import { ofKind } from "../model/query.ts";
import { customView } from "./custom.ts";
import type { ViewFinding } from "./node.ts";
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

/** What begins the id of the trace of an element, whose name follows: `trace:pim`. */
const TRACE = "trace:";

/** What a view shows; undefined where the architecture has no view of that name, or no element to trace. */
export function viewGraph(model: Model, findings: readonly ViewFinding[], id: string): ViewGraph | undefined {
  if (id === DEFAULT_VIEW) return storeys(model, findings);
  const view = ofKind(model, "view").find(({ name }) => name === id);
  if (view) return customView(model, view, findings);
  if (id.startsWith(TRACE)) return traceOf(model, findings, id);
  const standard = standardViews.find((one) => one.id === id);
  if (!standard?.isThere(model)) return undefined;
  const title = standard.title[model.project.settings.locale];
  return standard.graph(model, findings, { id, title, of: titleOf(model) });
}

function traceOf(model: Model, findings: readonly ViewFinding[], id: string): ViewGraph | undefined {
  const named = model.byName.get(id.slice(TRACE.length));
  const element = named?.kind.name === "attribute" ? named.parent : named;
  if (!element || element.kind.storey === "meta") return undefined;
  const { locale } = model.project.settings;
  const title = {
    en: `${element.label}, and what it is there for`,
    fr: `${element.label} : à quoi cela sert`,
  };
  return trace(model, element, findings, { id, title: title[locale], of: titleOf(model) });
}
