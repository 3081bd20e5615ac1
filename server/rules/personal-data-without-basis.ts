import { addProperty } from "../model/edit.ts";
import type { Element, Model } from "../model/model.ts";
import { edgesOf, elementOf, says, toolFamily } from "../model/query.ts";
import { anonymising } from "./anonymising.ts";
import page from "./personal-data-without-basis.md";
import { marksOf, personalIn } from "./personal.ts";
import { defineRule, type Fix } from "./rule.ts";

export const personalDataWithoutBasis = defineRule({
  name: "personal-data-without-basis",
  severity: "error",
  starter: true,
  page,
  messages: {
    noBasis: (flow, data) => ({
      en: `'${flow}' carries personal data ('${data}') without a legal basis: nobody could answer the person who asks by what right. State it with 'basis', or carry the data 'anonymised'.`,
      fr: `« ${flow} » transporte des données personnelles (« ${data} ») sans base légale : personne ne saurait répondre à qui demande de quel droit. Indiquez-la avec « basis », ou anonymisez les données (« anonymised »).`,
    }),
  },
  check: (model, report) => {
    for (const { element } of edgesOf(model, "flow")) {
      if (says(element, "basis")) continue;
      for (const { to: data, site } of personalIn(model, element))
        report({ element, site, related: marksOf(data) }, "noBasis", element.name, data.name);
    }
  },
  fixes: (finding, model) => {
    const flow = elementOf(model, finding);
    return flow
      ? [...basesFor(flow).map((basis) => stating(model, flow, basis)), anonymising(model, flow)]
      : [];
  },
});

const BASES = [
  { word: "contract", en: "a contract with the person", fr: "un contrat avec la personne" },
  { word: "consent", en: "the consent of the person", fr: "le consentement de la personne" },
  { word: "legitimate-interest", en: "a legitimate interest", fr: "un intérêt légitime" },
  { word: "legal-obligation", en: "a legal obligation", fr: "une obligation légale" },
];

/** The usual bases; towards a marketing tool nobody is bound by contract to be advertised to. */
function basesFor({ ends }: Element): readonly (typeof BASES)[number][] {
  const isMarketing = ends?.to.kind.name === "tool" && toolFamily(ends.to) === "marketing";
  return isMarketing ? BASES.filter(({ word }) => word !== "contract" && word !== "legal-obligation") : BASES;
}

function stating(model: Model, flow: Element, { word, en, fr }: (typeof BASES)[number]): Fix {
  return {
    title: { en: `Add 'basis ${word}': ${en}`, fr: `Ajouter « basis ${word} » : ${fr}` },
    edits: [addProperty(model, flow, `basis ${word}`)],
  };
}
