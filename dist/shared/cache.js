import { n as toReason, t as keepClientOutput } from "./client-output.js";

// src/adapters/actions/cache.ts
const LIMITS = {
	lookupMs: 45e3,
	transferMs: 6e5
};
/** Beginning of a line of the client's that tells a failure (actions/toolkit packages/cache/src/cache.ts). */
const FAILURE = /^::(?:warning|error)[^:]*::(?:Failed to (?:restore|save): )?(.*)$/;
function failureIn(lines) {
	const texts = lines.map((line) => FAILURE.exec(line)?.[1]).filter((text) => text !== void 0);
	return texts.length === 0 ? void 0 : toReason(texts.at(-1) ?? "");
}
/** The cache of GitHub Actions, through `@actions/cache`. */
var ActionsCache = class {
	#env;
	#log;
	#limits;
	/**
	* @param env the process environment; the client itself reads the same variables from the process
	* @param log takes what the client says, as debugging lines
	* @param limits longest waits
	*/
	constructor(env, log, limits = LIMITS) {
		this.#env = env;
		this.#log = log;
		this.#limits = limits;
	}
	isAvailable() {
		const service = this.#env["ACTIONS_CACHE_SERVICE_V2"] ? "ACTIONS_RESULTS_URL" : "ACTIONS_CACHE_URL";
		return Boolean(this.#env[service]) && Boolean(this.#env["ACTIONS_RUNTIME_TOKEN"]);
	}
	async restore(paths, key, prefixes = []) {
		if (!this.isAvailable()) return {
			kind: "unavailable",
			reason: "there is no cache service here"
		};
		const mode = this.#mode();
		if (mode === "none" || mode === "write-only") return {
			kind: "unavailable",
			reason: `cache-mode ${mode} does not permit reads`
		};
		const found = await this.#find(paths, key, prefixes);
		if (found.kind !== "found") return found;
		const restored = await this.#call(this.#limits.transferMs, async (client) => client.restoreCache([...paths], found.key));
		if (restored.kind === "late") return {
			kind: "unavailable",
			reason: this.#late(this.#limits.transferMs)
		};
		if (restored.kind === "failed") return {
			kind: "unavailable",
			reason: restored.reason
		};
		if (restored.value !== found.key) return {
			kind: "unavailable",
			reason: failureIn(restored.lines) ?? "the entry was removed meanwhile"
		};
		return {
			kind: found.key === key ? "hit" : "partial",
			key: found.key
		};
	}
	async save(paths, key) {
		if (!this.isAvailable()) return {
			kind: "unavailable",
			reason: "there is no cache service here"
		};
		const mode = this.#mode();
		if (mode === "none" || mode === "read") return {
			kind: "denied",
			reason: `cache-mode ${mode} does not permit writes`
		};
		const found = mode === "write-only" ? void 0 : await this.#lookup(paths, key, []);
		if (found?.kind === "unavailable") return found;
		if (found?.kind === "found" && found.key === key) return { kind: "exists" };
		const saved = await this.#call(this.#limits.transferMs, async (client) => client.saveCache([...paths], key));
		if (saved.kind === "late") return {
			kind: "unavailable",
			reason: this.#late(this.#limits.transferMs)
		};
		if (saved.kind === "failed") return {
			kind: "unavailable",
			reason: saved.reason
		};
		return saved.value === -1 ? this.#notSaved(saved.lines) : {
			kind: "saved",
			...this.#size(saved.lines)
		};
	}
	/** The client tells all refusals by the same number; its log tells them apart. */
	#notSaved(lines) {
		const denied = lines.find((line) => !line.startsWith("::debug::") && line.includes("cache write denied:"));
		if (denied !== void 0) return {
			kind: "denied",
			reason: toReason(denied.slice(denied.indexOf("cache write denied:")))
		};
		const refused = lines.find((line) => line.includes("Failed to reserve cache: "));
		if (refused === void 0) return {
			kind: "unavailable",
			reason: failureIn(lines) ?? "the client did not say why"
		};
		if (refused.includes("(409)") || refused.includes("already exists")) return { kind: "exists" };
		return {
			kind: "unavailable",
			reason: toReason(refused.replace(/^.*Failed to reserve cache: (Error: )?/, ""))
		};
	}
	#size(lines) {
		const size = lines.map((line) => /::File Size: (\d+)$/.exec(line)?.[1]).find((text) => text !== void 0);
		return size === void 0 ? {} : { bytes: Number(size) };
	}
	async #find(paths, key, prefixes) {
		const found = await this.#lookup(paths, key, prefixes);
		if (found.kind !== "found" || found.key === key) return found;
		if (prefixes.some((prefix) => found.key.startsWith(prefix))) return found;
		const [first, ...others] = prefixes;
		return first === void 0 ? { kind: "miss" } : await this.#lookup(paths, first, others);
	}
	async #lookup(paths, key, prefixes) {
		const asked = await this.#call(this.#limits.lookupMs, async (client) => client.restoreCache([...paths], key, [...prefixes], { lookupOnly: true }));
		if (asked.kind === "late") return {
			kind: "unavailable",
			reason: this.#late(this.#limits.lookupMs)
		};
		if (asked.kind === "failed") return {
			kind: "unavailable",
			reason: asked.reason
		};
		if (asked.value !== void 0) return {
			kind: "found",
			key: asked.value
		};
		const reason = failureIn(asked.lines);
		return reason === void 0 ? { kind: "miss" } : {
			kind: "unavailable",
			reason
		};
	}
	#mode() {
		return (this.#env["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase();
	}
	#late(limitMs) {
		return `no answer within ${limitMs / 1e3} s`;
	}
	async #call(limitMs, use) {
		const lines = [];
		const work = async () => {
			try {
				const client = await import("./cache2.js");
				return {
					kind: "done",
					value: await keepClientOutput(() => use(client), lines),
					lines
				};
			} catch (error) {
				return {
					kind: "failed",
					reason: toReason(error instanceof Error ? error.message : String(error))
				};
			}
		};
		let timer;
		const late = new Promise((resolve) => {
			timer = setTimeout(() => resolve({ kind: "late" }), limitMs);
		});
		try {
			return await Promise.race([work(), late]);
		} finally {
			clearTimeout(timer);
			for (const line of lines) if (!line.startsWith("::")) this.#log.debug(toReason(line));
		}
	}
};

export { ActionsCache as t };