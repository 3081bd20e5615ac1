import { countries } from "../../grammar/codes.ts";
import { siteIn } from "../model/model.ts";
import { holdsPersonal, outgoing, toolsThere, valuesOf } from "../model/query.ts";
import page from "./personal-data-leaves.md";
import { marksOf } from "./personal.ts";
import { placesOf } from "./related.ts";
import { defineRule } from "./rule.ts";

export const personalDataLeaves = defineRule({
  name: "personal-data-leaves",
  severity: "warning",
  page,
  parameters: {
    countries: {
      type: "words",
      value: [],
      among: countries,
      doc: "Where personal data may be kept (ISO 3166-1); `EU` stands for its members.",
      stricter: "less",
    },
  },
  messages: {
    leaves: (tool, data, abroad) => ({
      en: `Personal data ('${data}') leaves the countries agreed on: '${tool}' keeps it elsewhere (${abroad}), where other laws open it to others. Host the tool where it was agreed, or keep personal data out of it.`,
      fr: `Des données personnelles (« ${data} ») quittent les pays convenus : « ${tool} » les garde ailleurs (${abroad}), où d'autres lois les ouvrent à des tiers. Hébergez l'outil là où c'est convenu, ou n'y mettez rien de personnel.`,
    }),
  },
  check: (model, report, settings) => {
    const agreed = new Set(
      settings.words("countries").flatMap((country) => [country, ...membersOf(country)]),
    );
    if (agreed.size === 0) return;
    for (const tool of toolsThere(model)) {
      const abroad = valuesOf(tool, "hosting").filter(({ text }) => !agreed.has(text));
      if (abroad.length === 0) continue;
      const countries = [...new Set(abroad.map(({ text }) => text))].toSorted().join(", ");
      const hosted = placesOf(abroad, (country) => ({
        message: {
          en: `'${tool.name}' is hosted in ${country.text}.`,
          fr: `« ${tool.name} » est hébergé dans ce pays : ${country.text}.`,
        },
        site: siteIn(tool, country),
      }));
      for (const type of ["owns", "reads"]) {
        for (const { to: data, site } of outgoing(model, tool, type)) {
          if (!holdsPersonal(data)) continue;
          const at = { element: tool, site, about: [data], related: [...hosted, ...marksOf(data)] };
          report(at, "leaves", tool.name, data.name, countries);
        }
      }
    }
  },
});

const EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

function membersOf(country: string): readonly string[] {
  return country === "EU" ? EU : [];
}
