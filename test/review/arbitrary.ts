import fc from "fast-check";
import { writeString } from "../../grammar/strings.ts";

const name = fc.constantFrom("a", "b", "c", "d");
const entity = fc.constantFrom("Product", "Order", "Person");
const some = <Item>(item: fc.Arbitrary<Item>) => fc.option(item, { nil: undefined });
const title = some(fc.constantFrom("One", "Two", "Three", 'With "quotes"', ""));

const attribute = fc
  .tuple(
    fc.constantFrom("sku", "price", "of"),
    fc.constantFrom("text", "money", "a.Product", "Order"),
    fc.boolean(),
  )
  .map(([id, type, isKey]) => `${id}: ${type}${isKey ? " key" : ""}`);

const entityText = fc
  .tuple(entity, title, fc.uniqueArray(attribute, { maxLength: 3, selector: (text) => text.split(":")[0] }))
  .map(([id, text, attributes]) => `entity ${id}${titled(text)} { ${attributes.join("; ")} }`);

const domain = fc
  .tuple(
    name,
    title,
    some(fc.constantFrom("core", "generic")),
    fc.uniqueArray(entityText, { maxLength: 3, selector: (text) => text.split(" ")[1] }),
  )
  .map(
    ([id, text, flag, entities]) => `domain ${id}${titled(text)} ${flag ?? ""} { ${entities.join("; ")} }`,
  );

const tool = fc
  .record({
    id: fc.constantFrom("pim", "crm", "erp"),
    text: title,
    category: fc.constantFrom("pim", "crm"),
    owns: fc.uniqueArray(
      fc.oneof(
        name,
        fc.tuple(name, entity).map((parts) => parts.join(".")),
      ),
      { maxLength: 3 },
    ),
    lifespan: some(fc.constantFrom("1y", "6mo")),
  })
  .map(({ id, text, category, owns, lifespan }) => {
    const lines = [`category ${category}`];
    if (owns.length > 0) lines.push(`owns ${owns.join(", ")}`);
    if (lifespan !== undefined) lines.push(`lifespan ${lifespan}`);
    return `tool ${id}${titled(text)} { ${lines.join("; ")} }`;
  });

const flow = fc
  .tuple(fc.constantFrom("pim", "crm", "erp"), fc.constantFrom("pim", "crm", "erp"), title, some(name))
  .map(([from, to, text, carried]) => {
    return `flow ${from} -> ${to}${titled(text)}${carried === undefined ? "" : ` { carries ${carried} }`}`;
  });

const rule = fc.constantFrom(
  "rule own { forbid tool owns entity[personal]; require domain accountable team }",
  "rule own { require domain accountable team }",
  "view v { show tool[category = pim | crm], domain; around a }",
);

/** Statements of every sort over few names, so that two architectures have much in common. */
export const statements = fc.array(fc.oneof(domain, tool, flow, rule), { maxLength: 10 });

function titled(text: string | undefined): string {
  return text === undefined ? "" : ` ${writeString(text)}`;
}
