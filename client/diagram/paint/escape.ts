import { plain } from "../type/text.ts";

/**
 * Text from a file as it may stand in SVG, between tags or between double quotes. The one place where this is done,
 * and the last before it is written.
 */
export function escape(text: string): string {
  return plain(text).replace(
    /[&<>"'\ud800-\udfff\ufffe\uffff]/gu,
    (character) => ENTITIES[character] ?? "\ufffd",
  );
}

/** Halves of characters and non-characters, which no XML may hold, become the sign for something unreadable. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A name in an attribute that programs read back: every character is kept. */
export function escapeName(name: string): string {
  return name.replace(
    /[&<>"'\ud800-\udfff\ufffe\uffff\p{Cc}]/gu,
    (character) => ENTITIES[character] ?? "\ufffd",
  );
}
