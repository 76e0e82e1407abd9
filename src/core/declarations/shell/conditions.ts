import type { PipelineNode, Statement, TestExpression, Word } from "unbash";
import { expandWord, type Lookup } from "./words.ts";

/** What a test asks, as far as it is known before it runs. */
export interface TestFacts {
  readonly lookup: Lookup;
  /** @returns whether a path, as it is written, is in the repository; undefined when nobody knows */
  readonly exists: (path: string) => boolean | undefined;
}

/** The answer of a test. */
export interface Answer {
  readonly holds: boolean;
  /** True when it asks for a file, which a command before it may have made or taken away. */
  readonly isAssumed: boolean;
}

function known(holds: boolean): Answer {
  return { holds, isAssumed: false };
}

function not(answer: Answer | undefined): Answer | undefined {
  return answer === undefined ? undefined : { ...answer, holds: !answer.holds };
}

/** `-z x`, `-d x` and the like. */
function unary(operator: string, value: string, { exists }: TestFacts): Answer | undefined {
  if (operator === "-z") return known(value === "");
  if (operator === "-n") return known(value !== "");
  if (!/^-[defrsx]$/.test(operator)) return undefined;
  const found = exists(value);
  return found === undefined ? undefined : { holds: found, isAssumed: true };
}

/** `[ … ]`, whose words are expanded and split before it sees them. */
function ofWords(words: readonly string[], facts: TestFacts): Answer | undefined {
  if (words[0] === "!") return not(ofWords(words.slice(1), facts));
  const [first = "", second = "", third] = words;
  if (words.length === 1) return first === "-z" ? known(true) : first === "-n" ? undefined : known(first !== "");
  if (words.length === 2) return unary(first, second, facts);
  if (words.length !== 3 || third === undefined) return undefined;
  if (second === "=" || second === "==") return known(first === third);
  return second === "!=" ? known(first !== third) : undefined;
}

/** `[[ … ]]`, whose words are not split; what stands right of `==` is a pattern unless it is plain. */
function ofExpression(expression: TestExpression, facts: TestFacts): Answer | undefined {
  switch (expression.type) {
    case "TestNot":
      return not(ofExpression(expression.operand, facts));
    case "TestGroup":
      return ofExpression(expression.expression, facts);
    case "TestUnary": {
      const value = oneField(expression.operand, facts);
      return value === undefined ? undefined : unary(expression.operator, value, facts);
    }
    case "TestBinary": {
      const [left, right] = [oneField(expression.left, facts), oneField(expression.right, facts)];
      if (left === undefined || right === undefined) return undefined;
      if (expression.operator === "==" || expression.operator === "=") return known(left === right);
      return expression.operator === "!=" ? known(left !== right) : undefined;
    }
    default:
      return undefined;
  }
}

function oneField(word: Word, facts: TestFacts): string | undefined {
  const expanded = expandWord(word, facts.lookup);
  return expanded.kind === "fields" && expanded.fields.length <= 1 ? (expanded.fields[0] ?? "") : undefined;
}

/** @returns the answer of a test; undefined when it is known only when it runs, or is no test */
export function answerOf(node: PipelineNode, facts: TestFacts): Answer | undefined {
  if (node.type === "TestCommand") return ofExpression(node.expression, facts);
  if (node.type === "Pipeline") {
    const [only] = node.commands;
    if (node.commands.length !== 1 || only === undefined) return undefined;
    const negations = node.prefixes.filter(({ type }) => type === "Negation").length;
    const answer = answerOf(only, facts);
    return negations % 2 === 1 ? not(answer) : answer;
  }
  const name = node.type === "Command" ? node.name?.value : undefined;
  if (node.type !== "Command" || (name !== "[" && name !== "test")) return undefined;
  const words: string[] = [];
  for (const word of node.suffix) {
    const expanded = word.type === "Word" ? expandWord(word, facts.lookup) : undefined;
    if (expanded?.kind !== "fields") return undefined;
    words.push(...expanded.fields);
  }
  if (name === "[" && words.pop() !== "]") return undefined;
  return ofWords(words, facts);
}

/** @returns the answer of a list that is one test */
export function answerOfList(commands: readonly Statement[], facts: TestFacts): Answer | undefined {
  const [only] = commands;
  if (commands.length !== 1 || only === undefined || only.command.type === "AndOr") return undefined;
  return answerOf(only.command, facts);
}
