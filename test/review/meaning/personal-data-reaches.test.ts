import { expect, test } from "vitest";
import { change, told } from "./told.ts";

const DATA = "domain d { embodies b; about c; entity P personal; entity Q }\nstakeholder c { kind customer }";
const house = (...lines: readonly string[]) => [DATA, "tool x { category mdm; owns d }", ...lines].join("\n");

test("another tool, with whom it comes from and where it keeps it", () => {
  const vendor = "vendor v { country US }";
  expect(
    told(
      house(vendor),
      house(vendor, "tool y { category cdp; accountable t; reads d; vendor v; hosting US, IE }"),
    ),
  ).toBe(
    "personal-data-reaches: Personal data ('d.P') reaches 'y' (CDP, 't'), which did not have it before, of the vendor 'v' (US), kept in IE, US.",
  );
});

test("by a flow, to a tool, a vendor or somebody else; not where it is anonymised", () => {
  const ends = "tool y { category cdp }\nvendor v\nstakeholder s { kind partner }";
  const flow = (to: string, flag = "") => house(ends, `flow x -> ${to} ${flag} { carries d; basis consent }`);
  for (const to of ["y", "v", "s"])
    expect(told(house(ends), flow(to))).toContain(`Personal data ('d.P') reaches '${to}'`);
  expect(told(house(ends), flow("y", "anonymised"))).toBe("");
  expect(told(flow("y", "anonymised"), flow("y"))).toBe(
    `personal-data-reaches: Personal data ('d.P') reaches 'y' (CDP), which did not have it before.
basis-dropped: 'x -> y' carries personal data ('d') that was anonymised before.`,
  );
});

test("another vendor or another country of a tool that had it", () => {
  const tool = (more: string) =>
    house("vendor v\nvendor w { country DE }", `tool y { category cdp; reads d.P; ${more} }`);
  expect(told(tool("vendor v"), tool("vendor w"))).toBe(
    "personal-data-reaches: Personal data ('d.P') comes into the hands of the vendor 'w' (DE).",
  );
  expect(told(tool("hosting FR"), tool("hosting FR, US"))).toBe(
    "personal-data-reaches: Personal data ('d.P') is kept in US now, by 'y'.",
  );
  expect(told(tool("hosting FR, US"), tool("hosting FR"))).toBe("");
});

test("data that was there is said to be about people now", () => {
  expect(told(house(), house().replace("entity Q", "entity Q { mail: text personal }"))).toBe(
    "personal-data-reaches: 'd.Q' holds personal data now, and 'x' had it already.",
  );
});

test("a vendor that had it is in another country now", () => {
  const vendor = (country: string) =>
    house(`vendor v ${country}`, "tool y { category cdp; reads d; vendor v }");
  expect(told(vendor("{ country FR }"), vendor("{ country US }"))).toBe(
    "personal-data-reaches: The vendor 'v', in whose hands personal data is ('d.P'), is in US, and no longer in FR.",
  );
  expect(told(vendor(""), vendor("{ country US }"))).toBe(
    "personal-data-reaches: The vendor 'v', in whose hands personal data is ('d.P'), is in US.",
  );
  expect(told(vendor("{ country US }"), vendor(""))).toBe("");
  const plain = (country: string) =>
    house(`vendor v { country ${country} }`, "tool y { category cdp; reads d.Q; vendor v }");
  expect(told(plain("FR"), plain("US"))).toBe("");
});

test("in French, of one and of several", () => {
  const more = "tool y { category cdp; reads d.Q }";
  const personal = house(more).replace("entity Q", "entity Q personal");
  expect(change(house(more), personal).tellings.map(({ message }) => message.fr)).toEqual([
    "« d.Q » contient désormais des données personnelles, et « x » et « y » y avaient déjà accès.",
  ]);
  expect(change(house(), house().replace("entity Q", "entity Q personal")).tellings[0]?.message.fr).toBe(
    "« d.Q » contient désormais des données personnelles, et « x » y avait déjà accès.",
  );
});

test("no news: who had it already, whom it is about, another name, data about nobody, a sibling of what is held", () => {
  const ends = "tool y { category cdp; reads d.P }";
  expect(told(house(ends), house(ends, "flow x -> y { carries d.P; basis consent }"))).toBe("");
  expect(told(house(), house("flow x -> c { carries d.P; basis contract }"))).toBe("");
  expect(told(house(ends), house(ends).replaceAll("tool y", "tool z"))).toBe("");
  expect(told(house(), house("tool y { category cdp; reads d.Q }"))).toBe("");
  expect(told(house(), house().replace("entity Q", "entity Q; entity R personal"))).toBe("");
  expect(told(house(), house("tool y { category cdp; reads d.P; status planned }"))).toBe("");
});
