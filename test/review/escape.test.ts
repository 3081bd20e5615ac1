import fc from "fast-check";
import { expect, test } from "vitest";
import { markdownCode, markdownText } from "../../server/review/markdown-text.ts";
import { mermaidText } from "../../server/review/mermaid-text.ts";
import { prettyReview } from "../../server/review/pretty.ts";
import { logText, terminalText, widthOf, wrapped } from "../../server/review/terminal.ts";
import { reviewed } from "./sides.ts";

test.each([
  ["plain, with commas: and (brackets)", "plain, with commas: and (brackets)"],
  ["@octocat and a@b.org", "@\u200boctocat and a@\u200bb.org"],
  ["#12 GH-3 o/r#4", "#\u200b12 GH\u200b-3 o/r#\u200b4"],
  ["&#64;x &commat;x", "&amp;#\u200b64;x &amp;commat;x"],
  ["<b>|</b> `c` *d* _e_ ~f~", "&lt;b&gt;\\|&lt;/b&gt; \\`c\\` \\*d\\* \\_e\\_ \\~f\\~"],
  ["![i](http://x) $m$", "\\!\\[i\\](http:\u200b//x) \\$m\\$"],
  ["www.example.org", "www\u200b.example.org"],
  ["two\n\n# lines\r\n- and more", "two #\u200b lines - and more"],
  ["\u202etxt\u0000", "\\\\u\\{202e\\}txt\\\\u\\{0\\}"],
])("%j in Markdown", (text, expected) => expect(markdownText(text)).toBe(expected));

test.each([
  ["7y", "`7y`"],
  ["a `b` c", "`` a `b` c ``"],
  ["@octocat", "`@octocat`"],
  ["a | b", "a \\| b"],
  ["", ""],
  ["a\nb", "`a b`"],
])("%j in a code span", (text, expected) => expect(markdownCode(text)).toBe(expected));

test.each([
  ['say "hi"', "say #34;hi#34;"],
  ["]] --> end; click", "#93;#93; --#62; end#59; click"],
  ["`**md**` <br> &quot; #35;", "#96;#42;#42;md#42;#42;#96; #60;br#62; #38;quot#59; #35;35#59;"],
  ["Référentiel 客户 (1) 🥕", "Référentiel 客户 (1) #129365;"],
  ["a\nend\nb", "a end b"],
])("%j in Mermaid", (text, expected) => expect(mermaidText(text)).toBe(expected));

test("whatever a text holds, no mention, tag, cell or line comes out of it", () => {
  const nasty = fc.array(fc.constantFrom(..."@#|<>&`\\[]()!*_~$\n\r\t {}\"'ab\u202e\u0000"), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(nasty, (letters) => {
      const line = markdownText(letters.join(""));
      expect(line).not.toMatch(/[\r\n<>\u0000\u202e]|@(?!\u200b)|#(?!\u200b)|(?<!\\)(?:\\\\)*[|`*_[\]~$]/);
      expect(mermaidText(letters.join(""))).not.toMatch(/["<>`\r\n[\]{}|\\]/);
    }),
  );
});

test.each([
  ["::error::x", "\\u{3a}:error::x"],
  ["  ::add-mask::x\n   ::stop", "  \\u{3a}:add-mask::x\n   \\u{3a}:stop"],
  ["A::B ::c", "A::B ::c"],
  ["x ##[error]y ##vso[task.z]", "x #\\u{23}[error]y #\\u{23}vso[task.z]"],
  ["# ## [1] ###", "# ## [1] ###"],
])("in the log of a pipeline %j commands nothing", (text, shown) => expect(logText(text)).toBe(shown));

test("a title that is wrapped begins no command", () => {
  const title = `${"word ".repeat(14)}long-enough ::error::pwned ##[error]pwned ##vso[task.complete]`;
  const house = "domain d { entity E }\ntool t { category crm; reads d }\n";
  const review = reviewed(house, `${house}rule r "${title}" { forbid tool reads domain }`);
  const plain = (text: string) => text;
  const paint = {
    bold: plain,
    dim: plain,
    red: plain,
    green: plain,
    yellow: plain,
    blue: plain,
    cyan: plain,
    magenta: plain,
    link: plain,
  };
  const text = prettyReview([{ project: ".", review }], {
    locale: "en",
    paint,
    columns: 80,
    base: "a",
    head: "b",
    spot: () => "x:1:1",
  });
  expect(text).not.toMatch(/^\s*::|##(?:vso)?\[/m);
  expect(text).toContain("pwned");
});

test("long texts are cut, and no character in two", () => {
  expect(markdownText("x".repeat(10_000)).length).toBe(120);
  expect(mermaidText(`${"x".repeat(58)}🥕🥕`, 60)).toBe(`${"x".repeat(58)}…`);
});

test.each([
  ["\u001b[31mred\u001b]8;;http://x\u0007", "\\u{1b}[31mred\\u{1b}]8;;http://x\\u{7}"],
  ["a\u202eb\u2066c\u200ed", "a\\u{202e}b\\u{2066}c\\u{200e}d"],
  ["\u{e0041}\u2028\ud800", "\\u{e0041}\\u{2028}\\u{d800}"],
  ["👩\u200d🌾 ن\u200cم é", "👩\u200d🌾 ن\u200cم é"],
])("%j in a terminal", (text, expected) => expect(terminalText(text)).toBe(expected));

test("the width of a text is what a terminal gives it", () => {
  expect(["abc", "食べる", "e\u0301", "🥕", "ａ"].map(widthOf)).toEqual([3, 6, 1, 2, 2]);
});

test("lines break at blanks and nowhere else", () => {
  expect(wrapped("one two three", 8)).toEqual(["one two", "three"]);
  expect(wrapped("a verylongword b", 5)).toEqual(["a", "verylongword", "b"]);
  expect(wrapped("Voulez-vous « un mot » ? Oui : 20 % !", 13)).toEqual([
    "Voulez-vous",
    "« un mot » ?",
    "Oui : 20 % !",
  ]);
});
