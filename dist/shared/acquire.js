import { a as boolean, c as literal, d as object, f as record, m as string, r as array } from "./schemas.js";
import { a as highest, c as toRequirement, i as explainRequest, o as parseVersionRequest, r as describeRequest, s as satisfies } from "./version-request.js";
import { i as formatError, n as TurnpikeError } from "./errors.js";
import { t as unzipSync } from "./esm.js";
import { t as require_tar_stream } from "./tar-stream.js";
import { arch, platform, release, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import process from "node:process";
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
	const report = process.report;
	report.excludeNetwork = true;
	const { header } = report.getReport();
	return header?.glibcVersionRuntime;
}
function twoNumbers(text) {
	const match = /^(\d+)\.(\d+)/.exec(text ?? "");
	return match === null ? null : [Number(match[1]), Number(match[2])];
}
function linuxArch(name) {
	const variables = process.config.variables;
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
			tried.push(`tool folder ${this.#world.into}: ${request.kind === "any" ? "none" : `none that is ${describeRequest(request)}`}`);
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
		return new TurnpikeError("UV_MISSING", "user", `${named(request)} is here, and UV_OFFLINE forbids to fetch one; nothing was installed.`, {
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
/** `No uv`, or `No uv that is >=0.13 (wanted by uv.toml)`. */
function named(request) {
	return request.kind === "any" ? "No uv" : `No uv that is ${describeRequest(request)} (wanted by ${request.source})`;
}
function notFetched(request, tried, isMismatch) {
	const what = `${named(request)} is here, and none could be fetched; nothing was installed.`;
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
/**
* Finds uv or fetches it, for callers that have no action around them.
*
* @param options which version, where to keep it, and the world
* @returns a uv that runs
* @throws TurnpikeError `INPUT_INVALID` for a version that cannot be; `UV_MISSING`, `UV_DOWNLOAD`, `UV_CHECKSUM`
*/
async function acquireUv(options) {
	const parsed = parseVersionRequest(options.version ?? "", "the caller");
	if (!parsed.ok) throw new TurnpikeError("INPUT_INVALID", "config", `"${options.version}" ${parsed.why}.`);
	return await new UvFinder(options).provide({ request: parsed.request });
}

export { acquireUv as n, detectPlatform as r, UvFinder as t };