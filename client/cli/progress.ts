import type { Message } from "../../grammar/finding.ts";
import type { CommonOptions } from "./common.ts";
import type { Ports } from "./ports.ts";

/** Less text than this is read before anybody wonders. */
const LONG = 4_000_000;

/**
 * Does work during which one line says what goes on: where it is long, a person looks, and nobody asked for quiet. The
 * line is gone afterwards.
 */
export function withProgress<Result>(
  { err }: Ports,
  { quiet, locale = "en" }: CommonOptions,
  what: { readonly message: Message; readonly size: number },
  work: () => Result,
): Result {
  if (quiet || !err.isTerminal || what.size < LONG) return work();
  err.write(what.message[locale]);
  try {
    return work();
  } finally {
    err.write("\r\u001b[K");
  }
}
