import { RequestType, type Connection } from "vscode-languageserver";
import { decode, refused, type Decoded } from "../model/decode.ts";
import { LARGEST_FILE } from "../model/outline.ts";
import type { Disk } from "./disk.ts";
import { folderOf, isFile, isStored, uriOf } from "./paths.ts";
import {
  readFileRequest,
  readFolderRequest,
  type ReadFileParams,
  type ReadFileResult,
  type ReadFolderParams,
  type ReadFolderResult,
} from "./protocol.ts";
import { walk, type Entry } from "./walk.ts";

const ReadFolder = new RequestType<ReadFolderParams, ReadFolderResult | null, void>(readFolderRequest);
const ReadFile = new RequestType<ReadFileParams, ReadFileResult | null, void>(readFileRequest);

/**
 * What lies where only the client can read. `granted` resolves once the client may be asked, with whether it said that
 * it answers.
 */
export function clientDisk(connection: Connection, granted: Promise<boolean>): Disk {
  const entriesOf = async (folder: string): Promise<readonly Entry[]> => {
    const answer = await connection.sendRequest(ReadFolder, { uri: uriOf(folder) }).catch(() => null);
    return answer?.entries ?? [];
  };
  const bytesOf = async (path: string): Promise<Decoded | undefined> => {
    const params = { uri: uriOf(path), largest: LARGEST_FILE };
    const answer = await connection.sendRequest(ReadFile, params).catch(() => null);
    if (!answer) return undefined;
    return answer.base64 === undefined ? refused(path) : decode(path, fromBase64(answer.base64));
  };
  const isAsked = async (path: string): Promise<boolean> => isStored(path) && (await granted);
  return {
    list: async (folder) => ((await isAsked(folder)) ? walk(folder, entriesOf) : []),
    isFolder: async (path) => {
      const above = folderOf(path);
      if (above === undefined || !(await isAsked(path))) return false;
      const name = path.slice(above.length + 1);
      return (await entriesOf(above)).some((entry) => entry.name === name && entry.is === "folder");
    },
    read: async (path) => ((await isAsked(path)) ? bytesOf(path) : undefined),
  };
}

/** Files from one disk, and what lies elsewhere from another. */
export function both(files: Disk, others: Disk): Disk {
  const diskOf = (path: string): Disk => (isFile(path) ? files : others);
  return {
    list: (folder) => diskOf(folder).list(folder),
    isFolder: (path) => diskOf(path).isFolder(path),
    read: (path) => diskOf(path).read(path),
  };
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
