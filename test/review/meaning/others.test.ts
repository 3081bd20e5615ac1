import { expect, test } from "vitest";
import { reviewed } from "../sides.ts";
import { told } from "./told.ts";

const DATA = "domain d { embodies b; entity P personal }";

test("a legal basis is dropped, or another one; not where nothing personal goes any more", () => {
  const flow = (more: string, flag = "") =>
    `${DATA}\ntool x { category mdm; owns d }\ntool y { category cdp; reads d }\nflow x -> y ${flag} { carries d; ${more} }`;
  expect(told(flow("basis consent"), flow(""))).toBe(
    "basis-dropped: 'x -> y' carries personal data ('d') without a legal basis; it was consent.",
  );
  expect(told(flow("basis consent"), flow("basis contract"))).toBe(
    "basis-dropped: The legal basis on which 'x -> y' carries personal data ('d') goes from consent to contract.",
  );
  expect(told(flow("basis consent"), flow("", "anonymised"))).toBe("");
  expect(told(flow("basis consent"), flow("").replace("carries d;", ""))).toBe("");
  expect(told(flow(""), flow("basis consent"))).toBe("");
  expect(told(flow(""), flow("mode api"))).toBe("");
});

test("a lifespan shrinks, of all that has one; other units and a rhythm do not count", () => {
  const all = (time: string) =>
    `${DATA.replace("{", `{ lifespan ${time};`)}\ntool x { category mdm; serves m; lifespan ${time} }`;
  expect(told(all("10y"), all("6mo")))
    .toBe(`lifespan-shrinks [wall]: The lifespan of 'd' shrinks from 10 years to 6 months.
lifespan-shrinks: The lifespan of 'x' shrinks from 10 years to 6 months.`);
  expect(told(all("1y"), all("10y"))).toBe("");
  expect(told(all("1w"), all("7d"))).toBe("");
  const kpi = (every: string) => `${DATA}\nkpi k { from d; every ${every} }`;
  expect(told(kpi("1mo"), kpi("1d"))).toBe("");
});

test("a lifespan that is taken out is told; not one that is said where none was, or that cannot be read", () => {
  const none = `${DATA}\ntool x { category mdm; serves m }`;
  const set = `${DATA.replace("{", "{ lifespan 10y;")}\ntool x { category mdm; serves m; lifespan 6mo }`;
  expect(told(set, none))
    .toBe(`lifespan-shrinks [wall]: The lifespan of 'd' was 10 years and is not stated any more.
lifespan-shrinks: The lifespan of 'x' was 6 months and is not stated any more.`);
  expect(told(none, set)).toBe("");
  expect(told(set, set.replace("6mo", "soon").replace("10y", "soon"))).toBe("");
});

test("a chain breaks: a stage without tools, a flow that is gone; not one that was open", () => {
  const chain = (flows: string, measure = "y") => `tool x { category cdp }\ntool y { category bi }
goal g { serves m }\nchain c { serves g; collect x; analyse y; activate x; measure ${measure}; optimise y }\n${flows}`;
  const both = "flow x -> y\nflow y -> x";
  expect(told(chain(both), chain("flow x -> y"))).toBe(
    "chain-breaks: The chain 'c' breaks between 'analyse' and 'activate': nothing flows from 'y' to 'x' any more.",
  );
  expect(told(chain(both), chain(both).replace("measure y; ", ""))).toBe(
    "chain-breaks: The chain 'c' breaks: 'measure' has no tool any more; it had 'y'.",
  );
  expect(told(chain("flow x -> y"), chain("flow x -> y { mode api }"))).toBe("");
  expect(told(chain(both), chain(both, "typo"))).toBe("");
  expect(told(chain("flow x -> y"), chain(both))).toBe("");
});

test("twelve months are a year", () => {
  const lasting = (time: string) => `domain d { embodies b; lifespan ${time} }`;
  expect(told(lasting("10y"), lasting("120mo"))).toBe("");
  expect(told(lasting("1y"), lasting("12mo"))).toBe("");
  expect(told(lasting("10y"), lasting("119mo"))).toContain("shrinks from 10 years to 119 months.");
  expect(told(lasting("1y 6mo"), lasting("17mo"))).toContain("shrinks");
});

test("what led to the mission leads nowhere: told where it came loose", () => {
  const goals = (serves: string) => `goal g { ${serves} }\ngoal h { serves g }\ncapability p { serves h }`;
  expect(told(goals("serves m"), goals(""))).toBe(
    "trace-lost [wall]: Nothing leads from 'g' to the mission any more, nor from the 2 that hang on it.",
  );
  expect(told(goals(""), goals("target x"))).toBe("");
  expect(
    told(goals("serves m"), goals("serves m").replace("goal h { serves g }", "goal h { serves g, m }")),
  ).toBe("");
});

test("what stays is no longer said to be core, or about people", () => {
  const data = (flag: string, entity: string, attribute: string) =>
    `domain d ${flag} { embodies b; entity E ${entity} { mail: text ${attribute}; name: text } }`;
  expect(told(data("core", "", ""), data("", "", ""))).toBe(
    "mark-dropped [wall]: 'd' is no longer core: what is asked of core data is no longer asked of it.",
  );
  expect(told(data("", "personal", ""), data("", "", ""))).toBe(
    "mark-dropped [wall]: 'd.E' is still there, and no longer marked personal: what protects personal data does not hold for it any more.",
  );
  expect(told(data("", "", "personal"), data("", "", ""))).toContain(
    "mark-dropped [wall]: 'd.E.mail' is still",
  );
  // The mark of the whole covers its parts, that of a part the whole; and what is gone needs none.
  expect(told(data("", "personal", "personal"), data("", "personal", ""))).toBe("");
  expect(told(data("", "personal", ""), data("", "", "personal"))).toBe("");
  expect(told(data("", "", "personal"), data("", "", "").replace("mail: text ; ", ""))).toBe("");
  expect(told(data("", "", ""), data("core", "", ""))).toBe("");
});

test("a tool that retires needs no reason any more", () => {
  const tool = (more: string) =>
    `domain d { embodies b; entity E }\ntool x { category mdm; ${more} }\ntool y { category mdm; owns d }`;
  expect(told(tool("owns d"), tool("owns d; status retired"))).not.toContain("trace-lost");
  expect(told(tool("owns d"), tool(""))).toContain(
    "trace-lost: Nothing leads from 'x' to the mission any more.",
  );
});

test("another team answers, or nobody; a domain's team answers for its entities", () => {
  const data = (who: string, entity = "") =>
    `team u { function marketing }\ndomain d { embodies b; ${who}; entity E { ${entity} } }`;
  expect(told(data("accountable t"), data("accountable u"))).toBe(
    "answers-change [wall]: 'u' answers for 'd' now, and no longer 't'.",
  );
  expect(told(data("accountable t"), data(""))).toBe(
    "answers-change [wall]: Nobody answers for 'd' any more; it was 't'.",
  );
  expect(told(data("accountable t", "accountable t"), data("accountable t"))).toBe("");
  expect(told(data("accountable t"), data("accountable t", "accountable u"))).toBe(
    "answers-change [wall]: 'u' answers for 'd.E' now, and no longer 't'.",
  );
  expect(told(data(""), data("accountable u"))).toBe("");
});

test("of a first commit, and of the end of all, the list says it", () => {
  const all = "mission m { horizon 9y }\ngoal g { serves m }\n";
  for (const { tellings, asked } of [reviewed("", all), reviewed(all, "")])
    expect([tellings, asked]).toEqual([[], { teams: [], nobody: [] }]);
});

test("a wall is taken out while something names it; not where that goes too, or where it was moved", () => {
  const data = `domain d { embodies b; entity P; entity Q }\ntool x { category mdm; owns d; serves m }`;
  const goes = "wall-goes [wall]: 'd' is taken out, and what named it stays: 'x'.";
  const goal = "goal g { serves m }\n";
  expect(told(goal + data.replace("serves m", "serves g"), `${goal}tool x { category mdm; serves g }`)).toBe(
    goes,
  );
  expect(told(data.replace("owns d", "owns d.P"), "tool x { category mdm; serves m }")).toContain(goes);
  expect(told(data, "")).toBe("");
  expect(told(data, data.replace("; entity Q", ""))).toBe("");
  const part = data.replace("owns d;", "owns d.P; reads d.Q;");
  expect(told(part, part.replace("; entity Q", "").replace(" reads d.Q;", ""))).toBe(
    "wall-goes [wall]: 'd.Q' is taken out, and what named it stays: 'x'.",
  );
  const title = data.replace("domain d", 'domain d "Data"');
  expect(told(title, title.replace("domain d ", "domain e ").replace("owns d", "owns e"))).toBe("");
});
