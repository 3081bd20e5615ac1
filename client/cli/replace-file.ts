import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { writing } from "./common.ts";

/**
 * Puts another text into a file that is there: at every moment there is the old one or the new one, whole. The file keeps
 * its rights, and a symbolic link goes on leading to it. `given` is what people call it.
 */
export function replaceFile(path: string, given: string, content: string): void {
  writing(given, () => {
    const target = realpathSync(path);
    // A file that nobody may write to is not to be replaced by one beside it either.
    accessSync(target, constants.W_OK);
    const { mode } = statSync(target);
    const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
    try {
      writeFileSync(draft, content, { flag: "wx", mode });
      // The process may be told to give less than it is asked for.
      chmodSync(draft, mode);
      renameSync(draft, target);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  });
}
