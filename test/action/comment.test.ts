import { describe, expect, test } from "vitest";
import type { Asked, Comment, FakeGithub, PullRequest } from "./github.ts";
import { HOUSE, LAYOUT, PARTITION, WALL } from "./house.ts";
import { built, world, type Ran, type World } from "./world.ts";

built();

type Files = Readonly<Record<string, string>>;

const COMMENTS = "/issues/7/comments";

/** A pull request with a change, and its run. */
async function reviewed(changed: Files, files: Files = HOUSE) {
  const there = await world(files);
  there.branch("change");
  there.commit(changed);
  there.pull(7, "change");
  const again = (more: Partial<Parameters<World["run"]>[0]> = {}): Promise<Ran> => {
    const pull_request = there.github.pulls.get(7);
    const workspace = there.checkout("refs/pull/7/merge");
    return there.run({ event: "pull_request", payload: { number: 7, pull_request }, workspace, ...more });
  };
  return { ...there, again };
}

const calls = (asked: readonly Asked[]): readonly string[] =>
  asked.map(({ method, path }) => `${method} ${path}`).filter((call) => call.includes("/comments"));

const bodies = ({ comments }: FakeGithub): readonly string[] =>
  (comments.get(7) ?? []).map(({ body }) => body);

const by = (login: string, id: number, body: string): Comment => {
  const type = login.endsWith("[bot]") ? "Bot" : "User";
  return { id, body, user: { login, type }, html_url: `https://github.example/${id}` };
};

describe("one comment", () => {
  test("is begun, brought up to date, and left alone where it is right", async () => {
    const { again, commit, pull, github } = await reviewed(PARTITION);
    const first = await again();
    expect([first.code, first.remarks]).toEqual([0, []]);
    expect(bodies(github)).toEqual([
      expect.stringMatching(/^<!-- bizarch: \. -->\n### .*1 change to partitions/s),
    ]);
    expect(bodies(github)[0]).toContain("/acme/retail/actions/runs/42)");
    expect(first.outputs["comments"]).toBe(github.comments.get(7)?.[0]?.html_url);

    commit(WALL);
    pull(7, "change");
    const second = await again();
    expect(second.code).toBe(1);
    expect(bodies(github).length).toBe(1);
    expect(bodies(github)[0]).toContain("> [!CAUTION]\n> The change does not pass: it introduces an error.");

    await again();
    expect(calls(github.asked)).toEqual([
      `GET ${COMMENTS}?per_page=100`,
      `POST ${COMMENTS}`,
      `GET ${COMMENTS}?per_page=100`,
      "PATCH /issues/comments/1",
      `GET ${COMMENTS}?per_page=100`,
    ]);
    expect(new Set(github.asked.map(({ authorization }) => authorization))).toEqual(
      new Set(["Bearer ghs_workflow"]),
    );
  });

  test("is found however many others there are", async () => {
    const { again, github } = await reviewed(PARTITION);
    const others = Array.from({ length: 250 }, (_, index) => by("camille", 1000 + index, "Looks fine."));
    github.comments.set(7, [...others, by("github-actions[bot]", 5000, "<!-- bizarch: . -->\nold")]);
    await again();
    expect(calls(github.asked).map((call) => call.replace("/repos/acme/retail", ""))).toEqual([
      `GET ${COMMENTS}?per_page=100`,
      `GET ${COMMENTS}?per_page=100&page=2`,
      `GET ${COMMENTS}?per_page=100&page=3`,
      "PATCH /issues/comments/5000",
    ]);
    expect(bodies(github).at(-1)).toContain("1 change to partitions");
  });

  test("is none that somebody else wrote our mark into", async () => {
    const { again, github } = await reviewed(PARTITION);
    github.comments.set(7, [by("mallory", 900, "<!-- bizarch: . -->\nAll is well, merge it.")]);
    await again();
    expect(bodies(github)).toEqual([
      "<!-- bizarch: . -->\nAll is well, merge it.",
      expect.stringContaining("1 change to partitions"),
    ]);
  });

  test("is that of the person whose token it is", async () => {
    const { again, github } = await reviewed(PARTITION);
    const [bot, own] = [
      by("other[bot]", 900, "<!-- bizarch: . -->\nbot"),
      by("camille", 901, "<!-- bizarch: . -->\nmine"),
    ];
    github.comments.set(7, [bot, own]);
    await again({ inputs: { token: "ghp_camille" } });
    expect(bodies(github)).toEqual([
      "<!-- bizarch: . -->\nbot",
      expect.stringContaining("1 change to partitions"),
    ]);
  });

  test("loses its twins, which two runs at once may have made", async () => {
    const { again, github } = await reviewed(PARTITION);
    const twins = [800, 801].map((id) => by("github-actions[bot]", id, "<!-- bizarch: . -->\nold"));
    github.comments.set(7, twins);
    await again();
    expect(github.comments.get(7)?.map(({ id }) => id)).toEqual([800]);
  });

  test("is not begun where nothing changed, and says so where it was there", async () => {
    const { again, commit, pull, github } = await reviewed(LAYOUT);
    const ran = await again();
    expect([ran.code, ran.outputs["changed"], bodies(github)]).toEqual([0, "false", []]);
    commit(WALL);
    pull(7, "change");
    await again();
    commit(LAYOUT);
    pull(7, "change");
    const back = await again();
    expect(back.outputs["comments"]).toBe("");
    expect(bodies(github)).toEqual([
      expect.stringContaining("Nothing in this pull request changes the architecture any more."),
    ]);
    expect(bodies(github)[0]).not.toContain("marketing-tool");
  });

  test("is not written where the workflow does not want one", async () => {
    const { again, github } = await reviewed(WALL);
    const ran = await again({ inputs: { comment: "false" } });
    expect([ran.code, calls(github.asked)]).toEqual([1, []]);
    expect(ran.summary).toContain("marketing-tool-owns-core-data");
    await again({ inputs: { token: "" } });
    expect(calls(github.asked)).toEqual([]);
  });

  test("is left to the run of the newer commit", async () => {
    const { again, commit, pull, github } = await reviewed(PARTITION);
    const old: PullRequest | undefined = github.pulls.get(7);
    commit(WALL);
    pull(7, "change");
    const ran = await again({ payload: { number: 7, pull_request: old } });
    expect(ran.remarks).toEqual([expect.stringMatching(/^notice A newer commit was pushed/)]);
    expect(calls(github.asked)).toEqual([]);
  });

  test("speaks French where the architecture does", async () => {
    const { again, commit, pull, github } = await reviewed({
      ...WALL,
      "bizarch.json": '{ "profile": "starter", "locale": "fr" }\n',
    });
    const ran = await again();
    expect(bodies(github)[0]).toContain("La modification n'est pas acceptable : elle introduit une erreur.");
    expect(bodies(github)[0]).toContain("murs porteurs");
    expect(ran.summary).toContain("## Ce qui change dans l'architecture");
    commit({ ...LAYOUT, "bizarch.json": HOUSE["bizarch.json"] });
    pull(7, "change");
    await again({ inputs: { locale: "fr" } });
    expect(bodies(github)[0]).toContain("Cette pull request ne modifie plus l'architecture.");
  });
});

describe("several projects", () => {
  const two = {
    ...Object.fromEntries(Object.entries(HOUSE).map(([name, text]) => [`retail/${name}`, text])),
    "pim's (old)/bizarch.json": HOUSE["bizarch.json"],
    "pim's (old)/a.bizarch": "mission m\n",
  };

  test("have a comment each, and what is gone is said to be", async () => {
    const { again, commit, git, pull, github } = await reviewed(
      { "retail/how.bizarch": WALL["how.bizarch"], "pim's (old)/a.bizarch": 'mission m "More"\n' },
      { ...HOUSE, ...two },
    );
    git("rm", "-q", "bizarch.json", "why.bizarch", "what.bizarch", "how.bizarch");
    commit({});
    pull(7, "change");
    await again();
    const first = bodies(github);
    expect(first.map((body) => body.split("\n")[0] ?? "").toSorted()).toEqual([
      "<!-- bizarch: . -->",
      "<!-- bizarch: pim's%20(old) -->",
      "<!-- bizarch: retail -->",
    ]);
    expect(first.filter((body) => body.includes("does not pass")).length).toBe(1);
    expect(first.find((body) => body.includes("does not pass"))).toContain("#### `retail`");

    git("checkout", "-q", "main", "--", ".");
    commit({ "retail/how.bizarch": PARTITION["how.bizarch"] });
    pull(7, "change");
    await again();
    expect(bodies(github).filter((body) => body.includes("any more")).length).toBe(2);
    expect(bodies(github).length).toBe(3);
  });

  test("are kept apart by the path of each step", async () => {
    const { again, github } = await reviewed({ "retail/how.bizarch": WALL["how.bizarch"] }, two);
    await again({ inputs: { path: "pim's (old)" } });
    expect(bodies(github)).toEqual([]);
    await again({ inputs: { path: "retail/" } });
    expect(bodies(github)).toEqual([expect.stringMatching(/^<!-- bizarch: retail -->\n/)]);
    await again({ inputs: { path: "./pim's (old)" } });
    expect(bodies(github)[0]).toContain("marketing-tool-owns-core-data");
  });

  test("are not all told of where very many changed", async () => {
    const names = Array.from({ length: 13 }, (_, index) => `p${index}`);
    const many = (text: string): Files => {
      const configs = names.map((name) => [`${name}/bizarch.json`, HOUSE["bizarch.json"]] as const);
      return Object.fromEntries([...configs, ...names.map((name) => [`${name}/a.bizarch`, text] as const)]);
    };
    const { again, github } = await reviewed(many('mission m "More"\n'), many("mission m\n"));
    const ran = await again();
    expect(bodies(github).length).toBe(10);
    expect(ran.remarks).toEqual([expect.stringMatching(/^notice 3 more projects changed/)]);
  });
});

describe("when GitHub will not", () => {
  test("a token that may not write: the summary alone, and what lacks", async () => {
    const { again, github } = await reviewed(PARTITION);
    github.mayWrite = false;
    const ran = await again();
    expect(ran.code).toBe(0);
    expect(ran.remarks).toEqual([
      expect.stringMatching(
        /^warning The comment could not be written \(Resource not accessible by integration\).*'pull-requests: write'/,
      ),
    ]);
    expect(ran.summary).toContain("1 change to partitions");
  });

  test("a fork, whose token may only read: the summary alone, and the run passes", async () => {
    const { again, pull, github } = await reviewed(PARTITION);
    pull(7, "change", "mallory");
    github.mayWrite = false;
    const ran = await again();
    expect([ran.code, ran.remarks]).toEqual([
      0,
      [expect.stringMatching(/^notice The change comes from a fork/)],
    ]);
    expect(ran.summary).toContain("1 change to partitions");
    expect(ran.outputs["partitions"]).toBe("1");
  });

  test("a bad token", async () => {
    const { again } = await reviewed(PARTITION);
    const ran = await again({ inputs: { token: "nonsense" } });
    expect([ran.code, ran.remarks]).toEqual([0, [expect.stringMatching(/^warning .*Bad credentials/)]]);
  });

  test("too long a comment becomes a brief one that leads to the summary", async () => {
    const { again, github } = await reviewed(WALL);
    github.troubles.push({ status: 422, on: "POST", message: "Validation Failed" });
    const ran = await again();
    expect(ran.remarks).toEqual([]);
    expect(bodies(github)).toEqual([expect.stringContaining("The review is longer than a comment may be.")]);
    expect(bodies(github)[0]).toContain("/actions/runs/42)");
  });

  test("3,000 changes fit into a comment", async () => {
    const tools = Array.from(
      { length: 3000 },
      (_, index) => `tool t${index} "${"é".repeat(200)}" { category pim; accountable data; owns customer }\n`,
    );
    const { again, github } = await reviewed({ "more.bizarch": tools.join("") });
    const ran = await again();
    expect(ran.remarks.filter((remark) => remark.startsWith("warning"))).toEqual([]);
    expect(bodies(github)[0]?.length).toBeLessThan(65_536);
    expect(bodies(github)[0]).toContain("3000 changes to partitions");
  });

  test.each([
    ["a second limit", { status: 403, headers: { "retry-after": "1" } }],
    ["too many requests", { status: 429, headers: { "retry-after": "0" } }],
    [
      "a limit that was just lifted",
      { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" } },
    ],
  ])("%s is waited for", async (_, trouble) => {
    const { again, github } = await reviewed(PARTITION);
    github.troubles.push({ ...trouble, on: "POST" });
    const ran = await again();
    expect([ran.code, ran.remarks, bodies(github).length]).toEqual([0, [], 1]);
  });

  test("an hour is not waited for", async () => {
    const { again, github } = await reviewed(PARTITION);
    github.troubles.push({
      status: 429,
      headers: { "retry-after": "3600" },
      on: "POST",
      message: "slow down",
    });
    const ran = await again();
    expect([ran.code, bodies(github)]).toEqual([0, []]);
    expect(ran.remarks).toEqual([expect.stringMatching(/^warning .*\(slow down\).*Run the job again later/)]);
  });

  test.each([502, 0])("what had no good answer (%d) is asked again", async (status) => {
    const { again, github } = await reviewed(PARTITION);
    github.troubles.push({ status, on: "GET" }, { status, on: "GET" });
    const ran = await again();
    expect([ran.code, ran.remarks, bodies(github).length]).toEqual([0, [], 1]);
  });

  test.each([true, false])(
    "a comment whose answer was lost is not written twice (written: %s)",
    async (isDone) => {
      const { again, github } = await reviewed(PARTITION);
      github.troubles.push({ status: 502, on: "POST", isDone });
      const ran = await again();
      expect([ran.remarks, bodies(github).length]).toEqual([[], 1]);
      expect(ran.outputs["comments"]).toMatch(/#issuecomment-1$/);
    },
  );

  test("GitHub being down does not hide the verdict", async () => {
    const { again, github } = await reviewed(WALL);
    github.troubles.push(...Array.from({ length: 40 }, () => ({ status: 503, message: "no server" })));
    const ran = await again();
    expect([ran.code, ran.outputs["failed"]]).toEqual([1, "new-error"]);
    expect(ran.remarks).toEqual([expect.stringMatching(/^warning .*\(no server\)/)]);
  });
});

describe("titles are hostile", () => {
  const title =
    "@everyone ::error::x ##[add-mask]y --> <img src=x> | `` #1 ::stop-commands::a \u202e GH-2 ]( http://e.vil";
  const files = {
    "how.bizarch": `${HOUSE["how.bizarch"]}tool pim "${title}" {\n  category pim\n  accountable data\n}\n`,
  };

  test("in the comment they are text, in the log they command nothing", async () => {
    const { again, github } = await reviewed(files);
    const ran = await again();
    const [body = ""] = bodies(github);
    expect(body).not.toMatch(/@everyone|<img|#1\b|\u202e|GH-2|http:\/\//);
    expect(body.match(/-->/g)?.length).toBe(1);
    expect(ran.annotations.every((line) => line.startsWith("warning how.bizarch:"))).toBe(true);
    expect(ran.remarks).toEqual([]);
    expect(ran.out).toContain(String.raw`#\u{23}[add-mask]y`);
    expect(ran.out).not.toContain("##[");
  });
});
