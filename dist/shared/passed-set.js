import { hash } from "node:crypto";
import { Buffer } from "node:buffer";

// src/core/flaky/identity.ts
/** One above the largest key: 48 bits are exact in a number. */
const KEY_SPACE = 2 ** 48;
/**
* @param test a test as its report names it
* @returns lower-case hex SHA-256; parameters of a test are part of its name, and so of its id
*/
function testId({ format, suite, file, className, name }) {
	return hash("sha256", `${format}\0${suite}\0${file}\0${className}\0${name}`, "hex");
}
/** Two lanes of 32 bits, in the manner of MurmurHash3: fast enough for a million tests, and for nothing that must be secret. */
var Mixer = class {
	#a = 3735928559;
	#b = 1103547991;
	add(text) {
		let [a, b] = [this.#a, this.#b];
		for (let at = 0; at < text.length; at += 1) {
			const code = text.charCodeAt(at);
			a = Math.imul(a ^ code, 2654435761);
			b = Math.imul(b ^ code, 1597334677);
		}
		this.#a = Math.imul(a ^ 131071, 2654435761);
		this.#b = Math.imul(b ^ 131071, 1597334677);
	}
	continueFrom(other) {
		this.#a = other.#a;
		this.#b = other.#b;
	}
	key() {
		let a = Math.imul(this.#a ^ this.#a >>> 16, 2246822507) ^ Math.imul(this.#b ^ this.#b >>> 13, 3266489909);
		let b = Math.imul(this.#b ^ this.#b >>> 16, 2246822507) ^ Math.imul(a ^ a >>> 13, 3266489909);
		a ^= a >>> 15;
		b ^= b >>> 16;
		return (b & 65535) * 2 ** 32 + (a >>> 0);
	}
};
/** Makes the keys of many tests. Tests of one class stand together, so what they share is mixed once. */
var TestKeys = class {
	#suite = "";
	#file = "";
	#className = "";
	#shared = this.#mixShared();
	#mixer = new Mixer();
	#mixShared() {
		const mixer = new Mixer();
		for (const part of [
			this.#suite,
			this.#file,
			this.#className
		]) mixer.add(part);
		return mixer;
	}
	/**
	* @param test a test
	* @returns 48 bits that nearly always tell it from others, for sets that must be small
	*/
	keyOf({ suite, file, className, name }) {
		if (suite !== this.#suite || file !== this.#file || className !== this.#className) {
			this.#suite = suite;
			this.#file = file;
			this.#className = className;
			this.#shared = this.#mixShared();
		}
		this.#mixer.continueFrom(this.#shared);
		this.#mixer.add(name);
		return this.#mixer.key();
	}
};

// src/core/flaky/passed-set.ts
/**
* A set of keys in Golomb-Rice code: the keys are scaled down, sorted, and their distances written with a quotient in unary
* and a rest in {@link REST_BITS} bits (bitcoin/bips, BIP 158, section "Golomb-coded sets"). About 26 bits a key; a key that
* was not put in is found by mistake once in 2^24 times.
*/
const REST_BITS = 24;
const RANGE = 2 ** REST_BITS;
/** Most keys of one set. */
const MOST_PASSED = 2e5;
/** Scaled to `count` times the range, so that distances are about the range. */
function scaled(key, count) {
	return Math.floor(key / KEY_SPACE * count * RANGE);
}
var BitWriter = class {
	#bytes;
	#at = 0;
	constructor(bits) {
		this.#bytes = new Uint8Array(Math.ceil(bits / 8) + 16);
	}
	#reserve(bits) {
		const needed = Math.ceil((this.#at + bits) / 8);
		if (needed <= this.#bytes.length) return;
		const larger = new Uint8Array(needed * 2);
		larger.set(this.#bytes);
		this.#bytes = larger;
	}
	#bit(value) {
		if (value === 1) {
			const index = this.#at >> 3;
			this.#bytes[index] = (this.#bytes[index] ?? 0) | 128 >> (this.#at & 7);
		}
		this.#at += 1;
	}
	write(distance) {
		const quotient = Math.floor(distance / RANGE);
		const rest = distance % RANGE;
		this.#reserve(quotient + 1 + REST_BITS);
		for (let left = quotient; left > 0; left -= 1) this.#bit(1);
		this.#bit(0);
		for (let bit = 23; bit >= 0; bit -= 1) this.#bit(rest >> bit & 1);
	}
	done() {
		return this.#bytes.subarray(0, Math.ceil(this.#at / 8));
	}
};
/**
* @param keys keys of tests, in any order, repeated or not
* @returns the set; null when there are too many
*/
function encodePassed(keys) {
	if (keys.length > 2e5) return null;
	const sorted = keys.slice().sort();
	const unique = sorted.filter((key, at) => at === 0 || key !== sorted[at - 1]);
	const writer = new BitWriter(unique.length * 26);
	let before = 0;
	for (const key of unique) {
		const value = scaled(key, unique.length);
		writer.write(value - before);
		before = value;
	}
	return {
		count: unique.length,
		bits: Buffer.from(writer.done()).toString("base64")
	};
}
/** Distances in order; undefined at the end, or where the bits make no sense. */
var BitReader = class {
	#bytes;
	#at = 0;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	#bit() {
		const value = (this.#bytes[this.#at >> 3] ?? 0) >> 7 - (this.#at & 7) & 1;
		this.#at += 1;
		return value;
	}
	read() {
		const end = this.#bytes.length * 8;
		let quotient = 0;
		while (this.#at < end && this.#bit() === 1) quotient += 1;
		if (this.#at + REST_BITS > end) return void 0;
		let rest = 0;
		for (let bit = 0; bit < REST_BITS; bit += 1) rest = rest * 2 + this.#bit();
		return quotient * RANGE + rest;
	}
};
/**
* Asks for many keys at once, in one pass over the set.
*
* @param set a set as it was kept; a broken one holds nothing after its fault
* @param keys what is looked for
* @returns those of them that are in it
*/
function findPassed(set, keys) {
	const wanted = /* @__PURE__ */ new Map();
	for (const key of keys) {
		const value = scaled(key, set.count);
		const same = wanted.get(value);
		if (same === void 0) wanted.set(value, [key]);
		else same.push(key);
	}
	const found = /* @__PURE__ */ new Set();
	if (wanted.size === 0 || set.count > 2e5) return found;
	const reader = new BitReader(Buffer.from(set.bits, "base64"));
	let value = 0;
	for (let at = 0; at < set.count; at += 1) {
		const distance = reader.read();
		if (distance === void 0) break;
		value += distance;
		for (const key of wanted.get(value) ?? []) found.add(key);
	}
	return found;
}

export { TestKeys as a, KEY_SPACE as i, encodePassed as n, testId as o, findPassed as r, MOST_PASSED as t };