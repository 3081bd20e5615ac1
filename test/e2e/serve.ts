import type { TestProject } from "vitest/node";
import { startVSCode } from "./vscode.mjs";

/** One VS Code for all files of tests: what tells two of them apart is their folder and their browser. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const vscode = await startVSCode({ vsix: "dist/bizarch.vsix" });
  provide("address", vscode.address);
  provide("extension", vscode.extension);
  return vscode.stop;
}

declare module "vitest" {
  export interface ProvidedContext {
    /** Host and port at which VS Code is served. */
    address: string;
    /** The folder that the extension was installed into. */
    extension: string;
  }
}
