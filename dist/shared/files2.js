import { n as TurnpikeError } from "./errors.js";
import { dirname, join, resolve } from "node:path";
import { constants, createReadStream } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { appendFile, copyFile, lstat, mkdir, open, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { StringDecoder } from "node:string_decoder";

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
	return new TurnpikeError("FILE_UNWRITABLE", "user", `${path} could not be written (${reason}).`, { cause });
}
/** A pipe or a device may never end; what opens one must not wait for somebody who writes. */
async function openFile(path) {
	const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	if ((await handle.stat()).isFile()) return handle;
	await handle.close();
	throw Object.assign(/* @__PURE__ */ new Error("it is no file"), { code: "ENOTSUP" });
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
		try {
			return await readFile(file);
		} catch (error) {
			if (isMissing(error)) return void 0;
			throw unreadable(file, error);
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

export { NodeFiles as t };