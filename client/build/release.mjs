import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { main, root, say, Stop } from "./run.mjs";

/** What a user runs without building it: the action, the command with what lies beside it, and the hooks. */
const shipped =
  /^(?:action\.cjs|(?:bizarch|cli|server|page|elk-worker)\.js|package\.json|.*\.(?:txt|wasm|woff2))$/;
const beside = ["action.yml", ".pre-commit-hooks.yaml", "LICENSE", "README.md", "CHANGELOG.md"];

/**
 * Writes a release into a repository as a commit of its own, which holds what is run and nothing else: GitHub, npm and
 * pre-commit take what lies at a tag as it is. No branch and no working tree is touched.
 *
 * @param {string} repository
 * @param {readonly string[]} parents the commit that it is made of, where the repository has it
 * @returns {Promise<{ readonly commit: string, readonly version: string }>}
 */
export async function release(repository, parents) {
  await build();
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const temporary = mkdtempSync(join(tmpdir(), "bizarch-release-"));
  try {
    const env = { ...process.env, GIT_INDEX_FILE: join(temporary, "index") };
    const git = gitIn(repository, env);
    const add = (/** @type {string} */ path, /** @type {Buffer} */ content) => {
      const id = git(["hash-object", "-w", "--stdin"], content);
      const mode = path === "dist/bizarch.js" ? "100755" : "100644";
      git(["update-index", "--add", "--cacheinfo", `${mode},${id},${path}`]);
    };
    const built = readdirSync(join(root, "dist")).filter((name) => shipped.test(name));
    for (const path of [...beside, ...built.map((name) => `dist/${name}`)]) {
      add(path, readFileSync(join(root, path)));
    }
    add("package.json", Buffer.from(`${JSON.stringify(slim(manifest), undefined, 2)}\n`));
    const message = `Release ${manifest.version}`;
    const before = parents.flatMap((parent) => ["-p", parent]);
    const commit = git(["commit-tree", git(["write-tree"]), ...before, "-m", message]);
    return { commit, version: manifest.version };
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * What npm and pre-commit need to know. All packages are in the bundles, so that there is nothing to install.
 *
 * @param {Readonly<Record<string, unknown>>} manifest
 */
function slim({ name, version, description, license, repository, homepage, bugs }) {
  const engines = { node: ">=20.19" };
  return {
    name,
    version,
    description,
    license,
    repository,
    homepage,
    bugs,
    bin: { bizarch: "dist/bizarch.js" },
    engines,
  };
}

/**
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} [env]
 */
function gitIn(cwd, env = process.env) {
  return (/** @type {readonly string[]} */ args, /** @type {string | Buffer} */ input = "") =>
    execFileSync("git", [...args], { cwd, env, input, encoding: "utf8" }).trim();
}

/** Tags a release of the commit that is checked out, and says how to publish it. */
async function tag() {
  const git = gitIn(root);
  if (git(["status", "--porcelain"]) !== "") throw new Stop("Commit first: a release is made of a commit.");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const name = `v${version}`;
  if (git(["tag", "--list", name]) !== "") {
    throw new Stop(
      `${name} is there already. Raise the version in package.json first: a release is never changed.`,
    );
  }
  const { commit } = await release(root, [git(["rev-parse", "HEAD"])]);
  const [major = name] = name.split(".");
  git(["tag", "--annotate", name, commit, "--message", `BizArch ${version}`]);
  git(["tag", "--force", major, commit]);
  say(`Tagged ${name}, and ${major}, which users of the action follow. To publish it:`);
  say(`  git push origin ${name} && git push --force origin ${major}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await tag();
    return 0;
  });
}
