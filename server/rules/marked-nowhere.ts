import { attributeTypes } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { elementOf, ofKind, targets, wordOf } from "../model/query.ts";
import page from "./marked-nowhere.md";
import { sayFlag } from "./repair.ts";
import { defineRule } from "./rule.ts";
import { soundOf, soundsLikeAThing, type Sound } from "./sound.ts";

export const markedNowhere = defineRule({
  name: "marked-nowhere",
  severity: "info",
  page,
  messages: {
    unmarked: (attribute, entity) => ({
      en: `'${attribute}' is named like something about a person, and neither it nor '${entity}' is marked personal: no rule on personal data will look at it. Mark it, or give it a name that does not mislead.`,
      fr: `« ${attribute} » porte un nom qui évoque une personne, et ni lui ni « ${entity} » n'est marqué « personal » : aucune règle sur les données personnelles ne le verra. Marquez-le, ou donnez-lui un nom qui ne trompe pas.`,
    }),
  },
  check: (model, report) => {
    const sounding = new Map<string, Sound>();
    const heard = (id: string): Sound => {
      const known = sounding.get(id) ?? soundOf(id);
      sounding.set(id, known);
      return known;
    };
    for (const domain of ofKind(model, "domain")) {
      const isAboutPeople = aboutPeople(model, domain);
      for (const entity of domain.members) {
        if (entity.flags.has("personal")) continue;
        const isThing = soundsLikeAThing(entity.id);
        for (const attribute of entity.members) {
          const sound = heard(attribute.id);
          const isOpen = (sound === "anybody" && isAboutPeople) || sound === "reach";
          const isPersonal = sound === "person" || (isOpen && !isThing);
          if (isPersonal && !attribute.flags.has("personal") && holdsIt(attribute))
            report({ element: attribute }, "unmarked", attribute.name, entity.name);
        }
      }
    }
  },
  fixes: (finding, model) => {
    const attribute = elementOf(model, finding);
    const marks = [attribute, attribute?.parent].filter((element) => element !== undefined);
    return marks.map((element) => {
      const { edits } = sayFlag(model, element, "personal");
      const { name } = element;
      return { title: { en: `Mark '${name}' personal`, fr: `Marquer « ${name} » comme personnel` }, edits };
    });
  },
});

function aboutPeople(model: Model, domain: Element): boolean {
  const people = ["customer", "employee", "citizen"];
  return targets(model, domain, "about").some((somebody) => people.includes(wordOf(somebody, "kind") ?? ""));
}

/** Whether an attribute holds something itself, and more than a yes or no. */
function holdsIt(attribute: Element): boolean {
  const type = wordOf(attribute, "type") ?? "";
  return attributeTypes.includes(type) && type !== "boolean";
}
