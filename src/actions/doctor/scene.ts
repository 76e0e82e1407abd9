import type { PinResult, TurnpikeCall } from "../../core/adopt/index.ts";
import type { Planned } from "../../core/detect/index.ts";
import type { CheckResult, Section } from "../../core/doctor/index.ts";
import type { ParsedWorkflow, WorkflowFile } from "../../core/workflow/index.ts";
import type { Problem } from "../../errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Disk } from "../../ports/disk.ts";
import type { Files } from "../../ports/files.ts";
import type { Git } from "../../ports/git.ts";
import type { GitRefs } from "../../ports/git-refs.ts";
import type { Http } from "../../ports/http.ts";
import type { CapturedResult, Processes } from "../../ports/processes.ts";
import type { Toolchains } from "../../ports/toolchains.ts";

/** The repository's plan, or what is wrong with its turnpike.yml. */
export type PlanOutcome =
  | { readonly kind: "planned"; readonly planned: Planned }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

/** A job that calls the road. */
export interface Caller {
  readonly workflow: WorkflowFile;
  readonly call: TurnpikeCall;
}

/** All that checks may look at: facts that many of them need, read once, and ports for the rest. */
export interface Scene {
  /** Absolute top level of the repository; the folder itself where there is none. */
  readonly top: string;
  readonly isRepository: boolean;
  /** Whether the person allowed to ask the network. */
  readonly isOnline: boolean;
  readonly env: Readonly<Record<string, string>>;
  /** `24.1.0`, of the Node that runs. */
  readonly nodeVersion: string;
  /** Absolute folder for temporary files. */
  readonly temp: string;
  /** Absolute folders besides that are written, and what for: caches and what is remembered. */
  readonly written: readonly { readonly folder: string; readonly what: string; readonly isNeeded: boolean }[];
  /** Tracked files and untracked ones that are not ignored, relative to the top. */
  readonly names: ReadonlySet<string>;
  /** Workflow files and the configurations of update bots, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files of that kind that are there and were not read, and why. */
  readonly unreadable: readonly { readonly path: string; readonly why: string }[];
  readonly plan: PlanOutcome;
  readonly workflows: readonly { readonly path: string; readonly parsed: ParsedWorkflow }[];
  readonly callers: readonly Caller[];
  /** The commit of the running copy. */
  readonly ownPin: PinResult;
  /** @returns a file of the running copy of Turnpike */
  ownText(path: string): Promise<string | undefined>;
  /** Relative paths are below the top. */
  readonly files: Files;
  readonly git: Git & GitRefs;
  /** Runs git in the repository, without anything that the repository's configuration names. */
  askGit(...args: readonly string[]): Promise<CapturedResult>;
  readonly processes: Processes;
  readonly toolchains: Toolchains;
  readonly http: Http;
  readonly disk: Disk;
  readonly clock: Clock;
}

/**
 * @param callers all of a repository
 * @returns those that pull requests start; all of them where none does. A caller that only releases start may stand beside one
 */
export function checkingCallers(callers: readonly Caller[]): readonly Caller[] {
  const checking = callers.filter(({ workflow }) =>
    workflow.triggers.some(({ event }) => event === "pull_request" || event === "pull_request_target"),
  );
  return checking.length > 0 ? checking : callers;
}

/** One check: a small module in `checks/`, listed in `table.ts`. */
export interface Check {
  /** As `--json` names it. */
  readonly id: string;
  readonly section: Section;
  /** Faults of reading may be thrown: they are shown as what could not be judged. */
  examine(scene: Scene): Promise<CheckResult>;
}

/** Longest that one program may take, in ms: doctor answers at once or says that it could not. */
export const PROGRAM_MS = 5000;

/**
 * Runs a short helper program in the repository.
 *
 * @param scene where
 * @param file the program
 * @param args its arguments
 * @param cwd relative to the top
 */
export function ask(scene: Scene, file: string, args: readonly string[], cwd = "."): Promise<CapturedResult> {
  const { env, files } = scene;
  return scene.processes.capture(
    { file, args, cwd: files.absolute(cwd), env: { ...env, LC_ALL: "C", NO_COLOR: "1" } },
    { timeoutMs: PROGRAM_MS, maxBytes: 8 * 1024 * 1024 },
  );
}

/** @returns whether the program ended with 0 */
export function isGood({ end }: CapturedResult): boolean {
  return end.kind === "exited" && end.code === 0;
}

/** @returns environments that the plan installs with this manager */
export function environmentsOf(scene: Scene, manager: "uv" | "npm") {
  if (scene.plan.kind === "invalid") return [];
  return scene.plan.planned.plan.environments.filter((one) => one.manager === manager);
}

/** @returns whether the repository has something that uv installs */
export function wantsUv(scene: Scene): boolean {
  return scene.names.has("uv.lock") || environmentsOf(scene, "uv").length > 0;
}

/** @returns a path below a folder that is relative to the top */
export function below(cwd: string, name: string): string {
  return cwd === "." ? name : `${cwd}/${name}`;
}
