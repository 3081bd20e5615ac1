import { expect, test } from "vitest";
import { filtered } from "../../client/diagram/filter.ts";
import { search } from "../../client/panel/search.ts";
import { turned } from "../../client/panel/table-sorting.ts";
import { viewGraph } from "../../server/views/views.ts";
import { judge } from "../support/verdict.ts";

test("a heading sorts up, then down, then not at all; another one begins anew", () => {
  const up = turned(undefined, "a");
  expect(up).toEqual({ column: "a", down: false });
  const down = turned(up, "a");
  expect(down).toEqual({ column: "a", down: true });
  expect(turned(down, "a")).toBeUndefined();
  expect(turned(down, "b")).toEqual({ column: "b", down: false });
});

const HOUSE = `
  domain d { entity Foyer personal; entity Prix }
  stakeholder foyers "Les foyers" { kind customer }
  tool pim "Référentiel" { category pim; owns d }
  tool crm { category crm; reads d.Foyer }
  flow pim -> crm { carries d.Prix }
  flow crm -> foyers { carries d.Foyer }
`;

test("a search finds rows and columns", () => {
  const graph = viewGraph(judge(HOUSE).model, [], "matrix");
  if (!graph) throw new Error("There is no matrix.");
  expect(search(graph, "foyer")).toEqual(["row:d.Foyer"]);
  expect(search(graph, "referentiel")).toEqual(["column:pim"]);
});

test("a filter leaves of a table what is told of the lines that are left", () => {
  const graph = viewGraph(judge(HOUSE).model, [], "flows");
  if (!graph) throw new Error("There are no flows.");
  const rows = filtered(graph, { kind: ["tool"] }).table?.rows;
  expect(rows?.map(({ name }) => name)).toEqual(["pim -> crm"]);
});
