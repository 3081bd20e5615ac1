import { test } from "vitest";
import { documentHighlight } from "../../server/features/document-highlight.ts";
import { checker } from "../support/check.ts";

/** The text of the file with the marks in it: `[name]` where it is read, `<name>` where it is written. */
const check = checker(({ model, at }) => {
  const marks = documentHighlight(model, at);
  const text = model.project.files.find(({ path }) => path === at.path)?.text ?? "";
  return marks
    ?.toSorted((a, b) => b.span.start - a.span.start)
    .reduce((marked, { span, use }) => {
      const [open, close] = use === "write" ? ["<", ">"] : ["[", "]"];
      const { start, end } = span;
      return `${marked.slice(0, start)}${open}${marked.slice(start, end)}${close}${marked.slice(end)}`;
    }, text)
    .replaceAll("\r", "");
});

test("the file of the cursor and no other", () =>
  check(
    `
    //- a.bizarch
    kpi k { from d.E }
    //- b.bizarch crlf
    domain d "𝒳" { entity $0E { e: E } }
    tool t { category erp; owns d.E; reads d.E }
    flow t -> t { carries d.E }
    `,
    `
    domain d "𝒳" { entity <E> { e: [E] } }
    tool t { category erp; owns d.<E>; reads d.[E] }
    flow t -> t { carries d.[E] }
    `,
  ));

test("a domain whose entity is written is itself only named", () =>
  check(
    "domain d { entity E }\ntool t { category erp; writes d$0.E, d }",
    "domain <d> { entity E }\ntool t { category erp; writes [d].E, <d> }",
  ));

test("a tool at the ends of flows, on lines that are being typed", () =>
  check(
    `
    policy { allow isolated-tool for crm }
    tool crm { category crm
    flow crm -> cr$0m ->
    chain c { collect crm,
    `,
    `
    policy { allow isolated-tool for [crm] }
    tool <crm> { category crm
    flow [crm] -> [crm] ->
    chain c { collect [crm],
    `,
  ));

test("a flow by its arrow", () =>
  check(
    "tool a { category erp }\ntool b { category erp }\nflow a -$0> b -> a\npolicy { allow manual-flow for a -> b }",
    "tool a { category erp }\ntool b { category erp }\nflow <a -> b> -> a\npolicy { allow manual-flow for [a -> b] }",
  ));

test("nothing where nothing is named", () => {
  check("tool a { category er$0p }", "-");
  check("$0", "-");
});
