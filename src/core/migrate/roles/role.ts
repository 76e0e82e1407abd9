import { checkOfAction } from "../../declarations/index.ts";
import type { StepFacts } from "../model.ts";
import { commandRole, scriptRole } from "./command-role.ts";
import { type ActionKind, actionName, kindOfAction, preparesRunner } from "./known-actions.ts";
import { setsUpOnly } from "./local-actions.ts";
import { type Role, type RoleContext, stays } from "./role-types.ts";

const WHAT: Readonly<Partial<Record<ActionKind, string>>> = {
  checkout: "checks the repository out",
  cache: "keeps a cache",
  "set-up": "sets up a tool",
  filter: "decides which jobs run",
};

const OTHER_ACTIONS: Readonly<Partial<Record<ActionKind, string>>> = {
  deploy: "it deploys; the road does not",
  scan: "it scans with a service of GitHub's; the road does not",
  automation: "it works on issues, pull requests or the repository; the road does not",
};

function uploadOf(step: StepFacts): Role {
  const paths = step.with["path"] ?? "";
  const name = step.with["name"] ?? "artifact";
  if (/cover|htmlcov/i.test(`${paths} ${name}`)) return { kind: "upload", name, what: "other" };
  if (/(?:^|\/)dist\b|\.whl|\.tar\.gz|\.tgz/.test(paths)) return { kind: "upload", name, what: "build" };
  const isReport = /junit|test-?results|reports?\b|\.sarif|\.log\b|(?:^|\/)logs?\b|-report/i.test(paths);
  return { kind: "upload", name, what: isReport ? "reports" : "other" };
}

function actionRole(step: StepFacts, uses: string, context: RoleContext): Role {
  const kind = kindOfAction(uses);
  switch (kind) {
    case "checkout":
      return checkoutRole(step);
    case "cache":
    case "set-up":
    case "filter":
      return { kind: "set-up", what: WHAT[kind] ?? "sets up" };
    case "upload":
      return uploadOf(step);
    case "download":
      return { kind: "download", name: step.with["name"] ?? null };
    case "sign":
      return { kind: "evidence", what: "signature" };
    case "sbom":
      return { kind: "evidence", what: "SBOM" };
    case "coverage":
    case "aggregate":
    case "build":
      return { kind };
    case "publish":
      return { kind: "publish", why: "it publishes; the road hands over what it built and signed" };
    case "scan":
      return stays(OTHER_ACTIONS[kind] ?? "");
    case "deploy":
    case "automation":
      return { ...stays(OTHER_ACTIONS[kind] ?? ""), acts: true };
    case undefined:
      return startedBy(step, uses, context) ?? unknownAction(uses, context);
  }
}

/** An action that only starts a tool: the command that it stands for. */
function startedBy(step: StepFacts, uses: string, context: RoleContext): Role | undefined {
  const words = checkOfAction(uses, step.with);
  if (words === undefined) return undefined;
  // Its default (github.com/zizmorcore/zizmor-action, action.yml).
  if (actionName(uses) === "zizmorcore/zizmor-action" && step.with["advanced-security"] !== "false")
    return stays("it shows its findings in GitHub's code scanning; the road does not");
  return commandRole(step, [{ words, text: words.join(" "), cwd: ".", env: {}, mayFail: false }], context);
}

function checkoutRole(step: StepFacts): Role {
  const elsewhere = step.with["repository"];
  if (elsewhere !== undefined) return stays(`it checks out ${elsewhere}, another repository`);
  return { kind: "set-up", what: "checks the repository out" };
}

function unknownAction(uses: string, { known }: RoleContext): Role {
  const name = actionName(uses);
  const prepares: Role = { kind: "set-up", what: "prepares the job that it is in" };
  if (!/^\.|^\$/.test(name)) return preparesRunner(uses) ? prepares : foreignAction(name);
  if (setsUpOnly(uses, known.texts))
    return { kind: "set-up", what: "is the repository's own action, and only sets up" };
  const last = name.split("/").at(-1) ?? "";
  return /^(?:set-?up|install|prepare|bootstrap|init)/i.test(last)
    ? { kind: "set-up", what: "is the repository's own set-up action, by its name" }
    : stays("it is an action of the repository's own; the road does not look into it");
}

function foreignAction(name: string): Role {
  return /(?:^|[-/])(?:release|publish)(?:r|s|er|ing)?(?:[-/]|$)/i.test(name.split("/").slice(1).join("/"))
    ? { kind: "publish", why: `the road has nothing in place of ${name}, which releases or publishes by its name` }
    : stays(`the road has nothing in place of ${name}`);
}

/**
 * What a step is for, by itself: what other steps need of it is decided later.
 *
 * @param step the step
 * @param context where it stands and what the road runs
 */
export function roleOf(step: StepFacts, context: RoleContext): Role {
  if (step.condition !== null && /\bfailure\(\)/.test(step.condition)) {
    return step.uses !== null && kindOfAction(step.uses) === "upload"
      ? { ...uploadOf(step) }
      : {
          kind: "person",
          why: "it runs when a step before it has failed",
          todo: "decide what it shall watch: the job it is in, or the road (`needs: turnpike` with `if: failure()`)",
        };
  }
  if (step.uses !== null) return actionRole(step, step.uses, context);
  if (step.run !== null) return scriptRole(step, step.run, context);
  return stays("it has neither `uses` nor `run`");
}
