import type { Model } from "../model/model.ts";
import { edgesOf, textOf, type Edge } from "../model/query.ts";
import { flowFacts, flowLine } from "./flow.ts";
import { foundOn, lineOf, type ViewFinding } from "./node.ts";
import type { Standard } from "./standard-view.ts";
import { storeyGroups } from "./storey-groups.ts";
import { storeysOf, type Named } from "./storeys.ts";
import type { ViewEdge, ViewGraph } from "./view-graph.ts";
import type { Mark } from "./mark.ts";
import type { ViewCell, ViewColumn, ViewRow } from "./view-table.ts";

/** Where data goes: every flow as a line with a number, and below, by number, what it carries, how, and on what basis. */
export const flows: Standard = {
  id: "flows",
  title: { en: "Flows", fr: "Flux de données" },
  isThere: (model) => drawnFlows(model).length > 0,
  graph: flowsOf,
};

function flowsOf(model: Model, findings: readonly ViewFinding[], named: Named): ViewGraph {
  const drawn = drawnFlows(model);
  const ends = new Set(drawn.flatMap(({ ends: { from, to } }) => [from, to]));
  const lines = numbered(linesOf(model, drawn));
  const graph = storeysOf(model, findings, {
    ...named,
    shows: (element) => ends.has(element),
    lines: [...lines.keys()],
  });
  const numbers = new Map([...lines].flatMap(([{ number }, flows]) => flows.map((flow) => [flow, number])));
  const names = new Set(drawn.map(({ element }) => element.name));
  const found = foundOn(model, findings, (name) => names.has(name));
  const rows = drawn.map((flow): ViewRow => {
    const { element } = flow;
    return {
      id: element.name,
      name: element.name,
      kind: "flow",
      title: flow.ends.from.label,
      marks: [],
      finding: found.get(element.name),
      number: numbers.get(flow),
      section: "",
      cells: cellsOf(model, flow),
    };
  });
  const { locale } = model.project.settings;
  const byNumber = rows.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0));
  return {
    ...graph,
    table: { look: "text", title: words[locale].from, columns: columns[locale], rows: byNumber },
  };
}

/** More lines than this are drawn between the groups of their ends. */
const MANY = 40;

/** The lines that are drawn, each with the flows that it stands for. */
function linesOf(model: Model, drawn: readonly Edge[]): ReadonlyMap<ViewEdge, readonly Edge[]> {
  const single = new Map(drawn.map((flow) => [{ ...flowLine(model, flow), label: "" }, [flow]]));
  if (drawn.length <= MANY) return single;
  const groups = groupIds(model);
  const bundles = new Map<string, { readonly line: ViewEdge; readonly flows: Edge[] }>();
  for (const [line, flows] of single) {
    const [from = line.from, to = line.to] = [groups.get(line.from), groups.get(line.to)];
    // What stays inside a group is drawn between its members.
    const between = from === to ? line : lineOf("flow", from, to);
    const bundle = bundles.get(between.id) ?? { line: between, flows: [] };
    bundle.flows.push(...flows);
    bundles.set(between.id, bundle);
  }
  return new Map([...bundles.values()].map(({ line, flows }) => [{ ...line, count: flows.length }, flows]));
}

function numbered(lines: ReadonlyMap<ViewEdge, readonly Edge[]>): ReadonlyMap<ViewEdge, readonly Edge[]> {
  return new Map([...lines].map(([line, flows], index) => [{ ...line, number: index + 1 }, flows]));
}

function groupIds(model: Model): ReadonlyMap<string, string> {
  const groups = storeyGroups(model);
  return new Map(groups.flatMap(({ group, members }) => members.map(({ name }) => [name, group.id])));
}

/** All flows between two that can be drawn, those from the same sender together. */
function drawnFlows(model: Model): readonly Edge[] {
  const apart = edgesOf(model, "flow").filter(({ ends }) => ends.from !== ends.to);
  const order = new Map([...new Set(apart.map(({ ends }) => ends.from))].map((from, index) => [from, index]));
  return apart.toSorted((a, b) => (order.get(a.ends.from) ?? 0) - (order.get(b.ends.from) ?? 0));
}

function cellsOf(model: Model, { element, ends }: Edge): readonly ViewCell[] {
  const { data, personal, how, basis } = flowFacts(model, element);
  const marks: readonly Mark[] = [
    ...(personal ? (["personal"] as const) : []),
    ...(element.flags.has("anonymised") ? (["anonymised"] as const) : []),
  ];
  return [
    { text: ends.to.label, sign: undefined, marks: [] },
    { text: data, sign: undefined, marks },
    { text: how, sign: undefined, marks: [] },
    { text: basis, sign: undefined, marks: [] },
    { text: textOf(element, "purpose") ?? element.title ?? "", sign: undefined, marks: [] },
  ];
}

const words = { en: { from: "From" }, fr: { from: "De" } } as const;

const columns: Readonly<Record<"en" | "fr", readonly ViewColumn[]>> = {
  en: [
    { id: "to", name: undefined, title: "To" },
    { id: "data", name: undefined, title: "Carries" },
    { id: "how", name: undefined, title: "How" },
    { id: "basis", name: undefined, title: "Legal basis" },
    { id: "title", name: undefined, title: "What for" },
  ],
  fr: [
    { id: "to", name: undefined, title: "À" },
    { id: "data", name: undefined, title: "Transporte" },
    { id: "how", name: undefined, title: "Comment" },
    { id: "basis", name: undefined, title: "Base légale" },
    { id: "title", name: undefined, title: "Pour quoi" },
  ],
};
