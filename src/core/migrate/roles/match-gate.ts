import type { Gate } from "../../gates/index.ts";
import { commandsOf, unwrapped } from "./commands.ts";

/** Options that change what is shown or kept, not what is judged. */
const NEUTRAL =
  /^(?:-v+|-q+|-r[a-zA-Z]+|--verbose|--quiet|--silent|--no-progress|--pretty|--show-error-codes|--no-cache|--no-fix|--diff|--show-diff-on-failure|--color(?:=\S+)?|--output-format(?:=\S+)?|--output-file=\S+|--format=\S+|--durations=\d+|--junit-?xml=\S+|--junit_xml=\S+|--no-incremental|--tb=\S+|--strict-markers)$/;

/** Neutral options whose value is the next word. */
const NEUTRAL_PAIRS = /^(?:-O|-f|--output-format|--output-file|--junit-?xml|--color|-o|-p|--durations|--cache-dir)$/;

/** A pair of `-o`, `-p` or `-f` is neutral only for what the engine itself adds. */
const NEUTRAL_VALUES = /^(?:junit_\S+|cache_dir=\S+|no:cacheprovider|json|sarif|junit|\$\{reports\}\S*)$/;

/** @returns whether a word changes only what is shown */
export function isNeutralWord(word: string): boolean {
  return NEUTRAL.test(word);
}

function essentials(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  const bare = unwrapped(words);
  for (let index = 0; index < bare.length; index += 1) {
    const word = bare[index] ?? "";
    const value = bare[index + 1] ?? "";
    if (NEUTRAL_PAIRS.test(word) && (!/^-[opf]$/.test(word) || NEUTRAL_VALUES.test(value))) index += 1;
    else if (!NEUTRAL.test(word)) kept.push(word.replace(/^\.\/(?=.)/, "").replace(/(.)\/$/, "$1"));
  }
  // A tool on `.` is the tool alone.
  return kept.filter((word, index) => index === 0 || word !== ".");
}

function commandsOfGate(gate: Gate): readonly (readonly string[])[] {
  const { run } = gate;
  if (typeof run !== "string") return [run];
  // The engine knows `${reports}` before any shell does, so a word with it is certain too.
  const certain = run.replaceAll(/"([^"']*\$\{reports\}[^"']*)"/g, "'$1'");
  return (commandsOf(certain, ".") ?? []).map(({ words }) => words);
}

const known = new WeakMap<Gate, readonly (readonly string[])[]>();

/** What each command of a gate comes to; worked out once, because every step is compared with every gate. */
function essentialsOfGate(gate: Gate): readonly (readonly string[])[] {
  const before = known.get(gate);
  if (before !== undefined) return before;
  const worked = commandsOfGate(gate).map(essentials);
  known.set(gate, worked);
  return worked;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

/** @returns whether a gate starts just these words, apart from options that only change what is shown */
export function startsWords(gate: Gate, words: readonly string[]): boolean {
  const commands = essentialsOfGate(gate);
  return commands.length === 1 && isSame(commands[0] ?? [], essentials(words));
}

/** @returns whether two gates start the same, whatever starts it and wherever its report goes */
export function startAlike(a: Gate, b: Gate): boolean {
  const [own, other] = [essentialsOfGate(a), essentialsOfGate(b)];
  if (own.length === 0) return false;
  return own.length === other.length && own.every((words, index) => isSame(words, other[index] ?? []));
}

/**
 * Finds the gate that does what a command does: the same tool on the same arguments in the same folder. Options that only
 * change what is shown do not count.
 *
 * @param words of the command
 * @param cwd where it runs, relative to the repository's root
 * @param gates of the plan
 */
export function gateFor(words: readonly string[], cwd: string, gates: readonly Gate[]): Gate | undefined {
  const wanted = essentials(words);
  if (wanted.length === 0) return undefined;
  return gates.find((gate) => gate.cwd === cwd && essentialsOfGate(gate).some((own) => isSame(own, wanted)));
}
