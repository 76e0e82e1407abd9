import fc from "fast-check";
import { expect, it } from "vitest";
import { proposeAdoption } from "../../../src/core/adopt/index.ts";
import { adoptFacts, wishes } from "../../fakes/adopt.ts";

const JOB = "jobs: { a: { runs-on: x, steps: [{ run: 'true' }] } }\n";

/** What repositories have, any mixture of it. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  "pyproject.toml": ['[project]\nname = "x"\n[build-system]\nrequires = []\n', "[tool.ruff]\n", "[broken"],
  "package.json": ['{ "name": "x", "version": "1" }', '{ "renovate": {} }', "{"],
  "renovate.json": ['{ "enabledManagers": ["npm"] }', "{}", "// no\n{ enabledManagers: [] }"],
  ".github/dependabot.yml": [
    "version: 2\nupdates:\n  - package-ecosystem: pip\n    directory: /\n    schedule: { interval: daily }\n",
    "version: 2\nupdates: [] # none\n",
    "version: 2 # only\n",
    "",
    "# nothing yet\n",
    "version: 1\n",
  ],
  ".github/workflows/ci.yml": [
    `on: { pull_request: {}, merge_group: {}, push: { branches: [main, '1.x', '!a'] } }\n${JOB}`,
    `on: [push, pull_request]\n${JOB}`,
    "on: [",
  ],
  ".github/workflows/release.yml": [
    `on: { push: { tags: ['*', '!*rc*'] } }\n${JOB}`,
    `on: { release: { types: [published] } }\n${JOB}`,
    `on: release\n${JOB}`,
  ],
};

it("a second time there is nothing to change, whatever the repository has", async () => {
  const mixture = fc.record(
    Object.fromEntries(
      Object.entries(FILES).map(([path, texts]) => [path, fc.option(fc.constantFrom(...texts), { nil: "" })]),
    ),
  );
  const tags = fc.array(fc.constantFrom("v1.0.0", "2.0", "core-1.0.0", "latest"), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(mixture, tags, fc.boolean(), async (files, names, checksOnly) => {
      const texts = Object.fromEntries(Object.entries(files).filter(([, text]) => text !== ""));
      const wanted = wishes({ checksOnly });
      const first = await proposeAdoption(adoptFacts(texts, { tags: names }), wanted);
      expect(first.changes.length).toBeGreaterThan(0);
      const after = { ...texts, ...Object.fromEntries(first.changes.map((change) => [change.path, change.after])) };
      const second = await proposeAdoption(adoptFacts(after, { tags: names }), wanted);
      expect(second.changes).toEqual([]);
      // What could not be done is said again; what was done is not.
      expect(second.remarks.every((remark) => first.remarks.some(({ message }) => message === remark.message))).toBe(
        true,
      );
    }),
    { numRuns: 150 },
  );
});
