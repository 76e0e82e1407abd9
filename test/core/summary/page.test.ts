import { describe, expect, it } from "vitest";
import { type PageInput, renderPage, verdictSentence } from "../../../src/core/summary/index.ts";
import { detail, detailsFile, gate, samples, setup, verdictFile } from "./samples.ts";

const bare: PageInput = { verdict: null, details: null };

describe("the verdict in one sentence", () => {
  it.each([
    ["pass", "All 8 required gates passed"],
    ["fail", "1 of 8 required gates failed: tests"],
    ["error", "2 of 9 required gates could not be judged: types, audit"],
    ["cancelled", "Cancelled: 2 of 5 gates had ended"],
    ["over-budget", "Over the budget, although every required gate passed"],
    ["job-failed", "Job build failed, although the gates passed"],
  ])("of %s", (name, sentence) => {
    expect(verdictSentence(samples[name] ?? expect.unreachable())).toBe(sentence);
  });

  it("names ten gates that block, and says that there are more", () => {
    const sentenceOf = (count: number): string => {
      const gates = Array.from({ length: count }, (_, at) => gate(`g${at + 1}`, { outcome: "failed" }));
      return verdictSentence({ verdict: verdictFile("failed", gates), details: null });
    };
    const ten = "g1, g2, g3, g4, g5, g6, g7, g8, g9, g10";
    expect(sentenceOf(10)).toBe(`10 of 10 required gates failed: ${ten}`);
    expect(sentenceOf(11)).toBe(`11 of 11 required gates failed: ${ten}, …`);
  });
});

describe("a page that is too large", () => {
  const gates = Array.from({ length: 60 }, (_, at) => gate(`gate-${at}`, { outcome: "failed" }));
  const logTail = Array.from({ length: 30 }, () => "a line of a log ".repeat(20));
  const details = detailsFile(gates.map(({ id }) => detail(id, { logTail })));
  const input: PageInput = { verdict: verdictFile("failed", gates), details };
  const bytesOf = (page: string): number => new TextEncoder().encode(page).length;
  const noticeOf = (page: string): string | undefined => /Cut to fit .*/.exec(page)?.[0];

  it("is whole up to the last byte of the limit, and less of it is shown one byte later", () => {
    const whole = renderPage(input, Number.POSITIVE_INFINITY);
    expect(noticeOf(whole)).toBeUndefined();
    expect(renderPage(input, bytesOf(whole))).toBe(whole);
    const cut = renderPage(input, bytesOf(whole) - 1);
    expect(bytesOf(cut)).toBeLessThan(bytesOf(whole));
    expect(noticeOf(cut)).toContain("rows over 150, blocks over 30, log lines over 20 of a gate, findings over 10");
    expect(noticeOf(cut)).not.toContain("timeline");
  });

  it("says what it does without: first the timeline, then all blocks of gates", () => {
    const notices = new Set([120_000, 60_000, 16_000, 1].map((limit) => noticeOf(renderPage(input, limit))));
    expect([...notices]).toMatchInlineSnapshot(`
      [
        "Cut to fit GitHub's limit of 1 MiB: rows over 100, blocks over 15, log lines over 10 of a gate, findings over 5 of a gate, the timeline, texts over 200 characters. Everything is in details.json and the logs beside it.",
        "Cut to fit GitHub's limit of 1 MiB: rows over 60, all blocks of gates, the timeline, texts over 120 characters. Everything is in details.json and the logs beside it.",
        "Cut to fit GitHub's limit of 1 MiB: rows over 20, all blocks of gates, the timeline, texts over 80 characters. Everything is in details.json and the logs beside it.",
      ]
    `);
  });
});

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
