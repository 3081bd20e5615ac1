import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { cliMessages as say } from "./messages.ts";
import type { Ports } from "./ports.ts";
import { Refusal } from "./refusal.ts";

/** `bizarch lsp --stdio`: becomes the language server, which ends the process when its client is done. */
export async function lsp({ server }: Ports): Promise<number> {
  if (!existsSync(server)) throw new Refusal(say.incomplete(server));
  await import(pathToFileURL(server).href);
  return 0;
}
