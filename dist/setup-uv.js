import { i as __require, t as __commonJSMin } from "./shared/rolldown-runtime.js";
import { a as ActionsCache, i as actionsJobEnvironment, n as restoreCache, r as setupUvContract } from "./shared/use-cache.js";
import { t as readRunContext } from "./shared/context.js";
import { r as actionsLog, t as runAction } from "./shared/run-action.js";
import { a as boolean, c as literal, d as object, f as record, m as string, r as array } from "./shared/schemas.js";
import { t as systemClock } from "./shared/clock.js";
import { t as definedVariables } from "./shared/environment2.js";
import { t as NodeFiles } from "./shared/files.js";
import { t as nodeHttp } from "./shared/http.js";
import { t as NodeProcesses } from "./shared/processes.js";
import { t as readPlan } from "./shared/read-plan.js";
import { a as highest, c as toRequirement, d as readRequiredVersion, f as readRequiresPython, h as childEnvironment, i as explainRequest, l as hasUvSettings, m as readPythonVersionFile, n as combine, o as parseVersionRequest, p as bestPython, r as describeRequest, s as satisfies, t as anyVersion, u as isWorkspaceRoot } from "./shared/uv.js";
import { i as syncArguments, n as NPM_ARGUMENTS, r as joinEnvironments, t as classifySync } from "./shared/sync-failure.js";
import { t as projectFolder } from "./shared/project-folder.js";
import { a as unreachable, i as formatError, n as TurnpikeError } from "./shared/errors.js";
import { t as unzipSync } from "./shared/esm.js";
import { s as setupFileSchema } from "./shared/gates.js";
import { dirname, join } from "node:path";
import process$1 from "node:process";
import { arch, homedir, platform, release, tmpdir } from "node:os";
import { setTimeout } from "node:timers/promises";
import { createHash } from "node:crypto";
import { access, chmod, constants, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { dirname as dirname$1, join as join$1, relative as relative$1 } from "node:path/posix";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

// src/core/uv/platform.ts
const LEGACY_MANYLINUX = {
	manylinux1: [2, 5],
	manylinux2010: [2, 12],
	manylinux2014: [2, 17]
};
const RUST_LINUX = {
	armv6l: "arm",
	armv7l: "armv7",
	ppc64le: "powerpc64le",
	riscv64: "riscv64gc"
};
/**
* The name that uv's release archives carry.
*
* @param platform the machine
* @returns a Rust target triple
*/
function targetTriple(platform) {
	if (platform.os === "macos") return `${platform.arch}-apple-darwin`;
	if (platform.os === "windows") return `${platform.arch}-pc-windows-msvc`;
	const arch = RUST_LINUX[platform.arch] ?? platform.arch;
	return `${arch}-unknown-linux-${platform.arch === "armv6l" ? "musl" : platform.libc ?? "gnu"}${arch.startsWith("arm") ? "eabihf" : ""}`;
}
/** Name of the program on this platform. */
function executableName(platform, name) {
	return platform.os === "windows" ? `${name}.exe` : name;
}
function rankOf(needed, had) {
	const [major, minor] = needed;
	if (had === null) return major * 1e3 + minor;
	return major < had[0] || major === had[0] && minor <= had[1] ? major * 1e3 + minor : void 0;
}
/** How well one platform tag fits (PEP 425, 600, 656); undefined when it does not. */
function tagRank(tag, platform) {
	if (platform.os === "windows") return tag === {
		x86_64: "win_amd64",
		aarch64: "win_arm64",
		i686: "win32"
	}[platform.arch] ? 1 : void 0;
	if (platform.os === "macos") {
		const match = /^macosx_(\d+)_(\d+)_(.+)$/.exec(tag);
		const arch = platform.arch === "aarch64" ? "arm64" : platform.arch;
		if (match === null || ![arch, "universal2"].includes(match[3] ?? "")) return void 0;
		return rankOf([Number(match[1]), Number(match[2])], platform.version);
	}
	const modern = /^(many|musl)linux_(\d+)_(\d+)_(.+)$/.exec(tag);
	const legacy = /^(manylinux(?:1|2010|2014))_(.+)$/.exec(tag);
	if (modern !== null && modern[4] === platform.arch) {
		if (modern[1] === "musl" !== (platform.libc === "musl")) return void 0;
		return rankOf([Number(modern[2]), Number(modern[3])], platform.version);
	}
	if (legacy !== null && legacy[2] === platform.arch && platform.libc !== "musl") return rankOf(LEGACY_MANYLINUX[legacy[1] ?? ""] ?? [99, 0], platform.version);
	return tag === `linux_${platform.arch}` ? 1 : void 0;
}
/**
* @param fileName `uv-0.13.8-py3-none-win_amd64.whl`
* @returns its parts, or undefined when it is not a wheel's name
*/
function parseWheelName(fileName) {
	if (fileName.length > 400 || !fileName.endsWith(".whl")) return void 0;
	const parts = fileName.slice(0, -4).split("-");
	const [name, version] = parts;
	const platforms = parts.at(-1)?.split(".");
	if (parts.length < 5 || parts.length > 6 || !name || !version || platforms === void 0) return void 0;
	return {
		name,
		version,
		platforms
	};
}
/**
* The wheel that fits best: the newest libc that the machine still has.
*
* @param fileNames wheels of one version
* @param platform the machine
* @returns one of the names, or undefined when none fits
*/
function bestWheel(fileNames, platform) {
	let best;
	for (const fileName of fileNames) {
		const wheel = parseWheelName(fileName);
		if (wheel === void 0) continue;
		const ranks = wheel.platforms.map((tag) => tagRank(tag, platform)).filter((rank) => rank !== void 0);
		const rank = Math.max(-1, ...ranks);
		const tags = wheel.platforms.length;
		const isBetter = best === void 0 || rank > best.rank || rank === best.rank && tags < best.tags;
		if (rank >= 0 && isBetter) best = {
			name: fileName,
			rank,
			tags
		};
	}
	return best?.name;
}

// src/core/uv/wheel-record.ts
function toHex(base64url) {
	if (!/^[A-Za-z0-9_-]{43}=?$/.test(base64url)) return void 0;
	return [...atob(`${base64url.replace(/=$/, "").replaceAll("-", "+").replaceAll("_", "/")}=`)].map((byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
/**
* Reads `RECORD` of a wheel: `path,sha256=<urlsafe base64>,size` (binary distribution format, signed wheel files).
* Names with quotes are not read: uv's wheels have none.
*
* @param text the file
* @returns files with a hash, by path; the last of a path that stands twice is dropped with the first
*/
function parseRecord(text) {
	const files = /* @__PURE__ */ new Map();
	const twice = /* @__PURE__ */ new Set();
	for (const line of text.split(/\r?\n/)) {
		const [path, hash] = line.split(",");
		if (path === void 0 || path === "" || hash === void 0 || !hash.startsWith("sha256=")) continue;
		const sha256 = toHex(hash.slice(7));
		if (sha256 === void 0) continue;
		if (files.has(path)) twice.add(path);
		files.set(path, {
			path,
			sha256
		});
	}
	for (const path of twice) files.delete(path);
	return files;
}

// src/adapters/uv/detect-platform.ts
const ARCHES = {
	x64: "x86_64",
	arm64: "aarch64",
	arm: "armv7l",
	ia32: "i686",
	ppc64: "ppc64le",
	s390x: "s390x",
	riscv64: "riscv64"
};
/** The C library of this process, without starting one: Node's report names glibc, and only glibc. */
function glibcVersion() {
	const report = process$1.report;
	report.excludeNetwork = true;
	const { header } = report.getReport();
	return header?.glibcVersionRuntime;
}
function twoNumbers(text) {
	const match = /^(\d+)\.(\d+)/.exec(text ?? "");
	return match === null ? null : [Number(match[1]), Number(match[2])];
}
function linuxArch(name) {
	const variables = process$1.config.variables;
	return name === "arm" && String(variables.arm_version) === "6" ? "armv6l" : ARCHES[name] ?? name;
}
/**
* @returns the machine that this process runs on
* @throws TurnpikeError `UV_MISSING` on an operating system that uv is not built for
*/
function detectPlatform() {
	const os = platform();
	if (os === "linux") {
		const glibc = glibcVersion();
		const libc = glibc === void 0 ? "musl" : "gnu";
		return {
			os: "linux",
			arch: linuxArch(arch()),
			libc,
			version: twoNumbers(glibc)
		};
	}
	if (os === "darwin") {
		const darwin = twoNumbers(release())?.[0] ?? 20;
		const macos = darwin >= 25 ? darwin + 1 : darwin - 9;
		return {
			os: "macos",
			arch: ARCHES[arch()] ?? arch(),
			libc: null,
			version: [macos, 0]
		};
	}
	if (os === "win32") return {
		os: "windows",
		arch: ARCHES[arch()] ?? arch(),
		libc: null,
		version: null
	};
	throw new TurnpikeError("UV_MISSING", "user", `uv is not built for ${os}; put a uv of your own on PATH.`);
}

// src/adapters/uv/attempt.ts
/**
* Foreign text for a message: credentials in addresses cut out, control characters dropped, short.
*
* @param text what a program or server said
* @param longest characters to keep
*/
function quoted(text, longest = 300) {
	const plain = text.replaceAll(/\/\/[^\s/@]+@/g, "//…@").replaceAll(/\u001b\[[0-9;]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g, "").replaceAll(/\s+/g, " ").trim();
	return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}

// ../../main/node_modules/events-universal/default.js
var require_default = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = __require("events");
}));

// ../../main/node_modules/fast-fifo/fixed-size.js
var require_fixed_size = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class FixedFIFO {
		constructor(hwm) {
			if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
			this.buffer = new Array(hwm);
			this.mask = hwm - 1;
			this.top = 0;
			this.btm = 0;
			this.next = null;
		}
		clear() {
			this.top = this.btm = 0;
			this.next = null;
			this.buffer.fill(void 0);
		}
		push(data) {
			if (this.buffer[this.top] !== void 0) return false;
			this.buffer[this.top] = data;
			this.top = this.top + 1 & this.mask;
			return true;
		}
		shift() {
			const last = this.buffer[this.btm];
			if (last === void 0) return void 0;
			this.buffer[this.btm] = void 0;
			this.btm = this.btm + 1 & this.mask;
			return last;
		}
		peek() {
			return this.buffer[this.btm];
		}
		isEmpty() {
			return this.buffer[this.btm] === void 0;
		}
	};
}));

// ../../main/node_modules/fast-fifo/index.js
var require_fast_fifo = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const FixedFIFO = require_fixed_size();
	module.exports = class FastFIFO {
		constructor(hwm) {
			this.hwm = hwm || 16;
			this.head = new FixedFIFO(this.hwm);
			this.tail = this.head;
			this.length = 0;
		}
		clear() {
			this.head = this.tail;
			this.head.clear();
			this.length = 0;
		}
		push(val) {
			this.length++;
			if (!this.head.push(val)) {
				const prev = this.head;
				this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
				this.head.push(val);
			}
		}
		shift() {
			if (this.length !== 0) this.length--;
			const val = this.tail.shift();
			if (val === void 0 && this.tail.next) {
				const next = this.tail.next;
				this.tail.next = null;
				this.tail = next;
				return this.tail.shift();
			}
			return val;
		}
		peek() {
			const val = this.tail.peek();
			if (val === void 0 && this.tail.next) return this.tail.next.peek();
			return val;
		}
		isEmpty() {
			return this.length === 0;
		}
	};
}));

// ../../main/node_modules/b4a/index.js
var require_b4a = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function isBuffer(value) {
		return Buffer.isBuffer(value) || value instanceof Uint8Array;
	}
	function isEncoding(encoding) {
		return Buffer.isEncoding(encoding);
	}
	function alloc(size, fill, encoding) {
		return Buffer.alloc(size, fill, encoding);
	}
	function allocUnsafe(size) {
		return Buffer.allocUnsafe(size);
	}
	function allocUnsafeSlow(size) {
		return Buffer.allocUnsafeSlow(size);
	}
	function byteLength(string, encoding) {
		return Buffer.byteLength(string, encoding);
	}
	function compare(a, b) {
		return Buffer.compare(a, b);
	}
	function concat(buffers, totalLength) {
		return Buffer.concat(buffers, totalLength);
	}
	function copy(source, target, targetStart, start, end) {
		return toBuffer(source).copy(target, targetStart, start, end);
	}
	function equals(a, b) {
		return toBuffer(a).equals(b);
	}
	function fill(buffer, value, offset, end, encoding) {
		return toBuffer(buffer).fill(value, offset, end, encoding);
	}
	function from(value, encodingOrOffset, length) {
		return Buffer.from(value, encodingOrOffset, length);
	}
	function includes(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).includes(value, byteOffset, encoding);
	}
	function indexOf(buffer, value, byfeOffset, encoding) {
		return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
	}
	function lastIndexOf(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
	}
	function swap16(buffer) {
		return toBuffer(buffer).swap16();
	}
	function swap32(buffer) {
		return toBuffer(buffer).swap32();
	}
	function swap64(buffer) {
		return toBuffer(buffer).swap64();
	}
	function toBuffer(buffer) {
		if (Buffer.isBuffer(buffer)) return buffer;
		return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
	}
	function toString(buffer, encoding, start, end) {
		return toBuffer(buffer).toString(encoding, start, end);
	}
	function toHex(buffer, start, end) {
		return toBuffer(buffer).toString("hex", start, end);
	}
	function write(buffer, string, offset, length, encoding) {
		return toBuffer(buffer).write(string, offset, length, encoding);
	}
	function readDoubleBE(buffer, offset) {
		return toBuffer(buffer).readDoubleBE(offset);
	}
	function readDoubleLE(buffer, offset) {
		return toBuffer(buffer).readDoubleLE(offset);
	}
	function readFloatBE(buffer, offset) {
		return toBuffer(buffer).readFloatBE(offset);
	}
	function readFloatLE(buffer, offset) {
		return toBuffer(buffer).readFloatLE(offset);
	}
	function readInt32BE(buffer, offset) {
		return toBuffer(buffer).readInt32BE(offset);
	}
	function readInt32LE(buffer, offset) {
		return toBuffer(buffer).readInt32LE(offset);
	}
	function readUInt32BE(buffer, offset) {
		return toBuffer(buffer).readUInt32BE(offset);
	}
	function readUInt32LE(buffer, offset) {
		return toBuffer(buffer).readUInt32LE(offset);
	}
	function writeDoubleBE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleBE(value, offset);
	}
	function writeDoubleLE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleLE(value, offset);
	}
	function writeFloatBE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatBE(value, offset);
	}
	function writeFloatLE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatLE(value, offset);
	}
	function writeInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32BE(value, offset);
	}
	function writeInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32LE(value, offset);
	}
	function writeUInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32BE(value, offset);
	}
	function writeUInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32LE(value, offset);
	}
	module.exports = {
		isBuffer,
		isEncoding,
		alloc,
		allocUnsafe,
		allocUnsafeSlow,
		byteLength,
		compare,
		concat,
		copy,
		equals,
		fill,
		from,
		includes,
		indexOf,
		lastIndexOf,
		swap16,
		swap32,
		swap64,
		toBuffer,
		toString,
		toHex,
		write,
		readDoubleBE,
		readDoubleLE,
		readFloatBE,
		readFloatLE,
		readInt32BE,
		readInt32LE,
		readUInt32BE,
		readUInt32LE,
		writeDoubleBE,
		writeDoubleLE,
		writeFloatBE,
		writeFloatLE,
		writeInt32BE,
		writeInt32LE,
		writeUInt32BE,
		writeUInt32LE
	};
}));

// ../../main/node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	module.exports = class PassThroughDecoder {
		constructor(encoding) {
			this.encoding = encoding;
		}
		get remaining() {
			return 0;
		}
		decode(data) {
			return b4a.toString(data, this.encoding);
		}
		flush() {
			return "";
		}
	};
}));

// ../../main/node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	/**
	* https://encoding.spec.whatwg.org/#utf-8-decoder
	*/
	module.exports = class UTF8Decoder {
		constructor() {
			this._reset();
		}
		get remaining() {
			return this.bytesSeen;
		}
		decode(data) {
			if (data.byteLength === 0) return "";
			if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
				this.bytesSeen = trailingBytesSeen(data);
				return b4a.toString(data, "utf8");
			}
			let result = "";
			let start = 0;
			if (this.bytesNeeded > 0) {
				while (start < data.byteLength) {
					const byte = data[start];
					if (byte < this.lowerBoundary || byte > this.upperBoundary) {
						result += "�";
						this._reset();
						break;
					}
					this.lowerBoundary = 128;
					this.upperBoundary = 191;
					this.codePoint = this.codePoint << 6 | byte & 63;
					this.bytesSeen++;
					start++;
					if (this.bytesSeen === this.bytesNeeded) {
						result += String.fromCodePoint(this.codePoint);
						this._reset();
						break;
					}
				}
				if (this.bytesNeeded > 0) return result;
			}
			const trailing = trailingIncomplete(data, start);
			const end = data.byteLength - trailing;
			if (end > start) result += b4a.toString(data, "utf8", start, end);
			for (let i = end; i < data.byteLength; i++) {
				const byte = data[i];
				if (this.bytesNeeded === 0) {
					if (byte <= 127) {
						this.bytesSeen = 0;
						result += String.fromCharCode(byte);
					} else if (byte >= 194 && byte <= 223) {
						this.bytesNeeded = 2;
						this.bytesSeen = 1;
						this.codePoint = byte & 31;
					} else if (byte >= 224 && byte <= 239) {
						if (byte === 224) this.lowerBoundary = 160;
						else if (byte === 237) this.upperBoundary = 159;
						this.bytesNeeded = 3;
						this.bytesSeen = 1;
						this.codePoint = byte & 15;
					} else if (byte >= 240 && byte <= 244) {
						if (byte === 240) this.lowerBoundary = 144;
						else if (byte === 244) this.upperBoundary = 143;
						this.bytesNeeded = 4;
						this.bytesSeen = 1;
						this.codePoint = byte & 7;
					} else {
						this.bytesSeen = 1;
						result += "�";
					}
					continue;
				}
				if (byte < this.lowerBoundary || byte > this.upperBoundary) {
					result += "�";
					i--;
					this._reset();
					continue;
				}
				this.lowerBoundary = 128;
				this.upperBoundary = 191;
				this.codePoint = this.codePoint << 6 | byte & 63;
				this.bytesSeen++;
				if (this.bytesSeen === this.bytesNeeded) {
					result += String.fromCodePoint(this.codePoint);
					this._reset();
				}
			}
			return result;
		}
		flush() {
			const result = this.bytesNeeded > 0 ? "�" : "";
			this._reset();
			return result;
		}
		_reset() {
			this.codePoint = 0;
			this.bytesNeeded = 0;
			this.bytesSeen = 0;
			this.lowerBoundary = 128;
			this.upperBoundary = 191;
		}
	};
	function trailingIncomplete(data, start) {
		const len = data.byteLength;
		if (len <= start) return 0;
		const limit = Math.max(start, len - 4);
		let i = len - 1;
		while (i > limit && (data[i] & 192) === 128) i--;
		if (i < start) return 0;
		const byte = data[i];
		let needed;
		if (byte <= 127) return 0;
		if (byte >= 194 && byte <= 223) needed = 2;
		else if (byte >= 224 && byte <= 239) needed = 3;
		else if (byte >= 240 && byte <= 244) needed = 4;
		else return 0;
		const available = len - i;
		return available < needed ? available : 0;
	}
	function trailingBytesSeen(data) {
		const len = data.byteLength;
		if (len === 0) return 0;
		const last = data[len - 1];
		if (last <= 127) return 0;
		if ((last & 192) !== 128) return 1;
		const limit = Math.max(0, len - 4);
		let i = len - 2;
		while (i >= limit && (data[i] & 192) === 128) i--;
		if (i < 0) return 1;
		const first = data[i];
		let needed;
		if (first >= 194 && first <= 223) needed = 2;
		else if (first >= 224 && first <= 239) needed = 3;
		else if (first >= 240 && first <= 244) needed = 4;
		else return 1;
		if (len - i !== needed) return 1;
		if (needed >= 3) {
			const second = data[i + 1];
			if (first === 224 && second < 160) return 1;
			if (first === 237 && second > 159) return 1;
			if (first === 240 && second < 144) return 1;
			if (first === 244 && second > 143) return 1;
		}
		return 0;
	}
}));

// ../../main/node_modules/text-decoder/index.js
var require_text_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const PassThroughDecoder = require_pass_through_decoder();
	const UTF8Decoder = require_utf8_decoder();
	module.exports = class TextDecoder {
		constructor(encoding = "utf8") {
			this.encoding = normalizeEncoding(encoding);
			switch (this.encoding) {
				case "utf8":
					this.decoder = new UTF8Decoder();
					break;
				case "utf16le":
				case "base64": throw new Error("Unsupported encoding: " + this.encoding);
				default: this.decoder = new PassThroughDecoder(this.encoding);
			}
		}
		get remaining() {
			return this.decoder.remaining;
		}
		push(data) {
			if (typeof data === "string") return data;
			return this.decoder.decode(data);
		}
		write(data) {
			return this.push(data);
		}
		end(data) {
			let result = "";
			if (data) result = this.push(data);
			result += this.decoder.flush();
			return result;
		}
	};
	function normalizeEncoding(encoding) {
		encoding = encoding.toLowerCase();
		switch (encoding) {
			case "utf8":
			case "utf-8": return "utf8";
			case "ucs2":
			case "ucs-2":
			case "utf16le":
			case "utf-16le": return "utf16le";
			case "latin1":
			case "binary": return "latin1";
			case "base64":
			case "ascii":
			case "hex": return encoding;
			default: throw new Error("Unknown encoding: " + encoding);
		}
	}
}));

// ../../main/node_modules/streamx/lib/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class StreamError extends Error {
		constructor(msg, code, fn = StreamError) {
			super(msg);
			this.code = code;
			if (Error.captureStackTrace) Error.captureStackTrace(this, fn);
		}
		static isStreamDestroyed(err) {
			return err && err.code === "STREAM_DESTROYED";
		}
		static isPrematureClose(err) {
			return err && err.code === "PREMATURE_CLOSE";
		}
		static isAborted(err) {
			return err && err.code === "ABORTED";
		}
		static isBadArgument(err) {
			return err && err.code === "BAD_ARGUMENT";
		}
		get name() {
			return "StreamError";
		}
		static STREAM_DESTROYED() {
			return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
		}
		static PREMATURE_CLOSE(msg = "Premature close") {
			return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
		}
		static ABORTED() {
			return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
		}
		static BAD_ARGUMENT(msg = "Bad argument") {
			return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
		}
	};
}));

// ../../main/node_modules/streamx/index.js
var require_streamx = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = require_default();
	const FIFO = require_fast_fifo();
	const TextDecoder = require_text_decoder();
	const StreamError = require_errors();
	const qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
	const OPENING = 1;
	const PREDESTROYING = 2;
	const DESTROYING = 4;
	const DESTROYED = 8;
	const NOT_OPENING = 536870910;
	const NOT_PREDESTROYING = 536870909;
	const READ_UPDATING = 32;
	const READ_PRIMARY = 64;
	const READ_QUEUED = 128;
	const READ_RESUMED = 256;
	const READ_PIPE_DRAINED = 512;
	const READ_ENDING = 1024;
	const READ_EMIT_DATA = 2048;
	const READ_EMIT_READABLE = 4096;
	const READ_EMITTED_READABLE = 8192;
	const READ_DONE = 16384;
	const READ_NEXT_TICK = 32768;
	const READ_READ_AHEAD = 131072;
	const READ_FLOWING = 768;
	const READ_ACTIVE_AND_NEEDS_PUSH = 65552;
	const READ_PRIMARY_AND_ACTIVE = 80;
	const READ_EMIT_READABLE_AND_QUEUED = 4224;
	const READ_RESUMED_READ_AHEAD = 131328;
	const READ_NOT_ACTIVE = 536870895;
	const READ_NON_PRIMARY_AND_PUSHED = 536805311;
	const READ_PUSHED = 536805375;
	const READ_PAUSED = 536870655;
	const READ_NOT_QUEUED = 536862591;
	const READ_NOT_ENDING = 536869887;
	const READ_PIPE_NOT_DRAINED = 536870143;
	const READ_NOT_NEXT_TICK = 536838143;
	const READ_NOT_UPDATING = 536870879;
	const READ_NO_READ_AHEAD = 536739839;
	const READ_PAUSED_NO_READ_AHEAD = 536739583;
	const WRITE_ACTIVE = 1 << 18;
	const WRITE_UPDATING = 2 << 18;
	const WRITE_PRIMARY = 4 << 18;
	const WRITE_QUEUED = 8 << 18;
	const WRITE_UNDRAINED = 16 << 18;
	const WRITE_DONE = 32 << 18;
	const WRITE_EMIT_DRAIN = 64 << 18;
	const WRITE_NEXT_TICK = 128 << 18;
	const WRITE_WRITING = 256 << 18;
	const WRITE_FINISHING = 512 << 18;
	const WRITE_CORKED = 1024 << 18;
	const WRITE_NOT_ACTIVE = 469499903;
	const WRITE_NON_PRIMARY = 535822335;
	const WRITE_NOT_FINISHING = 402391039;
	const WRITE_DRAINED = 532676607;
	const WRITE_NOT_QUEUED = 534773759;
	const WRITE_NOT_NEXT_TICK = 503316479;
	const WRITE_NOT_UPDATING = 536346623;
	const WRITE_NOT_CORKED = 268435455;
	const ACTIVE = 262160;
	const NOT_ACTIVE = 536608751;
	const DONE = 8404992;
	const DESTROY_STATUS = 14;
	const OPEN_STATUS = 15;
	const AUTO_DESTROY = 8405006;
	const NON_PRIMARY = 535822271;
	const ACTIVE_OR_TICKING = 33587200;
	const IS_OPENING = 33587215;
	const READ_PRIMARY_STATUS = 17423;
	const READ_STATUS = 16527;
	const READ_ENDING_STATUS = 1167;
	const READ_READABLE_STATUS = 12431;
	const SHOULD_NOT_READ = 214047;
	const READ_BACKPRESSURE_STATUS = 17422;
	const READ_UPDATE_SYNC_STATUS = 32879;
	const READ_NEXT_TICK_OR_OPENING = 32769;
	const WRITE_PRIMARY_STATUS = 142606351;
	const WRITE_QUEUED_AND_UNDRAINED = 6291456;
	const WRITE_QUEUED_AND_ACTIVE = 2359296;
	const WRITE_DRAIN_STATUS = 6553615;
	const WRITE_STATUS = 270794767;
	const WRITE_PRIMARY_AND_ACTIVE = 1310720;
	const WRITE_ACTIVE_AND_WRITING = 67371008;
	const WRITE_FINISHING_STATUS = 144965647;
	const WRITE_BACKPRESSURE_STATUS = 146800654;
	const WRITE_UPDATE_SYNC_STATUS = 35127311;
	const WRITE_DROP_DATA = 142606350;
	const asyncIterator = Symbol.asyncIterator || Symbol("asyncIterator");
	var WritableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark;
			this.buffered = 0;
			this.error = null;
			this.pipeline = null;
			this.drains = null;
			this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
			this.map = mapWritable || map;
			this.afterWrite = afterWrite.bind(this);
			this.afterUpdateNextTick = updateWriteNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & WRITE_FINISHING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & WRITE_DONE) !== 0;
		}
		push(data) {
			if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
			if (this.map !== null) data = this.map(data);
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			if (this.buffered < this.highWaterMark) {
				this.stream._duplexState |= WRITE_QUEUED;
				return true;
			}
			this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
			return false;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
			return data;
		}
		end(data) {
			if (typeof data === "function") this.stream.once("finish", data);
			else if (data !== void 0 && data !== null) this.push(data);
			this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
		}
		autoBatch(data, cb) {
			const buffer = [];
			const stream = this.stream;
			buffer.push(data);
			while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) buffer.push(stream._writableState.shift());
			if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
			stream._writev(buffer, cb);
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= WRITE_UPDATING;
			do {
				while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
					const data = this.shift();
					stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
					stream._write(data, this.afterWrite);
				}
				if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= WRITE_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
				stream._duplexState = stream._duplexState | WRITE_ACTIVE;
				stream._final(afterFinal.bind(this));
				return;
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTick() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= WRITE_NEXT_TICK;
			if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var ReadableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
			this.buffered = 0;
			this.readAhead = highWaterMark > 0;
			this.error = null;
			this.pipeline = null;
			this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
			this.map = mapReadable || map;
			this.pipeTo = null;
			this.afterRead = afterRead.bind(this);
			this.afterUpdateNextTick = updateReadNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & READ_ENDING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & READ_DONE) !== 0;
		}
		pipe(pipeTo, cb) {
			if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
			if (typeof cb !== "function") cb = null;
			this.stream._duplexState |= READ_PIPE_DRAINED;
			this.pipeTo = pipeTo;
			this.pipeline = new Pipeline(this.stream, pipeTo, cb);
			if (cb) this.stream.on("error", noop);
			if (isStreamx(pipeTo)) {
				pipeTo._writableState.pipeline = this.pipeline;
				if (cb) pipeTo.on("error", noop);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			} else {
				const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
				const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
				pipeTo.on("error", onerror);
				pipeTo.on("close", onclose);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			}
			pipeTo.on("drain", afterDrain.bind(this));
			this.stream.emit("piping", pipeTo);
			pipeTo.emit("pipe", this.stream);
		}
		push(data) {
			const stream = this.stream;
			if (data === null) {
				this.highWaterMark = 0;
				stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
				return false;
			}
			if (this.map !== null) {
				data = this.map(data);
				if (data === null) {
					stream._duplexState &= READ_PUSHED;
					return this.buffered < this.highWaterMark;
				}
			}
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
			return this.buffered < this.highWaterMark;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= READ_NOT_QUEUED;
			return data;
		}
		unshift(data) {
			const pending = [this.map !== null ? this.map(data) : data];
			while (this.buffered > 0) pending.push(this.shift());
			for (let i = 0; i < pending.length - 1; i++) {
				const data = pending[i];
				this.buffered += this.byteLength(data);
				this.queue.push(data);
			}
			this.push(pending[pending.length - 1]);
		}
		read() {
			const stream = this.stream;
			if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
				return data;
			}
			if (this.readAhead === false) {
				stream._duplexState |= READ_READ_AHEAD;
				this.updateNextTick();
			}
			return null;
		}
		drain() {
			const stream = this.stream;
			while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
			}
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= READ_UPDATING;
			do {
				this.drain();
				while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
					stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
					stream._read(this.afterRead);
					this.drain();
				}
				if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
					stream._duplexState |= READ_EMITTED_READABLE;
					stream.emit("readable");
				}
				if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= READ_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
				stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
				stream.emit("end");
				if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
				if (this.pipeTo !== null) this.pipeTo.end();
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTickIfOpen() {
			if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
		updateNextTick() {
			if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var TransformState = class {
		constructor(stream) {
			this.data = null;
			this.afterTransform = afterTransform.bind(stream);
			this.afterFinal = null;
		}
	};
	var Pipeline = class {
		constructor(src, dst, cb) {
			this.from = src;
			this.to = dst;
			this.afterPipe = cb;
			this.error = null;
			this.pipeToFinished = false;
		}
		finished() {
			this.pipeToFinished = true;
		}
		done(stream, err) {
			if (err) this.error = err;
			if (stream === this.to) {
				this.to = null;
				if (this.from !== null) {
					if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
					return;
				}
			}
			if (stream === this.from) {
				this.from = null;
				if (this.to !== null) {
					if ((stream._duplexState & READ_DONE) === 0) this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
					return;
				}
			}
			if (this.afterPipe !== null) this.afterPipe(this.error);
			this.to = this.from = this.afterPipe = null;
		}
	};
	function afterDrain() {
		this.stream._duplexState |= READ_PIPE_DRAINED;
		this.updateCallback();
	}
	function afterFinal(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROY_STATUS) === 0) {
			stream._duplexState |= WRITE_DONE;
			stream.emit("finish");
		}
		if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
		stream._duplexState &= WRITE_NOT_FINISHING;
		if ((stream._duplexState & WRITE_UPDATING) === 0) this.update();
		else this.updateNextTick();
	}
	function afterDestroy(err) {
		const stream = this.stream;
		if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
		if (err) stream.emit("error", err);
		stream._duplexState |= DESTROYED;
		stream.emit("close");
		const rs = stream._readableState;
		const ws = stream._writableState;
		if (rs !== null && rs.pipeline !== null) rs.pipeline.done(stream, err);
		if (ws !== null) {
			while (ws.drains !== null && ws.drains.length > 0) ws.drains.shift().resolve(false);
			if (ws.pipeline !== null) ws.pipeline.done(stream, err);
		}
	}
	function afterWrite(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		stream._duplexState &= WRITE_NOT_ACTIVE;
		if (this.drains !== null) tickDrains(this.drains);
		if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
			stream._duplexState &= WRITE_DRAINED;
			if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) stream.emit("drain");
		}
		this.updateCallback();
	}
	function afterRead(err) {
		if (err) this.stream.destroy(err);
		this.stream._duplexState &= READ_NOT_ACTIVE;
		if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) this.stream._duplexState &= READ_NO_READ_AHEAD;
		this.updateCallback();
	}
	function updateReadNT() {
		if ((this.stream._duplexState & READ_UPDATING) === 0) {
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			this.update();
		}
	}
	function updateWriteNT() {
		if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			this.update();
		}
	}
	function tickDrains(drains) {
		for (let i = 0; i < drains.length; i++) if (--drains[i].writes === 0) {
			drains.shift().resolve(true);
			i--;
		}
	}
	function afterOpen(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROYING) === 0) {
			if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) stream._duplexState |= READ_PRIMARY;
			if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) stream._duplexState |= WRITE_PRIMARY;
			stream.emit("open");
		}
		stream._duplexState &= NOT_ACTIVE;
		if (stream._writableState !== null) stream._writableState.updateCallback();
		if (stream._readableState !== null) stream._readableState.updateCallback();
	}
	function afterTransform(err, data) {
		if (data !== void 0 && data !== null) this.push(data);
		this._writableState.afterWrite(err);
	}
	function newListener(name) {
		if (this._readableState !== null) {
			if (name === "data") {
				this._duplexState |= 133376;
				this._readableState.updateNextTick();
			}
			if (name === "readable") {
				this._duplexState |= READ_EMIT_READABLE;
				this._readableState.updateNextTick();
			}
		}
		if (this._writableState !== null) {
			if (name === "drain") {
				this._duplexState |= WRITE_EMIT_DRAIN;
				this._writableState.updateNextTick();
			}
		}
	}
	var Stream = class extends EventEmitter {
		constructor(opts) {
			super();
			this._duplexState = 0;
			this._readableState = null;
			this._writableState = null;
			if (opts) {
				if (opts.open) this._open = opts.open;
				if (opts.destroy) this._destroy = opts.destroy;
				if (opts.predestroy) this._predestroy = opts.predestroy;
				if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
			}
			this.on("newListener", newListener);
		}
		_open(cb) {
			cb(null);
		}
		_destroy(cb) {
			cb(null);
		}
		_predestroy() {}
		get readable() {
			return this._readableState !== null ? true : void 0;
		}
		get writable() {
			return this._writableState !== null ? true : void 0;
		}
		get destroyed() {
			return (this._duplexState & DESTROYED) !== 0;
		}
		get destroying() {
			return (this._duplexState & DESTROY_STATUS) !== 0;
		}
		destroy(err) {
			if ((this._duplexState & DESTROY_STATUS) === 0) {
				if (!err) err = StreamError.STREAM_DESTROYED();
				this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
				if (this._readableState !== null) {
					this._readableState.highWaterMark = 0;
					this._readableState.error = err;
				}
				if (this._writableState !== null) {
					this._writableState.highWaterMark = 0;
					this._writableState.error = err;
				}
				this._duplexState |= PREDESTROYING;
				this._predestroy();
				this._duplexState &= NOT_PREDESTROYING;
				if (this._readableState !== null) this._readableState.updateNextTick();
				if (this._writableState !== null) this._writableState.updateNextTick();
			}
		}
	};
	var Readable = class Readable extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 8519681;
			this._readableState = new ReadableState(this, opts);
			if (opts) {
				if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
				if (opts.read) this._read = opts.read;
				if (opts.eagerOpen) this._readableState.updateNextTick();
				if (opts.encoding) this.setEncoding(opts.encoding);
			}
		}
		static deferred(fn, opts) {
			const out = new PassThrough(opts);
			fn().then((src) => {
				if (src === null) return out.end();
				if (out.destroying) return;
				pipeline(src, out, noop);
			}).catch((err) => out.destroy(err));
			return out;
		}
		setEncoding(encoding) {
			const dec = new TextDecoder(encoding);
			const map = this._readableState.map || echo;
			this._readableState.map = mapOrSkip;
			return this;
			function mapOrSkip(data) {
				const next = dec.push(data);
				return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
			}
		}
		_read(cb) {
			cb(null);
		}
		pipe(dest, cb) {
			this._readableState.updateNextTick();
			this._readableState.pipe(dest, cb);
			return dest;
		}
		read() {
			this._readableState.updateNextTick();
			return this._readableState.read();
		}
		push(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.push(data);
		}
		unshift(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.unshift(data);
		}
		resume() {
			this._duplexState |= READ_RESUMED_READ_AHEAD;
			this._readableState.updateNextTick();
			return this;
		}
		pause() {
			this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
			return this;
		}
		static _fromAsyncIterator(ite, opts) {
			let destroy;
			const rs = new Readable({
				...opts,
				read(cb) {
					ite.next().then(push).then(cb.bind(null, null)).catch(cb);
				},
				predestroy() {
					destroy = ite.return();
				},
				destroy(cb) {
					if (!destroy) return cb(null);
					destroy.then(cb.bind(null, null)).catch(cb);
				}
			});
			return rs;
			function push(data) {
				if (data.done) rs.push(null);
				else rs.push(data.value);
			}
		}
		static from(data, opts) {
			if (isReadStreamx(data)) return data;
			if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
			if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
			let i = 0;
			return new Readable({
				...opts,
				read(cb) {
					this.push(i === data.length ? null : data[i++]);
					cb(null);
				}
			});
		}
		static isBackpressured(rs) {
			return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
		}
		static isPaused(rs) {
			return (rs._duplexState & READ_RESUMED) === 0;
		}
		[asyncIterator]() {
			const stream = this;
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			this.on("error", (err) => {
				error = err;
			});
			this.on("readable", onreadable);
			this.on("close", onclose);
			return {
				[asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(function(resolve, reject) {
						promiseResolve = resolve;
						promiseReject = reject;
						const data = stream.read();
						if (data !== null) ondata(data);
						else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
					});
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function onreadable() {
				if (promiseResolve !== null) ondata(stream.read());
			}
			function onclose() {
				if (promiseResolve !== null) ondata(null);
			}
			function ondata(data) {
				if (promiseReject === null) return;
				if (error) promiseReject(error);
				else if (data === null && (stream._duplexState & READ_DONE) === 0) promiseReject(StreamError.STREAM_DESTROYED());
				else promiseResolve({
					value: data,
					done: data === null
				});
				promiseReject = promiseResolve = null;
			}
			function destroy(err) {
				stream.destroy(err);
				return new Promise((resolve, reject) => {
					if (stream._duplexState & DESTROYED) return resolve({
						value: void 0,
						done: true
					});
					stream.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	var Writable = class extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 16385;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
				if (opts.eagerOpen) this._writableState.updateNextTick();
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		static isBackpressured(ws) {
			return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
		}
		static drained(ws) {
			if (ws.destroyed) return Promise.resolve(false);
			const state = ws._writableState;
			const writes = (isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length) + (ws._duplexState & WRITE_WRITING ? 1 : 0);
			if (writes === 0) return Promise.resolve(true);
			if (state.drains === null) state.drains = [];
			return new Promise((resolve) => {
				state.drains.push({
					writes,
					resolve
				});
			});
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Duplex = class extends Readable {
		constructor(opts) {
			super(opts);
			this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Transform = class extends Duplex {
		constructor(opts) {
			super(opts);
			this._transformState = new TransformState(this);
			if (opts) {
				if (opts.transform) this._transform = opts.transform;
				if (opts.flush) this._flush = opts.flush;
			}
		}
		_write(data, cb) {
			if (this._readableState.buffered >= this._readableState.highWaterMark) this._transformState.data = data;
			else this._transform(data, this._transformState.afterTransform);
		}
		_read(cb) {
			if (this._transformState.data !== null) {
				const data = this._transformState.data;
				this._transformState.data = null;
				cb(null);
				this._transform(data, this._transformState.afterTransform);
			} else cb(null);
		}
		destroy(err) {
			super.destroy(err);
			if (this._transformState.data !== null) {
				this._transformState.data = null;
				this._transformState.afterTransform();
			}
		}
		_transform(data, cb) {
			cb(null, data);
		}
		_flush(cb) {
			cb(null);
		}
		_final(cb) {
			this._transformState.afterFinal = cb;
			this._flush(transformAfterFlush.bind(this));
		}
	};
	var PassThrough = class extends Transform {};
	function transformAfterFlush(err, data) {
		const cb = this._transformState.afterFinal;
		if (err) return cb(err);
		if (data !== null && data !== void 0) this.push(data);
		this.push(null);
		cb(null);
	}
	function pipelinePromise(...streams) {
		return new Promise((resolve, reject) => {
			return pipeline(...streams, (err) => {
				if (err) return reject(err);
				resolve();
			});
		});
	}
	function pipeline(stream, ...streams) {
		const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
		const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
		if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
		let src = all[0];
		let dest = null;
		let error = null;
		for (let i = 1; i < all.length; i++) {
			dest = all[i];
			if (isStreamx(src)) src.pipe(dest, onerror);
			else {
				errorHandle(src, true, i > 1, onerror);
				src.pipe(dest);
			}
			src = dest;
		}
		if (done) {
			let fin = false;
			const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
			dest.on("error", (err) => {
				if (error === null) error = err;
			});
			dest.on("finish", () => {
				fin = true;
				if (!autoDestroy) done(error);
			});
			if (autoDestroy) dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
		}
		return dest;
		function errorHandle(s, rd, wr, onerror) {
			s.on("error", onerror);
			s.on("close", onclose);
			function onclose() {
				if (rd && s._readableState && !s._readableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
				if (wr && s._writableState && !s._writableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
			}
		}
		function onerror(err) {
			if (!err || error) return;
			error = err;
			for (const s of all) s.destroy(err);
		}
	}
	function echo(s) {
		return s;
	}
	function isStream(stream) {
		return !!stream._readableState || !!stream._writableState;
	}
	function isStreamx(stream) {
		return typeof stream._duplexState === "number" && isStream(stream);
	}
	function isEnding(stream) {
		return !!stream._readableState && stream._readableState.ending;
	}
	function isEnded(stream) {
		return !!stream._readableState && stream._readableState.ended;
	}
	function isFinishing(stream) {
		return !!stream._writableState && stream._writableState.ending;
	}
	function isFinished(stream) {
		return !!stream._writableState && stream._writableState.ended;
	}
	function getStreamError(stream, opts = {}) {
		const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
		return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
	}
	function isReadStreamx(stream) {
		return isStreamx(stream) && stream.readable;
	}
	function isDisturbed(stream) {
		return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
	}
	function isTypedArray(data) {
		return typeof data === "object" && data !== null && typeof data.byteLength === "number";
	}
	function defaultByteLength(data) {
		return isTypedArray(data) ? data.byteLength : 1024;
	}
	function noop() {}
	function abort() {
		this.destroy(StreamError.ABORTED());
	}
	function isWritev(s) {
		return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
	}
	module.exports = {
		pipeline,
		pipelinePromise,
		isStream,
		isStreamx,
		isEnding,
		isEnded,
		isFinishing,
		isFinished,
		isDisturbed,
		getStreamError,
		Stream,
		Writable,
		Readable,
		Duplex,
		Transform,
		PassThrough
	};
}));

// ../../main/node_modules/tar-stream/headers.js
var require_headers = /* @__PURE__ */ __commonJSMin(((exports) => {
	const b4a = require_b4a();
	const ZEROS = "0000000000000000000";
	const SEVENS = "7777777777777777777";
	const ZERO_OFFSET = "0".charCodeAt(0);
	const USTAR_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		0
	]);
	const USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
	const GNU_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		32
	]);
	const GNU_VER = b4a.from([32, 0]);
	const MASK = 4095;
	const MAGIC_OFFSET = 257;
	const VERSION_OFFSET = 263;
	exports.decodeLongPath = function decodeLongPath(buf, encoding) {
		return decodeStr(buf, 0, buf.length, encoding);
	};
	exports.encodePax = function encodePax(opts) {
		let result = "";
		if (opts.name) result += addLength(" path=" + opts.name + "\n");
		if (opts.linkname) result += addLength(" linkpath=" + opts.linkname + "\n");
		const pax = opts.pax;
		if (pax) for (const key in pax) result += addLength(" " + key + "=" + pax[key] + "\n");
		return b4a.from(result);
	};
	exports.decodePax = function decodePax(buf) {
		const result = {};
		while (buf.length) {
			let i = 0;
			while (i < buf.length && buf[i] !== 32) i++;
			const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
			if (!len) return result;
			const b = b4a.toString(buf.subarray(i + 1, len - 1));
			const keyIndex = b.indexOf("=");
			if (keyIndex === -1) return result;
			result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
			buf = buf.subarray(len);
		}
		return result;
	};
	exports.encode = function encode(opts) {
		const buf = b4a.alloc(512);
		let name = opts.name;
		let prefix = "";
		if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
		if (b4a.byteLength(name) !== name.length) return null;
		while (b4a.byteLength(name) > 100) {
			const i = name.indexOf("/");
			if (i === -1) return null;
			prefix += prefix ? "/" + name.slice(0, i) : name.slice(0, i);
			name = name.slice(i + 1);
		}
		if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null;
		if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
		b4a.write(buf, name);
		b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
		b4a.write(buf, encodeOct(opts.uid, 6), 108);
		b4a.write(buf, encodeOct(opts.gid, 6), 116);
		encodeSize(opts.size, buf, 124);
		b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
		buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
		if (opts.linkname) b4a.write(buf, opts.linkname, 157);
		b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
		b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
		if (opts.uname) b4a.write(buf, opts.uname, 265);
		if (opts.gname) b4a.write(buf, opts.gname, 297);
		b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
		b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
		if (prefix) b4a.write(buf, prefix, 345);
		b4a.write(buf, encodeOct(cksum(buf), 6), 148);
		return buf;
	};
	exports.decode = function decode(buf, filenameEncoding, allowUnknownFormat) {
		let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
		let name = decodeStr(buf, 0, 100, filenameEncoding);
		const mode = decodeOct(buf, 100, 8);
		const uid = decodeOct(buf, 108, 8);
		const gid = decodeOct(buf, 116, 8);
		const size = decodeOct(buf, 124, 12);
		const mtime = decodeOct(buf, 136, 12);
		const type = toType(typeflag);
		const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
		const uname = decodeStr(buf, 265, 32);
		const gname = decodeStr(buf, 297, 32);
		const devmajor = decodeOct(buf, 329, 8);
		const devminor = decodeOct(buf, 337, 8);
		const c = cksum(buf);
		if (c === 256) return null;
		if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
		if (isUSTAR(buf)) {
			if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name;
		} else if (isGNU(buf)) {} else if (!allowUnknownFormat) throw new Error("Invalid tar header: unknown format.");
		if (typeflag === 0 && name && name[name.length - 1] === "/") typeflag = 5;
		return {
			name,
			mode,
			uid,
			gid,
			size,
			byteOffset: 0,
			mtime: /* @__PURE__ */ new Date(1e3 * mtime),
			type,
			linkname,
			uname,
			gname,
			devmajor,
			devminor,
			pax: null
		};
	};
	function isUSTAR(buf) {
		return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, 263));
	}
	function isGNU(buf) {
		return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, 263)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, 265));
	}
	function clamp(index, len, defaultValue) {
		if (typeof index !== "number") return defaultValue;
		index = ~~index;
		if (index >= len) return len;
		if (index >= 0) return index;
		index += len;
		if (index >= 0) return index;
		return 0;
	}
	function toType(flag) {
		switch (flag) {
			case 0: return "file";
			case 1: return "link";
			case 2: return "symlink";
			case 3: return "character-device";
			case 4: return "block-device";
			case 5: return "directory";
			case 6: return "fifo";
			case 7: return "contiguous-file";
			case 72: return "pax-header";
			case 55: return "pax-global-header";
			case 27: return "gnu-long-link-path";
			case 28:
			case 30: return "gnu-long-path";
		}
		return null;
	}
	function toTypeflag(flag) {
		switch (flag) {
			case "file": return 0;
			case "link": return 1;
			case "symlink": return 2;
			case "character-device": return 3;
			case "block-device": return 4;
			case "directory": return 5;
			case "fifo": return 6;
			case "contiguous-file": return 7;
			case "pax-header": return 72;
		}
		return 0;
	}
	function indexOf(block, num, offset, end) {
		for (; offset < end; offset++) if (block[offset] === num) return offset;
		return end;
	}
	function cksum(block) {
		let sum = 256;
		for (let i = 0; i < 148; i++) sum += block[i];
		for (let j = 156; j < 512; j++) sum += block[j];
		return sum;
	}
	function encodeOct(val, n) {
		val = val.toString(8);
		if (val.length > n) return SEVENS.slice(0, n) + " ";
		return ZEROS.slice(0, n - val.length) + val + " ";
	}
	function encodeSizeBin(num, buf, off) {
		buf[off] = 128;
		for (let i = 11; i > 0; i--) {
			buf[off + i] = num & 255;
			num = Math.floor(num / 256);
		}
	}
	function encodeSize(num, buf, off) {
		if (num.toString(8).length > 11) encodeSizeBin(num, buf, off);
		else b4a.write(buf, encodeOct(num, 11), off);
	}
	function parse256(buf) {
		let positive;
		if (buf[0] === 128) positive = true;
		else if (buf[0] === 255) positive = false;
		else return null;
		const tuple = [];
		let i;
		for (i = buf.length - 1; i > 0; i--) {
			const byte = buf[i];
			if (positive) tuple.push(byte);
			else tuple.push(255 - byte);
		}
		let sum = 0;
		const l = tuple.length;
		for (i = 0; i < l; i++) sum += tuple[i] * Math.pow(256, i);
		return positive ? sum : -1 * sum;
	}
	function decodeOct(val, offset, length) {
		val = val.subarray(offset, offset + length);
		offset = 0;
		if (val[offset] & 128) return parse256(val);
		else {
			while (offset < val.length && val[offset] === 32) offset++;
			const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
			while (offset < end && val[offset] === 0) offset++;
			if (end === offset) return 0;
			return parseInt(b4a.toString(val.subarray(offset, end)), 8);
		}
	}
	function decodeStr(val, offset, length, encoding) {
		return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
	}
	function addLength(str) {
		const len = b4a.byteLength(str);
		let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
		if (len + digits >= Math.pow(10, digits)) digits++;
		return len + digits + str;
	}
}));

// ../../main/node_modules/tar-stream/extract.js
var require_extract = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Writable, Readable, getStreamError } = require_streamx();
	const FIFO = require_fast_fifo();
	const b4a = require_b4a();
	const headers = require_headers();
	const EMPTY = b4a.alloc(0);
	const MAX_HEADER_SIZE = 4194304;
	var BufferList = class {
		constructor() {
			this.buffered = 0;
			this.shifted = 0;
			this.queue = new FIFO();
			this._offset = 0;
		}
		push(buffer) {
			this.buffered += buffer.byteLength;
			this.queue.push(buffer);
		}
		shiftFirst(size) {
			return this.buffered === 0 ? null : this._next(size);
		}
		shift(size) {
			if (size > this.buffered) return null;
			if (size === 0) return EMPTY;
			let chunk = this._next(size);
			if (size === chunk.byteLength) return chunk;
			const chunks = [chunk];
			while ((size -= chunk.byteLength) > 0) {
				chunk = this._next(size);
				chunks.push(chunk);
			}
			return b4a.concat(chunks);
		}
		_next(size) {
			const buf = this.queue.peek();
			const rem = buf.byteLength - this._offset;
			if (size >= rem) {
				const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
				this.queue.shift();
				this._offset = 0;
				this.buffered -= rem;
				this.shifted += rem;
				return sub;
			}
			this.buffered -= size;
			this.shifted += size;
			return buf.subarray(this._offset, this._offset += size);
		}
	};
	var Source = class extends Readable {
		constructor(self, header, offset) {
			super();
			this.header = header;
			this.offset = offset;
			this._parent = self;
		}
		_read(cb) {
			if (this.header.size === 0) this.push(null);
			if (this._parent._stream === this) this._parent._update();
			cb(null);
		}
		_predestroy() {
			this._parent.destroy(getStreamError(this));
		}
		_detach() {
			if (this._parent._stream === this) {
				this._parent._stream = null;
				this._parent._missing = overflow(this.header.size);
				this._parent._update();
			}
		}
		_destroy(cb) {
			this._detach();
			cb(null);
		}
	};
	var Extract = class extends Writable {
		constructor(opts) {
			super(opts);
			if (!opts) opts = {};
			this._buffer = new BufferList();
			this._offset = 0;
			this._header = null;
			this._stream = null;
			this._missing = 0;
			this._longHeader = false;
			this._callback = noop;
			this._locked = false;
			this._finished = false;
			this._pax = null;
			this._paxGlobal = null;
			this._gnuLongPath = null;
			this._gnuLongLinkPath = null;
			this._filenameEncoding = opts.filenameEncoding || "utf-8";
			this._allowUnknownFormat = !!opts.allowUnknownFormat;
			this._unlockBound = this._unlock.bind(this);
		}
		_unlock(err) {
			this._locked = false;
			if (err) {
				this.destroy(err);
				this._continueWrite(err);
				return;
			}
			this._update();
		}
		_consumeHeader() {
			if (this._locked) return false;
			this._offset = this._buffer.shifted;
			try {
				this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			if (!this._header) return true;
			this._header.byteOffset = this._buffer.shifted;
			switch (this._header.type) {
				case "gnu-long-path":
				case "gnu-long-link-path":
				case "pax-global-header":
				case "pax-header":
					this._longHeader = true;
					this._missing = this._header.size;
					if (this._missing > MAX_HEADER_SIZE) {
						this._continueWrite(/* @__PURE__ */ new Error("Header exceeds max size"));
						return false;
					}
					return true;
			}
			this._locked = true;
			this._applyLongHeaders();
			if (!(this._header.size >= 0)) {
				this._continueWrite(/* @__PURE__ */ new Error("Invalid header"));
				return false;
			}
			if (this._header.size === 0 || this._header.type === "directory") {
				this.emit("entry", this._header, this._createStream(), this._unlockBound);
				return true;
			}
			this._stream = this._createStream();
			this._missing = this._header.size;
			this.emit("entry", this._header, this._stream, this._unlockBound);
			return true;
		}
		_applyLongHeaders() {
			if (this._gnuLongPath) {
				this._header.name = this._gnuLongPath;
				this._gnuLongPath = null;
			}
			if (this._gnuLongLinkPath) {
				this._header.linkname = this._gnuLongLinkPath;
				this._gnuLongLinkPath = null;
			}
			if (this._pax) {
				if (this._pax.path) this._header.name = this._pax.path;
				if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
				if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
				this._header.pax = this._pax;
				this._pax = null;
			}
		}
		_decodeLongHeader(buf) {
			switch (this._header.type) {
				case "gnu-long-path":
					this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "gnu-long-link-path":
					this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "pax-global-header":
					this._paxGlobal = headers.decodePax(buf);
					break;
				case "pax-header": this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
			}
		}
		_consumeLongHeader() {
			this._longHeader = false;
			this._missing = overflow(this._header.size);
			const buf = this._buffer.shift(this._header.size);
			try {
				this._decodeLongHeader(buf);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			return true;
		}
		_consumeStream() {
			const buf = this._buffer.shiftFirst(this._missing);
			if (buf === null) return false;
			this._missing -= buf.byteLength;
			const drained = this._stream.push(buf);
			if (this._missing === 0) {
				this._stream.push(null);
				if (drained) this._stream._detach();
				return drained && this._locked === false;
			}
			return drained;
		}
		_createStream() {
			return new Source(this, this._header, this._offset);
		}
		_update() {
			while (this._buffer.buffered > 0 && !this.destroying) {
				if (this._missing > 0) {
					if (this._stream !== null) {
						if (this._consumeStream() === false) return;
						continue;
					}
					if (this._longHeader === true) {
						if (this._missing > this._buffer.buffered) break;
						if (this._consumeLongHeader() === false) return false;
						continue;
					}
					const ignore = this._buffer.shiftFirst(this._missing);
					if (ignore !== null) this._missing -= ignore.byteLength;
					continue;
				}
				if (this._buffer.buffered < 512) break;
				if (this._stream !== null || this._consumeHeader() === false) return;
			}
			this._continueWrite(null);
		}
		_continueWrite(err) {
			const cb = this._callback;
			this._callback = noop;
			cb(err);
		}
		_write(data, cb) {
			this._callback = cb;
			this._buffer.push(data);
			this._update();
		}
		_final(cb) {
			this._finished = this._missing === 0 && this._buffer.buffered === 0;
			cb(this._finished ? null : /* @__PURE__ */ new Error("Unexpected end of data"));
		}
		_predestroy() {
			this._continueWrite(null);
		}
		_destroy(cb) {
			if (this._stream) this._stream.destroy(getStreamError(this));
			cb(null);
		}
		[Symbol.asyncIterator]() {
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			let entryStream = null;
			let entryCallback = null;
			const extract = this;
			this.on("entry", onentry);
			this.on("error", (err) => {
				error = err;
			});
			this.on("close", onclose);
			return {
				[Symbol.asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(onnext);
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function consumeCallback(err) {
				if (!entryCallback) return;
				const cb = entryCallback;
				entryCallback = null;
				cb(err);
			}
			function onnext(resolve, reject) {
				if (error) return reject(error);
				if (entryStream) {
					resolve({
						value: entryStream,
						done: false
					});
					entryStream = null;
					return;
				}
				promiseResolve = resolve;
				promiseReject = reject;
				consumeCallback(null);
				if (extract._finished && promiseResolve) {
					promiseResolve({
						value: void 0,
						done: true
					});
					promiseResolve = promiseReject = null;
				}
			}
			function onentry(header, stream, callback) {
				entryCallback = callback;
				stream.on("error", noop);
				if (promiseResolve) {
					promiseResolve({
						value: stream,
						done: false
					});
					promiseResolve = promiseReject = null;
				} else entryStream = stream;
			}
			function onclose() {
				consumeCallback(error);
				if (!promiseResolve) return;
				if (error) promiseReject(error);
				else promiseResolve({
					value: void 0,
					done: true
				});
				promiseResolve = promiseReject = null;
			}
			function destroy(err) {
				extract.destroy(err);
				consumeCallback(err);
				return new Promise((resolve, reject) => {
					if (extract.destroyed) return resolve({
						value: void 0,
						done: true
					});
					extract.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	module.exports = function extract(opts) {
		return new Extract(opts);
	};
	function noop() {}
	function overflow(size) {
		size &= 511;
		return size && 512 - size;
	}
}));

// ../../main/node_modules/tar-stream/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = {
		S_IFMT: 61440,
		S_IFDIR: 16384,
		S_IFCHR: 8192,
		S_IFBLK: 24576,
		S_IFIFO: 4096,
		S_IFLNK: 40960
	};
	try {
		module.exports = __require("fs").constants || constants;
	} catch {
		module.exports = constants;
	}
}));

// ../../main/node_modules/tar-stream/pack.js
var require_pack = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Readable, Writable, getStreamError } = require_streamx();
	const b4a = require_b4a();
	const constants = require_constants();
	const headers = require_headers();
	const DMODE = 493;
	const FMODE = 420;
	const END_OF_TAR = b4a.alloc(1024);
	var Sink = class extends Writable {
		constructor(pack, header, callback) {
			super({
				mapWritable,
				eagerOpen: true
			});
			this.written = 0;
			this.header = header;
			this._callback = callback;
			this._linkname = null;
			this._isLinkname = header.type === "symlink" && !header.linkname;
			this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
			this._finished = false;
			this._pack = pack;
			this._openCallback = null;
			if (this._pack._stream === null) this._pack._stream = this;
			else this._pack._pending.push(this);
		}
		_open(cb) {
			this._openCallback = cb;
			if (this._pack._stream === this) this._continueOpen();
		}
		_continuePack(err) {
			if (this._callback === null) return;
			const callback = this._callback;
			this._callback = null;
			callback(err);
		}
		_continueOpen() {
			if (this._pack._stream === null) this._pack._stream = this;
			const cb = this._openCallback;
			this._openCallback = null;
			if (cb === null) return;
			if (this._pack.destroying) return cb(/* @__PURE__ */ new Error("pack stream destroyed"));
			if (this._pack._finalized) return cb(/* @__PURE__ */ new Error("pack stream is already finalized"));
			this._pack._stream = this;
			if (!this._isLinkname) this._pack._encode(this.header);
			if (this._isVoid) {
				this._finish();
				this._continuePack(null);
			}
			cb(null);
		}
		_write(data, cb) {
			if (this._isLinkname) {
				this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
				return cb(null);
			}
			if (this._isVoid) {
				if (data.byteLength > 0) return cb(/* @__PURE__ */ new Error("No body allowed for this entry"));
				return cb();
			}
			this.written += data.byteLength;
			if (this._pack.push(data)) return cb();
			this._pack._drain = cb;
		}
		_finish() {
			if (this._finished) return;
			this._finished = true;
			if (this._isLinkname) {
				this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
				this._pack._encode(this.header);
			}
			overflow(this._pack, this.header.size);
			this._pack._done(this);
		}
		_final(cb) {
			if (this.written !== this.header.size) return cb(/* @__PURE__ */ new Error("Size mismatch"));
			this._finish();
			cb(null);
		}
		_getError() {
			return getStreamError(this) || /* @__PURE__ */ new Error("tar entry destroyed");
		}
		_predestroy() {
			this._pack.destroy(this._getError());
		}
		_destroy(cb) {
			this._pack._done(this);
			this._continuePack(this._finished ? null : this._getError());
			cb();
		}
	};
	var Pack = class extends Readable {
		constructor(opts) {
			super(opts);
			this._drain = noop;
			this._finalized = false;
			this._finalizing = false;
			this._pending = [];
			this._stream = null;
		}
		entry(header, buffer, callback) {
			if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
			if (typeof buffer === "function") {
				callback = buffer;
				buffer = null;
			}
			if (!callback) callback = noop;
			if (!header.size || header.type === "symlink") header.size = 0;
			if (!header.type) header.type = modeToType(header.mode);
			if (!header.mode) header.mode = header.type === "directory" ? DMODE : FMODE;
			if (!header.uid) header.uid = 0;
			if (!header.gid) header.gid = 0;
			if (!header.mtime) header.mtime = /* @__PURE__ */ new Date();
			if (typeof buffer === "string") buffer = b4a.from(buffer);
			const sink = new Sink(this, header, callback);
			if (b4a.isBuffer(buffer)) {
				header.size = buffer.byteLength;
				sink.write(buffer);
				sink.end();
				return sink;
			}
			if (sink._isVoid) return sink;
			return sink;
		}
		finalize() {
			if (this._stream || this._pending.length > 0) {
				this._finalizing = true;
				return;
			}
			if (this._finalized) return;
			this._finalized = true;
			this.push(END_OF_TAR);
			this.push(null);
		}
		_done(stream) {
			if (stream !== this._stream) return;
			this._stream = null;
			if (this._finalizing) this.finalize();
			if (this._pending.length) this._pending.shift()._continueOpen();
		}
		_encode(header) {
			if (!header.pax) {
				const buf = headers.encode(header);
				if (buf) {
					this.push(buf);
					return;
				}
			}
			this._encodePax(header);
		}
		_encodePax(header) {
			const paxHeader = headers.encodePax({
				name: header.name,
				linkname: header.linkname,
				pax: header.pax
			});
			const newHeader = {
				name: "PaxHeader",
				mode: header.mode,
				uid: header.uid,
				gid: header.gid,
				size: paxHeader.byteLength,
				mtime: header.mtime,
				type: "pax-header",
				linkname: header.linkname && "PaxHeader",
				uname: header.uname,
				gname: header.gname,
				devmajor: header.devmajor,
				devminor: header.devminor
			};
			this.push(headers.encode(newHeader));
			this.push(paxHeader);
			overflow(this, paxHeader.byteLength);
			newHeader.size = header.size;
			newHeader.type = header.type;
			this.push(headers.encode(newHeader));
		}
		_doDrain() {
			const drain = this._drain;
			this._drain = noop;
			drain();
		}
		_predestroy() {
			const err = getStreamError(this);
			if (this._stream) this._stream.destroy(err);
			while (this._pending.length) {
				const stream = this._pending.shift();
				stream.destroy(err);
				stream._continueOpen();
			}
			this._doDrain();
		}
		_read(cb) {
			this._doDrain();
			cb();
		}
	};
	module.exports = function pack(opts) {
		return new Pack(opts);
	};
	function modeToType(mode) {
		switch (mode & constants.S_IFMT) {
			case constants.S_IFBLK: return "block-device";
			case constants.S_IFCHR: return "character-device";
			case constants.S_IFDIR: return "directory";
			case constants.S_IFIFO: return "fifo";
			case constants.S_IFLNK: return "symlink";
		}
		return "file";
	}
	function noop() {}
	function overflow(self, size) {
		size &= 511;
		if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
	}
	function mapWritable(buf) {
		return b4a.isBuffer(buf) ? buf : b4a.from(buf);
	}
}));

// ../../main/node_modules/tar-stream/index.js
var require_tar_stream = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.extract = require_extract();
	exports.pack = require_pack();
}));

// src/adapters/uv/unpack.ts
var import_tar_stream = require_tar_stream();
/** Largest program that is unpacked in bytes; uv has about 40 MB. */
const LARGEST_PROGRAM = 268435456;
function broken(what, cause) {
	return new TurnpikeError("UV_CHECKSUM", "service", what, cause === void 0 ? {} : { cause });
}
/** Lower-case hex SHA-256. */
function sha256Of(bytes) {
	return createHash("sha256").update(bytes).digest("hex");
}
function wantedNames(platform) {
	return [executableName(platform, "uv"), executableName(platform, "uvx")];
}
function readZip(bytes, wanted) {
	try {
		return unzipSync(bytes, { filter: (file) => wanted.has(file.name) && file.originalSize <= LARGEST_PROGRAM });
	} catch (cause) {
		throw broken("the file is not a whole zip archive", cause);
	}
}
/**
* The programs in one of uv's wheels. Only members whose whole name is known are looked at, so no name in the archive
* decides where anything is written; each program must have the SHA-256 that the wheel's RECORD gives.
*
* @param fileName the wheel's name, which says the version
* @param bytes the wheel
* @param platform the machine
* @throws TurnpikeError `UV_CHECKSUM` for what is no wheel of uv or not intact
*/
function unpackWheel(fileName, bytes, platform) {
	const wheel = parseWheelName(fileName);
	if (wheel?.name !== "uv") throw broken(`${fileName} is not a wheel of uv`);
	const recordName = `uv-${wheel.version}.dist-info/RECORD`;
	const scripts = `uv-${wheel.version}.data/scripts/`;
	const names = wantedNames(platform);
	const members = readZip(bytes, /* @__PURE__ */ new Set([recordName, ...names.map((name) => scripts + name)]));
	const recordBytes = members[recordName];
	if (recordBytes === void 0) throw broken(`${fileName} has no RECORD`);
	const record = parseRecord(new TextDecoder().decode(recordBytes));
	return names.map((name) => {
		const program = members[scripts + name];
		if (program === void 0) throw broken(`${fileName} has no program ${name}`);
		const sha256 = sha256Of(program);
		const expected = record.get(scripts + name)?.sha256;
		if (expected !== sha256) throw broken(`${name} in ${fileName} has SHA-256 ${sha256}, its RECORD says ${expected ?? "nothing"}`);
		return {
			name,
			bytes: program,
			sha256
		};
	});
}
async function readTarGz(bytes, wanted) {
	const found = /* @__PURE__ */ new Map();
	const tar = (0, import_tar_stream.extract)();
	tar.on("entry", (header, stream, next) => {
		const isWanted = wanted.has(header.name) && header.type === "file" && (header.size ?? 0) <= LARGEST_PROGRAM;
		const chunks = [];
		stream.on("data", (chunk) => {
			if (isWanted) chunks.push(chunk);
		});
		stream.on("end", () => {
			if (isWanted) found.set(header.name, new Uint8Array(Buffer.concat(chunks)));
			next();
		});
	});
	try {
		await pipeline(Readable.from([bytes]), createGunzip({ maxOutputLength: LARGEST_PROGRAM }), tar);
	} catch (cause) {
		throw broken("the file is not a whole tar.gz archive", cause);
	}
	return found;
}
/**
* The programs in one of uv's release archives, whose SHA-256 the caller has checked.
*
* @param fileName `uv-<triple>.tar.gz`, or `.zip` on Windows
* @param bytes the archive
* @param platform the machine
* @throws TurnpikeError `UV_CHECKSUM` when the archive is broken or lacks a program
*/
async function unpackRelease(fileName, bytes, platform) {
	const names = wantedNames(platform);
	const folder = fileName.endsWith(".zip") ? "" : `${fileName.replace(/\.tar\.gz$/, "")}/`;
	const wanted = new Set(names.map((name) => folder + name));
	const members = fileName.endsWith(".zip") ? new Map(Object.entries(readZip(bytes, wanted))) : await readTarGz(bytes, wanted);
	return names.map((name) => {
		const program = members.get(folder + name);
		if (program === void 0) throw broken(`${fileName} has no program ${name}`);
		return {
			name,
			bytes: program,
			sha256: sha256Of(program)
		};
	});
}

// src/adapters/uv/from-index.ts
/** pip has a time limit for each read only, so a slow server could hold it for ever. */
const DEADLINE_MS = 12e4;
/** What a job says of its own packages, and of where and for which machine they are installed. */
const NOT_FOR_UV = /^PIP_(CONSTRAINT|BUILD_CONSTRAINT|REQUIREMENT|REQUIRE_HASHES|DEST|PLATFORM|PYTHON_VERSION|IMPLEMENTATION|ABI|NO_BINARY|PRE|PYTHON|REPORT|DRY_RUN|QUIET|VERBOSE|LOG)$/;
function pipEnvironment(env) {
	return {
		PIP_RETRIES: "2",
		...Object.fromEntries(Object.entries(env).filter(([name]) => !NOT_FOR_UV.test(name))),
		PIP_NO_INPUT: "1",
		PIP_DISABLE_PIP_VERSION_CHECK: "1",
		PIP_NO_COLOR: "1",
		PIP_REQUIRE_VIRTUALENV: "0"
	};
}
/** pip lists every version that it saw; the number and the newest say as much. */
function shortVersions(_, list) {
	const versions = list.split(", ");
	return list === "none" ? "(the index lists none)" : `(the index lists ${versions.length}, the newest ${versions.at(-1)})`;
}
/** pip's own words, the useful ones: it ends every failure with exit code 1. */
function reasonOf(result) {
	switch (result.end.kind) {
		case "timed-out": return `pip gave no answer within ${Math.round(result.end.afterMs / 1e3)} s`;
		case "not-started": return `pip could not be started (${result.end.reason})`;
		case "signalled":
		case "stopped": return "pip was stopped";
		case "exited": {
			const lines = result.stderr.split("\n").filter((line) => /^(ERROR|WARNING: Retrying)/.test(line.trim()));
			const short = (lines.filter((line) => line.trim().startsWith("ERROR")).join(" ") || (lines.at(-1) ?? result.stderr)).replaceAll(/ERROR:\s*/g, "").replaceAll(/\(from versions: ([^)]*)\)/g, shortVersions);
			return `pip ended with ${result.end.code}: ${quoted(short) || "it said nothing"}`;
		}
	}
}
async function download(python, folders, options) {
	const pip = [
		"-I",
		"-m",
		"pip",
		"download",
		"--quiet",
		"--no-deps",
		"--only-binary=:all:",
		"--dest",
		folders.target
	];
	return await options.processes.capture({
		file: python,
		args: [
			...pip,
			"--",
			toRequirement(options.request)
		],
		cwd: folders.empty,
		env: pipEnvironment(options.env)
	}, {
		timeoutMs: options.deadlineMs ?? DEADLINE_MS,
		maxBytes: 65536
	});
}
async function readWheel(target, options) {
	const names = await readdir(target);
	const fileName = bestWheel(names, options.platform);
	const version = fileName === void 0 ? void 0 : parseWheelName(fileName)?.version;
	if (fileName === void 0 || version === void 0) return {
		kind: "failed",
		why: `pip brought ${names.join(", ") || "nothing"}, which does not fit this machine`
	};
	const bytes = await readFile(join(target, fileName));
	const archive = sha256Of(bytes);
	if (options.checksum !== void 0 && options.checksum !== archive) return {
		kind: "failed",
		why: `${fileName} has SHA-256 ${archive}, not the demanded ${options.checksum}`,
		isMismatch: true
	};
	return {
		kind: "fetched",
		uv: {
			version,
			programs: unpackWheel(fileName, bytes, options.platform),
			archive,
			fileName,
			trust: `checked against ${options.checksum === void 0 ? "the hash that the index gives" : "the checksum that was demanded"} and the wheel's RECORD`
		}
	};
}
/**
* Fetches uv's wheel from the package index that the environment configures, with pip as the client: it knows the index,
* credentials, proxies and certificates. pip runs in an empty folder, isolated, and asks nothing.
*
* @param options which version, and the environment
* @returns the programs, or why there are none
*/
async function fromIndex(options) {
	const scratch = await mkdtemp(join(options.env["RUNNER_TEMP"] ?? tmpdir(), "turnpike-uv-"));
	const folders = {
		empty: join(scratch, "empty"),
		target: join(scratch, "wheel")
	};
	try {
		await mkdir(folders.empty);
		await mkdir(folders.target);
		let why = "no Python was found, so pip could not be asked";
		for (const name of ["python3", "python"]) {
			const python = await options.processes.which(name, options.env);
			if (python === void 0) continue;
			const result = await download(python, folders, options);
			if (result.end.kind === "exited" && result.end.code === 0) return await readWheel(folders.target, options);
			why = reasonOf(result);
			if (!/No module named '?pip/.test(result.stderr)) break;
			why = "no Python with pip was found";
		}
		return {
			kind: "failed",
			why
		};
	} catch (error) {
		return {
			kind: "failed",
			why: quoted(formatError(error)),
			isMismatch: true
		};
	} finally {
		await rm(scratch, {
			recursive: true,
			force: true
		}).catch(() => void 0);
	}
}

// src/adapters/uv/from-release.ts
const GITHUB = "https://github.com";
const GITHUB_API = "https://api.github.com";
const REPOSITORY = "astral-sh/uv";
const PAGE_MS = 15e3;
const ARCHIVE_MS = 12e4;
/** Waits before the second and third try. */
const WAITS_MS = [500, 2e3];
const releasesSchema = array(object({
	tag_name: string(),
	draft: boolean(),
	prerelease: boolean()
}));
function isWorthAnotherTry(response) {
	return response.status === 408 || response.status === 429 || response.status >= 500;
}
async function get(http, url, headers, timeoutMs) {
	for (let attempt = 0;; attempt += 1) {
		const wait = WAITS_MS[attempt];
		try {
			const response = await http.send({
				method: "GET",
				url,
				headers,
				timeoutMs
			});
			if (wait === void 0 || !isWorthAnotherTry(response)) return response;
		} catch (error) {
			if (wait === void 0) throw error;
		}
		await setTimeout(wait);
	}
}
function refused(what, response) {
	return new TurnpikeError("UV_DOWNLOAD", "service", `${what} was answered with ${response.status}`);
}
/** The version to fetch. The newest is asked of the page that redirects to it, which has no rate limit. */
async function resolveVersion(base, options) {
	const { request, http, githubToken } = options;
	if (request.kind === "exact") return request.version;
	if (request.kind !== "specifier") {
		const response = await get(http, `${base}/${REPOSITORY}/releases/latest`, {}, PAGE_MS);
		const tag = /\/releases\/tag\/([0-9][^/?#]*)$/.exec(response.url)?.[1];
		if (tag === void 0) throw refused("the page of the latest release", response);
		return tag;
	}
	const headers = { accept: "application/vnd.github+json" };
	if (githubToken !== void 0 && base === GITHUB) headers["authorization"] = `Bearer ${githubToken}`;
	const response = await get(http, `${base === GITHUB ? GITHUB_API : `${base}/api/v3`}/repos/${REPOSITORY}/releases?per_page=100`, headers, PAGE_MS);
	if (response.status !== 200) throw refused("the list of releases", response);
	const parsed = releasesSchema.safeParse(JSON.parse(new TextDecoder().decode(response.body)));
	if (!parsed.success) throw new TurnpikeError("UV_DOWNLOAD", "service", "the list of releases is not one");
	const versions = parsed.data.filter((one) => !one.draft && !one.prerelease).map((one) => one.tag_name);
	const version = highest(versions, request);
	if (version === void 0) throw new TurnpikeError("UV_DOWNLOAD", "user", `none of the last ${versions.length} releases is ${request.specifier}`);
	return version;
}
async function fetchArchive(base, version, options) {
	const suffix = options.platform.os === "windows" ? "zip" : "tar.gz";
	const fileName = `uv-${targetTriple(options.platform)}.${suffix}`;
	const address = `${base}/${REPOSITORY}/releases/download/${encodeURIComponent(version)}/${fileName}`;
	const [sums, archive] = await Promise.all([get(options.http, `${address}.sha256`, {}, PAGE_MS), get(options.http, address, {}, ARCHIVE_MS)]);
	if (archive.status !== 200) throw refused(`${fileName} of ${version}`, archive);
	if (sums.status !== 200) throw refused(`the checksum of ${fileName}`, sums);
	const published = /^([0-9a-f]{64})\b/i.exec(new TextDecoder().decode(sums.body).trim())?.[1]?.toLowerCase();
	const expected = options.checksum ?? published;
	const actual = sha256Of(archive.body);
	if (actual !== expected) return {
		kind: "failed",
		why: `${fileName} has SHA-256 ${actual}, not ${expected ?? "any that the release gives"}`,
		isMismatch: true
	};
	return {
		kind: "fetched",
		uv: {
			version,
			programs: await unpackRelease(fileName, archive.body, options.platform),
			archive: actual,
			fileName,
			trust: `checked against ${options.checksum === void 0 ? "the checksum beside the release" : "the checksum that was demanded"}`
		}
	};
}
/**
* Fetches uv's release archive from GitHub, or the mirror that the environment names.
*
* @param options which version, and the environment
* @returns the programs, or why there are none
*/
async function fromRelease(options) {
	const base = (options.env["UV_INSTALLER_GITHUB_BASE_URL"] || GITHUB).replace(/\/+$/, "");
	try {
		return await fetchArchive(base, await resolveVersion(base, options), options);
	} catch (error) {
		const isMismatch = error instanceof TurnpikeError && error.code === "UV_CHECKSUM";
		const why = error instanceof TurnpikeError ? error.message.replace(/\.$/, "") : formatError(error);
		return {
			kind: "failed",
			why: quoted(why),
			isMismatch
		};
	}
}

// src/adapters/uv/tool-folder.ts
const MANIFEST = "turnpike-uv.json";
const manifestSchema = object({
	schema: literal("turnpike/uv/1"),
	version: string(),
	/** SHA-256 of the wheel or archive that the programs came from. */
	archive: string(),
	programs: record(string(), string().regex(/^[0-9a-f]{64}$/))
});
/** Versions of uv below one folder: `uv/<version>/<triple>/`, so builds for two C libraries never share a place. */
var ToolFolder = class {
	#root;
	#platform;
	#files;
	/** @param options.root absolute folder, such as RUNNER_TOOL_CACHE */
	constructor(options) {
		this.#root = options.root;
		this.#platform = options.platform;
		this.#files = options.files;
	}
	#slot(version) {
		return join(this.#root, "uv", version, targetTriple(this.#platform));
	}
	async #manifest(version) {
		const text = await this.#files.readText(join(this.#slot(version), MANIFEST)).catch(() => void 0);
		if (text === void 0) return void 0;
		try {
			return manifestSchema.parse(JSON.parse(text));
		} catch {
			return;
		}
	}
	async #verified(version) {
		const manifest = await this.#manifest(version);
		if (manifest === void 0) return void 0;
		for (const [name, recorded] of Object.entries(manifest.programs)) if (await this.#files.sha256(join(this.#slot(version), name)).catch(() => void 0) !== recorded) return void 0;
		const name = executableName(this.#platform, "uv");
		const sha256 = manifest.programs[name];
		if (sha256 === void 0) return void 0;
		return {
			path: join(this.#slot(version), name),
			version: manifest.version,
			sha256,
			archive: manifest.archive
		};
	}
	/**
	* @param request which version
	* @param checksum SHA-256 of the archive that it must have come from, when one is demanded
	* @returns the highest stored version that will do and whose programs have the recorded SHA-256
	*/
	async find(request, checksum) {
		let versions = await readdir(join(this.#root, "uv")).catch(() => []);
		for (;;) {
			const version = highest(versions, request);
			if (version === void 0) return void 0;
			const stored = await this.#verified(version);
			if (stored !== void 0 && (checksum === void 0 || stored.archive === checksum)) return stored;
			versions = versions.filter((other) => other !== version);
		}
	}
	/**
	* Puts programs into their place, whole or not at all: a folder beside it is filled and then renamed.
	*
	* @param version the version of the programs
	* @param programs what to store
	* @param archive SHA-256 of the archive that they came from
	* @throws TurnpikeError `FILE_UNWRITABLE`
	*/
	async store(version, programs, archive) {
		const slot = this.#slot(version);
		const same = await this.#verified(version);
		if (same?.archive === archive) return same;
		const parent = join(this.#root, "uv", version);
		let staging;
		try {
			await mkdir(parent, { recursive: true });
			staging = await mkdtemp(join(parent, ".new-"));
			for (const program of programs) {
				await writeFile(join(staging, program.name), program.bytes);
				await chmod(join(staging, program.name), 493);
			}
			const manifest = {
				schema: "turnpike/uv/1",
				version,
				archive,
				programs: Object.fromEntries(programs.map((program) => [program.name, program.sha256]))
			};
			await writeFile(join(staging, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
			await chmod(staging, 493);
			await rm(slot, {
				recursive: true,
				force: true
			});
			await rename(staging, slot);
		} catch (cause) {
			if (staging !== void 0) await rm(staging, {
				recursive: true,
				force: true
			}).catch(() => void 0);
			const theirs = await this.#verified(version);
			if (theirs !== void 0) return theirs;
			throw new TurnpikeError("FILE_UNWRITABLE", "user", `uv could not be stored in ${slot}.`, { cause });
		}
		const stored = await this.#verified(version);
		if (stored !== void 0) return stored;
		throw new TurnpikeError("UV_CHECKSUM", "user", `uv in ${slot} is not what was written a moment ago.`);
	}
};

// src/adapters/uv/acquire.ts
const VERSION_MS = 15e3;
/** Finds uv on PATH or among the tools, else fetches it: from the package index first, then from GitHub's releases. */
var UvFinder = class {
	#world;
	#platform;
	/** @param world where to look and what to use */
	constructor(world) {
		this.#world = world;
		this.#platform = detectPlatform();
	}
	async provide(wish) {
		const { request, checksum } = wish;
		const tried = [];
		if (request.kind !== "latest") {
			const local = await this.#local(wish, tried);
			if (local !== void 0) return local;
		}
		if (["1", "true"].includes(this.#world.env["UV_OFFLINE"] ?? "")) throw this.#missing(request, tried);
		this.#world.log.info(`Fetching uv (${explainRequest(request)}) …`);
		const fetching = {
			...this.#world,
			request,
			checksum,
			platform: this.#platform
		};
		const deadline = this.#world.indexDeadlineMs;
		const index = await fromIndex({
			...fetching,
			...deadline === void 0 ? {} : { deadlineMs: deadline }
		});
		if (index.kind === "fetched") return await this.#keep(index, "index");
		tried.push(`package index: ${index.why}`);
		const release = await fromRelease({
			...fetching,
			githubToken: this.#world.githubToken
		});
		if (release.kind === "fetched") return await this.#keep(release, "release");
		tried.push(`GitHub release: ${release.why}`);
		if (request.kind === "latest") {
			const local = await this.#local(wish, tried);
			if (local !== void 0) {
				this.#world.log.warning(`The latest uv could not be asked for; ${local.version} is here and is used.`);
				return local;
			}
		}
		throw notFetched(request, tried, index.isMismatch === true || release.isMismatch === true);
	}
	async #local(wish, tried) {
		return await this.#onPath(wish, tried) ?? await this.#stored(wish, tried);
	}
	async #onPath({ request, checksum }, tried) {
		const { processes, files, env } = this.#world;
		const path = await processes.which(executableName(this.#platform, "uv"), env);
		if (path === void 0) {
			tried.push("PATH: no uv");
			return;
		}
		if (checksum !== void 0) {
			tried.push(`PATH: ${path} is there, but says nothing of the archive whose checksum is demanded`);
			return;
		}
		const result = await processes.capture({
			file: path,
			args: ["--version"],
			cwd: tmpdir(),
			env: { ...env }
		}, { timeoutMs: VERSION_MS });
		const version = /^uv (\S+)/.exec(result.stdout)?.[1];
		if (version === void 0) {
			tried.push(`PATH: ${path} does not say its version`);
			return;
		}
		if (!satisfies(version, request)) {
			tried.push(`PATH: ${path} is ${version}, which is not ${describeRequest(request)}`);
			return;
		}
		return {
			path,
			version,
			source: "path",
			sha256: await files.sha256(path),
			trust: "not checked: it was on PATH already"
		};
	}
	async #stored({ request, checksum }, tried) {
		const stored = await this.#folder().find(request, checksum);
		if (stored === void 0) {
			tried.push(`tool folder ${this.#world.into}: none that is ${describeRequest(request)}`);
			return;
		}
		return {
			...stored,
			source: "tool-cache",
			trust: "checked against the SHA-256 that was recorded when it was fetched"
		};
	}
	#folder() {
		return new ToolFolder({
			root: this.#world.into,
			platform: this.#platform,
			files: this.#world.files
		});
	}
	async #keep(attempt, source) {
		const { uv } = attempt;
		const stored = await this.#folder().store(uv.version, uv.programs, uv.archive);
		const trust = `${uv.fileName}, ${uv.trust}`;
		return {
			path: stored.path,
			version: stored.version,
			source,
			sha256: stored.sha256,
			trust
		};
	}
	#missing(request, tried) {
		const problems = tried.map(toProblem);
		return new TurnpikeError("UV_MISSING", "user", `uv (${describeRequest(request)}) is not here, and UV_OFFLINE is set.`, {
			problems,
			hint: "Install uv on the machine, or unset UV_OFFLINE."
		});
	}
};
function toProblem(text) {
	const [where = "", ...rest] = text.split(": ");
	return {
		where,
		message: rest.join(": ")
	};
}
function notFetched(request, tried, isMismatch) {
	const what = `uv (${describeRequest(request)}, wanted by ${request.source}) could not be had; nothing was installed.`;
	return new TurnpikeError(isMismatch ? "UV_CHECKSUM" : "UV_DOWNLOAD", "service", what, {
		problems: tried.map(toProblem),
		hint: [
			"Do one of these:",
			"  install uv on the machine, so that it is on PATH;",
			"  name a package index that has uv for pip (PIP_INDEX_URL, or pip.conf);",
			"  set HTTPS_PROXY, or UV_INSTALLER_GITHUB_BASE_URL for a mirror of GitHub's releases."
		].join("\n"),
		doc: "docs/setup-uv.md"
	});
}

// src/adapters/uv/detect-machine.ts
async function deviceOf(path) {
	for (let folder = path;; folder = dirname(folder)) {
		const info = await stat(folder).catch(() => void 0);
		if (info !== void 0) return info.dev;
		if (folder === dirname(folder)) return void 0;
	}
}
async function exists(path) {
	return await stat(path).then((info) => info.isFile(), () => false);
}
/** Interpreters below `<folder>/<version>/`, each looked for at the given places. */
async function pythonsBelow(folder, places) {
	if (folder === void 0) return [];
	const versions = await readdir(folder).catch(() => []);
	const found = [];
	for (const version of versions) for (const place of places) {
		const path = join(folder, version, place);
		if (!await exists(path)) continue;
		found.push({
			version,
			path
		});
		break;
	}
	return found;
}
/** The layouts of the runner's tool cache (actions/python-versions) and of pyenv. */
async function findPythons(env, platform) {
	const arch = {
		x86_64: "x64",
		aarch64: "arm64",
		i686: "x86"
	}[platform.arch] ?? platform.arch;
	const program = platform.os === "windows" ? "python.exe" : join("bin", "python3");
	const tools = env["RUNNER_TOOL_CACHE"] ?? env["AGENT_TOOLSDIRECTORY"];
	const home = env["HOME"];
	const pyenv = env["PYENV_ROOT"] ?? (home === void 0 ? void 0 : join(home, ".pyenv"));
	return (await Promise.all([pythonsBelow(tools === void 0 ? void 0 : join(tools, "Python"), [join(arch, program)]), pythonsBelow(pyenv === void 0 ? void 0 : join(pyenv, "versions"), [program])])).flat();
}
/**
* Looks at the machine; starts nothing.
*
* @param env the process environment
* @param temp absolute scratch folder of the job
*/
async function detectMachine(env, temp) {
	const platform = detectPlatform();
	return {
		platform,
		spareCacheFolder: join(temp, "turnpike-uv-cache"),
		async shareFileSystem(a, b) {
			const [one, other] = await Promise.all([deviceOf(a), deviceOf(b)]);
			return one !== void 0 && one === other;
		},
		pythons: await findPythons(env, platform)
	};
}

// src/adapters/uv/tool-place.ts
/**
* Where fetched versions of uv are kept: the runner's tool cache, which outlives a job on machines that do; else the user's
* own cache folder; else the job's scratch folder.
*
* @param env the process environment
* @param temp absolute scratch folder
* @returns an absolute folder that can be written
*/
async function toolPlace(env, temp) {
	const own = env["XDG_CACHE_HOME"] ?? join(env["HOME"] ?? homedir(), ".cache");
	for (const folder of [env["RUNNER_TOOL_CACHE"], join(own, "turnpike", "tools")]) {
		if (folder === void 0 || folder === "") continue;
		try {
			await mkdir(folder, { recursive: true });
			await access(folder, constants.W_OK);
			return folder;
		} catch {}
	}
	return join(temp, "turnpike-tools");
}

// src/actions/setup-uv/keep-git-settings.ts
const GIT_MS = 3e4;
async function gitFolder(ports, cwd) {
	const result = await ports.processes.capture({
		file: "git",
		args: [
			"rev-parse",
			"--path-format=absolute",
			"--git-common-dir"
		],
		cwd,
		env: { ...ports.env }
	}, { timeoutMs: GIT_MS });
	const folder = result.stdout.trim();
	return result.end.kind === "exited" && result.end.code === 0 && folder !== "" ? folder : void 0;
}
async function hookNames(ports, folder) {
	return (await ports.files.list(join$1(folder, "hooks"), () => true)).map((entry) => entry.path);
}
/**
* Does work that runs scripts of packages, and takes back what they did to the checkout's git: hook managers point
* `core.hooksPath` at files of the repository or write hooks, and git would run them in every later step.
*
* @param ports the world
* @param cwd absolute folder in the checkout
* @param work what may change the settings
* @returns what `work` returns
*/
async function keepGitSettings(ports, cwd, work) {
	const folder = await gitFolder(ports, cwd);
	if (folder === void 0) return await work();
	const config = join$1(folder, "config");
	const before = await ports.files.readText(config);
	const hooksBefore = await hookNames(ports, folder);
	try {
		return await work();
	} finally {
		const isChanged = before !== void 0 && await ports.files.readText(config) !== before;
		if (isChanged) await ports.files.write(config, before);
		const added = (await hookNames(ports, folder)).filter((name) => !hooksBefore.includes(name));
		for (const name of added) await ports.files.remove(join$1(folder, "hooks", name));
		if (isChanged || added.length > 0) ports.log.info("Install scripts changed the checkout's git settings; they are as they were again.");
	}
}

// src/actions/setup-uv/install.ts
const INSTALL_MS$1 = 18e5;
function skipped(environment, reason) {
	return {
		environment,
		outcome: "skipped",
		reason
	};
}
function failed(environment, reason, failure) {
	return {
		environment,
		outcome: "failed",
		reason,
		failure
	};
}
function inFolder(cwd, command) {
	return cwd === "." ? command : `(cd ${cwd} && ${command})`;
}
function endOf(result) {
	switch (result.end.kind) {
		case "exited": return `ended with ${result.end.code}`;
		case "signalled": return `was ended by ${result.end.signal}`;
		case "timed-out": return `took longer than ${INSTALL_MS$1 / 6e4} minutes`;
		case "stopped": return "was stopped";
		case "not-started": return `could not be started (${result.end.reason})`;
	}
}
async function showOutput(ports, title, result) {
	const seconds = (result.durationMs / 1e3).toFixed(1);
	const lines = `${result.stdout}\n${result.stderr}`.split(/\r?\n/).filter((line) => line.trim() !== "");
	await ports.log.group(`${title} (${seconds} s, ${endOf(result)})`, async () => {
		for (const line of lines.slice(-400)) ports.log.info(line);
	});
}
function syncFailed(environment, result) {
	const { cwd } = environment;
	const lock = join$1(cwd, "uv.lock");
	const code = result.end.kind === "exited" ? result.end.code : 1;
	const { failure, said } = classifySync(code, result.stderr);
	const relock = {
		code: "UV_LOCK_STALE",
		kind: "config",
		mend: inFolder(cwd, "uv lock")
	};
	const config = {
		code: "UV_SYNC",
		kind: "config",
		mend: void 0
	};
	switch (failure.kind) {
		case "stale-lock": return failed(environment, `the lock ${lock} does not match pyproject.toml`, relock);
		case "no-lock": return failed(environment, `the lock ${lock} is missing`, {
			...relock,
			code: "UV_LOCK_MISSING"
		});
		case "broken-lock": return failed(environment, `the lock ${lock} cannot be read: ${said}`, relock);
		case "unknown-group": return failed(environment, `there is no dependency group ${failure.name} in ${join$1(cwd, "pyproject.toml")}`, config);
		case "unknown-extra": return failed(environment, `there is no extra ${failure.name} in ${join$1(cwd, "pyproject.toml")}`, config);
		case "required-version": return failed(environment, said, config);
		case "python": return failed(environment, said, {
			...config,
			code: "UV_PYTHON"
		});
		case "unreachable": return failed(environment, said, {
			...config,
			kind: "service"
		});
		case "other": return failed(environment, `uv sync ${endOf(result)}: ${said}`, {
			...config,
			kind: "user"
		});
		default: return unreachable(failure);
	}
}
/**
* Installs one Python environment exactly as locked.
*
* @param ports the world
* @param target what to install, and where
* @param tools the uv to use, the Python to tell it of, and variables that it needs
*/
async function installWithUv(ports, { root, environment }, tools) {
	const cwd = join$1(root, environment.cwd);
	const args = syncArguments(environment, tools.python);
	const title = `uv ${args.filter((arg) => !/^--(no-progress|color)/.test(arg)).join(" ")} in ${environment.cwd}`;
	ports.log.info(`${title} …`);
	const env = childEnvironment(ports.env, tools.variables);
	const venv = join$1(cwd, ".venv");
	const wasThere = await ports.files.exists(venv);
	const result = await ports.processes.capture({
		file: tools.uv,
		args,
		cwd,
		env
	}, { timeoutMs: INSTALL_MS$1 });
	await showOutput(ports, title, result);
	if (result.end.kind === "exited" && result.end.code === 0) return {
		environment,
		outcome: "installed",
		reason: null
	};
	if (!wasThere) await ports.files.remove(venv);
	return syncFailed(environment, result);
}
function npmFailed(environment, result) {
	const { cwd } = environment;
	const said = result.stderr.split(/\r?\n/).map((line) => line.replace(/^npm (ERR!|error)\s?/, "")).filter((line) => line.trim() !== "" && !/^code |A complete log|^npm warn/i.test(line)).slice(0, 4);
	if (/can only install packages when your package\.json and/.test(result.stderr)) {
		const mend = inFolder(cwd, "npm install --package-lock-only");
		return failed(environment, `the lock ${join$1(cwd, "package-lock.json")} does not match package.json`, {
			code: "NPM_LOCK_STALE",
			kind: "config",
			mend
		});
	}
	const kind = /E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|5\d\d)\b/.test(result.stderr) ? "service" : "user";
	return failed(environment, `npm ci ${endOf(result)}: ${said.join(" ")}`, {
		code: "NPM_INSTALL",
		kind,
		mend: void 0
	});
}
/**
* Installs one Node environment exactly as locked. Hook managers are told to keep out, and what they do all the same is taken back.
*
* @param ports the world
* @param target what to install, and where
*/
async function installWithNpm(ports, { root, environment }) {
	if (environment.lock === null) return skipped(environment, "there is no package-lock.json");
	const npm = await ports.processes.which("npm", ports.env);
	if (npm === void 0) return failed(environment, "npm is not on PATH; add actions/setup-node before this step", {
		code: "NPM_INSTALL",
		kind: "user",
		mend: void 0
	});
	const cwd = join$1(root, environment.cwd);
	const title = `npm ${NPM_ARGUMENTS.join(" ")} in ${environment.cwd}`;
	ports.log.info(`${title} …`);
	const env = childEnvironment(ports.env, {
		HUSKY: "0",
		LEFTHOOK: "0",
		SKIP_INSTALL_SIMPLE_GIT_HOOKS: "1"
	});
	const result = await keepGitSettings(ports, cwd, () => ports.processes.capture({
		file: npm,
		args: NPM_ARGUMENTS,
		cwd,
		env
	}, { timeoutMs: INSTALL_MS$1 }));
	await showOutput(ports, title, result);
	if (result.end.kind === "exited" && result.end.code === 0) return {
		environment,
		outcome: "installed",
		reason: null
	};
	return npmFailed(environment, result);
}

// src/actions/setup-uv/report.ts
const FOLDER = ".turnpike";
const DOC = "docs/setup-uv.md";
/**
* Writes setup.json into Turnpike's own folder, which ignores itself.
*
* @param ports the world
* @param done what was done
* @param startMs when it began, on the monotonic clock
* @returns absolute path of the file
*/
async function writeSetupFile(ports, done, startMs) {
	const file = setupFileSchema.parse({
		schema: "turnpike/setup/1",
		durationMs: Math.round(ports.clock.monotonicMs() - startMs),
		uvVersion: done.uv?.version ?? null,
		uvSource: done.uv?.source ?? null,
		pythonVersion: done.python?.version ?? null,
		cache: done.cache.outcome,
		environments: done.results.map(({ environment, outcome, reason }) => ({
			manager: environment.manager,
			cwd: environment.cwd,
			outcome,
			reason
		}))
	});
	const folder = join$1(ports.context.workspace, FOLDER);
	const ignore = join$1(folder, ".gitignore");
	if (!await ports.files.exists(ignore)) await ports.files.write(ignore, "*\n");
	const path = join$1(folder, "setup.json");
	await ports.files.write(path, `${JSON.stringify(file, null, 2)}\n`);
	return path;
}
/**
* What was under way when an error came is marked failed, so that the page can say why nothing ran.
*
* @param work what was to be done
* @param done what was done; gets the missing results
* @param error what came
*/
function markFailed(work, done, error) {
	const reason = error instanceof TurnpikeError ? error.message : "setting up broke off";
	for (const { environment } of [...work.uv, ...work.npm]) {
		if (done.results.some((result) => result.environment === environment)) continue;
		done.results.push({
			environment,
			outcome: "failed",
			reason
		});
	}
}
function sentence(reason) {
	return reason.replace(/^[a-z]/, (letter) => letter.toUpperCase()).replace(/\.$/, "");
}
/**
* @param results what became of the environments
* @returns one error for all that failed, with the commands that mend them; undefined when none did
*/
function failureOf(results) {
	const failures = results.flatMap((one) => one.failure === void 0 ? [] : [{
		...one,
		failure: one.failure
	}]);
	const [first] = failures;
	if (first === void 0) return void 0;
	const { code, kind } = first.failure;
	const mends = failures.flatMap(({ failure }) => failure.mend ?? []);
	const hint = mends.length === 0 ? {} : { hint: `Run, and commit the lock:\n  ${mends.join("\n  ")}` };
	if (failures.length === 1) {
		const where = first.environment.cwd === "." ? "here" : `in ${first.environment.cwd}`;
		const what = `${sentence(first.reason ?? "")}; nothing was installed ${where}.`;
		return new TurnpikeError(code, kind, what, {
			...hint,
			doc: DOC
		});
	}
	const problems = failures.map(({ environment, reason }) => ({
		where: environment.cwd,
		message: reason ?? ""
	}));
	const what = `The packages of ${failures.length} folders could not be installed as locked.`;
	return new TurnpikeError(code, kind, what, {
		...hint,
		doc: DOC,
		problems
	});
}

// src/actions/setup-uv/choose-cache-folder.ts
const QUESTION_MS$1 = 3e4;
/**
* uv's own choice, unless it is on another file system than the checkout: then every file would be copied, not linked.
*
* @param ports the world
* @param uv absolute path of uv
* @param root absolute folder of the project, whose settings may name a cache folder
*/
async function chooseCacheFolder(ports, uv, root) {
	const env = childEnvironment(ports.env, { NO_COLOR: "1" });
	const result = await ports.processes.capture({
		file: uv,
		args: ["cache", "dir"],
		cwd: root,
		env
	}, { timeoutMs: QUESTION_MS$1 });
	const path = result.stdout.trim();
	const spare = ports.machine.spareCacheFolder;
	if (result.end.kind !== "exited" || result.end.code !== 0 || path === "") return {
		path: spare,
		isUvsOwn: false
	};
	if ((ports.env["UV_CACHE_DIR"] ?? "") !== "" || await ports.machine.shareFileSystem(path, root)) return {
		path,
		isUvsOwn: true
	};
	ports.log.info(`uv's cache ${path} is on another disk than the checkout; ${spare} is used, so that files are linked.`);
	return {
		path: spare,
		isUvsOwn: false
	};
}

// src/actions/setup-uv/choose-python.ts
const QUESTION_MS = 6e4;
const INSTALL_MS = 6e5;
const NO_DOWNLOADS = /* @__PURE__ */ new Set([
	"never",
	"false",
	"0",
	"manual"
]);
async function pinned(ports, root) {
	const { workspace } = ports.context;
	for (let folder = root; folder.startsWith(workspace); folder = dirname$1(folder)) {
		const file = join$1(folder, ".python-version");
		const text = readPythonVersionFile(await ports.files.readText(file) ?? "");
		if (text !== void 0) return {
			text,
			source: relative$1(workspace, file)
		};
		if (folder === workspace || folder === dirname$1(folder)) break;
	}
}
/** Who asks for which Python. uv reads the project's files itself; we read them to say why, and for Pythons that uv cannot see. */
async function readRequest(ports, place) {
	if (place.input !== void 0) return {
		text: place.input,
		source: "the input python-version"
	};
	const variable = ports.env["UV_PYTHON"];
	if (variable !== void 0 && variable !== "") return {
		text: variable,
		source: "UV_PYTHON"
	};
	const file = await pinned(ports, place.root);
	if (file !== void 0) return file;
	const project = join$1(place.root, "pyproject.toml");
	const text = await ports.files.readText(project);
	if (text === void 0) return void 0;
	const path = relative$1(ports.context.workspace, project);
	const requires = readRequiresPython({
		path,
		text
	});
	return requires === void 0 ? void 0 : {
		text: requires,
		source: `requires-python of ${path}`
	};
}
function capture(ports, file, args, options) {
	const env = childEnvironment(ports.env, {
		UV_NO_PROGRESS: "1",
		NO_COLOR: "1"
	});
	return ports.processes.capture({
		file,
		args,
		cwd: options.cwd,
		env
	}, { timeoutMs: options.ms });
}
function isDone(result) {
	return result.end.kind === "exited" && result.end.code === 0;
}
async function versionOf(ports, path) {
	const result = await capture(ports, path, [
		"-I",
		"-c",
		"import platform; print(platform.python_version())"
	], {
		cwd: ports.context.workspace,
		ms: QUESTION_MS
	});
	return isDone(result) ? result.stdout.trim() : void 0;
}
async function find(ports, place, asked) {
	const args = [
		"python",
		"find",
		"--system",
		"--no-python-downloads",
		"--",
		...asked
	];
	const result = await capture(ports, place.uv, args, {
		cwd: place.root,
		ms: QUESTION_MS
	});
	const path = result.stdout.trim();
	const version = isDone(result) && path !== "" ? await versionOf(ports, path) : void 0;
	if (version === void 0) return { said: classifySync(1, result.stderr).said };
	return {
		path,
		version
	};
}
function notToBeHad(request, said) {
	const what = request === void 0 ? "A Python" : `Python ${request.text} (${request.source})`;
	return new TurnpikeError("UV_PYTHON", "user", `${what} is not to be had; nothing was installed. uv says: ${said}`, {
		hint: [
			"Do one of these:",
			"  install it before this step (actions/setup-python, or the system's packages);",
			"  ask for one that is there: `uv python list --only-installed` prints them;",
			"  name a mirror that uv can download from: UV_PYTHON_INSTALL_MIRROR."
		].join("\n"),
		doc: "docs/setup-uv.md"
	});
}
/**
* Finds the Python of a project as uv would, then among those that uv cannot see, else lets uv install it.
*
* @param ports the world
* @param place the project
* @returns the interpreter
* @throws TurnpikeError `UV_PYTHON` with what uv said
*/
async function choosePython(ports, place) {
	const request = await readRequest(ports, place);
	const isExplicit = request !== void 0 && ["the input python-version", "UV_PYTHON"].includes(request.source);
	const asked = isExplicit ? [request.text] : [];
	const source = request === void 0 ? "nobody asks for a version" : `${request.text} from ${request.source}`;
	const found = await find(ports, place, asked);
	if ("path" in found) return {
		...found,
		mustBeTold: isExplicit,
		source: `${source}; found by uv`
	};
	if (request === void 0) throw notToBeHad(request, found.said);
	const pythons = ports.machine.pythons;
	const version = bestPython(pythons.map((python) => python.version), request.text);
	const stored = pythons.find((python) => python.version === version);
	if (stored !== void 0) return {
		...stored,
		mustBeTold: true,
		source: `${source}; found among the machine's tools`
	};
	if (NO_DOWNLOADS.has(ports.env["UV_PYTHON_DOWNLOADS"] ?? "")) throw notToBeHad(request, found.said);
	ports.log.info(`Python ${request.text} is not here; uv installs it …`);
	const result = await capture(ports, place.uv, [
		"python",
		"install",
		"--",
		request.text
	], {
		cwd: place.root,
		ms: INSTALL_MS
	});
	if (!isDone(result)) throw notToBeHad(request, classifySync(1, result.stderr).said);
	const installed = await find(ports, place, [request.text]);
	if (!("path" in installed)) throw notToBeHad(request, installed.said);
	return {
		...installed,
		mustBeTold: true,
		source: `${source}; installed by uv`
	};
}

// src/actions/setup-uv/choose-version.ts
function upwards(from, to) {
	const folders = [from];
	for (let folder = from; folder !== to && folder.startsWith(`${to}/`);) {
		folder = dirname$1(folder);
		folders.push(folder);
	}
	return folders;
}
/** The settings file that uv would take: the nearest folder with a uv.toml, or a pyproject.toml that speaks of uv. */
async function settingsFile({ files, workspace, root }) {
	for (const folder of upwards(root, workspace)) for (const name of ["uv.toml", "pyproject.toml"]) {
		const text = await files.readText(join$1(folder, name));
		if (text === void 0) continue;
		const file = {
			path: relative$1(workspace, join$1(folder, name)),
			text
		};
		if (name === "uv.toml" || hasUvSettings(file)) return file;
	}
}
function wrong(problem, isInput) {
	return new TurnpikeError(isInput ? "INPUT_INVALID" : "CONFIG_INVALID", "config", "Which uv to use is not clear; nothing was installed.", { problems: [problem] });
}
/**
* Which uv is wanted: the input, joined with the project's `required-version`, because uv refuses to work against it.
*
* @param input the input `version`, empty for none
* @param place where the project is
* @returns the request, with who says so
* @throws TurnpikeError `INPUT_INVALID`, `CONFIG_INVALID` or `CONFIG_UNREADABLE`
*/
async function chooseVersion(input, place) {
	const wish = parseVersionRequest(input ?? "", "the input version");
	if (!wish.ok) throw wrong({
		where: "version",
		message: `"${input}" ${wish.why}`
	}, true);
	const file = await settingsFile(place);
	const text = file === void 0 ? void 0 : readRequiredVersion(file);
	if (file === void 0 || text === void 0) return wish.request.kind === "any" ? anyVersion("nobody in particular") : wish.request;
	const required = parseVersionRequest(text, `required-version of ${file.path}`, "exact");
	if (!required.ok) throw wrong({
		where: file.path,
		message: `required-version "${text}" ${required.why}`
	}, false);
	const both = combine(wish.request, required.request);
	if (!both.ok) throw wrong({
		where: "version",
		message: both.why
	}, true);
	return both.request;
}

// src/actions/setup-uv/place-environments.ts
function has(files, ...parts) {
	return files.exists(join$1(...parts));
}
async function isWorkspace(files, root, cwd) {
	const path = join$1(cwd, "pyproject.toml");
	const text = await files.readText(join$1(root, path));
	return text !== void 0 && isWorkspaceRoot({
		path,
		text
	});
}
/** A gate may run in a folder below its project: uv looks upwards for the project, and for the workspace that has the lock. */
async function place(files, root, environment) {
	if (environment.manager !== "uv" || environment.lock !== null) return environment;
	let cwd = environment.cwd;
	while (cwd !== "." && !await has(files, root, cwd, "pyproject.toml")) cwd = dirname$1(cwd);
	for (let above = cwd;; above = dirname$1(above)) {
		if ((above === cwd || await isWorkspace(files, root, above)) && await has(files, root, above, "uv.lock")) return {
			...environment,
			cwd,
			lock: join$1(above, "uv.lock")
		};
		if (above === ".") return {
			...environment,
			cwd
		};
	}
}
/**
* What must be installed: what the gates need, each in the folder of its project, and what the root's own locks say.
*
* @param files the checkout
* @param root absolute folder of the repository
* @param plan what the gates need
*/
async function placeEnvironments(files, root, plan) {
	const placed = [];
	for (const environment of plan.environments) placed.push(await place(files, root, environment));
	for (const { manager, lock, project } of [{
		manager: "uv",
		lock: "uv.lock",
		project: "pyproject.toml"
	}, {
		manager: "npm",
		lock: "package-lock.json",
		project: "package.json"
	}]) {
		if (placed.some((one) => one.manager === manager && one.cwd === ".") || !await has(files, root, project)) continue;
		const isLocked = await has(files, root, lock);
		if (!isLocked && manager === "npm") continue;
		placed.push({
			manager,
			cwd: ".",
			groups: [],
			extras: [],
			lock: isLocked ? lock : null
		});
	}
	return placed;
}

// src/actions/setup-uv/work.ts
function wrongInput(where, message) {
	return new TurnpikeError("INPUT_INVALID", "config", "The inputs do not fit the repository; nothing was installed.", { problems: [{
		where,
		message
	}] });
}
async function findRoot({ workingDirectory }, ports) {
	const root = projectFolder(ports.context.workspace, workingDirectory);
	if (root === void 0) throw wrongInput("working-directory", `"${workingDirectory}" leads out of the checkout; write a folder inside it`);
	if (await ports.files.exists(root)) return root;
	throw wrongInput("working-directory", `"${workingDirectory}" is no folder of the checkout; was the repository checked out before this step?`);
}
/**
* Decides what to set up.
*
* @param inputs the action's inputs
* @param ports the world; nothing of it is changed
* @throws TurnpikeError for inputs and files that are wrong
*/
async function planWork(inputs, ports) {
	const root = await findRoot(inputs, ports);
	const { workspace } = ports.context;
	const request = await chooseVersion(inputs.version, {
		files: ports.files,
		workspace,
		root
	});
	const environments = await placeEnvironments(ports.files, root, await ports.readPlan(root, inputs.config));
	const { groups, extras } = inputs;
	const targets = joinEnvironments(environments, {
		cwd: ".",
		groups,
		extras
	}).map((environment) => ({
		root,
		environment
	}));
	const uv = targets.filter((target) => target.environment.manager === "uv");
	const asked = [...groups, ...extras];
	if (asked.length > 0 && !uv.some((target) => target.environment.cwd === ".")) {
		const message = `${asked.join(", ")} cannot be installed: there is no Python project in ${inputs.workingDirectory}`;
		throw wrongInput(groups.length > 0 ? "groups" : "extras", message);
	}
	const isAskedFor = inputs.sync === "true" || inputs.version !== void 0 || inputs.pythonVersion !== void 0;
	return {
		root,
		request,
		uv,
		npm: targets.filter((target) => target.environment.manager === "npm"),
		wantsUv: uv.length > 0 || isAskedFor
	};
}
/**
* @param environment an environment
* @param sync the input
* @returns why it is not installed, or undefined when it is
*/
function whySkipped(environment, sync) {
	if (sync === "false") return "the input sync is false";
	return (sync === "auto" || environment.manager === "npm") && environment.lock === null ? "there is no lock file" : void 0;
}

// src/actions/setup-uv/set-up-python.ts
const SOURCES = {
	path: "PATH",
	"tool-cache": "the tool folder",
	index: "the package index",
	release: "GitHub's releases"
};
async function getUv(work, inputs, ports) {
	const start = ports.clock.monotonicMs();
	const { checksum } = inputs;
	const uv = await ports.uv.provide({
		request: work.request,
		...checksum === void 0 ? {} : { checksum }
	});
	const seconds = ((ports.clock.monotonicMs() - start) / 1e3).toFixed(1);
	const wish = explainRequest(work.request);
	ports.log.info(`uv ${uv.version} (${wish}) from ${SOURCES[uv.source]} in ${seconds} s: ${uv.trust}.`);
	if (uv.source !== "path") ports.job.addPath(dirname$1(uv.path));
	return uv;
}
/** A Python for each project. One that nobody needs now and that is not there is no error: `uv run` would say so. */
async function getPythons(work, inputs, ports, done) {
	const pythons = /* @__PURE__ */ new Map();
	const uv = done.uv?.path ?? "";
	const input = inputs.pythonVersion;
	const isAlone = work.uv.length === 0 && input !== void 0;
	for (const target of isAlone ? [void 0] : work.uv) {
		const root = target === void 0 ? work.root : join$1(target.root, target.environment.cwd);
		const isNeeded = target === void 0 || whySkipped(target.environment, inputs.sync) === void 0;
		try {
			const python = await choosePython(ports, {
				uv,
				input,
				root
			});
			ports.log.info(`Python ${python.version} (${python.source}): ${python.path}`);
			if (target !== void 0) pythons.set(target, python);
			done.python ??= python;
		} catch (error) {
			if (isNeeded || input !== void 0) throw error;
			ports.log.info(formatError(error));
		}
	}
	if (input !== void 0 && done.python !== void 0) ports.job.exportVariable("UV_PYTHON", done.python.path);
	return pythons;
}
/**
* Provides uv, the Pythons and the packages of all Python projects.
*
* @param work what is to be done
* @param inputs the action's inputs
* @param ports the world
* @param done filled as it goes, so that what was reached before an error is known
* @throws TurnpikeError when a uv or a Python cannot be had; packages that cannot are results
*/
async function setUpPython(work, inputs, ports, done) {
	if (!work.wantsUv) return;
	const uv = await getUv(work, inputs, ports);
	done.uv = uv;
	const folder = await chooseCacheFolder(ports, uv.path, work.root);
	const variables = folder.isUvsOwn ? {} : { UV_CACHE_DIR: folder.path };
	for (const [name, value] of Object.entries(variables)) ports.job.exportVariable(name, value);
	const pythons = await getPythons(work, inputs, ports, done);
	const targets = work.uv.filter(({ environment }) => whySkipped(environment, inputs.sync) === void 0);
	const versions = targets.flatMap((target) => pythons.get(target)?.version ?? []);
	done.cache = await restoreCache(ports, inputs, {
		uv,
		pythons: versions,
		targets,
		folder: folder.path
	});
	for (const target of work.uv) {
		const { environment } = target;
		const reason = whySkipped(environment, inputs.sync);
		if (reason === void 0) {
			const python = pythons.get(target);
			const told = python?.mustBeTold === true ? python.path : void 0;
			done.results.push(await installWithUv(ports, target, {
				uv: uv.path,
				python: told,
				variables
			}));
		} else {
			ports.log.info(`${environment.cwd}: nothing installed by uv, ${reason}.`);
			done.results.push({
				environment,
				outcome: "skipped",
				reason
			});
		}
	}
}

// src/actions/setup-uv/run.ts
const CACHE_HIT = {
	hit: "true",
	partial: "partial",
	miss: "false",
	off: "false",
	unavailable: "false"
};
async function setUpNode(work, inputs, ports, done) {
	for (const target of work.npm) {
		const { environment } = target;
		const reason = whySkipped(environment, inputs.sync);
		if (reason === void 0) done.results.push(await installWithNpm(ports, target));
		else done.results.push({
			environment,
			outcome: "skipped",
			reason
		});
	}
}
function outputsOf(done, setupFile) {
	const isSynced = done.results.some((one) => one.environment.manager === "uv" && one.outcome === "installed");
	return {
		uvVersion: done.uv?.version ?? "",
		uvPath: done.uv?.path ?? "",
		uvSource: done.uv?.source ?? "",
		pythonVersion: done.python?.version ?? "",
		cacheHit: CACHE_HIT[done.cache.outcome],
		cacheKey: done.cache.key,
		synced: String(isSynced),
		setupFile
	};
}
/**
* Provides uv, Python and the packages that the repository's gates need, exactly as locked.
*
* @param inputs the action's inputs
* @param ports the world
* @returns the action's outputs
* @throws TurnpikeError when a uv, a Python or the packages of a lock cannot be had; setup.json says so too
*/
async function setUp(inputs, ports) {
	const startMs = ports.clock.monotonicMs();
	const work = await planWork(inputs, ports);
	const done = {
		uv: void 0,
		python: void 0,
		cache: {
			outcome: "off",
			key: "",
			state: void 0
		},
		results: []
	};
	if (!work.wantsUv && work.npm.length === 0) ports.log.info("Nothing to set up: there is no Python or Node project here.");
	const broken = (await Promise.allSettled([setUpPython(work, inputs, ports, done), setUpNode(work, inputs, ports, done)])).find((end) => end.status === "rejected");
	if (broken !== void 0) markFailed(work, done, broken.reason);
	const setupFile = await writeSetupFile(ports, done, startMs);
	if (broken !== void 0) throw broken.reason;
	const failure = failureOf(done.results);
	if (failure !== void 0) throw failure;
	if (done.cache.state !== void 0) ports.job.saveState(JSON.stringify(done.cache.state));
	return outputsOf(done, setupFile);
}

// src/actions/setup-uv/main.ts
await runAction(setupUvContract, async (inputs) => {
	const env = definedVariables(process.env);
	const given = readRunContext(env);
	const context = {
		...given,
		temp: given.temp === "" ? tmpdir() : given.temp
	};
	const files = new NodeFiles(context.workspace);
	const processes = new NodeProcesses();
	const into = await toolPlace(env, context.temp);
	const token = inputs.githubToken === "" ? {} : { githubToken: inputs.githubToken };
	return { outputs: await setUp(inputs, {
		files,
		processes,
		cache: new ActionsCache(env, actionsLog),
		clock: systemClock,
		log: actionsLog,
		context,
		job: actionsJobEnvironment,
		uv: new UvFinder({
			into,
			env,
			processes,
			files,
			http: nodeHttp,
			log: actionsLog,
			...token
		}),
		machine: await detectMachine(env, context.temp),
		env,
		readPlan: (root, config) => readPlan(root, { config })
	}) };
});

export {  };