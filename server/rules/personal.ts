import { derived } from "../model/derived.ts";
import { siteIn, type Element, type Model, type Relation } from "../model/model.ts";
import { entitiesOf, holdsPersonal, outgoing } from "../model/query.ts";
import { placesOf } from "./related.ts";
import type { Found } from "./rule.ts";

/** What the rules ask about data on people. */

/** What a flow carries that is about people, as it is written; nothing where it is anonymised. */
export function personalIn(model: Model, flow: Element): readonly Relation[] {
  if (flow.flags.has("anonymised")) return [];
  return outgoing(model, flow, "carries").filter(({ to }) => holdsPersonal(to));
}

/** Where it is said of data that it is about people: at an entity, or at some of its attributes. */
export const marksOf = derived((data: Element): Found["related"] => {
  const marked = entitiesOf(data).flatMap((entity) =>
    [entity, ...entity.members].filter(({ flags }) => flags.has("personal")),
  );
  return placesOf(marked, (element) => {
    const { flags, statement } = element.declaration;
    const mark = flags.find(({ text }) => text === "personal") ?? statement.head;
    const message = {
      en: `'${element.name}' is marked personal.`,
      fr: `« ${element.name} » est marqué « personal ».`,
    };
    return { message, site: siteIn(element, mark) };
  });
});
