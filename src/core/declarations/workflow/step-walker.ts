import { shellLine } from "../../../contract/index.ts";
import type { Language, ToolchainWish } from "../../toolchains/index.ts";
import { asSeenFrom, withCheckoutVariable } from "../checkout-root.ts";
import type { DeclaredCommand, LostVariable } from "../declaration.ts";
import { enterFolder } from "../folders.ts";
import { readShell, type ShellCommand, shortly, UNKNOWN_OPEN } from "../shell/index.ts";
import { lostIn } from "../unknown-parts.ts";
import { childNode, textOf, type YamlNode } from "../yaml-nodes.ts";
import { type ActionMeaning, type ActionToolchain, meaningOf } from "./actions.ts";
import { Checkouts, type Located, OUTSIDE } from "./checkouts.ts";
import { mainKind } from "./events.ts";
import { actionInputs, asTexts, inputsWithDefaults, knownEnv, lostVariables, openVariables, textAt } from "./inputs.ts";
import type { Library } from "./library.ts";
import type { Facts, KnownContexts } from "./partial.ts";
import { type JobScope, type StepFacts, standingOf, textContexts } from "./scope.ts";
import { conditionOf, factsOf, fillText, knownText, unmark } from "./texts.ts";

/** Where steps stand. */
export interface StepPlace {
  readonly file: string;
  /** `defaults.run` of the job, else of the workflow. */
  readonly folder: YamlNode | undefined;
  readonly shell: YamlNode | undefined;
  /** How many actions of the repository call each other here. */
  readonly depth: number;
  /** Conditions around the steps. */
  readonly doubts: readonly string[];
  readonly mayFail: boolean;
}

interface Step extends StepPlace {
  readonly node: YamlNode;
  readonly scope: JobScope;
  readonly env: Readonly<Record<string, string>>;
  /** Variables of the step that only a run knows. */
  readonly lost: readonly LostVariable[];
}

/** A shell text of a step. */
interface Spot extends Step {
  /** Where it begins. */
  readonly line: number;
  /** Its expressions that are known only when it runs, as they are written. */
  readonly unknown: readonly string[];
  /** Values of one combination of a matrix that stand in it. */
  readonly chosen: readonly string[];
}

/** Variables that every step of a Linux runner sees (docs.github.com, "Default environment variables"). */
const RUNNER = { CI: "true", GITHUB_ACTIONS: "true", RUNNER_OS: "Linux", RUNNER_ARCH: "X64" };
const MAX_DEPTH = 8;
/** Tells the runner what tox or nox is to run in later steps. */
const CHOOSES = /\b(TOXENV|TOX_ENV|NOXSESSION)=.*GITHUB_ENV/;
/** Expressions that name the repository of the workflow, or a fork of it. */
const OWN = /github\.repository\b|\bhead\.repo\b|head_repository|GITHUB_REPOSITORY/i;
const ELSEWHERE = "its folder is known only when it runs";
/** Files that GitHub gives a step for what it tells the runner; lines that only write there are no commands. */
const RUNNER_FILES = /^GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)$/;
/** `script -q -e -c "bash {0}"` runs a shell's text as if somebody sat before it. */
const TERMINAL = /^\s*(?:script|unbuffer|expect)\s/;
/** What an action is called that puts programs on the machine. */
const SETS_UP = /(?:^|[-_/])(?:setup|install|installer)(?:[-_/]|$)/;
const WRITES_RUNNER_FILE = /^(?:echo|printf)\b[^;&|]*>>?\s*"?\$\{?GITHUB_(?:ENV|PATH|OUTPUT|STATE|STEP_SUMMARY)\b/;

/** Walks the steps of one job, and of the actions that it calls, and collects their commands. */
export class StepWalker {
  readonly #library: Library;
  readonly #checkouts = new Checkouts();
  readonly commands: DeclaredCommand[] = [];
  python: string | null = null;
  readonly #toolchains = new Map<Language, ToolchainWish>();
  #facts: StepFacts;
  #chosenLater: string | undefined;
  /** Variables around the steps that only a run knows. */
  #lost: readonly LostVariable[];

  /**
   * @param env variables of the workflow and the job
   * @param lost those of them that only a run knows
   */
  constructor(library: Library, env: Readonly<Record<string, string>>, lost: readonly LostVariable[] = []) {
    this.#library = library;
    this.#lost = lost;
    this.#facts = { env, outputs: {} };
  }

  /** @returns what its steps set up, the last of each language */
  get toolchains(): readonly ToolchainWish[] {
    return [...this.#toolchains.values()];
  }

  /** Takes the commands of steps, in order. */
  walk(steps: readonly YamlNode[], scope: JobScope, place: StepPlace): undefined {
    for (const node of steps) {
      if (!this.#library.countStep(place.file, node.line)) return;
      this.#step(node, scope, place);
    }
  }

  #step(node: YamlNode, scope: JobScope, place: StepPlace): undefined {
    const parallel = childNode(node, "parallel");
    if (parallel !== undefined) return this.walk(parallel.items, scope, place);
    const condition = conditionOf(childNode(node, "if"));
    const env = this.#envOf(childNode(node, "env"), scope);
    const standing = standingOf(condition, scope, { ...this.#facts, env: { ...this.#facts.env, ...env } });
    if (standing.kinds.length === 0) return undefined;
    const main = mainKind(scope.kinds);
    const isElsewhere = main !== undefined && !standing.kinds.includes(main);
    const only = isElsewhere ? [`it runs only on ${standing.kinds.join(", ")}`] : [];
    const contexts = this.#contexts(scope);
    const ignored = factsOf(childNode(node, "continue-on-error"), contexts);
    const mayFail = place.mayFail || ignored === true || ignored === "true";
    const open = openVariables(childNode(node, "env"), contexts);
    const doubts = [...place.doubts, ...standing.doubts, ...only, ...open, ...this.#openChoice(node)];
    const lost = lostVariables(childNode(node, "env"), contexts, place.file);
    const step: Step = { ...place, node, scope, env, lost, mayFail, doubts };
    if (childNode(node, "run") !== undefined) {
      this.#run(step);
      return this.#noteChoice(node);
    }
    return childNode(node, "uses") === undefined ? undefined : this.#uses(step);
  }

  /** A variable that says what tox or nox runs, and that a script works out. */
  #noteChoice(node: YamlNode): undefined {
    const [, name] = CHOOSES.exec(textOf(childNode(node, "run")) ?? "") ?? [];
    if (name !== undefined && this.#facts.env[name] === undefined) this.#chosenLater = name;
  }

  #openChoice(node: YamlNode): readonly string[] {
    const isCall = /\b(?:tox|nox)\b/.test(textOf(childNode(node, "run")) ?? "");
    const name = isCall ? this.#chosenLater : undefined;
    return name === undefined ? [] : [`its variable ${name} is known only when it runs`];
  }

  #contexts(scope: JobScope, env: Readonly<Record<string, string>> = {}): KnownContexts {
    return textContexts(scope, { ...this.#facts, env: { ...this.#facts.env, ...env } });
  }

  #envOf(node: YamlNode | undefined, scope: JobScope): Record<string, string> {
    return knownEnv(node, this.#contexts(scope));
  }

  #run(step: Step): undefined {
    const run = childNode(step.node, "run");
    const text = textOf(run);
    if (run === undefined || text === undefined) return;
    const first = run.isBlock ? run.line + 1 : run.line;
    this.#shellText(text, first, step, childNode(step.node, "working-directory") ?? step.folder);
  }

  /** Takes the text of a step apart; texts for other shells stay whole. */
  #shellText(text: string, line: number, step: Step, folder: YamlNode | undefined): undefined {
    const contexts = this.#contexts(step.scope, step.env);
    const named = childNode(step.node, "shell") ?? step.shell;
    const shell =
      named === undefined ? "bash" : (knownText(named, contexts) ?? "a program that is known only when it runs");
    const filled = fillText(text, contexts);
    const path = knownText(folder, contexts);
    const cwd = folder === undefined ? "." : path === undefined ? undefined : enterFolder(".", path);
    const around = { cwd: cwd ?? ".", env: { ...this.#facts.env, ...step.env }, constants: RUNNER };
    const chosen = step.scope.isOneOfMany ? filled.chosen : [];
    const terminal = TERMINAL.test(shell) ? [`its shell is \`${shortly(shell)}\`, which gives it a terminal`] : [];
    const isOutside = /^\s*(?:\$\{\{\s*runner\.temp\s*\}\}|\/tmp\b)/.test(textOf(folder) ?? "");
    const doubts = [...step.doubts, ...(isOutside ? [OUTSIDE] : cwd === undefined ? [ELSEWHERE] : []), ...terminal];
    const spot: Spot = { ...step, doubts, line, unknown: filled.unknown, chosen };
    if (!/(?:^|[\s/\w"-])(?:ba|z|da|k)?sh(?:ell)?\b/.test(shell) || /pwsh|powershell/.test(shell)) {
      const command = { ...{ line: 1, text: filled.text.trim(), words: null }, env: around.env, cwd: around.cwd };
      const foreign = { certainty: "unsure", doubts: [`it is a script for ${shortly(shell)}`] } as const;
      return this.#add({ ...command, ...foreign, mayFail: false, appends: undefined }, { ...spot, chosen: [] });
    }
    const { commands, faults } = readShell(withoutDots(filled.text), around);
    for (const fault of faults) this.#library.say(step.file, line + fault.line - 1, fault.message);
    for (const command of commands) this.#shellCommand(command, spot);
  }

  #shellCommand(command: ShellCommand, spot: Spot): undefined {
    const { appends, text } = command;
    if (appends !== undefined && RUNNER_FILES.test(appends.variable)) return this.#append(appends, spot);
    if (command.words === null && WRITES_RUNNER_FILE.test(withoutValues(text))) return this.#loseWritten(command, spot);
    this.#add(command, spot);
  }

  /** `echo "TAG=$(git describe)" >> $GITHUB_ENV`: steps behind it have a variable that only a run knows. */
  #loseWritten({ text, line }: ShellCommand, spot: Spot): undefined {
    const [, name] = /^(?:echo|printf)\s+["']?([A-Za-z_]\w*)=[\s\S]*GITHUB_ENV\b/.exec(text) ?? [];
    if (name === undefined) return;
    const lost = { name, place: { file: spot.file, line: spot.line + line - 1 } };
    this.#lost = [...this.#lost.filter((one) => one.name !== name), lost];
  }

  /** What a step tells the runner holds for the steps after it. */
  #append({ variable, text }: NonNullable<ShellCommand["appends"]>, step: Step): undefined {
    const [, name, value = ""] = /^([A-Za-z_][\w-]*)=(.*)$/s.exec(text) ?? [];
    const id = textOf(childNode(step.node, "id"));
    if (name === undefined || step.doubts.length > 0) return;
    const { env, outputs } = this.#facts;
    if (variable === "GITHUB_ENV") this.#facts = { env: { ...env, [name]: value }, outputs };
    if (variable === "GITHUB_OUTPUT" && id !== undefined) {
      this.#facts = { env, outputs: { ...outputs, [id]: { ...outputs[id], [name]: value } } };
    }
  }

  #add(command: ShellCommand, spot: Spot): undefined {
    const title = textOf(childNode(spot.node, "name"));
    const declared = toDeclared(command, spot, this.#checkouts.locate(command.cwd));
    const own = lostIn({ file: spot.file, line: spot.line }, command).lost ?? [];
    const lost = onlyNewest([...this.#lost, ...spot.lost, ...own]).filter(({ name }) => !(name in declared.env));
    this.commands.push({
      ...declared,
      ...(title === undefined ? {} : { title }),
      ...(lost.length === 0 ? {} : { lost }),
    });
  }

  #uses(step: Step): undefined {
    const node = childNode(step.node, "uses");
    const uses = textOf(node);
    if (node === undefined || uses === undefined) return;
    if (/^actions\/checkout@/i.test(uses)) return this.#checkout(step);
    if (/^[.$]\//.test(uses)) return this.#local(uses, node.line, step);
    const meaning = meaningOf(uses, actionInputs(this.#given(step), uses));
    if (meaning === undefined) {
      this.#library.say(step.file, node.line, `calls \`${shortly(uses)}\`, an action that is not known here`);
      const name = uses.replace(/@[^@]*$/, "").toLowerCase();
      return SETS_UP.test(name) ? this.#setUp([uses], node.line, step) : undefined;
    }
    this.#mean(meaning, uses, node.line, step);
  }

  /** What a step hands to the action that it calls. */
  #given(step: Step): Facts {
    return factsOf(childNode(step.node, "with"), this.#contexts(step.scope, step.env));
  }

  #checkout(step: Step): undefined {
    const inputs = this.#given(step);
    const text = (name: string): string | undefined => textAt(inputs, name);
    const written = textOf(childNode(step.node, "with", "repository")) ?? "";
    // One that is known only when it runs is this one where it is asked for by an event, else another beside it.
    const isOther = inputs !== null && text("repository") === undefined && /\S/.test(written) && !OWN.test(written);
    const unknown = isOther && text("path") !== undefined ? written : undefined;
    this.#checkouts.add(text("repository") ?? unknown, text("path"), step.scope.names.repository);
  }

  #mean(meaning: ActionMeaning, uses: string, line: number, step: Step): undefined {
    const { words, script, folder, python } = meaning;
    if (meaning.unread !== undefined) {
      this.#library.say(step.file, line, `calls \`${shortly(uses)}\`, which ${meaning.unread}`);
    }
    const version = python || (meaning.pythonFile ? this.#library.version(meaning.pythonFile) : undefined);
    if (version !== undefined && version !== "") this.python = plainVersion(version);
    if (meaning.toolchain !== undefined) this.#noteToolchain(meaning.toolchain, line, step);
    const cwd = folder === undefined ? undefined : childNode(step.node, "with", folder);
    if (script !== undefined && script !== "") return this.#shellText(script, line, step, cwd);
    if (meaning.setsUp !== undefined) this.#setUp([uses, meaning.setsUp], line, step);
    if (words === undefined) return;
    const env = { ...this.#facts.env, ...step.env };
    const at = cwd === undefined ? "." : (knownText(cwd, this.#contexts(step.scope, step.env)) ?? ".");
    const doubts = [`\`${shortly(uses)}\` stands for it`];
    const command = { line: 1, text: shellLine(words), words, env, cwd: enterFolder(".", at) ?? ".", mayFail: false };
    const spot = { ...step, line, unknown: [], chosen: [] };
    this.#add({ ...command, certainty: "likely", doubts, appends: undefined }, spot);
  }

  #noteToolchain({ language, version, file, input }: ActionToolchain, line: number, step: Step): undefined {
    const place = { file: step.file, line: childNode(step.node, "with", input)?.line ?? line };
    const wish = version === "" ? this.#library.toolchain(language, file) : { language, version, source: place };
    if (wish !== undefined) this.#toolchains.set(language, wish);
  }

  /** What an action puts on the machine may be what commands after it need: of one that nobody knows, who knows what. */
  #setUp([uses, ...what]: readonly [string, ...string[]], line: number, step: Step): undefined {
    const words = ["setup-action", uses, ...what];
    const command = { line: 1, text: uses, words, env: {}, cwd: ".", mayFail: true, appends: undefined };
    this.#add({ ...command, certainty: "likely", doubts: [] }, { ...step, line, unknown: [], chosen: [] });
  }

  /** Follows an action of the repository itself. */
  #local(uses: string, line: number, step: Step): undefined {
    const folder = enterFolder(".", uses.slice(2));
    const found = folder === undefined ? undefined : this.#library.action(this.#checkouts.locate(folder).cwd);
    const say = (message: string): undefined => this.#library.say(step.file, line, message);
    if (found === undefined) return say(`calls \`${shortly(uses)}\`, whose action.yml cannot be read`);
    if (step.depth >= MAX_DEPTH) return say(`calls \`${shortly(uses)}\` inside too many others`);
    const steps = childNode(found.root, "runs", "steps");
    if (steps === undefined) return say(`calls \`${shortly(uses)}\`, which is a program and no list of commands`);
    const declared = childNode(found.root, "inputs");
    const inputs = asTexts(inputsWithDefaults(declared, this.#given(step), this.#contexts(step.scope)));
    const outer = this.#facts;
    this.#facts = { env: { ...outer.env, ...step.env }, outputs: {} };
    this.walk(
      steps.items,
      { ...step.scope, inputs },
      {
        file: found.path,
        folder: undefined,
        shell: undefined,
        depth: step.depth + 1,
        doubts: step.doubts,
        mayFail: step.mayFail,
      },
    );
    const added = Object.fromEntries(Object.entries(this.#facts.env).filter(([name]) => !(name in step.env)));
    this.#facts = { env: { ...outer.env, ...added }, outputs: outer.outputs };
  }
}

/** `py$(echo 3.14 | tr -d .)` is `py314`. */
function withoutDots(text: string): string {
  const echoed = /\$\(\s*echo\s+["']?([\w.-]+)["']?\s*\|\s*tr\s+-d\s+["']?\.["']?\s*\)/g;
  return text.replaceAll(echoed, (_, value: string) => value.replaceAll(".", ""));
}

/** What is told the runner may hold any command and any sign: `echo "v=$(python -c 'a; b')" >> $GITHUB_OUTPUT`. */
function withoutValues(text: string): string {
  const plain = text.replaceAll(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (value) => (/GITHUB_/.test(value) ? value : ""));
  return plain.replaceAll(/\$\([^()]*(?:\([^()]*\)[^()]*)*\)/g, "");
}

function toDeclared(command: ShellCommand, spot: Spot, place: Located): DeclaredCommand {
  const { unknown, chosen } = spot;
  const isMarked = command.text.includes(UNKNOWN_OPEN);
  const parts = unknown.map((part) => `\`${shortly(part)}\` is known only when it runs`);
  const own = command.doubts.filter((doubt) => !isMarked || !/known only when it runs$/.test(doubt));
  const doubts = [...spot.doubts, ...own, ...(isMarked ? parts : []), ...place.doubts];
  const isUnsure = isMarked || spot.doubts.length > 0 || command.certainty === "unsure" || place.doubts.length > 0;
  const known = Object.fromEntries(Object.entries(command.env).filter(([, value]) => !value.includes(UNKNOWN_OPEN)));
  const picked = chosen.length > 0 ? [`\`${chosen[0]}\` is that of one combination of its matrix`] : [];
  return {
    place: { file: spot.file, line: spot.line + command.line - 1 },
    text: unmark(asSeenFrom(command.text, command.cwd), unknown),
    words: isMarked ? null : (command.words?.map((word) => asSeenFrom(word, command.cwd)) ?? null),
    env: place.env(withCheckoutVariable(known)),
    cwd: place.cwd,
    mayFail: spot.mayFail || command.mayFail,
    certainty: isUnsure ? "unsure" : doubts.length + picked.length > 0 ? "likely" : "certain",
    doubts: [...new Set([...doubts, ...picked])],
  };
}

/** Of several places that set a variable the last one counts. */
function onlyNewest(lost: readonly LostVariable[]): readonly LostVariable[] {
  return [...new Map(lost.map((one) => [one.name, one])).values()];
}

/** `3.13.x` asks for 3.13; `3`, `3.x`, `>=3.9` and `latest` ask for no version of their own. */
function plainVersion(version: string): string | null {
  const text = version
    .trim()
    .replace(/^v/, "")
    .replace(/(?:\.x)+$/i, "");
  return text !== "3" && /^(?:pypy-?|graalpy-?)?\d+(?:\.\d+)*(?:t|-dev)?$/i.test(text) ? text : null;
}
