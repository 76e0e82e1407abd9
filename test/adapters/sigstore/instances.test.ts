import { describe, expect, it } from "vitest";
import { githubTrustedRoot } from "../../../src/adapters/sigstore/instances.ts";
import type { CapturedResult, Processes } from "../../../src/ports/processes.ts";
import { errorOf } from "../../fakes/error-of.ts";

function root(organization: string): string {
  return JSON.stringify({ certificateAuthorities: [{ subject: { organization } }] });
}

/** A `gh` that prints and ends like this. */
function gh(result: Partial<CapturedResult>): Processes {
  const ended: CapturedResult = { end: { kind: "exited", code: 0 }, durationMs: 1, stdout: "", stderr: "", ...result };
  return { which: async () => "/usr/bin/gh", capture: async () => ended, runLogged: async () => ended };
}

describe("the trusted root of GitHub's instance", () => {
  it("is the one of GitHub's that gh prints beside the public one", async () => {
    const stdout = `${root("sigstore.dev")}\n${root("GitHub, Inc.")}\n`;
    expect(await githubTrustedRoot(gh({ stdout }), {})).toEqual(JSON.parse(root("GitHub, Inc.")));
  });

  it.each<[string, Partial<CapturedResult>]>([
    ["gh is not there", { end: { kind: "not-started", reason: "not-found", message: "" } }],
    ["gh fails", { end: { kind: "exited", code: 1 }, stdout: root("GitHub, Inc.") }],
    ["gh prints others only", { stdout: root("sigstore.dev") }],
    ["gh prints something else", { stdout: "{}\nx\n" }],
  ])("is an error with a way out when %s", async (_, result) => {
    const error = await errorOf(githubTrustedRoot(gh(result), {}));
    expect([error.code, error.kind]).toEqual(["SIGN_FAILED", "user"]);
    expect(error.hint).toMatch(/`trust-config`, or set `instance: public-good`/);
  });
});
