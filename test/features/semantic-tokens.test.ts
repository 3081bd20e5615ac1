import { test } from "vitest";
import { semanticTokens } from "../../server/features/semantic-tokens.ts";
import { checker, covered } from "../support/check.ts";

const check = checker(({ model, at }) =>
  semanticTokens(model, at.path)
    .map(({ span, type, modifiers }) => [covered(model, at.path, span), type, ...modifiers].join(" "))
    .join("\n"),
);

test("walls and partitions, persons, and what is on its way out; each part of a dotted name by itself", () =>
  check(
    `
    //- what.bizarch crlf
    /* 𝒳 */ domain données "𝒳" {
      entity Élève personal { nom: text personal; classe: Classe }
      entity Classe { taille: number }
    }
    //- how.bizarch
    $0tool sis "Vieux 𝒳" { category erp; status legacy; owns données.Élève }
    tool lms { category website; reads données . Classe; serves nothing }
    flow sis -> lms -> sis { carries données.Élève }
    view v { show tool[accountable = équipe]; around lms }
    policy { allow lock-in for sis because "x" until 2027-01-01 }
    team équipe { function data }
    `,
    `
    sis partition declaration deprecated
    données wall
    Élève wall personal
    lms partition declaration
    données wall
    Classe wall
    sis partition deprecated
    lms partition
    sis partition deprecated
    données wall
    Élève wall personal
    équipe partition
    lms partition
    sis partition deprecated
    équipe partition declaration
    `,
  ));

test("attributes of persons, and an entity that only they make personal", () =>
  check(
    "domain d { entity E { nom: text personal; âge: number } }$0",
    `
    d wall declaration
    E wall declaration personal
    nom wall declaration personal
    âge wall declaration
    `,
  ));

test("half-typed text colours what it can", () => {
  check("tool crm$0 {\nowns customer.", "crm partition declaration");
  check("tool$0 {", "");
  check("$0", "");
});
