import type { Repository } from "./git.ts";

/** What is compared with, so that it can be found again when the window is opened another time. */
export interface Base {
  /** The URI of the repository's folder. */
  readonly root: string;
  /** How somebody chose it. */
  readonly revision: string;
  /** Where the line of work that is edited left the one of the revision, and not the revision itself. */
  readonly isFork: boolean;
  /** What it is called in front of people. */
  readonly name: string;
}

/** The commit that a base means today; undefined where there is none any more. */
export async function commitOf(
  repository: Pick<Repository, "getCommit" | "getMergeBase">,
  { revision, isFork }: Pick<Base, "revision" | "isFork">,
): Promise<string | undefined> {
  const commit = await hashOf(repository, revision);
  if (commit === undefined || !isFork) return commit;
  return repository.getMergeBase("HEAD", commit);
}

/** The hash of the commit that a revision means; undefined where it means none. */
export async function hashOf(
  repository: Pick<Repository, "getCommit">,
  revision: string,
): Promise<string | undefined> {
  if (!isRevision(revision)) return undefined;
  try {
    const { hash } = await repository.getCommit(revision);
    return HASH.test(hash) ? hash : undefined;
  } catch {
    return undefined;
  }
}

const HASH = /^[0-9a-f]{7,64}$/;

/** Whether a text can mean one commit: git would take a leading `-` for an option, and `..` for many commits. */
export function isRevision(text: string): boolean {
  return text !== "" && !text.startsWith("-") && !text.includes("..") && !/[\u0000-\u001f\u007f]/.test(text);
}

/** A base that was written down; undefined where nothing can be made of it. */
export function readBase(value: unknown): Base | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const [root, revision, isFork, name] = ["root", "revision", "isFork", "name"].map((key): unknown =>
    Reflect.get(value, key),
  );
  if (typeof root !== "string" || typeof revision !== "string" || typeof name !== "string") return undefined;
  return { root, revision, isFork: isFork === true, name };
}
