/** What the text of a package.json script does, as far as it matters for a gate. */
export type ScriptUse =
  | { readonly kind: "gate" }
  /** It may be a gate, but needs something that setting up does not bring, or may not check at all. */
  | { readonly kind: "unsure"; readonly reason: string }
  | { readonly kind: "never"; readonly reason: string };

/** A kind of gate, and the scripts that stand for it, best first. */
export interface ScriptRule {
  readonly kind: string;
  readonly names: readonly string[];
  /** The text must say that it checks, because the name alone may mean another thing. */
  readonly mustCheck: readonly string[];
}

/** Names that npm packages use; the first that is a gate wins. */
export const SCRIPT_RULES: readonly ScriptRule[] = [
  {
    kind: "format",
    names: ["format:check", "check:format", "format-check", "check-format", "fmt:check", "prettier:check", "format:ci"],
    mustCheck: ["format", "fmt", "prettier"],
  },
  { kind: "lint", names: ["lint", "lint:ci", "lint:check", "eslint"], mustCheck: ["check"] },
  {
    kind: "types",
    names: ["typecheck", "type-check", "check-types", "types:check", "check:types", "typecheck:ci", "tsc:check"],
    mustCheck: ["types", "tsc", "test:types"],
  },
  { kind: "tests", names: ["test", "test:ci", "tests", "test:unit", "test:run", "unit", "unit-test"], mustCheck: [] },
];

const WRITES = /(?:^|\s)(?:--fix(?:-dry-run)?|--write|-w|--apply(?:-unsafe)?|--unsafe)(?=\s|$|=)/;
const WATCHES =
  /(?:^|\s)--?watch(?:All)?(?=\s|$|=(?!false))|\b(?:nodemon|tsc-watch|vitest\s+watch|vitest\s+dev|ava\s+--watch)\b/;
const RELEASES =
  /\b(?:npm|pnpm|yarn)\s+(?:run\s+)?publish\b|\b(?:semantic-release|release-it|lerna\s+publish|changeset\s+publish|gh-pages|vercel|netlify\s+deploy|wrangler\s+(?:deploy|publish)|git\s+push|firebase\s+deploy)\b/;
const PLACEHOLDER = /no test specified|^\s*(?:exit\s+\d+|true|:)\s*$|^\s*echo\b[^&|;]*(?:(?:&&|;)\s*exit\s+\d+\s*)?$/;
const BROWSERS = /\b(?:playwright|cypress|wdio|testcafe|nightwatch|karma|puppeteer|storybook)\b/;
const OTHER_RUNTIMES =
  /(?:^|[\s&|;(])(?:bunx?|deno|docker(?:-compose)?|cargo|go|gradle|mvn|python3?|uv|make|tox|poetry|composer|bundle)(?=\s)/;

/** What the text of a script must hold when its name alone may mean another thing. */
const CHECKS: Readonly<Record<string, RegExp>> = {
  format: /(?:^|\s)(?:--check|-c|--list-different|-l)(?=\s|$)|\bbiome\s+(?:ci|format)\b|\bdprint\s+check\b/,
  lint: /^\s*(?:biome\s+(?:ci|check|lint)|eslint|oxlint|xo|standard)\b[^&|;]*$/,
  types: /--no-?emit\b|\b(?:vue-tsc|svelte-check|tsd|attw|expect-type|tstyche|pyright|dtslint)\b/i,
};

/**
 * Judges a script by its text alone; nothing is run.
 *
 * @param rule the kind of gate that its name suggests
 * @param name the script's name
 * @param text the script's command
 */
export function useOfScript(rule: ScriptRule, name: string, text: string): ScriptUse {
  if (PLACEHOLDER.test(text)) return { kind: "never", reason: "it is a placeholder" };
  if (WRITES.test(text)) return { kind: "never", reason: "it rewrites files" };
  if (WATCHES.test(text)) return { kind: "never", reason: "it watches and does not end" };
  if (RELEASES.test(text)) return { kind: "never", reason: "it publishes or deploys" };
  const check = CHECKS[rule.kind];
  if (rule.mustCheck.includes(name) && check !== undefined && !check.test(text)) {
    return { kind: "never", reason: "its command does not say that it only checks" };
  }
  const runtime = OTHER_RUNTIMES.exec(text)?.[0]
    .trim()
    .replace(/^[&|;(]+\s*/, "");
  if (runtime !== undefined)
    return { kind: "unsure", reason: `it starts ${runtime}, which the package manager does not install` };
  const browser = BROWSERS.exec(text)?.[0];
  if (browser !== undefined)
    return { kind: "unsure", reason: `${browser} needs browsers, which the package manager does not install` };
  return { kind: "gate" };
}
