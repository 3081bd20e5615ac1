import { test } from "vitest";
import { elementAt } from "../../server/model/place.ts";
import { checker } from "../support/check.ts";

const check = checker(({ model, at }) => elementAt(model, at)?.name);

test("the innermost element around a place", () => {
  check("domain d {\n  entity E {\n    sku: i$0d\n  }\n}", "d.E.sku");
  check("domain d {\n  entity E {\n    $0\n    sku: id\n  }\n}", "d.E");
  check("domain d {\n  $0\n}", "d");
});

test("the element that names another, not the other", () =>
  check("tool a { category erp; owns d$0 }\ndomain d", "a"));

test("at both edges of a statement, and not beyond", () => {
  check("$0mission eat", "eat");
  check("mission eat$0", "eat");
  check("mission eat $0\nmission drink", "-");
  check("mission eat\n\n$0\n", "-");
});

test("one of the flows of a chain", () => {
  const tools = "tool a { category erp }\ntool b { category bi }\ntool c { category bi }\n";
  check(`${tools}flow a -$0> b -> c`, "a -> b");
  check(`${tools}flow a -> b -> $0c`, "b -> c");
});

test("behind what takes two units, in another file", () =>
  check("//- a.bizarch crlf\nmission 𝒳\n//- b.bizarch crlf\n// 𝒳é\ngoal g { serves 𝒳$0 }", "g"));
