import { attributeTypes } from "../../grammar/schema.ts";
import type { Element, Model } from "../model/model.ts";
import { elementOf, ofKind, targets, wordOf } from "../model/query.ts";
import page from "./marked-nowhere.md";
import { sayFlag } from "./repair.ts";
import { defineRule } from "./rule.ts";

export const markedNowhere = defineRule({
  name: "marked-nowhere",
  severity: "info",
  page,
  messages: {
    unmarked: (attribute, entity) => ({
      en: `'${attribute}' is named like something about a person, and neither it nor '${entity}' is marked personal: no rule on personal data will look at it. Mark it, or give it a name that does not mislead.`,
      fr: `« ${attribute} » porte un nom qui parle d'une personne, et ni lui ni « ${entity} » n'est marqué personnel : aucune règle sur les données personnelles ne le verra. Marquez-le « personal », ou donnez-lui un nom qui ne trompe pas.`,
    }),
  },
  check: (model, report) => {
    const sounding = new Map<string, Sound>();
    const soundOf = (id: string): Sound => {
      const known = sounding.get(id) ?? listen(id);
      sounding.set(id, known);
      return known;
    };
    for (const domain of ofKind(model, "domain")) {
      const isAboutPeople = aboutPeople(model, domain);
      for (const entity of domain.members) {
        if (entity.flags.has("personal")) continue;
        for (const attribute of entity.members) {
          const sound = soundOf(attribute.id);
          const isPersonal = sound === "person" || (sound === "anybody" && isAboutPeople);
          if (isPersonal && !attribute.flags.has("personal") && isText(attribute))
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

const TELLING =
  /^(?:e-?mails?|courriels?|phones?|telephones?|telephone|mobile|tel|birth.*|dob|naissance|address|addresses|adresses?|firstname|lastname|surname|forename|fullname|prenoms?|ssn|nir|iban|passports?|passeports?|civilite|nationality|nationalite|salary|salaire)$/;

/** A name that may also be that of a thing: only in data about people, or with one of these beside it. */
const PLAIN_NAMES = ["name", "names", "nom", "noms"];
const OF_A_PERSON = ["first", "last", "full", "family", "given", "maiden", "contact", "famille", "jeune"];

/** What says that an address, or the like, is that of a thing. */
const OF_A_THING = [
  "web",
  "url",
  "store",
  "shop",
  "site",
  "depot",
  "warehouse",
  "magasin",
  "entrepot",
  "product",
];

/** What a name sounds like: something about a person, something that anybody or anything may have, or neither. */
type Sound = "person" | "anybody" | "thing";

function listen(id: string): Sound {
  const words = wordsIn(id);
  if (words.some((word) => OF_A_THING.includes(word))) return "thing";
  if (words.some((word) => TELLING.test(word)) || words.join("-") === "e-mail") return "person";
  if (!words.some((word) => PLAIN_NAMES.includes(word))) return "thing";
  if (words.some((word) => OF_A_PERSON.includes(word))) return "person";
  return words.length === 1 ? "anybody" : "thing";
}

/** Whether an attribute holds something itself, and more than a yes or no. */
function isText(attribute: Element): boolean {
  const type = wordOf(attribute, "type") ?? "";
  return attributeTypes.includes(type) && type !== "boolean";
}

/** `dateDeNaissance`, `date-de-naissance` → its words, without accents. */
function wordsIn(id: string): readonly string[] {
  const plain = id.normalize("NFD").replace(/\p{M}/gu, "");
  const parts = plain.replace(/(\p{Ll})(\p{Lu})/gu, "$1-$2").toLowerCase();
  return parts.split(/[-_]+/).filter((word) => word !== "");
}
