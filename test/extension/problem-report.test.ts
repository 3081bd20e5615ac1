import { expect, test } from "vitest";
import { problemReport } from "../../client/extension/problem-report.ts";
import { wordsIn } from "../../client/extension/words.ts";
import { unindent } from "../support/fixture.ts";

const issues = "https://example.org/issues";

test("a report says where a problem was seen, and shows what others will see", () => {
  const report = problemReport(
    {
      circumstances: [
        ["extension", "0.1.0"],
        ["server", "running"],
      ],
      settings: { codeLens: { enabled: true } },
      files: [
        { name: "bizarch.json", text: '{ "profile": "strict" }\n' },
        { name: "file-1.bizarch", text: "mission mission-1\r\n" },
      ],
      issues,
    },
    wordsIn("en"),
  );
  expect(report).toBe(
    unindent(`
      # A problem with BizArch

      <!-- Nothing was sent. Read this, take out what others shall not see, and file it at https://example.org/issues -->

      What did you do? What did you expect, and what happened instead?

      ## Where it happened

      - BizArch: \`0.1.0\`
      - Language server: \`running\`

      \`\`\`json
      {
        "codeLens": {
          "enabled": true
        }
      }
      \`\`\`

      ## The architecture, anonymised

      Names, titles, texts, comments, addresses and amounts are replaced, the same by the same. Words of the language, dates, durations and small figures are as they were.

      ### bizarch.json

      \`\`\`json
      { "profile": "strict" }
      \`\`\`

      ### file-1.bizarch

      \`\`\`bizarch
      mission mission-1
      \`\`\`

    `),
  );
});

test("without an architecture it says so", () => {
  const report = problemReport(
    { circumstances: [], settings: undefined, files: undefined, issues },
    wordsIn("fr"),
  );
  expect(report).toContain("Il n'y en a pas, ou elle n'a pas pu être lue.");
  expect(report).toContain("```json\n{}\n```");
});

test("backticks in a text do not end it", () => {
  const files = [{ name: "file-1.bizarch", text: "tool ````` {" }];
  const report = problemReport({ circumstances: [], settings: {}, files, issues }, wordsIn("en"));
  expect(report).toContain("``````bizarch\ntool ````` {\n``````");
});
