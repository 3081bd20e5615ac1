import { expect, test } from "vitest";
import { markdownReview } from "../../server/review/markdown.ts";
import { compared, QUIET, type Files } from "./sides.ts";

/** A house of so many tools and entities, each with a title that is as long and as odd as a file may hold. */
function house(count: number, lifespan: string): string {
  const title = `"${"@team | <b> `x` ".repeat(20)}"`;
  const parts = Array.from({ length: count }, (_, index) => {
    const id = String(index);
    return `domain d${id} ${title} core { lifespan ${lifespan}; entity E${id} ${title} }
tool t${id} ${title} { category erp; owns d${id}; lifespan ${lifespan} }
flow t${id} -> t0 ${title} { carries d${id}.E${id}; purpose "${lifespan}" }`;
  });
  return QUIET + parts.join("\n");
}

const look = { locale: "en", base: "main", head: "change", spot: () => "x.bizarch:1:1" } as const;

test("thousands of changes stay a comment that can be posted, and read", () => {
  const { reviews } = compared({ "x.bizarch": house(1000, "9y") }, { "x.bizarch": house(1000, "8y") });
  const comment = markdownReview(reviews, look);
  expect(comment.length).toBeGreaterThan(15_000);
  expect(comment.length).toBeLessThan(65_536);
  expect(comment).toMatch(/^### 1000 changes to load-bearing walls · 2000 changes to partitions/);
  expect(comment).toContain("and 9");
  // A picture of a few of them would tell nothing.
  expect(comment).not.toContain("```mermaid");
  expect(comment.indexOf("The lifespan of 'd0', 'd1', 'd10', 'd100' and 996 more shrinks")).toBeLessThan(
    1000,
  );
  expect(comment.split("<details>").length).toBe(comment.split("</details>").length);
});

test("so do many projects at once", () => {
  const files = (lifespan: string): Files => {
    const all: Record<string, string> = {};
    for (let index = 0; index < 40; index++) {
      all[`p${String(index)}/bizarch.json`] = "{}";
      all[`p${String(index)}/x.bizarch`] = house(40, lifespan);
    }
    return all;
  };
  const comment = markdownReview(compared(files("9y"), files("8y")).reviews, look);
  expect(comment.length).toBeLessThan(65_536);
  expect(comment).toContain("#### `p0`");
});
