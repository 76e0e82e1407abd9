import { isBasicExpression } from "@actions/workflow-parser/templates/tokens/type-guards";
import type { Problem } from "../../errors.ts";
import { childOf, entriesOf, problemAt, readActionDocument, type Template } from "./document.ts";
import { readSteps, type StepDefinition } from "./steps.ts";

/** An input of an action. */
export interface ActionInput {
  readonly name: string;
  readonly default: Template | undefined;
  /** Message that says what to use instead. */
  readonly deprecated: string | undefined;
}

/** How an action runs. */
export type ActionRuns =
  | {
      readonly kind: "javascript";
      /** `node20`, `node24`. */
      readonly using: string;
      /** Relative to the action's folder. */
      readonly main: string;
      readonly pre: string | undefined;
      /** Expressions; `always()` when the key is absent. */
      readonly preIf: string;
      readonly post: string | undefined;
      readonly postIf: string;
    }
  | {
      readonly kind: "composite";
      readonly steps: readonly StepDefinition[];
      readonly outputs: readonly { readonly name: string; readonly value: Template | undefined }[];
    };

/** An `action.yml`. */
export interface ActionFile {
  readonly label: string;
  readonly name: string;
  readonly inputs: readonly ActionInput[];
  readonly runs: ActionRuns;
}

/** A file that was read, or everything that is wrong with it. */
export type ParsedAction =
  | { readonly kind: "action"; readonly action: ActionFile }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] };

/**
 * Reads an `action.yml` (actions/runner src/Runner.Worker/ActionManifestManager.cs).
 *
 * @param label how messages name the file
 * @param text YAML
 */
export function parseActionFile(label: string, text: string): ParsedAction {
  const { root, problems } = readActionDocument(label, text);
  if (root === undefined || problems.length > 0) return { kind: "invalid", problems };
  const runs = readRuns(label, root);
  if ("problems" in runs) return { kind: "invalid", problems: runs.problems };
  return {
    kind: "action",
    action: {
      label,
      name: childOf(root, "name")?.toString() ?? "",
      inputs: entriesOf(childOf(root, "inputs")).map(({ key, value }) => ({
        name: key,
        default: childOf(value, "default"),
        deprecated: childOf(value, "deprecationMessage")?.toString(),
      })),
      runs,
    },
  };
}

function conditionText(token: Template | undefined): string {
  if (token === undefined) return "always()";
  return isBasicExpression(token) ? token.expression : token.toString();
}

function readRuns(label: string, root: Template): ActionRuns | { readonly problems: readonly Problem[] } {
  const runs = childOf(root, "runs");
  const using = childOf(runs, "using")?.toString().toLowerCase() ?? "";
  const wrong = (at: Template | undefined, message: string) => ({ problems: [problemAt(label, at ?? root, message)] });
  if (using === "docker") {
    return wrong(childOf(runs, "using"), "turnpike run does not do Docker actions; run this job on GitHub.");
  }
  if (using === "composite") {
    const outputs = entriesOf(childOf(root, "outputs")).map(({ key, value }) => ({
      name: key,
      value: childOf(value, "value"),
    }));
    return { kind: "composite", steps: readSteps(childOf(runs, "steps")), outputs };
  }
  // Everything from node12 on runs with the Node of today, as it does on the runner (src/Runner.Common/Constants.cs, NodeMigration).
  if (!/^node\d+$/.test(using)) {
    return wrong(childOf(runs, "using") ?? runs, `runs.using "${using}" is not known; use node24 or composite.`);
  }
  const main = childOf(runs, "main")?.toString() ?? "";
  if (main === "") return wrong(runs, "runs.main is missing: the script to start.");
  return {
    kind: "javascript",
    using,
    main,
    pre: childOf(runs, "pre")?.toString(),
    preIf: conditionText(childOf(runs, "pre-if")),
    post: childOf(runs, "post")?.toString(),
    postIf: conditionText(childOf(runs, "post-if")),
  };
}
