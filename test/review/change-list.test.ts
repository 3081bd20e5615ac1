import { expect, test } from "vitest";
import { chaptersOf, type ChangeItem } from "../../server/review/change-list.ts";
import type { Spot } from "../../server/review/spots.ts";
import { fileAt } from "../../server/model/edit.ts";
import type { Review } from "../../server/review/reviewed.ts";
import { QUIET, reviewed } from "./sides.ts";

const HOUSE = `mission feed "Feed the street"
domain orders core {
  entity Order { sku: text }
}
team bakers "Bakers" { function data }
tool till "Till" {
  category pos
  owns orders
  accountable bakers
  lifespan 10y
}
`;

/** Each line with its sign, and behind it what stands at its places: `[before | after]`. */
function printed(review: Review, locale: "en" | "fr" = "en"): string {
  const { base, head } = review.states;
  const at = ({ model }: typeof base, spot: Spot | undefined): string => {
    const file = spot && fileAt(model, spot.path);
    return file ? file.text.slice(spot.span.start, spot.span.end) : "-";
  };
  const lines = (item: ChangeItem, indent: string): readonly string[] => [
    `${indent}${item.wall ? "▮" : ""}${item.sign}: ${item.label}${item.detail === "" ? "" : ` (${item.detail})`} [${at(base, item.base)} | ${at(head, item.head)}]`,
    ...item.items.flatMap((inner) => lines(inner, `${indent}  `)),
  ];
  return chaptersOf(review, locale)
    .flatMap(({ title, items }) => [`# ${title}`, ...items.flatMap((item) => lines(item, "  "))])
    .join("\n");
}

test("changes are told by storey, each with where it is written before and after", () => {
  const head = HOUSE.replace("lifespan 10y", "lifespan 3y")
    .replace("sku: text", "sku: number; ean: text")
    .replace("  accountable bakers\n", "")
    .replace("tool till", "tool scanner { category pos }\ntool till");
  expect(printed(reviewed(QUIET + HOUSE, QUIET + head))).toMatchInlineSnapshot(`
    "# What it means
      meaning: The lifespan of 'till' shrinks from 10 years to 3 years. [till | till]
      meaning: Nobody answers for 'till' any more; it was 'bakers'. [till | till]
    # Whom to ask
      ask: Bakers (till) [bakers | bakers]
    # WHAT · load-bearing
      ▮added: orders.Order.ean (attribute) [- | ean]
      ▮changed: orders.Order.sku (attribute) [sku | sku]
        ▮changed: type text → number [text | number]
    # HOW · partitions
      added: scanner (tool) [- | scanner]
      changed: till (tool · Till) [till | till]
        changed: lifespan 10y → 3y [lifespan 10y | lifespan 3y]
        removed: accountable bakers [accountable bakers | till]"
  `);
});

test("what is gone has no place today, and what is new had none", () => {
  const gone = printed(reviewed(QUIET + HOUSE, QUIET + HOUSE.replace(/tool till[^}]*\}/, "tool oven")));
  expect(gone).toMatchInlineSnapshot(`
    "# What it means
      ▮meaning: Nothing is the system of record of 'orders' any more; it was 'till'. [orders | orders]
    # New findings
      error: This tool lacks 'category': what sort of tool it is. It takes one of crm, cdp, dmp, marketing-automation, email, advertising, dsp, social and 54 more. (missing-property) [- | oven]
    # Whom to ask
      ask: Bakers (till) [bakers | bakers]
    # HOW · partitions
      removed: till (tool · Till) [till | -]
      added: oven (tool) [- | oven]"
  `);
});

test("what it means comes first, then guards, findings, and whom to ask", () => {
  const base = `${HOUSE}policy {\n  error no-mission\n}\n`;
  const head = base.replace("owns orders", "reads orders").replace("error no-mission", "off no-mission");
  const told = printed(reviewed(base, head));
  expect(told).toMatchInlineSnapshot(`
    "# What it means
      ▮meaning: Nothing is the system of record of 'orders' any more; it was 'till'. [orders | orders]
    # Guard
      loosened: Rule 'no-mission' went from error to off (loosened) [error no-mission | off no-mission]
    # New findings
      warning: No tool owns 'orders.Order', which is core: everybody keeps a copy, and no copy is the right one. Name its system of record, with 'owns' in a tool. (no-system-of-record) [- | Order]
      warning: Nothing says what 'till' is for: no goal, capability, chain, initiative or domain asks for it, so nothing will tell when it is no longer needed. Say what it 'serves' or 'owns', or retire it. (orphan-tool) [- | till]
    # Whom to ask
      ask: Bakers (till) [bakers | bakers]
    # HOW · partitions
      changed: till (tool · Till) [till | till]
        ▮removed: owns orders [owns orders | till]
        added: reads orders [till | reads orders]"
  `);
});

test("it speaks French, and hostile texts stay on a line", () => {
  const head = HOUSE.replace('"Till"', `"""\n  Caisse\n  $(bug) [x](command:y)\n  """`);
  const told = printed(reviewed(QUIET + HOUSE, QUIET + head), "fr");
  expect(told).toMatchInlineSnapshot(`
    "# À qui demander
      ask: Bakers (till) [bakers | bakers]
    # COMMENT · cloisons
      changed: till (tool · Caisse $(bug) [x](command:y)) [till | till]
        changed: title Till → Caisse $(bug) [x](command:y) ["Till" | """
      Caisse
      $(bug) [x](command:y)
      """]"
  `);
});

test("of thousands of changes the first are listed, and the rest is counted", () => {
  const many = Array.from({ length: 2_000 }, (_, index) => `tool t${index} { category pos }`).join("\n");
  const chapter = chaptersOf(reviewed(QUIET + HOUSE, QUIET + HOUSE + many), "en").find(
    ({ id }) => id === "how",
  );
  expect(chapter?.items).toHaveLength(501);
  expect(chapter?.items.at(-1)?.label).toBe("… +1500");
});

test("where nothing but the layout changed, there is nothing to tell", () => {
  expect(
    chaptersOf(
      reviewed(QUIET + HOUSE, `// another layout\n${QUIET}${HOUSE.replaceAll("\n  ", "\n      ")}`),
      "en",
    ),
  ).toEqual([]);
});
