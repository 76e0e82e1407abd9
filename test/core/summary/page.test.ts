import { describe, expect, it } from "vitest";
import { type PageInput, renderPage } from "../../../src/core/summary/index.ts";
import { samples, setup } from "./samples.ts";

const bare: PageInput = { verdict: null, details: null };

describe("the page", () => {
  it.each(Object.entries(samples))("of a run that ended as %s", async (name, input) => {
    await expect(renderPage(input)).toMatchFileSnapshot(`golden/${name}.golden.md`);
  });

  it("says why there was no cache, and nothing of it where nothing could be kept", () => {
    const pageOf = (more: Partial<typeof setup>): string =>
      renderPage({ ...bare, setup: { ...setup, cache: "off", ...more } });
    expect(pageOf({ cacheReason: "this machine keeps it" })).toContain(
      "- The package cache was off: this machine keeps it\n",
    );
    const none = pageOf({ uvVersion: null, pythonVersion: null });
    expect(none).toContain("- Set-up took 6.4 s.\n");
    expect(none).not.toContain("cache");
  });

  it("says before the table what people should know of how packages were installed", () => {
    const details = samples["pass"]?.details;
    if (details === null || details === undefined) throw new Error("the sample has no details");
    const page = renderPage({ ...bare, details: { ...details, remarks: ["The lock is stale; run `uv lock`."] } });
    expect(page).toContain("> [!WARNING]\n> The lock is stale; run `uv lock`.\n");
  });

  it("says before the table which packages a stale lock gave", () => {
    const reason = "the lock uv.lock does not match pyproject.toml; run `uv lock`";
    const environments = [{ manager: "uv", cwd: ".", outcome: "installed", reason } as const];
    const page = renderPage({ ...bare, setup: { ...setup, environments } });
    expect(page).toContain("> [!WARNING]\n> The lock uv.lock does not match pyproject.toml; run `uv lock`.\n");
  });

  it("names the folder of packages that were not installed only where it is not the root", () => {
    const skipped = { manager: "uv", outcome: "skipped", reason: "there is no lock file" } as const;
    const page = renderPage({
      ...bare,
      setup: {
        ...setup,
        environments: [skipped, skipped].map((one, index) => ({ ...one, cwd: [".", "a"][index] ?? "" })),
      },
    });
    expect(page).toContain("- The uv packages were not installed: there is no lock file\n");
    expect(page).toContain("- The uv packages of `a` were not installed: there is no lock file\n");
  });
});
