import { lstatSync, readFileSync } from "node:fs";
import { parsePins } from "../../pins/pin-file.ts";
import { LARGEST_PIN_FILE, pinPath } from "../../pins/pin-path.ts";
import { NO_PINS, type Pins } from "../../pins/pin.ts";
import type { Message } from "../../../grammar/finding.ts";
import { cliMessages as say } from "../messages.ts";

/**
 * Which shapes of a view were moved by hand, as the side file in the folder of its project says; none where there is no such
 * file. One that cannot be read spoils no picture: `tell` is told what is wrong with it.
 */
export function movedByHand(root: string, view: string, tell: (message: Message) => void): Pins {
  const file = pinPath(view);
  const text = textOf(`${root}/${file}`);
  if (text === undefined) return NO_PINS;
  if (text === "unreadable") {
    tell(say.pinsUnreadable(file));
    return NO_PINS;
  }
  const { pins, flaws } = parsePins(text.read);
  if (flaws.length > 0) tell(say.pinsFlawed(file, flaws));
  return pins;
}

/**
 * The text of a file; undefined where there is none, or no folder that could have one, since a project may be a single file.
 * A link is none: nothing outside of the project is read.
 */
function textOf(path: string): { readonly read: string } | "unreadable" | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    if (!stats.isFile() || stats.size > LARGEST_PIN_FILE) return "unreadable";
    return { read: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    return isNoFolder(error) ? undefined : "unreadable";
  }
}

function isNoFolder(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOTDIR";
}
