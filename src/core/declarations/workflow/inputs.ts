import type { LostVariable } from "../declaration.ts";
import { shortly } from "../shell/index.ts";
import { childNode, textOf, type YamlNode } from "../yaml-nodes.ts";
import type { ActionInputs } from "./actions.ts";
import type { Facts, KnownContexts } from "./partial.ts";
import { factsOf, knownText } from "./texts.ts";

/** @returns variables of an `env:` whose values are known */
export function knownEnv(node: YamlNode | undefined, contexts: KnownContexts): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, entry] of node?.entries ?? []) {
    const value = entry.node.value === null ? "" : knownText(entry.node, contexts);
    if (value !== undefined && name !== "__proto__") env[name] = value;
  }
  return env;
}

/** Handed to what publishes or uploads; of what checks it is said that it reads a secret. */
const SECRET = /\$\{\{[^}]*\b(?:secrets\s*[.[]|github\.token)/;

/** @returns variables of an `env:` whose values only a run knows, with their lines; secrets are told elsewhere */
export function lostVariables(
  node: YamlNode | undefined,
  contexts: KnownContexts,
  file: string,
): readonly LostVariable[] {
  return [...(node?.entries ?? [])].flatMap(([name, { node: value, line }]) => {
    const text = textOf(value);
    const isLost = text !== undefined && !SECRET.test(text) && knownText(value, contexts) === undefined;
    return isLost ? [{ name, place: { file, line } }] : [];
  });
}

/** What other steps and jobs, and the settings of the repository on GitHub, say. */
const FROM_ELSEWHERE = /\$\{\{[^}]*\b(?:vars|steps|needs)\s*\./;

/** The run's own token under a name that only the repository's code knows. */
const TOKEN = /\$\{\{[^}]*\b(?:github\.token|secrets\.GITHUB_TOKEN)\b/;
/** Names that tools ask for by themselves, and do without. */
const USUAL_TOKEN = /GITHUB_TOKEN|GH_TOKEN|GITHUB_API|COV|REVIEWDOG|HOMEBREW|UV_|PIP_/i;

/** @returns a clause for each variable of an `env:` that only a run gives its value */
export function openVariables(node: YamlNode | undefined, contexts: KnownContexts): readonly string[] {
  return [...(node?.entries ?? [])].flatMap(([name, { node: value }]) => {
    const text = textOf(value) ?? "";
    const isToken = TOKEN.test(text) && !USUAL_TOKEN.test(name);
    const isOpen = isToken || (FROM_ELSEWHERE.test(text) && knownText(value, contexts) === undefined);
    return isOpen ? [`its variable ${shortly(name)} is known only when it runs`] : [];
  });
}

/** @returns what a call gives, and the defaults of the rest; `undefined` values are known only when it runs */
export function inputsWithDefaults(declared: YamlNode | undefined, given: Facts, contexts: KnownContexts): Facts {
  const inputs: Record<string, Facts> = {};
  for (const [name, { node }] of declared?.entries ?? []) {
    if (name === "__proto__") continue;
    const value = factAt(given, name);
    const fallback = childNode(node, "default");
    inputs[name] = value ?? (fallback === undefined ? "" : factsOf(fallback, contexts));
  }
  return inputs;
}

/** @returns inputs as an action sees them: every plain value is a text there (docs.github.com, metadata syntax, "inputs") */
export function asTexts(inputs: Facts): Facts {
  if (typeof inputs !== "object" || inputs === null || Array.isArray(inputs)) return inputs;
  return Object.fromEntries(
    Object.keys(inputs).map((name) => [name, textAt(inputs, name) ?? factAt(inputs, name) ?? ""]),
  );
}

function factAt(facts: Facts, name: string): Facts | undefined {
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) return undefined;
  return Object.hasOwn(facts, name) ? (facts as Readonly<Record<string, Facts>>)[name] : undefined;
}

/** @returns a value as text; undefined when it is absent, a list or a map, or known only when it runs */
export function textAt(facts: Facts, name: string): string | undefined {
  const value = factAt(facts, name);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

/** Splits an input at white space, quotes removed. */
function splitInput(text: string): readonly string[] {
  const words = text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replaceAll(/"([^"]*)"|'([^']*)'/g, (_, double, single) => double ?? single));
}

/**
 * @param facts `with:` of a call
 * @param uses the action
 */
export function actionInputs(facts: Facts, uses: string): ActionInputs {
  const text = (name: string, fallback = ""): string => textAt(facts, name) || fallback;
  return {
    text,
    words: (name, fallback) => splitInput(text(name, fallback)),
    pinned: (tool, name = "version") => {
      const version = text(name);
      const isPlain = /^\d[\w.]*$/.test(version) && !/^\d+$/.test(version);
      return isPlain && !uses.startsWith("docker:") ? `${tool}@${version}` : tool;
    },
  };
}
