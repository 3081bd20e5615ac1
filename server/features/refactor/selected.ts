import { once } from "../../../grammar/once.ts";
import { syntaxOf } from "../../../grammar/parse.ts";
import type { Storey } from "../../../grammar/schema.ts";
import type { SourceFile } from "../../../grammar/text.ts";
import type { Statement } from "../../../grammar/tree.ts";
import { fileAt } from "../../model/edit.ts";
import type { Element, Model } from "../../model/model.ts";
import { elementAt, topAt, type Top } from "../../model/place.ts";
import { outlineOf } from "../../model/outline.ts";
import { refactorWords as say } from "./refactor-words.ts";
import type { Refused, Selection } from "./refactoring.ts";
import { isWhole } from "./stretch.ts";

/** The statements at the top of a file that are selected, or in which the cursor is; `namespace` is none. */
export function topsIn(model: Model, { path, span }: Selection): readonly Top[] {
  const file = fileAt(model, path);
  if (!file || file === model.project.configFile) return [];
  if (span.start === span.end) {
    const top = topAt(model, { path, offset: span.start });
    return top && isOurs(top.statement) ? [top] : [];
  }
  const { statements, starts } = syntaxOf(file);
  return statements.flatMap((statement, index) => {
    const start = starts[index] ?? 0;
    const isIn = start < span.end && span.start < start + statement.span.end;
    return isIn && isOurs(statement) ? [{ file, statement, start }] : [];
  });
}

/** Whether the selection begins where an element is named: between its kind and its block. */
export function isAtHead(model: Model, { path, span }: Selection): boolean {
  const top = topAt(model, { path, offset: span.start });
  const element = elementAt(model, { path, offset: span.start });
  if (!top || !element) return false;
  const { block } = element.declaration.statement;
  return block === undefined || span.start <= top.start + block.span.start;
}

function isOurs({ head }: Statement): boolean {
  return head.text !== "namespace";
}

/** The tool in which the selection begins; or why it cannot be changed: there is none, or it could not be read whole. */
export function wholeTool(model: Model, { path, span }: Selection): Element | Refused {
  const file = fileAt(model, path);
  const tool = elementAt(model, { path, offset: span.start });
  if (!file || tool?.kind.name !== "tool") return { refused: say.noTool() };
  return isWhole(file, tool.declaration.top) ? tool : { refused: say.broken() };
}

/** A file as it is called in its project: `how/tools.bizarch`. */
export function shortOf({ project }: Model, path: string): string {
  return path.startsWith(`${project.root}/`)
    ? path.slice(project.root.length + 1)
    : (path.split("/").at(-1) ?? path);
}

/** The folder of a path. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/"));
}

/** A path in a folder that no file of the project has yet: the wanted one, or that with a number. */
export function freePath(model: Model, folder: string, stem: string): string {
  let path = `${folder}/${stem}.bizarch`;
  for (let count = 2; fileAt(model, path); count++) path = `${folder}/${stem}-${String(count)}.bizarch`;
  return path;
}

/** Whether a project would take up a new file at a path. */
export function isInProject({ project }: Model, path: string): boolean {
  const { root, config } = project;
  return path.startsWith(`${root}/`) && config.includes(path.slice(root.length + 1));
}

/** The storey of what a statement at the top declares; a policy is of meta. Undefined for what is neither. */
export function storeyOf(file: SourceFile, statement: Statement): Storey | undefined {
  if (statement.head.text === "policy") return "meta";
  return storeys(file).get(statement);
}

const storeys = once((file: SourceFile): ReadonlyMap<Statement, Storey> => {
  const { readings } = outlineOf(file);
  return new Map(
    readings.flatMap(({ top, declarations: [first] }) => (first ? [[top, first.kind.storey] as const] : [])),
  );
});
