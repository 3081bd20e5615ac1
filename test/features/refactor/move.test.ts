import { describe, test } from "vitest";
import { move } from "../../../server/features/refactor/move.ts";
import { checking } from "./check.ts";

const { offers, run } = checking(move);

const HOUSE = `
  //- how/outils.bizarch
  // Nos outils.

  // Le référentiel.
  /// Ce que nous vendons 𝒳.
  tool $0pim "Référentiel 𝒳" {
    category pim  // de la donnée
    owns catalogue.Produit
  }  // jusqu'en 2030

  // Les boutiques
  tool caisse "Caisses" { category pos; reads catalogue }
  flow pim -> caisse { carries catalogue.Produit }
  //- what.bizarch
  domain catalogue "Catalogue" { entity Produit }
  //- why.bizarch crlf
  mission nourrir "Bien nourrir"
`;

describe("where to", () => {
  test("first where most of the same kind live, then a new file; what holds nothing of the kind is for the command", () =>
    offers(
      HOUSE +
        "\n//- z.bizarch\ntool crm { category crm }\ntool cms { category content }\n//- y.bizarch\ntool erp { category erp }",
      `
      Move tool 'pim' to z.bizarch
      Move tool 'pim' to y.bizarch
      Move tool 'pim' to a new file, how/pim.bizarch
      `,
    ));

  test("a file that is broken is no home, and one of another namespace the last", () =>
    offers(
      `
      //- a.bizarch
      $0vendor v
      //- b.bizarch
      namespace b
      vendor w
      vendor x
      //- c.bizarch
      tool t {
      //- d.bizarch
      `,
      `
      Move vendor 'v' to d.bizarch
      Move vendor 'v' to b.bizarch
      Move vendor 'v' to a new file, v.bizarch
      `,
    ));

  test("several statements at once", () =>
    offers(
      `
      namespace a
      tool $0t { category crm }
      tool u { category /*end*/ crm }
      `,
      "Move 2 statements to a new file, tools.bizarch",
    ));

  test("nothing between statements, at the namespace, and in what is broken", () => {
    offers(
      "tool t { category crm }\n\n$0\n\ntool u { category crm }",
      "✗ There is no statement here. Put the cursor in one, or select several.",
    );
    offers(
      "name$0space a\ntool t { category crm }",
      "✗ There is no statement here. Put the cursor in one, or select several.",
    );
    offers(
      "tool t { cate$0gory crm\n\ntool u { category crm }",
      "✗ This statement could not be read whole. Correct what is marked in it first.",
    );
    offers(
      'tool $0t "Tit { category crm }',
      "✗ This statement could not be read whole. Correct what is marked in it first.",
    );
  });
});

describe("a move", () => {
  test("takes the comments along, leaves those of the file and of the section, and ends lines as they are there", () =>
    run(
      "why.bizarch",
      HOUSE,
      `
      //- how/outils.bizarch
      // Nos outils.

      // Les boutiques
      tool caisse "Caisses" { category pos; reads catalogue }
      flow pim -> caisse { carries catalogue.Produit }
      //- why.bizarch
      mission nourrir "Bien nourrir"␍
      ␍
      // Le référentiel.␍
      /// Ce que nous vendons 𝒳.␍
      tool pim "Référentiel 𝒳" {␍
        category pim  // de la donnée␍
        owns catalogue.Produit␍
      }  // jusqu'en 2030␍
      `,
    ));

  test("to a new file, in the same namespace", () =>
    run(
      "how/caisses.bizarch",
      `
      //- a.bizarch crlf
      namespace fr

      tool $0caisse {
        category pos
      }
      tool crm { category crm }
      `,
      `
      //- a.bizarch
      namespace fr␍
      ␍
      tool crm { category crm }␍
      //- how/caisses.bizarch
      namespace fr␍
      ␍
      tool caisse {␍
        category pos␍
      }␍
      `,
    ));

  test("to another namespace writes names otherwise, in what moves and in what stays", () =>
    run(
      "b.bizarch",
      `
      //- a.bizarch
      namespace fr
      domain client { entity Foyer }
      domain $0vente { entity Commande { client: client.Foyer; articles: Article list }; entity Article }
      tool crm { category crm; owns client; reads vente, vente.Commande }
      policy { allow lock-in for vente.Commande because "x" until 2027-01-01 }
      //- b.bizarch
      namespace de
      view v { around fr.vente.Commande; show tool[owns = fr.vente] }
      `,
      `
      //- a.bizarch
      namespace fr
      domain client { entity Foyer }
      tool crm { category crm; owns client; reads de.vente, de.vente.Commande }
      policy { allow lock-in for de.vente.Commande because "x" until 2027-01-01 }
      //- b.bizarch
      namespace de
      view v { around vente.Commande; show tool[owns = vente] }

      domain vente { entity Commande { client: fr.client.Foyer; articles: Article list }; entity Article }
      `,
    ));

  test("not where the name is taken", () =>
    run(
      "b.bizarch",
      `
      //- a.bizarch
      tool $0crm { category crm }
      //- b.bizarch
      namespace de
      tool crm { category crm }
      `,
      "✗ 'de.crm' is taken: choose another name.",
    ));

  test("not where it would catch the name of something else", () =>
    run(
      "b.bizarch",
      `
      //- a.bizarch
      team $0données { function data }
      //- b.bizarch
      namespace de
      tool crm { category crm; accountable donnees, données2 }
      view v { around de.données }
      `,
      "✗ b.bizarch:3 says 'de.données', which names nothing yet, and would come to mean something. Correct it first.",
    ));

  test("of statements on one line, and of what half-typed text surrounds", () =>
    run(
      "b.bizarch",
      `
      //- a.bizarch
      tool
      mission m; tool $0t { category crm }; goal g { serves m }
      tool x { category
      //- b.bizarch
      `,
      `
      //- a.bizarch
      tool
      mission m; goal g { serves m }
      tool x { category
      //- b.bizarch
      tool t { category crm }
      `,
    ));

  test("of several, which stay as near as they were", () =>
    run(
      "b.bizarch",
      `
      //- a.bizarch
      mission m

      // Two vendors.
      vend$0or a
      vendor b // the other

      // One more.
      vendor c /*end*/
      goal g { serves m }
      //- b.bizarch
      tool t { category crm; vendor a }
      `,
      `
      //- a.bizarch
      mission m

      goal g { serves m }
      //- b.bizarch
      tool t { category crm; vendor a }

      // Two vendors.
      vendor a
      vendor b // the other

      // One more.
      vendor c /*end*/
      `,
    ));

  test("only to a file of the architecture", () => {
    for (const path of ["../a.bizarch", "a.txt", "", "a/../b.bizarch", ".bizarch/", "con|.bizarch"])
      run(
        path,
        "tool $0t { category crm }",
        `✗ '${path}' is no file of this architecture: write a path in its folder that ends in .bizarch and that bizarch.json does not exclude.`,
      );
    run("main.bizarch", "tool $0t { category crm }", "✗ It stands in this file already.");
  });

  test("not to another namespace while something else bears the name too", () =>
    run(
      "b.bizarch",
      `
      //- a.bizarch
      namespace fr
      tool $0t { category crm }
      tool t { category erp }
      tool u { category erp }
      //- b.bizarch
      tool v { category crm }
      `,
      "✗ 'fr.t' is declared more than once, so nothing says which one is meant. Correct that first.",
    ));
});
