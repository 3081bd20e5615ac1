import { expect, test } from "vitest";
import { viewGraph, viewsOf } from "../../server/views/views.ts";
import { judge } from "../support/verdict.ts";

const SHOP = `
  mission eat
  goal fresh { serves eat }
  domain catalog core { entity Product; entity Price }
  team data { function data }
  vendor acme { country FR }
  tool pim { category pim; accountable data; vendor acme; owns catalog; lifespan 7y }
  tool shop { category website; status legacy; reads catalog.Product }
  tool crm { category crm; reads catalog.Price; hosting FR, US }
  flow pim -> shop "Nightly" { carries catalog.Product }
  flow shop -> crm
`;

/** What a view statement shows: the names of its shapes, then its lines. */
function shown(view: string): { readonly names: readonly string[]; readonly lines: readonly string[] } {
  const { model } = judge(`${SHOP}\nview v "A view" {\n${view}\n}`);
  const graph = viewGraph(model, [], "v");
  const groups = graph?.groups.filter(({ kind }) => kind !== undefined).map(({ id }) => id) ?? [];
  const names = [...groups, ...(graph?.nodes.map(({ name }) => name) ?? [])].toSorted();
  return { names, lines: graph?.edges.map(({ id }) => id).toSorted() ?? [] };
}

test("every architecture has its storeys and the standard views, and then its own", () => {
  const { model } = judge(`${SHOP}\nview tools "The tools" { show tool }`);
  expect(viewsOf(model)).toEqual([
    { id: "storeys", title: "Storeys" },
    { id: "ownership", title: "Ownership" },
    { id: "matrix", title: "Data × tools" },
    { id: "flows", title: "Flows" },
    { id: "landscape", title: "Landscape" },
    { id: "landscape:team", title: "Landscape by team" },
    { id: "landscape:vendor", title: "Landscape by vendor" },
    { id: "organisation", title: "Organisation" },
    { id: "tools", title: "The tools" },
  ]);
  expect(viewGraph(model, [], "storeys")?.view).toBe("storeys");
  expect(viewGraph(model, [], "tools")?.title).toBe("The tools");
  expect(viewGraph(model, [], "nothing")).toBeUndefined();
});

test("show takes kinds", () => {
  expect(shown("show tool")).toEqual({ names: ["crm", "pim", "shop"], lines: [] });
});

test("show takes some of a kind", () => {
  expect(shown("show tool[status = legacy]").names).toEqual(["shop"]);
  expect(shown("show tool[status = active]").names).toEqual(["crm", "pim"]);
  expect(shown("show tool[accountable = data]").names).toEqual(["pim"]);
  expect(shown("show tool[lifespan > 5y]").names).toEqual(["pim"]);
  expect(shown("show tool[hosting != FR]").names).toEqual(["crm"]);
  expect(shown("show domain[core], tool[category = pim | crm]").names).toEqual(["catalog", "crm", "pim"]);
});

test("flows are drawn where they are shown", () => {
  expect(shown("show tool, flow").lines).toEqual(["pim -> shop", "shop -> crm"]);
});

test("hide takes away what show has given", () => {
  expect(shown("show tool, flow\nhide tool[status = legacy]")).toEqual({ names: ["crm", "pim"], lines: [] });
});

test("around shows the neighbours of an element, as far as depth says", () => {
  expect(shown("around crm").names).toEqual(["catalog.Price", "crm", "shop"]);
  expect(shown("around goal.nothing, fresh").names).toEqual(["eat", "fresh"]);
  expect(shown("around shop\ndepth 2\nshow tool, flow, vendor").names).toEqual([
    "acme",
    "crm",
    "pim",
    "shop",
  ]);
});

test("what a view is around is shown whatever it shows", () => {
  expect(shown("around catalog\nshow tool").names).toEqual(["catalog", "pim"]);
});

test("of several relations between two, the strongest is drawn", () => {
  const { model } = judge(
    "domain d\ntool t { category crm; owns d; reads d }\nview v { show domain, tool; direction right }",
  );
  expect(viewGraph(model, [], "v")?.edges.map(({ type }) => type)).toEqual(["owns"]);
});

test("a part that spans storeys is drawn in storeys, any other as a free graph", () => {
  const layout = (view: string) => viewGraph(judge(`${SHOP}\nview v { ${view} }`).model, [], "v")?.layout;
  expect(layout("show mission, goal, domain")).toBe("storeys");
  expect(layout("show tool")).toBe("graph");
  expect(layout("show mission, tool; direction right")).toBe("graph");
});

test("what is around one shape is drawn around it, what is around several or grouped as a free graph", () => {
  const graph = (view: string) => viewGraph(judge(`${SHOP}\nview v { ${view} }`).model, [], "v");
  const centre = (view: string) => graph(view)?.nodes.flatMap((node) => (node.centre ? [node.name] : []));
  for (const view of ["around pim", "around pim; depth 2", "around pim; show tool, flow"]) {
    expect(graph(view)?.layout, view).toBe("hub");
    expect(centre(view), view).toEqual(["pim"]);
  }
  for (const view of ["around pim, crm", "around pim; group-by team", "around catalog"])
    expect(graph(view)?.layout, view).toBe("graph");
});

test("who gives what to whom is drawn around the business models", () => {
  const { model } = judge(`
    business-model shop; stakeholder client; stakeholder grower
    value client -> shop "Money"; value shop -> client "Food"
    view v { show stakeholder, business-model, value; direction right }
    view more { show stakeholder, business-model, goal, value; direction right }
    goal fresh
  `);
  const graph = viewGraph(model, [], "v");
  expect(graph?.layout).toBe("hub");
  expect(graph?.nodes.flatMap(({ name, centre }) => (centre ? [name] : []))).toEqual(["shop"]);
  expect(viewGraph(model, [], "more")?.layout).toBe("graph");
});

test("what goes between two one of which is unknown is drawn in no view, neither as a line nor as a shape", () => {
  const { model } = judge(`
    business-model shop; stakeholder client; tool till { category till }
    domain catalog { entity Product }
    value client -> shop "Money"; value till -> till "Nothing"; value client -> nobody
    flow till -> nowhere { carries catalog.Product }
    view v { show stakeholder, business-model, value }
    view all { show tool, flow, entity; direction right }
    view near { around Product; depth 2 }
  `);
  const shapes = (view: string) => viewGraph(model, [], view)?.nodes.map(({ name }) => name);
  expect(viewGraph(model, [], "v")?.layout).toBe("hub");
  expect(shapes("v")).toEqual(["shop", "client"]);
  expect(shapes("all")).toEqual(["till", "catalog.Product"]);
  expect(shapes("near")).not.toContain("till -> nowhere");
  expect(shapes("around:catalog.Product")).not.toContain("till -> nowhere");
  expect(shapes("trace:catalog.Product")).not.toContain("till -> nowhere");
});

test("around an element, flows at the rim are drawn where flows are shown", () => {
  const more = "flow pim -> crm";
  const lines = (view: string) =>
    viewGraph(judge(`${SHOP}\n${more}\nview v { ${view} }`).model, [], "v")?.edges.map(({ id }) => id);
  expect(lines("around pim; show tool, flow")).toEqual(["pim -> shop", "shop -> crm", "pim -> crm"]);
  expect(lines("around pim; show tool; hide flow")).toEqual([]);
});

test("group-by gathers what belongs together, walls inside", () => {
  const { model } = judge(
    `${SHOP}\nview v { show tool, domain, entity; group-by team; around pim; depth 2 }`,
  );
  const graph = viewGraph(model, [], "v");
  expect(graph?.groups.map(({ id, parent, frame }) => [id, parent, frame])).toEqual([
    ["catalog", undefined, "wall"],
    ["group:data", undefined, "partition"],
  ]);
  expect(graph?.nodes.find(({ name }) => name === "pim")?.group).toBe("group:data");
});

test("group-by category, vendor and storey", () => {
  const groups = (by: string) =>
    viewGraph(judge(`${SHOP}\nview v { show tool, vendor; group-by ${by} }`).model, [], "v")?.groups.map(
      ({ title }) => title,
    );
  expect(groups("category")).toEqual(["Operations", "Channels", "Marketing"]);
  expect(groups("vendor")).toEqual(["acme"]);
});
