/** What stands in a value that came from elsewhere, below these names; undefined where it is not there. */
export function below(value: unknown, ...names: readonly string[]): unknown {
  return names.reduce<unknown>((at, name) => (isRecord(at) ? at[name] : undefined), value);
}

/** The same where it is a text that is not empty. */
export function textBelow(value: unknown, ...names: readonly string[]): string | undefined {
  const found = below(value, ...names);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** The same where it is a whole number. */
export function numberBelow(value: unknown, ...names: readonly string[]): number | undefined {
  const found = below(value, ...names);
  return typeof found === "number" && Number.isSafeInteger(found) ? found : undefined;
}

/** The same where it is a list; nothing in it where it is none. */
export function listBelow(value: unknown, ...names: readonly string[]): readonly unknown[] {
  const found = below(value, ...names);
  return Array.isArray(found) ? found : [];
}

/** A text as JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
