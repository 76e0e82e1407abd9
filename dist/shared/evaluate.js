import { A as NumberData, C as Parser, E as TokenType, F as Kind, M as Dictionary, N as BooleanData, O as truthy, P as Array, S as isString, T as Lexer, _ as isBasicExpression, b as isNumber, j as Null, k as StringData, p as entriesOf, v as isBoolean, w as Evaluator, x as isSequence, y as isMapping } from "./project-root.js";
import { n as TurnpikeError } from "./errors.js";

// src/core/expressions/parse.ts
/** All contexts there are (docs.github.com, Contexts reference); which one may stand where, the schema says. */
const CONTEXTS = [
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
	"inputs"
];
/** The library's lexer takes the first doubled quote of a text alone for an escaped one; all of them are. */
function tokensOf(expression) {
	return new Lexer(expression).lex().tokens.map((token) => token.type === TokenType.STRING ? {
		...token,
		value: token.lexeme.slice(1, -1).replaceAll("''", "'")
	} : token);
}
/**
* @param expression the text between `${{` and `}}`
* @param functions those that it may call besides the well-known ones
* @returns its tree, as GitHub's own parser reads it
* @throws Error when it is no expression
*/
function parseExpression(expression, functions) {
	return new Parser(tokensOf(expression), [...CONTEXTS], [...functions]).parse();
}

// src/core/workflow/evaluate.ts
const parsed = /* @__PURE__ */ new Map();
function parse(expression, scope) {
	const key = `${scope.functions.map((one) => one.name).join(",")}\n${expression}`;
	const known = parsed.get(key);
	if (known !== void 0) return known;
	const tree = parseExpression(expression, scope.functions);
	parsed.set(key, tree);
	return tree;
}
/**
* @param expression the text between `${{` and `}}`
* @param scope contexts and functions
* @returns its value
* @throws TurnpikeError `WORKFLOW_EXPRESSION` when it cannot be read or computed
*/
function evaluateExpression(expression, scope) {
	const nothing = new Null();
	const contexts = new Dictionary(...CONTEXTS.map((key) => ({
		key,
		value: scope.contexts[key] ?? nothing
	})));
	try {
		const functions = new Map(scope.functions.map((one) => [one.name.toLowerCase(), one]));
		return new Evaluator(parse(expression, scope), contexts, functions).evaluate();
	} catch (cause) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		if (cause instanceof TurnpikeError) throw cause;
		throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", `The expression \`${expression}\` could not be evaluated: ${reason}`, { cause });
	}
}
/**
* @param template a node, with expressions anywhere in it
* @param scope contexts and functions
* @returns its value; undefined is null
* @throws TurnpikeError `WORKFLOW_EXPRESSION`
*/
function evaluate(template, scope) {
	if (template === void 0) return new Null();
	if (isBasicExpression(template)) return evaluateExpression(template.expression, scope);
	if (isString(template)) return new StringData(template.value);
	if (isBoolean(template)) return new BooleanData(template.value);
	if (isNumber(template)) return new NumberData(template.value);
	if (isSequence(template)) return new Array(...[...template].map((item) => evaluate(item, scope)));
	if (isMapping(template)) return new Dictionary(...entriesOf(template).map(({ key, value }) => ({
		key,
		value: evaluate(value, scope)
	})));
	return new Null();
}
/** @returns the node's value as text, as GitHub writes it into an input or a variable */
function evaluateText(template, scope) {
	return textOf(evaluate(template, scope));
}
/** @returns the value as text; null is empty, a list or a map is `Array` or `Object` */
function textOf(value) {
	return value.coerceString();
}
/** @returns whether a condition holds, by GitHub's truthiness */
function isTrue(expression, scope) {
	return truthy(evaluateExpression(expression, scope));
}
/** @returns variables or inputs of a mapping, in order; names as they are written */
function evaluateMap(template, scope) {
	if (template === void 0) return {};
	if (isMapping(template)) return Object.fromEntries(entriesOf(template).map(({ key, value }) => [key, evaluateText(value, scope)]));
	const value = evaluate(template, scope);
	if (value.kind !== Kind.Dictionary) return {};
	return Object.fromEntries(value.pairs().map((pair) => [pair.key, textOf(pair.value)]));
}
/**
* @param template a boolean, or an expression that gives one
* @param fallback when the key is absent
* @throws TurnpikeError `WORKFLOW_EXPRESSION` when the value is no boolean
*/
function evaluateFlag(template, scope, fallback) {
	if (template === void 0) return fallback;
	const value = evaluate(template, scope);
	if (value.kind === Kind.Boolean) return value.value;
	if (value.kind === Kind.String && /^(true|false)$/.test(value.value)) return value.value === "true";
	throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", `"${textOf(value)}" is not a boolean; it must be true or false.`);
}
/**
* @param template a number, or an expression that gives one
* @throws TurnpikeError `WORKFLOW_EXPRESSION` when the value is no number
*/
function evaluateNumber(template, scope) {
	if (template === void 0) return void 0;
	const value = evaluate(template, scope);
	const number = value.number();
	if (Number.isFinite(number) && textOf(value) !== "") return number;
	throw new TurnpikeError("WORKFLOW_EXPRESSION", "config", `"${textOf(value)}" is not a number.`);
}

export { evaluateText as a, evaluateNumber as i, evaluateFlag as n, isTrue as o, evaluateMap as r, textOf as s, evaluate as t };