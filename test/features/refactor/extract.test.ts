import { test } from "vitest";
import { extract } from "../../../server/features/refactor/extract.ts";
import { checking } from "./check.ts";

const { offers, run } = checking(extract);

const HOUSE = `
  //- a.bizarch crlf
  namespace fr

  /// Tout ce que nous vendons.
  domain ventes "Ventes" core {
    embodies modèle
    accountable données
    lifespan 10y  // au moins
    x-cmdb "A-1"

    // Ce qu'on nous achète.
    entity Comman$0de "𝒳" {
      client: Foyer
      avoir: ventes.Avoir optional
    }

    entity Foyer personal { dernière: Commande }
    entity Avoir
  }
  business-model modèle
  team données { function data; architects ventes }
  //- b.bizarch
  tool caisse { category pos; owns fr.ventes; reads fr.ventes.Commande }
  tool crm { category crm; reads fr.ventes.Foyer }
  flow caisse -> crm { carries fr.ventes; basis contract }
  kpi panier { from fr.ventes.Commande; every 1d }
  view v { show tool[owns = fr.ventes]; around fr.ventes }
  policy {
    allow siloed-domain for fr.ventes because "bientôt" until 2027-01-01
    allow lock-in for fr.ventes.Commande because "bientôt" until 2027-01-01
  }
`;

test("what is offered, and what is not", () => {
  offers(HOUSE, "Extract entity 'Commande' into a new domain, 'commande'");
  offers(
    "domain d {\n  entity $0A\n  entity B\n  /*end*/ entity C\n}",
    "Extract 2 entities into a new domain, 'd-2'",
  );
  offers(
    "domain d { entity $0A }",
    "✗ These are all entities of 'd', so nothing would be left of it. Rename it instead (F2).",
  );
  offers(
    "domain $0d { entity A; entity B }",
    "✗ Put the cursor in an entity, or select several of one domain.",
  );
  offers("tool $0d { category crm }", "✗ Put the cursor in an entity, or select several of one domain.");
  offers(
    "domain d { entity A; entity $0B { x }",
    "✗ This statement could not be read whole. Correct what is marked in it first.",
  );
});

test("an entity goes, and all that named the old domain names the new one too", () =>
  run(
    "commandes",
    HOUSE,
    `
    //- a.bizarch
    namespace fr␍
    ␍
    /// Tout ce que nous vendons.␍
    domain ventes "Ventes" core {␍
      embodies modèle␍
      accountable données␍
      lifespan 10y  // au moins␍
      x-cmdb "A-1"␍
    ␍
      entity Foyer personal { dernière: commandes.Commande }␍
      entity Avoir␍
    }␍
    ␍
    domain commandes "Commandes" core {␍
      embodies modèle␍
      accountable données␍
      lifespan 10y␍
      x-cmdb "A-1"␍
    ␍
      // Ce qu'on nous achète.␍
      entity Commande "𝒳" {␍
        client: ventes.Foyer␍
        avoir: ventes.Avoir optional␍
      }␍
    }␍
    business-model modèle␍
    team données { function data; architects ventes, commandes }
    //- b.bizarch
    tool caisse { category pos; owns fr.ventes, fr.commandes; reads fr.commandes.Commande }
    tool crm { category crm; reads fr.ventes.Foyer }
    flow caisse -> crm { carries fr.ventes, fr.commandes; basis contract }
    kpi panier { from fr.commandes.Commande; every 1d }
    view v { show tool[owns = fr.ventes]; around fr.ventes, fr.commandes }
    policy {
      allow siloed-domain for fr.ventes because "bientôt" until 2027-01-01
      allow lock-in for fr.commandes.Commande because "bientôt" until 2027-01-01
    }
    `,
  ));

test("an exception that excuses something in the new domain too is repeated", () =>
  run(
    "b",
    `
    domain a core { $0entity A; entity B }
    policy { allow accountable-nobody for a because "soon" until 2027-01-01 }
    policy {
      // For now.
      allow orphan-domain for a because "soon" until 2027-01-01  // really
    }
    `,
    `
    //- main.bizarch
    domain a core { entity B }

    domain b "B" core {
      entity A
    }
    policy {
      allow accountable-nobody for a because "soon" until 2027-01-01
      allow accountable-nobody for b because "soon" until 2027-01-01
    }
    policy {
      // For now.
      allow orphan-domain for a because "soon" until 2027-01-01  // really
    }
    `,
  ));

test("the name has to be a name, and free", () => {
  const text = "domain d { entity $0A; entity B }\ntool t { category crm }";
  run("t", text, "✗ 't' is taken: choose another name.");
  for (const name of ["", "a.b", "a b", "1a", "d{"])
    run(
      name,
      text,
      `✗ '${name}' cannot be a name. A name is one word: a letter or _ first, then letters, digits and _, and hyphens between these.`,
    );
});
