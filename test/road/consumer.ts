import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "../repo/root.ts";

/** How a consumer reaches the road. */
export interface CallerOptions {
  /** Reference after `@`. */
  readonly ref?: string;
  readonly owner?: string;
  readonly workflow?: "pipeline.yml" | "checks.yml";
  /** YAML flow map. */
  readonly permissions?: string;
  /** YAML flow map of inputs. */
  readonly inputs?: string;
}

/**
 * @param options what differs from the caller in the README
 * @returns the text of a caller workflow
 */
export function caller(options: CallerOptions = {}): string {
  const { ref = "v1", owner = "acme", workflow = "pipeline.yml" } = options;
  const permissions = options.permissions ?? "{ contents: read, id-token: write, attestations: write }";
  return [
    "name: turnpike",
    'on: { push: { branches: [main], tags: ["v*"] }, pull_request: {}, merge_group: {} }',
    `permissions: ${permissions}`,
    "jobs:",
    "  turnpike:",
    `    uses: ${owner}/turnpike/.github/workflows/${workflow}@${ref}`,
    ...(options.inputs === undefined ? [] : [`    with: ${options.inputs}`]),
    "",
  ].join("\n");
}

/** A small Node package that needs no network: two gates from its scripts, a lock without packages. */
export const nodePackage: Readonly<Record<string, string>> = {
  "package.json": `${JSON.stringify(
    {
      name: "shop",
      version: "1.0.0",
      license: "Apache-2.0",
      files: ["index.js"],
      scripts: { lint: "node --check index.js", test: "node --test" },
    },
    null,
    2,
  )}\n`,
  "package-lock.json": `${JSON.stringify(
    {
      name: "shop",
      version: "1.0.0",
      lockfileVersion: 3,
      requires: true,
      packages: { "": { name: "shop", version: "1.0.0", license: "Apache-2.0" } },
    },
    null,
    2,
  )}\n`,
  "index.js": "export const left = (stock, taken) => stock - taken;\n",
  "index.test.js":
    'import test from "node:test";\nimport assert from "node:assert";\nimport { left } from "./index.js";\ntest("taking lowers what is left", () => assert.equal(left(5, 2), 3));\n',
  ".gitignore": "node_modules/\n*.tgz\n",
};

/** A repository in a temporary folder that goes away with the test. */
export interface Consumer {
  readonly folder: string;
  git(...args: string[]): string;
  write(path: string, text: string): void;
  /** Commits everything. */
  commit(message: string): void;
  read(path: string): string;
}

/**
 * @param files texts by path
 * @returns a git repository on branch main with one commit
 */
export function makeConsumer(files: Readonly<Record<string, string>>): Consumer {
  const folder = mkdtempSync(join(tmpdir(), "turnpike-consumer-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "commit.gpgsign=false"];
  const consumer: Consumer = {
    folder,
    git: (...args) => execFileSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" }).trim(),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    commit(message) {
      consumer.git("add", "--all");
      consumer.git("commit", "--quiet", "--message", message);
    },
    read: (path) => readFileSync(join(folder, path), "utf8"),
  };
  for (const [path, text] of Object.entries(files)) consumer.write(path, text);
  consumer.git("init", "--quiet", "--initial-branch=main");
  consumer.commit("Begin");
  return consumer;
}

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A started command line. */
export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/**
 * Starts the bundled command line with Node 24, in a plain environment.
 *
 * @param args arguments of `turnpike`
 * @param cwd folder to start in
 * @param env added to PATH and HOME
 * @returns the process and its end
 */
export function startTurnpike(args: readonly string[], cwd: string, env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [join(root, "dist/turnpike.js"), ...args], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    output.stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on("close", (code) => resolve({ code, ...output }));
  });
  return { process: child, ended };
}

/** Runs the bundled command line to its end. See `startTurnpike`. */
export function runTurnpike(args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Ended> {
  return startTurnpike(args, cwd, env).ended;
}
