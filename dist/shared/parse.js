import { t as __commonJSMin } from "./rolldown-runtime.js";
import { n as TurnpikeError } from "./errors.js";

// src/contract/action.ts
/** The output that every action has beside its own. */
const FAILURE_OUTPUT = "failure";
/**
* Keeps the literal types of a contract.
*
* @param contract the contract
* @returns the same object
*/
function defineAction(contract) {
	return contract;
}
/**
* @param name `verdict-file`
* @returns `verdictFile`
*/
function toCamelCase(name) {
	return name.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

// node_modules/fastest-levenshtein/mod.js
var require_fastest_levenshtein = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.__esModule = true;
	exports.distance = exports.closest = void 0;
	var peq = /* @__PURE__ */ new Uint32Array(65536);
	var myers_32 = function(a, b) {
		var n = a.length;
		var m = b.length;
		var lst = 1 << n - 1;
		var pv = -1;
		var mv = 0;
		var sc = n;
		var i = n;
		while (i--) peq[a.charCodeAt(i)] |= 1 << i;
		for (i = 0; i < m; i++) {
			var eq = peq[b.charCodeAt(i)];
			var xv = eq | mv;
			eq |= (eq & pv) + pv ^ pv;
			mv |= ~(eq | pv);
			pv &= eq;
			if (mv & lst) sc++;
			if (pv & lst) sc--;
			mv = mv << 1 | 1;
			pv = pv << 1 | ~(xv | mv);
			mv &= xv;
		}
		i = n;
		while (i--) peq[a.charCodeAt(i)] = 0;
		return sc;
	};
	var myers_x = function(b, a) {
		var n = a.length;
		var m = b.length;
		var mhc = [];
		var phc = [];
		var hsize = Math.ceil(n / 32);
		var vsize = Math.ceil(m / 32);
		for (var i = 0; i < hsize; i++) {
			phc[i] = -1;
			mhc[i] = 0;
		}
		var j = 0;
		for (; j < vsize - 1; j++) {
			var mv_1 = 0;
			var pv_1 = -1;
			var start_1 = j * 32;
			var vlen_1 = Math.min(32, m) + start_1;
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] |= 1 << k;
			for (var i = 0; i < n; i++) {
				var eq = peq[a.charCodeAt(i)];
				var pb = phc[i / 32 | 0] >>> i & 1;
				var mb = mhc[i / 32 | 0] >>> i & 1;
				var xv = eq | mv_1;
				var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
				var ph = mv_1 | ~(xh | pv_1);
				var mh = pv_1 & xh;
				if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
				if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
				ph = ph << 1 | pb;
				mh = mh << 1 | mb;
				pv_1 = mh | ~(xv | ph);
				mv_1 = ph & xv;
			}
			for (var k = start_1; k < vlen_1; k++) peq[b.charCodeAt(k)] = 0;
		}
		var mv = 0;
		var pv = -1;
		var start = j * 32;
		var vlen = Math.min(32, m - start) + start;
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		var score = m;
		for (var i = 0; i < n; i++) {
			var eq = peq[a.charCodeAt(i)];
			var pb = phc[i / 32 | 0] >>> i & 1;
			var mb = mhc[i / 32 | 0] >>> i & 1;
			var xv = eq | mv;
			var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			var ph = mv | ~(xh | pv);
			var mh = pv & xh;
			score += ph >>> m - 1 & 1;
			score -= mh >>> m - 1 & 1;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (var k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
		return score;
	};
	var distance = function(a, b) {
		if (a.length < b.length) {
			var tmp = b;
			b = a;
			a = tmp;
		}
		if (b.length === 0) return a.length;
		if (a.length <= 32) return myers_32(a, b);
		return myers_x(a, b);
	};
	exports.distance = distance;
	var closest = function(str, arr) {
		var min_distance = Infinity;
		var min_index = 0;
		for (var i = 0; i < arr.length; i++) {
			var dist = distance(str, arr[i]);
			if (dist < min_distance) {
				min_distance = dist;
				min_index = i;
			}
		}
		return arr[min_index];
	};
	exports.closest = closest;
}));

// src/contract/parse.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
/** Longest value that an error message repeats. */
const SHOWN_VALUE_LENGTH = 60;
function shown(field, value) {
	if (field.kind === "secret") return "the value";
	const line = value.replaceAll(/[\r\n\t]+/g, " ");
	return `"${line.length > SHOWN_VALUE_LENGTH ? `${line.slice(0, SHOWN_VALUE_LENGTH)}…` : line}"`;
}
/**
* The known name that a mistyped one most likely means.
*
* @param name what was written
* @param known what exists
* @returns the nearest, or undefined when none is near enough to be a likely slip
*/
function nearestName(name, known) {
	if (known.length === 0) return void 0;
	const best = (0, import_fastest_levenshtein.closest)(name, [...known]);
	return (0, import_fastest_levenshtein.distance)(name, best) <= Math.max(2, Math.floor(name.length / 3)) ? best : void 0;
}
function readField(name, field, raw, problems) {
	const isAbsent = raw === void 0 || raw.trim() === "";
	if (isAbsent && field.default?.includes("${{") === true) return "";
	const given = isAbsent ? field.default : raw;
	if (given === void 0) {
		if (field.required) problems.push({
			where: name,
			message: `is required: ${field.description}`
		});
		return;
	}
	if (given === "" && field.kind !== "list") return void 0;
	const parsed = field.schema.safeParse(field.kind === "list" ? given : given.trim());
	if (parsed.success) return parsed.data;
	problems.push({
		where: name,
		message: `${shown(field, given)} is not right; write ${field.expects}`
	});
}
/**
* Reads the inputs of an action, all problems at once.
*
* @param contract what may be given
* @param raw texts by input name (kebab-case); an empty text counts as absent
* @returns typed values by camelCase name
* @throws TurnpikeError `INPUT_INVALID` with one problem per wrong, missing or unknown input
*/
function parseInputs(contract, raw) {
	const problems = [];
	const known = Object.keys(contract.inputs);
	for (const name of Object.keys(raw)) {
		if (known.includes(name)) continue;
		const nearest = nearestName(name, known);
		const advice = nearest === void 0 ? `known are ${known.join(", ")}` : `did you mean \`${nearest}\`?`;
		problems.push({
			where: name,
			message: `is not an input of ${contract.name}; ${advice}`
		});
	}
	const values = {};
	for (const [name, field] of Object.entries(contract.inputs)) values[toCamelCase(name)] = readField(name, field, raw[name], problems);
	if (problems.length > 0) {
		const count = problems.length === 1 ? "1 input is" : `${problems.length} inputs are`;
		throw new TurnpikeError("INPUT_INVALID", "config", `${count} wrong; nothing was run.`, { problems });
	}
	return values;
}
/**
* @param contract the contract
* @param raw texts by input name
* @returns the non-empty texts of secret inputs, to be masked before anything may log
*/
function secretsOf(contract, raw) {
	return Object.entries(contract.inputs).filter(([, field]) => field.kind === "secret").map(([name]) => raw[name] ?? "").filter((value) => value !== "");
}

export { defineAction as a, FAILURE_OUTPUT as i, parseInputs as n, secretsOf as r, nearestName as t };