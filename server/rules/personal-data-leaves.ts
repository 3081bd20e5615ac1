import { countries } from "../../grammar/codes.ts";
import { siteIn } from "../model/model.ts";
import { holdsPersonal, outgoing, toolsThere, valuesOf } from "../model/query.ts";
import page from "./personal-data-leaves.md";
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
    leaves: (tool, data, country) => ({
      en: `'${data}' is personal and leaves the countries agreed on: '${tool}' keeps its data in ${country}, where other laws open it to others. Host the tool elsewhere, or keep personal data out of it.`,
      fr: `« ${data} » est personnel et quitte les pays convenus : « ${tool} » garde ses données en ${country}, où d'autres lois les ouvrent à d'autres. Hébergez l'outil ailleurs, ou n'y mettez rien de personnel.`,
    }),
  },
  check: (model, report, settings) => {
    const agreed = new Set(
      settings.words("countries").flatMap((country) => [country, ...membersOf(country)]),
    );
    if (agreed.size === 0) return;
    for (const tool of toolsThere(model)) {
      const abroad = valuesOf(tool, "hosting").find(({ text }) => !agreed.has(text));
      if (!abroad) continue;
      const message = { en: `It is hosted in ${abroad.text}.`, fr: `Il est hébergé en ${abroad.text}.` };
      const related = [{ message, site: siteIn(tool, abroad) }];
      for (const type of ["owns", "reads"]) {
        for (const { to: data, site } of outgoing(model, tool, type)) {
          if (holdsPersonal(data))
            report(
              { element: tool, site, about: [data], related },
              "leaves",
              tool.name,
              data.name,
              abroad.text,
            );
        }
      }
    }
  },
});

const EU = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

function membersOf(country: string): readonly string[] {
  return country === "EU" ? EU : [];
}
