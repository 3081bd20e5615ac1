import { appendStatement } from "../model/edit.ts";
import { languageFindings, ofKind } from "../model/query.ts";
import { freeName } from "../model/reference.ts";
import page from "./no-mission.md";
import { defineRule } from "./rule.ts";

const STANDING_ON_IT = ["business-model", "domain", "tool"];

export const noMission = defineRule({
  name: "no-mission",
  severity: "warning",
  starter: true,
  page,
  messages: {
    nothing: (name) => ({
      en: `Nothing says why this company exists: '${name}' and all that comes with it have no mission to stand on, and no choice can be called wrong. Declare one: mission our-mission "…".`,
      fr: `Rien ne dit pourquoi l'entreprise existe : « ${name} » et tout ce qui l'accompagne ne reposent sur aucune mission, et rien ne permet de dire qu'un choix est mauvais. Déclarez-la : mission notre-mission "…".`,
    }),
  },
  check: (model, report) => {
    if (ofKind(model, "mission").length > 0) return;
    // A mission with a typing error in its first word, or without a name, is found as such.
    const isHalfTyped = languageFindings(model).some(
      ({ rule, suggestion, site }) =>
        (rule === "unknown-kind" && suggestion === "mission") || site.top?.head.text === "mission",
    );
    if (isHalfTyped) return;
    const first = model.elements.find(({ kind }) => STANDING_ON_IT.includes(kind.name));
    if (first) report({ element: first }, "nothing", first.name);
  },
  fixes: ({ site }, model) => {
    const name = freeName(model, site.path, "our-mission");
    return [
      {
        title: { en: `Declare a mission '${name}'`, fr: `Déclarer une mission « ${name} »` },
        edits: [appendStatement(model, site.path, `mission ${name} "Why we exist"`)],
      },
    ];
  },
});
