import type { Decoded } from "../model/decode.ts";

/** What the server needs of a place where files lie. Paths are those of `paths.ts`. */
export interface Disk {
  /** The files of the language in a folder, at any depth; none where it cannot be read. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** Whether a folder lies at a path; a symbolic link is none, wherever it leads. */
  readonly isFolder: (path: string) => Promise<boolean>;
  /** A file as it lies there now; undefined where there is none, or none that can be read. */
  readonly read: (path: string) => Promise<Decoded | undefined>;
}
