import { expect, test } from "vitest";
import { told } from "./told.ts";

const DATA = "domain d { embodies b; entity A; entity B }";

test("the system of record moves, of the whole domain or of a part", () => {
  const before = `${DATA}\ntool x { category mdm; owns d; serves m }\ntool y { category cdp; accountable t; reads d }`;
  expect(
    told(before, `${DATA}\ntool x { category mdm; reads d }\ntool y { category cdp; accountable t; owns d }`),
  ).toContain("record-moves [wall]: The system of record of 'd' moves from 'x' to 'y' (CDP, 't').");
  expect(
    told(
      before,
      `${DATA}\ntool x { category mdm; owns d.A }\ntool y { category cdp; accountable t; owns d.B; reads d }`,
    ),
  ).toBe("record-moves [wall]: The system of record of 'd.B' moves from 'x' to 'y' (CDP, 't').");
});

test("it is lost, by a line or by the tool's end", () => {
  const before = `${DATA}\ntool x { category mdm; owns d }`;
  const lost = "record-moves [wall]: Nothing is the system of record of 'd' any more; it was 'x'.";
  expect(told(before, DATA)).toBe(lost);
  expect(told(before, `${DATA}\ntool x { category mdm; owns d; status retired }`)).toContain(lost);
});

test("a second one is told, and so is the end of one of two", () => {
  const one = `${DATA}\ntool x { category mdm; owns d }\ntool y { category cdp }`;
  const two = `${DATA}\ntool x { category mdm; owns d }\ntool y { category cdp; owns d.A }`;
  expect(told(one, two)).toBe(
    "record-moves [wall]: 'y' (CDP) becomes a system of record of 'd.A' too, beside 'x': there are two truths.",
  );
  expect(told(two, one)).toContain("'y' is no system of record of 'd.A' any more; 'x' remains.");
});

test("no news: another name, another way to write it, the first one, a new entity", () => {
  const before = `${DATA}\ntool x "X" { category mdm; accountable t; owns d }`;
  expect(told(before, `${DATA}\ntool z "X" { category mdm; accountable t; owns d }`)).toBe("");
  expect(told(before, `${DATA}\ntool x "X" { category mdm; accountable t; owns d.A, d.B }`)).toBe("");
  expect(told(DATA, before)).toBe("");
  expect(told(before, before.replace("entity B", "entity B; entity C"))).toBe("");
});
