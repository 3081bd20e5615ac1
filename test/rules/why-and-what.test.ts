import { describe, expect, test } from "vitest";
import { syntaxOf } from "../../grammar/parse.ts";
import { applyEdits } from "../../server/model/edit.ts";
import { ruleNamed, rules } from "../../server/rules/index.ts";
import { fixture } from "../support/fixture.ts";
import { found, judge, placeOf } from "../support/verdict.ts";
import { readPage } from "./page.ts";

/** The rules of the storeys why and what; those that speak of the whole architecture do so at its first element. */
const WHOLE = ["no-mission", "customer-hub", "linear-economy"];
const UP_TO = rules.findIndex(({ name }) => name === "broken-chain");

/** Near misses of the rules of the storeys why and what that only a careful reader would try. */
function finds(rule: string) {
  return (text: string, expected = "") => expect(found(rule, text)).toBe(expected);
}

/** What a rule's findings say, and the places that they name, a line each. */
function told(rule: string, text: string): readonly string[] {
  const { model, verdict } = judge(text);
  return verdict.findings
    .filter((finding) => finding.rule === rule)
    .map(({ message, related }) => {
      const places = related
        .map((other) => placeOf(model, other))
        .map(({ line, covered }) => `${line} ${covered}`);
      return `${message.en} [${places.join(", ")}]`;
    });
}

/** What makes the findings of a rule the same ones next time. */
function known(rule: string, text: string): readonly string[] {
  const findings = judge(text).verdict.findings.filter((finding) => finding.rule === rule);
  return findings.map(({ element, args }) => JSON.stringify([element, args])).toSorted();
}

/** The text after each repair of a rule's first finding, and what is an error in it that was none before. */
function repaired(rule: string, text: string): readonly string[] {
  const { model, verdict } = judge(text);
  const finding = verdict.findings.find((one) => one.rule === rule);
  const errors = new Set(verdict.findings.map(({ rule }) => rule));
  return (finding ? (ruleNamed(rule)?.fixes(finding, model) ?? []) : []).map(({ edits }) => {
    const after = applyEdits(model.project.files[0]?.text ?? "", edits);
    const worse = judge(after).verdict.findings.filter(
      ({ rule, severity }) => severity === "error" && !errors.has(rule),
    );
    expect(worse.map(({ message }) => message.en)).toEqual([]);
    return after;
  });
}

describe("tool-as-goal", () => {
  const check = finds("tool-as-goal");
  const goal = (title: string) =>
    `mission m\ntool letters { category email }\ngoal g "${title}" { serves m }`;
  test.each([
    ["Un datalake pour tous", "datalake"],
    ["Une plateforme de données clients", "plateforme de données"],
    ["Un agent conversationnel", "agent conversationnel"],
    ["Marketing automation partout", "Marketing automation"],
    ["Déploiement de letters", "letters"],
    ["Mise en place de letters", "letters"],
    ["Rolling out letters", "letters"],
    ["We put in letters", "letters"],
    ["BIen sûr de la BI", "BI"],
  ])("%s", (title, word) => check(goal(title), `warning 3 "${word}" g`));
  test.each([
    "Réduire les TMS de nos préparateurs",
    "Suivre les recommandations de l'OMS",
    "Une DSP mieux rendue",
    "Bottles of 500 ML for all",
    "Buyers open our letters",
    "Letters that are put to the test",
    "The output of letters",
    "Replacements for people on leave",
  ])("%s", (title) => check(goal(title)));
  test("stands at the word itself, and names the tools of that name", () => {
    const text = 'mission m\ntool x "Engage 360" { category cdp }\ngoal g "Engage 360 for all" { serves m }';
    expect(told("tool-as-goal", text)).toEqual([
      expect.stringMatching(/'g' takes 'Engage 360' for an aim.*\[2 x\]$/),
    ]);
  });
  test.each(["deploy_cdp", "nouveauCDP-crm", "le-crm"])("an id without a title: %s", (id) => {
    expect(found("tool-as-goal", `mission m\ngoal ${id} { serves m }`)).toMatch(/^warning 2 "(cdp|crm)"/);
  });
});

describe("customer-centric-is-not-a-model", () => {
  const check = finds("customer-centric-is-not-a-model");
  test.each([
    "Être data centrique, c'est mettre le client au centre",
    "L'entreprise centrée sur ses clients",
    "Placer le client au cœur de tout",
    "Customer-obsessed company",
    "We are customer first",
    "Customer at the center",
    "Orientation client",
  ])("%s", (title) => {
    check(`business-model b "${title}" { pattern commerce }`, `warning 1 "${title}" b`);
  });
  test.each([
    "L'épicerie centrée sur ses clients",
    "Customer-first insurance",
    "Le client au centre du village",
  ])("%s", (title) => check(`business-model b "${title}" { pattern commerce }`));
  test("an empty title leaves the id to speak", () => {
    check('business-model data-centric "" { pattern media }', 'warning 1 "data-centric" data-centric');
  });
  test("a pattern that is no word is found once, elsewhere", () =>
    check("business-model b { pattern retail }"));
});

describe("the value chain, half-typed", () => {
  const people =
    "business-model b\nstakeholder s { kind customer }\nstakeholder t { kind supplier }\nstakeholder u { kind partner }\nvalue b -> t -> b\n";
  test("one who gives to nobody known gives all the same", () => {
    finds("one-way-stakeholder")(`${people}value b -> s\nvalue s -> nobody { kind money }`);
    finds("customer-as-target")(`${people}value s -> nobody { kind money }`, 'warning 2 "s" s');
    finds("customer-as-target")(`${people}value s -> nobody { kind data }`);
    finds("customer-as-target")(`${people}flow s -> nobody`);
    finds("isolated-stakeholder")(`${people}value b -> s\nflow u -> nobody`);
  });
  test("where an end is not known nobody knows whether value goes around", () => {
    finds("linear-economy")(`${people}value b -> s -> b\nvalue b -> u -> b`, 'info 2 "s" s');
    finds("linear-economy")(`${people}value b -> s -> b\nvalue b -> u -> nobody`);
  });
  test("what somebody gives to themselves is no exchange", () => {
    finds("one-way-stakeholder")(`${people}value s -> s\nvalue b -> s`, 'warning 2 "s" s');
    finds("customer-as-target")(`${people}value s -> s { kind data }\nvalue b -> s`, 'warning 2 "s" s');
  });
  test("a flow to a tool that is not there yet says nothing", () => {
    const tool = (status: string) => `${people}tool a { category app; status ${status} }\nflow s -> a`;
    finds("customer-as-target")(tool("active"));
    finds("customer-as-target")(tool("planned"), 'warning 2 "s" s');
    finds("isolated-stakeholder")(`${tool("planned")}\nvalue b -> u`);
  });
  test("the values that make it true are named", () => {
    expect(told("one-way-stakeholder", `${people}value b -> s "Bread"\nvalue t -> s`)).toEqual([
      expect.stringMatching(/'s' is given value and gives none.*\[6 s, 7 s\]$/),
    ]);
    expect(told("customer-as-target", `${people}value s -> t { kind money }`)).toEqual([
      expect.stringMatching(/'s' pays.*\[6 t\]$/),
    ]);
    expect(told("customer-as-target", people)).toEqual([
      expect.stringMatching(/Nothing ever comes from 's'.*\[\]$/),
    ]);
  });
  test("one more who exchanges value is no other finding", () => {
    const three = `${people}value b -> s -> b\nvalue b -> u -> b\n`;
    const four = `${three}stakeholder v { kind partner }\nvalue b -> v -> b`;
    expect(known("linear-economy", four)).toEqual(known("linear-economy", three));
  });
});

describe("two-systems-of-record", () => {
  const owners = (a: string, b: string, c = "") =>
    `domain d { entity F; entity E }\ntool a { category erp; owns ${a} }\ntool b { category pim; owns ${b} }\n${c}`;
  test.each([
    ["d", "d", "'a' and 'b' both own 'd'", "'b' and 'a' both own 'd'"],
    ["d", "d.E", "'a' and 'b' both own 'd.E'", "'b' and 'a' both own 'd.E'"],
    [
      "d.F, d.E",
      "d",
      "'a' and 'b' both own 'd.F'",
      "'a' and 'b' both own 'd.E'",
      "'b' and 'a' both own 'd.E' and 'd.F'",
    ],
  ])("%s and %s", (a, b, ...messages) => {
    const said = told("two-systems-of-record", owners(a, b));
    expect(said.map((text) => text.split(":")[0])).toEqual(messages);
  });
  test("an entity more in the domain, or another order, is no other finding", () => {
    const more = owners("d", "d").replace("entity F", "entity F; entity G");
    expect(known("two-systems-of-record", more)).toEqual(known("two-systems-of-record", owners("d", "d")));
    const three = "tool c { category mdm; owns d }";
    const turned = `${three}\n${owners("d", "d")}`;
    expect(known("two-systems-of-record", turned)).toEqual(
      known("two-systems-of-record", owners("d", "d", three)),
    );
  });
  test("a waiver may name the domain that both own", () => {
    const waived = `${owners("d", "d")}policy { allow two-systems-of-record for d because "Soon" until 2027-01-01 }`;
    expect(found("two-systems-of-record", waived)).toBe("");
    expect(found("unused-waiver", waived)).toBe("");
  });
  test("a waiver for one entity hides no other that both own", () => {
    const waiver = 'policy { allow two-systems-of-record for d.E because "Soon" until 2027-01-01 }';
    finds("two-systems-of-record")(`${owners("d", "d.E")}${waiver}`);
    finds("two-systems-of-record")(`${owners("d", "d").replace("entity F; ", "")}${waiver}`);
    finds("two-systems-of-record")(`${owners("d", "d.E, d.F")}${waiver}`, 'error 2 "d" a\nerror 3 "d.F" b');
    finds("two-systems-of-record")(`${owners("d", "d")}${waiver}`, 'error 2 "d" a\nerror 3 "d" b');
  });
  test("a thousand tools that own a thousand entities are gone through", () => {
    const entities = Array.from({ length: 1000 }, (_, index) => `entity E${index}`).join("; ");
    const tools = Array.from({ length: 300 }, (_, index) => `tool t${index} { category erp; owns d }`).join(
      "\n",
    );
    const { verdict } = judge(`domain d { ${entities} }\n${tools}`);
    const clashes = verdict.findings.filter(({ rule }) => rule === "two-systems-of-record");
    expect(clashes.length).toBe(300);
    expect(Math.max(...clashes.map(({ related }) => related.length))).toBeLessThanOrEqual(10);
  });
});

describe("write-bypasses-owner", () => {
  const world =
    "domain d { entity E personal; entity F }\ntool a { category pos; writes d }\ntool o { category erp; owns d }\n";
  test("a flow that is there already takes the data along", () => {
    const plain = world.replace(" personal", "");
    expect(repaired("write-bypasses-owner", `${plain}flow a -> o { carries d.F }`)).toEqual([
      `${plain}flow a -> o { carries d.F, d }`,
    ]);
  });
  test("personal data goes on the basis on which it came", () => {
    const [after] = repaired("write-bypasses-owner", `${world}flow o -> a { carries d; basis contract }\n`);
    expect(after).toContain("\nflow a -> o {\n  carries d\n  basis contract\n}\n");
  });
  test("one entity more of the same domain is no other finding", () => {
    expect(known("write-bypasses-owner", world.replace("entity F", "entity F; entity G"))).toEqual(
      known("write-bypasses-owner", world),
    );
  });
});

describe("wall-outlived", () => {
  const check = finds("wall-outlived");
  const wall = "domain d { lifespan 10y; entity E; entity F }\n";
  test("each tool that is shorter, once", () => {
    const two =
      "tool a { category erp; owns d, d.E; lifespan 3y }\ntool b { category erp; owns d.F; lifespan 9y }";
    check(`${wall}${two}`, 'warning 1 "10y" d\nwarning 1 "10y" d');
    expect(told("wall-outlived", `${wall}${two}`)).toEqual([
      expect.stringMatching(/'d' is to stand for 10y, and 'a'.*for 3y.*\[2 3y, 2 d\]$/),
      expect.stringMatching(/'d' is to stand for 10y, and 'b'.*for 9y.*\[3 9y, 3 d.F\]$/),
    ]);
  });
  test("a waiver may name the domain, or one of the tools", () => {
    const two =
      "tool a { category erp; owns d; lifespan 3y }\ntool b { category erp; owns d; lifespan 9y }\n";
    const waiver = (name: string) =>
      `policy { allow wall-outlived for ${name} because "Soon" until 2027-01-01 }`;
    check(`${wall}${two}${waiver("d")}`);
    check(`${wall}${two}${waiver("a")}`, 'warning 1 "10y" d');
  });
  test("another length is no other finding", () => {
    const tool = (years: number) => `${wall}tool a { category erp; owns d; lifespan ${years}y }`;
    expect(known("wall-outlived", tool(3))).toEqual(known("wall-outlived", tool(4)));
  });
  test("of two missions the one that lasts longer is named", () => {
    const missions = "mission n { horizon 1y }\nmission o { horizon 3y }\n";
    expect(told("wall-outlived", `${missions}business-model b { serves n, o; horizon 9y }`)).toEqual([
      expect.stringMatching(/its mission 'o' only 3y/),
    ]);
  });
  test("a model may end with its mission", () => {
    const text = "mission m { horizon 1y 6mo }\nbusiness-model b { serves m; horizon 9y }";
    expect(repaired("wall-outlived", text)).toEqual([text.replace("9y", "1y 6mo")]);
  });
  test("a way out can be added", () => {
    const text = `${wall}tool a { category erp; owns d; lifespan 1y }`;
    expect(repaired("wall-outlived", text)).toEqual([
      text.replace("1y }", '1y; exit "Full export in an open format" }'),
    ]);
  });
});

describe("customer-hub", () => {
  const hub = (entities: string) =>
    `stakeholder s { kind customer }\ndomain c core { about s; entity P }\ndomain d core { ${entities} }`;
  test("names those that lead there, and is the same with one more", () => {
    const two = hub("entity A { p: c.P }; entity B { a: A }");
    const [said] = told("customer-hub", two);
    expect(said).toMatch(
      /^2 of 2 core entities that are not about the customer lead to 'c', and fewer .*\[3 A, 3 B\]$/,
    );
    expect(known("customer-hub", hub("entity A { p: c.P }; entity B { a: A }; entity C"))).toEqual(
      known("customer-hub", two),
    );
  });
  test("one alone", () => {
    expect(told("customer-hub", hub("entity A { p: c.P }"))).toEqual([
      expect.stringMatching(
        /^The only core entity that is not about the customer leads to 'c', and to no other domain:/,
      ),
    ]);
  });
});

describe("accountable-nobody", () => {
  const text =
    "team m { function marketing }\nteam i { function it }\ndomain d core { accountable i; entity E }\ntool t { category erp; owns d.E, d }\n";
  test("names all core data of a tool, and no order of it makes another finding", () => {
    expect(told("accountable-nobody", text)).toEqual([
      expect.stringMatching(/'t', which owns 'd' and 'd.E', core data.*\[4 d.E, 4 d\]$/),
    ]);
    expect(known("accountable-nobody", text.replace("d.E, d", "d, d.E"))).toEqual(
      known("accountable-nobody", text),
    );
  });
  test("proposes no marketing team for a tool with core data", () => {
    expect(repaired("accountable-nobody", text)).toEqual([text.replace("erp;", "erp; accountable i;")]);
  });
});

describe("no-architect", () => {
  const check = finds("no-architect");
  test("a team under one that is not known may be of the board", () => {
    check("team t { function it; architects d; reports-to nobody-known }\ndomain d core");
    check(
      "team t { function it; architects d; reports-to u }\nteam u { function it; reports-to nobody-known }\ndomain d core",
    );
  });
  test("the mandate goes to who answers for it, if they have the power, else to the board", () => {
    const teams =
      "team b { function executive }\nteam i { function it; reports-to b }\nteam x { function it }\n";
    expect(repaired("no-architect", `${teams}domain d core { accountable i }`)).toEqual([
      `team b { function executive }\nteam i { function it; reports-to b; architects d }\nteam x { function it }\ndomain d core { accountable i }`,
      `team b { function executive; architects d }\nteam i { function it; reports-to b }\nteam x { function it }\ndomain d core { accountable i }`,
    ]);
  });
  test("without a board there is a first one", () => {
    expect(repaired("no-architect", "namespace x\nchain c")).toEqual([
      "namespace x\nchain c\n\nteam board {\n  function executive\n  architects c\n}\n",
    ]);
  });
  test("whoever is at the top of the line comes under the board", () => {
    const text =
      "team b { function executive }\nteam i { function it; architects d; reports-to u }\nteam u { function it }\ndomain d core";
    expect(repaired("no-architect", text)).toEqual([
      text.replace("team u { function it }", "team u { function it; reports-to b }"),
    ]);
  });
  test("teams that report in a circle have nobody above them", () => {
    check(
      "team t { function it; architects d; reports-to u }\nteam u { function it; reports-to t }\ndomain d core",
      'warning 3 "d" d',
    );
  });
});

describe("repairs that bring no new error", () => {
  test("a record of personal data is made without a flow that has no basis", () => {
    const text = "domain d core { entity P personal }\ntool crm { category cdp; owns d }\n";
    expect(repaired("marketing-tool-owns-core-data", text)).toEqual([
      expect.stringMatching(
        /reads d \}\n\ntool d-records "Records of d" \{\n {2}category mdm\n {2}owns d\n\}\n$/,
      ),
    ]);
  });
  test("data that another tool owns too is left to it, and what is named twice once", () => {
    const text =
      "domain d core { entity E }\ntool a { category cdp; owns d.E }\ntool b { category cdp; owns d }\n";
    expect(repaired("marketing-tool-owns-core-data", text)).toEqual([text.replace("owns d.E", "reads d.E")]);
    const twice = "domain d core { entity E }\ntool a { category cdp; owns d.E, d }\n";
    expect(repaired("marketing-tool-owns-core-data", twice)).toEqual([twice.replace("d.E, d", "d")]);
  });
  test("the tool that keeps the neighbours keeps the record, and a rival's never does", () => {
    const world = "domain d core { entity E; entity F }\ntool pim { category pim; owns d.E }\n";
    expect(repaired("no-system-of-record", world)).toEqual([world.replace("owns d.E", "owns d.E, d.F")]);
    const rival = "business-model b\nvendor v { competes-with b }\n";
    expect(repaired("no-system-of-record", `${rival}${world.replace("pim;", "pim; vendor v;")}`)).toEqual([]);
  });
  test("a goal is for one of the stakeholders", () => {
    const text = "mission m\nstakeholder s { kind customer }\ngoal g { serves m }";
    expect(repaired("inside-out-goal", text)).toEqual([text.replace("serves m }", "serves m; for s }")]);
  });
});

describe("contradictory-quality", () => {
  test("names all that contradicts a word, and any of two may go", () => {
    expect(told("contradictory-quality", "domain d { quality partial, clean, heterogeneous }")).toEqual([
      "Data that is heterogeneous and partial is not clean: whoever relies on 'clean' is misled. Keep what is true. [1 heterogeneous, 1 partial]",
    ]);
  });
  test("an entity's word counts instead of its domain's", () => {
    finds("contradictory-quality")("domain d { quality clean; entity E { quality partial } }");
  });
});

describe("no-mission", () => {
  const check = finds("no-mission");
  test.each(["mission", 'mission "Help people eat better"', "mission 5", "misson m"])(
    "one that is half typed is found as that: %s",
    (line) => check(`${line}\ntool t { category erp }`),
  );
  test("what else is half typed does not stand for it", () => {
    check('goal "Eat"\ntool t { category erp }', 'warning 2 "t" t');
  });
});

describe("a property under a misspelt word is found as that, and not as missing", () => {
  test.each([
    ["orphan-business-model", "mission m\nbusiness-model b { serve m }"],
    ["orphan-domain", "business-model b\ndomain d { embodis b }"],
    ["orphan-domain", "namespace x\nbusiness-model b\ndomain d { embodis b }"],
    ["orphan-initiative", "goal g { serves g }\ninitiative i { sreves g }"],
    ["orphan-tool", "domain d\ntool t { category erp; own d }"],
    ["orphan-tool", "capability c\ntool t { category erp; serve c }"],
    ["accountable-nobody", "team t { function it }\ndomain d core { acountable t }"],
    ["customer-centric-is-not-a-model", "business-model b { patern media }"],
  ])("%s: %s", (rule, text) => finds(rule)(text));
  test("what is no such word does not stand for it", () => {
    finds("orphan-domain")("business-model b\ndomain d { colour blue }", 'warning 2 "d" d');
  });
});

describe("the order of statements, and in lists, means nothing", () => {
  const ordered = rules.slice(0, UP_TO).filter(({ name }) => !WHOLE.includes(name));
  const examples = ordered.flatMap(({ name, page }) =>
    readPage(page).wrong.map(({ text, line }) => ({ name, text, line })),
  );
  test.each(examples)("$name, line $line", ({ name, text }) => {
    const statements = fixture(text).files.flatMap((file) => {
      const { statements, startOf } = syntaxOf(file);
      return statements.map((statement) => {
        const start = startOf.get(statement) ?? 0;
        return file.text.slice(start, start + statement.span.end);
      });
    });
    const lists = statements.map((statement) =>
      statement.replaceAll(/(?<=^ *[a-z-]+ )[\w.-]+(?:, [\w.-]+)+$/gm, (list) =>
        list.split(", ").toReversed().join(", "),
      ),
    );
    expect(known(name, lists.toReversed().join("\n\n"))).toEqual(known(name, text));
  });
});
