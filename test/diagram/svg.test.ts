import { expect, test } from "vitest";
import type { Box } from "../../client/diagram/layout/frame.ts";
import type { ThemeName } from "../../client/diagram/paint/theme.ts";
import { edge, graph, group, house, node } from "./graphs.ts";
import { pictureOf, sceneFor } from "./picture.ts";
import { wellFormed } from "./well-formed.ts";

const THEMES: readonly ThemeName[] = ["light", "dark", "contrast", "vscode"];

test("the geometry of a small house", async () => {
  const { size, nodes, groups, edges } = await sceneFor(house);
  const box = ({ x, y, width, height }: Box): string => `${x} ${y} ${width}x${height}`;
  const lines = [
    `sheet ${size.width}x${size.height}`,
    ...groups.map((it) => `${it.group.id}: ${box(it.box)}`),
    ...nodes.map((it) => `${it.node.name}: ${box(it.box)} ${it.lines.join(" / ")}`),
    ...edges.map((it) => `${it.edge.id}: ${it.points.map(({ x, y }) => `${x} ${y}`).join(", ")}`),
  ];
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("golden/house.txt");
});

test("the drawing of a small house", async () => {
  await expect(await pictureOf(house)).toMatchFileSnapshot("golden/house.svg");
});

test.each(THEMES)(
  "a picture in the theme %s is well-formed and has no style of its own on any shape",
  async (theme) => {
    const picture = await pictureOf(house, theme);
    expect(wellFormed(picture)).toBe("");
    expect(picture).not.toMatch(/ style=/);
    expect(picture.includes("<style>")).toBe(theme !== "vscode");
  },
);

test("themes change colours and nothing else", async () => {
  const [light, dark] = await Promise.all([pictureOf(house, "light"), pictureOf(house, "dark")]);
  const bare = (picture: string) => picture.replace(/<style>[^]*?<\/style>/, "");
  expect(bare(dark)).toBe(bare(light));
  expect(dark).not.toBe(light);
});

test("the same graph gives the same bytes, whatever was drawn in between", async () => {
  const before = await pictureOf(house);
  await pictureOf(graph({ layout: "graph", nodes: [node("a"), node("b")], edges: [edge("a", "b")] }));
  expect(await pictureOf(house)).toBe(before);
});

test("every shape says what it is to those who cannot see it", async () => {
  const picture = await pictureOf(house);
  expect(picture).toContain(
    'data-name="pim" data-kind="tool" tabindex="0" role="img" ' +
      'aria-label="Tool Product information · PIM · Data office · 2 errors: It is in the wrong place."',
  );
  expect(picture).toContain('aria-label="Product information is the system of record of Catalogue"');
  expect(picture).toContain('aria-label="erp sends data to Product information: Nightly"');
});

test("a finding shows as a badge with its number, and its message as a tooltip", async () => {
  const picture = await pictureOf(house);
  const [badge = ""] = /<g class="finding-mark"[^]*?<\/g>/.exec(picture) ?? [];
  expect(badge).toContain('data-for="pim" data-severity="error"');
  expect(badge).toContain("<title>2 errors: It is in the wrong place.</title>");
  expect(badge).toContain(">2</text>");
});

test("the legend names what occurs and nothing else", async () => {
  const [legend = ""] = /<g data-legend[^]*/.exec(await pictureOf(house)) ?? [];
  for (const word of ["Mission", "Data domain", "Tool", "Serves", "Personal data", "Error"])
    expect(legend).toContain(`>${word}<`);
  for (const word of ["Vendor", "Warning", "Planned", "Gives value to"])
    expect(legend).not.toContain(`>${word}<`);
});

test("the legend has a sample once for all the relations that are drawn alike", async () => {
  const types = ["about", "from", "reads", "accountable", "reports-to"];
  const edges = house.edges.slice(0, 1).flatMap((it) => types.map((type) => ({ ...it, id: type, type })));
  const [legend = ""] = /<g data-legend[^]*/.exec(await pictureOf({ ...house, edges })) ?? [];
  expect(legend.match(/class="bz-line bz-line-other"/g)?.length).toBe(1);
  expect(legend).toContain(">Is about,<");
  expect(legend).toContain(">is computed from<");
  expect(legend).toContain(">Reads<");
  expect(legend).toContain(">Is the responsibility of,<");
  expect(legend).toContain(">reports to<");
});

test("a title is never cut: it makes the sheet wider, and then takes more lines", async () => {
  const nothing = { ...house, groups: [], nodes: [], edges: [] };
  const long = "What households told us in the autumn about";
  const picture = await pictureOf({ ...nothing, title: `${long} the counter` });
  expect(picture).toContain(`>${long} the counter</text>`);
  const longer = await pictureOf({ ...nothing, title: `${long} ${long} ${long}` });
  expect(longer.match(/class="bz-text bz-heading"/g)?.length).toBe(2);
  expect(longer).not.toContain("…");
});

test("what is wrong in a cell is framed, named and explained", async () => {
  const finding = { severity: "error", count: 1, message: "A marketing tool owns it" } as const;
  const cell = { text: "", sign: "owns", marks: [], finding } as const;
  const row = { id: "d.E", name: "d.E", kind: "entity", title: "E", marks: [], section: "d" } as const;
  const picture = await pictureOf({
    ...house,
    groups: [],
    nodes: [],
    edges: [],
    table: {
      look: "signs",
      title: "Entity",
      columns: [{ id: "cdp", name: "cdp", title: "CDP" }],
      rows: [{ ...row, finding: undefined, number: undefined, cells: [cell] }],
    },
  });
  expect(wellFormed(picture)).toBe("");
  expect(picture).toContain('class="bz-line bz-line-error"');
  expect(picture).toContain("CDP: owns it: the system of record · error: A marketing tool owns it");
  expect(picture).toContain(">Error</text>");
});

test("what was added, removed and changed is outlined, named and explained", async () => {
  const nodes = house.nodes.map((it) => (it.name === "pim" ? { ...it, change: "added" as const } : it));
  const groups = house.groups.map((it) => (it.id === "catalog" ? { ...it, change: "changed" as const } : it));
  const edges = house.edges.map((it) => (it.type === "owns" ? { ...it, change: "removed" as const } : it));
  const picture = await pictureOf({ ...house, nodes, groups, edges });
  for (const mark of ["bz-added", "bz-changed", "bz-line-removed"]) expect(picture).toContain(`${mark}"`);
  for (const word of ["Added", "Removed", "Changed"]) expect(picture).toContain(`>${word}<`);
  expect(picture).toContain("Tool Product information · PIM · Data office · Added");
});

test("what was renamed has a sign of its own, and what did not change is pale", async () => {
  const nodes = house.nodes.map((it) => ({
    ...it,
    change: it.name === "pim" ? ("renamed" as const) : ("same" as const),
  }));
  const groups = house.groups.map((it) => ({ ...it, change: "same" as const }));
  const edges = house.edges.map((it) => ({ ...it, change: "same" as const }));
  const picture = await pictureOf({ ...house, nodes, groups, edges });
  expect(wellFormed(picture)).toBe("");
  expect(picture.match(/bz-sign-renamed"/g)?.length).toBe(2);
  expect(picture.match(/class="bz-pale"/g)?.length).toBeGreaterThan(nodes.length);
  expect(picture).toContain("· Not changed</title>");
});

test("a line that stands for several says how many", async () => {
  const edges = [edge("tools", "catalog", { type: "owns", count: 7 })];
  const picture = await pictureOf({ ...house, edges });
  expect(picture).toContain('aria-label="Operations is the system of record of Catalogue (7)"');
});

test("the picture speaks French", async () => {
  const picture = await pictureOf({ ...house, locale: "fr" });
  for (const word of ["POURQUOI", "QUOI", "COMMENT", "Domaine de données", "Sert"])
    expect(picture).toContain(`>${word}<`);
});

test("an empty architecture says how to begin", async () => {
  const picture = await pictureOf(graph({ title: "" }));
  expect(wellFormed(picture)).toBe("");
  expect(picture).toContain("Start with a mission");
});

test("a title that does not fit is whole in the tooltip", async () => {
  const title =
    "Household and consent register of everybody who ever had a card or an account or a parcel".repeat(2);
  const picture = await pictureOf(graph({ groups: [group("g")], nodes: [node("x", { group: "g", title })] }));
  expect(picture).toContain(`<title>Tool ${title}</title>`);
  expect(picture).toContain("…</text>");
});

const HOSTILE = [
  `</title><script>alert(1)</script>`,
  `" onload="alert(1)`,
  `' onfocus='alert(1)`,
  `]]><!--`,
  `&lt;script&gt; &amp; &#60;`,
  `\u0000\u0007\ufffe\ud800 broken`,
  `\u202egnihtemos`,
  `a${"\u0301".repeat(200)}`,
  `x`.repeat(5_000),
  `😀`.repeat(200),
  `url(#x) ; } .bz{display:none}`,
];

test.each(HOSTILE)("a hostile text is shown and does nothing: %j", async (text) => {
  const hostile = graph({
    title: text,
    subtitle: text,
    view: text,
    groups: [
      group(text, { title: text, kind: "domain", frame: "wall", detail: text }),
      group("g", { title: text }),
    ],
    nodes: [
      node(`${text} 1`, {
        group: "g",
        title: text,
        detail: text,
        finding: { severity: "error", count: 1, message: text },
      }),
      node(`${text} 2`, { group: "g" }),
    ],
    edges: [edge(`${text} 1`, `${text} 2`, { id: text, label: text, type: text })],
  });
  for (const layout of ["storeys", "graph"] as const) {
    const picture = await pictureOf({ ...hostile, layout });
    expect(wellFormed(picture)).toBe("");
    expect(picture).not.toMatch(/<script|<!--|<[^>]* on\w+="/);
    expect(picture.replace(/ data-[\w-]+="[^"]*"/g, "")).not.toContain("\u202e");
    expect(picture).not.toMatch(/<style>[^<]*display:none/);
  }
});

test("no two tones look alike, and a scale says how far it goes without any colour", async () => {
  const names = Array.from({ length: 17 }, (_, index) => `tone ${index}`);
  const nodes = [...names.keys()].map((tone) => node(`t${tone}`, { title: "Same", tone }));
  const plates = async (isScale: boolean, of: readonly string[]) => {
    const shown = nodes.slice(0, of.length);
    const picture = await pictureOf(graph({ layout: "graph", nodes: shown, tones: { names: of, isScale } }));
    return shown.map(({ id }) => {
      const [, drawn = ""] = new RegExp(`data-name="${id}"[^]*?</title>([^]*?)</g>`).exec(picture) ?? [];
      return [...drawn.matchAll(/<rect[^>]*?width="(\S+)"[^>]*?rx="(\S+)" class="(\S+)"/g)].map(
        ([, width, round, style]) => `${width} ${round} ${style}`,
      );
    });
  };
  const beside = await plates(false, names);
  expect(new Set(beside.map((it) => it.join(", "))).size).toBe(names.length);
  const steps = await plates(true, names.slice(0, 3));
  expect(steps.map((it) => it.filter((block) => block.endsWith("bz-scale")).length)).toEqual([1, 2, 3]);
  expect(steps.map((it) => it.length)).toEqual([3, 3, 3]);
});

test("in a picture of changes a line that came with its end is thin and has no sign of its own", async () => {
  const nodes = [node("old"), node("older"), node("new", { change: "added" })];
  const edges = [
    edge("old", "new", { change: "added" }),
    edge("old", "older", { change: "added" }),
    edge("older", "new", { change: "removed" }),
  ];
  const picture = await pictureOf(graph({ layout: "graph", nodes, edges }));
  const lines = [...picture.matchAll(/bz-line-(added|removed)( bz-thin)?"/g)].map(([line]) => line);
  expect(lines.toSorted()).toEqual(['bz-line-added bz-thin"', 'bz-line-added"', 'bz-line-removed"']);
  const [before = ""] = picture.split('data-name="old"');
  expect(before.match(/class="bz-sign-added"/g)).toHaveLength(1);
  expect(before.match(/class="bz-sign-removed"/g)).toHaveLength(1);
});

test("what is in error has an outline of its own, what is only doubtful has none", async () => {
  const found = (severity: "error" | "warning") => ({ severity, count: 1, message: "It is wrong." });
  const picture = (finding: ReturnType<typeof found>) =>
    pictureOf(graph({ groups: [group("g", { frame: "wall", finding })], nodes: [node("a", { finding })] }));
  expect((await picture(found("error"))).match(/class="bz-wrong"/g)).toHaveLength(2);
  expect(await picture(found("warning"))).not.toContain('class="bz-wrong"');
});
