import * as vscode from "vscode";
import type { LensLead } from "../../server/lsp/protocol.ts";
import { revealSource } from "./reveal.ts";

type Place = LensLead["from"];

/** Goes where a lens above an element leads: to another element, to several, to the problems, to the picture. */
export async function followLens(lead: unknown, openDiagram: (uri: vscode.Uri) => void): Promise<void> {
  if (!isLead(lead)) return;
  const { to, from, places } = lead;
  const [only] = places;
  switch (to) {
    case "diagram": {
      // The picture marks what the cursor is on.
      await revealSource(from, undefined);
      return openDiagram(vscode.Uri.parse(from.uri, true));
    }
    case "findings":
      await vscode.commands.executeCommand("workbench.actions.view.problems");
      return;
    case "element":
      if (only) await revealSource(only, undefined);
      return;
    case "elements": {
      const { uri, position } = locationOf(from);
      const locations = places.map((place) => {
        const { uri: target, range } = locationOf(place);
        return new vscode.Location(target, range);
      });
      await vscode.commands.executeCommand("editor.action.showReferences", uri, position, locations);
    }
  }
}

function locationOf({ uri, range: { start, end } }: Place): {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
  readonly range: vscode.Range;
} {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return { uri: vscode.Uri.parse(uri, true), position: range.start, range };
}

/** The argument comes from our own server, by way of a command that anybody may call. */
function isLead(lead: unknown): lead is LensLead {
  return typeof lead === "object" && lead !== null && "to" in lead && "from" in lead && "places" in lead;
}
