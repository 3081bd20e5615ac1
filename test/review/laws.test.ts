import fc from "fast-check";
import { expect, test } from "vitest";
import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import { snapshotOf, withFile, type Snapshot } from "../../server/model/snapshot.ts";
import { apply, plain } from "../../server/review/apply.ts";
import type { Changes } from "../../server/review/changes.ts";
import { diff } from "../../server/review/diff.ts";
import { fixture, FIXTURE_SETTINGS, projectIn } from "../support/fixture.ts";
import { statements } from "./arbitrary.ts";

function model(files: readonly string[]): Model {
  const text = files.map((file, index) => `//- f${String(index)}.bizarch\n${file}`).join("\n");
  return modelOf(projectIn(fixture(text)));
}

const PATH = "/a.bizarch";

const one = (lines: readonly string[]): Model => model([lines.join("\n")]);

test("an architecture does not differ from itself", () => {
  fc.assert(
    fc.property(statements, (lines) => {
      const { elements, relations } = diff(one(lines), one(lines));
      expect([elements, relations]).toEqual([[], []]);
    }),
  );
});

test("order, files, layout and comments never matter", () => {
  const shuffled = statements.chain((lines) =>
    fc.record({
      lines: fc.constant(lines),
      mixed: fc.shuffledSubarray(lines, { minLength: lines.length }),
      cut: fc.nat({ max: lines.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ lines, mixed, cut }) => {
      const spread = mixed.map(
        (line) => `// noted\n\n${line.replaceAll("; ", "\n    ").replaceAll(" {", "\n{ /* here */ ")}`,
      );
      const files = [spread.slice(0, cut).join("\n"), spread.slice(cut).join("\n\n")];
      const { elements, relations } = diff(one(lines), model(files));
      expect([elements, relations]).toEqual([[], []]);
    }),
  );
});

test("what changed, done to the old, gives the new", () => {
  fc.assert(
    fc.property(statements, statements, (before, after) => {
      const [base, head] = [one(before), one(after)];
      expect(apply(base, diff(base, head))).toEqual(plain(head));
    }),
    { numRuns: 300 },
  );
});

/** The text of a state, and of what an edit makes of it. */
const edits = fc.tuple(statements, statements).chain(([lines, more]) =>
  fc.record({
    before: fc.constant(lines.join("\n")),
    after: fc.tuple(fc.subarray(lines), fc.subarray(more)).map((parts) => parts.flat().join("\n")),
  }),
);

/** Both states, with what they share read once; and the later one as if it was read by itself. */
function shared({ before, after }: { readonly before: string; readonly after: string }) {
  const base = snapshotOf([{ path: PATH, text: before }], [], FIXTURE_SETTINGS);
  const afresh = snapshotOf([{ path: PATH, text: after }], [], FIXTURE_SETTINGS);
  const old = only(base);
  return { old, edited: only(withFile(base, PATH, after)), afresh: only(afresh) };
}

test("what both states share changes none of this", () => {
  fc.assert(
    fc.property(edits, (edit) => {
      const { old, edited } = shared(edit);
      const changes = diff(old, edited);
      expect(apply(old, changes)).toEqual(plain(edited));
      expect(facts(changes)).toEqual(facts(mirrored(diff(edited, old))));
    }),
    { numRuns: 300 },
  );
});

test("where each name is borne once, it is told as if each state was read by itself", () => {
  fc.assert(
    fc.property(edits, (edit) => {
      const { old, edited, afresh } = shared(edit);
      fc.pre([old, edited].every(isEachOnce));
      expect(told(diff(old, edited))).toEqual(told(diff(old, afresh)));
    }),
    { numRuns: 300 },
  );
});

function only({ projects }: Snapshot): Model {
  const [project] = projects.values();
  if (!project) throw new Error("no project");
  return modelOf(project);
}

function isEachOnce({ elements }: Model): boolean {
  return new Set(elements.map(({ name }) => name)).size === elements.length;
}

function told({ elements, relations, renames }: Changes): unknown {
  return {
    elements: elements.map(({ before, after, ...change }) => [change, before?.name, after?.name]),
    relations: relations.map(({ source, ...change }) => [change, source.name]),
    renames: [...renames],
  };
}

test("so it does where no rename is believed, and then nothing is renamed", () => {
  fc.assert(
    fc.property(statements, statements, (before, after) => {
      const [base, head] = [one(before), one(after)];
      const changes = diff(base, head, { renames: false });
      expect(apply(base, changes)).toEqual(plain(head));
      expect([changes.renames.size, changes.elements.filter(({ change }) => change === "renamed")]).toEqual([
        0,
        [],
      ]);
    }),
    { numRuns: 300 },
  );
});

test("the other way round it is the mirror image", () => {
  fc.assert(
    fc.property(statements, statements, (before, after) => {
      const [base, head] = [one(before), one(after)];
      expect(facts(diff(base, head))).toEqual(facts(mirrored(diff(head, base))));
    }),
    { numRuns: 300 },
  );
});

const OTHER = { added: "removed", removed: "added", changed: "changed", renamed: "renamed" } as const;

function mirrored(changes: Changes): Changes {
  return {
    ...changes,
    elements: changes.elements.map((change) => ({
      ...change,
      change: OTHER[change.change],
      id: change.was ?? change.id,
      was: change.was === undefined ? undefined : change.id,
      properties: change.properties.map(({ name: property, before, after }) => {
        return { name: property, before: after, after: before, meaning: undefined };
      }),
    })),
    relations: changes.relations.map((relation) => ({ ...relation, change: OTHER[relation.change] })),
  };
}

/** What a reader is told, in no order. Relations by the names of either side, since those are what a rename changes. */
function facts({ elements, relations }: Changes): readonly string[] {
  const told = elements.map(({ change, kind, id, was, properties }) => {
    const said = properties.map(({ name: property, before, after }) =>
      JSON.stringify([property, before, after]),
    );
    return JSON.stringify([change, kind, id, was, said.toSorted()]);
  });
  const joined = relations.map(({ change, type, wall, stays }) =>
    JSON.stringify([change, type, wall, stays]),
  );
  return [...told, ...joined].toSorted();
}
