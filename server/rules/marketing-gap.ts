import { ofKind, wordOf } from "../model/query.ts";
import page from "./marketing-gap.md";
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
    const capabilities = ofKind(model, "capability");
    const covered = new Set(capabilities.map((capability) => wordOf(capability, "activity")));
    const first = capabilities.find((capability) => wordOf(capability, "activity") !== undefined);
    const missing = ACTIVITIES.filter((activity) => !covered.has(activity));
    if (first && missing.length > 0) report({ element: first }, "gap", first.name, missing.join(", "));
  },
});
