import { expect, test } from "vitest";
import { rules } from "../../server/rules/index.ts";
import { languageRules } from "../../server/rules/language/index.ts";
import { withFile } from "../../server/model/snapshot.ts";
import { seen } from "../model/seen.ts";
import { fixture } from "../support/fixture.ts";
import { readPage } from "./page.ts";

/**
 * After an edit only those rules are asked again that read what it changed (see `derived.ts`). So a rule that reads what it
 * does not note would go on saying what is no longer true. Each example of each page is edited in each of its lines: a
 * letter more in a title, another word, a line less.
 */
const EDITS: readonly ((line: string) => string)[] = [
  (line) => line.replace(/"(?=[^"])/, '"X'),
  (line) => line.replace(/[\p{L}-]+(?=[^\p{L}]*$)/u, (word) => OTHERS[word] ?? `${word}x`),
  (line) => line.replace(/^\s*[a-z-]+ [^{}]*$/, ""),
];

/** Words that are right where others are, so that what is said changes and not only whether it is right. */
const OTHERS: Readonly<Record<string, string>> = {
  active: "retired",
  retired: "active",
  legacy: "active",
  planned: "active",
  crm: "erp",
  cdp: "pim",
  pim: "cdp",
  erp: "crm",
  batch: "manual",
  manual: "stream",
  marketing: "it",
  data: "marketing",
  clean: "siloed",
  customer: "partner",
  software: "advertising",
  informed: "conscious",
  digital: "physical",
};

test.each([...rules, ...languageRules].map(({ name, page }) => ({ name, page })))(
  "$name and all others hear of every edit of its examples",
  ({ page }) => {
    const { wrong, right } = readPage(page);
    for (const { text } of [...wrong, ...right]) {
      const { snapshot, files } = fixture(text);
      seen(snapshot);
      for (const { path, text: before } of files) {
        const lines = before.split("\n");
        for (const [index, line] of lines.entries()) {
          for (const edit of EDITS) {
            const edited = edit(line);
            if (edited === line || path.endsWith(".json")) continue;
            const now = lines.with(index, edited).join("\n");
            const again = fixture(text).snapshot;
            expect(seen(withFile(snapshot, path, now)), `${line} → ${edited}`).toEqual(
              seen(withFile(again, path, now)),
            );
          }
        }
      }
    }
  },
);
