import { syntaxOf } from "../../grammar/parse.ts";
import type { Statement, Value } from "../../grammar/tree.ts";
import type { Syntax } from "../../grammar/syntax.ts";

/** The tree of a text as indented lines, and its findings below: `! "covered text" message`. */
export function printTree(text: string): string {
  const syntax = syntaxOf({ path: "test.bizarch", text });
  const lines = syntax.statements.flatMap((statement) => printStatement(statement, ""));
  return [...lines, ...printFindings(syntax)].join("\n");
}

/** Each finding with the text that it covers. */
function printFindings({ file, findings, startOf }: Syntax): readonly string[] {
  return findings.map(({ site, message }) => {
    const base = site.top ? (startOf.get(site.top) ?? 0) : 0;
    const covered = file.text.slice(base + site.span.start, base + site.span.end);
    return `! ${JSON.stringify(covered)} ${message.en}`;
  });
}

function printStatement({ head, colon, items, block, doc }: Statement, indent: string): readonly string[] {
  const values = items.map(({ value, comma }) => `${comma ? "," : ""} ${printValue(value)}`);
  const line = `${indent}${head.text}${colon ? ":" : ""}${values.join("")}`;
  const above = doc ? [`${indent}/// ${JSON.stringify(doc.text)}`] : [];
  if (!block) return [...above, line];
  const inner = block.statements.flatMap((statement) => printStatement(statement, `${indent}  `));
  return [...above, `${line} {${block.closed ? "" : " (open)"}`, ...inner, `${indent}}`];
}

function printValue(value: Value): string {
  switch (value.type) {
    case "name":
      return value.text;
    case "string":
      return JSON.stringify(value.value);
    case "invalid":
      return value.text === "" ? "<nothing>" : `<invalid ${value.text}>`;
    case "number":
    case "percent":
    case "date":
    case "duration":
    case "money":
      return `<${value.type} ${value.value}${value.unit ? ` ${value.unit}` : ""}>`;
    default:
      return `<${value.type} ${value.text}>`;
  }
}
