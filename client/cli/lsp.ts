import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";

/** `bizarch lsp --stdio`: becomes the language server, which ends the process when its client is done. */
export function lsp({ server }: Ports): number {
  if (!existsSync(server)) throw new Refusal(say.incomplete(server));
  createRequire(server)(server);
  return 0;
}
