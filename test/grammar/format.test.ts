import { describe, expect, test } from "vitest";
import { format, formatEdits } from "../../grammar/format.ts";
import { unindent } from "../support/fixture.ts";

/** What a text becomes; a second time changes nothing. */
function check(text: string, expected: string): void {
  const after = format(unindent(text));
  expect(after).toBe(unindent(expected));
  expect(format(after)).toBe(after);
}

/** What is in the one layout already. */
function stays(text: string): void {
  check(text, text);
}

describe("blanks", () => {
  test("one between two words, none before a comma, a colon or in brackets", () =>
    check(
      `
      tool   pim"Product information"  core
        flow a->b  ->c "T"
      domain d { entity E { sku :id   key; b:number for x } }
      rule r "x" { forbid tool [ hosting!=FR|DE ,status=legacy]owns entity [personal] }
      tool t { owns a ,b,c . d; cost 120000  EUR; lifespan 1y  6mo }
      `,
      `
      tool pim "Product information" core
      flow a -> b -> c "T"
      domain d { entity E { sku: id key; b: number for x } }
      rule r "x" { forbid tool[hosting != FR | DE, status = legacy] owns entity[personal] }
      tool t { owns a, b, c.d; cost 120000 EUR; lifespan 1y 6mo }
      `,
    ));

  test("tabs, blanks of other scripts and marks inside a text are blanks", () =>
    check("tool\ta\u00a0\u3000b\ufeff {\n\u2003category\fpim\v\n}\n", "tool a b {\n  category pim\n}\n"));

  test("none is left at the end of a line, nor of a file", () =>
    check("tool a  \n// why \t\n/// doc  \ntool b\n\n\n  \n", "tool a\n// why\n/// doc\ntool b\n"));

  test("nothing stays nothing", () => {
    for (const text of ["", " ", "\n", "\r\n\r\n", " \n\t;\n"]) expect(format(text)).toBe("");
  });
});

describe("lines", () => {
  test("a statement stands on its own, two spaces further in for each block", () =>
    check(
      `
      domain catalog "C" { embodies m;
      entity Product {
              sku: id key
      } } tool x; ; tool y
      `,
      `
      domain catalog "C" {
        embodies m
        entity Product {
          sku: id key
        }
      }
      tool x
      tool y
      `,
    ));

  test("one blank line at a time is kept, and none at the ends of a block", () =>
    check(
      `


      mission m



      tool a {

        category pim


        owns b

      }
      tool c
      `,
      `
      mission m

      tool a {
        category pim

        owns b
      }
      tool c
      `,
    ));

  test("the brace is put up", () =>
    check(
      `
      tool a
      {
        category pim
      }
      tool b "B"
        { category pim }
      `,
      `
      tool a {
        category pim
      }
      tool b "B" { category pim }
      `,
    ));

  test("an empty block closes where it opens", () =>
    check("tool a {   }\ntool b {\n\n}\ntool c\n{\n}\n", "tool a {}\ntool b {}\ntool c {}\n"));

  test("a block on one line stays there where it is short", () =>
    stays(`
      stakeholder household { kind customer; needs "Fresh food" }
      domain d "D" { quality clean; entity E { a: id key }; entity F }
      policy { allow no-mission for a -> b because "soon" until 2027-01-01 }
    `));

  test("a block on one line is opened where the line is long, and the ones in it are not", () =>
    check(
      `
      domain catalog "Products" core { embodies distribution; accountable data-office; entity Product { lead-time: duration for logistics } }
      `,
      `
      domain catalog "Products" core {
        embodies distribution
        accountable data-office
        entity Product { lead-time: duration for logistics }
      }
      `,
    ));

  test("110 characters are short", () => {
    const block = (letters: number) => `tool a "${"x".repeat(letters)}" { category pim }\n`;
    const [fits, long] = [block(84), block(85)];
    expect([fits.length, format(fits) === fits]).toEqual([111, true]);
    expect(format(long)).toBe(`tool a "${"x".repeat(85)}" {\n  category pim\n}\n`);
  });

  test("a line goes on where the author let it, two spaces further in", () =>
    check(
      `
      tool a {
        used-by executive,merchandising,
       supply,  // and
              // not yet: stores,
            digital
      }
      flow a ->
                b ->
        c "T"
      `,
      `
      tool a {
        used-by executive, merchandising,
          supply,  // and
          // not yet: stores,
          digital
      }
      flow a ->
        b ->
        c "T"
      `,
    ));
});

describe("comments", () => {
  test("stand where they stood: behind a statement or on a line of their own", () =>
    check(
      `
      // top
          // of the file

      tool a {// on a
      // in a
        category pim    // on pim
              /* before */ owns b /* on b */
        owns /* in */ c,  /* in */ d
      // at the end
      } // behind a
         // at the end of the file
      `,
      `
      // top
      // of the file

      tool a {  // on a
        // in a
        category pim  // on pim
        /* before */ owns b /* on b */
        owns /* in */ c, /* in */ d
        // at the end
      }  // behind a
      // at the end of the file
      `,
    ));

  test("of several lines stay as they are inside", () =>
    check(
      "tool a {\n/* one\n     two\n*/\n   owns b\n}\n",
      "tool a {\n  /* one\n     two\n*/\n  owns b\n}\n",
    ));

  test("between a statement and its brace come behind the brace", () =>
    check(
      `
      tool a // on a
      // in a
      {
        category pim
      }
      tool b /* on b */ { category pim }
      `,
      `
      tool a {  // on a
        // in a
        category pim
      }
      tool b /* on b */ { category pim }
      `,
    ));

  test("behind a semicolon go with the statement that they stand before", () =>
    check(
      `
      tool a; /* b */ tool b; /* still b */
      tool c { /* d */ category pim; /// no statement follows
      }
      `,
      `
      tool a
      /* b */ tool b /* still b */
      tool c {
        /* d */ category pim
        /// no statement follows
      }
      `,
    ));

  test("that describe stand above what they describe", () =>
    check(
      `
      tool a /// not read
      tool b; /// describes c
      tool c {} /// describes d

      /// describes d, too
      tool d
      `,
      `
      tool a  /// not read
      tool b
      /// describes c
      tool c {}
      /// describes d

      /// describes d, too
      tool d
      `,
    ));

  test("that describe keep the brace down, which would make them describe what is in the block", () =>
    stays(`
      domain a   /// not read
      {
        entity E
      }
    `));
});

describe("texts", () => {
  test("are not touched", () =>
    stays(String.raw`tool a "two  spaces \" // no comment { } \u{1F600}"` + "\n"));

  test("of several lines move with their statement, and say the same", () =>
    check(
      `
      tool a {
      description """
           One.

             Two.
      """
          exit """One.
          Two "quoted" words"""
      }
      `,
      `
      tool a {
        description """
          One.

            Two.
          """
        exit """One.
          Two "quoted" words"""
      }
      `,
    ));

  test("of several lines stay where they are no text of a property", () =>
    check(
      'tool a   """\n T\n   """   {\n category  """\n  x"""\n}\n',
      'tool a """\n T\n   """ {\n  category """\n  x"""\n}\n',
    ));
});

describe("line ends", () => {
  test("are the file's own, inside of comments and texts too", () =>
    check(
      "tool a{}\r\n\r\n\r\n/* a\n b */\r\ntool b {\rcategory pim\r\n}",
      "tool a {}\r\n\r\n/* a\r\n b */\r\ntool b {\r\n  category pim\r\n}\r\n",
    ));

  test("a mark in front of a text stays, and counts as nothing", () => {
    expect(format("\ufeff  tool   a,\n        b\n")).toBe("\ufefftool a,\n  b\n");
    expect(format("\ufeff  flow a  ->\n  tool   b")).toBe("\ufeffflow a  ->\ntool b\n");
    expect(format("\ufefftool  @\n  {\n}")).toBe("\ufefftool  @\n  {\n}\n");
    expect(format("\ufeff\n")).toBe("\ufeff");
  });

  test("one alone is one", () => check("tool a\rtool  b\r", "tool a\ntool b\n"));
});

describe("what cannot be read stays as it is", () => {
  const broken: readonly (readonly [string, string])[] = [
    ["a stray sign", "tool pim   @  here"],
    ["a missing quote", 'tool pim   "Product'],
    ["a missing quote before a block", 'tool pim   "Product {\n     category   pim\n  }'],
    ["an arrow without an end", "flow   a ->"],
    ["an arrow without a start", "flow   -> b"],
    ["a comma at the end", "tool   a { owns   b, }"],
    ["a stray comma", "tool a {   owns , b }"],
    ["an open bracket", "rule r   { forbid tool[hosting != FR owns entity }"],
    ["a bad escape", String.raw`tool   a "C:\path"`],
    ["typographic quotes", "tool   a “Product”"],
    ["a broken head, with its block", "tool a   ? {\n     category   pim;;\n\n\n\n   }"],
    ["a stray closing brace", "   }"],
    ["a closing brace too many", "tool   a { }   }"],
    ["a stray block", "{ owns   b }"],
    ["a missing closing brace", "tool   a {\n\n\n     owns   b\n   // in a"],
    ["an open comment", "/* tool   a"],
  ];

  test.each(broken)("%s", (_, text) => {
    const before = 'mission   before "Before"{horizon 9y}';
    const after = "goal   after{serves m}";
    const expected = `mission before "Before" { horizon 9y }\n\n${text}\n\ngoal after { serves m }\n`;
    expect(format(`${before}\n\n${text}\n\n${after}`)).toBe(expected);
    expect(format(expected)).toBe(expected);
  });

  test("and moves to where its block stands, its lines together", () =>
    check(
      `
      domain d {
          entity   E  @ {
              a:   id
          }
      entity   F
      }
      `,
      `
      domain d {
        entity   E  @ {
            a:   id
        }
        entity F
      }
      `,
    ));

  test("and does not swallow the next line", () => {
    check(
      `
      tool a {
      owns b,
      category   pim
      }
      flow a ->
      tool   z
      tool t {
          owns   b,; x : id
          owns  c,

            y: id
      }
      `,
      `
      tool a {
        owns b,
        category pim
      }
      flow a ->
      tool z
      tool t {
        owns   b,;
        x: id
        owns  c,

        y: id
      }
      `,
    );
  });

  test("where a brace is missing, the statements around it are laid out", () =>
    check(
      `
      tool   one{category pim}
      tool   two {
           owns   b
      tool   three{category pim}
      `,
      `
      tool one { category pim }
      tool   two {
           owns   b
      tool three { category pim }
      `,
    ));

  test("where a text block or a comment has no end, what may be prose is left", () => {
    const prose = `tool a {
     exit """
        Some   prose,   in columns:
          one      two
          three    four


     Note:   more

}`;
    const rest = "tool   b { category   pim }\n   see   here\ndomain d{entity E{a:id}}";
    expect(format(`tool   z{}\n${prose}\n${rest}`)).toBe(
      `tool z {}\n${prose}\ntool b { category pim }\n   see   here\ndomain d { entity E { a: id } }\n`,
    );
    const notes = "/*   Some   notes\n     in   columns";
    expect(format(`tool   a\n${notes}\ntool   b`)).toBe(`tool a\n${notes}\ntool b\n`);
    // The text took the quotes of another for its end, and so the other is read as statements.
    const turned =
      'tool a {\n   exit """\n   One.\n}\ntool b {\n   exit """\n      two   three\n      """\n}';
    expect(format(`tool   z\n${turned}\n`)).toBe(`tool z\n${turned}\n`);
  });

  test("where a block nests too deep, nothing is lost", () => {
    const text = `tool  a\n${"b {".repeat(200)}x   y${"}".repeat(200)}\ntool   c\n`;
    expect(format(text)).toBe(text.replace("tool  a", "tool a").replace("tool   c", "tool c"));
  });
});

describe("an unknown word is no reason to give up", () => {
  test("of a kind or a property", () =>
    check(
      "misson   m{horizn   9y}\ntool t {\nquality clean   reconciled\n}\n",
      "misson m { horizn 9y }\ntool t {\n  quality clean reconciled\n}\n",
    ));
});

describe("edits", () => {
  test("touch what differs and nothing else", () => {
    const text = "tool  a {\r\n category pim\r\n\r\n\r\n  owns b ; owns c\r\n}";
    const edits = formatEdits(text).map(({ span, text: fresh }) => [span.start, span.end, fresh]);
    expect(edits).toEqual([
      [5, 6, ""],
      [12, 12, " "],
      [28, 30, ""],
      [38, 40, "\r\n "],
      [50, 50, "\r\n"],
    ]);
  });

  test("are none where all is well", () => expect(formatEdits("tool a {\n  category pim\n}\n")).toEqual([]));
});

test("a bracket that would come to read like a brace stays where it is", () => {
  for (const text of [";][\n", "tool a; ]\ntool b [\n"]) expect(format(text)).toBe(text);
});
