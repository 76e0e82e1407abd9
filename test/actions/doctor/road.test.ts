import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PinResult } from "../../../src/core/adopt/index.ts";
import type { Finding } from "../../../src/core/doctor/index.ts";
import { PIN } from "../../fakes/adopt.ts";
import { makeRepository } from "../../local/rig.ts";
import { check, findings } from "./scene.ts";

const CALLER = ".github/workflows/turnpike.yml";
const USES = `acme/turnpike/.github/workflows/pipeline.yml@${PIN.sha} # v1.4.2`;
const GOOD = `on:
  pull_request:
  push: { branches: [main] }
concurrency: { group: "x-\${{ github.run_id }}", cancel-in-progress: true }
permissions: {}
jobs:
  turnpike:
    permissions: { contents: read, id-token: write, attestations: write }
    uses: ${USES}
`;
const known: PinResult = { kind: "known", pin: PIN, because: "" };

async function found(
  id: string,
  caller: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly Finding[]> {
  using repository = makeRepository({ [CALLER]: caller, ...files });
  return await findings(id, repository.path, { ownPin: known });
}

describe("turnpike doctor, of the road on GitHub", () => {
  it.each(["caller", "workflows", "permissions", "triggers", "check-name", "pin"])(
    "has nothing to say of %s where all is well",
    async (id) => {
      using repository = makeRepository({ [CALLER]: GOOD });
      expect(await check(id, repository.path)).toMatchObject({ kind: "fine" });
    },
  );

  it("says that nothing calls it, and that two do", async () => {
    using bare = makeRepository({ "README.md": "" });
    expect(await findings("caller", bare.path)).toMatchObject([{ severity: "warning", mend: "turnpike init" }]);
    expect(await found("caller", GOOD, { ".github/workflows/other.yml": GOOD })).toMatchObject([
      { message: expect.stringContaining("a second time") },
    ]);
  });

  it("says when the caller is not in git yet, and when git ignores it", async () => {
    using repository = makeRepository({ "a.py": "", ".gitignore": "" });
    repository.write({ [CALLER]: GOOD });
    expect(await findings("caller", repository.path)).toMatchObject([
      { severity: "note", message: "the caller is not in git yet", mend: `git add ${CALLER}` },
    ]);
    repository.write({ ".gitignore": ".*\n" });
    expect(await findings("caller", repository.path)).toMatchObject([
      { severity: "warning", message: "git ignores the caller", mend: `git add -f ${CALLER}` },
    ]);
    repository.git("add", "-f", CALLER);
    expect(await findings("caller", repository.path)).toEqual([]);
  });

  it("takes a caller that only releases start for the other half of one that pull requests start", async () => {
    const release = GOOD.replace("  pull_request:\n  push: { branches: [main] }", "  push: { tags: [v*] }").replace(
      /concurrency:.*\n/,
      "",
    );
    const files = { ".github/workflows/publish.yml": release.replace("  turnpike:", "  release:") };
    for (const id of ["caller", "triggers", "check-name"]) expect(await found(id, GOOD, files)).toEqual([]);
  });

  it("takes what GitHub refuses for an error in the caller, and for a warning elsewhere", async () => {
    const broken = GOOD.replace("permissions: {}", "permissions: all");
    expect(await found("workflows", broken, { ".github/workflows/x.yml": "on: push\n" })).toMatchObject([
      { severity: "error", where: { file: CALLER, line: 5 } },
      { severity: "warning", where: { file: ".github/workflows/x.yml" } },
    ]);
  });

  it("says which workflow files cannot be read", async () => {
    using repository = makeRepository({ [CALLER]: GOOD });
    symlinkSync("/etc/hostname", join(repository.path, ".github/workflows/x.yml"));
    expect(await findings("workflows", repository.path)).toMatchObject([
      {
        severity: "warning",
        message: expect.stringContaining("leads out of the repository"),
        where: { file: ".github/workflows/x.yml" },
      },
    ]);
  });

  it("compares permissions and inputs with what the called workflow asks for", async () => {
    const poor = GOOD.replace("{ contents: read, id-token: write, attestations: write }", "{ contents: read }");
    const [finding] = await found("permissions", poor);
    expect(finding).toMatchObject({ severity: "error", where: { file: CALLER, line: 7 } });
    expect(finding?.mend).toContain("id-token: write");
    expect(await found("permissions", poor.replace("pipeline.yml", "checks.yml"))).toEqual([]);
    expect(await found("permissions", `${GOOD}    with: { runer: x }\n`)).toMatchObject([
      { severity: "error", message: expect.stringContaining("did you mean `runner`?") },
    ]);
  });

  it.each([
    ["no pull requests", GOOD.replace("  pull_request:\n", ""), ["warning"], "pull requests do not start"],
    [
      "only some paths",
      GOOD.replace("pull_request:", "pull_request: { paths: [src/**] }"),
      ["warning"],
      "`paths` keeps",
    ],
    [
      "no new commits",
      GOOD.replace("pull_request:", "pull_request: { types: [opened] }"),
      ["warning"],
      "leaves `synchronize` out",
    ],
    [
      "strangers with rights",
      GOOD.replace("pull_request:", "pull_request_target:"),
      ["error", "warning"],
      "`pull_request_target`",
    ],
    ["no concurrency", GOOD.replace(/concurrency:.*\n/, ""), ["note"], "does not stop"],
  ] as const)("says of triggers with %s what comes of it", async (_, caller, severities, message) => {
    const list = await found("triggers", caller);
    expect(list.map(({ severity }) => severity)).toEqual(severities);
    expect(list[0]?.message).toContain(message);
  });

  it("misses the merge queue where others have it", async () => {
    const other = "on: { merge_group: {} }\njobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }\n";
    expect(await found("triggers", GOOD, { ".github/workflows/ci.yml": other })).toMatchObject([
      { mend: "on:\n  merge_group:" },
    ]);
  });

  it("names the check to require, and what keeps it from being reported", async () => {
    expect(await found("check-name", GOOD.replace("  turnpike:", "  road:"))).toMatchObject([
      { severity: "note", message: 'the check to require is called "road / gate" here, not "turnpike / gate"' },
    ]);
    expect(await found("check-name", GOOD.replace("    uses", "    if: github.actor != 'x'\n    uses"))).toMatchObject([
      { severity: "warning", where: { line: 9 } },
    ]);
    expect(
      await found("check-name", GOOD.replace("    uses", "    strategy: { matrix: { a: [1] } }\n    uses")),
    ).toMatchObject([{ severity: "warning", message: expect.stringContaining("differs") }]);
  });

  it("wants a commit, and a version behind it", async () => {
    expect(await found("pin", GOOD.replace(USES, USES.replace(`@${PIN.sha} # v1.4.2`, "@v1.4.2")))).toMatchObject([
      { severity: "warning", mend: `uses: ${USES}` },
    ]);
    expect((await found("pin", GOOD.replace(`@${PIN.sha} # v1.4.2`, "@main")))[0]?.mend).toContain("git ls-remote");
    expect(await found("pin", GOOD.replace(" # v1.4.2", ""))).toMatchObject([
      { severity: "note", mend: `uses: ${USES}` },
    ]);
  });

  it("misses the updates of the pin", async () => {
    expect(await found("updates", GOOD)).toMatchObject([{ severity: "warning", mend: "turnpike init" }]);
    const dependabot =
      "version: 2\nupdates:\n  - package-ecosystem: github-actions\n    directory: /\n    schedule: { interval: weekly }\n";
    expect(await found("updates", GOOD, { ".github/dependabot.yml": dependabot })).toEqual([]);
    expect(await found("updates", GOOD, { "renovate.json5": "{ enabledManagers: ['npm'] }" })).toMatchObject([
      { severity: "note", where: { file: "renovate.json5" }, mend: expect.stringContaining("github-actions") },
    ]);
  });

  it("finds runners that are too old for it", async () => {
    expect(await found("runner", `${GOOD}    with: { runner: our-machines }\n`)).toMatchObject([{ severity: "note" }]);
    expect(
      await found("runner", GOOD, { "ci/Dockerfile": "# x\nFROM ghcr.io/actions/actions-runner:2.321.0\n" }),
    ).toMatchObject([{ severity: "warning", where: { file: "ci/Dockerfile", line: 2 } }]);
    expect(await found("runner", GOOD, { "ci/Dockerfile": "FROM ghcr.io/actions/actions-runner:2.340.1\n" })).toEqual(
      [],
    );
  });

  it("asks GitHub what is required only where that is allowed, by way of gh", async () => {
    const gh = (contexts: string) => `#!/bin/sh
case "$2" in
  repos/acme/shop/rules/branches/main) echo '[{"type":"deletion"},{"type":"required_status_checks","parameters":{"required_status_checks":[{"context":"${contexts}"}]}}]' ;;
  *) exit 1 ;;
esac
`;
    using repository = makeRepository({ [CALLER]: GOOD, "bin/gh": gh("lint") });
    repository.git("remote", "add", "origin", "git@github.com:acme/shop.git");
    const env = { PATH: `${repository.path}/bin:${process.env["PATH"]}` };
    expect(await check("required", repository.path, { env })).toMatchObject({
      kind: "not-asked",
      text: expect.stringContaining("--online"),
    });
    expect(await findings("required", repository.path, { env, isOnline: true })).toMatchObject([
      { severity: "warning", mend: expect.stringContaining("turnpike init --ruleset") },
    ]);
    repository.write({ "bin/gh": gh("turnpike / gate") });
    expect(await check("required", repository.path, { env, isOnline: true })).toMatchObject({ kind: "fine" });
    repository.write({ "bin/gh": "#!/bin/sh\nexit 1\n" });
    expect(await check("required", repository.path, { env, isOnline: true })).toMatchObject({ kind: "not-asked" });
  });
});
