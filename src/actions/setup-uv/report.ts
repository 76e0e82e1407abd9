import { join } from "node:path/posix";
import { Masker, type SetupFile, secretsOf, setupFileSchema } from "../../core/gates/index.ts";
import { TurnpikeError } from "../../errors.ts";
import { ignoreOwnFolder, OWN_FOLDER } from "../own-folder.ts";
import type { InstallResult } from "./install.ts";
import type { SetupPorts } from "./setup-ports.ts";
import type { Done, Work } from "./work.ts";

const DOC = "docs/setup-uv.md";

/**
 * Writes setup.json into Turnpike's own folder, which ignores itself.
 *
 * @param ports the world
 * @param done what was done
 * @param startMs when it began, on the monotonic clock
 * @returns absolute path of the file
 */
export async function writeSetupFile(
  ports: Pick<SetupPorts, "files" | "clock" | "context" | "env">,
  done: Done,
  startMs: number,
): Promise<string> {
  const masker = new Masker(secretsOf(ports.env));
  const file: SetupFile = setupFileSchema.parse({
    schema: "turnpike/setup/1",
    durationMs: Math.round(ports.clock.monotonicMs() - startMs),
    uvVersion: done.uv?.version ?? null,
    uvSource: done.uv?.source ?? null,
    pythonVersion: done.python?.version ?? null,
    cache: done.cache.outcome,
    cacheReason: done.cache.why ?? null,
    environments: done.results.map(({ environment, outcome, reason }) => ({
      manager: environment.manager === "npm" ? "npm" : "uv",
      cwd: environment.cwd,
      outcome,
      // What an installer said may be in it, and the file is kept in an artifact.
      reason: reason === null ? null : masker.mask(reason),
    })),
  } satisfies SetupFile);
  const path = join(ports.context.workspace, OWN_FOLDER, "setup.json");
  await ignoreOwnFolder(ports.files, ports.context.workspace, path);
  await ports.files.write(path, `${JSON.stringify(file, null, 2)}\n`);
  return path;
}

/**
 * What was under way when an error came is marked failed, so that the page can say why nothing ran.
 *
 * @param work what was to be done
 * @param done what was done; gets the missing results
 * @param error what came
 */
export function markFailed(work: Work, done: Done, error: unknown): void {
  const reason = error instanceof TurnpikeError ? error.message : "setting up broke off";
  for (const { environment } of [...work.uv, ...work.npm]) {
    if (done.results.some((result) => result.environment === environment)) continue;
    done.results.push({ environment, outcome: "failed", reason });
  }
}

const INDEX_HINT =
  "Run it where the package index answers, name a mirror (UV_DEFAULT_INDEX, HTTPS_PROXY), or set UV_OFFLINE=1 where uv's cache holds everything.";

function sentence(reason: string): string {
  return reason.replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace(/\.$/, "");
}

/**
 * @param results what became of the environments
 * @returns one error for all that failed, with the commands that mend them; undefined when none did
 */
export function failureOf(results: readonly InstallResult[]): TurnpikeError | undefined {
  const failures = results.flatMap((one) => (one.failure === undefined ? [] : [{ ...one, failure: one.failure }]));
  const [first] = failures;
  if (first === undefined) return undefined;
  const { code, kind } = first.failure;
  const mends = failures.flatMap(({ failure }) => failure.mend ?? []);
  const remote = code === "UV_SYNC" && kind === "service" ? { hint: INDEX_HINT } : {};
  const hint = mends.length === 0 ? remote : { hint: `Run, and commit the lock:\n  ${mends.join("\n  ")}` };
  if (failures.length === 1) {
    const where = first.environment.cwd === "." ? "here" : `in ${first.environment.cwd}`;
    const what = `${sentence(first.reason ?? "")}; nothing was installed ${where}.`;
    return new TurnpikeError(code, kind, what, { ...hint, doc: DOC });
  }
  const problems = failures.map(({ environment, reason }) => ({ where: environment.cwd, message: reason ?? "" }));
  const what = `The packages of ${failures.length} folders could not be installed as locked.`;
  return new TurnpikeError(code, kind, what, { ...hint, doc: DOC, problems });
}
