import { C as Kind, S as Dictionary, _ as StringData, b as BooleanData, c as Evaluator, m as truthy, n as parseExpression, t as CONTEXTS, v as NumberData, x as Array, y as Null } from "./parse.js";
import { C as isString, S as isSequence, b as isMapping, m as entriesOf, v as isBasicExpression, x as isNumber, y as isBoolean } from "./project-root.js";
import { n as TurnpikeError } from "./errors.js";

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