import * as vscode from "vscode";
import type { RefactoringParams, RefactoringQuestion, RefactorParams } from "../../server/lsp/protocol.ts";
import { revealSource } from "./reveal.ts";
import type { Server } from "./server.ts";
import type { Words } from "./words.ts";
import { isHeard } from "./documents.ts";
import { reasonOf } from "./reason.ts";

/** What the refactorings need of the rest of the extension. */
export interface Workshop {
  readonly server: Pick<Server, "refactoring" | "refactor" | "applyEdit" | "locate" | "chosenRefactoring">;
  readonly words: Words;
}

/** The refactorings that have a command of their own; the light bulb offers them too. */
export const refactorings = [
  "moveStatement",
  "extractDomain",
  "makeSystemOfRecord",
  "mergeTools",
  "retireTool",
  "splitByStorey",
  "declareMissing",
] as const;

type Where = Pick<RefactoringParams, "textDocument" | "range" | "refactoring">;

/** Runs a refactoring on what is selected in the editor: asks what there is to ask, and says what came of it. */
export async function refactorHere(workshop: Workshop, refactoring: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor || !isHeard(editor.document))
    return void vscode.window.showInformationMessage(workshop.words.noEditor);
  const { document, selection } = editor;
  const { start, end } = selection;
  const where: Where = { textDocument: { uri: String(document.uri) }, range: { start, end }, refactoring };
  await guarded(workshop, async (token) => {
    const question = await workshop.server.refactoring(where, token);
    if (!question) return void vscode.window.showInformationMessage(workshop.words.noProject);
    if ("refused" in question) return void vscode.window.showWarningMessage(question.refused);
    const choice = await answered(workshop, where, question, token);
    if (choice !== undefined)
      await carryOut(workshop, { ...where, choice, version: document.version }, token);
  });
}

/** Carries out what was chosen in the light bulb's menu. */
export async function refactorChosen(workshop: Workshop): Promise<void> {
  const params = workshop.server.chosenRefactoring();
  if (params) await guarded(workshop, (token) => carryOut(workshop, params, token));
}

/** A choice, or what is typed instead of one; undefined where the person thinks better of it. */
async function answered(
  workshop: Workshop,
  where: Where,
  { prompt, choices, free }: RefactoringQuestion,
  token: vscode.CancellationToken,
): Promise<string | undefined> {
  const [first, ...others] = choices;
  if (others.length === 0 && !free) return first?.id;
  const chosen = others.length > 0 ? await picked(workshop.words, prompt, choices, free !== undefined) : {};
  if (!chosen || !free || "id" in chosen) return chosen?.id;
  return vscode.window.showInputBox({
    title: prompt,
    prompt: free.prompt,
    value: chosen.typed === undefined || chosen.typed === "" ? free.suggested : chosen.typed,
    validateInput: async (text) => {
      const answer = await workshop.server.refactoring({ ...where, choice: text }, token);
      if (!answer) return workshop.words.noProject;
      return "refused" in answer ? answer.refused : answer.flaw;
    },
  });
}

/** One of some choices; what was typed so far where it is to be something else; undefined where it is to be nothing. */
function picked(
  words: Words,
  title: string,
  choices: RefactoringQuestion["choices"],
  isFree: boolean,
): Promise<{ readonly id?: string; readonly typed?: string } | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly id?: string }>();
  pick.title = title;
  pick.matchOnDescription = true;
  const known = choices.map(({ id, label, detail = "" }) => ({ id, label, description: detail }));
  pick.items = [...known, ...(isFree ? [{ label: `$(edit) ${words.other}`, alwaysShow: true }] : [])];
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      const [item] = pick.selectedItems;
      if (!item) return;
      resolve(item.id === undefined ? { typed: pick.value } : { id: item.id });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function carryOut(
  { server, words }: Workshop,
  params: RefactorParams,
  token: vscode.CancellationToken,
): Promise<void> {
  const done = await server.refactor(params, token);
  if (!done) return void vscode.window.showInformationMessage(words.noProject);
  if ("refused" in done) return void vscode.window.showWarningMessage(done.refused);
  if (!(await server.applyEdit(done.edit))) return void vscode.window.showWarningMessage(words.notApplied);
  if (done.notes.length > 0) await tell({ server, words }, params, done.notes, token);
}

/** What is lost, or left without something, as a list that leads there. It stays until it is read. */
async function tell(
  { server, words }: Workshop,
  { textDocument }: RefactorParams,
  notes: readonly { readonly message: string; readonly element: string }[],
  token: vscode.CancellationToken,
): Promise<void> {
  const items = notes.map(({ message, element }) => ({ label: message, element }));
  const options = { title: words.notes(notes.length), placeHolder: words.goToNote, ignoreFocusOut: true };
  const chosen = await vscode.window.showQuickPick(items, options);
  const place = chosen && (await server.locate({ textDocument, name: chosen.element }, token));
  if (place) await revealSource(place, undefined);
}

/** A refusal of the server is told; one because of a keystroke in between too. */
async function guarded(
  { words }: Workshop,
  run: (token: vscode.CancellationToken) => Promise<void>,
): Promise<void> {
  const source = new vscode.CancellationTokenSource();
  try {
    await run(source.token);
  } catch (error) {
    void vscode.window.showErrorMessage(words.failed(reasonOf(error)));
  } finally {
    source.dispose();
  }
}
