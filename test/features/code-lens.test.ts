import { test } from "vitest";
import { codeLens, lensLine } from "../../server/features/code-lens.ts";
import { grouped } from "../../grammar/grouped.ts";
import { checker } from "../support/check.ts";

/** A line for each element: its name, and what its lenses say, in French. */
const check = checker(({ model, at }) => {
  const byElement = grouped(codeLens(model, at.path), ({ element }) => element);
  return [...byElement].map(([{ name }, lenses]) => `${name}: ${lensLine(lenses, "fr")}`).join("\n");
});

test("who owns, writes and reads data, of a domain with all that is in it, and how much is found", () =>
  check(
    `
    //- bizarch.json
    { "profile": "starter" }
    //- tools.bizarch
    tool sis { category erp; owns données.Élève; serves g }
    tool lms { category website; writes données.Élève; reads données; serves g }
    tool bi { category bi; reads données.Élève; serves g; status retired }
    //- a.bizarch crlf
    $0mission m "𝒳"
    goal g { serves m }
    domain données { embodies b; entity Élève { nom: text }; entity Classe }
    business-model b { serves m }
    `,
    `
    g: 1 constat
    données: possédé par sis · écrit par 1 · lu par 1
    données.Élève: possédé par sis · écrit par 1 · lu par 1
    données.Classe: lu par 1
    `,
  ));

test("findings are counted, in the plural too; two owners are counted", () =>
  check(
    `
    //- bizarch.json
    { "profile": "starter" }
    //- a.bizarch
    $0mission m
    business-model b
    tool x { category erp; owns d; serves m }
    tool y { category erp; owns d }
    domain d { entity E }
    flow x -> y
    `,
    `
    b: 1 constat
    x: 2 constats
    y: 1 constat
    d: possédé par 2 · 1 constat
    d.E: possédé par 2
    `,
  ));

test("half-typed text", () => {
  check("tool $0 {", "");
  check("// $0", "");
});
