import {
  DefinitionRequest,
  DocumentHighlightKind,
  DocumentHighlightRequest,
  ReferencesRequest,
  WorkspaceSymbolRequest,
  type LocationLink,
  type SymbolInformation,
} from "vscode-languageserver";
import { declared, definition } from "../features/definition.ts";
import { documentHighlight, type Highlight } from "../features/document-highlight.ts";
import { references } from "../features/references.ts";
import { workspaceSymbols } from "../features/workspace-symbols.ts";
import { modelOf } from "../model/link.ts";
import { answer, answerAt, type Row } from "./answer.ts";
import { clientLocation, locationOf, rangeOf } from "./convert.ts";
import { SYMBOLS } from "./symbol-kinds.ts";

/** Where things are, and how one gets there. */
export const navigationRows: readonly Row[] = [
  answerAt(
    DefinitionRequest.type,
    () => ({ definitionProvider: true }),
    ({ model, at, file, client, state }) => {
      const found = definition(model, at);
      if (!found) return null;
      const { path, name, whole } = found.to;
      const target = clientLocation(state, model, path, name);
      if (!client.links) return target;
      const link: LocationLink = {
        originSelectionRange: rangeOf(file, found.span),
        targetUri: target.uri,
        targetRange: locationOf(model, path, whole).range,
        targetSelectionRange: target.range,
      };
      return [link];
    },
  ),
  answerAt(
    ReferencesRequest.type,
    () => ({ referencesProvider: true }),
    ({ model, at, state }, { context }) => {
      const declarations = context.includeDeclaration ? "with declarations" : "without declarations";
      const found = references(model, at, declarations);
      return found?.map(({ path, span }) => clientLocation(state, model, path, span)) ?? null;
    },
  ),
  answerAt(
    DocumentHighlightRequest.type,
    () => ({ documentHighlightProvider: true }),
    ({ model, at, file }) => {
      const found = documentHighlight(model, at);
      return found?.map(({ span, use }) => ({ range: rangeOf(file, span), kind: HIGHLIGHTS[use] })) ?? null;
    },
  ),
  answer(
    WorkspaceSymbolRequest.type,
    () => ({ workspaceSymbolProvider: true }),
    ({ state }, { query }): SymbolInformation[] => {
      const models = [...state.snapshot.projects.values()].map(modelOf);
      return workspaceSymbols(models, query).map(({ model, element, container }) => ({
        name: element.name,
        kind: SYMBOLS[element.kind.name],
        containerName: container,
        location: clientLocation(state, model, element.path, declared(model, element).name),
      }));
    },
  ),
];

const HIGHLIGHTS: Readonly<Record<Highlight["use"], DocumentHighlightKind>> = {
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
};
