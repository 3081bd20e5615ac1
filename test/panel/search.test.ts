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
