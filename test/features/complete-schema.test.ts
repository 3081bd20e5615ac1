import { describe, expect, test } from "vitest";
import { currencies, countries } from "../../grammar/codes.ts";
import { kinds, writtenKind, type Kind, type KindName, type Property } from "../../grammar/schema.ts";
import { complete } from "../../server/features/complete.ts";
import type { Completion } from "../../server/features/completion.ts";
import { cursorIn, fixture, modelIn } from "../support/fixture.ts";

/** An element of each kind, so that there is one that fits whatever is asked for, and one that does not. */
const WORLD = `
  //- world.bizarch crlf
  mission m-é
  goal g-é { serves m-é }
  business-model b-é
  stakeholder s-é { kind customer; tags été }
  stakeholder s2 { kind supplier }
  value s-é -> b-é
  domain d-é { entity É { clé: id for vente } }
  kpi k-é { from d-é }
  capability c-é { requires sql }
  team t-é { function data; skills python }
  vendor v-é
  tool o-é { category crm; cost 1 CAD; hosting PT }
  flow o-é -> s-é
  chain ch-é
  initiative i-é
  //- here.bizarch
`;

const NAMES: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  mission: ["m-é"],
  goal: ["g-é"],
  "business-model": ["b-é"],
  stakeholder: ["s-é", "s2"],
  domain: ["d-é"],
  entity: ["d-é.É"],
  kpi: ["k-é"],
  capability: ["c-é"],
  team: ["t-é"],
  vendor: ["v-é"],
  tool: ["o-é"],
  chain: ["ch-é"],
  initiative: ["i-é"],
};

function offered(text: string): readonly Completion[] {
  const workspace = fixture(`${WORLD}\n${text}`);
  return complete(modelIn(workspace), cursorIn(workspace)).items;
}

const labels = (items: readonly Completion[]): readonly string[] =>
  items.map(({ label }) => label).toSorted();

/** An element of a kind with a line in its block. */
function around(kind: Kind, line: string): string {
  if (kind.name === "attribute") return `domain d { entity E { a: text ${line} } }`;
  const head = kind.ends ? `${kind.name} ${kind.name === "flow" ? "o-é" : "b-é"} -> s2` : `${kind.name} x`;
  const block = `${head} {\n    ${line}\n  }`;
  return kind.within ? `domain d {\n  ${block}\n}` : block;
}

/** What fits a property, by the schema alone; undefined where it is free text, and nothing is to be offered. */
function fitting({ value, name }: Property): readonly string[] {
  switch (value.type) {
    case "ref":
      return value.kinds.flatMap((kind) => NAMES[kind] ?? []);
    case "choice":
      return value.words;
    case "country":
      return [...countries];
    case "word":
      return (
        {
          tags: ["été"],
          skills: ["python", "sql"],
          requires: ["python", "sql"],
          for: ["vente"],
          expects: ["vente"],
        }[name] ?? []
      );
    case "selector":
      return kinds
        .filter(({ name: kind, storey }) => storey !== "meta" && writtenKind(kind))
        .map(({ name: kind }) => kind);
    default:
      return [];
  }
}

const rows = kinds
  .filter(({ name }) => writtenKind(name))
  .flatMap((kind) =>
    kind.properties.map((property) => ({ kind, property, title: `${kind.name} ${property.name}` })),
  );

const LISTED = ["ref", "choice", "country", "word", "selector"];

describe("exactly what fits", () => {
  test.each(rows.filter(({ property }) => LISTED.includes(property.value.type)))(
    "$title",
    ({ kind, property }) => {
      const all = fitting(property).toSorted();
      const isSelf = (label: string): boolean => label !== "x" && label !== "d.x" && label !== "d";
      const clean = (items: readonly Completion[]): readonly string[] =>
        labels(
          items.filter(
            ({ label, sort }) =>
              !(sort === "reference" && (!isSelf(label) || label === "x" || label.includes("->"))),
          ),
        );
      expect(clean(offered(around(kind, `${property.name} $0`)))).toEqual(all);
      // Half typed, all is there for the editor to choose from, and the line behind is not swallowed.
      expect(clean(offered(around(kind, `${property.name} z$0\n    x-own 1`)))).toEqual(all);
      const [first = "", second = ""] = all;
      const isList = property.count === "many" || property.count === "some";
      if (!isList) expect(offered(around(kind, `${property.name} ${first} $0`))).toEqual([]);
      else if (second !== "") {
        const others = all.filter((label) => label !== first);
        expect(clean(offered(around(kind, `${property.name} ${first}, $0`)))).toEqual(others);
        expect(clean(offered(around(kind, `${property.name} ${first},\n      $0`)))).toEqual(others);
        expect(clean(offered(around(kind, `${property.name} $0, ${first}`)))).toEqual(others);
        expect(clean(offered(around(kind, `${property.name} $0,\n      ${first}`)))).toEqual(others);
        expect(offered(around(kind, `${property.name} ${first} $0`))).toEqual([]);
      }
    },
  );
});

describe("nothing where a text is to be written", () => {
  test.each(rows.filter(({ property }) => ["string", "url"].includes(property.value.type)))(
    "$title",
    ({ kind, property }) => {
      expect(offered(around(kind, `${property.name} $0`))).toEqual([]);
      expect(offered(around(kind, `${property.name} "a $0"`))).toEqual([]);
    },
  );
});

describe("quantities", () => {
  const of = (type: string) => rows.filter(({ property }) => property.value.type === type);

  test.each(of("money"))(
    "$title: currencies behind a number, those of the project first",
    ({ kind, property }) => {
      expect(offered(around(kind, `${property.name} $0`))).toEqual([]);
      const behind = offered(around(kind, `${property.name} 1200 $0`));
      expect(behind[0]?.label).toBe("CAD");
      expect(labels(behind)).toEqual([...currencies].toSorted());
      expect(offered(around(kind, `${property.name} 1200$0`)).map(({ label }) => label)).toContain(
        "1200 EUR",
      );
      expect(offered(around(kind, `${property.name} 1200 EUR $0`))).toEqual([]);
    },
  );

  test.each(of("duration"))(
    "$title: units behind a number, smaller ones behind a unit",
    ({ kind, property }) => {
      expect(offered(around(kind, `${property.name} $0`)).map(({ label }) => label)).toContain("1y");
      const units = ["10d", "10h", "10min", "10mo", "10w", "10y"];
      expect(labels(offered(around(kind, `${property.name} 10$0`)))).toEqual(units);
      expect(labels(offered(around(kind, `${property.name} 10m$0`)))).toEqual(units);
      expect(labels(offered(around(kind, `${property.name} 1y 6$0`)))).toEqual([
        "6d",
        "6h",
        "6min",
        "6mo",
        "6w",
      ]);
      expect(offered(around(kind, `${property.name} 1y $0`))).toEqual([]);
    },
  );

  test.each(of("date"))("$title: days that exist, whatever is typed of one", ({ kind, property }) => {
    for (const typed of ["", "2026", "2026-", "2026-0"]) {
      const days = offered(around(kind, `${property.name} ${typed}$0`)).map(({ label }) => label);
      expect(days).toContain("2026-06-30");
      expect(days.every((day) => new Date(day).toISOString().startsWith(day))).toBe(true);
      expect(new Set(days).size).toBe(days.length);
    }
  });
});

describe("the lines of a block", () => {
  test.each(kinds.filter(({ name }) => writtenKind(name)).map((kind) => ({ kind, title: kind.name })))(
    "$title",
    ({ kind }) => {
      const members = kinds
        .filter(({ name, within }) => within === kind.name && writtenKind(name))
        .map(({ name }) => name);
      const all = [...kind.properties.map(({ name }) => name), ...members].toSorted();
      expect(labels(offered(around(kind, "$0")))).toEqual(all);
      for (const { name, value } of kind.properties) {
        const others = all.filter((label) => label !== name || value.type === "clause");
        expect(labels(offered(around(kind, `${name} x\n    $0`)))).toEqual(others);
        expect(labels(offered(around(kind, `$0\n    ${name} x`)))).toEqual(others);
        expect(labels(offered(around(kind, `${name}$0`)))).toContain(name);
      }
    },
  );
});

describe("the flags of a kind", () => {
  const flagged = kinds.filter(({ name, flags }) => writtenKind(name) && flags.length > 0);
  test.each(flagged.map((kind) => ({ kind, title: kind.name })))("$title", ({ kind }) => {
    const at = (rest: string): string =>
      around(kind, "")
        .replace("{\n", `${rest} {\n`)
        .replace(/domain d \S* ?\{/, "domain d {");
    const names = kind.flags.map(({ name }) => name);
    const flags = (text: string): readonly string[] =>
      labels(offered(text).filter(({ sort }) => sort === "flag"));
    if (kind.within) {
      expect(flags(`domain d { entity E "T" $0 }`)).toEqual(names.toSorted());
      expect(flags(`domain d { entity E "T" $0 ${names[0] ?? ""} }`)).toEqual([]);
    } else {
      expect(flags(at('"T" $0'))).toEqual(names.toSorted());
      for (const flag of kind.flags) {
        const left = kind.flags.filter(
          ({ name, group }) => name !== flag.name && (!group || group !== flag.group),
        );
        expect(flags(at(`"T" ${flag.name} $0`))).toEqual(labelsOf(left));
        expect(flags(at(`"T" $0 ${flag.name}`))).toEqual(labelsOf(left));
      }
    }
  });
});

function labelsOf(rows: readonly { readonly name: string }[]): readonly string[] {
  return rows.map(({ name }) => name).toSorted();
}

describe("the conditions of a selector", () => {
  const asked = rows.filter(
    ({ kind, property }) => kind.storey !== "meta" && LISTED.includes(property.value.type),
  );
  test.each(asked)("$title", ({ kind, property }) => {
    const all = fitting(property).toSorted();
    const clean = (text: string): readonly string[] =>
      labels(offered(text).filter(({ label }) => !label.includes("->")));
    const [first = "", second = ""] = all;
    for (const before of [
      "view v { show ",
      "view v { hide goal, ",
      "rule r { forbid ",
      "rule r { require team owns ",
    ]) {
      expect(clean(`${before}${kind.name}[${property.name} = $0`)).toEqual(all);
      expect(clean(`${before}${kind.name}[${property.name} != $0] }`)).toEqual(all);
    }
    if (second !== "") {
      const others = all.filter((label) => label !== first);
      expect(clean(`view v { show ${kind.name}[${property.name} = ${first} | $0] }`)).toEqual(others);
      expect(clean(`view v { show ${kind.name}[${property.name} = $0 | ${first}] }`)).toEqual(others);
      // What another condition names does not matter to this one.
      expect(
        clean(`view v { show ${kind.name}[${property.name} != ${first}, ${property.name} != $0] }`),
      ).toEqual(all);
    }
    expect(labels(offered(`view v { show ${kind.name}[${property.name} $0] }`))).toEqual(["!=", "="]);
  });
});
