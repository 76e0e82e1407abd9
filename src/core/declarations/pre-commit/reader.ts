import type { Call, DeclarationReader, DeclaredEntry } from "../declaration.ts";
import { hookEntries } from "./entries.ts";
import { preCommitWants, readHookConfig } from "./read-config.ts";

/** Options that take a value of their own (`pre-commit run --help`, `prek run --help`). */
const WITH_VALUE =
  /^(?:-c|--config|--color|--from-ref|--to-ref|-s|-o|--source|--origin|--commit-msg-filename|--remote-name|--remote-url|--remote-branch|--local-branch|--checkout-type|--is-squash-merge|--rewrite-command|--pre-rebase-upstream|--pre-rebase-branch|-C|--cd|-d|--directory|--dry-run-format)$/;
const STAGE = /^--(?:hook-)?stage(?:=(.*))?$/;

function callOf(words: readonly string[], _cwd: string, entries: readonly DeclaredEntry[]): Call | undefined {
  if (!/^(?:pre-commit|prek)$/.test(words[0] ?? "") || words[1] !== "run") return undefined;
  const own = entries.filter(({ system }) => system === "pre-commit");
  const hooks: string[] = [];
  const skipped = new Set<string>();
  let stage = "pre-commit";
  for (let at = 2; at < words.length; at += 1) {
    const word = words[at] ?? "";
    const said = STAGE.exec(word);
    if (said !== null) stage = said[1] ?? words[++at] ?? stage;
    else if (word === "--skip") skipped.add(words[++at] ?? "");
    else if (word === "--files") break;
    else if (WITH_VALUE.test(word)) at += 1;
    else if (!word.startsWith("-")) hooks.push(word);
  }
  const wanted = own.filter(({ name, tags = [] }) => {
    if (skipped.has(name) || !tags.includes(stage.replace(/^(commit|push)$/, "pre-$1"))) return false;
    return hooks.length === 0 || hooks.includes(name) || tags.some((tag, at) => at === 0 && hooks.includes(tag));
  });
  return { system: "pre-commit", entries: wanted.map(({ id }) => id), passedOn: [] };
}

/** Reads the hooks of pre-commit and prek (pre-commit.com; prek's documentation). */
export const preCommitReader: DeclarationReader = {
  system: "pre-commit",
  wants: preCommitWants,
  read: (source) => {
    const config = readHookConfig(source);
    if (config === undefined) return { entries: [], unread: [] };
    return "hooks" in config ? { entries: hookEntries(config), unread: [] } : { entries: [], unread: [config] };
  },
  callOf,
};
