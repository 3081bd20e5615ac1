import { expect } from "vitest";
import type { Model } from "../../server/model/model.ts";
import type { Place } from "../../server/model/place.ts";
import { cursorIn, fixture, modelIn, unindent } from "./fixture.ts";

/** What a feature is asked with, once the fixture is read. */
export interface Asked {
  readonly model: Model;
  readonly at: Place;
}

/**
 * The one `check` of a feature: it owns the call and the print, and the tests own strings. A result that is undefined
 * prints as `-`.
 */
export function checker(print: (asked: Asked) => string | undefined) {
  return (text: string, expected: string): void => {
    const workspace = fixture(text);
    const printed = print({ model: modelIn(workspace), at: cursorIn(workspace) }) ?? "-";
    expect(printed.trimEnd()).toBe(unindent(expected).trimEnd());
  };
}

/** The text that a span covers, so that a wrong span can be seen. */
export function covered(
  model: Model,
  path: string,
  span: { readonly start: number; readonly end: number },
): string {
  const file = model.project.files.find((candidate) => candidate.path === path);
  return file?.text.slice(span.start, span.end) ?? "";
}
