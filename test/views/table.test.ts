import { expect, test } from "vitest";
import { viewGraph } from "../../server/views/views.ts";
import { ROWS, sorted, type Sorting } from "../../client/diagram/sort.ts";
import type { ViewTable } from "../../server/views/view-table.ts";
import { judge } from "../support/verdict.ts";

const HOUSE = `
  domain catalogue { entity Produit; entity Prix; entity Avis personal }
  domain vide
  tool pim { category pim; owns catalogue.Produit; reads catalogue }
  tool erp { category erp; owns catalogue.Prix; writes catalogue.Produit }
  tool vieux { category crm; status retired; owns catalogue.Avis }
  tool sourd { category crm }
  tool courriels { category email; reads catalogue.Avis, catalogue.Produit }
`;

function table(text: string, id = "matrix"): ViewTable {
  const found = viewGraph(judge(text).model, [], id)?.table;
  if (!found) throw new Error("There is no table.");
  return found;
}

/** A row on a line, with a letter for each column. */
function rows(told: ViewTable): readonly string[] {
  return told.rows.map(({ id, cells }) => `${id} ${cells.map(({ sign }) => sign?.[0] ?? "-").join("")}`);
}

test("a matrix has a row for each entity and a column for each tool that has to do with one", () => {
  const told = table(HOUSE);
  expect(told.columns.map(({ id }) => id)).toEqual(["courriels", "erp", "pim"]);
  expect(rows(told)).toEqual([
    "catalogue.Produit rwo",
    "catalogue.Prix -or",
    "catalogue.Avis r-r",
    "vide ---",
  ]);
  expect(told.rows.map(({ section }) => section)).toEqual(["catalogue", "catalogue", "catalogue", ""]);
  expect(told.rows[2]?.marks).toEqual(["personal"]);
});

test("a matrix says in which cell somebody holds what they should not", () => {
  const { model, verdict } = judge(`
    domain customer core { accountable data; entity Household; entity Tastes }
    team data { function data }
    tool cdp { category cdp; accountable data; owns customer.Household; reads customer.Tastes }
  `);
  const told = viewGraph(model, verdict.findings, "matrix")?.table;
  const found = told?.rows.map(({ cells }) => cells.map(({ finding }) => finding?.severity));
  expect(found).toEqual([["error"], [undefined]]);
});

test("a matrix is offered where a tool has to do with data", () => {
  expect(viewGraph(judge("domain d\ntool t { category crm }").model, [], "matrix")).toBeUndefined();
});

test.each<[Sorting, string]>([
  [undefined, "Produit Prix Avis vide"],
  [{ column: "pim", down: false }, "Produit Prix Avis vide"],
  [{ column: "pim", down: true }, "Prix Avis Produit vide"],
  [{ column: "erp", down: false }, "Prix Produit Avis vide"],
  [{ column: "courriels", down: true }, "Produit Avis Prix vide"],
  [{ column: ROWS, down: false }, "Avis Prix Produit vide"],
  [{ column: ROWS, down: true }, "vide Produit Prix Avis"],
  [{ column: "nothing", down: true }, "Produit Prix Avis vide"],
])("sorted by %o", (sorting, order) => {
  expect(
    sorted(table(HOUSE), sorting)
      .rows.map(({ title }) => title)
      .join(" "),
  ).toBe(order);
});

const FLOWS = `
  domain client { entity Foyer personal; entity Panier }
  stakeholder foyers "Foyers" { kind customer }
  tool site "Site" { category website }
  tool crm "CRM" { category crm }
  tool vieux { category crm; status retired }
  flow site -> crm "Comptes" { carries client.Foyer; mode api; every 1d; basis consent }
  flow foyers -> site { carries client.Panier; mode manual; every 2w; purpose "Commander" }
  flow site -> foyers anonymised { carries client }
  flow crm -> vieux
  flow crm -> crm
`;

test("flows are told by number: to whom, what, how, on what basis, what for", () => {
  const graph = viewGraph(judge(FLOWS).model, [], "flows");
  expect(graph?.edges.map(({ number, type, said }) => `${number} ${type} ${said}`)).toEqual([
    "1 flow Site sends Foyer to CRM, over an API, every day, on the basis of consent",
    "2 flow Site sends client to Foyers",
    "3 manual-flow Foyers sends Panier to Site, by hand, every 2 weeks",
  ]);
  const told = graph?.table?.rows.map(({ number, title, cells }) =>
    [number, title, ...cells.map(({ text, marks }) => [...marks, text].join(" "))].join(" | "),
  );
  expect(told).toEqual([
    "1 | Site | CRM | personal Foyer | over an API · every day | consent | Comptes",
    "2 | Site | Foyers | anonymised client |  |  | ",
    "3 | Foyers | Site | Panier | by hand · every 2 weeks |  | Commander",
  ]);
});

test("many flows are drawn between groups, and each is told under the number of its line", () => {
  const tools = Array.from(
    { length: 50 },
    (_, index) => `tool s${index} { category website }\nflow s${index} -> crm`,
  );
  const graph = viewGraph(
    judge(`tool crm { category crm }\ntool dmp { category dmp }\nflow crm -> dmp\n${tools.join("\n")}`).model,
    [],
    "flows",
  );
  expect(graph?.edges.map(({ number, count, from, to }) => `${number}: ${count} ${from} ${to}`)).toEqual([
    "1: 1 crm dmp",
    "2: 50 group:tools-channel-website group:tools-marketing",
  ]);
  expect(graph?.table?.rows.filter(({ number }) => number === 2)).toHaveLength(50);
});
