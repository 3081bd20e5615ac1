import type { Word } from "../../grammar/tree.ts";
import { siteIn } from "../model/model.ts";
import { elementOf, ofKind, titleOf } from "../model/query.ts";
import { leavesOut } from "./left-out.ts";
import page from "./customer-centric-is-not-a-model.md";
import { sayProperty } from "./repair.ts";
import { defineRule } from "./rule.ts";

export const customerCentricIsNotAModel = defineRule({
  name: "customer-centric-is-not-a-model",
  severity: "warning",
  page,
  messages: {
    centric: (name, title) => ({
      en: `'${name}' calls itself '${title}', which is a way to carry out a business model and not one: nobody can tell from it what is sold, or what the data has to hold. Say how the mission is carried out.`,
      fr: `« ${name} » se dit « ${title} », ce qui est une façon d'exécuter un modèle économique et n'en est pas un : cela ne dit ni ce qui se vend, ni ce que les données doivent contenir. Dites comment la mission est menée à bien.`,
    }),
    noPattern: (name) => ({
      en: `'${name}' does not say which kind of business it is: production, distribution, commerce and the others expect different things of their data. Say it with 'pattern'.`,
      fr: `« ${name} » ne dit pas de quel genre d'affaire il s'agit : production, distribution, commerce et les autres n'attendent pas les mêmes choses de leurs données. Dites-le avec « pattern ».`,
    }),
  },
  check: (model, report) => {
    for (const element of ofKind(model, "business-model")) {
      const { title, id } = element.declaration;
      const titled = titleOf(element);
      // An empty title says nothing: the id is what the model is called by.
      const written = titled ? title : id;
      const called = titled || element.id;
      if (isOnlyCentric(called) && written) {
        const site = siteIn(element, { span: withoutQuotes(written) });
        report({ element, site }, "centric", element.name, called);
      } else if (leavesOut(model, element, "pattern")) report({ element }, "noPattern", element.name);
    }
  },
  fixes: (finding, model) => {
    const element = elementOf(model, finding);
    if (!element || finding.args[0] !== "noPattern") return [];
    const patterns = ["commerce", "distribution", "production", "service", "subscription", "platform"];
    return patterns.map((pattern) => sayProperty(model, element, `pattern ${pattern}`));
  },
});

function withoutQuotes({ text, span }: Word): Word["span"] {
  const open = /^"*/.exec(text)?.[0].length ?? 0;
  const close = /"*$/.exec(text.slice(open))?.[0].length ?? 0;
  return { start: span.start + open, end: span.end - close };
}

const CENTRED = new RegExp(
  [
    "(?:customers?|clients?|data|consumers?|users?)[ -]?(?:centric(?:ity)?|centered|centred|centrique|centré|first|oriented|focused|obsess(?:ed|ion))",
    "(?:centré|orienté|tourné|axé)e?s?[ -](?:sur |vers )?(?:le |la |les |nos |ses |vos )?(?:clients?|data|données?)",
    "orientation[ -]clients?",
    "(?:client|customer|data)[ -]centri(?:c|que|cité)",
    "centricité[ -]clients?",
    "(?:put(?:s|ting)? |place )?(?:the |our )?(?:customers?|clients?|data) (?:at|in) the (?:centre|center|heart)",
    "(?:mettre |mettons |placer |plaçons )?(?:le |la |les |nos |ses )?(?:clients?|données?|data) au (?:centre|cœur|coeur)",
  ].join("|"),
  "giu",
);

/** What may stand beside the word without saying any more. */
const FILLERS =
  /(?<!\p{L})(?:an?|the|our|of|we|are|is|it|be|being|becoming|become|and|all|everything|do|in|et|une?|les?|la|l|d|de|du|c|est|nous|on|que|qu|notre|nos|tout|toute|faire|être|devenir|plus|more|fully|truly|vraiment|company|entreprise|société|business|model|modèle|économique|approach|approche|organisation|organization|strategy|stratégie|vision|culture|préoccupations)(?!\p{L})/giu;

function isOnlyCentric(title: string): boolean {
  const rest = title.replace(CENTRED, " ");
  return rest !== title && rest.replace(FILLERS, " ").replace(/[^\p{L}]/gu, "") === "";
}
