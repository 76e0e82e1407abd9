import { dirname, join } from "node:path/posix";
import picomatch from "picomatch";
import {
  type Artifact,
  BUNDLE_LIMIT_BYTES,
  type JudgedBundle,
  judgeEvidence,
  type Policy,
  parsePolicy,
  splitBundles,
  type VerificationReport,
} from "../../core/provenance/index.ts";
import { type Problem, TurnpikeError } from "../../errors.ts";
import type { Files } from "../../ports/files.ts";
import type { BundleVerifier, Sigstore } from "../../ports/signing.ts";

/** What to verify, as paths. */
export interface VerifyInputs {
  /** Files, as paths or globs. */
  readonly artifacts: readonly string[];
  /** Bundles, as paths, globs or folders. */
  readonly bundles: readonly string[];
  readonly policy: string;
  /** Undefined: the one that the policy names, else the public good instance's. */
  readonly trustedRoot: string | undefined;
}

/** What verifying touches: files, and nothing else. */
export interface VerifyPorts {
  readonly files: Files;
  readonly sigstore: Pick<Sigstore, "trustedRoot" | "verifier">;
}

/** A result with the policy that led to it. */
export interface Verified {
  readonly report: VerificationReport;
  readonly policy: Policy;
  /** The trusted root, as people call it. */
  readonly trustedRoot: string;
}

/** Names of bundles in a folder. */
const BUNDLE_NAME = /\.(?:sigstore\.json|sigstore|jsonl)$/;

function inputError(problems: readonly Problem[]): TurnpikeError {
  const count = problems.length === 1 ? "1 input is" : `${problems.length} inputs are`;
  return new TurnpikeError("VERIFY_INPUT", "config", `${count} wrong; nothing was verified.`, { problems });
}

async function globbed(files: Files, pattern: string): Promise<readonly string[]> {
  const { base, glob } = picomatch.scan(pattern);
  const isDeep = glob.includes("/") || glob.includes("**");
  const matches = picomatch(glob);
  const entries = await files.list(
    base === "" ? "." : base,
    (path) => !isDeep || /(?:^|\/)(?:\.git|node_modules)$/.test(path),
  );
  return entries.filter(({ kind, path }) => kind === "file" && matches(path)).map(({ path }) => join(base, path));
}

async function isFolder(files: Files, path: string): Promise<boolean> {
  return (await files.list(path, () => true)).length > 0;
}

/** One pattern's files; a folder stands for the bundles right in it. */
async function expand(files: Files, given: string, kind: "artifact" | "bundle"): Promise<readonly string[] | string> {
  if (picomatch.scan(given).isGlob && !(await files.exists(given))) {
    const found = await globbed(files, given);
    return found.length > 0 ? found : "matches no file";
  }
  if (!(await files.exists(given))) return "is not there";
  if (!(await isFolder(files, given))) return [given];
  if (kind === "artifact") return "is a folder; name the files in it";
  const entries = await files.list(given, () => true);
  const bundles = entries.filter((entry) => entry.kind === "file" && BUNDLE_NAME.test(entry.path));
  return bundles.length > 0 ? bundles.map(({ path }) => join(given, path)) : "is a folder without a *.sigstore.json";
}

async function expandAll(
  files: Files,
  given: readonly string[],
  kind: "artifact" | "bundle",
): Promise<{ readonly paths: readonly string[]; readonly problems: readonly Problem[] }> {
  const paths: string[] = [];
  const problems: Problem[] = [];
  if (given.length === 0) problems.push({ where: kind, message: "is missing: name at least one" });
  for (const pattern of given) {
    const found = await expand(files, pattern, kind);
    if (typeof found === "string") problems.push({ where: pattern, message: found });
    else paths.push(...found);
  }
  return { paths: [...new Set(paths)], problems };
}

async function readPolicy(files: Files, path: string): Promise<Policy> {
  const text = await files.readText(path);
  if (text !== undefined) return parsePolicy(text, path);
  const problems = [{ where: path, message: "is not there; a policy says who must have signed" }];
  throw new TurnpikeError("VERIFY_INPUT", "config", "There is no policy; nothing was verified.", {
    problems,
    doc: "docs/policy.md",
  });
}

/** The trusted root that was named, or that the policy names beside itself, or the public good instance's. */
async function readTrustedRoot(
  inputs: VerifyInputs,
  policy: Policy,
  ports: VerifyPorts,
): Promise<{ readonly where: string; readonly root: unknown }> {
  const beside = policy.trustedRoot === undefined ? undefined : join(dirname(inputs.policy), policy.trustedRoot);
  const path = inputs.trustedRoot ?? beside;
  if (path === undefined) {
    const root = await ports.sigstore.trustedRoot("public-good");
    return { where: "Sigstore's public good instance", root };
  }
  const text = await ports.files.readText(path);
  if (text === undefined) {
    const hint = "Name it with --trusted-root FILE, or put it beside the policy.";
    const problems = [{ where: path, message: "is not there; the policy asks for this trusted root" }];
    throw new TurnpikeError("VERIFY_INPUT", "config", "There is no trusted root; nothing was verified.", {
      problems,
      hint,
    });
  }
  try {
    return { where: path, root: JSON.parse(text) };
  } catch {
    throw inputError([{ where: path, message: "is not JSON; a trusted root is" }]);
  }
}

async function judgeFile(
  path: string,
  policy: Policy,
  verifier: BundleVerifier,
  files: Files,
): Promise<JudgedBundle[]> {
  const refused = (reason: string): JudgedBundle[] => [
    { kind: "refused", bundle: path, reasons: [reason], payload: undefined },
  ];
  const size = (await files.size(path)) ?? 0;
  if (size > BUNDLE_LIMIT_BYTES) return refused(`It has ${size} bytes; at most ${BUNDLE_LIMIT_BYTES} are read.`);
  const documents = splitBundles((await files.readText(path)) ?? "");
  if (documents === undefined) return refused("It is not JSON, nor one JSON document a line.");
  return documents.map((document, index) => {
    const name = documents.length === 1 ? path : `${path}:${index + 1}`;
    return verifier.verify(name, document, policy.thresholds.certificateLogs);
  });
}

/**
 * Verifies files against bundles and a policy. Reads files and nothing else: no network, no login, no cache.
 *
 * @param inputs what to verify
 * @param ports see {@link VerifyPorts}
 * @returns the report, whatever it says
 * @throws TurnpikeError `VERIFY_INPUT` or `CONFIG_INVALID` when it could not be asked: files that are not there, a wrong policy or trusted root
 */
export async function verifyFiles(inputs: VerifyInputs, ports: VerifyPorts): Promise<Verified> {
  const { files, sigstore } = ports;
  const artifacts = await expandAll(files, inputs.artifacts, "artifact");
  const bundles = await expandAll(files, inputs.bundles, "bundle");
  const problems = [...artifacts.problems, ...bundles.problems];
  if (problems.length > 0) throw inputError(problems);
  const policy = await readPolicy(files, inputs.policy);
  const { where, root } = await readTrustedRoot(inputs, policy, ports);
  const verifier = await sigstore.verifier(root, where);
  const hashed: Artifact[] = [];
  for (const path of artifacts.paths) hashed.push({ name: path, sha256: await files.sha256(path) });
  const judged: JudgedBundle[] = [];
  for (const path of bundles.paths) judged.push(...(await judgeFile(path, policy, verifier, files)));
  return { report: judgeEvidence(judged, policy, hashed), policy, trustedRoot: where };
}
