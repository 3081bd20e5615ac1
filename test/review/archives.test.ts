import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Finding } from "../../grammar/finding.ts";
import { placed } from "../../client/cli/checked.ts";
import { markdownReview } from "../../server/review/markdown.ts";
import { shortPath } from "../support/fixture.ts";
import { filesIn, readArchive, writeArchive } from "./archive.ts";
import { compared } from "./sides.ts";

/**
 * Each archive in `archives/` is a change and the comment that a reviewer gets. `UPDATE_REVIEWS=1` writes the comments
 * anew; they are then read by a person before they are committed.
 */
const folder = join(import.meta.dirname, "archives");
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

for (const name of names) {
  test(name.slice(0, -".txt".length), () => {
    const path = join(folder, name);
    const archive = readArchive(readFileSync(path, "utf8"));
    const comment = commentOn(filesIn(archive, "base"), filesIn(archive, "head"));
    if (process.env["UPDATE_REVIEWS"]) {
      const files = new Map([...archive.files, ["review.md", comment]]);
      writeFileSync(path, writeArchive({ ...archive, files }));
    }
    expect(comment).toBe(archive.files.get("review.md"));
    expect(comment.length).toBeLessThan(65_536);
  });
}

test("there are archives, and each says what it is about", () => {
  expect(names.length).toBeGreaterThan(40);
  for (const name of names) expect(readFileSync(join(folder, name), "utf8")).toMatch(/^[A-Z].*\.\n/);
});

function commentOn(base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>): string {
  const sides = compared(base, head);
  const spot = (finding: Finding, side: "base" | "head"): string => {
    const { file, start } = placed(sides[side], finding).place;
    return `${shortPath(file.path)}:${String(start.line + 1)}:${String(start.character + 1)}`;
  };
  const [project] = sides.head.projects.values();
  const locale = project?.settings.locale ?? "en";
  return markdownReview(sides.reviews, { locale, base: "main", head: "change", spot });
}
