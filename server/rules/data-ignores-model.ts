import { addProperty } from "../model/edit.ts";
import { siteIn, siteOf, type Element } from "../model/model.ts";
import { elementOf, ofKind, outgoing, says, valuesOf, wordOf, wordsOf } from "../model/query.ts";
import page from "./data-ignores-model.md";
import { defineRule } from "./rule.ts";
import { quoted } from "./words.ts";

export const dataIgnoresModel = defineRule({
  name: "data-ignores-model",
  severity: "warning",
  page,
  messages: {
    ignores: (domain, business, aspects) => ({
      en: `'${domain}' says that it embodies '${business}', and nothing in it is there for ${quoted(aspects, "en", "or")}: the model could not be run on this data. Mark the attributes that carry it with 'for', or add them.`,
      fr: `« ${domain} » dit incarner « ${business} », et rien n'y est prévu pour ${quoted(aspects, "fr", "or")} : le modèle ne pourrait pas tourner avec ces données. Marquez avec « for » les attributs qui le portent, ou ajoutez-les.`,
    }),
  },
  check: (model, report) => {
    for (const domain of ofKind(model, "domain")) {
      const attributes = domain.members.flatMap(({ members }) => members);
      if (attributes.length === 0) continue;
      for (const { to: business, site } of outgoing(model, domain, "embodies")) {
        const expected = expectedOf(business);
        if (expected.length === 0 || attributes.some((attribute) => carries(attribute, expected))) continue;
        const message = {
          en: `What '${business.name}' expects follows from its pattern and its 'expects'.`,
          fr: `Ce que « ${business.name} » attend découle de son « pattern » et de ses « expects ».`,
        };
        const related = [{ message, site: sayingOf(business) }];
        const at = { element: domain, site, related, known: [domain.name, business.name] };
        report(at, "ignores", domain.name, business.name, expected.join(", "));
      }
    }
  },
  fixes: (finding, model) => {
    const domain = elementOf(model, finding);
    const entity = domain?.members.find(({ members }) => members.length > 0);
    const business = model.byName.get(finding.args.at(-1) ?? "");
    if (!entity || !business) return [];
    return expectedOf(business).map((aspect) => {
      const line = attributeFor(entity, aspect);
      return {
        title: {
          en: `Add '${line}' to '${entity.name}'`,
          fr: `Ajouter « ${line} » à « ${entity.name} »`,
        },
        edits: [addProperty(model, entity, line)],
      };
    });
  },
});

/** Where a business model says what it expects. */
function sayingOf(business: Element) {
  const [pattern] = valuesOf(business, "pattern");
  const said = pattern && ASPECTS[pattern.text] !== undefined ? pattern : valuesOf(business, "expects")[0];
  return said ? siteIn(business, said) : siteOf(business);
}

function carries(attribute: Element, aspects: readonly string[]): boolean {
  return says(attribute, "for") && wordsOf(attribute, "for").some((aspect) => aspects.includes(aspect));
}

const ASPECTS: Readonly<Record<string, string>> = {
  production: "origin",
  distribution: "logistics",
  commerce: "recommendation",
};

/** The aspects that this rule knows by their words. */
export const expectedAspects: readonly string[] = Object.values(ASPECTS);

/** The aspects that a business model expects its data to carry: its pattern's, and those that it says itself. */
function expectedOf(business: Element): readonly string[] {
  const aspect = ASPECTS[wordOf(business, "pattern") ?? ""];
  return [...new Set([...(aspect === undefined ? [] : [aspect]), ...wordsOf(business, "expects")])];
}

const ATTRIBUTES: Readonly<Record<string, readonly [name: string, type: string]>> = {
  origin: ["origin", "geo"],
  logistics: ["lead-time", "duration"],
  recommendation: ["goes-well-with", "text list"],
};

/** An attribute that carries an aspect, under a name that the entity does not have yet. */
function attributeFor({ members }: Element, aspect: string): string {
  const [name, type] = ATTRIBUTES[aspect] ?? [aspect, "text"];
  const taken = new Set(members.map(({ id }) => id));
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name}-${count}`;
  return `${free}: ${type} for ${aspect}`;
}
