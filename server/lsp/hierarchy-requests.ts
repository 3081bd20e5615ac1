import {
  CallHierarchyIncomingCallsRequest,
  CallHierarchyOutgoingCallsRequest,
  CallHierarchyPrepareRequest,
  TypeHierarchyPrepareRequest,
  TypeHierarchySubtypesRequest,
  TypeHierarchySupertypesRequest,
  type CallHierarchyItem,
  type Range,
} from "vscode-languageserver";
import { incomingFeeds, outgoingFeeds, type Neighbour } from "../features/call-hierarchy.ts";
import { declared } from "../features/definition.ts";
import { hierarchyAt, subtypes, supertypes } from "../features/type-hierarchy.ts";
import { fileAt, locate } from "../model/edit.ts";
import { modelOf } from "../model/link.ts";
import type { Element, Model } from "../model/model.ts";
import { elementAt } from "../model/place.ts";
import { projectOf } from "../model/snapshot.ts";
import { answer, answerAt, type Asked, type Row } from "./answer.ts";
import { clientLocation, offsetIn, rangeOf } from "./convert.ts";
import { pathOf } from "./paths.ts";
import type { State } from "./state.ts";
import { SYMBOLS } from "./symbol-kinds.ts";

/** Two ways through an architecture: where data goes (calls), and what is there for what (types). */
export const hierarchyRows: readonly Row[] = [
  answerAt(
    CallHierarchyPrepareRequest.type,
    () => ({ callHierarchyProvider: true }),
    ({ model, at, state }) => prepared(state, model, hierarchyAt(model, at)),
  ),
  answer(
    CallHierarchyIncomingCallsRequest.type,
    () => ({}),
    (asked, { item }) =>
      about(asked, item, ({ model, element }) =>
        incomingFeeds(model, element).map((neighbour) => ({
          from: itemOf(asked.state, model, neighbour.element),
          fromRanges: rangesIn(model, neighbour.element, neighbour),
        })),
      ),
  ),
  answer(
    CallHierarchyOutgoingCallsRequest.type,
    () => ({}),
    (asked, { item }) =>
      about(asked, item, ({ model, element }) =>
        outgoingFeeds(model, element).map((neighbour) => ({
          to: itemOf(asked.state, model, neighbour.element),
          fromRanges: rangesIn(model, element, neighbour),
        })),
      ),
  ),
  answerAt(
    TypeHierarchyPrepareRequest.type,
    () => ({ typeHierarchyProvider: true }),
    ({ model, at, state }) => prepared(state, model, hierarchyAt(model, at)),
  ),
  answer(
    TypeHierarchySupertypesRequest.type,
    () => ({}),
    (asked, { item }) =>
      about(asked, item, ({ model, element }) =>
        supertypes(model, element).map((one) => itemOf(asked.state, model, one)),
      ),
  ),
  answer(
    TypeHierarchySubtypesRequest.type,
    () => ({}),
    (asked, { item }) =>
      about(asked, item, ({ model, element }) =>
        subtypes(model, element).map((one) => itemOf(asked.state, model, one)),
      ),
  ),
];

/** Calls and types have items of one shape. */
function itemOf(state: State, model: Model, element: Element): CallHierarchyItem {
  const { name, kind, title, path } = element;
  const { whole, name: span } = declared(model, element);
  const { uri, range } = clientLocation(state, model, path, whole);
  return {
    name,
    kind: SYMBOLS[kind.name],
    detail: title === undefined || title === "" ? kind.name : `${kind.name} · ${title}`,
    uri,
    range,
    selectionRange: rangeOf(fileAt(model, path), span),
    data: { name },
  };
}

function prepared(state: State, model: Model, element: Element | undefined): CallHierarchyItem[] | null {
  return element ? [itemOf(state, model, element)] : null;
}

/** Answers about the element of an item; null where the architecture has it no more. */
function about<R>(
  { state }: Asked,
  item: CallHierarchyItem,
  run: (found: { readonly model: Model; readonly element: Element }) => R,
): R | null {
  const project = projectOf(state.snapshot, pathOf(item.uri));
  const model = project && modelOf(project);
  const element = model && elementOf(model, item);
  return model && element ? run({ model, element }) : null;
}

/** By the name that the item bears, and where a client did not keep it, by its place. */
function elementOf(model: Model, { data, uri, selectionRange }: CallHierarchyItem): Element | undefined {
  const kept: unknown = data;
  if (typeof kept === "object" && kept && "name" in kept && typeof kept.name === "string")
    return model.byName.get(kept.name);
  const file = fileAt(model, pathOf(uri));
  return file && elementAt(model, { path: file.path, offset: offsetIn(file, selectionRange.start) });
}

/** Where it is said, in the file of the element whose ranges a client expects; its name, where it is said elsewhere. */
function rangesIn(model: Model, element: Element, { sites }: Neighbour): Range[] {
  const { path } = element;
  const here = sites.filter((site) => site.path === path);
  const spans = here.length > 0 ? here.map((site) => locate(model, site)) : [declared(model, element).name];
  return spans.map((span) => rangeOf(fileAt(model, path), span));
}
