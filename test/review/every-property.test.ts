import { expect, test } from "vitest";
import { kinds, type Kind, type Property, type ValueType } from "../../grammar/schema.ts";
import { printed, QUIET, reviewed } from "./sides.ts";

/** What there is to refer to, an element of each kind. */
const WORLD = `
mission mission-1
mission mission-2
goal goal-1 { serves mission-1 }
goal goal-2 { serves mission-1 }
business-model business-model-1
business-model business-model-2
stakeholder stakeholder-1 { kind customer }
stakeholder stakeholder-2 { kind customer }
domain domain-1 { entity E1 { a: text } }
domain domain-2 { entity E2 { a: text } }
kpi kpi-1 { from domain-1 }
kpi kpi-2 { from domain-1 }
capability capability-1
capability capability-2
team team-1 { function data }
team team-2 { function it }
vendor vendor-1
vendor vendor-2
tool tool-1 { category pim }
tool tool-2 { category erp }
chain chain-1
chain chain-2
`;

/** Two values of a type that differ, as they are written. */
function values(type: ValueType): readonly [string, string] {
  switch (type.type) {
    case "ref": {
      const kind = type.kinds[0] ?? "tool";
      return kind === "entity" ? ["domain-1.E1", "domain-2.E2"] : [`${kind}-1`, `${kind}-2`];
    }
    case "choice":
      return [type.words[0] ?? "", type.words[1] ?? ""];
    case "attribute-type":
      return ["number", "domain-1.E1"];
    default:
      return SAMPLES[type.type];
  }
}

const SAMPLES: Readonly<
  Record<Exclude<ValueType["type"], "ref" | "choice" | "attribute-type">, readonly [string, string]>
> = {
  word: ["one", "two"],
  string: ['"one"', '"two"'],
  url: ['"https://one.example"', '"https://two.example"'],
  number: ["1", "2"],
  duration: ["1y", "2y"],
  date: ["2026-01-01", "2026-01-02"],
  money: ["1 EUR", "2 EUR"],
  country: ["FR", "DE"],
  selector: ["tool", "tool[status = legacy]"],
  clause: ["tool owns domain", "tool reads domain"],
  any: ["1", "2"],
};

/** The element under test, with its required properties and one more line. */
function statement(kind: Kind, line: string, flag = "", title = ""): string {
  const required = kind.properties
    .filter(({ name, count }) => (count === "one" || count === "some") && !line.startsWith(`${name} `))
    .map(({ name, value }) => `${name} ${values(value)[0]}`);
  const block = `{ ${[...required, line].filter((text) => text !== "").join("\n")} }`;
  if (kind.name === "attribute") return attribute(line, flag);
  if (kind.name === "entity") return `domain subject { entity E${title} ${flag} ${block} }`;
  const ends = kind.ends && `${kind.ends[0] ?? ""}-1 -> ${kind.ends[1] ?? ""}-1`;
  return `${kind.name} ${ends ?? "subject"}${title} ${flag} ${block}`;
}

/** Attributes are written shorter, and have but two properties of their own. */
function attribute(line: string, flag: string): string {
  const [key, ...rest] = line.split(" ");
  const type = key === "type" ? rest.join(" ") : "text";
  const aspect = key === "for" ? ` for ${rest.join(" ")}` : "";
  return `domain subject { entity E { a: ${type} ${flag}${aspect} } }`;
}

function idOf(kind: Kind): string {
  if (kind.ends) return `${kind.ends[0] ?? ""}-1 -> ${kind.ends[1] ?? ""}-1`;
  if (kind.name === "attribute") return "subject.E.a";
  return kind.name === "entity" ? "subject.E" : "subject";
}

function changes(before: string, after: string): readonly string[] {
  return printed(reviewed(QUIET + WORLD + before, QUIET + WORLD + after)).split("\n");
}

const writable = (kind: Kind): readonly Property[] =>
  kind.properties.filter(({ name }) => kind.name !== "attribute" || name === "type" || name === "for");

for (const kind of kinds) {
  test(`every property of a ${kind.name}, one at a time`, () => {
    for (const { name, value } of writable(kind)) {
      const [one, two] = values(value);
      const [, other] = [statement(kind, `${name} ${one}`), statement(kind, `${name} ${two}`)];
      const seen = changes(statement(kind, `${name} ${one}`), other);
      expect(seen[0]).toBe(`changed ${kind.name} ${idOf(kind)}`);
      expect(seen[1]?.split(" ")[2]).toBe(name);
    }
  });

  test(`flags, title and own properties of a ${kind.name}`, () => {
    for (const { name } of kind.flags) {
      expect(changes(statement(kind, ""), statement(kind, "", name))).toContain(`  flags - => ${name}`);
    }
    if (kind.name === "attribute") return;
    expect(changes(statement(kind, ""), statement(kind, "", "", ' "New"'))).toContain("  title - => New");
    expect(changes(statement(kind, "x-own 1"), statement(kind, "x-own 2"))).toContain("  x-own 1 => 2");
  });
}
