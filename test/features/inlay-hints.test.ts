import { test } from "vitest";
import { inlayHints, type WantedHints } from "../../server/features/inlay-hints.ts";
import { fileAt } from "../../server/model/edit.ts";
import { checker } from "../support/check.ts";

/** The file with the hints in it, between `«` and `»`. */
const checkWith = (wanted: WantedHints) =>
  checker(({ model, at }) => {
    const text = fileAt(model, at.path)?.text ?? "";
    return inlayHints(model, at.path, { start: 0, end: text.length }, wanted)
      .toSorted((a, b) => b.offset - a.offset)
      .reduce((all, { offset, label }) => `${all.slice(0, offset)} «${label.fr}»${all.slice(offset)}`, text)
      .replaceAll("\r", "");
  });

const check = checkWith({ systemOfRecord: true, accountable: false });

test("behind the head of an entity, the tool that owns it or its domain", () =>
  check(
    `
    //- tools.bizarch
    tool sis { category erp; owns données.Élève }
    tool lms { category website; owns cours }
    //- a.bizarch crlf
    $0domain données "𝒳" {
      entity Élève "Élève 𝒳" personal { nom: text }
      entity Classe
    }
    domain cours { entity Leçon }
    `,
    `
    domain données "𝒳" {
      entity Élève "Élève 𝒳" personal «dans sis» { nom: text }
      entity Classe
    }
    domain cours { entity Leçon «dans lms» }
    `,
  ));

test("none where two own it, where its owner is gone, or where the line is long", () =>
  check(
    `
    $0domain d { entity A; entity B; entity LongEntityNameThatGoesOn "and has a title that goes on for as long as it can, and longer" }
    tool x { category erp; owns d.A, d.LongEntityNameThatGoesOn }
    tool y { category erp; owns d.A }
    tool z { category erp; owns d.B; status retired }
    `,
    `
    domain d { entity A; entity B; entity LongEntityNameThatGoesOn "and has a title that goes on for as long as it can, and longer" }
    tool x { category erp; owns d.A, d.LongEntityNameThatGoesOn }
    tool y { category erp; owns d.A }
    tool z { category erp; owns d.B; status retired }
    `,
  ));

test("behind a tool the team that answers for it, for who wants to see it", () => {
  const both = checkWith({ systemOfRecord: false, accountable: true });
  const text = "tool x$0 { category erp; accountable équipe }\nteam équipe { function it }";
  both(text, "tool x «par équipe» { category erp; accountable équipe }\nteam équipe { function it }");
  check(text, text.replace("$0", ""));
});

test("half-typed text", () => {
  check(
    "domain d { entity E$0 {\ntool x { category erp; owns d.E",
    "domain d { entity E «dans x» {\ntool x { category erp; owns d.E",
  );
  check("domain d { entity $0", "domain d { entity ");
});
