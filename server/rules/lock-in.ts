import { siteOf } from "../model/model.ts";
import { elementOf, isCore, says, target, targets, toolsThere } from "../model/query.ts";
import page from "./lock-in.md";
import { sayProperty } from "./repair.ts";
import { defineRule } from "./rule.ts";

export const lockIn = defineRule({
  name: "lock-in",
  severity: "warning",
  page,
  messages: {
    locked: (tool, data, vendor) => ({
      en: `'${tool}' keeps '${data}', core data, and comes from '${vendor}', and nothing says how it would be left: the vendor decides what the next contract costs. Say it with 'exit'.`,
      fr: `« ${tool} » garde « ${data} », une donnée cœur, et vient de « ${vendor} », et rien ne dit comment on le quitterait : l'éditeur décide du prix du prochain contrat. Dites-le avec « exit ».`,
    }),
  },
  check: (model, report) => {
    for (const tool of toolsThere(model)) {
      const vendor = !says(tool, "exit") ? target(model, tool, "vendor") : undefined;
      const data = vendor && targets(model, tool, "owns").find(isCore);
      if (!vendor || !data) continue;
      const message = { en: `'${vendor.name}' supplies it.`, fr: `« ${vendor.name} » le fournit.` };
      report(
        { element: tool, related: [{ message, site: siteOf(vendor) }] },
        "locked",
        tool.name,
        data.name,
        vendor.name,
      );
    }
  },
  fixes: (finding, model) => {
    const tool = elementOf(model, finding);
    if (!tool) return [];
    return ["Full export in an open format", "Copy kept by us, contract ends with notice"].map((way) =>
      sayProperty(model, tool, `exit "${way}"`),
    );
  },
});
