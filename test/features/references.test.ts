import { test } from "vitest";
import { references, type Declarations } from "../../server/features/references.ts";
import { lineIndex, positionAt } from "../../grammar/text.ts";
import { fileAt } from "../../server/model/edit.ts";
import { checker, covered, type Asked } from "../support/check.ts";
import { shortPath } from "../support/fixture.ts";

/** A line for each: the file, the line and column from 1, and the text that is covered. */
const printed =
  (declarations: Declarations) =>
  ({ model, at }: Asked): string | undefined =>
    references(model, at, declarations)
      ?.map(({ path, span }) => {
        const { line, character } = positionAt(lineIndex(fileAt(model, path)?.text ?? ""), span.start);
        return `${shortPath(path)} ${line + 1}:${character + 1} [${covered(model, path, span)}]`;
      })
      .join("\n");

const check = checker(printed("with declarations"));
const checkUses = checker(printed("without declarations"));

const FILES = `
  //- a.bizarch crlf
  /* 𝒳 */ domain données "𝒳" { entity Élève { ami: Élève } }
  //- b.bizarch
  tool t { category erp; owns données.Élève; reads données }
`;

test("from a declaration, its title, and a reference alike", () => {
  const all = `
    a.bizarch 1:17 [données]
    b.bizarch 1:29 [données]
    b.bizarch 1:50 [données]
  `;
  check(FILES.replace("domain donn", "domain do$0nn"), all);
  check(FILES.replace('"𝒳" {', '"𝒳$0" {'), all);
  check(FILES.replace("owns donn", "owns $0donn"), all);
  check(FILES.replace("reads données", "reads données$0"), all);
});

test("without the declaration", () =>
  checkUses(
    FILES.replace("entity É", "entity $0É"),
    `
    a.bizarch 1:52 [Élève]
    b.bizarch 1:37 [Élève]
    `,
  ));

test("what nobody names has its declaration alone, or nothing", () => {
  check(`${FILES}//- c.bizarch\nteam equ$0ipe { function data }`, "c.bizarch 1:6 [equipe]");
  checkUses(`${FILES}//- c.bizarch\nteam equ$0ipe { function data }`, "");
});

test("what is no name has no references", () => {
  check("tool t { cat$0egory erp }", "-");
  check("tool t { category er$0p }", "-");
  check("too$0l t { category erp }", "-");
  check("tool t { category erp; vendor nob$0ody }", "-");
  check("/* tool $0 */", "-");
});

test("an attribute is known by its declaration, and where an exception names it", () =>
  check(
    `domain d { entity E { s$0ku: id } }
policy { allow marked-nowhere for d.E.sku because "x" until 2027-01-01 }`,
    `
    main.bizarch 1:23 [sku]
    main.bizarch 2:39 [sku]
    `,
  ));
