// src/core/gates/secret-forms.ts
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
		ascii,
		slashes,
		...quoted,
		...quoted.map(bytesOf),
		text.replaceAll("'", "''"),
		text.replaceAll("'", `'\\''`)
	];
}
const ENCODERS = [
	uriForms,
	stringForms,
	xmlForms,
	base64Forms
];
/**
* @param secret a value to hide; of several lines each is hidden by itself, so an encoding of the whole is, too
* @returns what it looks like in output: as it is, percent-encoded, in JSON, XML and strings, in base64 wherever it begins
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

// src/core/gates/mask.ts
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

// src/core/gates/secrets-of.ts
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

export { Masker as n, secretsOf as t };