import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { median, toTable } from "../table.ts";

// One real set of thirteen gates on real projects, by five runners in turn. It needs checkouts of uv projects with sources
// in src/ and tests in tests/, Linux, uv, make, and an idle machine:
//
//   PROJECTS=/path/to/click:/path/to/werkzeug TOOLS=/path/with/gitleaks/and/actionlint ROUNDS=3 npm run bench -- side-by-side
const projects = (process.env["PROJECTS"] ?? "").split(":").filter((path) => path !== "");
const rounds = Number(process.env["ROUNDS"] ?? 3);
const cores = cpus().length;
const cli = fileURLToPath(new URL("../../dist/turnpike.js", import.meta.url));
const PEERS = ["concurrently@9.2.1", "wireit@0.14.13"];
const PYTHON_TOOLS = ["ruff", "mypy", "pyright", "ty", "bandit", "deptry", "detect-secrets", "zizmor"];

/** Ids in the order in which a person would list them, and longest first. */
const COMMANDS: readonly (readonly [string, string])[] = [
  ["lock", "uv lock --check --offline"],
  ["format", "ruff format --check ."],
  ["lint", "ruff check --no-fix ."],
  ["mypy", "mypy src"],
  ["pyright", "pyright src"],
  ["ty", "ty check src"],
  ["tests", "pytest -q -p no:cacheprovider tests"],
  ["bandit", "bandit -q -r src"],
  ["deptry", "deptry src"],
  ["secrets", "detect-secrets scan --no-verify src tests docs"],
  ["gitleaks", "gitleaks dir . --no-banner --redact"],
  ["zizmor", "zizmor --offline .github"],
  ["actionlint", "actionlint"],
];

/** What each gate reads, for the result cache; the others read everything. */
const INPUTS: Readonly<Record<string, readonly string[]>> = {
  lock: ["pyproject.toml", "uv.lock"],
  mypy: ["src/**", "pyproject.toml", "uv.lock"],
  pyright: ["src/**", "pyproject.toml", "uv.lock"],
  ty: ["src/**", "pyproject.toml", "uv.lock"],
  bandit: ["src/**", "pyproject.toml"],
  deptry: ["src/**", "pyproject.toml", "uv.lock"],
  zizmor: [".github/**"],
  actionlint: [".github/**"],
};

interface Timing {
  readonly wallS: number;
  readonly cpuS: number;
  /** Cores that others kept busy, on average. */
  readonly otherLoad: number;
}

interface Bench {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly peers: string;
}

function busySeconds(): number {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = line.split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + soft) / 100;
}

function timed(bench: Bench, command: string, args: readonly string[]): Timing {
  for (const cache of [".mypy_cache", ".ruff_cache"]) rmSync(join(bench.root, cache), { recursive: true, force: true });
  const [busy, begin] = [busySeconds(), performance.now()];
  const log = join(bench.peers, "time.txt");
  const time = ["-o", log, "-f", "%U %S", command, ...args];
  spawnSync("/usr/bin/time", time, { cwd: bench.root, env: bench.env, stdio: "ignore" });
  const wallS = (performance.now() - begin) / 1000;
  const last = readFileSync(log, "utf8").trim().split("\n").at(-1) ?? "";
  const cpuS = last.split(" ").reduce((sum, one) => sum + Number(one), 0);
  return { wallS, cpuS, otherLoad: Math.max(0, (busySeconds() - busy - cpuS) / wallS) };
}

function makefile(ids: readonly string[]): string {
  const rules = COMMANDS.map(([id, command]) => `${id}:\n\t-@${command} >/dev/null 2>&1\n`);
  return `.PHONY: all ${ids.join(" ")}\nall: ${ids.join(" ")}\n${rules.join("")}`;
}

function prepare(project: string): Bench {
  const peers = mkdtempSync(join(tmpdir(), "turnpike-side-by-side-"));
  const root = join(peers, basename(project));
  execFileSync("git", ["clone", "-q", "--no-hardlinks", project, root]);
  execFileSync("uv", ["sync", "-q", "--locked", "--all-groups"], { cwd: root, stdio: "inherit" });
  execFileSync("uv", ["pip", "install", "-q", ...PYTHON_TOOLS], { cwd: root, stdio: "inherit" });
  writeFileSync(join(peers, "package.json"), "{}");
  execFileSync("npm", ["install", "--silent", "--no-audit", "--no-fund", ...PEERS], { cwd: peers, stdio: "inherit" });
  const path = [
    join(root, ".venv/bin"),
    join(peers, "node_modules/.bin"),
    process.env["TOOLS"] ?? "",
    process.env["PATH"],
  ];
  const gates = COMMANDS.map(
    ([id, command]) =>
      `  ${id}: { run: [${command
        .split(" ")
        .map((word) => JSON.stringify(word))
        .join(", ")}] }`,
  );
  writeFileSync(join(root, "turnpike.yml"), `presets: none\ngates:\n${gates.join("\n")}\n`);
  const scripts = Object.fromEntries(COMMANDS.map(([id]) => [id, "wireit"]));
  const wireit = Object.fromEntries(COMMANDS.map(([id, command]) => [id, { command: `${command} || true` }]));
  const all = { command: "true", dependencies: COMMANDS.map(([id]) => id) };
  writeFileSync(
    join(root, "package.json"),
    JSON.stringify({ name: "a", scripts: { ...scripts, all: "wireit" }, wireit: { ...wireit, all } }),
  );
  // Its own files and what it writes must not be looked at by the gates of one runner only.
  mkdirSync(join(root, ".git/info"), { recursive: true });
  writeFileSync(join(root, ".git/info/exclude"), "turnpike.yml\npackage.json\n*.mk\n.wireit/\n.turnpike/\n");
  const env = {
    ...process.env,
    PATH: path.join(":"),
    VIRTUAL_ENV: join(root, ".venv"),
    WIREIT_CACHE: "none",
    WIREIT_FAILURES: "continue",
  };
  return { root, peers, env };
}

/** What each gate takes alone, in seconds. */
function alone(bench: Bench): ReadonlyMap<string, number> {
  return new Map(COMMANDS.map(([id, command]) => [id, timed(bench, "sh", ["-c", `${command} >/dev/null 2>&1`]).wallS]));
}

const gatesArgs = (bench: Bench, ...more: string[]) => [cli, "gates", bench.root, "--no-cache", ...more];

/** Forgets what earlier runs of ours took. */
function forget(bench: Bench): void {
  rmSync(join(bench.root, ".turnpike"), { recursive: true, force: true });
}

function modes(bench: Bench, byLength: readonly string[]): Readonly<Record<string, () => Timing>> {
  const listed = COMMANDS.map(([id]) => id);
  writeFileSync(join(bench.root, "listed.mk"), makefile(listed));
  writeFileSync(join(bench.root, "longest.mk"), makefile(byLength));
  const sequence = COMMANDS.map(([, command]) => `${command} >/dev/null 2>&1`).join("; ");
  const all = COMMANDS.map(([, command]) => `${command} >/dev/null 2>&1 || true`);
  return {
    "one after another": () => timed(bench, "sh", ["-c", sequence]),
    concurrently: () => timed(bench, "concurrently", all),
    wireit: () => timed(bench, "npm", ["run", "--silent", "all"]),
    [`make -j${cores}, listed`]: () => timed(bench, "make", [`-j${cores}`, "-O", "-k", "-f", "listed.mk"]),
    [`make -j${cores}, longest first`]: () => timed(bench, "make", [`-j${cores}`, "-O", "-k", "-f", "longest.mk"]),
    "turnpike, first run": () => {
      forget(bench);
      return timed(bench, process.execPath, gatesArgs(bench));
    },
    "turnpike, with history": () => timed(bench, process.execPath, gatesArgs(bench)),
  };
}

/** Passes alone are remembered, so a gate that finds something here is made one that shows it and passes. */
function rememberable(bench: Bench): void {
  const gates = COMMANDS.map(([id, command]) => {
    const { status } = spawnSync("sh", ["-c", command], { cwd: bench.root, env: bench.env, stdio: "ignore" });
    const run = status === 0 ? command.split(" ") : ["sh", "-c", `${command} || true`];
    const inputs = INPUTS[id] === undefined ? "" : `, inputs: ${JSON.stringify(INPUTS[id])}`;
    return `  ${id}: { run: ${JSON.stringify(run)}${inputs} }`;
  });
  writeFileSync(join(bench.root, "turnpike.yml"), `presets: none\ngates:\n${gates.join("\n")}\n`);
}

function notCached(bench: Bench): string {
  const verdict = JSON.parse(readFileSync(join(bench.root, ".turnpike/gates/verdict.json"), "utf8")) as {
    gates: { id: string; outcome: string }[];
  };
  return (
    verdict.gates
      .filter(({ outcome }) => outcome !== "cached")
      .map(({ id }) => id)
      .join(", ") || "none"
  );
}

function cachedRuns(bench: Bench, sequentialS: number): readonly string[] {
  rememberable(bench);
  const run = () => timed(bench, process.execPath, [cli, "gates", bench.root]);
  const line = (what: string, { wallS }: Timing) =>
    `${what}: ${(wallS / sequentialS).toFixed(3)} of one after another; ran: ${notCached(bench)}`;
  run();
  const again = line("again, unchanged tree", run());
  const changed = join(bench.root, "tests", "test_turnpike_bench.py");
  writeFileSync(changed, "def test_nothing():\n    assert True\n");
  const after = line("after one more test file", run());
  rmSync(changed);
  return [again, after];
}

function benchProject(project: string): void {
  const bench = prepare(project);
  const single = alone(bench);
  const byLength = [...single].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  const longestS = Math.max(...single.values());
  const results = new Map<string, Timing[]>();
  const runs = modes(bench, byLength);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(runs)) results.set(name, [...(results.get(name) ?? []), run()]);
  }
  const middle = (name: string, pick: (timing: Timing) => number) => median((results.get(name) ?? []).map(pick));
  const sequentialS = middle("one after another", ({ wallS }) => wallS);
  const ofBound = ({ wallS, cpuS }: Timing) => wallS / Math.max(longestS, cpuS / cores);
  const rows = [...results].map(([name, timings]) => [
    name,
    (middle(name, ({ wallS }) => wallS) / sequentialS).toFixed(2),
    timings.map((timing) => (timing.wallS / sequentialS).toFixed(2)).join(" "),
    middle(name, ofBound).toFixed(3),
    middle(name, ({ cpuS }) => cpuS / sequentialS).toFixed(2),
    middle(name, ({ otherLoad }) => otherLoad).toFixed(2),
  ]);
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: bench.root, encoding: "utf8" }).trim();
  console.log(
    `\n${basename(project)} ${commit}: ${COMMANDS.length} gates, ${cores} cores, ${sequentialS.toFixed(1)} s one after another; longest ${byLength[0]} ${longestS.toFixed(1)} s`,
  );
  console.log(toTable([["runner", "wall", "each round", "wall / bound of its run", "CPU", "other load"], ...rows]));
  for (const line of cachedRuns(bench, sequentialS)) console.log(line);
  rmSync(bench.peers, { recursive: true, force: true });
}

if (projects.length === 0) console.log("skipped: name checkouts of uv projects in PROJECTS, separated by colons");
for (const project of projects) {
  if (existsSync(join(project, "uv.lock"))) benchProject(project);
  else console.log(`skipped: ${project} has no uv.lock`);
}
