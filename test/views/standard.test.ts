import { expect, test } from "vitest";
import { standardViews } from "../../server/views/standard.ts";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import { itemWords } from "../support/item.ts";
import { judge } from "../support/verdict.ts";

const HOUSE = `
  mission manger
  business-model commerce { serves manger }
  stakeholder foyer { kind customer }
  value commerce -> foyer "Paniers"
  value foyer -> commerce "Argent"
  value foyer -> foyer
  domain catalogue core { entity Produit; entity Prix }
  domain vide
  team data { function data }
  tool pim { category pim; owns catalogue.Produit; accountable data }
  tool erp { category erp; owns catalogue.Prix }
  tool vieux { category crm; status retired; owns vide }
  tool site { category website; reads catalogue }
  tool libre { category autre; writes vide }
  flow pim -> site { carries catalogue.Produit }
`;

/** What a view shows: each group with what stands in it, then its lines. */
function shown(text: string, id: string): string {
  const graph = viewGraph(judge(text).model, [], id);
  if (!graph) return "-";
  const groups = graph.groups.map(({ id: group }) => {
    const members = graph.nodes.filter((node) => node.group === group).map(({ name }) => name);
    return `${group}: ${members.join(" ")}`.trim();
  });
  const open = graph.nodes.filter(({ group }) => group === undefined).map(({ name }) => name);
  return [...groups, ...open, ...graph.edges.map(({ id: line }) => line)].join("\n");
}

test("the landscape has every tool, family by family, and no line", () => {
  expect(shown(HOUSE, "landscape")).toBe(
    [
      "group:tools-channel: site",
      "group:tools-marketing: vieux",
      "group:tools-operations: pim erp",
      "group:tools-other: libre",
    ].join("\n"),
  );
});

test("ownership has data, and the tools that are there and own some of it", () => {
  expect(shown(HOUSE, "ownership")).toBe(
    [
      "catalogue: catalogue.Produit catalogue.Prix",
      "vide:",
      "group:tools-operations: pim erp",
      "pim owns catalogue",
      "erp owns catalogue",
    ].join("\n"),
  );
});

test("ownership says who else writes and reads", () => {
  const house = `
    domain catalogue { entity Produit { code: id key }; entity Prix; entity Stock }
    tool pim { category pim; owns catalogue; writes catalogue.Prix }
    tool erp "L'ERP" { category erp; writes catalogue.Produit; reads catalogue.Produit }
    tool site { category website; reads catalogue.Produit }
    tool app { category app; reads catalogue.Produit, catalogue.Stock }
    tool vieux { category crm; status retired; reads catalogue.Prix }
  `;
  const nodes = viewGraph(judge(house).model, [], "ownership")?.nodes.map(({ name, items }) => [name, items]);
  expect(nodes).toEqual([
    ["catalogue.Produit", ["written by L'ERP", "read by 2 tools"]],
    ["catalogue.Prix", []],
    ["catalogue.Stock", ["read by app"]],
    ["pim", undefined],
  ]);
});

test("tools stand beneath the walls that they hold: groups and the tools in each in the order of the walls", () => {
  const house = `
    domain first { entity A }
    domain second { entity B }
    domain third { entity C }
    tool site { category website; owns third }
    tool erp { category erp; owns first, third }
    tool pim { category pim; owns first }
    tool crm { category crm; owns second }
  `;
  const groups = viewGraph(judge(house).model, [], "ownership")?.groups.map(({ id }) => id);
  expect(groups?.slice(3)).toEqual([
    "group:tools-operations",
    "group:tools-marketing",
    "group:tools-channel",
  ]);
  const nodes = viewGraph(judge(house).model, [], "ownership")?.nodes.map(({ name }) => name);
  expect(nodes?.slice(3)).toEqual(["pim", "erp", "crm", "site"]);
});

test("value has who gives and who gets, and no line from one to itself", () => {
  expect(shown(HOUSE, "value")).toBe(
    ["commerce", "foyer", "commerce -> foyer", "foyer -> commerce"].join("\n"),
  );
});

test("a trace leads up to the mission and down to all that is there for it, by the lines that make it one", () => {
  const house = `
    mission m
    goal g { serves m }
    goal autre { serves m }
    team équipe { function data }
    vendor v
    domain d
    tool pim { category pim; serves g; accountable équipe; vendor v; owns d }
    tool site { category website; serves autre }
    flow pim -> site
    chain c { serves g; collect pim }
  `;
  expect(shown(house, "trace:pim")).toBe(
    [
      "m\ng\néquipe\nv\nd\npim\nc",
      "pim serves g",
      "pim owns d",
      "c collect pim",
      "g serves m",
      "c serves g",
      "pim accountable équipe",
      "pim vendor v",
    ].join("\n"),
  );
  expect(shown(house, "trace:g")).toContain("pim serves g");
  const many = Array.from({ length: 24 }, (_, index) => `chain c${index} { serves g; collect pim }`);
  expect(shown(`${house}\n${many.join("\n")}`, "trace:pim")).toContain("group:missions: m");
  expect(shown(house, "trace:nothing")).toBe("-");
  expect(shown(`${house}\nview w { show tool }`, "trace:w")).toBe("-");
});

test("a trace draws no line from one to itself, and none twice, where an architecture goes in circles", () => {
  const circles = `
    goal g { serves g, h }
    goal h { serves g }
    team t { function data; reports-to t, u }
    team u { function data; reports-to t }
    tool x { category crm; serves g; accountable t }
    initiative i { serves g; uses x; changes x; measured-by k }
    kpi k { from d }
    domain d
  `;
  for (const id of ["g", "t", "x", "i", "k"]) {
    const graph = viewGraph(judge(circles).model, [], `trace:${id}`);
    const ids = graph?.edges.map((edge) => edge.id) ?? [];
    expect(graph?.edges.filter(({ from, to }) => from === to)).toEqual([]);
    expect(ids).toEqual([...new Set(ids)]);
  }
});

test("a view is offered where there is something to show in it", () => {
  const ids = (text: string) => viewsOf(judge(text).model).map(({ id }) => id);
  expect(ids(HOUSE)).toEqual([
    "storeys",
    "value",
    "ownership",
    "matrix",
    "flows",
    "landscape",
    "landscape:team",
    "organisation",
  ]);
  expect(ids("mission m")).toEqual(["storeys"]);
  expect(ids("domain d\ntool t { category crm; status retired; owns d }")).toEqual(["storeys", "landscape"]);
  for (const { id } of standardViews) expect(shown("", id)).toBe("-");
});

test("a view of the project's own goes before a standard one of its name", () => {
  const own = `${HOUSE}\nview landscape "Ours" { show team }`;
  const { model } = judge(own);
  expect(viewsOf(model).at(-1)).toEqual({ id: "landscape", title: "Ours" });
  expect(viewsOf(model).filter(({ id }) => id === "landscape")).toHaveLength(1);
  expect(shown(own, "landscape")).toBe("data");
});

test("it says which architecture it is of, in the language of the messages", () => {
  const { model } = judge(HOUSE);
  expect(viewGraph(model, [], "ownership")).toMatchObject({
    title: "Ownership",
    subtitle: "manger · 6 elements",
  });
});

test("around an element is what it has to do with, as many steps as are asked for", () => {
  const names = (id: string) => {
    const graph = viewGraph(judge(HOUSE).model, [], id);
    return [
      ...(graph?.groups ?? []).map((it) => it.id),
      ...(graph?.nodes ?? []).map(({ name }) => name),
    ].join(" ");
  };
  expect(names("around:pim")).toBe("catalogue.Produit data pim site");
  expect(names("around:pim:0")).toBe("pim");
  expect(names("around:pim:2")).toBe("catalogue catalogue.Produit data pim site");
  expect(names("around:pim -> site")).toBe("pim site");
  for (const id of ["around:", "around:nobody", "around:pim:x", "around:pim:-1", "around", "near:pim"])
    expect(viewGraph(judge(HOUSE).model, [], id), id).toBeUndefined();
});

test("a chain is a row of stages, torn where nothing gets from one to the next, closed where it comes back", () => {
  const tools = (names: string) =>
    names
      .split(" ")
      .map((name) => `tool ${name} { category bi }`)
      .join("\n");
  const edges = (text: string) => viewGraph(judge(text).model, [], "chain")?.edges.map(({ id }) => id);
  const whole = `${tools("a b c")}
    flow a -> b -> c -> a
    chain loop { collect a; analyse a, b; activate b; measure c; optimise c }`;
  expect(edges(whole)).toEqual([
    "loop:collect step loop:analyse",
    "loop:analyse step loop:activate",
    "loop:activate step loop:measure",
    "loop:measure step loop:optimise",
    "loop:optimise step loop:collect",
  ]);
  const torn = `${tools("a b c")}
    tool old { category bi; status retired }
    flow c -> a
    chain loop { collect a; analyse b; activate b; measure old; optimise c }`;
  expect(edges(torn)).toEqual([
    "loop:collect gap loop:analyse",
    "loop:analyse step loop:activate",
    "loop:activate gap loop:measure",
    "loop:measure gap loop:optimise",
    "loop:optimise step loop:collect",
  ]);
  const graph = viewGraph(judge(torn).model, [], "chain");
  expect(graph?.groups.filter(({ marks }) => marks.includes("missing")).map(({ id }) => id)).toEqual([
    "loop:measure",
  ]);
  expect(graph?.nodes.map(({ id }) => id)).toEqual([
    "loop:collect:a",
    "loop:analyse:b",
    "loop:activate:b",
    "loop:optimise:c",
  ]);
});

test("an organisation has its teams, what they decide on and answer for, and what nobody answers for", () => {
  const text = `
    team board { function executive; architects model }
    team data { function data; reports-to board; architects catalogue }
    team it { function it; reports-to board }
    business-model model
    domain catalogue { accountable data; entity Produit }
    domain stock
    tool pim { category pim; accountable data }
    tool old { category crm; status retired }
    tool lost { category crm }
    kpi k { from catalogue }
  `;
  expect(shown(text, "organisation")).toBe(
    ["group:nobody: stock lost", "board", "data", "it", "data reports-to board", "it reports-to board"].join(
      "\n",
    ),
  );
  const nodes = viewGraph(judge(text).model, [], "organisation")?.nodes;
  expect(nodes?.map(({ items }) => items?.map(itemWords).join(", "))).toEqual([
    "decides on:, model",
    "decides on:, catalogue, answers for:, pim",
    undefined,
    undefined,
    undefined,
  ]);
});

test("what a team decides on and what it answers for are told apart, by a heading each", () => {
  const text = `
    team board { function executive; architects catalogue, stock }
    team data { function data; architects sales, people }
    domain catalogue
    domain stock
    domain sales
    domain people
    tool pim "PIM" { category pim; accountable data }
    team it { function it }
    tool erp "ERP" { category erp; accountable it }
  `;
  const items = viewGraph(judge(text).model, [], "organisation")?.nodes.map((node) => node.items);
  const [decides, answers] = [{ heading: "decides on:" }, { heading: "answers for:" }];
  expect(items?.slice(0, 3)).toEqual([
    [decides, "catalogue", "stock"],
    [decides, "sales", "people", answers, "PIM"],
    [answers, "ERP"],
  ]);
});

test("teams that report to each other in a circle are drawn without it", () => {
  const text = `
    team a { function it; reports-to b }
    team b { function it; reports-to c }
    team c { function it; reports-to a }
    team d { function it; reports-to d }
  `;
  expect(shown(text, "organisation")).toBe(
    ["a", "b", "c", "d", "a reports-to b", "b reports-to c"].join("\n"),
  );
});

test("the landscape by team and by vendor has who answers for nothing last, and each tool's share of the data", () => {
  const text = `
    team data { function data }
    vendor acme
    domain d { entity a; entity b; entity c }
    tool pim { category pim; accountable data; owns d }
    tool crm { category crm; vendor acme; reads d.a }
    tool seul { category crm }
  `;
  expect(shown(text, "landscape:team")).toBe(["group:data: pim", "group:: crm seul"].join("\n"));
  expect(shown(text, "landscape:vendor")).toBe(["group:acme: crm", "group:: pim seul"].join("\n"));
  const graph = viewGraph(judge(text).model, [], "landscape:team");
  expect(graph?.nodes.map(({ name, tone }) => `${name} ${tone}`)).toEqual([
    "pim 1",
    "crm 0",
    "seul undefined",
  ]);
});

test("capabilities stand by activity, then by goal, with the tools that they rest on, and those without", () => {
  const text = `
    mission m
    goal g "Vivre mieux" { serves m }
    capability rien
    capability nourrir { serves g }
    capability mesurer { activity analytics }
    capability raconter { activity content }
    tool a "A" { category bi; serves mesurer, nourrir }
    tool b "B" { category bi; serves mesurer }
    tool c { category bi; status retired; serves raconter }
  `;
  expect(shown(text, "capabilities")).toBe(
    ["activity:content: raconter", "activity:analytics: mesurer", "group:g: nourrir", "group:: rien"].join(
      "\n",
    ),
  );
  const nodes = viewGraph(judge(text).model, [], "capabilities")?.nodes;
  expect(
    nodes?.map(({ name, tone, items, marks }) =>
      [name, tone, items?.map(itemWords).join(), ...marks].join(" "),
    ),
  ).toEqual(["raconter   missing", "mesurer 1 A,B", "nourrir 0 A", "rien   missing"]);
});

test("a value shows how often each gives and gets, and who only does one of the two", () => {
  const text = `
    business-model commerce
    stakeholder foyer { kind customer }
    stakeholder ville { kind citizen }
    value commerce -> foyer
    value foyer -> commerce
    value commerce -> ville
    value ville -> ville
  `;
  const nodes = viewGraph(judge(text).model, [], "value")?.nodes;
  expect(nodes?.map(({ detail, marks }) => [detail, ...marks].join(" | "))).toEqual([
    "gives 2 · gets 1",
    "gives 1 · gets 1 · Customer",
    "gives 0 · gets 1 · Citizen | one-way",
  ]);
});

test("tones say what `colour-by` asks for, and only of those of whom it can be said", () => {
  const text = `
    mission m { horizon 20y }
    team data "Données" { function data }
    tool a { category pim; accountable data; lifespan 5y }
    tool b { category crm; status legacy; lifespan 6mo }
    view v { show tool, mission
      colour-by BY }
  `;
  const tones = (by: string) => {
    const graph = viewGraph(judge(text.replace("BY", by)).model, [], "v");
    return graph?.nodes
      .map(({ name, tone }) => `${name} ${graph.tones?.names[tone ?? -1] ?? "-"}`)
      .join(", ");
  };
  expect(tones("team")).toBe("m -, b -, a Données");
  expect(tones("status")).toBe("m -, b Legacy, a Active");
  expect(tones("lifespan")).toBe("m 15 years and more, b Less than a year, a 3 to 7 years");
  expect(tones("category")).toBe("m -, b Marketing, a Operations");
  expect(tones("storey")).toBe("m Why, b How, a How");
});

test("one shape stands in the middle of what is around it, a domain with its rooms and a room in it do not", () => {
  const house = `
    domain d { entity E; entity F }
    tool lake { category lakehouse; owns d.E; reads d }
    tool site { category website }
    flow site -> lake
  `;
  const around = (id: string) => viewGraph(judge(house).model, [], `around:${id}`);
  expect(around("lake")).toMatchObject({ layout: "hub", groups: [] });
  expect(around("lake")?.nodes.map(({ name, centre }) => `${name} ${centre ?? false}`)).toEqual([
    "d false",
    "d.E false",
    "lake true",
    "site false",
  ]);
  expect(around("lake:2")).toMatchObject({ layout: "hub", groups: [] });
  for (const id of ["d", "d.E", "site -> lake"]) expect(around(id)?.layout, id).toBe("graph");
});

test("more than can stand around one stands as a house, with all lines of the one and none between groups' members", () => {
  const others = Array.from({ length: 45 }, (_, index) => {
    const name = `app-${String(index)}`;
    return `tool ${name} { category app; accountable web }\nflow ${name} -> hub`;
  });
  const between = Array.from({ length: 20 }, (_, index) => `flow app-${String(index)} -> app-44`);
  const house = `
    team web { function product }
    tool hub { category lake; accountable web }
    ${[...others, ...between].join("\n")}
  `;
  const graph = viewGraph(judge(house).model, [], "around:hub");
  expect(graph?.layout).toBe("storeys");
  expect(graph?.nodes.filter(({ centre }) => centre).map(({ name }) => name)).toEqual(["hub"]);
  const ends = (graph?.edges ?? []).map(({ from, to }) => [from, to]);
  const own = ends.filter((both) => both.includes("hub"));
  expect(own).toContainEqual(["hub", "web"]);
  expect(own.filter(([from]) => from?.startsWith("app-"))).toHaveLength(45);
  expect(ends.filter((both) => both.every((end) => end.startsWith("app-")))).toEqual([]);
});

test("what a picture is around stands out, a domain with its entities; lines at the rim are left out", () => {
  const around = (id: string) => viewGraph(judge(HOUSE).model, [], id);
  expect(
    around("around:pim")
      ?.nodes.filter(({ centre }) => centre)
      .map(({ name }) => name),
  ).toEqual(["pim"]);
  expect(
    around("trace:pim")
      ?.nodes.filter(({ centre }) => centre)
      .map(({ name }) => name),
  ).toEqual(["pim"]);
  expect(around("around:catalogue")?.edges.map(({ id }) => id)).toEqual([
    "pim owns catalogue.Produit",
    "erp owns catalogue.Prix",
    "site reads catalogue",
  ]);
  expect(around("around:catalogue:2")?.edges.map(({ id }) => id)).toContain("pim -> site");
});
