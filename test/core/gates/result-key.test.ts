import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decideResults,
  environmentKey,
  type Gate,
  isForkEvent,
  type Judgement,
  OUTCOMES,
  parseResults,
  programsOf,
  type ResultGround,
  type ResultKey,
  recalled,
  recallPasses,
  rememberPasses,
  renderResults,
  resultKeys,
  toPass,
  variablesNamedBy,
} from "../../../src/core/gates/index.ts";
import { gate } from "../../actions/gates/world.ts";

const ground: ResultGround = {
  files: [
    { path: "docs/a.md", mode: "100644", id: "d1" },
    { path: "src/a.py", mode: "100644", id: "a1" },
    { path: "src/b.py", mode: "100644", id: "b1" },
    { path: "uv.lock", mode: "100644", id: "l1" },
  ],
  blind: undefined,
  programs: { uv: "uv 0.9", bash: "bash 5" },
  packages: { ".\0.venv": "v1" },
  machine: "linux x64 ubuntu24 20261101",
  turnpike: "t1",
  env: { TZ: "UTC", EDITOR: "vi", CI: "true", MY_FLAG: "1" },
};

const tests = gate("tests", { run: ["uv", "run", "pytest"], env: { A: "1" }, tool: "pytest" });
const narrow = gate("lint", { run: ["uv", "run", "ruff", "check"], inputs: ["src"] });
const shell = gate("shell", { run: "MODE=x make check FLAG=$MY_FLAG | tee out" });

function keyOf(one: Gate, at: ResultGround = ground, all: readonly Gate[] = [one]): string {
  const key = resultKeys(all, at).get(one.id);
  return key?.kind === "key" ? key.key : `none: ${key?.reason}`;
}

function withFile(path: string, change: Partial<ResultGround["files"][number]>): ResultGround {
  return { ...ground, files: ground.files.map((file) => (file.path === path ? { ...file, ...change } : file)) };
}

describe("the key of a result", () => {
  it.each<[string, Partial<Gate>, ResultGround]>([
    ["the command", { run: ["uv", "run", "pytest", "-x"] }, ground],
    ["the command, as a line of a shell", { run: "uv run pytest" }, ground],
    ["its folder", { cwd: "src" }, ground],
    ["a variable of the gate", { env: { A: "2" } }, ground],
    ["one more variable of the gate", { env: { A: "1", B: "1" } }, ground],
    ["its report", { reports: [{ format: "junit", path: "a.xml" }] }, ground],
    ["its threshold", { threshold: { coverage: 90 } }, ground],
    ["its exit codes", { exitCodes: { clean: [0, 1], findings: [] } }, ground],
    ["its time limit", { timeoutMs: 1000 }, ground],
    ["its packages", { environment: { manager: "uv", cwd: ".", groups: ["x"], extras: [] } }, ground],
    ["the content of a file", {}, withFile("src/a.py", { id: "a2" })],
    ["a mode", {}, withFile("src/a.py", { mode: "100755" })],
    ["a name", {}, withFile("src/a.py", { path: "src/c.py" })],
    ["a file more", {}, { ...ground, files: [...ground.files, { path: "x", mode: "100644", id: "x" }] }],
    ["a file less", {}, { ...ground, files: ground.files.slice(1) }],
    ["the lock", {}, withFile("uv.lock", { id: "l2" })],
    ["a program", {}, { ...ground, programs: { ...ground.programs, uv: "uv 0.10" } }],
    ["what is installed", {}, { ...ground, packages: { ".\0.venv": "v2" } }],
    ["the machine's image", {}, { ...ground, machine: "linux x64 ubuntu24 20261108" }],
    ["this program", {}, { ...ground, turnpike: "t2" }],
    ["a variable that counts", {}, { ...ground, env: { ...ground.env, TZ: "CET" } }],
    ["a variable that counts, taken away", {}, { ...ground, env: { CI: "true" } }],
  ])("is another one after a change of %s", (_, change, at) => {
    expect(keyOf({ ...tests, ...change }, at)).not.toBe(keyOf(tests));
  });

  it.each<[string, Partial<Gate>, ResultGround]>([
    ["when it starts", { tier: "slow", cpu: 4, memoryBytes: 5, locks: ["a"] }, ground],
    ["what it does to the verdict", { required: false, inconclusive: "warn" }, ground],
    ["what people read of it", { owner: "me", docs: "x.md", why: "y", source: { file: "z", line: 9 } }, ground],
    [
      "when it runs",
      { when: { paths: ["src"] }, retries: { max: 1, classes: [], exitCodes: [1], outputs: [] } },
      ground,
    ],
    ["its waiver", { waiver: { owner: "a", reason: "b", expires: "2026-12-01" } }, ground],
    [
      "the order of its variables",
      { env: { A: "1" } },
      { ...ground, env: Object.fromEntries(Object.entries(ground.env).reverse()) },
    ],
    ["a variable that does not count", {}, { ...ground, env: { ...ground.env, EDITOR: "ed", MY_FLAG: "2" } }],
    ["a program that it does not start", {}, { ...ground, programs: { ...ground.programs, bash: "bash 6" } }],
  ])("stays the same after a change of %s", (_, change, at) => {
    expect(keyOf({ ...tests, ...change }, at)).toBe(keyOf(tests));
  });

  it("goes by `inputs` and, beside them, by locks and settings on the way to the root", () => {
    expect(keyOf(narrow, withFile("docs/a.md", { id: "d2" }))).toBe(keyOf(narrow));
    expect(keyOf(narrow, withFile("src/b.py", { id: "b2" }))).not.toBe(keyOf(narrow));
    expect(keyOf(narrow, withFile("uv.lock", { id: "l2" }))).not.toBe(keyOf(narrow));
  });

  it("does not go by other files at the root, nor by settings of folders beside the way to it", () => {
    const more = ["Makefile", "docs/pyproject.toml"].map((path) => ({ path, mode: "100644", id: "m1" }));
    expect(keyOf(narrow, { ...ground, files: [...ground.files, ...more] })).toBe(keyOf(narrow));
  });

  it("holds the variables and programs that a line of a shell names", () => {
    expect(programsOf(shell)).toEqual(["bash", "make", "tee"]);
    const byPath = { ...shell, cwd: "lib", run: "/opt/x/check a && ./run.sh; ../tools/t" };
    expect(programsOf(byPath)).toEqual(["bash", "/opt/x/check", "./lib/run.sh", "./tools/t"]);
    expect(programsOf({ ...byPath, run: ["/opt/x/check", "a/b"] })).toEqual(["/opt/x/check"]);
    expect(variablesNamedBy(shell, Object.keys(ground.env))).toEqual(["TZ", "CI", "MY_FLAG"]);
    expect(keyOf(shell, { ...ground, env: { ...ground.env, MY_FLAG: "2" } })).not.toBe(keyOf(shell));
  });

  it("holds the key of what the gate needs", () => {
    const needing = { ...narrow, needs: ["tests"] };
    const all = [tests, needing];
    expect(keyOf(needing, withFile("docs/a.md", { id: "d2" }), all)).not.toBe(keyOf(needing, ground, all));
  });

  it.each<[string, Partial<Gate>, ResultGround, string]>([
    ["asks a service", { network: true }, ground, "none: it asks a service, whose answer may change"],
    ["is an audit, even when it is told to", { tool: "pip-audit", cache: true }, ground, "none: it asks a service"],
    ["says so", { cache: false }, ground, "none: turnpike.yml says `cache: false`"],
    ["looks at no file", { inputs: ["scr"] }, ground, "none: its `inputs` name no file"],
    ["cannot be seen", {}, { ...ground, blind: "this is no git repository" }, "none: this is no git repository"],
  ])("is none for a gate that %s, or for one that needs it", (_, change, at, reason) => {
    const odd = { ...tests, ...change };
    expect(keyOf(odd, at)).toContain(reason);
    expect(keyOf({ ...narrow, needs: ["tests"] }, at, [odd, { ...narrow, needs: ["tests"] }])).toMatch(/^none: /);
  });

  it("of a gate in an environment of its own installs holds what that is, and is none while it is not kept", () => {
    const installs = [{ words: ["uv", "pip", "install", "ruff"], cwd: ".", env: {}, source: { file: "a", line: 1 } }];
    const recipe = { name: "lint", python: null, requiresPython: null, installs };
    const environment = { manager: "venv", cwd: ".", groups: [], extras: [], recipe } as const;
    const own = { ...narrow, environment };
    const at = (identity: string): ResultGround => ({
      ...ground,
      environments: { [environmentKey(environment)]: identity },
    });
    expect(keyOf(own)).toBe("none: its packages are installed anew each time");
    expect(keyOf(own, { ...ground, environments: { other: "e1" } })).toMatch(/^none: /);
    expect(keyOf(own, at("e1"))).toMatch(/^[0-9a-f]{64}$/);
    expect(keyOf(own, at("e1"))).not.toBe(keyOf(own, at("e2")));
    expect(keyOf(narrow, at("e1"))).toBe(keyOf(narrow));
  });

  it("differs for any two grounds that differ in a file, and only for those", () => {
    const file = fc.record({
      path: fc.constantFrom("a", "b", "a b", "src/a"),
      mode: fc.constantFrom("100644", "100755"),
      id: fc.constantFrom("1", "2"),
    });
    const files = fc
      .uniqueArray(file, { selector: ({ path }) => path, maxLength: 4 })
      .map((list) => [...list].sort((a, b) => (a.path < b.path ? -1 : 1)));
    fc.assert(
      fc.property(files, files, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(keyOf(tests, { ...ground, files: one }) === keyOf(tests, { ...ground, files: other })).toBe(same);
      }),
    );
  });
});

describe("passes that are remembered", () => {
  const judgement: Judgement = {
    ...{ outcome: "passed", reason: null, summary: "12 tests", findings: [], findingsTotal: 0, coverage: 91 },
    counts: { tests: 12, failures: 0, findings: null },
  };
  const run = { gate: "tests", passedAt: "2026-11-21T12:00:00.000Z", where: "here", durationMs: 5, exitCode: 0 };
  const now = new Date("2026-11-21T13:00:00Z");
  const pass = toPass(judgement, run);

  it("are passes and nothing else", () => {
    const kept = OUTCOMES.filter((outcome) => toPass({ ...judgement, outcome }, run) !== undefined);
    expect(kept).toEqual(["passed"]);
  });

  it("come back with what they said, and with when and where", () => {
    const store = rememberPasses(new Map(), new Map(pass === undefined ? [] : [["k", pass]]), now);
    const back = parseResults(renderResults(store)).get("k");
    expect(back === undefined ? undefined : recalled(back, now)).toEqual({
      ...judgement,
      outcome: "cached",
      reason: "passed with the same inputs on 2026-11-21 12:00 UTC, here",
    });
  });

  it("are believed for a week, and not from a time to come", () => {
    if (pass === undefined) throw new Error("a pass is remembered");
    expect(recalled(pass, new Date("2026-11-28T11:59:59Z"))).toBeDefined();
    expect(recalled(pass, new Date("2026-11-28T12:00:01Z"))).toBeUndefined();
    expect(recalled(pass, new Date("2026-11-21T11:58:00Z"))).toBeUndefined();
    expect(rememberPasses(new Map([["old", pass]]), new Map(), new Date("2027-01-01T00:00:00Z")).size).toBe(0);
  });

  it("are forgotten whole when the file is not what this program writes", () => {
    expect(parseResults("{")).toEqual(new Map());
    expect(parseResults(undefined)).toEqual(new Map());
    expect(parseResults('{"schema":"turnpike/results/2","passes":{}}')).toEqual(new Map());
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseResults(JSON.stringify({ schema: "turnpike/results/1", passes: value }))).toBeInstanceOf(Map);
      }),
    );
  });

  it("stand for a gate only where they stand for all that need it", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const graph = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 8 });
    fc.assert(
      fc.property(graph, fc.subarray(ids), (edges, passed) => {
        const gates = ids.map((id, at) =>
          gate(id, {
            needs: [...new Set(edges.filter(([from, to]) => from === at && to < at).map(([, to]) => ids[to] ?? ""))],
          }),
        );
        const keys = new Map<string, ResultKey>(ids.map((id) => [id, { kind: "key", key: id, parts: [] }]));
        const found = recallPasses(gates, keys, (key) => (passed.includes(key) ? judgement : undefined));
        for (const one of gates.filter(({ id }) => !found.has(id))) {
          for (const need of one.needs) expect(found.has(need)).toBe(false);
        }
        for (const id of found.keys()) expect(passed).toContain(id);
        const isFree = (id: string): boolean =>
          passed.includes(id) && gates.every((other) => !other.needs.includes(id) || isFree(other.id));
        for (const id of ids) expect(found.has(id)).toBe(isFree(id));
      }),
    );
  });
});

describe("results on GitHub", () => {
  const push = { isWanted: true, eventName: "push", refType: "branch", release: false, isFork: false } as const;

  it.each([
    ["a push", {}, [true, true]],
    ["a pull request", { eventName: "pull_request" }, [true, true]],
    ["a schedule", { eventName: "schedule" }, [true, true]],
    ["a fork", { eventName: "pull_request", isFork: true }, [true, false]],
    ["a merge queue", { eventName: "merge_group" }, [true, false]],
    ["pull_request_target", { eventName: "pull_request_target" }, [false, false]],
    ["workflow_run", { eventName: "workflow_run" }, [false, false]],
    ["a release", { eventName: "release", release: true }, [false, false]],
    ["a tag", { refType: "tag" as const }, [false, false]],
    ["whom does not want it", { isWanted: false }, [false, false]],
  ])("are restored and saved, or not, for %s", (_, change, expected) => {
    const { restore, save } = decideResults({ ...push, ...change });
    expect([restore, save]).toEqual(expected);
  });

  it("takes a pull request for one of a fork unless it says that it is none", () => {
    const pull = (head: unknown, base: unknown) => ({ pull_request: { head: { repo: head }, base: { repo: base } } });
    expect(isForkEvent({})).toBe(false);
    expect(isForkEvent(pull({ full_name: "a/b" }, { full_name: "a/b" }))).toBe(false);
    expect(isForkEvent(pull({ full_name: "c/b" }, { full_name: "a/b" }))).toBe(true);
    expect(isForkEvent(pull(null, { full_name: "a/b" }))).toBe(true);
    expect(isForkEvent({ pull_request: {} })).toBe(true);
  });
});
