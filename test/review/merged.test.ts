import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { itemWords } from "../support/item.ts";
import type { Review } from "../../server/review/reviewed.ts";
import { mergedGraph } from "../../server/review/merged.ts";
import type { ViewGraph } from "../../server/views/view-graph.ts";
import { flaws } from "../diagram/checks.ts";
import { sceneFor } from "../diagram/picture.ts";
import { filesIn, readArchive } from "./archive.ts";
import { statements } from "./arbitrary.ts";
import { compared, reviewed } from "./sides.ts";

const look = { base: "main", head: "change", all: false } as const;

/** What a picture shows: marked shapes, groups and lines, then what is pale. */
function printed(graph: ViewGraph | undefined): string {
  if (!graph) return "nothing";
  const named = [
    ...graph.groups
      .filter(({ kind }) => kind !== undefined)
      .map(({ id, kind, change }) => `${change ?? ""} ${kind ?? ""} ${id}`),
    ...graph.nodes.map(
      ({ id, kind, group, change, items = [] }) =>
        `${change ?? ""} ${kind} ${id}${kind === "entity" ? ` in ${group ?? "-"}` : ""}${items.map((item) => ` | ${itemWords(item)}`).join("")}`,
    ),
    ...graph.edges.map(({ from, type, to, label, change }) =>
      `${change ?? ""} ${from} ${type} ${to} ${label}`.trimEnd(),
    ),
  ];
  return named.toSorted((a, b) => Number(a.startsWith("same")) - Number(b.startsWith("same"))).join("\n");
}

const HOUSE = `
  mission m
  domain d core { entity A { x: text; y: text }; entity B }
  domain e { entity C }
  team t { function data }
  tool crm { category crm; owns d; accountable t }
  tool erp { category erp; owns e }
  tool far { category bi }
  flow crm -> erp "Orders" { carries d.A }
`;

test("both states are one picture: what changed bears its mark, what is next to it is pale, the rest is not there", () => {
  const head = HOUSE.replace("x: text; y: text", "x: number; z: text")
    .replace("tool erp { category erp; owns e }", "tool new { category pim; owns d.A; accountable t }")
    .replace('flow crm -> erp "Orders"', 'flow crm -> new "Orders"')
    .replace("owns d; accountable t }\n", "owns d; accountable t; lifespan 3y }\n");
  expect(printed(mergedGraph(reviewed(HOUSE, head), look)))
    .toBe(`changed entity d.A in d | ~ x: type text → number | → z (y)
changed tool crm | + lifespan 3y
added tool new
removed tool erp
removed crm flow erp Orders
added crm flow new Orders
removed erp owns e
added new owns d.A
added new accountable t
same domain d
same domain e
same team t
same crm owns d`);
});

test("a domain says in its wall what changed about it, the rest is counted", () => {
  const head = HOUSE.replace("domain d core {", "domain d core { lifespan 9y; since 2026-01-01;");
  const group = mergedGraph(
    reviewed(HOUSE.replace("core {", "core { lifespan 12y;"), head),
    look,
  )?.groups.find(({ id }) => id === "d");
  expect([group?.change, group?.detail]).toEqual(["changed", "lifespan 12y → 9y · +1"]);
});

test("what was moved or renamed stands where it is today, with the name that it had", () => {
  const head = HOUSE.replace("entity A { x: text; y: text }; ", "").replace(
    "entity C",
    "entity C; entity A { x: text; y: text }",
  );
  const told = printed(mergedGraph(reviewed(HOUSE, head), look));
  expect(told).toContain("renamed entity e.A in e | ← d.A");
});

test("what is gone stands in its domain, under the name that this has now", () => {
  const base = HOUSE.replace("entity B", "entity B; entity F; entity G; entity H");
  const head = base.replaceAll(/\bd\b/g, "data").replace("; entity B", "");
  expect(printed(mergedGraph(reviewed(base, head), look))).toContain("removed entity d.B in data");
});

test("one of another kind under the same name is another shape", () => {
  const told = printed(
    mergedGraph(reviewed(HOUSE, HOUSE.replace("tool far { category bi }", "vendor far")), look),
  );
  expect(told).toContain("added vendor far\n");
  expect(told).toContain("removed tool far (tool)");
});

test("all of the house, where it is asked for; nothing where nothing with a shape changed", () => {
  const head = HOUSE.replace("category bi", "category erp");
  const all = printed(mergedGraph(reviewed(HOUSE, head), { ...look, all: true }));
  expect(all).toContain("changed tool far | category bi → erp");
  for (const name of ["same mission m", "same entity d.B in d", "same tool erp", "same crm flow erp Orders"])
    expect(all).toContain(name);
  expect(printed(mergedGraph(reviewed(HOUSE, HOUSE), look))).toBe("nothing");
  expect(printed(mergedGraph(reviewed(HOUSE, `${HOUSE}\nview v { show tool }`), look))).toBe("nothing");
});

test("it says what it is of, and what there was no room for", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `tool t${String(index)} { category crm }`).join("\n");
  const graph = mergedGraph(reviewed("mission m", `mission m\n${many(200)}`), look);
  expect(graph?.title).toBe("m");
  expect(graph?.subtitle).toMatch(/^main → change · .* · 110 changes not drawn$/);
  expect(graph?.nodes.length).toBe(90);
});

test("whatever changed, every shape and line has its place once, and what changed is there", () => {
  fc.assert(
    fc.property(statements, statements, fc.boolean(), (before, after, all) => {
      const review = reviewed(before.join("\n"), after.join("\n"));
      const graph = mergedGraph(review, { ...look, all });
      if (graph) sound(review, graph);
    }),
    { numRuns: 200 },
  );
});

function sound({ changes, states }: Review, { nodes, groups, edges }: ViewGraph): void {
  const ids = [...nodes.map(({ id }) => id), ...groups.map(({ id }) => id)];
  expect(ids.length).toBe(new Set(ids).size);
  expect(new Set(edges.map(({ id }) => id)).size).toBe(edges.length);
  for (const { from, to } of edges) expect([ids.includes(from), ids.includes(to)]).toEqual([true, true]);
  for (const { group } of nodes) if (group !== undefined) expect(ids).toContain(group);
  const marked = new Set(
    [...nodes, ...groups]
      .filter(({ change }) => change && change !== "same")
      .map((it) => ("name" in it ? it.name : it.id)),
  );
  const shaped = changes.elements.filter(({ storey, kind, after }) => {
    const isOnly = after && states.head.model.byName.get(after.name) === after;
    return storey !== "meta" && !["flow", "value", "attribute"].includes(kind) && isOnly;
  });
  for (const { id } of shaped) expect(marked).toContain(id);
}

const folder = join(import.meta.dirname, "archives");

test.each(readdirSync(folder).filter((name) => name.endsWith(".txt")))(
  "the picture of %s has no flaw",
  async (name) => {
    const archive = readArchive(readFileSync(join(folder, name), "utf8"));
    for (const { review } of compared(filesIn(archive, "base"), filesIn(archive, "head")).reviews) {
      const graph = mergedGraph(review, look);
      if (!graph) continue;
      sound(review, graph);
      expect(flaws(await sceneFor(graph))).toEqual([]);
    }
  },
);

test("where very many lines changed, those of what came or went are taken for granted", () => {
  const tools = Array.from({ length: 45 }, (_, at) => `tool t${at} { category bi; reads d; accountable t }`);
  const base = `${HOUSE}\n${tools.join("\n")}`;
  const head = HOUSE.replace("owns d; accountable t", "reads d; accountable t");
  const lines = mergedGraph(reviewed(base, head), look)?.edges.map(
    ({ from, type, to, change }) => `${change ?? ""} ${from} ${type} ${to}`,
  );
  expect(lines).toContain("removed crm owns d");
  expect(lines).toContain("added crm reads d");
  expect(lines?.filter((line) => line.includes(" t0 "))).toEqual([]);
  expect(lines?.filter((line) => /^same t\d/.test(line))).toEqual([]);
});
