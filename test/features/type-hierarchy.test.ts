import { test } from "vitest";
import { hierarchyAt, subtypes, supertypes } from "../../server/features/type-hierarchy.ts";
import { checker } from "../support/check.ts";

/** What the element is there for (`↑`), and what is there for it (`↓`). */
const check = checker(({ model, at }) => {
  const element = hierarchyAt(model, at);
  if (!element) return undefined;
  return [
    element.name,
    ...supertypes(model, element).map(({ name }) => `↑ ${name}`),
    ...subtypes(model, element).map(({ name }) => `↓ ${name}`),
  ].join("\n");
});

const HOUSE = `
  //- why.bizarch
  mission manger "Mieux manger"
  goal connaître { serves manger }
  //- what.bizarch crlf
  business-model épicerie { serves manger }
  domain client "𝒳" { embodies épicerie; entity Foyer { email: text } }
  //- how.bizarch
  tool crm { category crm; serves connaître; owns client.Foyer; vendor v }
  vendor v
  chain c { serves connaître; collect crm }
`;

const at = (word: string): string => HOUSE.replace(word, `${word}$0`);

test("up from a tool, to the mission and down again", () => {
  check(at("tool crm"), "crm\n↑ connaître\n↑ client.Foyer\n↑ c\n↓ v");
  check(at("goal connaître"), "connaître\n↑ manger\n↓ crm\n↓ c");
  check(at("mission manger"), "manger\n↓ épicerie\n↓ connaître");
  check(at("domain client"), "client\n↑ épicerie\n↓ client.Foyer");
  check(at("entity Foyer"), "client.Foyer\n↑ client\n↓ crm\n↓ client.Foyer.email");
  check(at("email"), "client.Foyer.email\n↑ client.Foyer");
});

test("from a reference, and from anywhere in the text of an element", () => {
  check(at("owns client.Foyer"), "client.Foyer\n↑ client\n↓ crm\n↓ client.Foyer.email");
  check(at("category"), "crm\n↑ connaître\n↑ client.Foyer\n↑ c\n↓ v");
});

test("goals that serve each other, and text that is broken", () => {
  check("goal a$0 { serves b }\ngoal b { serves a }", "a\n↑ b\n↓ b");
  check("goal a$0 { serves a }", "a");
  check("tool t$0 { serves", "t");
  check("// $0", "-");
});
