import type { WantedHints } from "../features/inlay-hints.ts";

/** What a person wants to see, as the client's settings say. */
export interface Preferences {
  readonly inlayHints: WantedHints;
  readonly codeLens: boolean;
}

/** What holds where nothing is said: what helps everybody, and crowds nobody. */
export const defaultPreferences: Preferences = {
  inlayHints: { systemOfRecord: true, accountable: false },
  codeLens: true,
};

/**
 * The preferences in a client's settings, be they those of `bizarch` or all of them with those in it. What is not said, or
 * makes no sense, is as it is by itself.
 */
export function preferencesIn(settings: unknown): Preferences {
  const own = fieldOf(settings, "bizarch") ?? settings;
  const { inlayHints, codeLens } = defaultPreferences;
  const hints = fieldOf(own, "inlayHints");
  return {
    inlayHints: {
      systemOfRecord: switchIn(hints, "systemOfRecord", inlayHints.systemOfRecord),
      accountable: switchIn(hints, "accountable", inlayHints.accountable),
    },
    codeLens: switchIn(fieldOf(own, "codeLens"), "enabled", codeLens),
  };
}

function switchIn(settings: unknown, name: string, otherwise: boolean): boolean {
  const value = fieldOf(settings, name);
  return typeof value === "boolean" ? value : otherwise;
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
