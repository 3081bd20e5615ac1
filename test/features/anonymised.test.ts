import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { template } from "../../client/template/index.ts";
import { anonymised } from "../../server/features/anonymised/anonymised.ts";
import { vocabulary } from "../../server/features/anonymised/words.ts";
import { modelOf } from "../../server/model/link.ts";
import { snapshotOf, type Project } from "../../server/model/snapshot.ts";
import { verdictOf } from "../../server/rules/check.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { checker } from "../support/check.ts";
import { FIXTURE_SETTINGS, ROOT } from "../support/fixture.ts";
import { placeOf } from "../support/verdict.ts";

const samples = join(import.meta.dirname, "../../samples");

function projectOfFiles(files: readonly SourceFile[]): Project {
  const [project] = snapshotOf(files, [ROOT], FIXTURE_SETTINGS).projects.values();
  if (!project) throw new Error("No project.");
  return project;
}

function copyOf(project: Project): Project {
  return projectOfFiles(anonymised(project).map(({ path, text }) => ({ path: `${ROOT}/${path}`, text })));
}

/** Each finding by its rule, its severity, the file by its number, and its line. */
function foundIn(project: Project): readonly string[] {
  const model = modelOf(project);
  const order = [project.configFile?.path, ...project.files.map(({ path }) => path)];
  const { findings, waived } = verdictOf(project);
  const all = [...findings, ...waived.map(({ finding }) => ({ ...finding, rule: `waived ${finding.rule}` }))];
  return all
    .map((finding) => {
      const { line } = placeOf(model, finding);
      return `${order.indexOf(finding.site.path)}:${line} ${finding.severity} ${finding.rule}`;
    })
    .toSorted();
}

/** The words that an anonymised copy is made of, beside those of the language. */
const OURS =
  /^(word|area|own|site|birth|name|email|introduce|customer|centric|attribute|entity|comment|text|https|example|org|crm|q|x|include|exclude|profile|locale|starter|recommended|strict|file|bizarch|[a-z]|xx[a-z]|mo|min)$/;

/** The words of a text, in small letters, that are none of the language. */
function tellingWords(text: string): ReadonlySet<string> {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(([word]) => word.toLowerCase());
  return new Set(words.filter((word) => !OURS.test(word) && !known.has(word)));
}

const known = new Set(
  [...vocabulary].flatMap((word) => [word, ...word.split("-")].map((one) => one.toLowerCase())),
);

function expectNothingTold(project: Project): void {
  const files = anonymised(project);
  const copy = files.map(({ path, text }) => `${path}\n${text}`).join("\n");
  const told = tellingWords(copy);
  const before = [project.configFile, ...project.files].map((file) => file?.text ?? "").join("\n");
  expect([...tellingWords(before)].filter((word) => told.has(word))).toEqual([]);
}

const folders = [
  "martech-91",
  "pim/commerce",
  "pim/distribution",
  "pim/production",
  "retail",
  "retail-drift",
];

function filesIn(folder: string): readonly SourceFile[] {
  return readdirSync(join(samples, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".bizarch") || path.endsWith("bizarch.json"))
    .map((path) => ({ path: `${ROOT}/${path}`, text: readFileSync(join(samples, folder, path), "utf8") }));
}

const wholes: readonly (readonly [string, readonly SourceFile[]])[] = [
  ...folders.map((folder) => [folder, filesIn(folder)] as const),
  ...(["en", "fr"] as const).map(
    (locale) =>
      [
        `the template in ${locale}`,
        [...template[locale]].map(([name, text]) => ({ path: `${ROOT}/${name}`, text })),
      ] as const,
  ),
];

describe.each(wholes)("%s", (_, files) => {
  const project = projectOfFiles(files);

  test("has the same found in the same lines", () => {
    expect(foundIn(copyOf(project))).toEqual(foundIn(project));
  });

  test("has as many elements and relations, of the same kinds", () => {
    const shape = (of: Project) => {
      const { elements, relations } = modelOf(of);
      return [elements.map(({ kind }) => kind.name), relations.map(({ type }) => type)];
    };
    expect(shape(copyOf(project))).toEqual(shape(project));
  });

  test("tells nothing", () => expectNothingTold(project));
});

const broken = readFileSync(join(import.meta.dirname, "../model/broken.md"), "utf8");

const halfTyped = [...broken.matchAll(/^### (.+)\n\n(`{3,})bizarch\n([\s\S]*?)^\2\n/gm)].map(
  ([, name = "", , text = ""]) => [name, text] as const,
);

describe.each(halfTyped)("half typed: %s", (_, text) => {
  const project = projectOfFiles([{ path: `${ROOT}/a.bizarch`, text }]);

  test("has the same found in the same lines", () => {
    expect(foundIn(copyOf(project))).toEqual(foundIn(project));
  });

  test("tells nothing", () => expectNothingTold(project));
});

/** What tears a text apart, some of it with words in it. */
const damage = [
  "",
  "{",
  "}",
  '"',
  '"""',
  "->",
  "/*",
  "*/",
  "//",
  ",",
  "\r\n",
  ".",
  "[",
  "(",
  ":",
  "\\",
  "“",
  "’",
  "²",
  "٣",
];
const words = [
  "é𝒳",
  " ÀÇME ",
  "3rd",
  " 120 437 € ",
  'x-clé "Dupont"',
  "// Dupont",
  " 06 12 34 56 78 ",
  "tool Dupont",
];

test("tells nothing, whatever is torn", () => {
  const whole = filesIn("retail-drift")
    .map(({ text }) => text)
    .join("\n");
  const junk = fc.constantFrom(...damage, ...words);
  const offset = fc.nat(whole.length);
  fc.assert(
    fc.property(offset, fc.nat(20), junk, offset, junk, (at, gone, one, from, other) => {
      const start = Math.max(0, from - 1_500);
      const torn = whole.slice(0, at) + one + whole.slice(at + gone);
      const text = torn.slice(start, from) + other + torn.slice(from, from + 1_500);
      expectNothingTold(projectOfFiles([{ path: `${ROOT}/a.bizarch`, text }]));
    }),
    { numRuns: 300 },
  );
});

const check = checker(({ model }) =>
  anonymised(model.project)
    .map(({ path, text }) => `// ${path}\n${text.replaceAll("\r", "␍")}`)
    .join("\n"),
);

test("names stay apart and mean what they meant; titles, comments and texts say nothing", () =>
  check(
    `
    $0// Dupont & fils
    namespace groupe.dupont
    /// Ce que **Dupont** fait
    tool référentiel "Référentiel de Dupont" {
      category pim; accountable Équipe
      tags secret, café
      x-cmdb "APP-0042"
      cost 120437 EUR; lifespan 7y; since 2026-01-31
      link "https://dupont.example/référentiel"
    }
    team Équipe "Référentiel de Dupont" { function data }
    //- b.bizarch crlf
    flow groupe.dupont.référentiel -> webshop "Nuit"
    tool web-shop 𝒳
    `,
    `
    // file-1.bizarch
    flow area-2.area-1.tool-1 -> word-1 "Text 1"␍
    tool tool-2 Word-2␍

    // file-2.bizarch
    // Comment
    namespace area-2.area-1
    /// Text 2
    tool tool-1 "Text 3" {
      category pim; accountable Team-1
      tags word-3, word-4
      x-own-5 "Text 4"
      cost 1000 EUR; lifespan 7y; since 2026-01-31
      link "https://example.org/5"
    }
    team Team-1 "Text 3" { function data }
    `,
  ));
