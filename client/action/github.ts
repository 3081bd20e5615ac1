import { version } from "../../package.json";
import type { Environment } from "./inputs.ts";
import { listBelow, parsed, textBelow } from "./json.ts";

/** GitHub's REST interface, as far as the action needs it. What GitHub refuses is an `ApiFailure`. */
export interface Github {
  readonly get: (path: string) => Promise<unknown>;
  /** All entries of a list, over as many pages as it has. */
  readonly list: (path: string) => Promise<readonly unknown[]>;
  readonly send: (method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown) => Promise<unknown>;
  /** Whom the token belongs to; GitHub does not say so of a workflow's. */
  readonly me: () => Promise<unknown>;
  readonly token: string;
}

/** What GitHub said no to, and how. */
export class ApiFailure extends Error {
  constructor(
    /** 0 where there was no answer at all. */
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * A client for one repository. It waits where GitHub asks it to, and tries again what had no good answer, except for
 * what would be done twice.
 */
export function githubOf(env: Environment, token: string): Github {
  const api = env["GITHUB_API_URL"] ?? "https://api.github.com";
  const base = `${api}/repos/${env["GITHUB_REPOSITORY"] ?? ""}`;
  const ask = async (method: string, url: string, body?: unknown): Promise<Answer> => {
    for (let attempt = 0; ; attempt++) {
      const answer = await once(method, url, token, body);
      if (answer.status >= 200 && answer.status < 300) return answer;
      const wait = attempt < RETRIES ? waitFor(answer, method, attempt) : undefined;
      if (wait === undefined) throw new ApiFailure(answer.status, answer.message);
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };
  return {
    token,
    me: async () => (await ask("GET", `${api}/user`)).json,
    get: async (path) => (await ask("GET", `${base}${path}`)).json,
    list: async (path) => {
      const found: unknown[] = [];
      const first = `${base}${path}${path.includes("?") ? "&" : "?"}per_page=100`;
      for (let url: string | undefined = first; url !== undefined;) {
        const { json, next }: Answer = await ask("GET", url);
        found.push(...listBelow(json));
        url = next;
      }
      return found;
    },
    send: async (method, path, body) => (await ask(method, `${base}${path}`, body)).json,
  };
}

const RETRIES = 3;
const LONGEST_WAIT = 60_000;

interface Answer {
  readonly status: number;
  readonly json: unknown;
  readonly message: string;
  /** The address of the page after this one. */
  readonly next: string | undefined;
  /** How long GitHub asks to wait, in milliseconds. */
  readonly pause: number | undefined;
}

async function once(method: string, url: string, token: string, body: unknown): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "user-agent": `bizarch/${version}`,
        "x-github-api-version": "2022-11-28",
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const { status, headers } = response;
    const json = parsed(await response.text());
    const message = textBelow(json, "message") ?? `HTTP ${status}`;
    const next = /<([^>]+)>;\s*rel="next"/.exec(headers.get("link") ?? "")?.[1];
    return { status, json, message, next, pause: pauseOf(headers) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { status: 0, json: undefined, message, next: undefined, pause: undefined };
  }
}

function pauseOf(headers: Headers): number | undefined {
  const after = Number(headers.get("retry-after") ?? Number.NaN);
  if (Number.isFinite(after)) return after * 1000;
  if (headers.get("x-ratelimit-remaining") !== "0") return undefined;
  const reset = Number(headers.get("x-ratelimit-reset") ?? Number.NaN);
  return Number.isFinite(reset) ? Math.max(0, reset * 1000 - Date.now()) : undefined;
}

/** How long to wait before the same is asked again; undefined where that is of no use, or would do something twice. */
function waitFor({ status, pause }: Answer, method: string, attempt: number): number | undefined {
  if (status === 403 || status === 429) {
    const wait = pause ?? (status === 429 ? LONGEST_WAIT : undefined);
    return wait !== undefined && wait <= LONGEST_WAIT ? wait : undefined;
  }
  const isPassing = status === 0 || status >= 500;
  return isPassing && method !== "POST" ? 500 * 2 ** attempt : undefined;
}
