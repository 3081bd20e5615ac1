import { expect, test } from "vitest";
import { viewGraph } from "../../server/views/views.ts";
import { ROWS, sorted, type Sorting, type ViewTable } from "../../server/views/view-table.ts";
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
