import { expect, test } from "vitest";
import configuration from "../../grammar/language-configuration.json";
import { unindent } from "../support/fixture.ts";

interface Rule {
  readonly beforeText: { readonly pattern: string };
  readonly afterText?: { readonly pattern: string };
  readonly previousLineText?: { readonly pattern: string };
  readonly action: { readonly indent: string; readonly appendText?: string };
}

/** What Enter does at `$0`, as VS Code reads the rules: the first that fits; `-` where none does. */
function enterAt(marked: string): string {
  const text = unindent(marked).trimEnd();
  const at = text.indexOf("$0");
  const lines = text.slice(0, at).split("\n");
  const before = lines.at(-1) ?? "";
  const previous = lines.at(-2) ?? "";
  const after = text.slice(at + 2).split("\n")[0] ?? "";
  const rules: readonly Rule[] = configuration.onEnterRules;
  const fits = (pattern: Rule["afterText"], line: string): boolean =>
    pattern === undefined || new RegExp(pattern.pattern).test(line);
  const rule = rules.find(
    ({ beforeText, afterText, previousLineText }) =>
      fits(beforeText, before) && fits(afterText, after) && fits(previousLineText, previous),
  );
  return rule ? `${rule.action.indent}${rule.action.appendText ?? ""}` : "-";
}

test("a description goes on", () => {
  expect(enterAt("/// Who pays.$0")).toBe("none/// ");
  expect(enterAt("  /// é𝒳$0")).toBe("none/// ");
  expect(enterAt("//// a rule of a page$0")).toBe("-");
});

test("a comment opens", () => expect(enterAt("/*$0 */")).toBe("indentOutdent"));

test("a line that goes on is followed further right, so that it is not taken for a statement", () => {
  expect(enterAt("tool t {\n  owns catalog,$0")).toBe("indent");
  expect(enterAt("tool t {\n  owns catalog, // and\n$0")).not.toBe("indent");
  expect(enterAt("flow pim ->$0")).toBe("indent");
  expect(enterAt("tool t {\n  owns catalog,  // and more$0")).toBe("indent");
});

test("and the next of them stands below, until the last", () => {
  expect(enterAt("flow a ->\n  b ->$0")).toBe("none");
  expect(enterAt("tool t {\n  owns a,\n    b$0")).toBe("outdent");
  expect(enterAt("flow a ->\n  b {$0")).toBe("-");
});

test("elsewhere nothing but the braces decides", () => {
  for (const text of ["tool t {$0", "tool t {\n  category pim$0", "}$0", "// a, b,$0", 'tool t "a"$0'])
    expect(enterAt(text)).toBe("-");
});
