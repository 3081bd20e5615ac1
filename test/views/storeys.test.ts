import { expect, test } from "vitest";
import { storeys } from "../../server/views/storeys.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { judge } from "../support/verdict.ts";
import { unindent } from "../support/fixture.ts";

/** A view as text: storeys and rows, who stands in which group with what marks, and the lines. */
function check(text: string, expected: string): void {
  const { model, verdict } = judge(text);
  expect(printed(storeys(model, verdict.findings)).trimEnd()).toBe(unindent(expected).trimEnd());
}

function printed({ groups, nodes, edges }: ViewGraph): string {
  const shapes = groups.map((group) => {
    const members = nodes
      .filter((node) => node.group === group.id)
      .map((node) => named(node.name, node.marks));
    const title = group.title === "" ? group.id : group.title;
    return `${group.storey} ${group.row} ${named(title, group.marks)}: ${members.join(", ")}`;
  });
  const lines = edges.map(
    ({ type, from, to, count }) => `${from} ${type} ${to}${count > 1 ? ` x${count}` : ""}`,
  );
  return [...shapes, ...lines].join("\n");
}

function named(name: string, marks: readonly string[]): string {
  return marks.length === 0 ? name : `${name} (${marks.join(" ")})`;
}

test("why stands above what above how, walls hold their rooms, and the lines tell the story", () => {
  check(
    `
    mission eat
    goal fresh { serves eat }
    goal cold { serves fresh }
    business-model retail { serves eat }
    stakeholder household { kind customer }
    domain catalog core {
      embodies retail
      entity Product { sku: id key }
      entity Consent personal
    }
    team data { function data }
    tool pim { category pim; accountable data; owns catalog }
    tool shop { category website; reads catalog }
    flow pim -> shop { carries catalog.Product }
    `,
    `
    why 0 group:missions: eat
    why 1 group:goals-1: fresh
    why 2 group:goals-2: cold
    what 0 Stakeholders: household
    what 1 group:models: retail
    what 2 catalog (core): catalog.Product, catalog.Consent (personal)
    how 0 Channels: shop
    how 0 Operations: pim
    how 1 Teams: data
    fresh serves eat
    cold serves fresh
    retail serves eat
    catalog embodies retail
    pim owns catalog
    pim flow shop
    `,
  );
});

test("partitions are marked with where they are in their life", () => {
  check(
    `
    tool a { category crm; status legacy }
    tool b { category crm; status planned; owns customer }
    tool c { category crm; lifespan 6mo }
    tool d { category crm; lifespan 1y }
    domain customer generic
    `,
    `
    what 2 customer (generic):${" "}
    how 0 Marketing: b (planned), a (legacy), c (seasonal), d
    `,
  );
});

test("several entities of a domain make one line, and a room names its system of record", () => {
  const { model } = judge(`
    domain catalog { entity Product; entity Price }
    tool pim "Product information" { category pim; owns catalog.Product, catalog.Price }
  `);
  const { nodes, edges } = storeys(model, []);
  expect(edges.map(({ id }) => id)).toEqual(["pim owns catalog"]);
  expect(nodes.find(({ name }) => name === "catalog.Product")).toMatchObject({
    title: "Product",
    detail: "Product information",
  });
});

test("goals that serve each other in a circle are drawn all the same", () => {
  const { model } = judge("goal a { serves b }\ngoal b { serves a }\ngoal c { serves c }");
  expect(
    storeys(model, [])
      .nodes.map(({ name }) => name)
      .toSorted(),
  ).toEqual(["a", "b", "c"]);
});

test("many flows are drawn between groups, with their number", () => {
  const tools = Array.from(
    { length: 20 },
    (_, index) => `tool t${index} { category ${index % 2 ? "crm" : "erp"} }`,
  );
  const flows = Array.from({ length: 18 }, (_, index) => `flow t${index} -> t${index + 1}`);
  const { model } = judge([...tools, ...flows].join("\n"));
  expect(storeys(model, []).edges.map(({ from, to, count }) => [from, to, count])).toEqual([
    ["group:tools-operations", "group:tools-marketing", 9],
    ["group:tools-marketing", "group:tools-operations", 9],
  ]);
});

test("a large family of tools is shown by category", () => {
  const tools = Array.from(
    { length: 20 },
    (_, index) => `tool t${index} { category ${index % 3 ? "email" : "crm"} }`,
  );
  const { model } = judge(tools.join("\n"));
  const { groups } = storeys(model, []);
  expect(groups.map(({ title }) => title)).toEqual(["CRM", "Email"]);
});

test("what is found about a relation shows on its line, and on the tool", () => {
  const { model, verdict } = judge(`
    domain customer core { entity Profile personal }
    tool crm { category crm; owns customer.Profile }
  `);
  const findings = verdict.findings.filter(({ rule }) => rule === "marketing-tool-owns-core-data");
  const { nodes, edges } = storeys(model, findings);
  expect(nodes.find(({ name }) => name === "crm")?.finding).toMatchObject({ severity: "error", count: 1 });
  expect(edges.find(({ type }) => type === "owns")?.finding).toMatchObject({ severity: "error" });
});

test("what is found about an attribute shows on its entity, the gravest first", () => {
  const { model } = judge("domain customer { entity Profile { email: text } }");
  const site = { path: "", top: undefined, span: { start: 0, end: 0 } };
  const finding = (severity: "error" | "info", element: string) => ({
    severity,
    element,
    site,
    message: { en: `${severity} about ${element}`, fr: "" },
  });
  const found = [finding("info", "customer.Profile"), finding("error", "customer.Profile.email")];
  const { nodes } = storeys(model, found);
  expect(nodes[0]?.finding).toEqual({
    severity: "error",
    count: 2,
    message: "error about customer.Profile.email",
  });
});

test("a comment changes nothing", () => {
  const text = "mission eat\ntool pim { category pim }";
  const before = storeys(judge(text).model, []);
  expect(storeys(judge(`// A word.\n\n${text}`).model, [])).toEqual(before);
});

test("words and durations are those of the reader's language", () => {
  const text = 'mission eat "Manger mieux" { horizon 20y }\nstakeholder eater { kind customer }';
  const { nodes, groups } = storeys(judge(text, { locale: "fr" }).model, []);
  expect(nodes[0]?.detail).toBe("20 ans");
  expect(groups[1]?.title).toBe("Parties prenantes");
});

test("rooms are furnished with their attributes where there are few of them", () => {
  const domain = (entities: number) =>
    `domain catalog {\n${Array.from({ length: entities }, (_, index) => `entity E${index} { sku: id key; weight: number for logistics }`).join("\n")}\n}`;
  expect(storeys(judge(domain(20)).model, []).nodes[0]?.items).toEqual(["sku", "weight · logistics"]);
  expect(storeys(judge(domain(21)).model, []).nodes[0]?.items).toBeUndefined();
  const domains = (count: number): string =>
    Array.from({ length: count }, (_, index) => domain(1).replaceAll("catalog", `catalog-${index}`)).join(
      "\n",
    );
  const items = (text: string) => storeys(judge(text).model, []).nodes.some((it) => it.items);
  expect([4, 5].map((count) => items(domains(count)))).toEqual([true, false]);
});
