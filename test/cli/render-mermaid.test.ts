import { expect, test } from "vitest";
import { mermaidPage, viewMermaid } from "../../client/cli/mermaid/view.ts";
import { edge, graph, group, house, node } from "../diagram/graphs.ts";
import { unindent } from "../support/fixture.ts";

test("a house is three storeys of shapes by kind, with what carries drawn thick", () => {
  expect(viewMermaid(house)).toMatchInlineSnapshot(`
    "flowchart BT
      accTitle: A small house · 9 elements
      subgraph s-why["WHY"]
        n0[/"Help people eat better<br/>Mission"\\]
        n1(["Fresh food every morning<br/>Goal"])
      end
      subgraph s-what["WHAT"]
        subgraph g0["Catalogue"]
          n3["Product<br/>Entity"]
          n4["catalog.Recipe<br/>Entity · Personal data"]
        end
        n2[["Food retail<br/>Business model"]]
      end
      subgraph s-how["HOW"]
        subgraph g1["Operations"]
          n5("Product information<br/>Tool · PIM #183; Data office<br/>#10006; 2 errors")
          n6("erp<br/>Tool · Legacy")
        end
        subgraph g2["Teams"]
          n7{{"Data office<br/>Team"}}
        end
      end
      n1 -->|"serves"| n0
      n2 -->|"serves"| n0
      g0 ==>|"embodies"| n2
      n5 --o|"is the system of record of"| g0
      n6 -->|"Nightly"| n5
      n2 ~~~ n1
      n3 ~~~ n1
      n4 ~~~ n1
      n5 ~~~ n4
      n7 ~~~ n4
      classDef why fill:#fbf0d3,stroke:#866000,color:#2b1e00
      class n0,n1 why
      classDef what fill:#dfe9f3,stroke:#1f4468,color:#12263b
      class n2,n3,n4 what
      classDef how fill:#ffffff,stroke:#7d8a95,color:#18222f
      class n5,n6,n7 how
      classDef wall stroke-width:3px
      class n0,n1,n2,n3,n4 wall
      classDef error stroke:#c22535,stroke-width:3px
      class n5 error
      classDef group fill:none,stroke:#8c959f
      class s-why,s-what,s-how,g0,g1,g2 group
    "
  `);
});

test("a shape tells its kind, marks, change and findings, and looks like it", () => {
  const finding = { severity: "error", count: 2, message: "…" } as const;
  const marks = ["personal", "retired"] as const;
  const text = viewMermaid(
    graph({ layout: "graph", nodes: [node("crm", { detail: "CRM", marks, change: "added", finding })] }),
  );
  expect(text).toBe(
    unindent(`
      flowchart TB
        accTitle: A test
        n0("crm<br/>Tool · CRM · Personal data · Retired<br/>Added<br/>#10006; 2 errors")
        classDef how fill:#ffffff,stroke:#7d8a95,color:#18222f
        class n0 how
        classDef retired opacity:0.55
        class n0 retired
        classDef error stroke:#c22535,stroke-width:3px
        class n0 error
        classDef added stroke:#1a7f42,stroke-width:4px
        class n0 added
    `),
  );
});

test("no line leads from a group to what stands in it, since Mermaid fails on it", () => {
  const text = viewMermaid(
    graph({
      layout: "graph",
      groups: [group("outer"), group("hidden", { frame: "none", parent: "outer" })],
      nodes: [node("a", { group: "hidden" }), node("b")],
      edges: [edge("outer", "a"), edge("a", "outer"), edge("b", "outer"), edge("a", "a"), edge("b", "gone")],
    }),
  );
  expect(text.match(/^ {2}\w+ -->.*$/gm)).toEqual(["  n1 --> g0"]);
  expect(text).toContain('  subgraph g0["outer"]\n    n0("a<br/>Tool")\n  end\n');
});

test("an element around nothing is a shape, not an empty subgraph", () => {
  const walls = [group("d", { kind: "domain", frame: "wall", title: "Catalogue", detail: "10 years" })];
  const text = viewMermaid(graph({ layout: "graph", groups: walls }));
  expect(text).toContain('n0[["Catalogue<br/>Data domain · 10 years"]]');
  expect(text).not.toContain("subgraph");
});

test("what Mermaid would refuse is left out, and said: first details, then plain lines, then shapes", () => {
  const found = { severity: "warning", count: 1, message: "…" } as const;
  const nodes = Array.from({ length: 40 }, (_, index) => node(`n${index}`));
  const edges = nodes
    .flatMap((a) => nodes.map((b) => edge(a.id, b.id)))
    .filter(({ from, to }) => from !== to);
  const last = edges.slice(0, -1).concat(edges.slice(-1).map((it) => ({ ...it, finding: found })));
  const many = viewMermaid(graph({ layout: "graph", nodes, edges: last }));
  expect(many.match(/-->/g)).toHaveLength(500);
  expect(many).toContain('Left out#58; 1060 lines"');
  expect(many).toContain("n39 --> n38");
  expect(many).toContain("linkStyle 499 stroke:#9a5b00");

  const long = Array.from({ length: 900 }, (_, index) =>
    node(`t${index}`, { title: "é".repeat(50), detail: "…".repeat(60) }),
  );
  const plain = viewMermaid(graph({ layout: "graph", nodes: long.slice(0, 400) }));
  expect(plain.length).toBeLessThanOrEqual(50_000);
  expect(plain).toContain('n399("éé');
  expect(plain).not.toContain("Tool");
  const cut = viewMermaid(graph({ locale: "fr", layout: "graph", nodes: long, edges: [edge("t0", "t1")] }));
  expect(cut.length).toBeLessThanOrEqual(50_000);
  expect(cut.length).toBeGreaterThan(49_000);
  expect(cut).toMatch(
    /Tout n'y est pas, car Mermaid n'en prend pas plus. Il manque #58; \d+ formes, 1 lien"/,
  );
});

test("no title can end its label, its line, its fence or its heading", () => {
  const title = '"] end\n```\n%%{init: {}}%% <script> # subgraph x `; --> @all 1. one';
  const text = viewMermaid(
    graph({ title, layout: "graph", nodes: [node("a", { title })], groups: [group("g", { title })] }),
  );
  expect(text.split("\n").filter((line) => /^\s*(end|```|%%)/.test(line))).toEqual([]);
  expect(text).not.toMatch(/<script|`|@all|%%/);
  const page = mermaidPage([
    { title, graph: graph({ title, layout: "graph", nodes: [node("a", { title })] }) },
  ]);
  expect(page.match(/^```/gm)).toHaveLength(2);
  expect(page.split("\n")[0]).toMatch(/^## .*1\. one$/);
});

test("a table becomes lines: of who owns and reads what, and of what each numbered line carries", () => {
  const row = {
    kind: "entity",
    marks: [],
    finding: undefined,
    number: undefined,
    section: "Catalogue",
  } as const;
  const cells = (["owns", undefined, "reads"] as const).map((sign) => ({ text: "", sign, marks: [] }));
  const tools = ["pim", "erp", "shop"].map((id) => ({ id, name: id, title: id }));
  const rows = [{ ...row, id: "p", name: "catalog.Product", title: "Product", cells }];
  const signs = graph({ layout: "graph", table: { look: "signs", title: "", columns: tools, rows } });
  const text = viewMermaid(signs);
  expect(text).toContain('subgraph g0["Catalogue"]\n    n3["Product<br/>Entity"]\n  end');
  expect(text.match(/^ {2}n\d .*/gm)).toEqual([
    '  n0 --o|"is the system of record of"| n3',
    '  n2 -.->|"reads"| n3',
  ]);
  const columns = ["to", "data"].map((id) => ({ id, name: undefined, title: id }));
  const told = rows.map((it) => ({
    ...it,
    number: 4,
    cells: ["shop", "Product, Price"].map((said) => ({ text: said, sign: undefined, marks: [] })),
  }));
  const flows = graph({
    layout: "graph",
    nodes: [node("a"), node("b")],
    edges: [edge("a", "b", { number: 4 }), edge("b", "a", { number: 5 })],
    table: { look: "text", title: "From", columns, rows: told },
  });
  expect(viewMermaid(flows)).toContain('  n0 -->|"Product, Price"| n1\n  n1 --> n0\n');
});
