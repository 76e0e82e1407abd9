import { join } from "node:path";
import { escapes } from "../../core/workflow/index.ts";
import { isSet, notDone, type StandIn, type StandInContext } from "./stand-in.ts";

/** Inputs that the stand-in cannot do, with the values that ask for nothing. */
const NOT_DONE: Readonly<Record<string, readonly string[]>> = {
  "ssh-key": [],
  filter: [],
  "sparse-checkout": [],
  lfs: ["false"],
  submodules: ["false"],
};

interface Target {
  readonly ref: string;
  readonly sha: string;
}

/** What the inputs name; a text when nothing here answers to it. */
async function targetOf({ shared, inputs }: StandInContext): Promise<Target | string> {
  const { ref: runRef, sha: runSha, top } = shared.repository.commit;
  const wanted = inputs["ref"] ?? "";
  if (wanted === "" || wanted === runRef || wanted === runSha) {
    return { ref: wanted === runSha ? "" : shared.facts.ref, sha: runSha };
  }
  const candidates = wanted.startsWith("refs/") ? [wanted] : [`refs/heads/${wanted}`, `refs/tags/${wanted}`];
  for (const ref of candidates) {
    const sha = await shared.git.line(top, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
    if (sha !== undefined) return { ref, sha };
  }
  const sha = /^[0-9a-f]{40}$/.test(wanted)
    ? await shared.git.line(top, "rev-parse", "--verify", "--quiet", `${wanted}^{commit}`)
    : undefined;
  return sha === undefined ? `A branch or tag with the name '${wanted}' could not be found` : { ref: "", sha };
}

/** actions/checkout of the run's own repository, from the folder that the run was started in. */
export const checkout: StandIn = {
  repository: "actions/checkout",
  inputs: {
    repository: "",
    ref: "",
    token: "",
    "ssh-key": "",
    "ssh-known-hosts": "",
    "ssh-strict": "true",
    "ssh-user": "git",
    "persist-credentials": "true",
    path: "",
    clean: "true",
    filter: "",
    "sparse-checkout": "",
    "sparse-checkout-cone-mode": "true",
    "fetch-depth": "1",
    "fetch-tags": "false",
    "show-progress": "true",
    lfs: "false",
    submodules: "false",
    "set-safe-directory": "true",
    "github-server-url": "",
    "allow-unsafe-pr-checkout": "false",
  },
  async run(context) {
    const { shared, inputs } = context;
    const asked = notDone(context, "actions/checkout", NOT_DONE);
    if (asked !== undefined) return asked;
    const repository = inputs["repository"] === "" ? shared.facts.repository : (inputs["repository"] ?? "");
    if (repository.toLowerCase() !== shared.facts.repository.toLowerCase()) {
      return `turnpike run checks out ${shared.facts.repository} alone; ${repository} is not here.`;
    }
    const path = inputs["path"] ?? "";
    if (path.startsWith("/") || escapes(path)) return `Repository path '${path}' is not under '${context.workspace}'`;
    const depth = Number(inputs["fetch-depth"]);
    const target = await targetOf(context);
    if (typeof target === "string") return target;
    const isRunCommit = target.sha === shared.repository.commit.sha;
    const withChanges = isRunCommit && shared.repository.commit.usesWorkingTree;
    context.print(`Syncing repository: ${repository}`);
    await shared.repository.checkout({
      to: join(context.workspace, path),
      repository,
      ref: target.ref,
      sha: target.sha,
      depth: Number.isInteger(depth) && depth >= 0 ? depth : 1,
      tags: isSet(inputs, "fetch-tags"),
      withChanges,
    });
    context.print(`HEAD is now at ${target.sha.slice(0, 7)}${target.ref === "" ? "" : ` (${target.ref})`}`);
    const changed = withChanges ? (await shared.repository.changes()).length : 0;
    if (changed > 0) context.print(`${changed} uncommitted ${changed === 1 ? "change" : "changes"} put on top`);
    context.setOutput("ref", target.ref === "" ? target.sha : target.ref);
    context.setOutput("commit", target.sha);
    return undefined;
  },
};
