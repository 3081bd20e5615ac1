import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** A request as it arrived. */
export interface Asked {
  readonly method: string;
  /** Below the repository: `/issues/7/comments?per_page=100`. */
  readonly path: string;
  readonly body: string | undefined;
  readonly authorization: string | undefined;
}

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: "Bot" | "User" };
  readonly html_url: string;
}

interface Trouble {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** Whether what was asked is done all the same, and only the answer is lost. */
  readonly isDone?: boolean;
  /** Which requests it befalls; all, where it does not say. */
  readonly on?: string;
}

/** GitHub's interface to comments and pull requests, as far as it can be seen from outside. */
export interface FakeGithub {
  readonly url: string;
  readonly asked: readonly Asked[];
  /** By the number of the pull request. */
  readonly comments: Map<number, Comment[]>;
  readonly pulls: Map<number, PullRequest>;
  /** What befalls the next requests, one after the other. */
  readonly troubles: Trouble[];
  /** Whether the token may write. */
  mayWrite: boolean;
}

export interface PullRequest {
  readonly number: number;
  readonly state: "open" | "closed";
  labels: readonly { readonly name: string }[];
  readonly base: Side;
  readonly head: Side;
}

interface Side {
  readonly ref: string;
  readonly sha: string;
  readonly repo: { readonly full_name: string; readonly owner: { readonly login: string } };
}

const REPOSITORY = "/repos/acme/retail";
export const TOKEN = "ghs_workflow";

export async function fakeGithub(): Promise<FakeGithub> {
  const asked: Asked[] = [];
  const state = { comments: new Map<number, Comment[]>(), pulls: new Map<number, PullRequest>(), nextId: 1 };
  const github: FakeGithub = { url: "", asked, ...state, troubles: [], mayWrite: true };
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    const chunks: AsyncIterable<Buffer> = request;
    for await (const part of chunks) parts.push(part);
    const { method = "", headers } = request;
    const path = (request.url ?? "").replace(REPOSITORY, "");
    const body = parts.length > 0 ? Buffer.concat(parts).toString() : undefined;
    asked.push({ method, path, body, authorization: headers.authorization });
    const index = github.troubles.findIndex(({ on }) => on === undefined || on === method);
    const [trouble] = index < 0 ? [] : github.troubles.splice(index, 1);
    const usual = trouble && !trouble.isDone ? undefined : replyTo(method, path, body, headers.authorization);
    const told = trouble
      ? { status: trouble.status, headers: trouble.headers, json: { message: trouble.message ?? "no" } }
      : usual;
    if (trouble?.status === 0) return void response.destroy();
    response.writeHead(told?.status ?? 500, { "content-type": "application/json", ...told?.headers });
    response.end(told?.json === undefined ? "" : JSON.stringify(told.json));
  }

  function replyTo(method: string, path: string, body: string | undefined, authorization?: string): Reply {
    if (!authorization?.startsWith("Bearer gh")) return { status: 401, json: { message: "Bad credentials" } };
    const login = authorization === `Bearer ${TOKEN}` ? "github-actions[bot]" : "camille";
    const url = new URL(path, github.url);
    const [, collection, number = "", list] = url.pathname.split("/");
    if (path === "/user") return login === "camille" ? ok({ login }) : FORBIDDEN;
    if (method !== "GET" && !github.mayWrite) return FORBIDDEN;
    if (collection === "pulls") {
      if (number !== "")
        return github.pulls.has(Number(number)) ? ok(github.pulls.get(Number(number))) : LOST;
      const open = [...github.pulls.values()].filter(({ state: at }) => at === url.searchParams.get("state"));
      const wanted = url.searchParams.get("head");
      return ok(open.filter(({ head }) => `${head.repo.owner.login}:${head.ref}` === wanted));
    }
    if (collection !== "issues") return LOST;
    if (number === "comments") return withOne(Number(list), method, body);
    if (!github.pulls.has(Number(number))) return LOST;
    const all = github.comments.get(Number(number)) ?? [];
    if (method === "GET") return page(all, url);
    const written = bodyOf(body);
    if (written.length > 65_536) return TOO_LONG;
    const id = state.nextId++;
    const html_url = `https://github.example/acme/retail/pull/${number}#issuecomment-${id}`;
    const user = { login, type: login === "camille" ? ("User" as const) : ("Bot" as const) };
    const comment = { id, body: written, user, html_url };
    github.comments.set(Number(number), [...all, comment]);
    return { status: 201, json: comment };
  }

  function withOne(id: number, method: string, body: string | undefined): Reply {
    const entry = [...github.comments].find(([, list]) => list.some((comment) => comment.id === id));
    const comment = entry?.[1].find((one) => one.id === id);
    if (!entry || !comment) return LOST;
    if (method === "DELETE") {
      github.comments.set(
        entry[0],
        entry[1].filter((one) => one !== comment),
      );
      return { status: 204, json: undefined };
    }
    const written = bodyOf(body);
    if (written.length > 65_536) return TOO_LONG;
    comment.body = written;
    return ok(comment);
  }

  function page(all: readonly unknown[], url: URL): Reply {
    const size = Math.min(100, Number(url.searchParams.get("per_page") ?? 30));
    const at = Number(url.searchParams.get("page") ?? 1);
    const hasMore = all.length > at * size;
    const next = `${github.url}${REPOSITORY}${url.pathname}?per_page=${size}&page=${at + 1}`;
    const headers = hasMore ? { link: `<${next}>; rel="next", <${next}>; rel="last"` } : {};
    return { status: 200, headers, json: all.slice((at - 1) * size, at * size) };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return Object.assign(github, { url: `http://127.0.0.1:${port}` });
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json: unknown;
}

const ok = (json: unknown): Reply => ({ status: 200, json });
const LOST: Reply = { status: 404, json: { message: "Not Found" } };
const FORBIDDEN: Reply = { status: 403, json: { message: "Resource not accessible by integration" } };
const TOO_LONG: Reply = {
  status: 422,
  json: {
    message: "Validation Failed",
    errors: [{ resource: "IssueComment", code: "unprocessable", field: "data", message: "Body is too long" }],
  },
};

function bodyOf(text: string | undefined): string {
  const value: unknown = JSON.parse(text ?? "{}");
  const has = typeof value === "object" && value !== null && "body" in value;
  return has && typeof value.body === "string" ? value.body : "";
}
