import { expect, test } from "vitest";
import { fix } from "../../server/features/fix.ts";
import { verdictOf } from "../../server/rules/check.ts";
import { modelOfText } from "./model-of-text.ts";

/**
 * One mistake, made over and over, in a file and in a line. Whatever grows faster than the text would not come to an
 * end here.
 */
const shapes = [
  "{",
  "}",
  "[",
  "(",
  '"',
  '"""',
  "'",
  "“",
  "/*",
  "//",
  "///\n",
  "->",
  "<-",
  "=>",
  ",",
  ";",
  ".",
  "#",
  "?",
  "a.",
  "a,",
  "a ",
  "a\n",
  "a: ",
  "a: b\n",
  "1 ",
  "€",
  "12/",
  "https://a",
  "é",
  "\\",
  "\u0000",
  "tool ",
  "tool a\n",
  "tool a {",
  "tool a {\n",
  "tool a (\n",
  "tool a (\n)\n",
  'tool a "x',
  'tool a "x\n',
  'tool a "x\ny z"\n',
  'tool a "x"y"z"',
  "tool a b c\n",
  "tool a/b\n",
  "tool[a = ",
  "flow a -> ",
  "flow a =>\n",
  "flow a\n",
  "owns a\n",
  "owns a\n}\n",
  "tool a\nowns b\n}\n",
  "domain d {\n/*\n}\n",
  "/*\nwords\n",
  'exit """\nwords\n',
  "<<<<<<<\n",
  "=======\n",
  ">>>>>>>\n",
  "<<<<<<<\n=======\n>>>>>>>\n",
  "outil a { }\n",
  "policy { allow a b c d }\n",
  "policy { allow a because b for c }\n",
  "rule r { forbid a b c d }\n",
  "tool t { category a b c; cost 1 2; hosting France }\n",
];

test.each(shapes)("%j over and over is read, and told", (shape) => {
  const text = shape.repeat(Math.ceil(20_000 / shape.length));
  const model = modelOfText(text);
  expect(verdictOf(model.project).findings.length).toBeGreaterThanOrEqual(0);
  expect(model.project.files[0]?.text).toBe(text);
});

test.each(["tool ", 'tool t "', "tool t { exit ", "x: ", "flow a -> ", "", "tool t { category pim\n"])(
  "%j and a line of a hundred thousand signs is read, and told",
  (start) => {
    for (const sign of ["a", "a ", "a,", "-", " ", "(", "'", "1", '"', "[", "a.", "€ "]) {
      const text = start + sign.repeat(Math.ceil(100_000 / sign.length));
      const model = modelOfText(text);
      expect(model.project.files[0]?.text).toBe(text);
      expect(fix(model, "/project/a.bizarch", { start: 0, end: 5 }).length).toBeGreaterThanOrEqual(0);
    }
  },
);
