import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { systemClock } from "../../src/adapters/node/clock.ts";
import { systemRandom } from "../../src/adapters/node/random.ts";
import type { RunEvent } from "../../src/local/events.ts";
import type { RunOutcome, RunRequest, RunWorld } from "../../src/local/request.ts";
import { runWorkflow } from "../../src/local/run.ts";
import { startServices } from "../../src/local/services/index.ts";

/** A git repository in a temporary folder, gone when it is disposed of. */
export interface TestRepository extends Disposable {
  readonly path: string;
  git(...args: string[]): string;
  write(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
}

const IDENTITY = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"];

/** Makes a repository with these files committed on `main`. Files of `bin/` can be executed. */
export function makeRepository(files: Readonly<Record<string, string>>): TestRepository {
  const path = mkdtempSync(join(tmpdir(), "turnpike-rig-"));
  const git = (...args: string[]): string =>
    execFileSync("git", [...IDENTITY, ...args], {
      cwd: path,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    }).trim();
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
      if (name.startsWith("bin/")) chmodSync(join(path, name), 0o755);
    }
  };
  write(files);
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "first");
  return {
    path,
    git,
    write,
    read: (name) => readFileSync(join(path, name), "utf8"),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A run that has ended. */
export interface TestRun extends RunOutcome {
  readonly events: readonly RunEvent[];
  /** Lines of a job's log without those that say what is run; without an id, of all jobs. */
  lines(jobId?: string): readonly string[];
  /** `name: conclusion` of a job's steps, without set-up and completion. */
  steps(jobId: string): readonly string[];
  /** `id: conclusion` of all jobs. */
  jobs(): readonly string[];
  notes(): readonly string[];
  annotations(): readonly string[];
}

type Options = Partial<RunRequest> & {
  readonly world?: Partial<RunWorld>;
  /** Called with each event. */
  readonly onEvent?: (event: RunEvent) => void;
};

const cacheHome = mkdtempSync(join(tmpdir(), "turnpike-rig-cache-"));
process.once("exit", () => rmSync(cacheHome, { recursive: true, force: true }));

/** Runs a repository's workflow. */
export async function run(repository: TestRepository, options: Options = {}): Promise<TestRun> {
  const { world, onEvent, ...request } = options;
  const events: RunEvent[] = [];
  const outcome = await runWorkflow(
    {
      directory: repository.path,
      event: undefined,
      ref: undefined,
      repository: "acme/orders",
      visibility: "private",
      inputs: {},
      eventFile: undefined,
      actor: "ann",
      workflow: undefined,
      job: undefined,
      maps: [],
      vars: {},
      secrets: {},
      passEnv: [],
      keep: false,
      jobsAtOnce: 4,
      without: [],
      cacheMode: undefined,
      ...request,
    },
    {
      projectRoot: undefined,
      env: { ...process.env, XDG_CACHE_HOME: cacheHome },
      clock: systemClock,
      random: systemRandom,
      watch: () => [
        (event) => {
          events.push(event);
          onEvent?.(event);
        },
      ],
      signal: new AbortController().signal,
      startServices,
      ...world,
    },
  );
  const of = (jobId: string | undefined) => (event: RunEvent) =>
    jobId === undefined || ("jobId" in event && event.jobId === jobId);
  return {
    ...outcome,
    events,
    lines: (jobId) =>
      events
        .filter(of(jobId))
        .flatMap((event) => (event.kind === "line" && event.style !== "command" ? [event.text] : [])),
    steps: (jobId) =>
      events
        .filter(of(jobId))
        .flatMap((event) => (event.kind === "step-finished" ? [`${event.name}: ${event.conclusion}`] : []))
        .filter((text) => !/^(Set up job|Complete job): success$/.test(text)),
    jobs: () =>
      events.flatMap((event) => (event.kind === "job-finished" ? [`${event.jobId}: ${event.conclusion}`] : [])).sort(),
    notes: () => events.flatMap((event) => (event.kind === "note" ? [event.message] : [])),
    annotations: () =>
      events.flatMap((event) =>
        event.kind === "annotation" ? [`${event.annotation.level}: ${event.annotation.message}`] : [],
      ),
  };
}

/** A workflow on push with these jobs, in a repository of its own. */
export function workflow(jobs: string, more: Readonly<Record<string, string>> = {}): TestRepository {
  return makeRepository({ ".github/workflows/ci.yml": `name: ci\non: push\njobs:\n${indent(jobs, 2)}\n`, ...more });
}

/** Puts blanks before each line. */
function indent(text: string, count: number): string {
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n\s*$/, "")
    .split("\n");
  const own = Math.min(...lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return lines.map((line) => (line.trim() === "" ? "" : " ".repeat(count) + line.slice(own))).join("\n");
}
