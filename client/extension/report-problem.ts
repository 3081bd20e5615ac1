import * as vscode from "vscode";
import { isHeard } from "./documents.ts";
import { problemReport } from "./problem-report.ts";
import type { Server } from "./server.ts";
import type { Words } from "./words.ts";

/** What a report is drawn from. */
export interface Scene {
  readonly extension: vscode.Extension<unknown>;
  readonly server: Server;
  readonly words: Words;
  /** The machine that the extension runs on, in a few words. */
  readonly machine: string;
}

/**
 * *Report a Problem*: a report in an editor, with the versions, the settings and an anonymised copy of the architecture,
 * and the place where one may file it. The person reads it first; nothing is sent anywhere.
 */
export async function reportProblem({ extension, server, words, machine }: Scene): Promise<void> {
  const { version, bugs } = manifestOf(extension);
  const project = await projectFor(server, words);
  const copy = project === undefined ? null : await anonymised(server, project);
  const { appName, appHost, remoteName, language } = vscode.env;
  const content = problemReport(
    {
      circumstances: [
        ["extension", version],
        ["editor", `${appName} ${vscode.version} (${appHost})`],
        ["machine", remoteName === undefined ? machine : `${machine}, ${kindOfRemote(remoteName)}`],
        ["language", language],
        ["server", words.serverRuns(server.state() === "running")],
      ],
      settings: vscode.workspace.getConfiguration().get<unknown>("bizarch"),
      files: copy?.files,
      issues: bugs,
    },
    words,
  );
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
  await vscode.window.showTextDocument(document, { preview: false });
  const chosen = await vscode.window.showInformationMessage(words.readFirst, words.openIssues);
  if (chosen === words.openIssues) await vscode.env.openExternal(vscode.Uri.parse(bugs, true));
}

/** `ssh-remote`, `wsl`, …; some editors say there where the machine is found, which is nobody's business. */
function kindOfRemote(name: string): string {
  return /^[a-z-]+$/.test(name) ? name : "remote";
}

/** The URI of the project that the active editor is about, of the only one, or of one that is chosen. */
async function projectFor(server: Server, words: Words): Promise<string | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  const about = document && isHeard(document) ? { textDocument: { uri: String(document.uri) } } : {};
  const { token } = new vscode.CancellationTokenSource();
  const answer = await server.check(about, token).catch(() => null);
  const projects = (answer?.projects ?? []).map(({ project: { uri, name } }) => ({ label: name, uri }));
  if (projects.length < 2) return projects[0]?.uri;
  return (await vscode.window.showQuickPick(projects, { placeHolder: words.whichArchitecture }))?.uri;
}

function anonymised(server: Server, project: string): ReturnType<Server["anonymised"]> {
  const { token } = new vscode.CancellationTokenSource();
  return server.anonymised({ project }, token).catch(() => null);
}

function manifestOf(extension: vscode.Extension<unknown>): {
  readonly version: string;
  readonly bugs: string;
} {
  const manifest: unknown = extension.packageJSON;
  return { version: textAt(manifest, ["version"]), bugs: textAt(manifest, ["bugs", "url"]) };
}

function textAt(value: unknown, path: readonly string[]): string {
  const [first, ...rest] = path;
  if (first === undefined) return typeof value === "string" ? value : "";
  if (typeof value !== "object" || value === null) return "";
  return textAt(Object.entries(value).find(([key]) => key === first)?.[1], rest);
}
