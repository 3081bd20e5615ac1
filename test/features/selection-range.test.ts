import { expect, test } from "vitest";
import { selectionRange } from "../../server/features/selection-range.ts";
import { fileAt } from "../../server/model/edit.ts";
import { checker } from "../support/check.ts";

/** What each step selects, a line each, with `⏎` for a line end; the whole file, the last, is left out. */
const check = checker(({ model, at }) => {
  const file = fileAt(model, at.path);
  if (!file) return undefined;
  const spans = selectionRange(file, at.offset);
  expect(spans.at(-1)).toEqual({ start: 0, end: file.text.length });
  for (const [index, { start, end }] of spans.entries()) {
    expect(start <= at.offset && at.offset <= end).toBe(true);
    const around = spans[index + 1];
    if (around)
      expect(around.start <= start && end <= around.end && around.end - around.start > end - start).toBe(
        true,
      );
  }
  const texts = spans.slice(0, -1).map(({ start, end }) => file.text.slice(start, end));
  return texts.map((text) => `[${text.replaceAll(/\r?\n/g, "⏎")}]`).join("\n");
});

test("from a part of a dotted name to the statement", () =>
  check(
    `
    mission m
    tool pim "𝒳" {
      owns données.Pro$0duit, stock
    }
    `,
    `
    [Produit]
    [données.Produit]
    [données.Produit, stock]
    [owns données.Produit, stock]
    [⏎  owns données.Produit, stock⏎]
    [{⏎  owns données.Produit, stock⏎}]
    [tool pim "𝒳" {⏎  owns données.Produit, stock⏎}]
    `,
  ));

test("a word in a text, the text, with its quotes", () =>
  check(
    'mission m\ngoal g "Vendre l’été 𝒳 so$0on" { serves m }',
    `
    [soon]
    [Vendre l’été 𝒳 soon]
    ["Vendre l’été 𝒳 soon"]
    [g "Vendre l’été 𝒳 soon"]
    [goal g "Vendre l’été 𝒳 soon"]
    [goal g "Vendre l’été 𝒳 soon" { serves m }]
    `,
  ));

test("in a block in a block, with CRLF", () =>
  check(
    `
    //- a.bizarch crlf
    domain d {
      entity E {
        sku$0: id key
      }
    }
    `,
    `
    [sku]
    [sku: id key]
    [⏎    sku: id key⏎  ]
    [{⏎    sku: id key⏎  }]
    [entity E {⏎    sku: id key⏎  }]
    [⏎  entity E {⏎    sku: id key⏎  }⏎]
    [{⏎  entity E {⏎    sku: id key⏎  }⏎}]
    [domain d {⏎  entity E {⏎    sku: id key⏎  }⏎}]
    `,
  ));

test("a condition of a selector", () =>
  check(
    "mission m\nview v { show tool[category = crm | c$0dp] }",
    `
    [cdp]
    [category = crm | cdp]
    [tool[category = crm | cdp]]
    [show tool[category = crm | cdp]]
    [ show tool[category = crm | cdp] ]
    [{ show tool[category = crm | cdp] }]
    [view v { show tool[category = crm | cdp] }]
    `,
  ));

test("an end of a flow", () =>
  check(
    "mission m\nflow pim -> web$0shop -> app",
    `
    [webshop]
    [pim -> webshop -> app]
    [flow pim -> webshop -> app]
    `,
  ));

test("text that is broken at the cursor, and no text at all", () => {
  check("mission m\ntool {$0", "[{]\n[tool {]");
  check('mission m\ntool x "open$0', '[open]\n["open]\n[x "open]\n[tool x "open]');
  check("$0", "");
  check("mission m\n\n$0\n", "");
});
