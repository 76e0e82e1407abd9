import { data } from "@actions/expressions";
import type { FunctionDefinition } from "@actions/expressions/funcs/info";
import { type Json, type Scope, stepStatusFunctions, toEnvironment, toValue } from "../../core/workflow/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { hashFiles } from "../find-files.ts";
import type { StepView } from "./frame.ts";
import type { JobState } from "./job-state.ts";

/** Variables that the step sees as `env`. */
export function visibleEnv(job: JobState, view: StepView): Record<string, string> {
  return { ...job.env, ...view.frame.env, ...view.env };
}

/** The `github` context of a step. */
export function githubOf(job: JobState, view: StepView): { readonly [key: string]: Json } {
  const status = view.frame.actionStatus?.();
  return { ...job.start.github, ...(status === undefined ? {} : { action_status: status }), ...view.github };
}

function scopeOf(job: JobState, view: StepView, hashes: FunctionDefinition): Scope {
  const { frame } = view;
  return {
    contexts: {
      ...job.start.contexts,
      ...(frame.inputs === undefined ? {} : { inputs: frame.inputs }),
      github: toValue(githubOf(job, view)),
      env: toEnvironment(visibleEnv(job, view)),
      job: toValue({ ...job.start.jobContext, status: job.status }),
      steps: job.stepsContext(frame.scope),
    },
    functions: [...stepStatusFunctions(job.status, frame.actionStatus?.()), hashes],
  };
}

/**
 * Evaluates something of a step. `hashFiles` reads files, which takes time, and the evaluator does not wait: what is
 * asked for is noted, read, and the evaluation repeated.
 *
 * @param job the job
 * @param view the step
 * @param read what to evaluate
 * @throws TurnpikeError `WORKFLOW_EXPRESSION`
 */
export async function evaluateIn<T>(job: JobState, view: StepView, read: (scope: Scope) => T): Promise<T> {
  const known = new Map<string, string>();
  for (;;) {
    const wanted = new Map<string, readonly string[]>();
    const hashes: FunctionDefinition = {
      name: "hashfiles",
      minArgs: 1,
      maxArgs: 255,
      call: (...args) => {
        const patterns = args.map((arg) => arg.coerceString());
        const key = patterns.join("\n");
        const hash = known.get(key);
        if (hash === undefined) wanted.set(key, patterns);
        return new data.StringData(hash ?? "");
      },
    };
    const value = read(scopeOf(job, view, hashes));
    if (wanted.size === 0) return value;
    for (const [key, patterns] of wanted) known.set(key, await hashOf(patterns, job.start.workspace));
  }
}

/** As actions/runner src/Runner.Worker/Expressions/HashFilesFunction.cs and src/Misc/expressionFunc/hashFiles. */
async function hashOf(patterns: readonly string[], workspace: string): Promise<string> {
  const [first = "", ...rest] = patterns;
  const followSymbolicLinks = first.toLowerCase() === "--follow-symbolic-links";
  if (first.startsWith("--") && !followSymbolicLinks) {
    const message = `Invalid glob option ${first}, avaliable option: '--follow-symbolic-links'.`;
    throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", message);
  }
  const globs = (followSymbolicLinks ? rest : patterns).join("\n");
  return await hashFiles(globs, workspace, followSymbolicLinks);
}
