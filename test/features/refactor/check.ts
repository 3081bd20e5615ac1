import type { Refactoring } from "../../../server/features/refactor/refactoring.ts";
import type { Edit } from "../../../server/model/edit.ts";
import { fileAt } from "../../../server/model/edit.ts";
import type { Model } from "../../../server/model/model.ts";
import { checker, type Asked } from "../../support/check.ts";
import { shortPath } from "../../support/fixture.ts";
import { carriedOut } from "./carried-out.ts";

/** What a refactoring offers at the cursor, one line each; and the files that a choice changes, with what is told of it. */
export function checking(refactoring: Refactoring) {
  return {
    offers: checker(({ model, at }) => {
      const question = refactoring.ask(model, selectionIn(model, at));
      if ("refused" in question) return `✗ ${question.refused.en}`;
      return question.choices
        .filter(({ likely }) => likely)
        .slice(0, refactoring.most)
        .map(({ title }) => title.en)
        .join("\n");
    }),
    run: (choice: string, text: string, expected: string) =>
      checker(({ model, at }) => {
        const done = refactoring.run(model, selectionIn(model, at), choice);
        if ("refused" in done) return `✗ ${done.refused.en}`;
        const notes = done.notes.map(({ message }) => `! ${message.en}`);
        return [...notes, ...changedFiles(model, done.edits)].join("\n");
      })(text, expected),
  };
}

/** From the cursor to `$$`, where the text has one; that mark is a comment, and stays. */
function selectionIn(model: Model, { path, offset }: Asked["at"]) {
  const end = fileAt(model, path)?.text.indexOf("/*end*/", offset) ?? -1;
  return { path, span: { start: offset, end: end < 0 ? offset : end } };
}

function changedFiles(model: Model, edits: readonly Edit[]): readonly string[] {
  return carriedOut(model, edits)
    .project.files.filter(({ path, text }) => fileAt(model, path)?.text !== text)
    .map(({ path, text }) => `//- ${shortPath(path)}\n${text.replaceAll("\r", "␍").trimEnd()}`);
}
