import { expect, test } from "vitest";
import { search } from "../../client/panel/search.ts";
import { graph, group, house, node } from "../diagram/graphs.ts";

const shop = graph({
  locale: "fr",
  groups: [group("floor", { frame: "none" }), group("crm.tools", { title: "Outils de vente" })],
  nodes: [
    node("crm", { title: "Fidélité", detail: "Équipe Œuvre" }),
    node("till", { title: "Caisse", kind: "tool", group: "crm.tools" }),
    node("sales.Order", { title: "Order", kind: "entity" }),
  ],
});

test.each([
  ["fidelite", ["crm"]],
  ["FIDÉLITÉ", ["crm"]],
  ["equipe", ["crm"]],
  ["vente", ["crm.tools"]],
  ["sales.", ["sales.Order"]],
  ["entité", ["sales.Order"]],
  ["caisse outil", ["till"]],
  ["outil", ["crm.tools", "crm", "till"]],
  ["outil entité", []],
  ["(", []],
])("%s finds %j", (query, ids) => expect(search(shop, query)).toEqual(ids));

test("nothing is found while nothing is asked", () => {
  expect(search(house, "")).toEqual([]);
  expect(search(house, "  \t")).toEqual([]);
});

test("what is not drawn is not found", () => expect(search(shop, "floor")).toEqual([]));

test("what stands in a table is found by its headings and its texts", () => {
  const row = {
    name: "catalog.Product",
    kind: "entity",
    title: "Produit",
    marks: [],
    finding: undefined,
  } as const;
  const cells = [{ text: "par lots", sign: undefined, marks: [] }];
  const columns = [{ id: "pim", name: "pim", title: "Référentiel" }];
  const rows = [{ ...row, id: "p", number: undefined, section: "Catalogue", cells }];
  const table = graph({ table: { look: "text", title: "", columns, rows } });
  expect(search(table, "referentiel")).toEqual(["column:pim"]);
  expect(search(table, "catalogue lots")).toEqual(["row:p"]);
  expect(search(table, "autre")).toEqual([]);
});
