import fc from "fast-check";
import { expect, test } from "vitest";
import { statements } from "../arbitrary.ts";
import { reviewed } from "../sides.ts";
import { hangingOn, NOTHING_HANGS } from "../../../server/review/meaning/hanging.ts";

/** Something that reaches a mission, so that there is more to lose. */
const HOUSE = "mission m\nteam t { function data }\nbusiness-model bm { serves m }\n";
const house = statements.map(
  (lines) =>
    HOUSE +
    lines
      .map((line) => line.replace(/^domain (\w+)([^{]*)\{/, "domain $1$2{ embodies bm; accountable t;"))
      .join("\n"),
);

test("what did not change means nothing, asks nobody, and nothing hangs on it", () => {
  fc.assert(
    fc.property(house, (text) => {
      const { tellings, asked, hanging } = reviewed(text, `// moved\n\n${text.replaceAll("\n", "\n\n")}`);
      expect([tellings, asked, hanging]).toEqual([[], { teams: [], nobody: [] }, NOTHING_HANGS]);
    }),
  );
});

test("two walls of one name are told of once", () => {
  const wall = (entity: string) => `domain d { embodies bm; accountable t; entity ${entity} }\n`;
  const tool = (owns: string) => `tool pim { category pim; ${owns} }\n`;
  const before = `${HOUSE}${tool("owns d.Product, d.Order")}${wall("Product")}${wall("Order")}`;
  const texts = reviewed(before, `${HOUSE}${tool("")}`).tellings.map(({ message }) => message.en);
  expect(texts).toEqual([...new Set(texts)]);
  expect(texts.length).toBeGreaterThan(0);
});

test("sentences speak of what is or was there, and each is told once", () => {
  fc.assert(
    fc.property(house, house, (before, after) => {
      const { tellings, states, changes, asked, hanging } = reviewed(before, after);
      const { base, head } = states;
      // A flow between ends that are unknown has a name, and nobody could refer to it.
      const names = new Set([base, head].flatMap(({ model }) => model.elements.map(({ name }) => name)));
      const known = (name: string) => names.has(name);
      expect(tellings.flatMap(({ elements }) => elements).filter((name) => !known(name))).toEqual([]);
      const texts = tellings.map(({ message }) => message.en);
      expect(texts.length).toBe(new Set(texts).size);
      for (const { message } of tellings) expect(message.fr).not.toBe(message.en);
      expect(asked.teams.every(({ team, of }) => head.model.byName.has(team) && of.length > 0)).toBe(true);
      const each = changes.elements.map((change) => hangingOn(states, change));
      for (const one of [hanging, ...each])
        expect(
          Object.values(one)
            .flat()
            .filter((name: string) => !head.model.byName.has(name)),
        ).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
