import { expect, test } from "vitest";
import { kinds, relationsOf } from "../../../grammar/schema.ts";
import { hangingOn } from "../../../server/review/meaning/hanging.ts";
import { LEANING } from "../../../server/review/meaning/leaning.ts";
import { change } from "./told.ts";

test("the teams that answer for what changed, before or after, those of walls first", () => {
  const teams = 'team u "Us" { function marketing }\nteam board { function executive }';
  const before = `${teams}\ndomain d { embodies b; accountable t; entity E { x: text } }\ntool x { category cdp; accountable u; reads d }`;
  const after = before.replace("x: text", "x: number").replace("accountable u;", "accountable t;");
  expect(change(before, after).asked).toEqual({
    teams: [
      { team: "t", title: undefined, of: ["d.E.x", "x"] },
      { team: "u", title: "Us", of: ["x"] },
    ],
    nobody: [],
  });
  expect(change(before, `${before}\ngoal g { serves m }`).asked.teams).toEqual([
    { team: "board", title: undefined, of: ["g"] },
  ]);
  expect(change("domain d { embodies b }", "domain d core { embodies b }").asked).toEqual({
    teams: [],
    nobody: ["d"],
  });
});

test("what hangs on a change, up to the mission; nothing on a title, and nothing on what is new", () => {
  const house = `stakeholder s { kind customer }\ngoal g { serves m; for s; measured-by k }\ndomain d { entity E { x: text } }
kpi k { from d.E; audience t }\ntool x { category bi; reads d.E }\ntool other { category erp }`;
  const hanging = (before: string, after: string) => {
    const { hanging: all } = change(before, after);
    return Object.values(all).map((names: readonly string[]) => names.join(" "));
  };
  expect(hanging(house, house.replace("x: text", "x: number"))).toEqual(["m", "g", "k", "s", "x"]);
  expect(hanging(house, house.replace("entity E", 'entity E "Another title"'))).toEqual(["", "", "", "", ""]);
  expect(hanging(house, `${house}\ngoal new { serves m }`)).toEqual(["", "", "", "", ""]);
  expect(hanging(house, house.replace("kpi k { from d.E; audience t }", ""))).toEqual(["m", "", "", "s", ""]);
});

test("each change knows its own", () => {
  const house =
    "goal g { serves m }\ngoal h { serves m }\ntool x { category bi; serves g }\ntool y { category bi; serves h }";
  const { states, changes } = change(
    house,
    house.replace("serves h", "serves h; cost 1 EUR").replace("serves g", 'serves g; exit "x"'),
  );
  expect(changes.elements.map((one) => [one.id, hangingOn(states, one).goals])).toEqual([
    ["x", ["g"]],
    ["y", ["h"]],
  ]);
});

test("of every relation of the language it is known who leans on whom", () => {
  const all = kinds.flatMap(relationsOf);
  expect([...new Set(all)].filter((type) => LEANING[type] === undefined)).toEqual([]);
  expect(Object.keys(LEANING).filter((type) => !all.includes(type))).toEqual([]);
});
