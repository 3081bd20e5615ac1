import { describe, expect, test } from "vitest";
import { soundOf } from "../../server/rules/sound.ts";
import { repairsOf } from "../support/repair.ts";
import { found, related, said } from "../support/verdict.ts";

/** Personal data, and whom we depend on: near misses, places and repairs beyond what the pages show. */
function finds(rule: string) {
  return (text: string, expected = "") => expect(found(rule, text)).toBe(expected);
}

describe("what the name of an attribute sounds like", () => {
  const cases = {
    person: `
      first-name lastName full_name surname prénom prenoms Prénom-usuel nom-de-famille nomDeFamille nom-de-jeune-fille
      nom-prénom contact-name customer-name nomClient nom-du-client username user-name UserName nickname
      birth birthday birth-date dateOfBirth date-de-naissance DATE_NAISSANCE datenaissance lieu-de-naissance dob
      nir NIR numéro-de-sécurité-sociale social-security-number ssn passport-number passeport carte-d-identité
      nationality nationalité civilité salaire permis-de-conduire marital-status situation-familiale ddn license-plate
      credit-card-number carte-bancaire customer-email store-manager-phone contact-téléphone employee-age
    `,
    reach: `
      email e-mail e_mail eMail EMAIL emails email2 mél courriel adresse-mail adressemail contactemail mail
      phone phone-number phoneNumber telephone téléphone numéro-de-téléphone tel mobile mobile-phone portable gsm fax
      address address1 addressLine2 delivery-address adresse adresse-de-livraison IPAddress ip adresseIP ipv4 iban rib
      supplier-email
    `,
    anybody: "name nom Nom names noms age gender sexe",
    thing: `
      filename file-name brand-name nom-de-marque nom-du-produit product-name nombre nombre-de-visites hostname
      web-address adresse-web url site-address store-email shop-phone company-name company-address adresse-magasin
      adresse-du-siège server-ip domain-name nom-de-domaine customer-segment-name user-group-name display-name
      email-template email-count mail-subject email-verified-at phone-model address-type taux-d-ouverture-email
      phoneme smartphone microphone rebirths connaissance reconnaissance date-de-reconnaissance mailing-list
      description state status page stage average-basket package message image gendarme page-age naming nominal
      renommage surnaturel télé mobilier telemetry hotel-portal chip zip street
    `,
  };
  const all = Object.entries(cases).flatMap(([sound, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => ({ name, sound })),
  );
  test.each(all)("$name: $sound", ({ name, sound }) => expect(soundOf(name)).toBe(sound));
});

describe("marked-nowhere", () => {
  const check = finds("marked-nowhere");
  const about = "stakeholder s { kind customer }\n";
  test.each([
    ["entity WebPage { address: text }", ""],
    ["entity Store { address: text; phone: text; email: text }", ""],
    ["entity Entrepôt { adresse: text; téléphone: text }", ""],
    ["entity Store { manager-phone: text }", 'info 2 "manager-phone" d.Store.manager-phone'],
    ["entity Store { first-name: text }", 'info 2 "first-name" d.Store.first-name'],
    ["entity CustomerGroup { email: text }", 'info 2 "email" d.CustomerGroup.email'],
    ["entity Contact { address: text }", 'info 2 "address" d.Contact.address'],
    [
      "entity E { email: id; dob: date; iban: text list }",
      'info 2 "email" d.E.email\ninfo 2 "dob" d.E.dob\ninfo 2 "iban" d.E.iban',
    ],
    ["entity E { portable: boolean; mobile: boolean }", ""],
    ["entity E { contact: Contact }; entity Contact personal { email: text }", ""],
    ["entity E { name: text }", ""],
  ])("%s", (entities, expected) => check(`${about}domain d { ${entities} }`, expected));
  test("a thing has a name in data about people too", () => {
    check(
      `${about}domain d { about s; entity Segment { name: text }; entity P { name: text; age: number } }`,
      'info 2 "name" d.P.name\ninfo 2 "age" d.P.age',
    );
  });
  test("the attribute is marked, or all of its entity", () => {
    const repairs = repairsOf(
      "marked-nowhere",
      'domain d {\n  entity E "Somebody" {\n    email: text optional\n  }\n}',
    );
    expect(repairs.map(({ text }) => text)).toEqual([
      'domain d {\n  entity E "Somebody" {\n    email: text optional personal\n  }\n}',
      'domain d {\n  entity E "Somebody" personal {\n    email: text optional\n  }\n}',
    ]);
    expect(repairs.flatMap(({ found }) => found)).toEqual([]);
  });
});

describe("personal-data-without-basis", () => {
  const check = finds("personal-data-without-basis");
  const world = (flow: string, rest = "") =>
    `domain d { entity A { mail: text personal }; entity B }\ntool a { category erp }\ntool b { category erp }\nvendor v\n${flow}\n${rest}`;
  test.each([
    ["flow a -> b { carries d, d.A }", 'error 5 "d" a -> b\nerror 5 "d.A" a -> b'],
    ["flow a -> v { carries d }", 'error 5 "d" a -> v'],
    ["flow a -> a { carries d }", 'error 5 "d" a -> a'],
    ["flow a -> b { carries d; basis friendship }", ""],
    ["flow a -> nobody { carries d }", ""],
    ["flow a -> b { carries d.Nothing }", ""],
    ["flow a -> b { carries d.B }", ""],
  ])("%s", (flow, expected) => check(world(flow), expected));
  test("the marks that make it personal are named", () => {
    expect(related("personal-data-without-basis", world("flow a -> b { carries d }"))).toEqual([
      "'d.A.mail' is marked personal.",
    ]);
  });
  test("each repair leaves nothing to find", () => {
    const text = world('flow a -> b "Letters" {\n  carries d\n  mode api\n}');
    const repairs = repairsOf("personal-data-without-basis", text);
    expect(repairs.length).toBe(5);
    expect(repairs.flatMap(({ found }) => found)).toEqual([]);
    expect(repairs[0]?.text).toContain(
      'flow a -> b "Letters" {\n  carries d\n  mode api\n  basis contract\n}',
    );
    expect(repairs.at(-1)?.text).toContain('flow a -> b "Letters" anonymised {');
  });
});

describe("shared-without-anonymising", () => {
  const check = finds("shared-without-anonymising");
  const world = (flow: string) => `
    domain d { entity P personal }
    vendor ads { business advertising }
    vendor place { business marketplace }
    stakeholder ally { kind partner }
    stakeholder grower { kind supplier }
    tool a { category erp }
    tool x { category dsp; vendor ads }
    tool p { category dsp; vendor ads; status planned }
    tool m { category marketplace; vendor place }
    ${flow}
  `;
  test.each([
    ["flow a -> m { carries d; basis consent }", ""],
    ["flow a -> p { carries d; basis consent }", ""],
    ["flow a -> grower { carries d; basis consent }", ""],
    ["flow ally -> a { carries d; basis consent }", ""],
    ["flow ally -> x { carries d; basis consent }", 'error 10 "d" ally -> x'],
    ["flow a -> place { carries d; basis consent }", 'error 10 "d" a -> place'],
  ])("%s", (flow, expected) => check(world(flow), expected));
  test("what makes it true is named", () => {
    const places = (flow: string) => related("shared-without-anonymising", world(flow));
    expect(places("flow a -> x { carries d }")).toEqual([
      "'x' comes from 'ads'.",
      "The business of 'ads' is advertising.",
      "'d.P' is marked personal.",
    ]);
    expect(places("flow a -> ally { carries d }")).toEqual([
      "'ally' is a partner.",
      "'d.P' is marked personal.",
    ]);
  });
  test("anonymised, it is shared in peace", () => {
    const [only] = repairsOf(
      "shared-without-anonymising",
      world("flow a -> ally { carries d; basis consent }"),
    );
    expect(only?.text).toContain("flow a -> ally anonymised {");
    expect(only?.found).toEqual([]);
  });
});

describe("personal-data-leaves", () => {
  const check = finds("personal-data-leaves");
  const world = (countries: string, tool: string) =>
    `policy { warning personal-data-leaves${countries} }\ndomain d { entity P personal; entity Q }\ntool t { category erp; ${tool} }`;
  test.each([
    [" countries FR", "hosting US; owns d", 'warning 3 "d" t'],
    [" countries FR", "hosting US, CA; reads d.P", 'warning 3 "d.P" t'],
    [" countries EU, CH", "hosting GB; reads d", 'warning 3 "d" t'],
    [" countries EU, CH", "hosting CH, HR, EU; reads d", ""],
    [" countries FR", "hosting us; owns d", ""],
    [" countries FR", "owns d", ""],
    [" countries FR", "hosting US; writes d", ""],
    [" countries FR", "hosting US; reads d.Q", ""],
    [" countries FR", "hosting US; owns d; status planned", ""],
    ["", "hosting US; owns d", ""],
  ])("%s, %s", (countries, tool, expected) => check(world(countries, tool), expected));
  test("all the countries outside are told, whatever their order", () => {
    const hosted = (hosting: string) =>
      said("personal-data-leaves", world(" countries FR", `hosting ${hosting}; owns d`));
    expect(hosted("US, FR, CA")).toEqual(hosted("CA, US"));
    expect(hosted("US, FR, CA")[0]).toContain("(CA, US)");
  });
  test("a waiver for the data excuses every tool", () => {
    const waiver = 'policy { allow personal-data-leaves for d because "Until the move" until 2027-01-01 }';
    check(`${world(" countries FR", "hosting US; owns d")}\n${waiver}`);
  });
});

describe.each(["rival-holds-our-data", "advertiser-holds-our-data"])("%s", (rule) => {
  const check = finds(rule);
  const world = (rest: string) => `
    business-model shop
    business-model market
    vendor v { business advertising; competes-with shop, market }
    domain c core
    domain p { entity P { mail: text personal } }
    tool ours { category erp }
    ${rest}
  `;
  const severity = rule.startsWith("rival") ? "error" : "warning";
  test.each([
    ["tool t { category bi; vendor v; owns c; reads p.P }", `${severity} 7 "c" t\n${severity} 7 "p.P" t`],
    ["tool t { category bi; vendor unknown; owns c }", ""],
    ["flow ours -> v { carries p }", `${severity} 7 "p" ours -> v`],
    ["flow v -> ours { carries p }", ""],
    ["tool t { category bi; vendor v; status planned }\nflow ours -> t { carries c }", ""],
    [
      "tool t { category bi; vendor v; status legacy }\nflow ours -> t { carries c }",
      `${severity} 8 "c" ours -> t`,
    ],
  ])("%s", (text, expected) => check(world(text), expected));
  test("what is personal and not core may go without the names", () => {
    const [only] = repairsOf(rule, world("flow ours -> v { carries p }"));
    expect(only?.found).toEqual([]);
    expect(repairsOf(rule, world("flow ours -> v { carries c }"))).toEqual([]);
  });
});

describe("a waiver for the other side", () => {
  const world = `
    business-model shop
    vendor v { business advertising; competes-with shop }
    domain c core { entity P personal }
    tool ours { category erp }
    tool theirs { category dsp; vendor v; reads c }
    flow ours -> theirs { carries c; basis consent }
    flow ours -> v { carries c; basis consent }
  `;
  const allow = (rule: string, name: string) =>
    `${world}policy { allow ${rule} for ${name} because "The contract ends" until 2027-01-01 }`;
  test.each([
    ["rival-holds-our-data", "v", ""],
    ["advertiser-holds-our-data", "v", ""],
    ["rival-holds-our-data", "theirs", 'error 7 "c" ours -> v'],
    ["shared-without-anonymising", "v", 'error 6 "c" ours -> theirs'],
    ["shared-without-anonymising", "theirs", 'error 7 "c" ours -> v'],
    ["shared-without-anonymising", "ours", 'error 6 "c" ours -> theirs\nerror 7 "c" ours -> v'],
  ])("%s for %s", (rule, name, expected) => finds(rule)(allow(rule, name), expected));
});

test("a rival of several models is told so in any order", () => {
  const rival = (models: string) =>
    said(
      "rival-holds-our-data",
      `business-model a\nbusiness-model b\nvendor v { competes-with ${models} }\ndomain c core\ntool t { category bi; vendor v; owns c }`,
    );
  expect(rival("b, a")).toEqual(rival("a, b"));
  expect(rival("b, a")[0]).toContain("competes with 'a' and 'b'");
});
