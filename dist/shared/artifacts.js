import { n as TurnpikeError } from "./errors.js";
import { n as toReason, t as keepClientOutput } from "./client-output.js";

// src/adapters/actions/artifacts.ts
function unavailable(doing, error) {
	const reason = toReason(error instanceof Error ? error.message : String(error));
	return new TurnpikeError("ARTIFACT_UNAVAILABLE", "service", `${doing} failed: ${reason}.`);
}
function missing(name) {
	return new TurnpikeError("ARTIFACT_MISSING", "service", `This run has no artifact called ${JSON.stringify(name)}.`);
}
/** The client writes digests with and without their algorithm. */
function withAlgorithm(digest) {
	if (digest === void 0 || digest === "") return {};
	return { digest: digest.includes(":") ? digest : `sha256:${digest}` };
}
/** Artifacts of the workflow run, through `@actions/artifact`. */
var ActionsArtifacts = class {
	#env;
	#log;
	/**
	* @param env the process environment; the client itself reads the same variables from the process
	* @param log takes what the client says, as debugging lines
	*/
	constructor(env, log) {
		this.#env = env;
		this.#log = log;
	}
	isAvailable() {
		return Boolean(this.#env["ACTIONS_RESULTS_URL"]) && Boolean(this.#env["ACTIONS_RUNTIME_TOKEN"]);
	}
	async upload(name, files, root, retentionDays) {
		const options = retentionDays === void 0 ? {} : { retentionDays };
		try {
			const stored = await this.#use((client) => client.uploadArtifact(name, [...files], root, options));
			return {
				id: stored.id ?? 0,
				name,
				size: stored.size ?? 0,
				...withAlgorithm(stored.digest)
			};
		} catch (error) {
			throw unavailable(`Uploading the artifact ${JSON.stringify(name)}`, error);
		}
	}
	async list() {
		try {
			const { artifacts } = await this.#use((client) => client.listArtifacts({ latest: true }));
			return artifacts.map(({ id, name, size, digest }) => ({
				id,
				name,
				size,
				...withAlgorithm(digest)
			})).sort((a, b) => b.id - a.id);
		} catch (error) {
			throw unavailable("Listing the artifacts of this run", error);
		}
	}
	async download(name, folder) {
		const doing = `Downloading the artifact ${JSON.stringify(name)}`;
		const artifact = (await this.list()).find((candidate) => candidate.name === name);
		if (artifact === void 0) throw missing(name);
		const expected = artifact.digest === void 0 ? {} : { expectedHash: artifact.digest };
		let isChanged;
		try {
			isChanged = (await this.#use((client) => client.downloadArtifact(artifact.id, {
				path: folder,
				...expected
			}))).digestMismatch;
		} catch (error) {
			throw unavailable(doing, error);
		}
		if (isChanged === true) throw unavailable(doing, "its digest is not the one that was stored");
	}
	async #use(use) {
		if (!this.isAvailable()) throw new TurnpikeError("ARTIFACT_UNAVAILABLE", "service", "There is no artifact service here.");
		const lines = [];
		try {
			const { DefaultArtifactClient } = await import("./artifact.js");
			return await keepClientOutput(() => use(new DefaultArtifactClient()), lines);
		} finally {
			for (const line of lines) if (!line.startsWith("::")) this.#log.debug(toReason(line));
		}
	}
};

export { ActionsArtifacts as t };