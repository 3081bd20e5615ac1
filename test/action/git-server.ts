import { execFileSync, spawn } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A server of git repositories over HTTP, which gives nothing to whoever has no token. */
export interface GitServer {
  readonly url: string;
  /** What each request was allowed by, in their order; undefined where it had nothing to show. */
  readonly shown: readonly (string | undefined)[];
}

/** Serves the repositories below a folder, as git itself does behind a server, to one token. */
export async function gitServer(folder: string, token: string): Promise<GitServer> {
  const wanted = basic(token);
  const shown: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const { authorization } = request.headers;
    shown.push(authorization);
    if (authorization?.toLowerCase() === wanted.toLowerCase()) return answer(folder, request, response);
    response.writeHead(401, { "www-authenticate": 'Basic realm="git"' }).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${String(port)}`, shown };
}

/** How a workflow's token is shown to git. */
export function basic(token: string): string {
  return `basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
}

const backend = join(execFileSync("git", ["--exec-path"], { encoding: "utf8" }).trim(), "git-http-backend");

/** Git's own program for servers speaks CGI: headers, an empty line, the body. */
function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://git");
  const header = (name: string): string => String(request.headers[name] ?? "");
  const child = spawn(backend, {
    env: {
      PATH: process.env["PATH"],
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_HTTP_EXPORT_ALL: "1",
      GIT_PROJECT_ROOT: folder,
      GIT_PROTOCOL: header("git-protocol"),
      CONTENT_TYPE: header("content-type"),
      HTTP_CONTENT_ENCODING: header("content-encoding"),
      PATH_INFO: pathname,
      QUERY_STRING: searchParams.toString(),
      REQUEST_METHOD: request.method,
    },
  });
  request.pipe(child.stdin);
  const parts: Buffer[] = [];
  child.stdout.on("data", (part: Buffer) => void parts.push(part));
  child.once("close", () => {
    const all = Buffer.concat(parts);
    const end = all.indexOf("\r\n\r\n");
    const lines = all.toString("latin1", 0, end).split("\r\n");
    const headers = lines.map((line) => [line.split(": ")[0] ?? "", line.split(": ")[1] ?? ""] as const);
    const status = headers.find(([name]) => name === "Status")?.[1] ?? "200";
    response.writeHead(Number.parseInt(status, 10), Object.fromEntries(headers));
    response.end(all.subarray(end + 4));
  });
}
