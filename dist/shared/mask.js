// src/core/gates/mask.ts
/** Shorter values are words like `true` or `12345`, and hiding them would hide half of every log. */
const SHORTEST_SECRET = 6;
const MASK = "***";
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
	return [...found].filter((value) => value.length >= SHORTEST_SECRET);
}
/** A path or a URL without a password is where a secret is kept, not the secret. */
function isHarmless(value) {
	return /^(?:\/|\.\/|[a-z][a-z0-9+.-]*:\/\/[^@]*$)/i.test(value.trim());
}
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
	return [...forms, ...forms.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"))];
}
function formsOf(secret) {
	const lines = secret.split(/\r?\n/).filter((line) => line.trim().length >= SHORTEST_SECRET);
	const plain = lines.length > 1 ? [secret, ...lines.map((line) => line.trim())] : [secret, secret.trim()];
	const encoded = plain.flatMap((one) => {
		const wellFormed = one.toWellFormed();
		const url = encodeURIComponent(wellFormed);
		return [
			url,
			url.toLowerCase(),
			url.replaceAll("%20", "+"),
			JSON.stringify(one).slice(1, -1)
		];
	});
	return [
		...plain,
		...encoded,
		...plain.flatMap(base64Forms)
	];
}
/** Takes secrets out of text: as they are, percent-encoded, in JSON, and in base64. */
var Masker = class {
	#pattern;
	/** The longest form in characters; what may stand at the end of one piece and the beginning of the next. */
	longest;
	/** @param secrets values to hide */
	constructor(secrets) {
		const longestFirst = [...new Set(secrets.flatMap(formsOf).filter((form) => form.length >= SHORTEST_SECRET))].sort((a, b) => b.length - a.length);
		this.longest = longestFirst[0]?.length ?? 0;
		this.#pattern = longestFirst.length === 0 ? void 0 : new RegExp(longestFirst.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|"), "g");
	}
	/** True when there is nothing to hide. */
	get isEmpty() {
		return this.#pattern === void 0;
	}
	/**
	* @param text any text
	* @returns the text without secrets
	*/
	mask(text) {
		return this.#pattern === void 0 ? text : text.replace(this.#pattern, MASK);
	}
	/**
	* @param pieces a text in pieces
	* @returns the same text without secrets, also those that were cut in two
	*/
	async *maskPieces(pieces) {
		let held = "";
		for await (const piece of pieces) {
			if (this.#pattern === void 0) {
				yield piece;
				continue;
			}
			const text = this.mask(held + piece);
			const end = Math.max(0, text.length - this.longest);
			held = text.slice(end);
			if (end > 0) yield text.slice(0, end);
		}
		if (held !== "") yield held;
	}
};

export { secretsOf as n, Masker as t };