import { examplesOf } from "../../server/pages/example.ts";

/**
 * A rule's page is its test. What a page consists of:
 *
 *     # name-of-the-rule
 *     Why the rule is there, in one sentence.                    then prose
 *     ## Wrong                                                    examples that the rule speaks of
 *     ## Right                                                    examples that it is silent about
 *     ## When to turn it off                                      not for the rules of the language, which are always on
 *
 * An example is a fence that begins with ```bizarch; its text is a fixture (`//- path` opens a file). A comment under a
 * line marks what this rule finds in it, and a page marks all that its own rule finds:
 *
 *     owns customer
 *     //   ^^^^^^^^ 'cdp' is a marketing tool        the beginning of the English message
 *     // <toool> There is no kind                    for what begins in the first two columns
 *
 * Right examples are silent for all rules under the profile `recommended`. One that begins with ```bizarch only
 * is a near miss, shown without everything around it: only the page's own rule and the language are silent.
 */
export interface Page {
  readonly name: string;
  /** The first sentence. */
  readonly why: string;
  readonly headings: readonly string[];
  readonly wrong: readonly Example[];
  readonly right: readonly Example[];
}

export interface Example {
  /** The line in the page where the fence begins, from 1. */
  readonly line: number;
  /** Whether other rules may speak of it. */
  readonly only: boolean;
  readonly text: string;
}

/** Reads a page. */
export function readPage(text: string): Page {
  const lines = text.split("\n");
  const under = (heading: string): readonly Example[] =>
    examplesOf(text)
      .filter((example) => example.heading === heading)
      .map(({ line, info, text }) => ({ line, only: info === "only", text }));
  return {
    name: lines[0]?.replace(/^# /, "") ?? "",
    why: lines[2] ?? "",
    headings: withoutFences(lines).filter((line) => line.startsWith("#")),
    wrong: under("Wrong"),
    right: under("Right"),
  };
}

function withoutFences(lines: readonly string[]): readonly string[] {
  let inside = false;
  return lines.filter((line) => {
    const fence = line.startsWith("```");
    if (fence) inside = !inside;
    return !fence && !inside;
  });
}

/** A mark under a line, from 1: where the finding stands, the text that it covers, and how its message begins. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly covered: string;
  readonly message: string;
}

/** The marks in the text of one file. */
export function marksIn(text: string): readonly Mark[] {
  const lines = text.split("\n");
  let marked = 0;
  return lines.flatMap((line, index) => {
    const mark = readMark(line, lines[marked] ?? "");
    if (!mark) marked = index;
    return mark ? [{ line: marked + 1, ...mark }] : [];
  });
}

function readMark(line: string, above: string): Omit<Mark, "line"> | undefined {
  const carets = /^(\s*\/\/\s*)(\^+) (.+)$/.exec(line);
  if (carets?.[1] !== undefined && carets[2] && carets[3]) {
    const start = carets[1].length;
    return {
      column: start + 1,
      covered: above.slice(start, start + carets[2].length),
      message: carets[3],
    };
  }
  const named = /^\s*\/\/ <(.+?)> (.+)$/.exec(line);
  if (!named?.[1] || !named[2]) return undefined;
  return { column: above.indexOf(named[1]) + 1, covered: named[1], message: named[2] };
}
