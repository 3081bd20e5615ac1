import { expect, test } from "vitest";
import { choicesOf, filtered, isFiltering, type Filter } from "../../client/diagram/filter.ts";
import { edge, graph, group, node } from "./graphs.ts";

const error = { severity: "error", count: 1, message: "!" } as const;

const shop = graph({
  groups: [
    group("sales", { kind: "domain", frame: "wall", parent: "walls" }),
    group("walls"),
    group("operations"),
  ],
  nodes: [
    node("sales.Order", { kind: "entity", group: "sales", tags: ["gdpr"] }),
    node("crm", { group: "operations", team: "Marketing", tags: ["saas", "gdpr"] }),
    node("till", { group: "operations", team: "Stores", finding: error }),
    node("stores", { kind: "team", team: "Stores" }),
  ],
  edges: [edge("crm", "till"), edge("crm", "sales.Order", { finding: error }), edge("till", "stores")],
});

test.each<[Filter, string]>([
  [{}, "sales walls operations sales.Order crm till stores, 3 lines"],
  [{ kind: [] }, "sales walls operations sales.Order crm till stores, 3 lines"],
  [{ kind: ["tool"] }, "operations crm till, 1 lines"],
  [{ kind: ["tool"], team: ["Stores"] }, "operations till, 0 lines"],
  [{ team: ["Stores", "Marketing"] }, "operations crm till stores, 2 lines"],
  [{ tag: ["gdpr"] }, "sales walls operations sales.Order crm, 1 lines"],
  [{ kind: ["domain"] }, "sales walls, 0 lines"],
  [{ finding: ["error"] }, "sales walls operations sales.Order crm till, 2 lines"],
  [{ finding: ["warning"] }, ", 0 lines"],
])("%j leaves %s", (filter, left) => {
  const { groups, nodes, edges } = filtered(shop, filter);
  const ids = [...groups, ...nodes].map(({ id }) => id).join(" ");
  expect(`${ids}, ${edges.length} lines`).toBe(left);
});

test("a filter without a choice is none", () => {
  expect(isFiltering({ tag: [] })).toBe(false);
  expect(filtered(shop, { tag: [] })).toBe(shop);
  expect(isFiltering({ tag: ["gdpr"] })).toBe(true);
});

test("the stages of a chain stay, since an empty one says something", () => {
  const chain = graph({
    layout: "lanes",
    groups: [group("collect", { frame: "lane" }), group("analyse", { frame: "lane" })],
    nodes: [node("crm", { group: "collect", tags: ["saas"] }), node("bi", { group: "analyse" })],
  });
  const left = filtered(chain, { tag: ["saas"] });
  expect(left.groups).toEqual(chain.groups);
  expect(left.nodes.map(({ id }) => id)).toEqual(["crm"]);
});

test("a row that tells of a line goes with it, any other is let through by itself", () => {
  const row = {
    name: "x",
    kind: "flow",
    title: "",
    marks: [],
    finding: undefined,
    section: "",
    cells: [],
  } as const;
  const table = { look: "text", title: "", columns: [], rows: [] } as const;
  const rows = [
    { ...row, id: "1", number: 1 },
    { ...row, id: "2", number: 2 },
    { ...row, id: "3", kind: "entity", number: undefined } as const,
  ];
  const told = graph({
    nodes: [node("crm", { tags: ["saas"] }), node("till", { tags: ["saas"] }), node("bi")],
    edges: [edge("crm", "till", { number: 1 }), edge("till", "bi", { number: 2 })],
    table: { ...table, rows },
  });
  const left = (filter: Filter) => filtered(told, filter).table?.rows.map(({ id }) => id);
  expect(left({ tag: ["saas"] })).toEqual(["1"]);
  expect(left({ kind: ["entity"] })).toEqual(["3"]);
  expect(choicesOf(told).kind.map(({ title }) => title)).toEqual(["Entity", "Tool"]);
});

test("one may choose by what there is, in the words of people, with how many there are", () => {
  const said = Object.entries(choicesOf(shop)).map(([facet, choices]) => {
    return `${facet}: ${choices.map(({ title, count }) => `${title} ${count}`).join(", ")}`;
  });
  expect(said).toEqual([
    "kind: Data domain 1, Entity 1, Team 1, Tool 2",
    "tag: gdpr 2, saas 1",
    "team: Marketing 1, Stores 2",
    "finding: errors 2",
  ]);
});
