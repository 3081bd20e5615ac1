import { describe, expect, test } from "vitest";
import type { Share } from "../../server/report/share.ts";
import { filesOf, scoredFiles } from "./samples.ts";

// Every figure here was counted by hand in the sample.

const of = ({ count, of: all }: Pick<Share, "count" | "of">) => `${String(count)}/${String(all)}`;
const names = (elements: readonly { readonly name: string }[]) => elements.map(({ name }) => name);

describe("retail stands", () => {
  const card = scoredFiles(filesOf("retail"));
  test("all but a consultancy that no tool comes from leads up to the mission", () => {
    expect(names(card.traceability.all.lacking)).toEqual(["sénéchal"]);
  });
  test("whatever is counted, it is all of it", () => {
    const { accountability, records, valueChain, continuity, silos, personalData, measurement } = card;
    const shares = [accountability.rightHands, accountability.tools.backed, records.one, valueChain.balanced];
    const more = [
      continuity.automatic,
      silos.fit,
      silos.reconciled,
      personalData.basis,
      measurement.goals,
      measurement.kpis,
    ];
    expect([...shares, ...more].map(({ share }) => share)).toEqual(Array(10).fill(1));
    expect([card.findings.error, card.findings.warning, card.findings.info]).toEqual([0, 0, 0]);
  });
  test("six million a year in 29 tools, without the one that is planned", () => {
    expect([card.tools.there, card.tools.cost.year]).toEqual([29, [{ currency: "EUR", amount: 6_219_000 }]]);
  });
  test("two teams get no figure yet, so that it is not data-driven", () => {
    expect(card.maturity.company).toMatchObject({ stage: "informed", next: "data-driven" });
    expect(card.maturity.company?.lacks.map(({ elements }) => names(elements))).toEqual([
      ["information-systems", "legal"],
    ]);
    expect(card.maturity.teams.filter(({ overclaimed }) => overclaimed)).toEqual([]);
  });
});

describe("retail-drift has drifted", () => {
  const card = scoredFiles(filesOf("retail-drift"));
  test("what nobody can give a reason for", () => {
    expect(of(card.traceability.what)).toBe("26/30");
    expect(of(card.traceability.how)).toBe("32/39");
    expect(names(card.traceability.how.lacking)).toEqual([
      "household-service",
      "kerguelen",
      "mdm",
      "heat-maps",
      "chat-window",
      "cdp -> mdm",
      "bot-summer",
    ]);
  });
  test("one core domain of five is in the right hands", () => {
    expect(names(card.accountability.rightHands.lacking)).toEqual([
      "customer",
      "catalog",
      "sourcing",
      "sales",
    ]);
    expect(names(card.accountability.coreDomains.named.lacking)).toEqual(["sourcing"]);
  });
  test("two records of a product, none of a grower, and the customer is marketing's", () => {
    expect([of(card.records.one), names(card.records.none)]).toEqual(["6/8", ["sourcing.Grower"]]);
    expect(card.records.several.map(({ tools }) => names(tools))).toEqual([["webshop", "pim"]]);
    expect(card.records.marketing.map(({ tool, owns }) => [tool.name, names(owns)])).toEqual([
      ["cdp", ["customer"]],
    ]);
  });
  test("a loop that never closes, data that nobody may share, a goal that nobody measures", () => {
    expect(card.continuity.chains[0]?.handovers.map(({ state }) => state)).toEqual([
      "automatic",
      "automatic",
      "broken",
      "no-tool",
    ]);
    expect([of(card.silos.fit), of(card.silos.reconciled)]).toEqual(["2/5", "0/1"]);
    expect([names(card.personalData.receivers), names(card.personalData.basis.lacking)]).toEqual([
      ["adlande"],
      ["till -> cdp"],
    ]);
    expect(names(card.measurement.goals.lacking)).toEqual(["less-waste", "one-platform"]);
  });
  test("marketing calls itself data-driven; most teams get no figure at all", () => {
    expect(card.maturity.company?.stage).toBe("conscious");
    expect(card.maturity.teams.filter(({ overclaimed }) => overclaimed).map(({ team }) => team.name)).toEqual(
      ["marketing"],
    );
  });
  test("five of thirteen tools are marketing's; the year costs more than four million", () => {
    expect(of(card.tools.marketing)).toBe("5/13");
    expect(card.tools.cost.year).toEqual([{ currency: "EUR", amount: 4_346_000 }]);
  });
});

describe("martech-91 sprawls", () => {
  const card = scoredFiles(filesOf("martech-91"));
  test("91 tools, three quarters of them marketing's, twelve that anything asks for", () => {
    expect([card.tools.there, of(card.tools.marketing), of(card.tools.explained)]).toEqual([
      91,
      "75/91",
      "12/91",
    ]);
    expect(card.tools.crowded[0]).toEqual({ category: "content", tools: 12 });
    expect(card.tools.cost.year).toEqual([{ currency: "EUR", amount: 7_286_400 }]);
  });
  test("little of it leads up to the mission", () => {
    expect([of(card.traceability.what), of(card.traceability.how)]).toEqual(["10/12", "38/157"]);
  });
  test("the members' record is marketing's twice over", () => {
    expect(card.records.marketing.map(({ tool }) => tool.name)).toEqual(["meridiane-crm", "meridiane-mail"]);
    expect(of(card.accountability.rightHands)).toBe("0/1");
  });
});
