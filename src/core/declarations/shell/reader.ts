import type {
  AndOr,
  Assignment,
  Command,
  CommandNode,
  If,
  Pipeline,
  PipelineNode,
  Redirection,
  Script,
  Statement,
  Word,
} from "unbash";
import { shellLine, shellWord } from "../../../contract/index.ts";
import { asSeenFrom, CHECKOUT, CHECKOUT_VARIABLE, checkoutWord, withCheckoutVariable } from "../checkout-root.ts";
import { type Answer, answerOf, answerOfList, type TestFacts } from "./conditions.ts";
import { ShellContext } from "./context.ts";
import { alternativeOf, COMPOUND_DOUBTS, isHarmless, isTest, LOOP_VARIABLES, SILENT } from "./forms.ts";
import type { ShellCommand, ShellState, ShellSurroundings } from "./text.ts";
import { assignedValue, type Expanded, expandWord, fillWord, shortly } from "./words.ts";

type Env = Readonly<Record<string, string>>;

interface Spot {
  readonly pos: number;
  readonly end: number;
}

/** How a command stands in its text. */
interface Manner {
  readonly mayFail: boolean;
  /** Each makes the command unsure. */
  readonly doubts: readonly string[];
  /** Each makes the command likely. */
  readonly assumptions: readonly string[];
  /** Variables in front of the command that are known only when it runs, with their offsets. */
  readonly lost?: readonly (readonly [string, number])[];
}

interface Found {
  readonly node: PipelineNode | AndOr;
  readonly text?: string;
  readonly words?: readonly string[];
  readonly doubt?: string;
  readonly unsure?: boolean;
  readonly env?: Env;
  readonly appends?: ShellCommand["appends"];
}

const PLAIN: Manner = { mayFail: false, doubts: [], assumptions: [] };
/** Of one list of commands; a bound against texts written to be slow. */
const MAX_COMMANDS = 1000;
const ELSEWHERE = "its folder is known only when it runs";

/** Walks the tree of one shell text and collects its commands. */
export class ShellReader {
  readonly #source: string;
  readonly #start: string;
  readonly #exists: ShellSurroundings["exists"];
  readonly #lineEnds: readonly number[];
  readonly #functions = new Set<string>();
  #context: ShellContext;
  #ended = false;

  constructor(source: string, around: ShellSurroundings) {
    this.#source = source;
    this.#start = around.cwd;
    this.#exists = around.exists;
    this.#lineEnds = [...source.matchAll(/\n/g)].map(({ index }) => index);
    this.#context = new ShellContext(around);
  }

  /** @returns variables and folder behind what was read */
  get state(): ShellState {
    const { cwd, env, constants } = this.#context;
    return { cwd, env, constants };
  }

  /** @returns the 1-based line of an offset */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#lineEnds.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#lineEnds[middle] ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  /** @returns commands of a list, in order */
  script(script: Pick<Script, "commands">, manner: Manner = PLAIN): readonly ShellCommand[] {
    const commands: ShellCommand[] = [];
    for (const { command, background } of script.commands) {
      if (this.#ended || commands.length >= MAX_COMMANDS) break;
      const doubts = background === true ? [...manner.doubts, "it runs in the background"] : manner.doubts;
      for (const one of this.#node(command, { ...manner, doubts })) commands.push(one);
    }
    return commands;
  }

  #node(node: Statement["command"], manner: Manner): readonly ShellCommand[] {
    switch (node.type) {
      case "AndOr":
        return this.#andOr(node, manner);
      case "Pipeline":
        return this.#pipeline(node, manner);
      case "Command":
        return this.#command(node, manner);
      case "Subshell":
        return this.#subshell(node.body, manner);
      case "BraceGroup":
        return this.script(node.body, manner);
      case "Function":
        this.#functions.add(node.name.value);
        return [];
      case "If":
        return this.#if(node, manner) ?? this.#compound(node, manner);
      default:
        return this.#compound(node, manner);
    }
  }

  get #facts(): TestFacts {
    const { cwd, lookup } = this.#context;
    return { lookup, exists: (path) => (cwd === undefined ? undefined : this.#exists?.(cwd, path)) };
  }

  /** An `if` whose answer is known is the branch that it takes. */
  #if(node: If, manner: Manner): readonly ShellCommand[] | undefined {
    let here = manner;
    for (const { clause, then } of [node, ...node.elif]) {
      const answer = answerOfList(clause.commands, this.#facts);
      if (answer === undefined) return undefined;
      here = this.#assuming(here, clause, answer);
      if (answer.holds) return this.script(then, here);
    }
    return node.else === undefined ? [] : this.script(node.else, here);
  }

  #assuming(manner: Manner, { pos, end }: Spot, { holds, isAssumed }: Answer): Manner {
    if (!isAssumed) return manner;
    const test = shortly(this.#source.slice(pos, end).replace(/;\s*$/, ""));
    const assumption = `it is taken that \`${test}\` ${holds ? "holds" : "does not hold"}`;
    return { ...manner, assumptions: [...manner.assumptions, assumption] };
  }

  /** What a subshell does to folder and variables ends with it. */
  #subshell(body: Pick<Script, "commands">, manner: Manner): readonly ShellCommand[] {
    const outer = this.#context;
    this.#context = outer.copy();
    const commands = this.script(body, manner);
    this.#context = outer;
    this.#ended = false;
    return commands;
  }

  #compound(node: Exclude<CommandNode, Command>, manner: Manner): readonly ShellCommand[] {
    const inner = node.type === "Redirected" ? node.command : node;
    const commands = this.#whole({ node, ...COMPOUND_DOUBTS[inner.type] }, manner);
    this.#forgetIn(node);
    const text = this.#source.slice(node.pos, node.end);
    if (inner.type !== "Subshell" && /(?:^|[\s;&|(])(?:cd|pushd|popd)\s/.test(text)) this.#context.cwd = undefined;
    return commands;
  }

  /** What is assigned somewhere in a part that stays whole is no longer known. */
  #forgetIn({ pos, end }: Spot): void {
    const text = this.#source.slice(pos, end);
    for (const [, loop, assigned] of text.matchAll(LOOP_VARIABLES)) this.#context.forget(loop ?? assigned ?? "");
  }

  #pipeline(node: Pipeline, manner: Manner): readonly ShellCommand[] {
    const [only] = node.commands;
    const isTimed = node.prefixes.every(({ type }) => type === "Time");
    if (node.commands.length === 1 && only !== undefined && isTimed) return this.#node(only, manner);
    const doubt = node.commands.length > 1 ? "only a shell can run a pipeline" : "`!` turns its result around";
    return this.#whole({ node, doubt }, manner);
  }

  #andOr(node: AndOr, manner: Manner): readonly ShellCommand[] {
    const decided = this.#decided(node, manner);
    if (decided !== undefined) return decided;
    const { commands, operators } = node;
    const first = operators.indexOf("||") + 1;
    if (first === 0) return this.#chain(commands, manner);
    const rest = commands[first];
    const meaning = rest === undefined || first !== commands.length - 1 ? "other" : alternativeOf(rest);
    if (meaning === "other" || commands.slice(0, first).some(isTest)) {
      const found = this.#whole({ node, doubt: "`||` chooses what runs when it runs", unsure: true }, manner);
      this.#forgetIn(node);
      return found;
    }
    return this.#chain(commands.slice(0, first), { ...manner, mayFail: manner.mayFail || meaning === "ignored" });
  }

  /** `[ … ] && a || b` whose answer is known is `a`, or `b`. */
  #decided({ commands, operators }: AndOr, manner: Manner): readonly ShellCommand[] | undefined {
    const [test, second, third] = commands;
    const answer = test === undefined ? undefined : answerOf(test, this.#facts);
    if (test === undefined || second === undefined || answer === undefined || commands.length > 3) return undefined;
    const here = this.#assuming(manner, test, answer);
    if (operators[0] === "||") return commands.length > 2 ? undefined : answer.holds ? [] : this.#node(second, here);
    if (commands.length === 2) return answer.holds ? this.#node(second, here) : [];
    if (operators[1] !== "||" || third === undefined) return undefined;
    return this.#node(answer.holds ? second : third, here);
  }

  /** Commands joined by `&&`; behind a test they run only when it holds. */
  #chain(commands: readonly PipelineNode[], manner: Manner): readonly ShellCommand[] {
    const found: ShellCommand[] = [];
    let here = manner;
    for (const [index, command] of commands.entries()) {
      if (index < commands.length - 1 && isTest(command)) {
        const test = shortly(this.#source.slice(command.pos, command.end));
        here = { ...here, doubts: [...here.doubts, `it runs only when \`${test}\` holds`] };
      } else found.push(...this.#node(command, here));
    }
    return found;
  }

  #command(node: Command, manner: Manner): readonly ShellCommand[] {
    const isSure = manner.doubts.length === 0;
    const assignments = node.prefix.filter((one): one is Assignment => one.type === "Assignment");
    if (node.name === undefined) {
      this.#context.assign(assignments, false, isSure);
      return [];
    }
    const name = node.name.value;
    if (SILENT.has(name)) return [];
    if (name === "exit" || name === "return") {
      this.#ended = isSure;
      return [];
    }
    const args = node.suffix.filter((one): one is Word => one.type === "Word");
    if (this.#context.apply(name, node.suffix, args, isSure)) return [];
    return this.#plain(node, this.#leading(assignments), this.#withUnknown(assignments, manner));
  }

  /** The words of a command as far as they are known; `open`: the first that is not, before all one that nobody can tell. */
  #expanded(node: Command) {
    const words: string[] = [];
    let changed = false;
    let open: Extract<Expanded, { kind: "shell" }> | undefined;
    for (const word of [node.name, ...node.suffix]) {
      if (word?.type !== "Word" && word?.type !== "Assignment") continue;
      const expanded = word.type === "Word" ? expandWord(word, this.#context.lookup) : this.#inWord(word);
      if (expanded.kind === "fields") {
        words.push(...expanded.fields);
        changed ||= expanded.changed;
      } else if (open === undefined || (expanded.unsure && !open.unsure)) open = expanded;
    }
    return { words, changed, open };
  }

  #plain(node: Command, env: Env, manner: Manner): readonly ShellCommand[] {
    const { words, changed, open } = this.#expanded(node);
    if (open !== undefined) return this.#whole({ node, env, ...open, ...this.#filled(node) }, manner);
    const [name] = words;
    if (name === undefined) return [];
    if (this.#functions.has(name)) {
      return this.#whole({ node, env, doubt: `\`${shortly(name)}\` is a function of the text`, unsure: true }, manner);
    }
    const redirect = node.redirects.find((one) => !isHarmless(one));
    if (redirect !== undefined) return this.#redirected(node, redirect, { words, env }, manner);
    const own = Object.entries(env).map(([key, value]) => `${key}=${this.#valueWord(value)} `);
    const here = this.#context.cwd ?? this.#start;
    const seen = words.map((word) => asSeenFrom(word, here));
    const text = changed ? `${own.join("")}${shellLine(seen)}` : this.#textOf(node);
    return this.#add({ node, text, words, env }, manner);
  }

  /** The text of a command with plain values put in, where nothing but words makes it up. */
  #filled(node: Command): { readonly text?: string } {
    const words = [node.name, ...node.suffix].filter((one): one is Word => one?.type === "Word");
    if (node.prefix.length > 0 || node.redirects.length > 0 || words.length !== node.suffix.length + 1) return {};
    return { text: words.map((word) => fillWord(word, this.#context.lookup)).join(" ") };
  }

  /** `name=value` behind the command is a word like any other. */
  #inWord(word: Assignment): Expanded {
    if (word.value.type === "ArrayValue" || word.index !== undefined) {
      return { kind: "shell", doubt: "only a shell can read a list", unsure: false };
    }
    const value = assignedValue(word.value, this.#context.lookup);
    if (value === undefined) {
      return { kind: "shell", doubt: `\`${shortly(word.text)}\` is known only when it runs`, unsure: true };
    }
    const field = `${word.name}${word.append === true ? "+" : ""}=${value}`;
    return { kind: "fields", fields: [field], changed: word.text.includes("$") };
  }

  /** A command with a variable that is known only when it runs is likely the same without it. */
  #withUnknown(assignments: readonly Assignment[], manner: Manner): Manner {
    const open = assignments.filter(({ value }) => assignedValue(value, this.#context.lookup) === undefined);
    const doubts = open.map(({ text }) => `\`${shortly(text)}\` is known only when it runs`);
    const lost = open.map(({ name, pos }) => [name, pos] as const);
    return { ...manner, assumptions: [...manner.assumptions, ...doubts], lost };
  }

  #leading(assignments: readonly Assignment[]): Env {
    const known = assignments.map(({ name, value }) => [name, assignedValue(value, this.#context.lookup)] as const);
    return Object.fromEntries(known.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
  }

  #redirected(
    node: Command,
    redirect: Redirection,
    { words, env }: { words: readonly string[]; env: Env },
    manner: Manner,
  ): readonly ShellCommand[] {
    const target = redirect.type === "Redirect" ? (redirect.target?.value ?? "") : "";
    const variable = /^\$\{?(\w+)\}?$/.exec(target.replaceAll('"', ""))?.[1];
    const isAppending = redirect.type === "Redirect" && redirect.operator === ">>" && words[0] === "echo";
    if (isAppending && variable !== undefined) {
      const appends = { variable, text: words.slice(1).join(" ") };
      return this.#add({ node, doubt: "it appends to a file", env, appends }, manner);
    }
    const doubt = redirect.type === "Redirect" ? "it redirects input or output" : "it reads a text that stands with it";
    return this.#whole({ node, doubt, env }, manner);
  }

  /** A command that only a shell can run, with the constants that it uses in front of it. */
  #whole(found: Found, manner: Manner): readonly ShellCommand[] {
    const text = found.text ?? this.#textOf(found.node);
    const names = new Set([...text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => name));
    const used = Object.entries(this.#context.constants).filter(([name]) => names.has(name));
    const front = used.map(([name, value]) => `${name}=${this.#valueWord(value)}; `).join("");
    return this.#add({ ...found, text: front + text }, manner);
  }

  #lost({ lost = [] }: Manner): Pick<ShellCommand, "lost"> {
    const all = [...this.#context.lost, ...lost].map(([name, pos]) => ({ name, line: this.lineAt(pos) }));
    return all.length === 0 ? {} : { lost: all };
  }

  /** A value as a word of the text, which runs in the folder that is entered by then. */
  #valueWord(value: string): string {
    if (!value.includes(CHECKOUT)) return shellWord(value);
    return checkoutWord(value.replaceAll(CHECKOUT, CHECKOUT_VARIABLE), this.#context.cwd ?? this.#start);
  }

  #textOf(node: { readonly pos: number; readonly end: number }): string {
    const text = this.#source.slice(node.pos, node.end).trim();
    return text.includes("<<") ? text : text.replaceAll(/[ \t]*\\\n[ \t]*/g, " ");
  }

  #add({ node, text, words, doubt, unsure, env, appends }: Found, manner: Manner): readonly ShellCommand[] {
    const { cwd } = this.#context;
    const here = cwd ?? this.#start;
    const isUnsure = unsure === true || manner.doubts.length > 0 || cwd === undefined;
    const command = {
      line: this.lineAt(node.pos),
      text: asSeenFrom(text ?? this.#textOf(node), here),
      words: words?.map((word) => asSeenFrom(word, here)) ?? null,
      env: withCheckoutVariable({ ...this.#context.env, ...env }),
      ...this.#lost(manner),
      cwd: here,
      mayFail: manner.mayFail,
      certainty: isUnsure ? "unsure" : doubt === undefined && manner.assumptions.length === 0 ? "certain" : "likely",
      doubts: [
        ...manner.doubts,
        ...manner.assumptions,
        ...(doubt === undefined ? [] : [doubt]),
        ...(cwd === undefined ? [ELSEWHERE] : []),
      ],
      appends,
    } as const;
    return [command];
  }
}
