import { ApiFailure, type Github } from "./github.ts";
import { numberBelow, textBelow } from "./json.ts";

/** What a pull request should say about one project. */
export interface Wanted {
  /** The folder of the project, from the root of the repository. */
  readonly project: string;
  readonly body: string;
  /** Said in place of the body, where GitHub finds that too long. */
  readonly brief: string;
  /** Whether there is something to say; if not, a comment that is there is brought up to date, and none is begun. */
  readonly isNews: boolean;
}

/** A comment of ours, by the project that it is about. */
interface Comment {
  readonly id: number;
  readonly project: string;
  readonly body: string;
  readonly url: string | undefined;
}

/** GitHub refuses a comment that is longer, whole. */
const LONGEST_COMMENT = 65_536;

/**
 * Brings the comments of a pull request up to date, one for each project, and gives their addresses. A comment of a project
 * in `scope` that nobody wants any more says what `gone` says. What is right already is left alone, so that nobody is told
 * again.
 */
export async function keepComments(
  github: Github,
  pull: number,
  wanted: readonly Wanted[],
  gone: { readonly scope: string; readonly body: (project: string) => string },
): Promise<readonly string[]> {
  const own = await ownComments(github, pull);
  const known = new Set(wanted.map(({ project }) => project));
  const orphans = [...new Set(own.map(({ project }) => project))].filter(
    (project) => !known.has(project) && isWithin(project, gone.scope),
  );
  const resolved = orphans.map((project): Wanted => {
    const body = gone.body(project);
    return { project, body, brief: body, isNews: false };
  });
  const urls: string[] = [];
  for (const one of [...wanted, ...resolved]) {
    const [first, ...twins] = own.filter(({ project }) => project === one.project);
    for (const { id } of twins) await github.send("DELETE", `/issues/comments/${id}`);
    const url = first ? await changed(github, first, one) : await begun(github, pull, one);
    if (url !== undefined && one.isNews) urls.push(url);
  }
  return urls;
}

async function changed(github: Github, comment: Comment, wanted: Wanted): Promise<string | undefined> {
  const body = marked(wanted.project, wanted.body);
  if (comment.body.replaceAll("\r\n", "\n") === body) return comment.url;
  const path = `/issues/comments/${comment.id}`;
  await shortening(wanted, (text) => github.send("PATCH", path, { body: text }));
  return comment.url;
}

async function begun(github: Github, pull: number, wanted: Wanted): Promise<string | undefined> {
  if (!wanted.isNews) return undefined;
  const path = `/issues/${pull}/comments`;
  const post = async (): Promise<string | undefined> =>
    textBelow(await shortening(wanted, (text) => github.send("POST", path, { body: text })), "html_url");
  try {
    return await post();
  } catch (error) {
    if (!(error instanceof ApiFailure) || (error.status > 0 && error.status < 500)) throw error;
    // It may have been written all the same, and must not be written twice.
    const written = (await ownComments(github, pull)).find(({ project }) => project === wanted.project);
    return written ? written.url : post();
  }
}

/** Says it in brief where GitHub will not have it at length. */
async function shortening(wanted: Wanted, send: (body: string) => Promise<unknown>): Promise<unknown> {
  const { project, body, brief } = wanted;
  const whole = marked(project, body);
  if (whole.length > LONGEST_COMMENT) return send(marked(project, brief));
  try {
    return await send(whole);
  } catch (error) {
    if (!(error instanceof ApiFailure) || error.status !== 422) throw error;
    return send(marked(project, brief));
  }
}

/** Our comments, the oldest first. Whoever else writes our mark into a comment does not make it ours. */
async function ownComments(github: Github, pull: number): Promise<readonly Comment[]> {
  const comments = await github.list(`/issues/${pull}/comments`);
  const found = comments.flatMap((comment): readonly (Comment & { readonly author: unknown })[] => {
    const id = numberBelow(comment, "id");
    const body = textBelow(comment, "body");
    const project = body === undefined ? undefined : projectIn(body);
    if (id === undefined || body === undefined || project === undefined) return [];
    return [{ id, project, body, url: textBelow(comment, "html_url"), author: comment }];
  });
  if (found.length === 0) return [];
  const isOurs = await authorship(github);
  return found.filter(({ author }) => isOurs(author));
}

/** The token of a workflow or of an app writes as a bot; that of a person as that person. */
async function authorship(github: Github): Promise<(comment: unknown) => boolean> {
  if (github.token.startsWith("ghs_")) return (comment) => textBelow(comment, "user", "type") === "Bot";
  const me = textBelow(await github.me().catch(() => undefined), "login");
  if (me === undefined) return (comment) => textBelow(comment, "user", "type") === "Bot";
  return (comment) => textBelow(comment, "user", "login") === me;
}

const MARK = /^<!-- bizarch: (\S+) -->(?:\r?\n|$)/;

/** The hidden mark by which a comment is found again. The name of a folder may hold anything. */
function marked(project: string, body: string): string {
  const name = encodeURIComponent(project.replace(/\p{Cs}/gu, "\ufffd"));
  return `<!-- bizarch: ${name} -->\n${body}`.trimEnd();
}

function projectIn(body: string): string | undefined {
  const name = MARK.exec(body)?.[1];
  try {
    return name === undefined ? undefined : decodeURIComponent(name);
  } catch {
    return undefined;
  }
}

function isWithin(project: string, scope: string): boolean {
  return scope === "." || project === scope || project.startsWith(`${scope}/`);
}
