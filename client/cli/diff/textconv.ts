import { format } from "../../../grammar/format.ts";
import { decode } from "../../../server/model/decode.ts";
import { emit } from "../common.ts";
import { absolute, readRaw } from "../disk.ts";
import type { Ports } from "../ports.ts";

/**
 * `bizarch textconv`, for git: a file in its one layout, so that a change of the layout alone is none. What cannot be read
 * whole is given as it is: git would show nothing at all of a comparison in which this fails.
 */
export function textconv(ports: Ports, file: string): number {
  const { bytes } = readRaw(absolute(ports.cwd, file));
  if (!bytes) return 0;
  const { text, flaw } = decode(file, bytes);
  emit(ports, { color: "never" }, flaw || text === undefined ? bytes : format(text));
  return 0;
}
