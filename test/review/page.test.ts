import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { htmlReview } from "../../server/review/page/page.ts";
import { against, writtenLines } from "../../server/review/page/statement-text.ts";
import { wellFormed } from "../diagram/well-formed.ts";
import { filesIn, readArchive } from "./archive.ts";
import { compared, QUIET, reviewed, type Files } from "./sides.ts";

function page(base: Files, head: Files, locale: "en" | "fr" = "en"): string {
  const look = { locale, base: "main", head: "change", spot: () => "x.bizarch:1:1", pictureOf: () => "" };
  return htmlReview(compared(base, head).reviews, look);
}

/** The page without its doctype, its style and the elements that have no end. */
function body(html: string): string {
  return html
    .replace(/^<!DOCTYPE html>\n/, "")
    .replace(/<style>[^<]*<\/style>/, "")
    .replaceAll(/<meta [^>]*>/g, "");
}

function archive(name: string): readonly [Files, Files] {
  const it = readArchive(readFileSync(join(import.meta.dirname, "archives", `${name}.txt`), "utf8"));
  return [filesIn(it, "base"), filesIn(it, "head")];
}

test("the counts, what it means, whom to ask, the changes, the findings and both texts are on it", () => {
  const html = page(...archive("record-moves-to-marketing"));
  const order = [
    "<strong>2</strong><span>changes to load-bearing walls",
    "The system of record of &#39;customer&#39; moves from &#39;mdm&#39; to &#39;engage&#39;",
    "Whom to ask",
    "<strong>Data office</strong>",
    "What hangs on it",
    "New findings",
    "marketing-tool-owns-core-data · x.bizarch:1:1",
    "HOW · partitions",
    "<summary>The text, before and after</summary>",
    'class="line out">− tool mdm &quot;Master data&quot; { category mdm; accountable data-office; owns customer; lifespan 12y }',
  ];
  const places = order.map((text) => html.indexOf(text));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(wellFormed(body(html))).toBe("");
});

test("the gravest finding comes first", () => {
  const html = page(...archive("record-moves-to-marketing"));
  expect(html.indexOf("marketing-tool-owns-core-data")).toBeLessThan(html.indexOf("orphan-tool"));
});

test("it loads nothing and runs nothing, whatever the titles hold", () => {
  const html = page(...archive("hostile-titles"));
  expect(wellFormed(body(html))).toBe("");
  expect(html).toContain(
    'content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; font-src data:"',
  );
  expect(html).not.toMatch(/<(script|img|iframe|link|a|form|object)\b/i);
  expect(html).not.toMatch(/<[^>]* (on\w+|src|href)=/i);
  expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u001b]/);
});

test("it speaks French, and says when nothing changed", () => {
  expect(
    page({ "a.bizarch": "mission m { horizon 9y }" }, { "a.bizarch": "mission m { horizon 1y }" }, "fr"),
  ).toContain("L&#39;horizon de « m » passe de 9 ans à 1 an.");
  const same = { "a.bizarch": "mission m" };
  expect(page(same, same)).toContain("Nothing changed in the architecture.");
});

test("thousands of changes are still a page that one can open", () => {
  const house = (time: string) =>
    QUIET +
    Array.from(
      { length: 3000 },
      (_, index) => `tool t${String(index)} { category erp; lifespan ${time} }`,
    ).join("\n");
  const html = page({ "a.bizarch": house("9y") }, { "a.bizarch": house("8y") });
  expect(html.length).toBeLessThan(1_000_000);
  expect(html).toContain("and 2600 more");
  expect(wellFormed(body(html))).toBe("");
});

test("an element is shown as it is written, on lines of its own", () => {
  const before = "domain d {\n    // why\n    entity E {\n      x: text\n    }\n}";
  const { states } = reviewed(before, before.replace("x: text", "x: number"));
  const lines = [states.base, states.head].map(({ model }) => {
    const entity = model.byName.get("d.E");
    return entity ? writtenLines(model, entity) : [];
  });
  expect(lines).toEqual([
    ["entity E {", "  x: text", "}"],
    ["entity E {", "  x: number", "}"],
  ]);
  expect(against(lines[0] ?? [], lines[1] ?? []).map(({ isOnlyHere }) => isOnlyHere)).toEqual([
    false,
    true,
    false,
  ]);
});
