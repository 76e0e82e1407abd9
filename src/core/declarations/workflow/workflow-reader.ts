import type { DeclarationReader, DeclarationSource, Reading } from "../declaration.ts";
import { childNode, type YamlNode } from "../yaml-nodes.ts";
import { mainKind, ownNames, type RunKind, runKindsOf } from "./events.ts";
import { inputsWithDefaults } from "./inputs.ts";
import { JobReader } from "./job.ts";
import { Library } from "./library.ts";

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;
const ACTION = /(?:^|\/)action\.ya?ml$/;
const VERSION_FILE = /^\.(?:python-version|node-version|nvmrc)$/;
const MAX_BYTES = 512 * 1024;
const MAX_VERSION_BYTES = 4 * 1024;

/** A workflow that nothing but a call can start has no runs of its own. */
function ownKinds(root: YamlNode): readonly RunKind[] {
  return runKindsOf(childNode(root, "on"));
}

function isOnlyCalled(kinds: readonly RunKind[]): boolean {
  return kinds.every((kind) => kind === "workflow_call" || kind === "workflow_dispatch");
}

function read(source: DeclarationSource): Reading {
  const library = new Library(source);
  const jobs = new JobReader(library);
  const roots = source.files
    .filter((path) => WORKFLOW.test(path))
    .flatMap((path) => {
      const root = library.workflow(path);
      return root === undefined ? [] : [{ path, root, kinds: ownKinds(root) }];
    });
  const own = (one: (typeof roots)[number], kinds: readonly RunKind[]): void => {
    const on = childNode(one.root, "on");
    const event = mainKind(kinds) ?? "";
    const declared = childNode(on, event, "inputs");
    jobs.workflow(one.path, one.root, {
      idPrefix: `workflow:${one.path}#`,
      namePrefix: "",
      kinds,
      inputs: inputsWithDefaults(declared, null, {}),
      names: ownNames(library.text(one.path) ?? ""),
      doubts: [],
      depth: 0,
    });
  };
  const callable = roots.filter(({ kinds }) => kinds.includes("workflow_call") && isOnlyCalled(kinds));
  for (const one of roots) {
    if (!callable.includes(one))
      own(
        one,
        one.kinds.filter((kind) => kind !== "workflow_call"),
      );
  }
  for (const one of callable) if (!jobs.called.has(one.path)) own(one, one.kinds);
  return { entries: jobs.entries, unread: library.unread };
}

/** Reads GitHub's workflow files, and the actions and workflows of the repository that they call. */
export const workflowReader: DeclarationReader = {
  system: "workflow",
  wants: (path) => {
    if (WORKFLOW.test(path) || ACTION.test(path)) return MAX_BYTES;
    return VERSION_FILE.test(path) ? MAX_VERSION_BYTES : undefined;
  },
  read,
  // Nobody calls a workflow by a command that could be run here.
  callOf: () => undefined,
};
