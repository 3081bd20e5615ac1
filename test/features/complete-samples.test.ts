import { expect, test } from "vitest";
import { kinds } from "../../grammar/schema.ts";
import type { SourceFile } from "../../grammar/text.ts";
import { Colon, Dot, Name, tokenize } from "../../grammar/tokens.ts";
import { complete } from "../../server/features/complete.ts";
import { modelOf } from "../../server/model/link.ts";
import { projectOf, snapshotOf, withFile } from "../../server/model/snapshot.ts";
import { FIXTURE_SETTINGS } from "../support/fixture.ts";
import { sampleFiles } from "../support/samples.ts";

const SAMPLE = "retail-drift";

/** A word, or a dotted name, and where it begins. */
interface Word {
  readonly text: string;
  readonly at: number;
}

/** The words of a file that name something known: not what a statement declares, nor an attribute. */
function knownWords({ text }: SourceFile): readonly Word[] {
  const tokens = tokenize(text);
  const heads = new Set<string>(kinds.filter(({ ends }) => !ends).map(({ name }) => name));
  const words: Word[] = [];
  for (let first = 0; first < tokens.length; first++) {
    const token = tokens[first];
    if (token?.tokenType !== Name) continue;
    const before = tokens[first - 1];
    let last = first;
    while (tokens[last + 1]?.tokenType === Dot && tokens[last + 2]?.tokenType === Name) last += 2;
    const end = tokens[last];
    const isDeclared = before?.tokenType === Name && heads.has(before.image);
    const isAttribute = tokens[last + 1]?.tokenType === Colon;
    first = last;
    if (!end || isDeclared || isAttribute || before?.image === "namespace") continue;
    const word = text.slice(token.startOffset, end.startOffset + end.image.length);
    words.push({ text: word, at: token.startOffset });
  }
  return words;
}

test("every word of a sample that is said twice would have been offered after its first letter", () => {
  const files = sampleFiles.filter(({ path }) => path.startsWith(`${SAMPLE}/`));
  const snapshot = snapshotOf(files, [SAMPLE], FIXTURE_SETTINGS);
  const everyWord = files.flatMap(knownWords).map(({ text }) => text);
  const isSaidTwice = (word: string): boolean => everyWord.filter((one) => one === word).length > 1;
  const lastOf = (name: string): string | undefined => name.split(".").at(-1);
  const missing = files.flatMap((file) =>
    knownWords(file).filter(({ text: word, at }) => {
      if (!isSaidTwice(word)) return false;
      const text = file.text.slice(0, at + 1) + file.text.slice(at + word.length);
      const project = projectOf(withFile(snapshot, file.path, text), file.path);
      const items = project ? complete(modelOf(project), { path: file.path, offset: at + 1 }).items : [];
      // A name may be written shorter or longer than it is here.
      return !items.some(({ label }) => lastOf(label) === lastOf(word));
    }),
  );
  expect(everyWord.length).toBeGreaterThan(400);
  expect(missing).toEqual([]);
});
