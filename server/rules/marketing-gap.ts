import { siteIn } from "../model/model.ts";
import { ofKind, valuesOf } from "../model/query.ts";
import page from "./marketing-gap.md";
import { placesOf } from "./related.ts";
import { defineRule } from "./rule.ts";
import { quoted } from "./words.ts";

const ACTIVITIES = ["strategy", "content", "visibility", "relationship", "data", "analytics"];

export const marketingGap = defineRule({
  name: "marketing-gap",
  severity: "info",
  page,
  messages: {
    gap: (capability, missing) => ({
      en: `Marketing is described from '${capability}' on, and no capability covers ${quoted(missing, "en")}: of six activities that work together, what is left out holds the others back. Describe who does it, or decide to do without.`,
      fr: `Le marketing est décrit à partir de « ${capability} », et aucune capacité ne couvre ${quoted(missing, "fr")} : de six activités qui vont ensemble, celle qu'on oublie freine les autres. Décrivez qui s'en charge, ou décidez de vous en passer.`,
    }),
  },
  check: (model, report) => {
    const covering = ofKind(model, "capability").flatMap((capability) =>
      valuesOf(capability, "activity").map((word) => ({ capability, word })),
    );
    const missing = ACTIVITIES.filter((activity) => covering.every(({ word }) => word.text !== activity));
    const [first] = covering;
    if (!first || missing.length === 0) return;
    const related = placesOf(covering, ({ capability, word }) => ({
      message: {
        en: `'${capability.name}' covers ${word.text}.`,
        fr: `« ${capability.name} » couvre « ${word.text} ».`,
      },
      site: siteIn(capability, word),
    }));
    report({ element: first.capability, related }, "gap", first.capability.name, missing.join(", "));
  },
});
