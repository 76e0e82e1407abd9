import { t as __commonJSMin } from "./rolldown-runtime.js";
import { n as TurnpikeError } from "./errors.js";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { closeSync, constants, createReadStream, ftruncateSync, openSync, readFileSync, readdirSync, statSync } from "node:fs";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { access, appendFile, copyFile, lstat, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { StringDecoder } from "node:string_decoder";
import { setMaxListeners } from "node:events";
import { execFile, spawn } from "node:child_process";

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

// src/contract/counts.ts
/**
* A number as people read it: `1,234,567`. `toLocaleString` gives the same, and loads the tables of all languages for it:
* 14 ms, before the first gate starts.
*
* @param count a whole number
* @returns its digits in groups of three
*/
function groupDigits(count) {
	return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
/**
* A number of things: `1 gate`, `2 gates`, `10,000 entries`.
*
* @param count how many
* @param one the noun for one
* @param many the noun for any other number; default: `one` and an s
* @returns number and noun
*/
function countOf(count, one, many = `${one}s`) {
	return `${groupDigits(count)} ${count === 1 ? one : many}`;
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
function secretsOf$1(contract, raw) {
	return Object.entries(contract.inputs).filter(([, field]) => field.kind === "secret").map(([name]) => raw[name] ?? "").filter((value) => value !== "");
}

// src/core/gates/secrets/secret-forms.ts
/** Shorter values are words like `true` or `12345`, and hiding them would hide half of every log. */
const SHORTEST_SECRET = 6;
function base64(text) {
	const bytes = new TextEncoder().encode(text);
	let binary = "";
	for (const byte of bytes) binary += String.fromCharCode(byte);
	return btoa(binary);
}
/**
* In the middle of a longer text base64 looks different by where the value begins; the parts that depend on its neighbours
* are cut off (actions/runner src/Sdk/DTLogging/Logging/ValueEncoders.cs).
*/
function base64Forms(secret) {
	const cut = [
		0,
		1,
		2
	].map((shift) => base64("\0".repeat(shift) + secret).replace(/=+$/, "")).map((text, shift) => text.slice(shift === 0 ? 0 : shift + 1));
	const forms = [...cut, ...cut.map((text) => text.slice(0, -1))];
	return [...forms, ...forms.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"))].flatMap((text) => [text, ...[encodeURIComponent(text)].flatMap(inBothCases)]);
}
/** Encoders write the digits of `%2f` in either case. */
function inBothCases(encoded) {
	return [encoded, encoded.replaceAll(/%[0-9A-F]{2}/g, (digits) => digits.toLowerCase())];
}
/** All but the unreserved characters of RFC 3986, as `quote(text, safe="")` of Python and `Uri.EscapeDataString` do. */
function strictUri(text) {
	return encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** Percent-encoding as JavaScript, RFC 3986, Python (which leaves `/` unless told otherwise) and HTML forms do it. */
function uriForms(text) {
	const wellFormed = text.toWellFormed();
	const strict = strictUri(wellFormed);
	const plus = strict.replaceAll("%20", "+");
	const form = plus.replaceAll("~", "%7E").replaceAll("%2A", "*");
	return [...[
		encodeURIComponent(wellFormed),
		strict,
		strict.replaceAll("%2F", "/")
	], ...[
		plus,
		plus.replaceAll("%2F", "/"),
		encodeURIComponent(wellFormed).replaceAll("%20", "+"),
		form
	]].flatMap(inBothCases);
}
const XML = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\n": "&#10;"
};
/** Text, attributes, and the ways of several libraries to write quotes. */
function xmlForms(text) {
	const plain = text.replaceAll(/[&<>]/g, (one) => XML[one] ?? one);
	const lines = plain.replaceAll("\n", "&#10;");
	const quotes = [
		["\"", "'"],
		["&quot;", "'"],
		["&quot;", "&apos;"],
		["&quot;", "&#39;"],
		["&quot;", "&#x27;"],
		["&#34;", "&#39;"]
	];
	return [plain, lines].flatMap((one) => quotes.map(([double, single]) => one.replaceAll("\"", double).replaceAll("'", single)));
}
/** As Python shows bytes: what is not ASCII as those of UTF-8. */
function bytesOf(text) {
	const digits = (byte) => `\\x${byte.toString(16).padStart(2, "0")}`;
	return text.replaceAll(/[^\0-\x7f]+/g, (part) => [...new TextEncoder().encode(part)].map(digits).join(""));
}
/** Strings of JSON, also those with nothing but ASCII, and of Python and shells. */
function stringForms(text) {
	const json = JSON.stringify(text).slice(1, -1);
	const ascii = json.replaceAll(/[\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
	const slashes = json.replaceAll("/", "\\/");
	const python = text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n");
	const quoted = [python, python.replaceAll("'", "\\'")];
	return [
		json,
		JSON.stringify(json).slice(1, -1),
		ascii,
		slashes,
		...quoted,
		...quoted.map(bytesOf),
		text.replaceAll("'", "''"),
		text.replaceAll("'", `'\\''`)
	];
}
function hexForms(text) {
	const hex = [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
	return [hex, hex.toUpperCase()];
}
const ENCODERS = [
	uriForms,
	stringForms,
	xmlForms,
	hexForms,
	base64Forms
];
/**
* @param secret a value to hide; of several lines each is hidden by itself, so an encoding of the whole is, too
* @returns what it looks like in output: as it is, percent-encoded, in JSON, XML, strings and hex, in base64 wherever it begins
*/
function formsOf(secret) {
	if (secret.length < 6) return [];
	const lines = secret.split(/\r?\n/).filter((line) => line.trim().length >= 6);
	const plain = lines.length > 1 ? lines.map((line) => line.trim()) : [secret, secret.trim()];
	const all = [
		secret,
		...plain,
		...plain.flatMap((text) => ENCODERS.flatMap((encode) => encode(text)))
	];
	return [...new Set(all)].filter((form) => form.length >= 6);
}

// src/core/gates/secrets/mask.ts
const MASK = "***";
/** Shorter forms may well come about where one line ends and the next one begins. */
const SHORTEST_BROKEN = 12;
/** What tools wrap long lines with, indentation may follow it; and colours (ECMA-48, 8.3.117) in the middle of a word. */
const GAP = /((?:\r?\n[ \t]*|\u001b\[[0-9;:]*[mK])+)/;
const GAP_HERE = new RegExp(`^${GAP.source}`);
/** Where tools shorten long values: `'beginning...end'`. A row of dots is progress. */
const ELISION = /(?<!\.)\.{3}(?!\.)|…/g;
function patternOf(forms) {
	if (forms.length === 0) return void 0;
	return new RegExp(forms.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|"), "g");
}
/** More colours than that in one place are no colours. */
const LONGEST_GAP = 64;
/** What a cut leaves at the edge of a text: a mark, half a character, the indentation of a line. */
const EDGE = /* @__PURE__ */ new Set([..." 	\r\n…�"]);
function beginOf(text) {
	let at = 0;
	while (at < text.length && EDGE.has(text.charAt(at))) at += 1;
	return at;
}
function endOf(text) {
	let at = text.length;
	while (at > 0 && EDGE.has(text.charAt(at - 1))) at -= 1;
	return at;
}
function placesOf(part, text) {
	const places = [];
	for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push(at);
	return places;
}
function longestOf(texts) {
	return texts.reduce((longest, { length }) => Math.max(longest, length), 0);
}
/** So many characters tell, nearly always, whether they may be of a secret. */
const GRAM = 6;
/** Some characters of a text as a number; several texts may share one. */
function gramAt(text, from) {
	let gram = 0;
	for (let at = from; at < from + GRAM; at += 1) gram = Math.imul(gram, 65599) + text.charCodeAt(at) | 0;
	return gram;
}
function gramsOf(forms) {
	const grams = /* @__PURE__ */ new Set();
	for (const form of forms) for (let at = 0; at + GRAM <= form.length; at += 1) grams.add(gramAt(form, at));
	return grams;
}
/** What stands before and behind a gap that begins with a line break or an escape. */
function aroundGap(text, at) {
	const end = text.charAt(at - 1) === "\r" ? at - 1 : at;
	const begin = end + (GAP_HERE.exec(text.slice(end, end + LONGEST_GAP))?.[0].length ?? 1);
	return text.slice(Math.max(0, end - GRAM + 1), end) + text.slice(begin, begin + GRAM - 1);
}
/** Places of line breaks and escapes. */
function* gapsOf(text) {
	for (const mark of ["\n", "\x1B"]) for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) yield at;
}
/** One line of a text of which parts are hidden; `offset` is where the line begins. */
function hideIn(line, offset, spans) {
	let shown = "";
	let at = 0;
	for (const [from, to] of spans) {
		const [begin, end] = [Math.max(from - offset, at), Math.min(to - offset, line.length)];
		if (end <= begin) continue;
		shown += line.slice(at, begin) + (from >= offset ? MASK : "");
		at = end;
	}
	return shown + line.slice(at);
}
function makeForms(secrets) {
	const all = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
	const long = all.filter((form) => form.length >= SHORTEST_BROKEN && !form.includes("\n"));
	return {
		all,
		pattern: patternOf(all),
		broken: patternOf(long),
		grams: gramsOf(all)
	};
}
/** Takes secrets out of text: as they are, percent-encoded, in JSON and XML, in base64, broken over lines, coloured, shortened. */
var Masker = class {
	#secrets;
	#made;
	/** @param secrets values to hide */
	constructor(secrets) {
		this.#secrets = secrets.filter((secret) => secret.length >= 6);
	}
	/** Made when there is something to hide them in: no gate waits for it. */
	get #forms() {
		this.#made ??= makeForms(this.#secrets);
		return this.#made;
	}
	/** True when there is nothing to hide. */
	get isEmpty() {
		return this.#secrets.length === 0;
	}
	/**
	* How many characters a secret can take at most, line breaks with it: what may stand at the end of one piece and the
	* beginning of the next. 0 when there is nothing to hide.
	*/
	get longest() {
		const length = this.#forms.all[0]?.length ?? 0;
		return length === 0 ? 0 : 2 * length + 64;
	}
	/**
	* @param text any text
	* @returns the text without secrets
	*/
	mask(text) {
		const { pattern } = this.#forms;
		return pattern === void 0 ? text : this.#maskElided(this.#maskBroken(text.replace(pattern, MASK)));
	}
	/** What is left of a secret that a tool shortened, before and behind the place. */
	#maskElided(text) {
		const { grams } = this.#forms;
		let shown = "";
		let from = 0;
		let isAfter = false;
		for (const { index, 0: mark } of text.matchAll(ELISION)) {
			const end = index + mark.length;
			if (!grams.has(gramAt(text, index - GRAM)) && !grams.has(gramAt(text, end))) continue;
			const before = text.slice(from, index);
			shown += this.#hideEnd(isAfter ? this.#hideBeginning(before) : before) + mark;
			[from, isAfter] = [end, true];
		}
		if (!isAfter) return text;
		return shown + this.#hideBeginning(text.slice(from));
	}
	/**
	* For a text that was cut out of a longer one: it may begin with the end of a secret, end with the beginning of one, or be
	* a part of one.
	*
	* @param text any text, `…` at its end or not
	* @returns the text without secrets, and without such parts
	*/
	maskCut(text) {
		if (this.isEmpty) return text;
		const masked = this.mask(text);
		const part = masked.slice(beginOf(masked), endOf(masked));
		return part.length >= SHORTEST_BROKEN && this.#forms.grams.has(gramAt(part, 0)) && this.#forms.all.some((form) => form.includes(part)) ? MASK : this.#hideBeginning(this.#hideEnd(masked));
	}
	/** Hides the beginning of a secret at the end of a text. */
	#hideEnd(text) {
		const end = endOf(text);
		const kept = text.slice(0, end);
		const last = kept.slice(-GRAM);
		if (last.length < GRAM || !this.#forms.grams.has(gramAt(last, 0))) return text;
		const longest = longestOf(this.#forms.all.flatMap((form) => placesOf(last, form).map((at) => form.slice(0, at + last.length))).filter((part) => kept.endsWith(part)));
		return longest === 0 ? text : `${kept.slice(0, end - longest)}${MASK}${text.slice(end)}`;
	}
	/** Hides the end of a secret at the beginning of a text. */
	#hideBeginning(text) {
		const begin = beginOf(text);
		const first = text.slice(begin, begin + GRAM);
		if (first.length < GRAM || !this.#forms.grams.has(gramAt(first, 0))) return text;
		const longest = longestOf(this.#forms.all.flatMap((form) => placesOf(first, form).map((at) => form.slice(at))).filter((part) => text.startsWith(part, begin)));
		return longest === 0 ? text : `${text.slice(0, begin)}${MASK}${text.slice(begin + longest)}`;
	}
	/** Nearly always false; what is true is looked at in earnest. */
	#mayBeBroken(text) {
		const { grams } = this.#forms;
		for (const at of gapsOf(text)) {
			const around = aroundGap(text, at);
			for (let from = 0; from + GRAM <= around.length; from += 1) if (grams.has(gramAt(around, from))) return true;
		}
		return false;
	}
	/** The line breaks stay, so that a log keeps its lines. */
	#maskBroken(text) {
		const { broken } = this.#forms;
		if (broken === void 0 || !this.#mayBeBroken(text)) return text;
		const parts = text.split(GAP);
		const spans = [...parts.filter((_, index) => index % 2 === 0).join("").matchAll(broken)].map(({ index, 0: { length } }) => [index, index + length]);
		if (spans.length === 0) return text;
		let offset = 0;
		return parts.map((part, index) => {
			if (index % 2 === 1) return part;
			const shown = hideIn(part, offset, spans);
			offset += part.length;
			return shown;
		}).join("");
	}
	/**
	* @param pieces a text in pieces
	* @param cut where the text was cut out of a longer one, if it was
	* @returns the same text without secrets, also those that were cut in two
	*/
	async *maskPieces(pieces, cut = {}) {
		let held = "";
		let isFirst = cut.start === true;
		for await (const piece of pieces) {
			if (this.isEmpty) {
				yield piece;
				continue;
			}
			const text = this.mask(held + piece);
			const whole = isFirst && text.length >= this.longest ? this.#hideBeginning(text) : text;
			if (text.length >= this.longest) isFirst = false;
			const end = Math.max(0, whole.length - this.longest);
			held = whole.slice(end);
			if (end > 0) yield whole.slice(0, end);
		}
		const last = isFirst ? this.#hideBeginning(held) : held;
		if (last !== "") yield cut.end === true ? this.#hideEnd(last) : last;
	}
};

// src/core/gates/secrets/secrets-of.ts
const SECRET_NAME = /(?:^|_)(?:TOKEN|SECRETS?|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_?KEY|API_?KEY|ACCESS_?KEY|SIGNING_?KEY|CREDENTIALS?|PAT|AUTH)(?:$|_(?!URL|URI|SOCK|FILE|PATH|DIR|ENDPOINT|HOST|TYPE|METHOD|ID$))/i;
/** `https://user:password@host` in any variable, such as a proxy or an index. */
const URL_PASSWORD = /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/gi;
/**
* @param env the environment of this process
* @returns values that look like secrets: by the name of their variable, or as the password in a URL
*/
function secretsOf(env) {
	const found = /* @__PURE__ */ new Set();
	for (const [name, value] of Object.entries(env)) {
		const bare = name.replace(/^INPUT_/, "").replaceAll("-", "_");
		if (SECRET_NAME.test(bare) && !isHarmless(value)) found.add(value);
		for (const match of value.matchAll(URL_PASSWORD)) found.add(match[1] ?? "");
	}
	return [...found].filter((value) => value.length >= 6);
}
/** A path or a URL without a password is where a secret is kept, not the secret. */
function isHarmless(value) {
	return /^(?:\/|\.\/|[a-z][a-z0-9+.-]*:\/\/[^@]*$)/i.test(value.trim());
}

// src/adapters/node/environment.ts
/**
* @param env a process environment
* @returns the variables that are set
*/
function definedVariables(env) {
	return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== void 0));
}

// src/adapters/node/clock.ts
/** The machine's clock. */
const systemClock = {
	now: () => /* @__PURE__ */ new Date(),
	monotonicMs: () => performance.now(),
	async sleep(ms, signal) {
		try {
			await setTimeout$1(ms, void 0, signal === void 0 ? {} : { signal });
		} catch {}
	}
};

// src/adapters/node/files.ts
const STREAM_BYTES = 262144;
/** A text of this length is ordinary garbage to V8; one of twice the length has pages of its own. */
const TEXT_BYTES = 65536;
function isMissing(error) {
	const code = error.code;
	return code === "ENOENT" || code === "ENOTDIR";
}
function unreadable(path, cause) {
	const reason = cause.code ?? "unknown";
	return new TurnpikeError("FILE_UNREADABLE", "user", `${path} could not be read (${reason}).`, { cause });
}
function unwritable(path, cause) {
	const reason = cause.code ?? "unknown";
	if (reason === "ENOSPC" || reason === "EDQUOT") {
		const message = `${path} could not be written: no space is left on the disk.`;
		return new TurnpikeError("FILE_UNWRITABLE", "service", message, { cause });
	}
	return new TurnpikeError("FILE_UNWRITABLE", "user", `${path} could not be written (${reason}).`, { cause });
}
/** A pipe or a device may never end; what opens one must not wait for somebody who writes. */
async function openFile(path) {
	const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	const info = await handle.stat();
	if (info.isFile()) return handle;
	await handle.close();
	throw Object.assign(/* @__PURE__ */ new Error("it is no file"), { code: info.isDirectory() ? "EISDIR" : "ENOTSUP" });
}
function kindOf(info) {
	if (info.isSymbolicLink()) return "symlink";
	if (info.isDirectory()) return "directory";
	return info.isFile() ? "file" : "other";
}
/** The file system, relative paths being below a root. */
var NodeFiles = class {
	#root;
	/** @param root absolute folder that relative paths start from */
	constructor(root) {
		this.#root = root;
	}
	absolute(path) {
		return resolve(this.#root, path);
	}
	async readBytes(path) {
		const file = this.absolute(path);
		let handle;
		try {
			handle = await openFile(file);
			return await handle.readFile();
		} catch (error) {
			if (isMissing(error)) return void 0;
			throw unreadable(file, error);
		} finally {
			await handle?.close();
		}
	}
	async readText(path) {
		const bytes = await this.readBytes(path);
		return bytes === void 0 ? void 0 : new TextDecoder("utf-8").decode(bytes);
	}
	async write(path, content) {
		const file = this.absolute(path);
		const temporary = `${file}.${randomUUID()}.tmp`;
		try {
			await mkdir(dirname(file), { recursive: true });
			await writeFile(temporary, content);
			await rename(temporary, file);
		} catch (error) {
			await rm(temporary, { force: true }).catch(() => void 0);
			throw unwritable(file, error);
		}
	}
	async append(path, content) {
		const file = this.absolute(path);
		try {
			await mkdir(dirname(file), { recursive: true });
			await appendFile(file, content);
		} catch (error) {
			throw unwritable(file, error);
		}
	}
	async exists(path) {
		try {
			await lstat(this.absolute(path));
			return true;
		} catch {
			return false;
		}
	}
	async size(path) {
		try {
			return (await stat(this.absolute(path))).size;
		} catch (error) {
			if (isMissing(error)) return void 0;
			throw unreadable(path, error);
		}
	}
	async list(path, skip) {
		const root = this.absolute(path);
		const entries = [];
		const walk = async (relative) => {
			const names = await readdir(join(root, relative)).catch((error) => {
				if (isMissing(error)) return [];
				throw unreadable(join(root, relative), error);
			});
			for (const name of names.sort((a, b) => a < b ? -1 : 1)) {
				const child = relative === "" ? name : `${relative}/${name}`;
				const info = await lstat(join(root, child)).catch(() => void 0);
				if (info === void 0) continue;
				const kind = kindOf(info);
				entries.push({
					path: child,
					kind,
					size: kind === "file" ? info.size : 0
				});
				if (kind === "directory" && !(skip?.(child) ?? false)) await walk(child);
			}
		};
		await walk("");
		return entries;
	}
	async remove(path) {
		try {
			await rm(this.absolute(path), {
				recursive: true,
				force: true
			});
		} catch (error) {
			throw unwritable(this.absolute(path), error);
		}
	}
	async makeDirectory(path) {
		try {
			await mkdir(this.absolute(path), { recursive: true });
		} catch (error) {
			throw unwritable(this.absolute(path), error);
		}
	}
	async copy(from, to) {
		try {
			await mkdir(dirname(this.absolute(to)), { recursive: true });
			await copyFile(this.absolute(from), this.absolute(to));
		} catch (error) {
			throw unwritable(this.absolute(to), error);
		}
	}
	async move(from, to) {
		try {
			await mkdir(dirname(this.absolute(to)), { recursive: true });
			await rename(this.absolute(from), this.absolute(to));
		} catch (error) {
			throw unwritable(this.absolute(to), error);
		}
	}
	async *stream(path, range = {}) {
		const file = this.absolute(path);
		const { start = 0, end } = range;
		if (end !== void 0 && end <= start) return;
		try {
			const last = end === void 0 ? {} : { end: end - 1 };
			yield* createReadStream(file, {
				start,
				...last,
				highWaterMark: STREAM_BYTES
			});
		} catch (error) {
			throw unreadable(file, error);
		}
	}
	async *streamText(path, range = {}) {
		const file = this.absolute(path);
		const { start = 0, end = Number.POSITIVE_INFINITY } = range;
		if (end <= start) return;
		const decoder = new StringDecoder("utf8");
		const buffer = Buffer.allocUnsafe(TEXT_BYTES);
		let handle;
		try {
			handle = await openFile(file);
			for (let at = start; at < end;) {
				const { bytesRead } = await handle.read(buffer, 0, Math.min(TEXT_BYTES, end - at), at);
				if (bytesRead === 0) break;
				const text = decoder.write(buffer.subarray(0, bytesRead));
				yield at === start ? text.replace(/^\ufeff/, "") : text;
				at += bytesRead;
			}
			yield decoder.end();
		} catch (error) {
			throw unreadable(file, error);
		} finally {
			await handle?.close();
		}
	}
	async sha256(path) {
		const file = this.absolute(path);
		const hash = createHash("sha256");
		try {
			await pipeline(createReadStream(file), hash);
		} catch (error) {
			throw unreadable(file, error);
		}
		return hash.digest("hex");
	}
};

// src/adapters/node/processes/process-table.ts
/** Name of the variable that marks every process that we start and all that it starts, whatever session they move to. */
const MARKER_VARIABLE = "TURNPIKE_PROCESS";
/**
* @param text content of `/proc/<pid>/stat`; the command's name stands in brackets and may hold brackets and blanks
* @returns its fields, or undefined when it is cut
*/
function parseProcStat(text) {
	const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
	const at = (field) => Number(fields[field - 3]);
	const start = fields[19];
	const state = fields[0];
	if (start === void 0 || state === void 0) return void 0;
	return {
		state,
		group: at(5),
		session: at(6),
		ownTicks: at(14) + at(15),
		childTicks: at(16) + at(17),
		start,
		residentPages: at(24)
	};
}
/**
* @param environ content of `/proc/<pid>/environ`, variables ended by NUL
* @param marker the marker to find
* @returns true when the process carries the marker or a nested one
*/
function carriesMarker(environ, marker) {
	const entry = `${MARKER_VARIABLE}=${marker}`;
	for (let at = environ.indexOf(entry); at !== -1; at = environ.indexOf(entry, at + 1)) {
		const before = at === 0 ? "\0" : environ[at - 1];
		const after = environ[at + entry.length] ?? "\0";
		if (before === "\0" && (after === "\0" || after === "/")) return true;
	}
	return false;
}
/**
* @param file a path or an open descriptor's path below /proc
* @returns what names the file itself, whatever its path; undefined when it is not there
*/
function fileIdentity(file) {
	try {
		const { dev, ino } = statSync(file);
		return `${dev}:${ino}`;
	} catch {
		return;
	}
}
function isLiving(stat) {
	return stat !== void 0 && stat.state !== "Z" && stat.state !== "X";
}
/** Linux: the proc file system. */
var LinuxProcessTable = class {
	#root;
	/** @param root where the proc file system is mounted */
	constructor(root = "/proc") {
		this.#root = root;
	}
	/** @returns all process ids */
	pids() {
		try {
			return readdirSync(this.#root).filter((name) => /^\d+$/.test(name)).map(Number);
		} catch {
			return [];
		}
	}
	/**
	* @param pid a process id
	* @returns its stat fields, or undefined when there is no such process
	*/
	stat(pid) {
		const text = this.#read(pid, "stat");
		return text === void 0 ? void 0 : parseProcStat(text);
	}
	/**
	* @param pid a process id
	* @returns its start, or undefined when it does not live
	*/
	startSync(pid) {
		const stat = this.stat(pid);
		return isLiving(stat) ? stat.start : void 0;
	}
	/**
	* @param tree a tree
	* @returns what still lives of it
	*/
	survivorsSync(tree) {
		const leader = this.stat(tree.leader);
		const isRecycled = leader !== void 0 && tree.leaderStart !== void 0 && leader.start !== tree.leaderStart;
		const found = [];
		for (const pid of this.pids()) {
			if (pid === process.pid || tree.strangers?.has(pid) === true) continue;
			const stat = this.stat(pid);
			if (!isLiving(stat)) continue;
			const inGroup = tree.leader > 0 && !isRecycled && stat.group === tree.leader;
			if (inGroup || this.#belongs(pid, tree)) found.push({
				pid,
				start: stat.start,
				inGroup
			});
		}
		return found;
	}
	#belongs(pid, { marker, outputs }) {
		if (carriesMarker(this.#read(pid, "environ") ?? "", marker)) return true;
		if (outputs === void 0) return false;
		return [1, 2].some((fd) => outputs.has(fileIdentity(join(this.#root, String(pid), "fd", String(fd))) ?? ""));
	}
	startOf(pid) {
		return Promise.resolve(this.startSync(pid));
	}
	survivors(tree) {
		return Promise.resolve(this.survivorsSync(tree));
	}
	#read(pid, file) {
		try {
			return readFileSync(join(this.#root, String(pid), file), "latin1");
		} catch {
			return;
		}
	}
};

// src/adapters/node/processes/foreign-tables.ts
/** The system's own programs, asked for at most 2 s. */
const askSystem = (file, args) => new Promise((resolve) => {
	const options = {
		timeout: 2e3,
		maxBuffer: 67108864,
		windowsHide: true
	};
	execFile(file, [...args], options, (error, stdout) => resolve(error === null ? stdout : ""));
});
const PS_LINE = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\w{3}\s+\w{3}\s+\d+\s+[\d:]{8}\s+\d{4})\s+(.*)$/;
/**
* @param text output of macOS `ps`
* @returns its lines; what does not look like one is left out
*/
function parsePs(text) {
	const lines = [];
	for (const line of text.split("\n")) {
		const [, pid, group, state, start, command] = PS_LINE.exec(line) ?? [];
		if (pid === void 0 || group === void 0 || state === void 0 || start === void 0) continue;
		lines.push({
			pid: Number(pid),
			group: Number(group),
			state,
			start,
			command: command ?? ""
		});
	}
	return lines;
}
/** macOS: `ps`, which shows the environment of the user's own processes. Tested with recorded data, not run there. */
var MacProcessTable = class {
	#ask;
	/** @param ask runs `ps` */
	constructor(ask = askSystem) {
		this.#ask = ask;
	}
	async #lines() {
		return parsePs(await this.#ask("/bin/ps", [
			"-A",
			"-E",
			"-w",
			"-w",
			"-o",
			"pid=,pgid=,stat=,lstart=,command="
		])).filter((line) => !line.state.startsWith("Z"));
	}
	async startOf(pid) {
		return (await this.#lines()).find((line) => line.pid === pid)?.start;
	}
	async survivors(tree) {
		const lines = await this.#lines();
		const leader = lines.find((line) => line.pid === tree.leader);
		const isRecycled = leader !== void 0 && tree.leaderStart !== void 0 && leader.start !== tree.leaderStart;
		const marker = new RegExp(`(^|\\s)${MARKER_VARIABLE}=${tree.marker}(/|\\s|$)`);
		return lines.map((line) => ({
			...line,
			inGroup: !isRecycled && line.group === tree.leader
		})).filter((line) => line.pid !== process.pid && (line.inGroup || marker.test(line.command))).map(({ pid, start, inGroup }) => ({
			pid,
			start,
			inGroup
		}));
	}
};
/**
* @param text output of `ConvertTo-Json -Compress` over ProcessId, ParentProcessId and Start
* @returns the processes; empty when it is no JSON
*/
function parseCim(text) {
	let rows;
	try {
		rows = JSON.parse(text);
	} catch {
		return [];
	}
	const found = [];
	for (const row of Array.isArray(rows) ? rows : [rows]) {
		if (typeof row !== "object" || row === null) continue;
		const { ProcessId: pid, ParentProcessId: parent, Start: start } = row;
		if (typeof pid === "number" && typeof parent === "number" && typeof start === "string") found.push({
			pid,
			parent,
			start
		});
	}
	return found;
}
/**
* A parent's id may have been given to a new process; a child is never older than its parent.
*
* @param processes all processes
* @param root where to begin
* @returns the processes below `root`, without it
*/
function descendantsOf(processes, root) {
	const found = [];
	const open = [root];
	const seen = /* @__PURE__ */ new Set([root.pid]);
	for (let parent = open.pop(); parent !== void 0; parent = open.pop()) for (const child of processes) {
		if (child.parent !== parent.pid || child.start < parent.start || seen.has(child.pid)) continue;
		seen.add(child.pid);
		found.push(child);
		open.push(child);
	}
	return found;
}
const CIM_QUERY = "Get-CimInstance Win32_Process | Select-Object ProcessId, ParentProcessId, @{n='Start';e={$_.CreationDate.ToUniversalTime().ToString('o')}} | ConvertTo-Json -Compress";
/**
* Windows: parent ids and creation times. The environment of another process cannot be read there, so a child whose
* parents have all ended is not found. Tested with recorded data, not run there.
*/
var WindowsProcessTable = class {
	#ask;
	/** @param ask runs PowerShell */
	constructor(ask = askSystem) {
		this.#ask = ask;
	}
	async #all() {
		return parseCim(await this.#ask("powershell.exe", [
			"-NoProfile",
			"-NonInteractive",
			"-Command",
			CIM_QUERY
		]));
	}
	async startOf(pid) {
		return (await this.#all()).find((entry) => entry.pid === pid)?.start;
	}
	async survivors(tree) {
		const all = await this.#all();
		const leader = all.find((entry) => entry.pid === tree.leader);
		if (leader !== void 0 && tree.leaderStart !== void 0 && leader.start !== tree.leaderStart) return [];
		const root = leader ?? {
			pid: tree.leader,
			parent: 0,
			start: tree.leaderStart ?? ""
		};
		return [...leader === void 0 ? [] : [leader], ...descendantsOf(all, root)].map(({ pid, start }) => ({
			pid,
			start,
			inGroup: true
		}));
	}
};

// src/adapters/node/processes/stop-tree.ts
/** Somebody cancelled, or time is out. */
const STOP_PLAN = {
	interruptMs: 3e3,
	terminateMs: 5e3,
	giveUpMs: 6800
};
/** The leader ended by itself and left others behind: they are asked once, then killed. */
const SWEEP_PLAN = {
	interruptMs: 0,
	terminateMs: 500,
	giveUpMs: 3e3
};
/** `kill(2)`. That a target is gone meanwhile is no error. */
const posixSignaller = {
	one: (pid, signal) => quietly(() => process.kill(pid, signal)),
	group: (leader, signal) => quietly(() => process.kill(-leader, signal))
};
function quietly(work) {
	try {
		work();
	} catch {}
}
const MACHINE_TIMER = {
	now: () => performance.now(),
	wait: (ms) => setTimeout$1(ms)
};
async function signalAll(target, survivors, signal) {
	if (target.isLeaderOurs()) target.signaller.group(target.tree.leader, signal);
	for (const survivor of survivors) {
		if (survivor.inGroup && target.isLeaderOurs()) continue;
		if (await target.table.startOf(survivor.pid) === survivor.start) target.signaller.one(survivor.pid, signal);
	}
}
/** Longest time between SIGTERM and SIGKILL, for trees whose group was gone early. */
const TERMINATE_GRACE_MS = 2e3;
const HARDNESS = {
	SIGINT: 0,
	SIGTERM: 1,
	SIGKILL: 2
};
function signalAt(plan, elapsedMs, terminatedAtMs) {
	if (elapsedMs >= Math.min(plan.terminateMs, (terminatedAtMs ?? Number.POSITIVE_INFINITY) + TERMINATE_GRACE_MS)) return "SIGKILL";
	return elapsedMs >= plan.interruptMs ? "SIGTERM" : "SIGINT";
}
/** SIGINT is for the group. When only escaped ones are left, waiting for it is idle. */
function livesGroup(target, survivors) {
	return target.isLeaderOurs() || survivors.some((survivor) => survivor.inGroup);
}
/** Sends the signal that is due, when the tree did not get it yet. */
async function escalate(target, survivors, due, { sent, elapsedMs }) {
	const wanted = due === "SIGINT" && !livesGroup(target, survivors) ? "SIGTERM" : due;
	if (!isDue(wanted, sent.signal)) return;
	await signalAll(target, wanted === "SIGINT" ? survivors.filter((survivor) => survivor.inGroup) : survivors, wanted);
	sent.signal = wanted;
	if (wanted === "SIGTERM") sent.terminatedAtMs = elapsedMs;
}
/** SIGKILL is sent each time; the others once, and none after a harder one. */
function isDue(wanted, sent) {
	return wanted === "SIGKILL" || sent === void 0 || HARDNESS[wanted] > HARDNESS[sent];
}
/**
* Ends a tree: SIGINT to the group, SIGTERM, SIGKILL, to escaped ones too, until nothing of it is left. However late a busy
* machine lets it come, it never gives up before SIGKILL was sent.
*
* @param target the tree and how to reach it
* @param plan how long each signal may work
* @returns true when nothing lives any more; false when the plan's time ran out before
*/
async function stopTree(target, plan) {
	const { now, wait } = target.timer ?? MACHINE_TIMER;
	const begin = now();
	const sent = {
		signal: void 0,
		terminatedAtMs: void 0
	};
	let emptyScans = 0;
	for (let pause = 5;; pause = Math.min(pause * 2, 50)) {
		const elapsedMs = now() - begin;
		if (elapsedMs > plan.giveUpMs && sent.signal === "SIGKILL") return false;
		const survivors = await target.table.survivors(target.tree);
		emptyScans = survivors.length === 0 && !target.isLeaderOurs() ? emptyScans + 1 : 0;
		if (emptyScans === (sent.signal === void 0 ? 1 : 2)) return true;
		await escalate(target, survivors, signalAt(plan, elapsedMs, sent.terminatedAtMs), {
			sent,
			elapsedMs
		});
		await wait(pause);
	}
}

// src/adapters/node/processes/usage.ts
/** Clock ticks a second in the proc file system; 100 on every Linux that Node runs on (proc(5), USER_HZ). */
const TICK_MS = 10;
const FIRST_SAMPLE_MS = 100;
const SAMPLE_MS = 500;
/** The system's page size: our own size in bytes by our own size in pages, to the nearest power of two. */
function pageBytes(ownPages) {
	if (ownPages === void 0 || ownPages === 0) return 4096;
	return 2 ** Math.round(Math.log2(process.memoryUsage.rss() / ownPages));
}
/**
* CPU time and memory of children on Linux.
*
* CPU time: the kernel adds the time of each waited-for child to its parent's `cutime` and `cstime` (proc(5)), so our own
* counters grow by exactly what a child used when it is waited for. Children that end in one turn of the event loop share
* that growth in proportion to what was last seen of each. Memory: the largest sum of resident sizes of the child's
* session, looked at after 0.1 s and then twice a second; unknown for what ends before the first look.
*/
var UsageMeter = class {
	#table;
	#watched = /* @__PURE__ */ new Map();
	#pageBytes;
	#timer;
	#dueMs = 0;
	#reapedTicks;
	#ended = [];
	/** Processes that belonged to nobody who is watched. A process never moves into a session of others (setsid(2)). */
	#strangers = /* @__PURE__ */ new Set();
	/** @param table the proc file system */
	constructor(table) {
		this.#table = table;
		const own = table.stat("self");
		this.#reapedTicks = own?.childTicks ?? 0;
		this.#pageBytes = pageBytes(own?.residentPages);
	}
	/** @param leader process id of a child that was just started in a session of its own */
	watch(leader) {
		this.#watched.set(leader, {
			leader,
			sampledTicks: 0,
			peakPages: 0,
			exited: void 0
		});
		this.#schedule(FIRST_SAMPLE_MS);
	}
	/**
	* To be called in the turn of the event loop in which the child was waited for.
	*
	* @param leader its process id
	* @returns what it used
	*/
	ended(leader) {
		const watched = this.#watched.get(leader);
		this.#watched.delete(leader);
		if (this.#watched.size === 0) {
			clearTimeout(this.#timer);
			this.#timer = void 0;
		}
		if (watched === void 0) return Promise.resolve({});
		return new Promise((resolve) => {
			watched.exited = resolve;
			this.#ended.push(watched);
			if (this.#ended.length === 1) setImmediate(() => this.#share());
		});
	}
	#share() {
		const ended = this.#ended;
		this.#ended = [];
		const total = this.#table.stat("self")?.childTicks;
		const grown = total === void 0 ? void 0 : Math.max(0, total - this.#reapedTicks);
		this.#reapedTicks = total ?? this.#reapedTicks;
		const sampled = ended.reduce((sum, one) => sum + one.sampledTicks + 1, 0);
		for (const one of ended) {
			const cpu = grown === void 0 ? {} : { cpuMs: grown * TICK_MS * (one.sampledTicks + 1) / sampled };
			one.exited?.({
				...cpu,
				...one.peakPages === 0 ? {} : { peakBytes: one.peakPages * this.#pageBytes }
			});
		}
	}
	#schedule(afterMs) {
		const dueMs = performance.now() + afterMs;
		if (this.#timer !== void 0 && this.#dueMs <= dueMs) return;
		clearTimeout(this.#timer);
		this.#dueMs = dueMs;
		this.#timer = setTimeout(() => this.#sample(), afterMs);
		this.#timer.unref();
	}
	#sample() {
		this.#timer = void 0;
		const pages = /* @__PURE__ */ new Map();
		const strangers = /* @__PURE__ */ new Set();
		for (const pid of this.#table.pids()) {
			const isKnown = this.#strangers.has(pid) && !this.#watched.has(pid);
			const stat = isKnown ? void 0 : this.#table.stat(pid);
			if (isKnown || stat !== void 0 && !this.#watched.has(stat.session)) strangers.add(pid);
			if (stat === void 0 || !this.#watched.has(stat.session)) continue;
			pages.set(stat.session, (pages.get(stat.session) ?? 0) + stat.residentPages);
			const watched = this.#watched.get(stat.session);
			if (watched !== void 0 && pid === stat.session) watched.sampledTicks = stat.ownTicks + stat.childTicks;
		}
		this.#strangers = strangers;
		for (const [session, sum] of pages) {
			const watched = this.#watched.get(session);
			if (watched !== void 0) watched.peakPages = Math.max(watched.peakPages, sum);
		}
		if (this.#watched.size > 0) this.#schedule(SAMPLE_MS);
	}
};

// src/adapters/node/processes/child.ts
/** Less time than it takes to start 32,768 processes. */
const RECYCLE_MS = 5e3;
/** Windows has no signals: `taskkill` asks first and forces then. Not run there. */
const windowsSignaller = {
	one: (pid, signal) => taskkill(pid, signal),
	group: (leader, signal) => taskkill(leader, signal)
};
function taskkill(pid, signal) {
	execFile("taskkill.exe", taskkillArguments(pid, signal), { windowsHide: true }, () => void 0);
}
/**
* @param pid root of the tree to end
* @param signal SIGKILL forces
* @returns arguments of taskkill.exe
*/
function taskkillArguments(pid, signal) {
	return [
		"/T",
		...signal === "SIGKILL" ? ["/F"] : [],
		"/PID",
		String(pid)
	];
}
/**
* @param name `process.platform`
* @returns what there is on it
*/
function platformOf(name) {
	if (name === "win32") return {
		table: new WindowsProcessTable(),
		signaller: windowsSignaller,
		linux: void 0,
		meter: void 0
	};
	if (name === "darwin") return {
		table: new MacProcessTable(),
		signaller: posixSignaller,
		linux: void 0,
		meter: void 0
	};
	const linux = new LinuxProcessTable();
	return {
		table: linux,
		signaller: posixSignaller,
		linux,
		meter: new UsageMeter(linux)
	};
}
/** A started program: leader of a session and a group of its own, all of its signals at their default, no terminal. */
var Child = class {
	process;
	/** Resolves when the leader was waited for, or could not be started. */
	ended;
	#platform;
	#tree;
	#before;
	#startedMs = performance.now();
	#isLeaderOurs;
	/**
	* @param command what to start
	* @param stdio where its streams go
	* @param context the platform, the marker's value, and paths of files that only this child writes
	*/
	constructor(command, stdio, context) {
		this.#platform = context.platform;
		this.#before = new Set(this.#platform.linux?.pids() ?? []);
		this.process = spawn(command.file, command.args, {
			cwd: command.cwd,
			env: {
				...command.env,
				[MARKER_VARIABLE]: context.marker
			},
			detached: process.platform !== "win32",
			stdio,
			windowsHide: true
		});
		const leader = this.process.pid ?? 0;
		const leaderStart = leader === 0 ? void 0 : this.#platform.linux?.stat(leader)?.start;
		const outputs = new Set((context.outputs ?? []).flatMap((file) => fileIdentity(file) ?? []));
		this.#tree = {
			leader,
			leaderStart,
			marker: context.marker,
			...outputs.size === 0 ? {} : { outputs }
		};
		this.#isLeaderOurs = leader !== 0;
		if (leader !== 0) {
			living.set(leader, this);
			this.#platform.meter?.watch(leader);
		}
		this.ended = this.#awaitEnd(command);
	}
	/** The tree, for whoever looks for what is left of it. */
	get tree() {
		return this.#tree;
	}
	async #awaitEnd(command) {
		const exit = await new Promise((resolve) => {
			this.process.once("error", (error) => {
				if (this.process.pid !== void 0) return;
				whyNotStarted(command, error).then((end) => resolve({
					end,
					usage: Promise.resolve({})
				}));
			});
			this.process.once("exit", (code, signal) => {
				this.#isLeaderOurs = false;
				const usage = this.#platform.meter?.ended(this.#tree.leader) ?? Promise.resolve({});
				resolve({
					end: toEnd(code, signal),
					usage
				});
			});
		});
		return {
			end: exit.end,
			usage: await exit.usage
		};
	}
	/**
	* @param plan how long each signal may work
	* @returns true when nothing of the tree lives any more
	*/
	async stop(plan) {
		if (this.#tree.leader === 0) return true;
		const target = {
			tree: performance.now() - this.#startedMs < RECYCLE_MS ? {
				...this.#tree,
				strangers: this.#before
			} : this.#tree,
			table: this.#platform.table,
			signaller: this.#platform.signaller,
			isLeaderOurs: () => this.#isLeaderOurs
		};
		const isGone = await stopTree(target, plan);
		this.forget();
		return isGone;
	}
	/** Ends the watch over this child: it is gone, or may stay. */
	forget() {
		living.delete(this.#tree.leader);
	}
	/** Kills at once, for the moment in which our own process ends. */
	killNow() {
		if (this.#isLeaderOurs) this.#platform.signaller.group(this.#tree.leader, "SIGKILL");
		for (const survivor of this.#platform.linux?.survivorsSync(this.#tree) ?? []) this.#platform.signaller.one(survivor.pid, "SIGKILL");
	}
};
/** Children whose tree may still live, by leader. */
const living = /* @__PURE__ */ new Map();
process.once("exit", () => {
	for (const child of living.values()) child.killNow();
});
function toEnd(code, signal) {
	if (signal !== null) return {
		kind: "signalled",
		signal
	};
	return {
		kind: "exited",
		code: code ?? 0
	};
}
/**
* @param command what was to be started
* @param error what starting it threw
* @returns why it did not start, in words for a person
*/
async function whyNotStarted(command, error) {
	const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
	const folder = await stat(command.cwd).catch(() => void 0);
	if (folder === void 0 || !folder.isDirectory()) return {
		kind: "not-started",
		reason: "no-such-cwd",
		message: `${command.cwd} is not a folder.`
	};
	if (code === "ENOENT") return command.file.includes("/") && await access(command.file, constants.F_OK).then(yes, no) ? {
		kind: "not-started",
		reason: "not-executable",
		message: `${command.file} names an interpreter that is not there.`
	} : {
		kind: "not-started",
		reason: "not-found",
		message: `${command.file} was not found.`
	};
	if (code === "EACCES" || code === "ENOEXEC") return {
		kind: "not-started",
		reason: "not-executable",
		message: `${command.file} cannot be executed (${code}).`
	};
	return {
		kind: "not-started",
		reason: "other",
		message: `${command.file} could not be started (${code}).`
	};
}
const yes = () => true;
const no = () => false;

// src/adapters/node/processes/log-follower.ts
/** How often a followed file is looked at. */
const POLL_MS = 200;
const CHUNK_BYTES = 262144;
/** With `onlyNewest`, what is read of all that came since the last look. */
const NEWEST_BYTES = 16384;
/** Longer lines are cut, so that a line of 100 MB costs no memory. */
const LONGEST_LINE = 8192;
/** Cuts a stream of bytes into lines. Invalid UTF-8 becomes U+FFFD; `\r\n` ends a line as `\n` does. */
var LineSplitter = class {
	#onLine;
	#decoder = new StringDecoder("utf8");
	#redraws;
	#line = "";
	/** What stood on the line before a `\r` took the cursor back. */
	#drawn = "";
	#isSkipping = false;
	/**
	* @param onLine called with each complete line, cut to {@link LONGEST_LINE} characters
	* @param redraws true: of a line that is drawn again and again with `\r`, as progress is, only the newest counts
	*/
	constructor(onLine, redraws = false) {
		this.#onLine = onLine;
		this.#redraws = redraws;
	}
	/** What stands on the line that is not complete yet; empty when there is none. */
	get unfinished() {
		return this.#line.trim() === "" ? this.#drawn : this.#line;
	}
	/** @param bytes the next bytes */
	push(bytes) {
		this.#take(this.#decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
	}
	/** Forgets what it has of a line; the next bytes begin anywhere in another one. */
	skipToNextLine() {
		this.#decoder.end();
		this.#line = "";
		this.#drawn = "";
		this.#isSkipping = true;
	}
	/** Gives out what is left as a last line. */
	end() {
		this.#take(this.#decoder.end());
		if (this.unfinished !== "") this.#flush();
	}
	#take(text) {
		let from = 0;
		if (this.#isSkipping) {
			from = text.indexOf("\n") + 1;
			if (from === 0) return;
			this.#isSkipping = false;
		}
		for (let at = text.indexOf("\n", from); at !== -1; at = text.indexOf("\n", from)) {
			this.#grow(text, from, at);
			this.#flush();
			from = at + 1;
		}
		this.#grow(text, from, text.length);
	}
	#grow(text, begin, to) {
		let from = begin;
		for (let at = this.#back(text, from, to); at !== -1; at = this.#back(text, from, to)) {
			this.#add(text, from, at);
			if (this.#line.trim() !== "") this.#drawn = this.#line;
			this.#line = "";
			from = at + 1;
		}
		this.#add(text, from, to);
	}
	/** Where the cursor goes back to the beginning of the line; -1 where it does not, or nobody asks. */
	#back(text, from, to) {
		const at = this.#redraws ? text.indexOf("\r", from) : -1;
		return at < to ? at : -1;
	}
	#add(text, from, to) {
		const room = LONGEST_LINE - this.#line.length;
		if (room > 0) this.#line += text.slice(from, Math.min(to, from + room));
	}
	#flush() {
		const line = this.#redraws ? this.unfinished : this.#line;
		this.#line = "";
		this.#drawn = "";
		this.#onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
	}
};
/** Reads a file that another process is writing. */
var LogFollower = class {
	#path;
	#splitter;
	#onLine;
	#onlyNewest;
	#shown = "";
	/** Whether the look that is being taken found a complete line. */
	#hasTold = false;
	#buffer = Buffer.allocUnsafeSlow(NEWEST_BYTES);
	#handle;
	#position = 0;
	#timer;
	#reading = Promise.resolve();
	#isDone = false;
	/**
	* @param path the file; it exists
	* @param onLine called with each complete line
	* @param onlyNewest whether lines may be left out that nobody could read in time; the line that is being written, as by a
	*   program that prints a dot for each test, is told then too
	*/
	constructor(path, onLine, onlyNewest = false) {
		this.#path = path;
		this.#onlyNewest = onlyNewest;
		this.#onLine = onLine;
		this.#splitter = new LineSplitter((line) => {
			this.#hasTold = true;
			onLine(line);
		}, onlyNewest);
		this.#poll();
	}
	#poll() {
		this.#timer = setTimeout(() => {
			this.#reading = this.#read().finally(() => {
				if (!this.#isDone) this.#poll();
			});
		}, POLL_MS);
	}
	async #read() {
		try {
			if (this.#handle === void 0 && statSync(this.#path).size === 0) return;
			this.#handle ??= await open(this.#path, constants.O_RDONLY);
			const { size } = await this.#handle.stat();
			if (size < this.#position) this.#position = 0;
			if (this.#onlyNewest && size - this.#position > NEWEST_BYTES) {
				this.#position = size - NEWEST_BYTES;
				this.#splitter.skipToNextLine();
			}
			const wanted = Math.min(CHUNK_BYTES, size - this.#position);
			const buffer = wanted <= NEWEST_BYTES ? this.#buffer : Buffer.allocUnsafe(wanted);
			while (this.#position < size) {
				const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, this.#position);
				if (bytesRead === 0) break;
				this.#position += bytesRead;
				this.#splitter.push(buffer.subarray(0, bytesRead));
			}
			this.#tellUnfinished();
		} catch {}
	}
	/** Of a program that prints line after line the last one is only cut. */
	#tellUnfinished() {
		const { unfinished } = this.#splitter;
		const isCut = this.#hasTold;
		this.#hasTold = false;
		if (!this.#onlyNewest || this.#isDone || isCut || unfinished === "" || unfinished === this.#shown) return;
		this.#shown = unfinished;
		this.#onLine(unfinished);
	}
	/** Gives out what is still unread, up to the size that the file has now. */
	async end() {
		this.#isDone = true;
		clearTimeout(this.#timer);
		await this.#reading;
		await this.#read();
		this.#splitter.end();
		await this.#handle?.close().catch(() => void 0);
	}
};

// src/adapters/node/processes/stream-tail.ts
/** Keeps the last bytes of a stream. */
var StreamTail = class {
	/** Resolves when the stream has ended. */
	ended;
	#stream;
	#maxBytes;
	#chunks = [];
	#bytes = 0;
	/**
	* @param stream the stream; null counts as ended
	* @param maxBytes how much of its end to keep
	*/
	constructor(stream, maxBytes) {
		this.#stream = stream;
		this.#maxBytes = maxBytes;
		stream?.on("data", (chunk) => this.#keep(chunk));
		this.ended = new Promise((resolve) => {
			if (stream === null) resolve();
			stream?.once("close", resolve);
			stream?.once("error", () => resolve());
		});
	}
	#keep(chunk) {
		this.#chunks.push(chunk);
		this.#bytes += chunk.length;
		while (this.#chunks.length > 1 && this.#bytes - (this.#chunks[0]?.length ?? 0) >= this.#maxBytes) this.#bytes -= this.#chunks.shift()?.length ?? 0;
	}
	/** @returns the kept text, UTF-8; what is invalid becomes U+FFFD. The stream is read no further. */
	close() {
		this.#stream?.destroy();
		const all = Buffer.concat(this.#chunks);
		this.#chunks = [];
		return all.subarray(Math.max(0, all.length - this.#maxBytes)).toString("utf8");
	}
};

// src/adapters/node/processes/which.ts
async function isProgram(file) {
	try {
		await access(file, constants.X_OK);
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}
/** Names that a program may have on Windows (PATHEXT); elsewhere the name alone. */
function namesOf(name, env) {
	if (process.platform !== "win32") return [name];
	return [name, ...(env["PATHEXT"] ?? ".EXE;.CMD;.BAT;.COM").split(";").filter((extension) => extension !== "").map((extension) => `${name}${extension.toLowerCase()}`)];
}
async function inFolder(folder, name, env) {
	for (const candidate of namesOf(name, env)) {
		const file = join(folder, candidate);
		if (await isProgram(file)) return file;
	}
}
/** Newest first: `3.12.10` before `3.12.9`, and names that begin with a digit before others (`3.12` before `pypy3.10`). */
function newestFirst(a, b) {
	const digits = Number(/^\d/.test(b)) - Number(/^\d/.test(a));
	return digits !== 0 ? digits : b.localeCompare(a, "en", { numeric: true });
}
async function subfolders(folder) {
	return (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map((entry) => entry.name).sort(newestFirst);
}
/** Versions that were chosen for the whole machine, wanted first. Files of a project are left out on purpose: they may ask for what is not installed. */
async function chosenVersions(root, env) {
	const asked = env[`${basename(root).replace(/^\./, "").toUpperCase()}_VERSION`];
	const text = await readFile(join(root, "version"), "utf8").catch(() => "");
	return [...(asked ?? "").split(":"), ...text.split(/\s+/)].filter((version) => version !== "");
}
/** pyenv, rbenv, nodenv: `<root>/shims/x` stands for `<root>/versions/<version>/bin/x`. */
async function behindVersions(root, name, env) {
	const installed = await subfolders(join(root, "versions"));
	const chosen = await chosenVersions(root, env);
	if (chosen[0] === "system") return void 0;
	for (const version of [...chosen.filter((one) => installed.includes(one)), ...installed]) {
		const file = await inFolder(join(root, "versions", version, "bin"), name, env);
		if (file !== void 0) return file;
	}
}
/** asdf and mise: `<root>/shims/x` stands for `<root>/installs/<tool>/<version>/[bin/]x`, for uv one folder deeper. */
async function behindInstalls(root, name, env) {
	const installs = join(root, "installs");
	const tools = await subfolders(installs);
	const ordered = [...tools.filter((tool) => tool === name), ...tools.filter((tool) => tool !== name)];
	for (const tool of ordered) for (const version of await subfolders(join(installs, tool))) {
		const home = join(installs, tool, version);
		for (const folder of [
			join(home, "bin"),
			home,
			...(await subfolders(home)).map((inner) => join(home, inner))
		]) {
			const file = await inFolder(folder, name, env);
			if (file !== void 0) return file;
		}
	}
}
/** volta: `<root>/bin/x` stands for `<root>/tools/image/<tool>/<version>/bin/x`, or for a package's program. */
async function behindVolta(root, name, env) {
	const image = join(root, "tools", "image");
	for (const tool of [
		name,
		"node",
		"npm",
		"yarn",
		"pnpm"
	]) for (const version of await subfolders(join(image, tool))) {
		const file = await inFolder(join(image, tool, version, "bin"), name, env);
		if (file !== void 0) return file;
	}
	for (const owner of await subfolders(join(image, "packages"))) {
		const file = await inFolder(join(image, "packages", owner, "bin"), name, env);
		if (file !== void 0) return file;
	}
}
async function shimOf(folder) {
	const root = dirname(folder);
	const isFolder = (path) => stat(path).then((info) => info.isDirectory(), () => false);
	if (basename(folder) === "shims") {
		if (await isFolder(join(root, "versions"))) return {
			root,
			resolve: behindVersions
		};
		if (await isFolder(join(root, "installs"))) return {
			root,
			resolve: behindInstalls
		};
	}
	if (basename(folder) === "bin" && await isFolder(join(root, "tools", "image"))) return {
		root,
		resolve: behindVolta
	};
}
/**
* Looks a program up as a shell would, but sees through the shims of version managers (pyenv, rbenv, nodenv, asdf, mise,
* volta): a shim decides by the folder that it is called in, and fails where that asks for a version that is not there.
*
* @param name a program's name, or a path, which is only checked
* @param env `PATH`, and `PYENV_VERSION` and the like
* @returns its absolute path; undefined when there is none. A shim with nothing behind it is passed over
*/
async function findProgram(name, env) {
	if (name.includes("/")) return await isProgram(name) ? name : void 0;
	for (const folder of (env["PATH"] ?? env["Path"] ?? "").split(delimiter)) {
		if (folder === "") continue;
		const file = await inFolder(folder, name, env);
		if (file === void 0) continue;
		const shim = await shimOf(folder);
		if (shim === void 0) return file;
		const real = await shim.resolve(shim.root, name, env);
		if (real !== void 0) return real;
	}
}

// src/adapters/node/processes.ts
const DEFAULT_MAX_BYTES = 10485760;
/** How long a stream that an escaped child holds open is read after its program has ended. */
const HELD_PIPE_MS = 1e3;
/**
* Programs as processes of this machine. Each gets a session and a process group of its own and a marker variable, by
* which children are found that left both. A marker of an outer run is kept as the beginning of the own ones, so that the
* outer run finds them too.
*/
var NodeProcesses = class {
	#platform;
	#runMarker;
	#count = 0;
	/** @param outerMarker marker of the run that started this one, if any */
	constructor(outerMarker = process.env[MARKER_VARIABLE]) {
		this.#platform = platformOf(process.platform);
		const own = randomBytes(9).toString("hex");
		this.#runMarker = outerMarker === void 0 || outerMarker === "" ? own : `${outerMarker}/${own}`;
	}
	async capture(command, options = {}) {
		const started = performance.now();
		if (options.signal?.aborted === true) return {
			end: { kind: "stopped" },
			durationMs: 0,
			stdout: "",
			stderr: ""
		};
		const child = await this.#start(command, [
			options.stdin === void 0 ? "ignore" : "pipe",
			"pipe",
			"pipe"
		]);
		if (!(child instanceof Child)) return {
			...child,
			durationMs: performance.now() - started,
			stdout: "",
			stderr: ""
		};
		const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
		const stdout = new StreamTail(child.process.stdout, maxBytes);
		const stderr = new StreamTail(child.process.stderr, maxBytes);
		child.process.stdin?.on("error", () => void 0);
		child.process.stdin?.end(options.stdin);
		const result = await this.#supervise(child, options, started);
		await Promise.race([Promise.all([stdout.ended, stderr.ended]), setTimeout$1(HELD_PIPE_MS, void 0, { ref: false })]);
		child.forget();
		return {
			...result,
			stdout: stdout.close(),
			stderr: stderr.close()
		};
	}
	async runLogged(command, options) {
		const started = performance.now();
		if (options.signal?.aborted === true) return {
			end: { kind: "stopped" },
			durationMs: 0
		};
		const opened = [];
		try {
			const log = openEmpty(options.logFile, opened);
			const report = options.stdoutFile === void 0 ? log : openEmpty(options.stdoutFile, opened);
			const outputs = [options.logFile, ...options.stdoutFile === void 0 ? [] : [options.stdoutFile]];
			const child = await this.#start(command, [
				"ignore",
				report,
				log
			], outputs);
			if (!(child instanceof Child)) return {
				...child,
				durationMs: performance.now() - started
			};
			const follower = options.onLine === void 0 ? void 0 : new LogFollower(options.logFile, options.onLine, options.onlyNewest);
			const result = await this.#supervise(child, options, started);
			await child.stop(SWEEP_PLAN);
			await follower?.end();
			return result;
		} finally {
			for (const file of opened) closeSync(file);
		}
	}
	which(name, env) {
		return findProgram(name, env);
	}
	async #start(command, stdio, outputs = []) {
		this.#count += 1;
		const marker = `${this.#runMarker}.${this.#count}`;
		try {
			return new Child(command, stdio, {
				platform: this.#platform,
				marker,
				outputs
			});
		} catch (error) {
			return { end: await whyNotStarted(command, error) };
		}
	}
	async #supervise(child, limits, started) {
		const { timeoutMs, signal } = limits;
		let stopping;
		let cause;
		const stop = (end) => {
			cause ??= end;
			stopping ??= child.stop(STOP_PLAN);
		};
		const stopped = new Promise((resolve) => {
			const finish = (end) => {
				stop(end);
				stopping?.then(() => resolve(void 0));
			};
			if (timeoutMs !== void 0) setTimer(timeoutMs, child, () => finish({
				kind: "timed-out",
				afterMs: timeoutMs
			}));
			const onAbort = () => finish({ kind: "stopped" });
			if (signal !== void 0) setMaxListeners(0, signal);
			signal?.addEventListener("abort", onAbort, { once: true });
			child.ended.then(() => signal?.removeEventListener("abort", onAbort));
			if (signal?.aborted === true) onAbort();
		});
		const ended = await Promise.race([child.ended, stopped.then(() => setTimeout$1(50, void 0))]);
		await stopping;
		if (ended === void 0) child.process.unref();
		const durationMs = performance.now() - started;
		return {
			end: cause ?? ended?.end ?? { kind: "stopped" },
			durationMs,
			...ended?.usage
		};
	}
};
/** Longest delay of a Node timer; longer ones fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
function setTimer(ms, child, onTimeout) {
	const timer = setTimeout(onTimeout, Math.min(ms, LONGEST_TIMER_MS));
	child.ended.then(() => clearTimeout(timer));
}
function openEmpty(path, opened) {
	try {
		const file = openSync(path, "a");
		opened.push(file);
		ftruncateSync(file, 0);
		return file;
	} catch (cause) {
		throw new TurnpikeError("FILE_UNWRITABLE", "user", `${path} could not be written.`, { cause });
	}
}

// src/core/documents/tables.ts
/** @returns the value when it is a table, else an empty one */
function asTable(value) {
	return isTable(value) ? value : {};
}
/** @returns true for an object that is neither a list nor a date */
function isTable(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
/** @returns the value when it is a list, else an empty one */
function asList(value) {
	return Array.isArray(value) ? value : [];
}
/** @returns the value when it is text, else undefined */
function asText(value) {
	return typeof value === "string" ? value : void 0;
}
/** @returns the texts of a list, or of a text with entries divided by commas or line breaks (mypy's and INI style) */
function textList(value) {
	return (typeof value === "string" ? value.split(/[,\n]/) : asList(value)).map((entry) => asText(entry)?.trim()).filter((entry) => entry !== void 0 && entry !== "");
}
/**
* @param value where to begin: what a document of unknown content was read into
* @param path keys, or places in a list, one below the other
* @returns the value there, or undefined when there is none
*/
function valueAt(value, ...path) {
	return path.reduce((at, key) => typeof at === "object" && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : void 0, value);
}
/**
* @param table where to begin
* @param path keys one below the other
* @returns the table there, or undefined when there is none
*/
function tableAt(table, path) {
	const value = valueAt(table, ...path);
	return isTable(value) ? value : void 0;
}

export { parseInputs as C, FAILURE_OUTPUT as D, groupDigits as E, defineAction as O, nearestName as S, countOf as T, NodeFiles as _, tableAt as a, secretsOf as b, NodeProcesses as c, platformOf as d, whyNotStarted as f, MARKER_VARIABLE as g, LinuxProcessTable as h, isTable as i, findProgram as l, stopTree as m, asTable as n, textList as o, posixSignaller as p, asText as r, valueAt as s, asList as t, Child as u, systemClock as v, secretsOf$1 as w, Masker as x, definedVariables as y };