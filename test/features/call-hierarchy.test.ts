import { test } from "vitest";
import { incomingFeeds, outgoingFeeds, type Neighbour } from "../../server/features/call-hierarchy.ts";
import { hierarchyAt } from "../../server/features/type-hierarchy.ts";
import { locate } from "../../server/model/edit.ts";
import type { Model } from "../../server/model/model.ts";
import { checker, covered } from "../support/check.ts";

/** What feeds the element (`←`) and what hangs on it (`→`), each with the words that say so. */
const check = checker(({ model, at }) => {
  const element = hierarchyAt(model, at);
  if (!element) return undefined;
  return [
    element.name,
    ...incomingFeeds(model, element).map((one) => `← ${line(model, one)}`),
    ...outgoingFeeds(model, element).map((one) => `→ ${line(model, one)}`),
  ].join("\n");
});

function line(model: Model, { element, sites }: Neighbour): string {
  const words = sites.map((site) => covered(model, site.path, locate(model, site)));
  return `${element.name} [${words.join("] [")}]`;
}

const HOUSE = `
  //- data.bizarch crlf
  /* 𝒳 */ domain données "𝒳" { entity Élève { classe: Classe }; entity Classe }
  kpi présence { from données.Élève; audience board; delivered-by bi }
  goal g { measured-by présence }
  team board { function executive }
  //- how.bizarch
  tool sis { category erp; owns données.Élève }
  tool app { category app; writes données.Élève; reads données }
  tool bi { category bi }
  stakeholder parent { kind customer }
  chain c { collect app; measure bi }
  flow parent -> app "Inscription"
  flow app -> sis { carries données.Élève }
`;

const at = (word: string): string => HOUSE.replace(word, `${word}$0`);

test("a tool: who sends it data, what it reads; whom it sends to, what it writes, the chain it stands in", () =>
  check(
    at("tool app"),
    `
    app
    ← données [données]
    ← parent [app]
    → données.Élève [données.Élève]
    → c [app]
    → sis [sis]
    `,
  ));

test("an entity: who keeps and writes it, what it refers to; who reads it or gets it, its figures", () =>
  check(
    at("entity Élève"),
    `
    données.Élève
    ← données.Classe [Classe]
    ← sis [données.Élève]
    ← app [données.Élève]
    → présence [données.Élève]
    → sis [données.Élève]
    → app [données]
    `,
  ));

test("a domain speaks for its entities", () =>
  check(
    at("domain données"),
    `
    données
    ← données.Classe [Classe]
    ← sis [données.Élève]
    ← app [données.Élève]
    → app [données]
    → présence [données.Élève]
    → sis [données.Élève]
    → données.Élève [Classe]
    `,
  ));

test("a figure: what it is computed from; who steers by it, what it is read in, the goal it measures", () =>
  check(
    at("kpi présence"),
    `
    présence
    ← données.Élève [données.Élève]
    → board [board]
    → bi [bi]
    → g [présence]
    `,
  ));

test("a flow by its arrow: from where, to where", () =>
  check(at("app -"), "app -> sis\n← app [sis]\n→ sis [sis]"));

test("half-typed text", () => {
  check("tool a$0 { category erp; reads", "a");
  check("flow a$0 -> ", "-");
  check("tool a { category erp }\ntool b { category erp }\nflow a -> b$0 {\ncarries d.", "b\n← a [b]");
  check("$0", "-");
});
