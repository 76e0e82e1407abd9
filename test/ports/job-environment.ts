import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LocalServices, type ServiceOptions, startServices } from "../../src/local/services/index.ts";
import type { Log } from "../../src/ports/log.ts";

/** A folder, the embedded services, and this process's environment as a job's. */
export interface JobEnvironment {
  readonly folder: string;
  readonly services: LocalServices;
  /** Sets variables; those of GitHub's runtime that were set before are gone. */
  enter(env: Record<string, string>): void;
  close(): Promise<void>;
}

/** Starts services in a temporary folder. Close it after each test. */
export async function openJobEnvironment(options: Partial<ServiceOptions> = {}): Promise<JobEnvironment> {
  const before = { ...process.env };
  const folder = await mkdtemp(join(tmpdir(), "turnpike-job-"));
  await mkdir(join(folder, "temp"));
  const services = await startServices({
    folder: join(folder, "run"),
    repository: "acme/shop",
    runId: "4711",
    ...options,
  });
  return {
    folder,
    services,
    enter(env) {
      for (const name of Object.keys(process.env)) if (name.startsWith("ACTIONS_")) delete process.env[name];
      delete process.env["GITHUB_SERVER_URL"];
      Object.assign(process.env, { RUNNER_TEMP: join(folder, "temp"), GITHUB_WORKSPACE: folder }, env);
    },
    async close() {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
      await services.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A log that keeps what it is told. */
export function recordingLog(): { readonly log: Log; readonly lines: string[] } {
  const lines: string[] = [];
  const add = (message: string): void => {
    lines.push(message);
  };
  return {
    lines,
    log: {
      info: add,
      debug: add,
      notice: add,
      warning: add,
      error: add,
      group: (_title, work) => work(),
      mask: () => undefined,
    },
  };
}
