import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { proposeDependabot, proposeRenovate, proposeUpdates } from "../../../src/core/adopt/index.ts";

const PATH = ".github/dependabot.yml";

function edited(text: string): string {
  return proposeDependabot({ path: PATH, text }).changes[0]?.after ?? text;
}

describe("the entry for Dependabot", () => {
  it("makes a file where there is none", () => {
    const [change] = proposeDependabot(null).changes;
    expect(change?.path).toBe(PATH);
    expect(parse(change?.after ?? "")).toEqual({
      version: 2,
      updates: [
        {
          "package-ecosystem": "github-actions",
          directory: "/",
          schedule: { interval: "weekly" },
          cooldown: { "default-days": 7 },
        },
      ],
    });
  });

  it("goes behind the others, in the style of the file, and touches no other line", async () => {
    const text = `# who: platform team
version: 2
registries:
  mine: { type: python-index, url: 'https://example.org' }

updates:
- package-ecosystem: "pip"   # ours
  directory: "/"
  schedule: {interval: monthly}

- package-ecosystem: npm
  directory: /web
  schedule:
    interval: 'monthly' # often enough
# the end
`;
    expect(edited(text)).toBe(
      text.replace(
        "# the end",
        `
- package-ecosystem: github-actions # the workflows of this repository, Turnpike's pin among them
  directory: /
  schedule:
    interval: monthly
  cooldown:
    default-days: 7 # a bad release is mostly noticed within a week
# the end`,
      ),
    );
  });

  it.each([
    ['directory: "/"'],
    ["directory: ''"],
    ["directories: ['/', /x]"],
    ["directories: ['**/*']"],
    ["directory: /.github/workflows"],
  ])("is there already with %s", (where) => {
    const text = `version: 2\nupdates:\n  - package-ecosystem: github-actions\n    ${where}\n    schedule: { interval: daily }\n`;
    expect(proposeDependabot({ path: PATH, text }).changes).toEqual([]);
  });

  it.each([
    ["version: 2\n"],
    ["version: 2\nupdates:\n"],
    ["version: 2\nupdates: []\n"],
    ["version: 2\nupdates: [{package-ecosystem: pip, directory: /, schedule: {interval: daily}}]"],
    [
      "version: 2\r\nupdates:\r\n  - package-ecosystem: pip\r\n    directory: /\r\n    schedule:\r\n      interval: daily\r\n",
    ],
    ["version: 2\nupdates:\n  -\n    package-ecosystem: pip\n    directory: /\n    schedule: { interval: daily }"],
    [
      "version: 2\nupdates:\n  - package-ecosystem: github-actions\n    directory: /other\n    schedule: { interval: daily }\n",
    ],
  ])("is added to %j, once", (text) => {
    const once = edited(text);
    expect(parse(once).updates.at(-1)).toMatchObject({ "package-ecosystem": "github-actions", directory: "/" });
    expect(edited(once)).toBe(once);
    expect(once.includes("\r\n")).toBe(text.includes("\r\n"));
    expect(/[^\r]\n/.test(once)).toBe(!text.includes("\r\n"));
  });

  it.each([
    ["version: 1\nupdate_configs: []\n", "This is no configuration of version 2"],
    ["version: 2\nupdates: [", "This is not YAML that can be read"],
    ["- a\n", "This is no configuration of Dependabot's"],
    ["version: 2\nupdates: soon\n", "`updates` is no list"],
  ])("is not forced into %j", (text, reason) => {
    const { changes, remarks } = proposeDependabot({ path: PATH, text });
    expect(changes).toEqual([]);
    expect(remarks[0]?.message).toContain(reason);
  });

  it("keeps every line of wild files in their order, comments included, and is added once", () => {
    const comment = fc.option(fc.stringMatching(/^[a-z "':{#-]{0,12}$/), { nil: undefined });
    const entry = fc.record({
      ecosystem: fc.constantFrom("pip", "npm", "docker", '"uv"'),
      folder: fc.constantFrom("/", '"/a"', "'b c'"),
      interval: fc.constantFrom("daily", '"weekly"', "monthly"),
      comment,
      above: comment,
      isFlow: fc.boolean(),
      empty: fc.nat(2),
    });
    const file = fc.record({
      entries: fc.array(entry, { minLength: 1, maxLength: 4 }),
      indent: fc.constantFrom(0, 2, 4),
      gap: fc.constantFrom(1, 3),
      end: comment,
      last: fc.boolean(),
    });
    fc.assert(
      fc.property(file, ({ entries, indent, gap, end, last }) => {
        const pad = " ".repeat(indent);
        const inner = " ".repeat(indent + 1 + gap);
        const lines = entries.flatMap((one) => [
          ...(one.above === undefined ? [] : [`${pad}# ${one.above}`]),
          `${pad}-${" ".repeat(gap)}package-ecosystem: ${one.ecosystem}${one.comment === undefined ? "" : ` # ${one.comment}`}`,
          `${inner}directory: ${one.folder}`,
          ...(one.isFlow
            ? [`${inner}schedule: { interval: ${one.interval} } # ${one.comment ?? ""}`]
            : [`${inner}schedule:`, `${inner}  interval: ${one.interval}`]),
          ...Array.from({ length: one.empty }, () => ""),
        ]);
        const text =
          ["version: 2", "updates:", ...lines, ...(end === undefined ? [] : [`# ${end}`])].join("\n") +
          (last ? "\n" : "");
        const changed = edited(text);
        const now = changed.split("\n").map((line) => line.trimEnd());
        let at = -1;
        for (const line of text.trimEnd().split("\n")) {
          at = now.indexOf(line.trimEnd(), at + 1);
          expect(at, line).toBeGreaterThan(-1);
        }
        expect(parse(changed).updates.slice(0, -1)).toEqual(parse(text).updates);
        expect(edited(changed)).toBe(changed);
      }),
      { numRuns: 300 },
    );
  });
});

describe("Renovate", () => {
  const changed = (text: string, path = "renovate.json") => proposeRenovate({ path, text });

  it("needs nothing where it updates workflows by itself", () => {
    expect(changed('{ "extends": ["config:recommended"] }')).toEqual({ changes: [], remarks: [] });
    expect(changed('{ "enabledManagers": ["npm", "github-actions"] }').changes).toEqual([]);
  });

  it.each([
    ['{ "enabledManagers": ["npm"], "x": 1 }', '{ "enabledManagers": ["npm", "github-actions"], "x": 1 }'],
    ['{ "enabledManagers": [] }', '{ "enabledManagers": ["github-actions"] }'],
    [
      '{\n  "enabledManagers": [\n    "npm",\n    "pep621"\n  ]\n}',
      '{\n  "enabledManagers": [\n    "npm",\n    "pep621",\n    "github-actions"\n  ]\n}',
    ],
    [
      '{\n  "enabledManagers": [\n    "npm"\n  ]\n}',
      '{\n  "enabledManagers": [\n    "npm",\n    "github-actions"\n  ]\n}',
    ],
  ])("gets the manager that its list lacks: %j", (text, wanted) => {
    expect(changed(text).changes[0]?.after).toBe(wanted);
  });

  it("is told by hand where the file has comments, or switches the manager off", () => {
    const json5 = changed("// mine\n{ enabledManagers: ['npm'] }", "renovate.json5");
    expect(json5.changes).toEqual([]);
    expect(json5.remarks[0]?.message).toContain('enabledManagers: [..., "github-actions"]');
    expect(changed('{ "github-actions": { "enabled": false } }').remarks[0]?.message).toContain("switched off");
  });

  it("says what its settings in package.json lack, and leaves that file alone", () => {
    const updates = (settings: object) =>
      proposeUpdates(new Map([["package.json", JSON.stringify({ name: "x", renovate: settings })]]));
    expect(updates({ extends: ["config:recommended"] })).toEqual({ changes: [], remarks: [] });
    const { changes, remarks } = updates({ enabledManagers: ["npm"] });
    expect(changes).toEqual([]);
    expect(remarks).toMatchObject([{ where: "package.json", message: expect.stringContaining('"github-actions"') }]);
  });
});
