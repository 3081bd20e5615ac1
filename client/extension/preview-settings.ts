import * as vscode from "vscode";

/** How the diagram and the text go together; named as those of the Markdown preview. */
export interface PreviewSettings {
  /** The shape of the element at the cursor is marked. */
  readonly markEditorSelection: boolean;
  /** The marked shape is brought into sight. */
  readonly scrollPreviewWithEditor: boolean;
  /** The source of a shape that is chosen is brought into sight. */
  readonly scrollEditorWithPreview: boolean;
  /** A double click goes to the source, in the place of showing what is around. */
  readonly doubleClickToSwitchToEditor: boolean;
}

/** As they are at the moment. */
export function previewSettings(): PreviewSettings {
  const settings = vscode.workspace.getConfiguration("bizarch.preview");
  return {
    markEditorSelection: settings.get("markEditorSelection", true),
    scrollPreviewWithEditor: settings.get("scrollPreviewWithEditor", true),
    scrollEditorWithPreview: settings.get("scrollEditorWithPreview", true),
    doubleClickToSwitchToEditor: settings.get("doubleClickToSwitchToEditor", false),
  };
}
