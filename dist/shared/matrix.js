import { A as NumberData, D as equals, F as Kind, M as Dictionary, N as BooleanData, P as Array$1, f as childOf, j as Null, k as StringData } from "./project-root.js";
import { n as TurnpikeError } from "./errors.js";
import { i as evaluateNumber, n as evaluateFlag, t as evaluate } from "./evaluate.js";

// src/core/expressions/values.ts
/**
* The `env` context: names are case-sensitive where the system's are (actions/runner
* src/Runner.Worker/StepsRunner.cs, CaseSensitiveDictionaryContextData).
*/
var EnvironmentDictionary = class extends Dictionary {
	#variables = /* @__PURE__ */ new Map();
	add(key, value) {
		this.#variables?.set(key, value);
	}
	get(key) {
		return this.#variables.get(key);
	}
	values() {
		return [...this.#variables.values()];
	}
	pairs() {
		return [...this.#variables].map(([key, value]) => ({
			key,
			value
		}));
	}
};
/**
* @param value a JSON value; undefined is null
* @returns the same for expressions
*/
function toValue(value) {
	if (value === null || value === void 0) return new Null();
	if (typeof value === "string") return new StringData(value);
	if (typeof value === "number") return new NumberData(value);
	if (typeof value === "boolean") return new BooleanData(value);
	if (isList(value)) return new Array$1(...value.map(toValue));
	return new Dictionary(...Object.entries(value).map(([key, inner]) => ({
		key,
		value: toValue(inner)
	})));
}
function isList(value) {
	return Array.isArray(value);
}
/**
* @param variables environment variables
* @returns the `env` context
*/
function toEnvironment(variables) {
	const dictionary = new EnvironmentDictionary();
	for (const [name, value] of Object.entries(variables)) dictionary.add(name, new StringData(value));
	return dictionary;
}
/**
* @param value a value of an expression
* @returns the same as JSON
*/
function fromValue(value) {
	switch (value.kind) {
		case Kind.Null: return null;
		case Kind.Boolean:
		case Kind.Number:
		case Kind.String: return value.value;
		case Kind.Array: return value.values().map(fromValue);
		default: return Object.fromEntries(value.pairs().map((pair) => [pair.key, fromValue(pair.value)]));
	}
}

// src/core/expressions/matrix-legs.ts
/** Most legs of a matrix (docs.github.com, Workflow syntax, `jobs.<job_id>.strategy.matrix`). */
const MAX_LEGS = 256;
/** Most legs before exclusions: a bound against files written to be slow. */
const MAX_CROSS = 1e4;
function fault(message) {
	return new TurnpikeError("WORKFLOW_EXPRESSION", "config", message);
}
function isRow(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function rowsOf(value, name) {
	if (value === void 0 || value === null) return [];
	if (!Array.isArray(value)) throw fault(`strategy.matrix.${name} must be a list of maps.`);
	return value.map((row) => {
		if (!isRow(row) || Object.keys(row).length === 0) throw fault(`strategy.matrix.${name} must hold maps with values.`);
		return { ...row };
	});
}
/**
* @param matrix value of `strategy.matrix`
* @returns the cross product less `exclude` and plus `include` (actions/runner
* src/Sdk/WorkflowParser/Conversion/MatrixBuilder.cs). An include adds its further keys to every leg whose vectors it
* matches, without replacing a value of theirs; one that matches none is a leg of its own.
* @throws TurnpikeError `WORKFLOW_EXPRESSION`
*/
function unfoldMatrix(matrix) {
	if (!isRow(matrix)) throw fault("strategy.matrix must be a map.");
	const vectors = Object.entries(matrix).filter(([key]) => key !== "include" && key !== "exclude");
	for (const [key, value] of vectors) if (!Array.isArray(value) || value.length === 0) throw fault(`Matrix vector '${key}' does not contain any values.`);
	const names = new Set(vectors.map(([key]) => key));
	const excludes = rowsOf(matrix["exclude"], "exclude");
	for (const key of excludes.flatMap(Object.keys)) if (!names.has(key)) throw fault(`Matrix exclude key '${key}' does not match any key within the matrix.`);
	const includes = rowsOf(matrix["include"], "include").map((row) => split(row, names));
	const used = /* @__PURE__ */ new Set();
	const legs = cross(vectors).filter((row) => !excludes.some((filter) => matches(filter, row))).map((row) => {
		const extra = {};
		for (const include of includes.filter((one) => matches(one.filter, row))) {
			used.add(include);
			Object.assign(extra, include.extra);
		}
		return {
			values: {
				...row,
				...extra
			},
			label: labelOf(row)
		};
	});
	const own = includes.filter((include) => !used.has(include)).map(({ filter, extra }) => ({
		...filter,
		...extra
	}));
	const all = [...legs, ...own.map((values) => ({
		values,
		label: labelOf(values)
	}))];
	if (all.length > 256) throw fault(`The matrix has ${all.length} legs; GitHub allows ${256}.`);
	return all;
}
function split(row, names) {
	const entries = Object.entries(row);
	return {
		filter: Object.fromEntries(entries.filter(([key]) => names.has(key))),
		extra: Object.fromEntries(entries.filter(([key]) => !names.has(key)))
	};
}
function cross(vectors) {
	if (vectors.length === 0) return [];
	const count = vectors.reduce((product, [, values]) => product * (Array.isArray(values) ? values.length : 0), 1);
	if (count > MAX_CROSS) throw fault(`The matrix has ${count} legs before exclusions; at most ${MAX_CROSS} are unfolded.`);
	return vectors.reduce((rows, [name, values]) => rows.flatMap((row) => (Array.isArray(values) ? values : []).map((value) => ({
		...row,
		[name]: value
	}))), [{}]);
}
/** Every leaf of the filter equals the row's, by GitHub's loose equality (MatrixBuilder.cs, MatrixFilter). */
function matches(filter, value) {
	if (Array.isArray(filter)) return filter.every((inner, index) => matches(inner, Array.isArray(value) ? value[index] : void 0));
	if (isRow(filter)) return Object.entries(filter).every(([key, inner]) => matches(inner, isRow(value) ? value[key] : void 0));
	return equals(toValue(filter), toValue(value));
}
/** Leaves of the vectors, maps and lists unfolded, as the job's name shows them (MatrixBuilder.cs, CreateConfiguration). */
function labelOf(row) {
	const leaves = (value) => {
		if (value === null) return [];
		if (typeof value === "object") return Object.values(value).flatMap(leaves);
		return [String(value)];
	};
	return leaves(row).filter((leaf) => leaf !== "").join(", ");
}

// src/core/workflow/matrix.ts
/**
* @param token value of a `strategy` key
* @param scope contexts of the job
* @returns what it says; no strategy is one leg without values
* @throws TurnpikeError `WORKFLOW_EXPRESSION`
*/
function readStrategy(token, scope) {
	const matrix = childOf(token, "matrix");
	return {
		legs: matrix === void 0 ? void 0 : unfoldMatrix(fromValue(evaluate(matrix, scope))),
		failFast: evaluateFlag(childOf(token, "fail-fast"), scope, true),
		maxParallel: evaluateNumber(childOf(token, "max-parallel"), scope)
	};
}
/** Longest name of a job (JobNameBuilder.cs). */
const MAX_NAME = 100;
/**
* @param name the job's id, or its name when no expression stands in it
* @param label the leg's label; empty when there is no matrix
* @returns `test (3.12, ubuntu)`
*/
function legName(name, label) {
	const full = label === "" ? name : `${name} (${label})`;
	return full.length > MAX_NAME ? `${full.slice(0, 97)}...` : full;
}

export { toValue as i, readStrategy as n, toEnvironment as r, legName as t };