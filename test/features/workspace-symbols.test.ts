import { expect, test } from "vitest";
import { workspaceSymbols } from "../../server/features/workspace-symbols.ts";
import { fixture, modelIn } from "../support/fixture.ts";

const HOUSE = modelIn(
  fixture(`
  //- a.bizarch
  domain référentiel-client "Clients" { accountable data-office; entity Fiche { nom: text } }
  domain catalog { entity Product; entity ProductPhoto }
  tool pim "Product information" { category pim; accountable data-office }
  tool product-mail { category email }
  team data-office "Data office" { function data }
  flow pim -> product-mail "Fiches 𝒳"
  tool { category erp }
`),
);

const found = (query: string): readonly string[] =>
  workspaceSymbols([HOUSE], query).map(({ element, container }) => `${element.name} (${container})`);

test("with kind, title, and who answers for it, be it by its domain", () => {
  expect(found("pim")[0]).toBe("pim (tool · Product information · Data office)");
  expect(found("fiche")[0]).toBe("référentiel-client.Fiche (entity · Data office)");
});

test.each([
  ["product", "catalog.Product"],
  ["prod", "product-mail"],
  ["cli", "référentiel-client"],
  ["refcli", "référentiel-client"],
  ["REFERENTIEL", "référentiel-client"],
  ["Référentiel", "référentiel-client"],
  ["référentiel-client.F", "référentiel-client.Fiche"],
  ["dao", "data-office"],
  ["pm", "product-mail"],
  ["data office", "data-office"],
  ["product information", "pim"],
  ["-> product-mail", "pim -> product-mail"],
  ["𝒳", "pim -> product-mail"],
])("%s finds %s first", (query, name) => {
  expect(workspaceSymbols([HOUSE], query)[0]?.element.name).toBe(name);
});

test("letters that are not all there in their order find nothing; no letters find everything that has a name", () => {
  expect(found("zzz")).toEqual([]);
  expect(found("mip-")).toEqual([]);
  expect(found("").length).toBe(10);
});

test("the projects of all folders, and no more than anybody reads", () => {
  const many = Array.from({ length: 400 }, (_, index) => `team team-${index} { function data }`);
  const models = [HOUSE, modelIn(fixture(many.join("\n")))];
  expect(workspaceSymbols(models, "team").length).toBe(256);
  expect(workspaceSymbols(models, "pim").map(({ model }) => model)).toContain(HOUSE);
});
