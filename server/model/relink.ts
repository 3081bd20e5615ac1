import { common } from "../../grammar/common.ts";
import type { Change } from "./change.ts";
import { declaredIn } from "./elements.ts";
import type { Model } from "./model.ts";
import { MOST_SUGGESTIONS } from "./names.ts";
import { outlineOf, type Outline } from "./outline.ts";
import { Relinker, type EditedFile, type Known, type Pair } from "./relinker.ts";
import type { Project } from "./snapshot.ts";

const knownOf = new WeakMap<Model, Known>();

/** Keeps what linking knew, for the next time. */
export function remember(model: Model, known: Known): void {
  knownOf.set(model, known);
}

const changeOf = new WeakMap<Model, Change>();

/** How a model differs from the one that it was linked from; undefined where it was linked afresh. */
export function changeIn(model: Model): Change | undefined {
  return changeOf.get(model);
}

/**
 * The model after an edit that leaves every name as it was, from the model before it: the statements that were edited are
 * linked, and what leads to them is led to what they are now. Undefined where the edit is felt elsewhere: a name that
 * comes or goes may change what any reference means.
 */
export function relink(before: Model, project: Project): Model | undefined {
  const known = knownOf.get(before);
  if (!known || !isSameFrame(before.project, project)) return undefined;
  if (before.findings.filter(({ rule }) => rule === "unknown-reference").length >= MOST_SUGGESTIONS)
    return undefined;
  const edits: EditedFile[] = [];
  for (const [index, file] of project.files.entries()) {
    const old = before.project.files[index];
    if (!old || old === file) continue;
    const edit = editedFile(outlineOf(old), outlineOf(file));
    if (edit.was.prefix !== edit.now.prefix) return undefined;
    edits.push(edit);
  }
  const pairs = edits.map((edit) => pairsIn(edit, known.shared));
  if (pairs.some((some) => some === undefined)) return undefined;
  const all = pairs.flatMap((some) => some ?? []);
  const relinked = new Relinker({ before, known, project, edits, pairs: all }).link();
  if (!relinked) return undefined;
  const { model, targets, change } = relinked;
  remember(model, { ...known, targets });
  changeOf.set(model, change);
  return model;
}

/** Whether two projects are alike in all but the texts of their files. */
function isSameFrame(before: Project, now: Project): boolean {
  return (
    before.root === now.root &&
    before.config === now.config &&
    before.settings === now.settings &&
    before.files.length === now.files.length &&
    before.files.every(({ path }, index) => path === now.files[index]?.path)
  );
}

function editedFile(was: Outline, now: Outline): EditedFile {
  const { head, tail } = common(was.readings, now.readings);
  const edited = <Item>(list: readonly Item[]): readonly Item[] => list.slice(head, list.length - tail);
  return {
    was,
    now,
    gone: edited(was.readings),
    come: edited(now.readings),
    undeclared: edited(declaredIn(was)).flat(),
    declared: edited(declaredIn(now)).flat(),
  };
}

/** The elements that were edited; undefined where one of them has another name now, or a name that others bear too. */
function pairsIn(edit: EditedFile, shared: ReadonlySet<string>): readonly Pair[] | undefined {
  const { gone, come, undeclared, declared, now: outline } = edit;
  if ([...gone, ...come].some(({ policy, ghosts }) => policy.length + ghosts.length > 0)) return undefined;
  if (undeclared.length !== declared.length) return undefined;
  const pairs = declared.flatMap((now, index) => {
    const was = undeclared[index];
    return was ? [{ was, now, outline }] : [];
  });
  return pairs.every((pair) => isSameName(pair) && !shared.has(pair.now.name)) ? pairs : undefined;
}

function isSameName({ was, now }: Pair): boolean {
  return was.kind === now.kind && was.name === now.name;
}
