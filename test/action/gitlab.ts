import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";
import { parsed, textBelow } from "../../client/action/json.ts";

interface Note {
  readonly id: number;
  body: string;
  readonly author: { readonly id: number; readonly username: string };
}

/** GitLab's interface to the notes of a merge request, as far as it can be seen from outside. */
export interface FakeGitlab {
  /** What a job for the merge request knows. */
  readonly env: Readonly<Record<string, string>>;
  /** The requests that wrote something, in their order. */
  readonly writes: readonly string[];
  readonly write: (username: string, body: string) => void;
  readonly notesOf: (username: string) => readonly Note[];
}

const TOKEN = "glpat-project";
const US = "bizarch";
const PATH = "/api/v4/projects/42/merge_requests/7/notes";

export async function fakeGitlab(): Promise<FakeGitlab> {
  let notes: readonly Note[] = [];
  const writes: string[] = [];
  let last = 0;
  const write = (username: string, body: string): void => {
    notes = [...notes, { id: ++last, body, author: { id: username === US ? 1 : 2, username } }];
  };
  const answer = (method: string, url: URL, body: string | undefined) => {
    const id = Number(url.pathname.slice(PATH.length + 1));
    const note = notes.find((one) => one.id === id);
    if (method !== "GET") writes.push(method);
    switch (method) {
      case "POST":
        write(US, body ?? "");
        break;
      case "PUT":
        if (note) note.body = body ?? "";
        break;
      case "DELETE":
        notes = notes.filter((one) => one !== note);
        break;
      default: {
        if (url.pathname === "/api/v4/user") return { json: { id: 1, username: US }, next: "" };
        const page = Number(url.searchParams.get("page") ?? 1);
        const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 20));
        const json = notes.slice((page - 1) * size, page * size);
        return { json, next: page * size < notes.length ? String(page + 1) : "" };
      }
    }
    return { json: {}, next: "" };
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await textOf(request);
    const isKnown = request.headers["private-token"] === TOKEN;
    const url = new URL(request.url ?? "/", "http://gitlab");
    const { json, next } = isKnown
      ? answer(request.method ?? "", url, textBelow(parsed(text), "body"))
      : { json: { message: "401 Unauthorized" }, next: "" };
    response.writeHead(isKnown ? 200 : 401, { "content-type": "application/json", "x-next-page": next });
    response.end(JSON.stringify(json));
  };
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    env: {
      ARCHITECTURE_TOKEN: TOKEN,
      CI_API_V4_URL: `http://127.0.0.1:${String(port)}/api/v4`,
      CI_MERGE_REQUEST_IID: "7",
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
      CI_PROJECT_ID: "42",
    },
    writes,
    write,
    notesOf: (username) => notes.filter(({ author }) => author.username === username),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  const chunks: AsyncIterable<Buffer> = request;
  for await (const part of chunks) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}
