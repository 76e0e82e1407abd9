import { examine } from "../../../src/actions/doctor/examine.ts";
import type { Scene } from "../../../src/actions/doctor/scene.ts";
import { CHECKS } from "../../../src/actions/doctor/table.ts";
import { NodeProcesses } from "../../../src/adapters/node/processes.ts";
import { SafeGit } from "../../../src/adapters/node/safe-git.ts";
import { readScene } from "../../../src/cli/doctor/doctor-scene.ts";
import type { CheckResult, Finding } from "../../../src/core/doctor/index.ts";
import type { CapturedResult, CaptureOptions, Command } from "../../../src/ports/processes.ts";

/** The machine's own variables for proxies and certificates do not belong to a test. */
const FOREIGN =
  /^(?:https?_proxy|no_proxy|ssl_cert_\w+|node_extra_ca_certs|requests_ca_bundle|curl_ca_bundle|pip_\w+|uv_\w+|npm_config_registry|git_ssl_cainfo)$/i;

export function quietEnv(env: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !FOREIGN.test(name)));
}

/** Programs with more time than a person has: a busy machine is no reason for another answer. */
class PatientProcesses extends NodeProcesses {
  override capture(command: Command, options: CaptureOptions = {}): Promise<CapturedResult> {
    return super.capture(command, { ...options, timeoutMs: 100_000 });
  }
}

/** One check of `turnpike doctor` over a folder, with parts of the scene replaced. */
export async function check(id: string, folder: string, more: Partial<Scene> = {}): Promise<CheckResult> {
  const scene = await readScene(folder, more.isOnline ?? false);
  const one = CHECKS.filter((each) => each.id === id);
  if (one.length !== 1) throw new Error(`there is no check ${id}`);
  const env = quietEnv(scene.env);
  const processes = new PatientProcesses();
  const git = new SafeGit(processes, env, { timeoutMs: 100_000 });
  const [examined] = await examine(one, {
    ...scene,
    env,
    processes,
    askGit: (...args) => git.run(scene.top, ...args),
    ...more,
  });
  if (examined === undefined) throw new Error("nothing was examined");
  return examined.result;
}

/** What it found; empty when all is well. */
export async function findings(id: string, folder: string, more: Partial<Scene> = {}): Promise<readonly Finding[]> {
  const result = await check(id, folder, more);
  return result.kind === "found" ? result.findings : [];
}
