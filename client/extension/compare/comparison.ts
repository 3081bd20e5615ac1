import * as vscode from "vscode";
import type { BaseState, CompareResult } from "../../../server/lsp/compare-protocol.ts";
import { commitOf, type Base } from "./base.ts";
import type { CompareWords } from "./compare-words.ts";
import type { Git, Repository } from "./git.ts";
import { isHeard } from "../documents.ts";
import { baseReader } from "./repository-base.ts";
import { reasonOf } from "../reason.ts";
import type { Server } from "../server.ts";

/** What is compared, and what came of it: asked for once after each change, for everybody who shows something of it. */
export interface Compared {
  readonly base: Base;
  readonly repository: Repository;
  /** The commit that the base means at the moment. */
  readonly commit: string;
  readonly state: BaseState;
  readonly result: CompareResult;
}

/** One comparison at a time, up to date with what is edited and with what git does. */
export class Comparison {
  readonly #server: Server;
  readonly #words: CompareWords;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #read: ReturnType<typeof baseReader>;
  #wanted: { readonly base: Base; readonly repository: Repository } | undefined;
  #known: Compared | undefined;
  #problem: string | undefined;
  #following: vscode.Disposable | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #asking = new vscode.CancellationTokenSource();

  constructor(server: Server, words: CompareWords, git: () => Pick<Git, "getRepository"> | undefined) {
    this.#server = server;
    this.#words = words;
    this.#read = baseReader(git);
  }

  /** It began, ended, or something else came of it. */
  readonly onChanged: vscode.Event<void> = (listener, self, disposables) =>
    this.#changed.event(listener, self, disposables);

  /** What is compared with; undefined where nothing is compared. */
  get base(): Base | undefined {
    return this.#wanted?.base;
  }

  /** What came of it; undefined before the first answer. */
  get known(): Compared | undefined {
    return this.#known;
  }

  /** Why what is known is not what it should be; undefined where it is. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Compares with another base; resolves when it is known what came of it. */
  async start(repository: Repository, base: Base): Promise<void> {
    this.#following?.dispose();
    this.#wanted = { base, repository };
    this.#known = undefined;
    this.#problem = undefined;
    this.#following = vscode.Disposable.from(
      // Git tells of each step of what it does.
      repository.state.onDidChange(() => this.#reloadSoon()),
      vscode.workspace.onDidOpenTextDocument((document) => isHeard(document) && this.#reloadSoon()),
      this.#server.onChanged(() => void this.#ask()),
      this.#server.onState((state) => void (state === "running" && this.#ask())),
    );
    this.#changed.fire();
    await this.reload();
  }

  stop(): void {
    this.#following?.dispose();
    this.#asking.cancel();
    clearTimeout(this.#soon);
    this.#wanted = undefined;
    this.#known = undefined;
    this.#problem = undefined;
    this.#changed.fire();
  }

  /** Reads the base again, and compares. */
  async reload(): Promise<void> {
    clearTimeout(this.#soon);
    const wanted = this.#wanted;
    if (!wanted) return;
    const { base, repository } = wanted;
    try {
      const commit = await commitOf(repository, base);
      if (wanted !== this.#wanted) return;
      if (commit === undefined) return this.#fail(this.#words.gone(base.name));
      const texts = await this.#read(repository, commit);
      if (wanted !== this.#wanted) return;
      const files = texts.map(({ path, text }) => ({ uri: String(vscode.Uri.file(path)), text }));
      const root = String(repository.rootUri);
      await this.#ask({ commit, state: { name: base.name, head: this.#words.workingTree, root, files } });
    } catch (error) {
      if (wanted === this.#wanted) this.#fail(this.#words.failed(reasonOf(error)));
    }
  }

  dispose(): void {
    this.stop();
    this.#changed.dispose();
  }

  /** Many things change at once when somebody commits or changes the branch. */
  #reloadSoon(): void {
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.reload(), 300);
  }

  async #ask(read: Pick<Compared, "commit" | "state"> | undefined = this.#known): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted || !read) return;
    this.#asking.cancel();
    this.#asking = new vscode.CancellationTokenSource();
    const { token } = this.#asking;
    const { commit, state } = read;
    try {
      const result = await this.#server.compare({ base: state }, token);
      if (token.isCancellationRequested || wanted !== this.#wanted) return;
      this.#known = { ...wanted, commit, state, result: result ?? { projects: [] } };
      this.#problem = undefined;
      this.#changed.fire();
    } catch (error) {
      if (!token.isCancellationRequested) this.#fail(this.#words.failed(reasonOf(error)));
    }
  }

  /** What was known stays. */
  #fail(problem: string): void {
    this.#problem = problem;
    this.#changed.fire();
  }
}
