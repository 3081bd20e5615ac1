import { siteIn, type Element, type Model } from "../model/model.ts";
import { ofKind, outgoing, valuesOf, wordOf } from "../model/query.ts";
import { STAGES } from "./broken-chain.ts";
import page from "./legacy-in-chain.md";
import { defineRule } from "./rule.ts";

export const legacyInChain = defineRule({
  name: "legacy-in-chain",
  severity: "warning",
  page,
  messages: {
    chain: (chain, tool, status) => ({
      en: `'${chain}' rests on '${tool}', which is ${status}: the whole loop stops with its weakest part. Name the tool that comes after it.`,
      fr: `« ${chain} » repose sur « ${tool} », dont le statut est « ${status} » : toute la boucle s'arrête avec son maillon le plus faible. Nommez l'outil qui lui succède.`,
    }),
    initiative: (initiative, tool, status) => ({
      en: `'${initiative}' is built on '${tool}', which is ${status}: what it teaches will not outlive the tool. Use the one that comes after it, or change the tool instead of using it.`,
      fr: `« ${initiative} » s'appuie sur « ${tool} », dont le statut est « ${status} » : ce qu'elle apprendra ne survivra pas à l'outil. Appuyez-vous sur son successeur, ou changez l'outil au lieu de l'utiliser.`,
    }),
  },
  check: (model, report) => {
    const places = [
      ...ofKind(model, "chain").flatMap((element) => STAGES.map((type) => ({ element, type }) as const)),
      ...ofKind(model, "initiative").map((element) => ({ element, type: "uses" }) as const),
    ];
    for (const { element, type } of places) {
      for (const { to: tool, site, status, related } of oldTools(model, element, type)) {
        const id = type === "uses" ? "initiative" : "chain";
        report({ element, site, about: [tool], related }, id, element.name, tool.name, status);
      }
    }
  },
});

/** The tools under a property that are on their way out, or gone. */
function oldTools(model: Model, element: Element, type: string) {
  return outgoing(model, element, type).flatMap(({ to, site }) => {
    const status = wordOf(to, "status");
    const [word] = valuesOf(to, "status");
    if (!word || (status !== "legacy" && status !== "retired")) return [];
    const message = { en: `'${to.name}' is ${status}.`, fr: `« ${to.name} » : statut « ${status} ».` };
    return [{ to, site, status, related: [{ message, site: siteIn(to, word) }] }];
  });
}
