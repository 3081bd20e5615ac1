import type { SourceFile } from "../../grammar/text.ts";
import { modelOf } from "../../server/model/link.ts";
import type { Model } from "../../server/model/model.ts";
import type { Place } from "../../server/model/place.ts";
import {
  projectOf,
  snapshotOf,
  type Project,
  type Snapshot,
  type Wishes,
} from "../../server/model/snapshot.ts";

/**
 * A workspace in one string.
 *
 *     //- data.bizarch         opens a file; what comes before the first one is `main.bizarch`
 *     //- data.bizarch crlf    its lines end in CRLF
 *     tool $0pim               the cursor, which is taken out before anybody reads the text
 *
 * The indentation that the lines of a file have in common is not part of it.
 */
export interface Fixture {
  readonly files: readonly SourceFile[];
  readonly snapshot: Snapshot;
  readonly cursor: Place | undefined;
}

/** The folder that is open, in which all files of a fixture stand. */
export const ROOT = "/project";

export const FIXTURE_SETTINGS: Wishes = { today: "2026-06-30", locale: undefined, profile: undefined };

export function fixture(text: string, settings: Partial<Wishes> = {}): Fixture {
  const marked = cut(unindent(text));
  const files = marked.map(({ path, text }) => ({ path, text: text.replace("$0", "") }));
  const at = marked.find((file) => file.text.includes("$0"));
  const cursor = at && { path: at.path, offset: at.text.indexOf("$0") };
  return { files, cursor, snapshot: snapshotOf(files, [ROOT], { ...FIXTURE_SETTINGS, ...settings }) };
}

/** The project of the file with the cursor, else of the first file. */
export function projectIn({ files, snapshot, cursor }: Fixture): Project {
  const path = cursor?.path ?? files[0]?.path ?? "";
  const project = projectOf(snapshot, path);
  if (!project) throw new Error(`The fixture has no project for '${path}'.`);
  return project;
}

export function modelIn(fixture: Fixture): Model {
  return modelOf(projectIn(fixture));
}

/** The cursor of a fixture that must have one. */
export function cursorIn({ cursor }: Fixture): Place {
  if (!cursor) throw new Error("The fixture has no '$0'.");
  return cursor;
}

/** The path of a fixture's file as the fixture writes it. */
export function shortPath(path: string): string {
  return path.startsWith(`${ROOT}/`) ? path.slice(ROOT.length + 1) : path;
}

/** A text without the blank lines around it and the indentation that its lines have in common. */
export function unindent(text: string): string {
  const lines = text.replace(/^[ \t]*\n/, "").replace(/\n[ \t]*$/, "\n");
  return outdented(lines.split("\n")).join("\n");
}

function outdented(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => line.trim() !== "");
  const common = Math.min(...written.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(common));
}

const HEADER = /^\s*\/\/- (\S+)( crlf)?$/;

interface Draft {
  readonly path: string;
  readonly crlf: boolean;
  readonly lines: string[];
}

function cut(text: string): readonly SourceFile[] {
  const files: Draft[] = [];
  let current: Draft = { path: `${ROOT}/main.bizarch`, crlf: false, lines: [] };
  for (const line of text.split("\n")) {
    const header = HEADER.exec(line);
    if (header) {
      current = { path: `${ROOT}/${header[1] ?? ""}`, crlf: header[2] !== undefined, lines: [] };
      files.push(current);
    } else {
      if (files.length === 0) files.push(current);
      current.lines.push(line);
    }
  }
  return files.map(({ path, crlf, lines }) => ({ path, text: outdented(lines).join(crlf ? "\r\n" : "\n") }));
}
