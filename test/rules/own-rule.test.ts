import { expect, test } from "vitest";
import { found } from "../support/verdict.ts";

const EU = `
rule eu-only "Personal data stays in the EU" {
  forbid tool[hosting != FR | DE] owns entity[personal]
  severity error
}
domain customer { entity Profile personal; entity Segment }
`;

function check(rule: string, text: string, expected = ""): void {
  expect(found(rule, text)).toBe(expected);
}

test("forbids a relation between what two selectors name", () => {
  check(
    "eu-only",
    `${EU}tool crm { category crm; hosting US; owns customer.Profile }`,
    'error 6 "customer.Profile" crm',
  );
  check(
    "eu-only",
    `${EU}tool crm { category crm; hosting FR, US; owns customer.Profile }`,
    'error 6 "customer.Profile" crm',
  );
});

test("a domain stands for its entities", () => {
  check("eu-only", `${EU}tool crm { category crm; hosting US; owns customer }`, 'error 6 "customer" crm');
});

test("is silent where a condition does not hold, or nothing is said", () => {
  check("eu-only", `${EU}tool crm { category crm; hosting FR, DE; owns customer }`);
  check("eu-only", `${EU}tool crm { category crm; owns customer }`);
  check("eu-only", `${EU}tool crm { category crm; hosting US; owns customer.Segment }`);
  check("eu-only", `${EU}tool crm { category crm; hosting US; reads customer }`);
  check("eu-only", `${EU}tool crm { category crm; hosting US; owns customer; status retired }`);
});

test("requires a relation", () => {
  const rule =
    "rule answered { require domain[core] accountable team[function = data] }\nteam d { function data }\nteam s { function sales }\n";
  check("answered", `${rule}domain a core { accountable d }\ndomain b`);
  check("answered", `${rule}domain a core { accountable s }`, 'warning 4 "a" a');
  check("answered", `${rule}domain a core`, 'warning 4 "a" a');
});

test("an entity has its domain's team", () => {
  const rule = "rule answered { require entity accountable team }\nteam d { function data }\n";
  check("answered", `${rule}domain a { accountable d; entity E }`);
  check("answered", `${rule}domain a { entity E }`, 'warning 3 "E" a.E');
});

test("several lines hold all, and conditions compare", () => {
  const rule =
    "rule short { forbid tool[lifespan < 1y] owns domain[core]\nforbid tool[status = legacy] owns domain }\ndomain a core { entity E }\n";
  check("short", `${rule}tool t { category erp; lifespan 6mo; owns a.E }`, 'warning 4 "a.E" t');
  check("short", `${rule}tool t { category erp; lifespan 1y; owns a.E }`);
  check("short", `${rule}tool t { category erp; status legacy; owns a }`, 'warning 4 "a" t');
});

test("a policy sets its severity, and excuses from it", () => {
  const crm = `${EU}tool crm { category crm; hosting US; owns customer }\n`;
  check("eu-only", `${crm}policy { info eu-only }`, 'info 6 "customer" crm');
  check("eu-only", `${crm}policy { off eu-only }`);
  check("eu-only", `${crm}policy { allow eu-only for crm because "moving" until 2027-01-01 }`);
});

test("bears its id in a namespace too", () => {
  check(
    "r",
    "namespace n\nrule r { forbid tool owns domain }\ndomain a\ntool t { category erp; owns a }",
    'warning 4 "a" n.t',
  );
});
