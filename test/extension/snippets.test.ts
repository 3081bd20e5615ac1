import { describe, expect, test } from "vitest";
import { categories } from "../../grammar/categories.ts";
import { format } from "../../grammar/format.ts";
import { kinds, policyWords } from "../../grammar/schema.ts";
import snippets from "../../grammar/snippets.json";
import { modelOf } from "../../server/model/link.ts";
import { fixture, projectIn } from "../support/fixture.ts";

const all = Object.entries(snippets).map(([name, { prefix, body }]) => ({
  name,
  prefix,
  body: body.join("\n"),
}));

/** What is written when every placeholder is left as it is, the first of each choice taken. */
function accepted(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+:([^}]*)\}/g, "$1")
    .replaceAll("$CURRENT_YEAR", "2027")
    .replaceAll(/\$\d/g, "");
}

/** Where a snippet is meant to be used. */
function placed(prefix: string, text: string): string {
  if (prefix === "entity") return `domain d {\n${text}\n}`;
  if (prefix === "allow") return `policy {\n${text}\n}`;
  return text;
}

test("there is a snippet for every kind of element, the policy and its waivers", () => {
  const wanted = [...kinds.map(({ name }) => name).filter((name) => name !== "attribute"), "policy", "allow"];
  expect(all.map(({ prefix }) => prefix).toSorted()).toEqual(wanted.toSorted());
});

describe.each(all)("$name", ({ prefix, body }) => {
  test("is right as it stands, but for the names that it leaves open", () => {
    const workspace = fixture(placed(prefix, accepted(body)));
    const { findings } = modelOf(projectIn(workspace));
    const wrong = findings.filter(({ rule }) => rule !== "unknown-reference");
    expect(wrong.map(({ rule, message }) => `${rule}: ${message.en}`)).toEqual([]);
  });

  test("is in the one layout", () => {
    // The line where the cursor ends up is still to be written.
    const text = accepted(body.replace(/\n *\$0$/m, "")).trimEnd();
    const isNested = placed(prefix, text) !== text;
    const whole = `${placed(prefix, isNested ? text.replaceAll(/^(?=.)/gm, "  ") : text)}\n`;
    expect(format(whole)).toBe(whole);
  });

  test("offers words of the schema, and all of them", () => {
    const lists = kinds.flatMap(({ flags, properties }) => [
      flags.map((flag) => flag.name),
      ...properties.map(({ value }) => (value.type === "choice" ? value.words : [])),
    ]);
    const known = [
      ...lists,
      categories,
      ["forbid", "require"],
      policyWords.map(({ name }) => name).filter((name) => name !== "allow"),
    ].map((words) => words.join());
    const offered = [...body.matchAll(/\|([^|]*)\|/g)].map(([, words]) => words);
    expect(offered.filter((words) => !known.includes(words ?? ""))).toEqual([]);
  });
});
