import { appendFile, cp, mkdir, readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Described } from "./console.ts";
import type { DemoRun } from "./results.ts";
import { runTurnpike } from "./turnpike.ts";

/** One call of `turnpike verify` and whether it answered as it must. */
export interface DemoCheck {
  readonly label: string;
  readonly asExpected: boolean;
}

/** What is verified, and with what. */
export interface VerificationOptions {
  readonly root: string;
  readonly home: string;
  readonly result: DemoRun;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Verifies everything that was built, then a copy with one byte added, which must be refused.
 *
 * @param options what and where
 * @returns one check a file
 */
export async function checkAttestations(options: VerificationOptions): Promise<readonly DemoCheck[] & Described> {
  const { root, home, result, env } = options;
  const bundles = join(result.artifacts, "turnpike-attestations/attestations");
  const verify = async (file: string): Promise<number> => {
    const args = ["verify", file, "--bundle", bundles, "--policy", join(bundles, "policy.yml")];
    return (await runTurnpike({ root, cwd: home, args, env, inherit: false })).code;
  };
  const folder = join(result.artifacts, "turnpike-build");
  const built = (await readdir(folder)).filter((name) => /\.(whl|tar\.gz)$/.test(name)).sort();
  const checks: DemoCheck[] = [];
  for (const name of built) {
    checks.push({ label: `${name} is accepted`, asExpected: (await verify(join(folder, name))) === 0 });
  }
  const tampered = join(home, "tampered", basename(built[0] ?? "nothing"));
  await mkdir(join(home, "tampered"), { recursive: true });
  await cp(join(folder, built[0] ?? "nothing"), tampered);
  await appendFile(tampered, "x");
  checks.push({ label: "a copy with one byte more is refused", asExpected: (await verify(tampered)) === 1 });
  const wrong = checks.filter((check) => !check.asExpected);
  const what =
    wrong.length === 0
      ? `${built.length} files accepted, a tampered copy refused`
      : `not so: ${wrong.map((check) => check.label).join(", ")}`;
  return Object.assign(checks, { what });
}
