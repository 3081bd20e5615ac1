import type { Message } from "../../../grammar/finding.ts";
import { isName } from "../../../grammar/tokens.ts";
import type { Model } from "../../model/model.ts";
import { namespaceOf } from "../../model/reference.ts";
import { renameWords } from "../rename-words.ts";
import { refactorWords as say } from "./refactor-words.ts";

/** Why something new at the top of a file cannot be called so; undefined where it can. */
export function newNameFlaw(model: Model, path: string, name: string): Message | undefined {
  if (!isName(name)) return renameWords.invalid(name);
  return model.byName.has(namespaceOf(model, path) + name) ? say.taken(name) : undefined;
}
