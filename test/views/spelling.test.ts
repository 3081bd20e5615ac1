import { expect, test } from "vitest";
import { kinds, type Property } from "../../grammar/schema.ts";
import { spelled } from "../../server/views/spelling.ts";

test.each([
  ["marketing-automation", "Marketing automation"],
  ["crm", "CRM"],
  ["reverse-etl", "Reverse ETL"],
  ["ab-testing", "A/B testing"],
  ["a-word-of-our-own", "A word of our own"],
])("%s is spelled %s", (word, expected) => {
  expect(spelled(word, "en")).toBe(expected);
});

test.each([
  ["field-service", "Interventions sur site"],
  ["customer", "Client"],
  ["crm", "CRM"],
  ["reverse-etl", "Reverse ETL"],
  ["mot-de-la-maison", "Mot de la maison"],
  ["constructor", "Constructor"],
])("%s is spelled %s in French", (word, expected) => {
  expect(spelled(word, "fr")).toBe(expected);
});

/** The words of the language that French writes like English, or has taken from it. */
const ALIKE = new Set(
  [
    "production distribution commerce service marketing finance cloud open-source",
    "crm cdp dmp dsp seo erp pim mdm plm dam oms wms tms pos",
    "etl reverse-etl bi ml lakehouse feature-store ecommerce collaboration marketing-automation attribution",
  ].flatMap((line) => line.split(" ")),
);

/** The properties whose words pictures and the scorecard show. */
const SHOWN = new Set(["pattern", "kind", "function", "business", "category", "activity", "status"]);

const shown = kinds
  .filter(({ storey, name }) => storey !== "meta" && name !== "value")
  .flatMap(({ name, properties }) =>
    properties.filter((property) => SHOWN.has(property.name)).map((property) => [name, property] as const),
  );

test.each(shown.map(([kind, property]) => [`${kind} ${property.name}`, property] as const))(
  "every word of %s has its French",
  (_, { value }: Property) => {
    const words = value.type === "choice" ? value.words : [];
    expect(words).not.toEqual([]);
    for (const word of words) {
      const isFrench = spelled(word, "fr") !== spelled(word, "en");
      expect.soft([word, isFrench]).toEqual([word, !ALIKE.has(word)]);
    }
  },
);
