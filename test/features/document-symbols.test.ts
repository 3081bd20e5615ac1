import { test } from "vitest";
import { documentSymbols, type OutlineSymbol } from "../../server/features/document-symbols.ts";
import type { Model } from "../../server/model/model.ts";
import { checker, covered } from "../support/check.ts";

/** One line for each symbol: its kind, the text that is selected, its detail, and how many lines it covers. */
const check = checker(({ model, at }) =>
  documentSymbols(model, at.path)
    .map((symbol) => line(model, at.path, symbol, ""))
    .join("\n"),
);

function line(model: Model, path: string, symbol: OutlineSymbol, indent: string): string {
  const { kind, name, detail, span, nameSpan, children } = symbol;
  const lines = covered(model, path, span).split(/\r?\n/).length;
  const own = `${indent}${kind} ${name} [${covered(model, path, nameSpan)}] '${detail}' ${lines}`;
  return [own, ...children.map((child) => line(model, path, child, `${indent}  `))].join("\n");
}

test("entities in their domain, attributes in their entity, edges by their ends", () =>
  check(
    `
    //- other.bizarch
    mission elsewhere
    //- a.bizarch crlf
    $0namespace fr
    mission manger "Mieux manger"
    domain catalogue "𝒳" core {
      entity Produit {
        sku: id key
        prix: money
      }
      entity Lot
    }
    tool pim { category pim }
    flow pim -> pim -> pim "Rond"
    policy { off orphan-tool }
    rule own "No" { forbid tool owns entity }
    `,
    `
    mission manger [manger] 'Mieux manger' 1
    domain catalogue [catalogue] '𝒳' 7
      entity Produit [Produit] '' 4
        attribute sku [sku] 'id' 1
        attribute prix [prix] 'money' 1
      entity Lot [Lot] '' 1
    tool pim [pim] '' 1
    flow fr.pim -> fr.pim [pim -> pim] 'Rond' 1
    flow fr.pim -> fr.pim [pim -> pim] 'Rond' 1
    rule own [own] 'No' 1
    `,
  ));

test("storey by storey, whatever the order of the file; each in its order there", () =>
  check(
    `
    $0rule own "No" { forbid tool owns entity }
    tool b { category pim }
    mission m
    domain é
    tool a { category crm }
    goal g
    stakeholder s
    `,
    `
    mission m [m] '' 1
    goal g [g] '' 1
    domain é [é] '' 1
    stakeholder s [s] '' 1
    tool b [b] '' 1
    tool a [a] '' 1
    rule own [own] 'No' 1
    `,
  ));

test("half a file has half an outline", () =>
  check(
    `
    mission a
    tool {
    domain d {
      entity E {
        x
    goal g$0
    `,
    `
    mission a [a] '' 1
    goal g [g] '' 1
    domain d [d] '' 3
      entity E [E] '' 2
    `,
  ));
