import { describe, test } from "vitest";
import { merge } from "../../../server/features/refactor/merge.ts";
import { record } from "../../../server/features/refactor/record.ts";
import { retire } from "../../../server/features/refactor/retire.ts";
import { split } from "../../../server/features/refactor/split.ts";
import { checking } from "./check.ts";

describe("a system of record", () => {
  const { offers, run } = checking(record);
  const HOUSE = `
    //- a.bizarch crlf
    domain client "Clientèle 𝒳" core {
      accountable données
      entity Foyer personal
      entity Magasin
    }
    team données { function data }
    team marketing { function marketing }
    //- b.bizarch
    // Le CRM.
    tool $0crm "CRM" {
      category crm
      accountable marketing
      owns client.Foyer, client.Magasin // pour l'instant
      writes client.Foyer
    }
    tool caisse { category pos; reads client }
    flow caisse -> crm {
      carries client.Foyer
      basis contract
    }
  `;

  test("is offered for what marketing keeps", () => {
    offers(
      HOUSE,
      "Make a system of record for 'client.Foyer', 'client.Magasin' ('client-records'), which 'crm' reads",
    );
    offers(
      HOUSE.replace("$0", "").replace("client.Magasin", "client.Mag$0asin"),
      "Make a system of record for 'client.Magasin' ('client-records'), which 'crm' reads",
    );
    offers("domain d { entity A }\ntool erp { category $0erp; owns d }", "");
    offers("tool $0crm { category crm }", "✗ 'crm' owns nothing that another tool could keep instead.");
  });

  test("takes over what is owned, and data flows both ways", () =>
    run(
      "référentiel-client",
      HOUSE,
      `
      //- b.bizarch
      // Le CRM.
      tool crm "CRM" {
        category crm
        accountable marketing
        reads client.Foyer, client.Magasin // pour l'instant
        writes client.Foyer
      }

      tool référentiel-client "Records of Clientèle 𝒳" {
        category mdm
        accountable données
        owns client.Foyer, client.Magasin
      }

      flow référentiel-client -> crm {
        carries client.Foyer, client.Magasin
        basis contract
      }

      flow crm -> référentiel-client {
        carries client.Foyer
        basis contract
      }
      tool caisse { category pos; reads client }
      flow caisse -> crm {
        carries client.Foyer
        basis contract
      }
      `,
    ));

  test("says on which data nobody agrees how it may travel", () =>
    run(
      "r",
      HOUSE.replace("basis contract", "mode api")
        .replace("client.Foyer, client", "client.Foyer, clie$0nt")
        .replace("$0crm", "crm"),
      `
      //- b.bizarch
      // Le CRM.
      tool crm "CRM" {
        category crm
        accountable marketing
        owns client.Foyer // pour l'instant
        writes client.Foyer
        reads client.Magasin
      }

      tool r "Records of Clientèle 𝒳" {
        category mdm
        accountable données
        owns client.Magasin
      }

      flow r -> crm {
        carries client.Magasin
      }
      tool caisse { category pos; reads client }
      flow caisse -> crm {
        carries client.Foyer
        mode api
      }
      `,
    ));
});

describe("retiring a tool", () => {
  const { offers, run } = checking(retire);

  test("is offered in a tool that is not retired", () => {
    offers("tool $0t { category crm }", "Retire tool 't', with its flows and reads");
    offers("tool $0t { category crm; status retired }", "✗ 't' is retired already.");
    offers("tea$0m t { function it }", "✗ Put the cursor in a tool.");
    offers(
      "tool $0t { category crm",
      "✗ This statement could not be read whole. Correct what is marked in it first.",
    );
  });

  test("takes its flows, what names them, and what it read; and tells what is left without something", () =>
    run(
      "",
      `
      //- a.bizarch crlf
      domain client { entity Foyer { reconciled-by crm } }
      goal g { serves m }
      mission m
      capability fidéliser
      stakeholder ménage { kind customer }
      team marketing { function marketing }
      kpi k { from client; delivered-by crm }
      //- b.bizarch
      tool $0crm {
        category crm
        used-by marketing
        serves fidéliser
        owns client
        writes client
        reads client
        lifespan 5y
      }
      tool dsp { category dsp; reads client.Foyer }
      tool bi { category bi }
      chain ch { collect crm; measure crm, bi }
      initiative i { uses crm; changes crm -> dsp, bi }

      // Vers la publicité.
      flow crm -> dsp { carries client }

      flow bi -> dsp -> crm -> dsp -> bi "x" { mode api }
      flow ménage -> crm
      flow crm -> bi -> dsp "y"
      policy {
        allow lock-in for crm because "x" until 2027-01-01
        allow personal-data-without-basis for crm -> dsp because "x" until 2027-01-01
      }
      policy { allow lock-in for ménage -> crm because "x" until 2027-01-01 }
      `,
      `
      ! 'client.Foyer' has no system of record any more.
      ! 'dsp' no longer gets 'client.Foyer'.
      ! Nothing reconciles 'client.Foyer' any more.
      ! Nothing delivers 'k' any more.
      ! No tool is left for 'collect' in 'ch'.
      ! No tool serves 'fidéliser' any more.
      ! 'i' has no tool to use any more.
      ! 'marketing' has no tool to work with any more.
      ! No flow links 'ménage' to a tool any more.
      //- b.bizarch
      tool crm {
        category crm
        used-by marketing
        serves fidéliser
        owns client
        lifespan 5y
        status retired
      }
      tool dsp { category dsp; reads client.Foyer }
      tool bi { category bi }
      chain ch { collect crm; measure crm, bi }
      initiative i { uses crm; changes bi }

      flow bi -> dsp "x" { mode api }
      flow dsp -> bi "x" { mode api }
      flow bi -> dsp "y"
      policy {
        allow lock-in for crm because "x" until 2027-01-01
      }
      `,
    ));
});

describe("merging tools", () => {
  const { offers, run } = checking(merge);

  test("what goes beside what else goes takes no blank line twice", () =>
    run(
      "pim",
      `
      tool crm { category crm }$0

      tool pim { category crm }

      flow crm -> pim

      policy {
        allow manual-flow for crm -> pim because "x" until 2027-01-01
      }
      `,
      `
      //- main.bizarch
      tool pim { category crm }
      `,
    ));

  const HOUSE = `
    //- a.bizarch crlf
    domain client { entity Foyer; entity Carte { reconciled-by crm } }
    goal g { serves m }
    mission m
    team marketing { function marketing }
    //- b.bizarch
    // Acheté en 2019.
    /// Là où sont les clients.
    tool $0crm "CRM" {
      category crm
      accountable marketing
      used-by marketing
      owns client.Carte // à discuter
      reads client.Foyer
      channel digital
      lifespan 5y
      cost 100 EUR
      x-cmdb "A-1"
    }

    tool cdp "CDP" { category crm; owns client; lifespan 3y }
    tool dsp { category dsp }
    tool bi { category bi }

    flow crm -> cdp { carries client.Foyer }
    flow cdp -> crm
    flow crm -> dsp { carries client.Carte; mode api }
    flow cdp -> dsp { carries client.Foyer; mode api }
    flow crm -> bi { mode batch }
    flow cdp -> bi { mode api }
    flow bi -> crm -> cdp -> dsp "chaîne"
    chain ch { collect crm, dsp; measure crm, cdp }
    initiative i { uses cdp, crm; changes crm -> cdp, crm -> dsp }
    view v { show tool[id != dsp]; around crm }
    policy {
      allow lock-in for crm because "x" until 2027-01-01
      allow lock-in for cdp because "y" until 2027-01-01
      allow orphan-tool for crm because "x" until 2027-01-01
      allow manual-flow for crm -> dsp because "x" until 2027-01-01
    }
  `;

  test("is offered with the tools that are nearest", () => {
    offers(HOUSE, "Merge tool 'crm' into 'cdp'");
    offers("tool $0a { category crm }\ntool b { category bi }", "");
    offers("tool $0a { category crm }", "✗ There is no other tool to merge it into.");
  });

  test("moves all that it says, its flows and every mention", () =>
    run(
      "cdp",
      HOUSE,
      `
      ! 'title CRM' of 'crm' is gone.
      ! 'lifespan 5y' of 'crm' is gone: 'lifespan 3y' holds.
      //- a.bizarch
      domain client { entity Foyer; entity Carte { reconciled-by cdp } }␍
      goal g { serves m }␍
      mission m␍
      team marketing { function marketing }
      //- b.bizarch
      // Acheté en 2019.
      /// Là où sont les clients.
      // à discuter
      tool cdp "CDP" {
        category crm
        accountable marketing
        used-by marketing
        owns client
        reads client.Foyer
        channel digital
        lifespan 3y
        cost 100 EUR
        x-cmdb "A-1"
      }
      tool dsp { category dsp }
      tool bi { category bi }

      flow cdp -> dsp { carries client.Foyer, client.Carte; mode api }
      flow cdp -> bi "CRM" { mode batch }
      flow cdp -> bi { mode api }
      flow bi -> cdp -> dsp "chaîne"
      chain ch { collect cdp, dsp; measure cdp }
      initiative i { uses cdp; changes cdp -> dsp }
      view v { show tool[id != dsp]; around cdp }
      policy {
        allow lock-in for cdp because "y" until 2027-01-01
        allow orphan-tool for cdp because "x" until 2027-01-01
        allow manual-flow for cdp -> dsp because "x" until 2027-01-01
      }
      `,
    ));
});

describe("splitting by storey", () => {
  const { offers, run } = checking(split);

  test("is offered where a file holds several", () => {
    offers(
      "mission $0m\ntool t { category crm }\nview v { show tool }",
      "Split main.bizarch by storey, into why.bizarch, how.bizarch",
    );
    offers(
      "tool $0t { category crm }\nview v { show tool }",
      "✗ This file holds statements of one storey only, so there is nothing to split.",
    );
  });

  test("keeps order, comments, the head of the file and what cannot be read", () =>
    run(
      "",
      `
      //- x/tout.bizarch crlf
      // Notre maison 𝒳.

      namespace fr
      // La raison d'être.

      mission $0nourrir

      // --- Le quoi ---

      domain d { entity É }
      tool t { category crm; owns d }
      tool u { category
      /// Un but.
      goal g { serves nourrir } // dur

      view v { show tool }
      //- x/how.bizarch
      namespace de
      //- x/what.bizarch
      namespace fr
      domain e { entity F }
      `,
      `
      //- x/how-2.bizarch
      namespace fr␍
      ␍
      tool t { category crm; owns d }␍
      //- x/tout.bizarch
      // Notre maison 𝒳.␍
      ␍
      namespace fr␍
      // La raison d'être.␍
      ␍
      tool u { category␍
      ␍
      view v { show tool }
      //- x/what.bizarch
      namespace fr
      domain e { entity F }

      // --- Le quoi ---

      domain d { entity É }
      //- x/why.bizarch
      namespace fr␍
      ␍
      mission nourrir␍
      ␍
      /// Un but.␍
      goal g { serves nourrir } // dur␍
      `,
    ));
});
