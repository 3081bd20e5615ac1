import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import { folder, PULL, start, type Client, type Folder } from "./client.ts";

test("links are not followed, neither at the start nor when they come", async () => {
  const secret = folder("//- secret.bizarch\nvendor secret");
  const opened = folder("//- a.bizarch\nvendor a");
  link(secret, opened, "early");
  symlinkSync(opened.path, join(opened.path, "circle"));
  const client = await start(PULL, [opened]);
  link(secret, opened, "late");
  symlinkSync(join(secret.path, "secret.bizarch"), join(opened.path, "late.bizarch"));
  await created(client, opened, ["late", "late.bizarch", "circle"]);
  expect(await reported(client)).toEqual([opened.uriOf("a.bizarch")]);
});

test("a pipe that bears the name of a file is not waited for", async () => {
  const opened = folder("//- a.bizarch\nvendor a");
  const client = await start(PULL, [opened]);
  execFileSync("mkfifo", [join(opened.path, "pipe.bizarch")]);
  await created(client, opened, ["pipe.bizarch"]);
  expect(await reported(client)).toEqual([opened.uriOf("a.bizarch")]);
});

test.each([
  "*a*a*a*a*a*a*b",
  "{a,a}{a,a}{a,a}{a,a}b",
  "+(a|aa)+(a|aa)b",
  "**/**/**/**/x",
  "../../etc/**",
  "/etc/**",
])("the hostile glob %s is a finding, and neither reaches out nor takes long", async (glob) => {
  const opened = folder(`//- ${"a".repeat(60)}.bizarch\nvendor a`);
  opened.write("bizarch.json", JSON.stringify({ exclude: [glob] }));
  const client = await start(PULL, [opened]);
  const { items } = await client.connection.sendRequest<{
    items: readonly { uri: string; items: readonly { code?: unknown }[] }[];
  }>("workspace/diagnostic", { previousResultIds: [] });
  const found = items.find(({ uri }) => uri === opened.uriOf("bizarch.json"));
  expect(found?.items.map(({ code }) => code)).toEqual(["invalid-value"]);
});

function link(to: Folder, from: Folder, name: string): void {
  symlinkSync(to.path, join(from.path, name));
}

function created({ connection }: Client, { uriOf }: Folder, names: readonly string[]): Promise<void> {
  const changes = names.map((name) => ({ uri: uriOf(name), type: 1 }));
  return connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
}

async function reported({ connection }: Client): Promise<readonly string[]> {
  const { items } = await connection.sendRequest<{ items: readonly WorkspaceDocumentDiagnosticReport[] }>(
    "workspace/diagnostic",
    { previousResultIds: [] },
  );
  return items.map(({ uri }) => uri);
}
