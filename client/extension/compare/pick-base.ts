import * as vscode from "vscode";
import { hashOf, isRevision, type Base } from "./base.ts";
import type { CompareWords } from "./compare-words.ts";
import { REF_TYPES, type Ref, type Repository } from "./git.ts";

interface Choice extends vscode.QuickPickItem {
  /** What a choice means; undefined for the one that asks for more. */
  readonly base?: Pick<Base, "revision" | "isFork" | "name">;
}

/** Asks what to compare with, as VS Code's own commands do. Undefined where somebody thought better of it. */
export async function pickBase(repository: Repository, words: CompareWords): Promise<Base | undefined> {
  const chosen = await vscode.window.showQuickPick(choicesIn(repository, words), {
    title: words.title,
    placeHolder: words.choose,
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  const base = chosen.base ?? (await typedBase(repository, words));
  return base && { root: String(repository.rootUri), ...base };
}

/** The last commit, as a base. */
export function lastCommit({ rootUri }: Repository): Base {
  return { root: String(rootUri), revision: "HEAD", isFork: false, name: "HEAD" };
}

async function choicesIn(repository: Repository, words: CompareWords): Promise<Choice[]> {
  const [last, fork, refs, stashes] = await Promise.all([
    lastChoice(repository, words),
    forkChoice(repository, words),
    repository.getRefs({ sort: "committerdate" }).catch(() => []),
    stashChoices(repository),
  ]);
  const of = (type: number): readonly Ref[] => refs.filter((ref) => ref.type === type);
  const current = repository.state.HEAD?.name;
  const branches = of(REF_TYPES.branch).filter(({ name }) => name !== current);
  const remotes = of(REF_TYPES.remote).filter(({ name }) => name?.endsWith("/HEAD") !== true);
  return [
    ...last,
    ...fork,
    { label: `$(edit) ${words.expression}`, alwaysShow: true },
    ...section(words.branches, refChoices(branches, "git-branch")),
    ...section(words.remoteBranches, refChoices(remotes, "cloud")),
    ...section(words.tags, refChoices(of(REF_TYPES.tag), "tag")),
    ...section(words.stashes, stashes),
  ];
}

function section(label: string, choices: readonly Choice[]): readonly Choice[] {
  if (choices.length === 0) return [];
  return [{ label, kind: vscode.QuickPickItemKind.Separator }, ...choices];
}

async function lastChoice(repository: Repository, words: CompareWords): Promise<readonly Choice[]> {
  const { name, revision, isFork } = lastCommit(repository);
  const commit = await repository.getCommit(revision).catch(() => undefined);
  if (!commit) return [];
  const label = `$(git-commit) ${words.lastCommit}`;
  const description = `HEAD · ${short(commit.hash)} ${firstLine(commit.message)}`;
  return [{ label, description, base: { revision, isFork, name } }];
}

/** Where the line of work left the one that it will go back to. */
async function forkChoice(repository: Repository, words: CompareWords): Promise<readonly Choice[]> {
  const branch = await mainBranch(repository);
  if (branch === undefined) return [];
  const hash = await hashOf(repository, branch);
  const commit = hash && (await repository.getMergeBase("HEAD", hash).catch(() => undefined));
  if (!commit) return [];
  const base = { revision: branch, isFork: true, name: words.theMergeBase(branch) };
  return [{ label: `$(git-merge) ${words.mergeBase(branch)}`, description: short(commit), base }];
}

/** The branch that changes go to: the default one of where it was cloned from, else one by a usual name. */
async function mainBranch(repository: Repository): Promise<string | undefined> {
  const refs = await repository.getRefs({}).catch(() => []);
  const names = new Set(refs.map(({ name }) => name));
  const usual = ["main", "master", "trunk"];
  const candidates = [...usual.map((name) => `origin/${name}`), ...usual].filter((name) => names.has(name));
  const head = await hashOf(repository, "origin/HEAD");
  const known = refs.filter(({ type, name = "" }) => type === REF_TYPES.remote && name !== "origin/HEAD");
  const origin = known.filter(({ name = "", commit }) => name.startsWith("origin/") && commit === head);
  const isUsual = (ref: Ref): boolean => ref.name !== undefined && candidates.includes(ref.name);
  return (origin.find(isUsual) ?? origin[0])?.name ?? candidates[0];
}

function refChoices(refs: readonly Ref[], icon: string): readonly Choice[] {
  return refs.flatMap(({ name, commit = "" }) =>
    name === undefined || !isRevision(name)
      ? []
      : [
          {
            label: `$(${icon}) ${name}`,
            description: short(commit),
            base: { revision: name, isFork: false, name },
          },
        ],
  );
}

/** More stashes than these are reached by typing. */
const MOST_STASHES = 20;

/** The extension does not list stashes, but knows each by its number. A stash is kept by its hash: numbers move on. */
async function stashChoices(repository: Repository): Promise<readonly Choice[]> {
  const choices: Choice[] = [];
  for (let number = 0; number < MOST_STASHES; number++) {
    const name = `stash@{${number}}`;
    const commit = await repository.getCommit(name).catch(() => undefined);
    if (!commit) return choices;
    const base = { revision: commit.hash, isFork: false, name };
    choices.push({ label: `$(archive) ${name}`, description: firstLine(commit.message), base });
  }
  return choices;
}

async function typedBase(repository: Repository, words: CompareWords): Promise<Choice["base"]> {
  const typed = await vscode.window.showInputBox({
    title: words.title,
    prompt: words.expressionPrompt,
    placeHolder: "HEAD~1",
    validateInput: async (text) => {
      const isKnown = (await hashOf(repository, text.trim())) !== undefined;
      return text.trim() === "" || isKnown ? undefined : words.notOne;
    },
  });
  const revision = typed?.trim() ?? "";
  return revision === "" ? undefined : { revision, isFork: false, name: revision };
}

function short(hash: string): string {
  return hash.slice(0, 8);
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text.trimStart())?.[0] ?? "";
}
