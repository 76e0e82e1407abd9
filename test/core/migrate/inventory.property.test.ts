import fc from "fast-check";
import { expect, it } from "vitest";
import { readWorkflow } from "../../../src/core/migrate/index.ts";
import { parseWorkflowFile } from "../../../src/core/workflow/index.ts";
import { anyText } from "../../fakes/any-text.ts";
import { afterOf, FOLDER, migrated } from "./repository.ts";

const STEPS = [
  "uses: actions/checkout@v6",
  "uses: actions/setup-python@v6\n        with:\n          python-version: '3.13'",
  "run: uv sync",
  "run: uv run ruff check .",
  "run: |\n          uv run ruff check .\n\n          # and\n          uv run pytest",
  "name: tests\n        run: uv run pytest -q # quick",
  "run: uv run pytest || true",
  "run: ./own.sh > out.txt\n        if: always()",
  "id: build\n        run: uv build",
  "uses: actions/upload-artifact@v7\n        with: { name: dist, path: dist/ }",
  "uses: actions/upload-artifact@v7\n        with: { name: reports, path: junit.xml }",
  "uses: actions/download-artifact@v8\n        with: { name: reports }",
  "uses: codecov/codecov-action@v5",
  "run: echo ${{ steps.build.outputs.x }}",
  "if: failure()\n        run: ./notify.sh",
  "uses: pypa/gh-action-pypi-publish@v1",
  "uses: re-actors/alls-green@v1\n        with:\n          jobs: ${{ toJSON(needs) }}",
];

const HEADS = [
  "",
  "    # a comment of the job\n",
  "    strategy:\n      matrix:\n        py: ['3.12', '3.13']\n",
  "    services:\n      db:\n        image: postgres\n",
  "    if: github.repository == 'a/b'\n",
  "    timeout-minutes: 5\n    permissions: {}\n",
];

const ONS = [
  "on: push",
  "on: [push, pull_request]",
  "on:\n  push: { tags: ['v*'] }",
  "on: { schedule: [{ cron: '0 1 * * *' }] }",
];

const step = fc
  .tuple(fc.constantFrom(...STEPS), fc.constantFrom("", "      # why this step\n", "\n"))
  .map(([text, lead]) => `${lead}      - ${text}\n`);

const jobs = fc.array(
  fc.record({
    head: fc.constantFrom(...HEADS),
    steps: fc.array(step, { minLength: 1, maxLength: 6 }),
    needs: fc.array(fc.nat({ max: 4 }), { maxLength: 3 }),
    isBlock: fc.boolean(),
    lead: fc.constantFrom("", "\n", "\n  # about the next job\n"),
  }),
  { minLength: 1, maxLength: 5 },
);

function needsText(needs: readonly string[], isBlock: boolean): string {
  if (needs.length === 0) return "";
  return isBlock
    ? `    needs:\n${needs.map((id) => `      - ${id}\n`).join("")}`
    : `    needs: [${needs.join(", ")}]\n`;
}

const workflow = fc.tuple(fc.constantFrom(...ONS), jobs).map(([on, all]) => {
  const texts = all.map(({ head, steps, needs, isBlock, lead }, index) => {
    const earlier = [...new Set(needs.filter((need) => need < index).map((need) => `job${need}`))];
    return `${lead}  job${index}:\n    runs-on: ubuntu-latest\n${needsText(earlier, isBlock)}${head}    steps:\n${steps.join("")}`;
  });
  return `name: CI\n${on}\njobs:\n${texts.join("")}`;
});

/** Steps that a job gets which publishes what the road built. */
const OF_THE_ROAD = /^(?:Fetch what the road built|Fetch the signatures|Leave the list|Verify what is published)/;

function contents(text: string, name: string): readonly string[] {
  return readWorkflow({ file: FOLDER + name, text }).jobs.flatMap(({ steps }) =>
    steps.filter(({ name: own }) => !OF_THE_ROAD.test(own ?? "")).map(({ digest }) => digest),
  );
}

it("every step is replaced, kept or for a person, once; what stays is there afterwards, whole", async () => {
  await fc.assert(
    fc.asyncProperty(workflow, workflow, async (first, second) => {
      const texts = { "a.yml": first, "b.yml": second };
      const migration = await migrated(texts);
      const before = Object.entries(texts).flatMap(([name, text]) => contents(text, name));
      expect(migration.judged.map(({ unit }) => unit.digest).sort()).toEqual([...before].sort());
      expect(new Set(migration.judged.map(({ unit }) => `${unit.file}:${unit.line}`)).size).toBe(before.length);
      for (const [name, text] of Object.entries(texts)) {
        const after = afterOf(migration, name);
        const staying = migration.judged.filter(
          ({ unit, verdict }) => unit.file === FOLDER + name && verdict.kind !== "replaced",
        );
        const now = after === null ? [] : contents(after ?? text, name);
        expect([...now].sort()).toEqual(staying.map(({ unit }) => unit.digest).sort());
        if (after !== undefined && after !== null) {
          expect((await parseWorkflowFile(name, after)).kind).toBe("workflow");
          // Nothing that stays is written anew, and nothing that went comes back.
          const [old, lines] = [text.split("\n"), after.split("\n")];
          const own = STEPS.flatMap((one) => one.split("\n").map((line) => line.trim())).filter((line) =>
            /run:|\.sh/.test(line),
          );
          const count = (among: readonly string[], line: string): number =>
            among.filter((one) => one.includes(line)).length;
          for (const line of own) expect(count(lines, line)).toBeLessThanOrEqual(count(old, line));
        }
      }
    }),
    { numRuns: 60 },
  );
});

it("nothing makes it fall over, whatever the file holds", async () => {
  const noise = fc.oneof(
    anyText({ maxLength: 200 }),
    fc.constantFrom(
      "jobs: 5",
      "jobs: []",
      "jobs: { a: 1 }",
      "on: x\njobs:\n  a:\n    steps: 3",
      "- a\n- b",
      "jobs:\n  ? [a]\n  : b",
      "&a jobs: *a",
      "jobs:\n  a: &a\n    steps: [*a]",
    ),
  );
  await fc.assert(
    fc.asyncProperty(noise, async (text) => {
      expect((await migrated({ "x.yml": text })).changes).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
