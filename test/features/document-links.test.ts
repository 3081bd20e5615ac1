import { test } from "vitest";
import { documentLinks } from "../../server/features/document-links.ts";
import { checker, covered } from "../support/check.ts";

const check = checker(({ model, at }) =>
  documentLinks(model, at.path)
    .map(({ span, url, tooltip }) => `[${covered(model, at.path, span)}] ${url} (${tooltip.fr})`)
    .join("\n"),
);

test("addresses of elements, and the pages of rules that a policy names", () =>
  check(
    `
    //- other.bizarch
    tool elsewhere { category pim; link "https://other.example" }
    //- a.bizarch crlf
    $0/* 𝒳 */ tool pim "Fiches 𝒳" { category pim; link "https://exemple.fr/à?b=1", "mailto:a@b.fr" }
    domain d { entity É { link "https://wiki.example/e" } }
    policy {
      error orphan-tool
      allow lock-in for pim because "x" until 2027-01-01
      off mine
    }
    rule mine "Mine" { forbid tool owns domain }
    `,
    `
    [https://exemple.fr/à?b=1] https://exemple.fr/à?b=1 (En savoir plus sur Fiches 𝒳)
    [mailto:a@b.fr] mailto:a@b.fr (En savoir plus sur Fiches 𝒳)
    [https://wiki.example/e] https://wiki.example/e (En savoir plus sur É)
    [orphan-tool] https://github.com/bizarch/bizarch/blob/main/docs/rules/orphan-tool.md (Ce que trouve la règle « orphan-tool », et pourquoi)
    [lock-in] https://github.com/bizarch/bizarch/blob/main/docs/rules/lock-in.md (Ce que trouve la règle « lock-in », et pourquoi)
    `,
  ));

test("what leads anywhere but to the web, or is only half typed, is no link", () =>
  check(
    `
    $0tool a { category pim; link "javascript:alert(1)", "file:///etc/passwd", "command:x", "https://", "www.x.fr" }
    tool b { category pim; link "https://half
    tool c { category pim; link }
    policy { error nothing-like-it }
    `,
    "",
  ));
