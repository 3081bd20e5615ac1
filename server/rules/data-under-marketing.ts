import { isCore, ofKind, outgoing, targets, teamsAbove, wordOf } from "../model/query.ts";
import { siteOf } from "../model/model.ts";
import page from "./data-under-marketing.md";
import { defineRule } from "./rule.ts";

export const dataUnderMarketing = defineRule({
  name: "data-under-marketing",
  severity: "warning",
  starter: true,
  page,
  messages: {
    data: (team, marketing) => ({
      en: `The data team '${team}' reports to marketing ('${marketing}'): the data of the whole company is seen through one department's eyes. Let it report to the executive board, or to IT.`,
      fr: `L'équipe data « ${team} » relève du marketing (« ${marketing} ») : les données de toute l'entreprise sont vues par les yeux d'un seul service. Rattachez-la à la direction générale, ou à l'informatique.`,
    }),
    architect: (team, domain, marketing) => ({
      en: `'${team}' decides on '${domain}', which is core, and reports to marketing ('${marketing}'): a load-bearing wall is shaped by one department's needs. Let it report to the executive board, or give the domain to another team.`,
      fr: `« ${team} » décide de « ${domain} », qui est au cœur de l'entreprise, et relève du marketing (« ${marketing} ») : un mur porteur prend la forme des besoins d'un seul service. Rattachez-la à la direction générale, ou confiez le domaine à une autre équipe.`,
    }),
  },
  check: (model, report) => {
    for (const team of ofKind(model, "team")) {
      const reportsTo = outgoing(model, team, "reports-to")[0];
      const domain = targets(model, team, "architects").find(
        (wall) => wall.kind.name === "domain" && isCore(wall),
      );
      const isData = wordOf(team, "function") === "data";
      if (!reportsTo || (!isData && !domain)) continue;
      const marketing = teamsAbove(model, team).find((above) => wordOf(above, "function") === "marketing");
      if (!marketing) continue;
      const message = {
        en: `'${marketing.name}' has the function marketing.`,
        fr: `« ${marketing.name} » a pour fonction le marketing.`,
      };
      const at = { element: team, site: reportsTo.site, related: [{ message, site: siteOf(marketing) }] };
      if (isData) report(at, "data", team.name, marketing.name);
      else if (domain) report(at, "architect", team.name, domain.name, marketing.name);
    }
  },
});
