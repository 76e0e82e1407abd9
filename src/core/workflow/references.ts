/** What a `uses:` names. */
export type Reference =
  /** `$/path`: in the repository of the file that says it, at the commit that runs. */
  | { readonly kind: "self"; readonly path: string }
  /** `./path`: in the workspace for a step, in the file's own repository for a job. */
  | { readonly kind: "local"; readonly path: string }
  | { readonly kind: "repository"; readonly repository: string; readonly path: string; readonly ref: string }
  | { readonly kind: "docker"; readonly image: string }
  | { readonly kind: "invalid"; readonly reason: string };

/**
 * Reads a `uses:` (docs.github.com, Workflow syntax, `jobs.<job_id>.steps[*].uses`; actions/runner
 * src/Sdk/DTPipelines/Pipelines/PipelineConstants.cs for `$/`).
 *
 * @param uses as it is written
 * @returns what it names; paths have no `.` in front and no slash at the end, the root is empty
 */
export function parseReference(uses: string): Reference {
  if (uses.startsWith("$/")) return selfReference(uses);
  if (uses === "." || uses === "./" || uses.startsWith("./")) return { kind: "local", path: cleanPath(uses.slice(1)) };
  if (uses.startsWith("docker://")) return { kind: "docker", image: uses.slice("docker://".length) };
  const at = uses.lastIndexOf("@");
  const [owner = "", name = "", ...rest] = uses.slice(0, at === -1 ? undefined : at).split("/");
  if (at === -1 || at === uses.length - 1) {
    return { kind: "invalid", reason: `"${uses}" names no ref; write owner/repository/path@ref, ./path or $/path` };
  }
  if (owner === "" || name === "") {
    return { kind: "invalid", reason: `"${uses}" names no repository; write owner/repository/path@ref` };
  }
  return {
    kind: "repository",
    repository: `${owner}/${name}`,
    path: cleanPath(rest.join("/")),
    ref: uses.slice(at + 1),
  };
}

function selfReference(uses: string): Reference {
  if (uses.includes("@")) {
    const path = uses.slice(0, uses.indexOf("@"));
    return { kind: "invalid", reason: `"${uses}" must have no ref: $/ is the commit that runs; write ${path}` };
  }
  const path = cleanPath(uses.slice(1));
  return path === ""
    ? { kind: "invalid", reason: '"$/" names no folder; write $/path/to/action' }
    : { kind: "self", path };
}

function cleanPath(path: string): string {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
}

/**
 * @param path a path inside a repository
 * @returns true when it leaves the repository
 */
export function escapes(path: string): boolean {
  return path.split("/").includes("..");
}
