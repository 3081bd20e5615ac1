import { expect, test } from "vitest";
import { lineIndex, positionAt } from "../../grammar/text.ts";
import { folding } from "../../server/features/folding.ts";
import { unindent } from "../support/fixture.ts";

/** A line for each: its sort, and the lines from 1 that it begins and ends on. */
function check(text: string, expected: string, eol = "\n"): void {
  const source = unindent(text).replaceAll("\n", eol);
  const lines = lineIndex(source);
  const line = (offset: number) => positionAt(lines, offset).line + 1;
  const printed = folding({ path: "/a.bizarch", text: source }).map(
    ({ span, sort }) => `${sort} ${line(span.start)}-${line(span.end)}`,
  );
  expect(printed.join("\n")).toBe(unindent(expected).trimEnd());
}

const HOUSE = `
  // Une maison 𝒳
  // de données
  domain données "É𝒳" core {
    entity Élève {
      nom: text
    }
  }
  /* one
     two */
  mission eat { description """
    Why
    not?
    """
  }
  tool one { category erp }
  flow a -> b
  {
    mode api
  }
`;

const FOLDS = `
  comment 1-2
  block 3-6
  block 4-5
  comment 8-9
  block 10-13
  text 10-13
  block 17-18
`;

test("blocks keep their closing brace in sight; comments and long texts fold whole", () =>
  check(HOUSE, FOLDS));
test("lines may end in CRLF", () => check(HOUSE, FOLDS, "\r\n"));

test("a block that is not closed folds as far as it goes, and its neighbours are what they were", () =>
  check(
    `
    domain d {
      entity E {
        sku: id
    team t {
      function data
    }
    tool x {
    `,
    `
    block 1-3
    block 2-3
    block 4-5
    `,
  ));

test("what stands on one line does not fold, nor does a comment behind a statement", () =>
  check(
    `
    team t { function data } // one
    // two
    team u { function data } // three
    /// a
    // b
    `,
    "",
  ));

test("regions lie in each other; one that is never closed is none", () =>
  check(
    `
    // #region Why
    mission m
    // region inner
    goal g { serves m }
    // endregion
    // #endregion
    // #region open
    `,
    `
    region 1-6
    region 3-5
    `,
  ));

test("nothing of nothing", () => {
  check("", "");
  check('"""', "");
});
