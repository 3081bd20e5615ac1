import * as vscode from "vscode";
import type { ComparedMark } from "../../../server/lsp/compare-protocol.ts";
import type { Comparison } from "./comparison.ts";
import { signIcon, type MarkPart } from "./gutter-icon.ts";

/** Where marks are shown, as `scm.diffDecorations` has it for changes of the text. */
type Shown = "all" | "gutter" | "overview" | "none";

/**
 * Marks, beside the line numbers and in the overview ruler, on the lines that mean something else than in the base. They have
 * a sign each, and stand in a place of their own: the editor's marks for changed text stay what they are.
 */
export function gutterMarks(comparison: Comparison): vscode.Disposable {
  let types = decorationTypes(shownAs());
  let marks = marksOf(comparison);
  const paint = (editor: vscode.TextEditor): void => {
    const own = marks.get(String(editor.document.uri)) ?? [];
    const parts = own.flatMap((mark) => partsOf(mark, editor.document));
    for (const [part, type] of types) {
      editor.setDecorations(
        type,
        parts.filter(({ name }) => name === part).map(({ options }) => options),
      );
    }
  };
  const paintAll = (): void => {
    for (const editor of vscode.window.visibleTextEditors) paint(editor);
  };
  const forget = (): void => {
    for (const type of types.values()) type.dispose();
  };
  const all = vscode.Disposable.from(
    comparison.onChanged(() => {
      marks = marksOf(comparison);
      paintAll();
    }),
    vscode.window.onDidChangeVisibleTextEditors(paintAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration("bizarch.compare.decorations")) return;
      forget();
      types = decorationTypes(shownAs());
      paintAll();
    }),
  );
  return {
    dispose: () => {
      forget();
      all.dispose();
    },
  };
}

/** The marks by the URI of their document, as the editor spells it. */
function marksOf({ known }: Comparison): ReadonlyMap<string, readonly ComparedMark[]> {
  const byUri = new Map<string, ComparedMark[]>();
  for (const mark of (known?.result.projects ?? []).flatMap(({ marks }) => marks)) {
    const others = byUri.get(mark.uri);
    if (others) others.push(mark);
    else byUri.set(mark.uri, [mark]);
  }
  return new Map([...byUri].map(([uri, marks]) => [String(vscode.Uri.parse(uri, true)), marks]));
}

function shownAs(): Shown {
  return vscode.workspace.getConfiguration("bizarch.compare").get<Shown>("decorations", "all");
}

type PartName = `${ComparedMark["change"]} ${MarkPart}`;

interface Part {
  readonly name: PartName;
  readonly options: vscode.DecorationOptions;
}

/** The first line of a mark has its sign and tells what changed; those below it are joined to it. */
function partsOf({ from, to, change, said }: ComparedMark, document: vscode.TextDocument): readonly Part[] {
  const last = Math.min(to, document.lineCount - 1);
  const first = Math.min(from, last);
  const text = new vscode.MarkdownString();
  for (const [index, line] of said.entries()) text.appendText(index === 0 ? line : `\n\n${line}`);
  const head: Part = {
    name: `${change} sign`,
    options: { range: document.lineAt(first).range, hoverMessage: text },
  };
  if (last === first) return [head];
  const range = new vscode.Range(document.lineAt(first + 1).range.start, document.lineAt(last).range.end);
  return [head, { name: `${change} bar`, options: { range } }];
}

const CHANGES = ["added", "changed", "removed"] as const;
const COLOURS = {
  added: "editorOverviewRuler.addedForeground",
  changed: "editorOverviewRuler.modifiedForeground",
  removed: "editorOverviewRuler.deletedForeground",
} as const;

function decorationTypes(shown: Shown): ReadonlyMap<PartName, vscode.TextEditorDecorationType> {
  const types = CHANGES.flatMap((change) =>
    (["sign", "bar"] as const).map((part) => [`${change} ${part}`, typeOf(change, part, shown)] as const),
  );
  return new Map<PartName, vscode.TextEditorDecorationType>(types);
}

function typeOf(
  change: ComparedMark["change"],
  part: MarkPart,
  shown: Shown,
): vscode.TextEditorDecorationType {
  const inGutter = shown === "all" || shown === "gutter";
  const inRuler = shown === "all" || shown === "overview";
  return vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    ...(inRuler && {
      overviewRulerColor: new vscode.ThemeColor(COLOURS[change]),
      overviewRulerLane: vscode.OverviewRulerLane.Center,
    }),
    ...(inGutter && {
      gutterIconSize: "contain",
      light: { gutterIconPath: vscode.Uri.parse(signIcon(change, part, "light")) },
      dark: { gutterIconPath: vscode.Uri.parse(signIcon(change, part, "dark")) },
    }),
  });
}
