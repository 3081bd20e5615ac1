import { expect, test } from "vitest";
import { marksOf } from "../../server/review/change-marks.ts";
import { QUIET, reviewed, type Files } from "./sides.ts";

const HOUSE = `mission feed
domain orders {
  entity Order { sku: text }
  entity Bill
}
tool till "Till" {
  category pos
  owns orders
  lifespan 10y
}
tool oven { category erp }
`;

const POLICY = { "policy.bizarch": QUIET };

/** `+ 3-5 said`: lines count from 1, as an editor shows them. */
function printed(base: string | Files, head: string | Files, locale: "en" | "fr" = "en"): readonly string[] {
  const files = (side: string | Files): Files =>
    typeof side === "string" ? { ...POLICY, "a.bizarch": side } : { ...POLICY, ...side };
  return marksOf(reviewed(files(base), files(head)), locale).map(({ path, from, to, change, said }) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const lines = from === to ? `${from + 1}` : `${from + 1}-${to + 1}`;
    return `${name}:${lines} ${change}: ${said.join("; ")}`;
  });
}

test.each([
  [
    "a property that changed",
    "lifespan 10y",
    "lifespan 3y",
    ["a.bizarch:9 changed: Changed: lifespan 10y → 3y"],
  ],
  [
    "one that came",
    "  lifespan 10y\n",
    "  lifespan 10y\n  since 2026-01-01\n",
    ["a.bizarch:10 added: Added: since 2026-01-01"],
  ],
  ["one that went", "  lifespan 10y\n", "", ["a.bizarch:6 changed: Removed: lifespan 10y"]],
  ["a title", '"Till"', '"Cash desk"', ["a.bizarch:6 changed: Changed: title Till → Cash desk"]],
  [
    "an element that came",
    "tool oven",
    "tool mixer {\n  category erp\n}\ntool oven",
    ["a.bizarch:11-13 added: Added: tool mixer"],
  ],
  ["one that went", "tool oven { category erp }\n", "", ["a.bizarch:10 removed: Removed: tool oven"]],
  [
    "the first of a block that went",
    "  entity Order { sku: text }\n",
    "",
    ["a.bizarch:2 removed: Removed: entity orders.Order"],
  ],
  ["one in a block that went", "  entity Bill\n", "", ["a.bizarch:3 removed: Removed: entity orders.Bill"]],
  ["the first of the file that went", "mission feed\n", "", ["a.bizarch:1 removed: Removed: mission feed"]],
  ["another name", "tool till", "tool desk", ["a.bizarch:6 changed: Renamed: till →"]],
  [
    "several on a line",
    "entity Order { sku: text }",
    "entity Order { ean: text; x: text }",
    [
      "a.bizarch:3 changed: Added: attribute orders.Order.ean; Removed: attribute orders.Order.sku; Added: attribute orders.Order.x",
    ],
  ],
])("%s is marked where it stands today", (_, old, now, expected) => {
  expect(printed(HOUSE, HOUSE.replace(old, now))).toEqual(expected);
});

test.each([
  ["comments and layout", (text: string) => `// why\n\n${text.replaceAll("\n  ", "\n\t\t ")}`],
  [
    "the order",
    (text: string) =>
      text
        .split(/(?<=^\}\n)/m)
        .toReversed()
        .join(""),
  ],
  ["the end of lines", (text: string) => text.replaceAll("\n", "\r\n")],
])("%s alone are no change", (_, written) => {
  expect(printed(HOUSE, written(HOUSE))).toEqual([]);
});

test("what went with its whole file has no line, and what moved to another file none either", () => {
  const [rest, oven] = [HOUSE.replace("tool oven { category erp }\n", ""), "tool oven { category erp }\n"];
  expect(printed({ "a.bizarch": rest, "b.bizarch": oven }, { "a.bizarch": rest })).toEqual([]);
  expect(printed({ "a.bizarch": HOUSE }, { "a.bizarch": rest, "b.bizarch": oven })).toEqual([]);
});

test("marks are told in French", () => {
  expect(printed(HOUSE, HOUSE.replace("lifespan 10y", "lifespan 3y"), "fr")).toEqual([
    "a.bizarch:9 changed: Modifié : lifespan 10y → 3y",
  ]);
});
