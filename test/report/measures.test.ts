import { describe, expect, test } from "vitest";
import { measured, scored } from "./print.ts";

const BOARD =
  "team board { function executive }\nteam crew { function it; reports-to board }\nteam loose { function it }\n";

test("accountability: a team that is named, and one with the board above it", () => {
  expect(
    measured(
      "accountability",
      `${BOARD}
      domain a core { accountable crew }
      domain b core { accountable loose }
      domain c core { accountable nobody-known }
      domain d
      domain e core { accountable board }
      team deciding { function data; reports-to board; architects a, e }
      team ads { function marketing; reports-to board }
      team below { function data; reports-to ads; architects e }
      tool t { category pim; accountable crew }
      tool planned { category pim; status planned }
      tool retired { category pim; status retired }
      tool old { category pim; status legacy }
      capability y { accountable loose }
      initiative i
      chain x
      team circle { function it; reports-to circle; architects x }`,
    ),
  ).toMatchInlineSnapshot(`
    "rightHands 1/4 (b, c, e)
    coreDomains.named 3/4 (c)
    coreDomains.backed 2/4 (b, c)
    domains.named 3/5 (c, d)
    domains.backed 2/5 (b, c, d)
    tools.named 1/2 (old)
    tools.backed 1/2 (old)
    capabilities.named 1/1
    capabilities.backed 0/1 (y)
    initiatives.named 0/1 (i)
    initiatives.backed 0/1 (i)
    coreArchitects.named 2/4 (b, c)
    coreArchitects.backed 2/4 (b, c)
    chainArchitects.named 1/1
    chainArchitects.backed 0/1 (x)
    outsideMarketing 2/3 (e)"
  `);
});

test("systems of record: one, none, several; of the domain counts for its entities; what is planned owns nothing yet", () => {
  expect(
    measured(
      "records",
      `domain d core { entity One; entity Two; entity None; entity Soon }
      domain s { entity Free }
      domain w core { entity Whole }
      tool a { category erp; owns d.One, d.Two }
      tool b { category erp; owns d.Two, w }
      tool later { category erp; status planned; owns d.Soon }
      tool cdp { category cdp; owns w.Whole }
      tool crm { category crm; accountable sales; owns d.One }
      tool mail { category email; owns s }
      team sales { function sales }`,
    ),
  ).toMatchInlineSnapshot(`
    "one 0/5 (d.One, d.Two, d.None, d.Soon, w.Whole)
    none d.None, d.Soon
    several {entity d.One tools [a, crm]}, {entity d.Two tools [a, b]}, {entity w.Whole tools [cdp, b]}
    marketing {tool cdp owns [w.Whole]}"
  `);
});

describe("continuity", () => {
  const tools = ["a", "b", "c", "d", "e"].map((id) => `tool ${id} { category bi }`).join("\n");
  const chain = "chain x { collect a; analyse b; activate c; measure d; optimise e }\n";
  const states = (text: string) =>
    scored(`${tools}\n${text}`).continuity.chains.map(({ handovers }) =>
      handovers.map(({ state }) => state).join(" "),
    );
  test.each([
    [`${chain}flow a -> b -> c -> d -> e`, "automatic automatic automatic automatic"],
    [`${chain}flow a -> b -> c -> d`, "automatic automatic automatic broken"],
    [`${chain}flow a -> b { mode file }\nflow b -> c -> d -> e`, "by-hand automatic automatic automatic"],
    [
      `${chain}flow a -> b { mode manual }\nflow a -> e -> b -> c -> d -> e`,
      "automatic automatic automatic automatic",
    ],
    [`${chain}flow b -> a\nflow b -> c -> d -> e`, "broken automatic automatic automatic"],
    [
      "chain x { collect a; analyse a; activate a; measure a; optimise a }",
      "automatic automatic automatic automatic",
    ],
    ["chain x { collect a; measure a; optimise a }", "no-tool no-tool no-tool automatic"],
    [
      "chain x { collect z; analyse a }\ntool z { category bi; status retired }\nflow z -> a",
      "no-tool no-tool no-tool no-tool",
    ],
    ["chain x { collect nothing; analyse a }", "no-tool no-tool no-tool no-tool"],
  ])("%s", (text, expected) => expect(states(text)).toEqual([expected]));

  test("closed, and by itself", () => {
    const text = `${tools}\n${chain}flow a -> b { mode manual }\nflow b -> c -> d -> e\nchain y { collect a }`;
    expect(measured("continuity", text, "closed")).toBe("closed 1/2 (y)");
    expect(measured("continuity", text, "automatic")).toBe("automatic 0/2 (x, y)");
    expect(measured("continuity", "", "closed")).toBe("closed 0/0");
  });
});

test("silos: read by one team, quality in words, copies made one", () => {
  expect(
    measured(
      "silos",
      `team t { function it }
      team u { function it }
      domain alone { quality clean, reconciled; entity E }
      domain shared { quality clean, partial; entity F { reconciled-by a } }
      domain once
      domain apart { quality current; entity G; entity H; entity I { quality scattered } }
      tool a { category bi; accountable t; reads alone, shared.F, once; writes shared, apart.G; channel digital }
      tool b { category bi; accountable t; used-by t; reads alone.E, shared; writes shared.F, apart.H; channel digital, physical }
      tool c { category bi; accountable u; reads shared; writes apart.G }
      tool d { category bi; accountable u; status retired; reads alone; writes apart.I }
      tool e { category bi; accountable u; writes apart.I }`,
    ),
  ).toMatchInlineSnapshot(`
    "shared 1/2 (alone)
    siloed {domain alone team t}
    stated 3/4 (once)
    fit 1/3 (shared, apart)
    quality {word clean domains [alone, shared]}, {word reconciled domains [alone]}, {word current domains [apart]}, {word partial domains [shared]}
    reconciled 1/3 (apart.G, apart.H)"
  `);
});

test("tools: how many, for what, at what price", () => {
  expect(
    measured(
      "tools",
      `vendor v "Vendor"
      vendor idle
      goal g { serves m }
      mission m
      capability c { serves g }
      capability full { serves g }
      capability empty { serves g }
      tool a { category cdp; vendor v; serves c, full; cost 1000.5 EUR }
      tool b { category email; vendor v; serves full; cost 2000 EUR }
      tool d { category email; serves full; cost 10 USD }
      tool e { category email; serves full; cost 7 }
      tool f { category email; status legacy; serves full; cost 1 XXQ }
      tool g1 { category email; status planned; serves full; cost 100000 EUR }
      tool h { category email; status retired; cost 100000 EUR; vendor v }
      tool i { category email }
      tool j { category emial }`,
    ),
  ).toMatchInlineSnapshot(`
    "there 7
    status.planned 1
    status.active 6
    status.legacy 1
    status.retired 1
    families {family marketing tools 6 categories [{category email tools 5}, {category cdp tools 1}] cost [{currency EUR amount 3000.5}, {currency USD amount 10}]}
    marketing.count 6
    marketing.of 7
    marketing.share 0.8571428571428571
    explained 6/8 (i, j)
    capabilities.of 3
    capabilities.min 0
    capabilities.median 1
    capabilities.max 4
    capabilities.without empty
    capabilities.limit 3
    capabilities.over {capability full tools [a, b, d, e]}
    crowded {category email tools 4}
    vendors {vendor v tools 2}
    withoutVendor 5
    cost.known 3/7 (e, f, i, j)
    cost.year {currency EUR amount 3000.5}, {currency USD amount 10}"
  `);
});

test("tools: the limit is the policy's", () => {
  const text =
    "capability c\ntool a { category bi; serves c }\ntool b { category bi; serves c }\npolicy { off tool-sprawl limit 1 }";
  expect(measured("tools", text, "capabilities")).toMatchInlineSnapshot(`
    "capabilities.of 1
    capabilities.min 2
    capabilities.median 2
    capabilities.max 2
    capabilities.without -
    capabilities.limit 1
    capabilities.over {capability c tools [a, b]}"
  `);
  expect(measured("tools", text, "crowded")).toBe("crowded {category bi tools 2}");
});

test("tools: none at all", () => {
  expect(measured("tools", "")).toMatchInlineSnapshot(`
    "there 0
    status.planned 0
    status.active 0
    status.legacy 0
    status.retired 0
    families -
    marketing.count 0
    marketing.of 0
    marketing.share null
    explained 0/0
    capabilities.of 0
    capabilities.min null
    capabilities.median null
    capabilities.max null
    capabilities.without -
    capabilities.limit 3
    capabilities.over -
    crowded -
    vendors -
    withoutVendor 0
    cost.known 0/0
    cost.year -"
  `);
});

test("personal data: by what right, to whom, where", () => {
  expect(
    measured(
      "personalData",
      `domain d { entity P personal; entity Q { email: text personal }; entity Plain }
      stakeholder partner { kind partner }
      stakeholder customer { kind customer }
      vendor ads { business advertising }
      vendor soft { business software }
      tool a { category crm; owns d; hosting FR, DE }
      tool b { category bi; reads d.Q; hosting FR }
      tool c { category bi; reads d.Plain; hosting US }
      tool x { category dsp; vendor ads; reads d.P }
      tool gone { category bi; status retired; reads d.P; hosting CN }
      tool y { category bi; vendor soft }
      flow a -> b { carries d; basis consent }
      flow a -> c { carries d.Plain }
      flow a -> y { carries d.Q }
      flow a -> x { carries d.P; basis contract }
      flow b -> x anonymised { carries d.P }
      flow a -> ads { carries d.P; basis consent }
      flow a -> partner { carries d.P; basis consent }
      flow a -> customer { carries d.P; basis contract }
      flow a -> gone { carries d.P }`,
    ),
  ).toMatchInlineSnapshot(`
    "flows 7
    anonymised 1
    basis 5/6 (a -> y)
    bases {basis consent flows 3}, {basis contract flows 2}
    sharedAnonymously 1/4 (a -> x, a -> ads, a -> partner)
    receivers ads, partner
    located 2/3 (x)
    countries {country FR tools [a, b]}, {country DE tools [a]}"
  `);
});

test("measurement: goals by their own figures or those of all goals below; KPIs for somebody, at a rhythm, in a form", () => {
  expect(
    measured(
      "measurement",
      `mission m
      goal top { serves m }
      goal one { serves top; measured-by k }
      goal two { serves top; measured-by l }
      goal half { serves m }
      goal three { serves half; measured-by k }
      goal four { serves half }
      goal unknown { serves m; measured-by nothing }
      goal round { serves circle }
      goal circle { serves round }
      domain d
      team t { function it }
      kpi k { from d; audience t; every 1d; format dashboard }
      kpi l { from d; every 1d }`,
    ),
  ).toMatchInlineSnapshot(`
    "goals 4/9 (half, four, unknown, round, circle)
    kpis 1/2 (l)
    open {kpi l lacks [audience, format]}"
  `);
});

describe("portfolio", () => {
  const one = (words: string, index: number) => `initiative i${index} { ${words && `improves ${words}`} }`;
  test.each([
    [["cost", "services"], "balanced"],
    [["cost", "revenue", "services"], "more-predictability"],
    [["cost", "technology", "services"], "more-agility"],
    [["cost, services"], "balanced"],
    [["security", ""], "all-predictability"],
    [["behaviours"], "all-agility"],
    [["", ""], "null"],
    [["speed"], "null"],
    [[], "null"],
  ])("%j", (initiatives, expected) =>
    expect(measured("portfolio", initiatives.map(one).join("\n"), "balance")).toBe(`balance ${expected}`),
  );
  test("by name", () => {
    expect(measured("portfolio", ["cost, services", "revenue, cost", ""].map(one).join("\n")))
      .toMatchInlineSnapshot(`
      "initiatives 3
      predictability i0, i1
      agility i0
      both i0
      unsaid i2
      improves {what cost initiatives 2}, {what revenue initiatives 1}, {what security initiatives 0}, {what services initiatives 1}, {what technology initiatives 0}, {what behaviours initiatives 0}
      balance more-predictability"
    `);
  });
});

describe("maturity", () => {
  const base =
    "tool bi { category bi }\ntool sheet { category collaboration }\ndomain d { entity E }\ndomain f\n";
  const teams = "team t { function it; maturity data-driven }\nteam u { function it }\n";
  const of = (text: string) => measured("maturity", base + teams + text);
  test("nothing measured: conscious", () =>
    expect(of("")).toMatchInlineSnapshot(`
    "company.stage conscious
    company.next active
    company.lacks {type active-team elements [t, u]}
    teams {team t claimed data-driven overclaimed true stage conscious next active lacks [{type kpi-by-bi elements [-]}]}, {team u claimed null overclaimed false stage conscious next active lacks [{type kpi-by-bi elements [-]}]}"
  `));
  test("a figure that comes by another way does not count, and is named", () =>
    expect(of("kpi k { from d; audience t; delivered-by sheet }")).toMatchInlineSnapshot(`
      "company.stage conscious
      company.next active
      company.lacks {type active-team elements [t, u]}
      teams {team t claimed data-driven overclaimed true stage conscious next active lacks [{type kpi-by-bi elements [k]}]}, {team u claimed null overclaimed false stage conscious next active lacks [{type kpi-by-bi elements [-]}]}"
    `));
  test("each by a figure of its own: active", () =>
    expect(of("kpi k { from d; audience t; delivered-by bi }\nkpi l { from f; audience u; delivered-by bi }"))
      .toMatchInlineSnapshot(`
      "company.stage active
      company.next informed
      company.lacks {type informed-team elements [t, u]}
      teams {team t claimed data-driven overclaimed true stage active next informed lacks [{type shared-domain elements [d]}]}, {team u claimed null overclaimed false stage active next informed lacks [{type shared-domain elements [f]}]}"
    `));
  test("shared, but no goal is measured: informed", () =>
    expect(
      of(
        "kpi k { from d; audience t, u; delivered-by bi }\nmission m\ngoal g { serves m; measured-by k }\nflow bi -> sheet { mode manual }",
      ),
    ).toMatchInlineSnapshot(`
      "company.stage informed
      company.next data-driven
      company.lacks {type goal-at-a-rhythm elements [g]}, {type manual-flow elements [bi -> sheet]}
      teams {team t claimed data-driven overclaimed true stage informed next data-driven lacks [{type goal-at-a-rhythm elements [g]}, {type manual-flow elements [bi -> sheet]}]}, {team u claimed null overclaimed false stage informed next data-driven lacks [{type goal-at-a-rhythm elements [g]}, {type manual-flow elements [bi -> sheet]}]}"
    `));
  test("without goals there is no proof", () =>
    expect(of("kpi k { from d; audience t, u; delivered-by bi; every 1d }")).toMatchInlineSnapshot(`
      "company.stage informed
      company.next data-driven
      company.lacks {type goal-at-a-rhythm elements [-]}
      teams {team t claimed data-driven overclaimed true stage informed next data-driven lacks [{type goal-at-a-rhythm elements [-]}]}, {team u claimed null overclaimed false stage informed next data-driven lacks [{type goal-at-a-rhythm elements [-]}]}"
    `));
  test("all of it: data-driven", () =>
    expect(
      of(
        "kpi k { from d; audience t, u; delivered-by bi; every 1d }\nmission m\ngoal g { serves m; measured-by k }",
      ),
    ).toMatchInlineSnapshot(`
      "company.stage data-driven
      company.next null
      company.lacks -
      teams {team t claimed data-driven overclaimed false stage data-driven next null lacks [-]}, {team u claimed null overclaimed false stage data-driven next null lacks [-]}"
    `));
  test("no team: nothing to tell", () => expect(measured("maturity", base)).toBe("company null\nteams -"));
  test("half of the teams is not most of them", () => {
    const four = `${base}${teams}team v { function it }\nteam w { function it }\nkpi k { from d; audience t, u; delivered-by bi }`;
    expect(measured("maturity", four, "company")).toMatchInlineSnapshot(`
      "company.stage conscious
      company.next active
      company.lacks {type active-team elements [v, w]}"
    `);
  });
});

test("value chain: who only gives, who only receives, who is left out, whether it goes around", () => {
  const who = ["a", "b", "c", "d"].map((id) => `stakeholder ${id} { kind partner }`).join("\n");
  expect(
    measured(
      "valueChain",
      `${who}\nbusiness-model m\nvalue a -> m\nvalue m -> b\nvalue c -> m\nvalue m -> c`,
    ),
  ).toMatchInlineSnapshot(`
    "balanced 1/3 (a, b)
    onlyGive a
    onlyReceive b
    apart d
    goesAround false
    circles -"
  `);
  expect(measured("valueChain", `${who}\nvalue a -> b -> c -> a\nvalue c -> d`, "goesAround")).toBe(
    "goesAround true",
  );
  expect(measured("valueChain", `${who}\nvalue a -> b -> c -> a\nvalue c -> d`, "circles")).toBe(
    "circles a, b, c",
  );
  expect(measured("valueChain", `${who}\nvalue a -> a`)).toMatchInlineSnapshot(`
    "balanced 0/0
    onlyGive -
    onlyReceive -
    apart a, b, c, d
    goesAround null
    circles -"
  `);
  expect(measured("valueChain", who, "goesAround")).toBe("goesAround null");
});

test("findings: by severity and chapter; waivers by their end, expired ones are none", () => {
  expect(
    measured(
      "findings",
      `mission m
      business-model b
      tool a { category bi }
      tool c { category bi }
      tool e { category bi; serves nothing }
      rule mine { forbid tool owns domain }
      tool d { category pim; owns x }
      domain x
      policy {
        allow orphan-tool for a because "soon" until 2027-01-31
        allow orphan-business-model for b because "sooner" until 2026-12-31
        allow orphan-tool for c because "too late" until 2020-01-01
      }`,
    ),
  ).toMatchInlineSnapshot(`
    "error 2
    warning 4
    info 0
    chapters {chapter why error 0 warning 3 info 0}, {chapter own error 0 warning 1 info 0}, {chapter language error 2 warning 0 info 0}
    waived {rule orphan-business-model element b because sooner until 2026-12-31 findings 1}, {rule orphan-tool element a because soon until 2027-01-31 findings 1}"
  `);
});

test("what could not be read is said, and the rest is measured", () => {
  const card = scored("mission m\ntool { {\ntool t { category pim; serves g }\ngoal g { serves m }\n");
  expect([card.unread > 0, card.traceability.how.count]).toEqual([true, 1]);
});

test("what is wrongly written proves nothing", () => {
  const text = `mission m
    goal g { serves m }
    domain d { quality spotless; entity P personal }
    tool t { category bi; serves nothing; owns d; hosting ZZ; status actve }
    tool u { category bi; serves nothing; hosting FR, ZZ; reads d }
    flow t -> u { carries d; basis because }
    kpi k { from d; audience nobody; every often; format slides }
    initiative i { improves speed }`;
  const { silos, tools, personalData, measurement, portfolio } = scored(text);
  const of = ({ count, of: all }: { readonly count: number; readonly of: number }) =>
    `${String(count)}/${String(all)}`;
  expect(
    [silos.stated, tools.explained, personalData.basis, personalData.located, measurement.kpis].map(of),
  ).toEqual(["0/1", "1/2", "0/1", "1/2", "0/1"]);
  expect(personalData.countries.map(({ country }) => country)).toEqual(["FR"]);
  expect([tools.status.active, portfolio.balance, measurement.open[0]?.lacks]).toEqual([
    2,
    null,
    ["audience", "every", "format"],
  ]);
});
