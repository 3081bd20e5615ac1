import * as vscode from "vscode";
import type { Words } from "./words.ts";

/** A rule that found something, with the page that explains it. */
interface Found {
  readonly rule: string;
  readonly page: vscode.Uri;
  readonly message: string;
}

/** Opens the page of a rule: of the one whose finding the cursor is on, else of one that is chosen. */
export async function explainRule(words: Words): Promise<void> {
  const here = findingsAtCursor();
  const rules = here.length > 0 ? here : allFindings();
  const [first] = rules;
  if (!first) return void vscode.window.showInformationMessage(words.noFinding);
  const chosen = rules.length === 1 ? first : await choose(rules, words.chooseRule);
  if (chosen) await vscode.env.openExternal(chosen.page);
}

async function choose(rules: readonly Found[], placeHolder: string): Promise<Found | undefined> {
  const items = rules.map((found) => ({ label: found.rule, detail: found.message, found }));
  const options = { placeHolder, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.found;
}

function findingsAtCursor(): readonly Found[] {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return [];
  const { active } = editor.selection;
  const here = vscode.languages.getDiagnostics(editor.document.uri);
  return rulesOf(here.filter(({ range }) => range.contains(active)));
}

function allFindings(): readonly Found[] {
  const all = vscode.languages.getDiagnostics().flatMap(([, diagnostics]) => diagnostics);
  return rulesOf(all).toSorted((a, b) => a.rule.localeCompare(b.rule));
}

/** Each rule once, with its first message. */
function rulesOf(diagnostics: readonly vscode.Diagnostic[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { source, code, message } of diagnostics) {
    if (source !== "bizarch" || typeof code !== "object") continue;
    const rule = String(code.value);
    if (!found.has(rule)) found.set(rule, { rule, page: code.target, message });
  }
  return [...found.values()];
}
