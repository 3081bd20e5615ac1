import type { Locale } from "../../grammar/finding.ts";
import enSettings from "./en/bizarch.json";
import enHow from "./en/how.bizarch";
import enMeta from "./en/meta.bizarch";
import enWhat from "./en/what.bizarch";
import enWhy from "./en/why.bizarch";
import frSettings from "./fr/bizarch.json";
import frHow from "./fr/how.bizarch";
import frMeta from "./fr/meta.bizarch";
import frWhat from "./fr/what.bizarch";
import frWhy from "./fr/why.bizarch";

/** The small architecture that one starts from: its files by name, in the order in which they are read best. */
export const template: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  en: files(enSettings, [enWhy, enWhat, enHow, enMeta]),
  fr: files(frSettings, [frWhy, frWhat, frHow, frMeta]),
};

function files(settings: object, texts: readonly string[]): ReadonlyMap<string, string> {
  const names = ["why", "what", "how", "meta"];
  return new Map([
    ["bizarch.json", `${JSON.stringify(settings, undefined, 2)}\n`],
    ...texts.map((text, index) => [`${names[index] ?? ""}.bizarch`, text] as const),
  ]);
}
