import { type Expr, Lexer, Parser } from "@actions/expressions";
import type { FunctionInfo } from "@actions/expressions/funcs/info";
import { type Token, TokenType } from "@actions/expressions/lexer";

/** All contexts there are (docs.github.com, Contexts reference); which one may stand where, the schema says. */
export const CONTEXTS = [
  "github",
  "env",
  "vars",
  "job",
  "jobs",
  "steps",
  "runner",
  "secrets",
  "strategy",
  "matrix",
  "needs",
  "inputs",
];

/** The library's lexer takes the first doubled quote of a text alone for an escaped one; all of them are. */
function tokensOf(expression: string): Token[] {
  return new Lexer(expression)
    .lex()
    .tokens.map((token) =>
      token.type === TokenType.STRING ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") } : token,
    );
}

/**
 * @param expression the text between `${{` and `}}`
 * @param functions those that it may call besides the well-known ones
 * @returns its tree, as GitHub's own parser reads it
 * @throws Error when it is no expression
 */
export function parseExpression(expression: string, functions: readonly FunctionInfo[]): Expr {
  return new Parser(tokensOf(expression), [...CONTEXTS], [...functions]).parse();
}
