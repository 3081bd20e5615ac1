import { expect, test, vi } from "vitest";
import type { CheckedProject } from "../../server/lsp/protocol.ts";

/** What VS Code was asked to show, in order. */
const shown: string[] = [];
/** What the person chooses of what is shown. */
let choice: string | undefined;
let isCancelled = false;

const say =
  (how: string) =>
  (text: string, ...offers: readonly string[]) => {
    shown.push(`${how}: ${[text, ...offers].join(" | ")}`);
    return Promise.resolve(choice);
  };

vi.mock("vscode", () => ({
  ProgressLocation: { Notification: 15 },
  window: {
    withProgress: (
      { title }: { title: string },
      task: (progress: object, token: object) => Promise<unknown>,
    ) => {
      shown.push(title);
      const report = ({ message, increment }: { message: string; increment?: number }) =>
        shown.push(`${message}${increment === undefined ? "" : ` +${increment.toFixed(0)}%`}`);
      return task({ report }, { isCancellationRequested: isCancelled });
    },
    showInformationMessage: say("info"),
    showWarningMessage: say("warning"),
    showErrorMessage: say("error"),
  },
  commands: { executeCommand: (command: string) => void shown.push(command) },
}));

const { checkAll } = await import("../../client/extension/check-all.ts");
const { wordsIn } = await import("../../client/extension/words.ts");

const projects = [
  { project: { uri: "file:///a", name: "Épicerie" }, files: 1 },
  { project: { uri: "file:///b", name: "Shop" }, files: 3 },
];

interface Case {
  readonly found?: { readonly [uri: string]: Partial<CheckedProject> } | Error;
  readonly known?: typeof projects;
  readonly language?: string;
  readonly choice?: string;
  readonly isCancelled?: boolean;
}

async function checked({ found = {}, known = projects, language = "en", ...person }: Case): Promise<string> {
  shown.length = 0;
  choice = person.choice;
  isCancelled = person.isCancelled ?? false;
  const none = { error: 0, warning: 0, info: 0, waived: 0, files: 2, elements: 5 };
  const server = {
    projects: () => Promise.resolve({ projects: known }),
    check: ({ textDocument: { uri } }: { textDocument: { uri: string } }) =>
      found instanceof Error
        ? Promise.reject(found)
        : Promise.resolve({ projects: [{ project: { uri, name: uri }, ...none, ...found[uri] }] }),
  };
  const after = {
    showScorecard: () => void shown.push("the scorecard"),
    showLog: () => void shown.push("the log"),
  };
  // @ts-expect-error The stand-in has no more than is asked of it.
  await checkAll(server, wordsIn(language), after);
  return shown.join("\n");
}

test("project by project, with how far it is; what is found is shown", async () => {
  expect(await checked({ found: { "file:///b": { error: 1, warning: 2 } } })).toMatchInlineSnapshot(`
    "Checking the whole architecture
    Épicerie, 0 of 4 files
    Épicerie, 1 of 4 files +25%
    Shop, 1 of 4 files
    Shop, 4 of 4 files +75%
    workbench.panel.markers.view.focus
    warning: 1 error, 2 warnings, 0 for information, 0 waived, in 10 elements, 4 files and 2 projects. | Show Scorecard"
  `);
});

test("nothing is found, in French", async () => {
  expect(await checked({ language: "fr" })).toMatchInlineSnapshot(`
    "Vérification de toute l'architecture
    Épicerie, 0 sur 4 fichiers
    Épicerie, 1 sur 4 fichiers +25%
    Shop, 1 sur 4 fichiers
    Shop, 4 sur 4 fichiers +75%
    info: 0 erreur, 0 avertissement, 0 pour information, 0 dérogation, dans 10 éléments, 4 fichiers et 2 projets. | Afficher le tableau de bord"
  `);
});

test("the scorecard, if one likes", async () => {
  expect(await checked({ choice: "Show Scorecard" })).toMatch(/the scorecard$/);
});

test("what a file calls its project leads nowhere", async () => {
  const known = [{ project: { uri: "file:///a", name: "[all is well](command:quit)" }, files: 1 }];
  expect(await checked({ known })).toContain("[all is well]\u200b(command:quit), 0 of 1 file\n");
});

test("nowhere is an architecture", async () => {
  expect(await checked({ known: [] })).toMatchInlineSnapshot(`
    "Checking the whole architecture
    info: There is no architecture in this workspace: a folder with .bizarch files is one."
  `);
});

test("the server fails: the log says why", async () => {
  expect(await checked({ found: new Error("It is down."), choice: "Show Log" })).toMatchInlineSnapshot(`
    "Checking the whole architecture
    Épicerie, 0 of 4 files
    error: The language server did not answer: It is down. | Show Log
    the log"
  `);
});

test("what is taken back says nothing more", async () => {
  expect(await checked({ found: new Error("Cancelled."), isCancelled: true })).toMatchInlineSnapshot(`
    "Checking the whole architecture
    Épicerie, 0 of 4 files"
  `);
});
