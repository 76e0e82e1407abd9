import { n as TurnpikeError } from "./errors.js";
import { dirname, join, resolve } from "node:path";
import { createReadStream, readFileSync } from "node:fs";
import { createHash, randomUUID } from "node:crypto";
import { appendFile, copyFile, lstat, mkdir, readFile, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

// src/adapters/actions/context.ts
function readEvent(path) {
	if (path === void 0 || path === "") return {};
	try {
		const event = JSON.parse(readFileSync(path, "utf8"));
		return typeof event === "object" && event !== null ? event : {};
	} catch {
		return {};
	}
}
function present(value) {
	return value === "" ? void 0 : value;
}
/**
* Reads the default variables of a GitHub step.
*
* @param env the process environment
* @returns the context; empty texts and 0 for what is not set
*/
function readRunContext(env) {
	const ref = env["GITHUB_REF"] ?? "";
	return {
		repository: env["GITHUB_REPOSITORY"] ?? "",
		repositoryId: env["GITHUB_REPOSITORY_ID"] ?? "",
		repositoryOwnerId: env["GITHUB_REPOSITORY_OWNER_ID"] ?? "",
		serverUrl: (env["GITHUB_SERVER_URL"] ?? "https://github.com").replace(/\/$/, ""),
		apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
		sha: env["GITHUB_SHA"] ?? "",
		ref,
		refName: env["GITHUB_REF_NAME"] ?? ref.replace(/^refs\/(heads|tags)\//, ""),
		refType: env["GITHUB_REF_TYPE"] === "tag" || ref.startsWith("refs/tags/") ? "tag" : "branch",
		headRef: present(env["GITHUB_HEAD_REF"]),
		baseRef: present(env["GITHUB_BASE_REF"]),
		eventName: env["GITHUB_EVENT_NAME"] ?? "",
		event: readEvent(env["GITHUB_EVENT_PATH"]),
		runId: env["GITHUB_RUN_ID"] ?? "",
		runAttempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
		runNumber: Number(env["GITHUB_RUN_NUMBER"] ?? "0"),
		workflow: env["GITHUB_WORKFLOW"] ?? "",
		workflowRef: env["GITHUB_WORKFLOW_REF"] ?? "",
		job: env["GITHUB_JOB"] ?? "",
		actor: env["GITHUB_ACTOR"] ?? "",
		workspace: env["GITHUB_WORKSPACE"] ?? process.cwd(),
		temp: env["RUNNER_TEMP"] ?? "",
		runnerOs: env["RUNNER_OS"] ?? "",
		runnerArch: env["RUNNER_ARCH"] ?? "",
		runnerEnvironment: env["RUNNER_ENVIRONMENT"] ?? "",
		isActions: env["GITHUB_ACTIONS"] === "true"
	};
}

// src/adapters/node/files.ts
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
				const kind = info.isSymbolicLink() ? "symlink" : info.isDirectory() ? "directory" : "file";
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

export { readRunContext as n, NodeFiles as t };