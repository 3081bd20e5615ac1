import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { widthOf } from "../../server/review/terminal.ts";
import { folder, root, run } from "./run.ts";

const validate = new Ajv({ allErrors: true }).compile(
  JSON.parse(readFileSync(join(root, "test/report/scorecard.schema.json"), "utf8")),
);

async function reported(cwd: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await run(cwd, ["report", ...args]);
  expect([code, err]).toEqual([0, ""]);
  return out;
}

const SMALL = {
  "bizarch.json": '{ "name": "Small shop" }',
  "a.bizarch":
    'mission eat "Eat"\ngoal g { serves eat }\ntool till { category pos; serves g; cost 1200 EUR }\ntool toy { category bi }\n',
};

/** A title and a reason that try to be markup, a mention, a row of a table, a command to the terminal. */
const HOSTILE = "</details><script>x</script> | @team #1 `x` \\u{1b}[2J [a](http://x) ![b](//x)";
const EVIL = {
  "bizarch.json": '{ "name": "<b>| @all" }',
  "a.bizarch": `mission m "M"
business-model b "${HOSTILE}"
tool é "${HOSTILE}" { category bi; owns d; hosting "<b>@all</b>"; status "|"; accountable t }
domain d "${HOSTILE}" core { quality "<b>"; entity P personal }
flow é -> é "${HOSTILE}" { carries d; basis "<b>|" }
team t "${HOSTILE}" { function it; maturity "<b>|" }
kpi k "${HOSTILE}" { from d; format "<b>"; every "<b>" }
chain c "${HOSTILE}" { collect é }
initiative i "${HOSTILE}" { improves "<b>|" }
capability y "${HOSTILE}"
policy { allow orphan-business-model for b because "${HOSTILE}" until 2027-01-01 }
`,
};

describe("json", () => {
  test.each([".", "samples/retail", "samples/retail-drift", "samples/martech-91", "samples/pim"])(
    "%s keeps to its schema",
    async (path) => {
      validate(JSON.parse(await reported(root, path, "--format", "json")));
      expect(validate.errors).toBeNull();
    },
  );

  test("of what is empty, broken, hostile or small too", async () => {
    for (const files of [{}, { "a.bizarch": "" }, { "a.bizarch": "tool { {\n" }, EVIL, SMALL]) {
      const { out } = await run(folder(files), ["report", "--format", "json"]);
      validate(JSON.parse(out));
      expect(validate.errors).toBeNull();
    }
  });

  test("the schema notices what is wrong", () => {
    expect(validate({ version: 2, projects: [] })).toBe(false);
    expect(validate({ version: 1, projects: [{ name: "x" }] })).toBe(false);
  });

  test("names the project, its folder and the day, and is the same in French", async () => {
    const cwd = folder(SMALL);
    const out = await reported(cwd, "--format", "json");
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      projects: [{ name: "Small shop", root: ".", today: "2026-06-30" }],
    });
    expect(await reported(cwd, "--format", "json", "--locale", "fr")).toBe(out);
  });
});

describe("pretty", () => {
  test("the first page, then the sections", async () => {
    expect(await reported(folder(SMALL))).toMatchInlineSnapshot(`
      "Small shop
      . · 4 elements · 2026-06-30

        Traceability                ██████████░░░░░░░░░░   50%  1 of 2
        Accountability              ░░░░░░░░░░░░░░░░░░░░    0%  0 of 2
        Systems of record           —
        Value chain                 —
        Chain continuity            —
        Silos and data quality      —
        Tools                       2 tools · 1,200 EUR a year
        Personal data               —
        Measurement                 ░░░░░░░░░░░░░░░░░░░░    0%  0 of 1
        Predictability and agility  —
        Data maturity               —
        Findings                    2 warnings

      TRACEABILITY
      How much of what we have leads up to our mission?
        Why: goals                  ████████████████████  100%  1 of 1
        How: partitions             ██████████░░░░░░░░░░   50%  1 of 2
          tools                     ██████████░░░░░░░░░░   50%  1 of 2
            · no path to the mission: toy

      ACCOUNTABILITY
      Does somebody with the power to act answer for each wall and each tool?
        Tools answered for          ░░░░░░░░░░░░░░░░░░░░    0%  0 of 2
          · nobody: till, toy

      TOOLS
      How many tools do we run, for what, and at what price?
        In use today                2 tools
          Data                      ██████████░░░░░░░░░░   50%  1
          Operations                ██████████░░░░░░░░░░   50%  1 · 1,200 EUR
        Something asks for them     ██████████░░░░░░░░░░   50%  1 of 2
          · nobody says what for: toy
        Crowded categories          none
        Vendors                     0 vendors · 2 tools without one
        Cost is known               ██████████░░░░░░░░░░   50%  1 of 2 · 1,200 EUR a year
          · cost not stated: toy

      MEASUREMENT
      Would we know that we get where we want to, and who would?
        Goals measured              ░░░░░░░░░░░░░░░░░░░░    0%  0 of 1
          · no figure: g

      FINDINGS
      Where does the architecture contradict itself?
        In all                      2 warnings
          Why, and what for         1 warning
          Measuring                 1 warning

      Not described yet: systems of record, value chain, chain continuity, silos and data quality,
      personal data, predictability and agility, data maturity.
      "
    `);
  });

  test("in French", async () => {
    expect(await reported(folder(SMALL), "--locale", "fr")).toMatchInlineSnapshot(`
      "Small shop
      . · 4 éléments · 2026-06-30

        Traçabilité                     ██████████░░░░░░░░░░  50 %  1 sur 2
        Responsabilité                  ░░░░░░░░░░░░░░░░░░░░   0 %  0 sur 2
        Référentiels                    —
        Chaîne de valeur                —
        Continuité des chaînes          —
        Silos et qualité des données    —
        Outils                          2 outils · 1 200 EUR par an
        Données personnelles            —
        Mesure                          ░░░░░░░░░░░░░░░░░░░░   0 %  0 sur 1
        Prévisibilité et agilité        —
        Pilotage par les données        —
        Constats                        2 avertissements

      TRAÇABILITÉ
      Quelle part de ce que nous avons remonte jusqu'à notre mission ?
        Pourquoi : objectifs            ████████████████████ 100 %  1 sur 1
        Comment : cloisons              ██████████░░░░░░░░░░  50 %  1 sur 2
          outils                        ██████████░░░░░░░░░░  50 %  1 sur 2
            · sans lien avec la mission : toy

      RESPONSABILITÉ
      Quelqu'un qui a le pouvoir d'agir répond-il de chaque mur et de chaque outil ?
        Outils avec un responsable      ░░░░░░░░░░░░░░░░░░░░   0 %  0 sur 2
          · personne : till, toy

      OUTILS
      Combien d'outils, pour quoi faire, et à quel prix ?
        En service aujourd'hui          2 outils
          Données                       ██████████░░░░░░░░░░  50 %  1
          Opérations                    ██████████░░░░░░░░░░  50 %  1 · 1 200 EUR
        Appelés par un besoin           ██████████░░░░░░░░░░  50 %  1 sur 2
          · nul ne dit pour quoi faire : toy
        Catégories encombrées           aucune
        Fournisseurs                    0 fournisseur · 2 outils sans fournisseur
        Coût connu                      ██████████░░░░░░░░░░  50 %  1 sur 2 · 1 200 EUR par an
          · coût non indiqué : toy

      MESURE
      Saurions-nous que nous y arrivons, et qui le saurait ?
        Objectifs mesurés               ░░░░░░░░░░░░░░░░░░░░   0 %  0 sur 1
          · aucun chiffre : g

      CONSTATS
      Où l'architecture se contredit-elle ?
        En tout                         2 avertissements
          Pourquoi, et pour quoi faire  1 avertissement
          Mesure                        1 avertissement

      Pas encore décrit : référentiels, chaîne de valeur, continuité des chaînes, silos et qualité des
      données, données personnelles, prévisibilité et agilité, pilotage par les données.
      "
    `);
  });

  test.each([30, 40, 60, 80, 100, 200])("fits into %i columns", async (columns) => {
    for (const sample of ["retail-drift", "martech-91"]) {
      for (const locale of ["en", "fr"]) {
        const args = ["report", `samples/${sample}`, "--locale", locale];
        const { out } = await run(root, args, { columns });
        const words = (line: string) => line.trim().split(" ").length;
        // A name that is longer than the line stays whole.
        expect(out.split("\n").filter((line) => widthOf(line) > columns && words(line) > 4)).toEqual([]);
      }
    }
  });

  test("colours in a terminal only, and not where NO_COLOR asks for none", async () => {
    const cwd = folder(SMALL);
    const inTerminal = (env: Readonly<Record<string, string>>) =>
      run(cwd, ["report"], { isTerminal: true, env });
    const plain = await reported(cwd);
    expect(plain).not.toContain("\u001b");
    const coloured = (await inTerminal({})).out;
    expect(coloured).toContain("\u001b[32m");
    // oxlint-disable-next-line no-control-regex -- these are the colours
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(plain);
    expect((await inTerminal({ NO_COLOR: "1" })).out).toBe(plain);
  });

  test("exceptions, the one that ends soonest first, and no more than one reads", async () => {
    const tools = Array.from({ length: 23 }, (_, index) => index + 1);
    const day = (index: number) => `2027-01-${String(32 - index - 1).padStart(2, "0")}`;
    const cwd = folder({
      "a.bizarch": `goal g { serves m }
mission m
${tools.map((index) => `tool t${String(index)} { category bi; cost 1 EUR }`).join("\n")}
policy {
${tools.map((index) => `  allow orphan-tool for t${String(index)} because "reason ${String(index)}" until ${day(index)}`).join("\n")}
}`,
    });
    const lines = (await reported(cwd)).split("\n");
    const at = lines.findIndex((line) => line.startsWith("  Waived"));
    expect(lines.slice(at, at + 3)).toMatchInlineSnapshot(`
      [
        "  Waived                      23",
        "    · until 2027-01-08: orphan-tool t23 (reason 23)",
        "    · until 2027-01-09: orphan-tool t22 (reason 22)",
      ]
    `);
    expect(lines.slice(at + 21, at + 23)).toEqual(["    · and 3 more", ""]);
    expect(
      (await reported(cwd, "--locale", "fr")).includes(
        "· jusqu'au 2027-01-08\u00a0: orphan-tool t23 (reason 23)",
      ),
    ).toBe(true);
  });

  test("text from files moves no cursor", async () => {
    const { out } = await run(folder(EVIL), ["report"], { isTerminal: true, env: { NO_COLOR: "1" } });
    expect(out).not.toContain("\u001b");
    expect(out).toContain("\\u{1b}[2J");
  });
});

describe("html", () => {
  test("is one page for all projects, in a language, safe whatever the files say", async () => {
    const page = await reported(folder(EVIL), "--format", "html", "--locale", "fr");
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="fr">/);
    expect(page).toContain("&lt;b&gt;| @all");
    expect(page).not.toMatch(/<(b|script|img)[ >]/);
  });
});

describe("markdown", () => {
  test("a table, then the sections with the names folded", async () => {
    expect(await reported(folder(SMALL), "--format", "markdown")).toMatchInlineSnapshot(`
      "# Scorecard: Small shop

      \`.\` · 4 elements · 2026-06-30

      | Measure | Share | Figure |
      | --- | --- | --- |
      | **Traceability** | █████░░░░░ 50% | 1 of 2 |
      | **Accountability** | ░░░░░░░░░░ 0% | 0 of 2 |
      | **Systems of record** |  | — |
      | **Value chain** |  | — |
      | **Chain continuity** |  | — |
      | **Silos and data quality** |  | — |
      | **Tools** |  | 2 tools · 1,200 EUR a year |
      | **Personal data** |  | — |
      | **Measurement** | ░░░░░░░░░░ 0% | 0 of 1 |
      | **Predictability and agility** |  | — |
      | **Data maturity** |  | — |
      | **Findings** |  | 2 warnings |

      ## Traceability

      How much of what we have leads up to our mission?

      | Measure | Share | Figure |
      | --- | --- | --- |
      | Why: goals | ██████████ 100% | 1 of 1 |
      | How: partitions | █████░░░░░ 50% | 1 of 2 |
      | – tools | █████░░░░░ 50% | 1 of 2 |

      <details><summary>What lacks</summary>

      - **tools** · no path to the mission: \`toy\`

      </details>

      ## Accountability

      Does somebody with the power to act answer for each wall and each tool?

      | Measure | Share | Figure |
      | --- | --- | --- |
      | Tools answered for | ░░░░░░░░░░ 0% | 0 of 2 |

      <details><summary>What lacks</summary>

      - **Tools answered for** · nobody: \`till\`, \`toy\`

      </details>

      ## Tools

      How many tools do we run, for what, and at what price?

      | Measure | Share | Figure |
      | --- | --- | --- |
      | In use today |  | 2 tools |
      | – Data | █████░░░░░ 50% | 1 |
      | – Operations | █████░░░░░ 50% | 1 · 1,200 EUR |
      | Something asks for them | █████░░░░░ 50% | 1 of 2 |
      | Crowded categories |  | none |
      | Vendors |  | 0 vendors · 2 tools without one |
      | Cost is known | █████░░░░░ 50% | 1 of 2 · 1,200 EUR a year |

      <details><summary>What lacks</summary>

      - **Something asks for them** · nobody says what for: \`toy\`
      - **Cost is known** · cost not stated: \`toy\`

      </details>

      <details><summary>What is there</summary>

      - **Data** · categories: BI (1)
      - **Operations** · categories: POS (1)

      </details>

      ## Measurement

      Would we know that we get where we want to, and who would?

      | Measure | Share | Figure |
      | --- | --- | --- |
      | Goals measured | ░░░░░░░░░░ 0% | 0 of 1 |

      <details><summary>What lacks</summary>

      - **Goals measured** · no figure: \`g\`

      </details>

      ## Findings

      Where does the architecture contradict itself?

      | Measure | Share | Figure |
      | --- | --- | --- |
      | In all |  | 2 warnings |
      | – Why, and what for |  | 1 warning |
      | – Measuring |  | 1 warning |

      Not described yet: systems of record, value chain, chain continuity, silos and data quality, personal data, predictability and agility, data maturity.
      "
    `);
  });

  test("is safe whatever the titles hold", async () => {
    const out = await reported(folder(EVIL), "--format", "markdown");
    expect(out).not.toMatch(/<script|<b>|@team|@all|#1\b|\u001b|(?<!\\)\]\(http/);
    expect(out.match(/<\/?details>/g)?.length).toBe((out.match(/<summary>/g)?.length ?? 0) * 2);
    for (const line of out.split("\n").filter((line) => line.startsWith("|"))) {
      expect(line.replaceAll("\\|", "").match(/\|/g)).toHaveLength(4);
    }
  });
});

describe("whatever is there", () => {
  test("several projects in a folder: a scorecard each", async () => {
    const cwd = folder({
      "one/bizarch.json": '{ "name": "One" }',
      "one/a.bizarch": "mission m",
      "two/bizarch.json": "{}",
      "two/a.bizarch": "mission m",
    });
    expect((await reported(cwd)).match(/^(One|two)$/gm)).toEqual(["One", "two"]);
    expect((await reported(cwd, "--format", "markdown")).match(/^# .*$/gm)).toEqual([
      "# Scorecard: One",
      "# Scorecard: two",
    ]);
  });

  test("an empty project says so", async () => {
    const cwd = folder({ "bizarch.json": '{ "name": "Empty" }', "a.bizarch": "// nothing yet\n" });
    expect(await reported(cwd)).toContain("There is nothing to measure yet.");
    expect(await reported(cwd, "--format", "markdown", "--locale", "fr")).toContain(
      "Il n'y a encore rien à mesurer.",
    );
  });

  test("no project: nothing on standard output, a note on the other", async () => {
    expect(await run(folder(), ["report"])).toMatchObject({
      code: 0,
      out: "",
      err: "There is no .bizarch file here.\n",
    });
  });

  test("broken statements are said, the rest is measured", async () => {
    const out = await reported(folder({ "a.bizarch": "mission m\ntool { {\ngoal g { serves m }\n" }));
    expect(out).toMatch(/could not be read; what stands there is not counted\./);
    expect(out).toMatch(/Why: goals .*1 of 1/);
  });

  test("a file that is no text is named, the others are measured", async () => {
    const cwd = folder({
      "a.bizarch": "mission m\ngoal g { serves m }\n",
      "b.bizarch": new Uint8Array([0x74, 0xff, 0xfe]),
    });
    const { code, out, err } = await run(cwd, ["report"]);
    expect([code, out.includes("1 of 1")]).toEqual([0, true]);
    expect(err).toContain("'b.bizarch': ");
  });

  test("standard input, one file, an output file, a path that is not there", async () => {
    const cwd = folder(SMALL);
    expect((await run(cwd, ["report", "-"], { stdin: "mission m\ngoal g { serves m }\n" })).out).toContain(
      "1 of 1",
    );
    expect(await reported(cwd, "a.bizarch")).toBe(await reported(cwd));
    expect(await reported(cwd, "-o", "card.md", "--format", "markdown")).toBe("");
    expect(readFileSync(join(cwd, "card.md"), "utf8")).toBe(await reported(cwd, "--format", "markdown"));
    expect(await run(cwd, ["report", "nowhere"])).toMatchObject({ code: 2, out: "" });
    expect(await run(cwd, ["report", "--format", "pdf"])).toMatchObject({ code: 2, out: "" });
  });

  test("errors in the architecture are no failure of the report", async () => {
    expect((await run(root, ["report", "samples/retail-drift"])).code).toBe(0);
  });
});
