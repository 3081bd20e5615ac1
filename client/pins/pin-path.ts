/** The folder, in that of a project, in which the side files of its views lie. */
export const PIN_FOLDER = ".bizarch/layout";

/** The end of a side file's name. */
export const PIN_ENDING = ".layout";

/** All side files of a project, as a pattern. */
export const PIN_FILES = `${PIN_FOLDER}/*${PIN_ENDING}`;

/** Where the side file of a view lies, from the folder of its project. */
export function pinPath(view: string): string {
  return `${PIN_FOLDER}/${pinFileName(view)}`;
}

/** A side file with more bytes than this is not read: nobody moved so many shapes. */
export const LARGEST_PIN_FILE = 1_000_000;

/**
 * What the side file of a view is called: `landscape+team.layout`. No two views share one, on systems that hold `A` and `a` for
 * the same, or normalise accents, or take no `:`; a capital is written `~a`, any other sign by its number: `=e9=`.
 */
export function pinFileName(view: string): string {
  const name = Array.from(view, written).join("");
  const safe = RESERVED.test(name) || name === "" ? `=${hex(name)}=${name.slice(1)}` : name;
  const short = safe.length > LONGEST ? `${safe.slice(0, LONGEST - HASH)}=${hash(view)}` : safe;
  return short + PIN_ENDING;
}

/** A longer name ends in a hash, and is one longer than any that does not. */
const LONGEST = 120;
const HASH = 16;

/** Names of devices, which Windows takes for no file whatever follows; and a point in front, which hides a file. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|^\./;

function written(sign: string): string {
  if (/^[a-z0-9._-]$/.test(sign)) return sign;
  if (sign === ":") return "+";
  return /^[A-Z]$/.test(sign) ? `~${sign.toLowerCase()}` : `=${hex(sign)}=`;
}

function hex(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16);
}

/** Two times FNV-1a, from two beginnings. */
function hash(text: string): string {
  return [0x811c9dc5, 0x9dc5811c]
    .map((seed) => {
      let value = seed;
      for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
      return (value >>> 0).toString(16).padStart(8, "0");
    })
    .join("");
}
