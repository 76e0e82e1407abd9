import { n as makePrivateCopy, r as environmentInCopy, t as callerFor } from "./caller.js";
import { t as projectRoot } from "./project-root.js";
import { n as readPlanned } from "./read-plan.js";
import { n as TurnpikeError } from "./errors.js";
import { n as makeTerminalView, t as Git } from "./git2.js";
import { n as startServices, r as runWorkflow } from "./services.js";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";

// src/local/try/release-tag.ts
const VERSION = /^(?<prefix>\D*)(?<major>\d+)\.(?<minor>\d+)(?:\.(?<patch>\d+))?/;
/**
* The tag that a release made now could have: the version of the manifest written as the newest tags are; else the next
* patch after the newest of them.
*
* @param version of the manifest; undefined where the build makes it from tags
* @param tags newest first
*/
function releaseTag(version, tags) {
	const groups = tags.map((tag) => VERSION.exec(tag)?.groups).find((found) => found !== void 0);
	const prefix = groups?.["prefix"] ?? "v";
	if (version !== void 0 && /^\d/.test(version)) return prefix + version;
	if (groups === void 0) return "v0.0.1";
	return `${prefix}${groups["major"]}.${groups["minor"]}.${Number(groups["patch"] ?? 0) + 1}`;
}

// src/local/try/whole-road.ts
/** In the copy the caller listens to every event that can be asked for. */
const EVERY_EVENT = [
	"on:",
	"  push: {}",
	"  pull_request: {}",
	"  merge_group: {}",
	"  workflow_dispatch: {}",
	"  release: { types: [published] }",
	"  schedule: [{ cron: '0 0 * * 0' }]"
].join("\n");
const COMMITTER = [
	"-c",
	"user.name=turnpike try",
	"-c",
	"user.email=try@example.org",
	"-c",
	"commit.gpgsign=false"
];
const MOST_TAGS = 100;
async function versionIn(folder) {
	const read = (name) => readFile(join(folder, name), "utf8").catch(() => "");
	const [pyproject, manifest] = await Promise.all([read("pyproject.toml"), read("package.json")]);
	const table = /^\[project\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(pyproject)?.[1] ?? "";
	return /^version\s*=\s*["']([^"']+)["']/m.exec(table)?.[1] ?? /"version"\s*:\s*"([^"]+)"/.exec(manifest)?.[1];
}
/** Commits what is on the disk, so that a tag can stand for it: a release is never of uncommitted files. */
async function commitAll(git, copy, branch) {
	const { top } = copy;
	if (!copy.isRepository) await git.must(top, "init", "--quiet", "--template=", "--initial-branch", branch);
	await git.must(top, "add", "--all");
	const [author, ...options] = [
		COMMITTER,
		"commit",
		"--quiet",
		"--no-verify",
		"--allow-empty"
	].flat();
	await git.must(top, author ?? "-c", ...options, "--message", "turnpike try");
	if (await git.ask(top, "symbolic-ref", "--quiet", "HEAD") === void 0) await git.must(top, "checkout", "-q", "-B", branch);
}
async function placeCaller(copy, caller) {
	const [known] = caller.already;
	if (known !== void 0) return known.replace(/:\d+$/, "");
	const file = join(copy.top, caller.path);
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, caller.text.replace(/^on: .*$/m, EVERY_EVENT));
	return caller.path;
}
async function tagRelease(git, copy, tags) {
	const tag = releaseTag(await versionIn(copy.top), tags);
	await git.must(copy.top, "tag", "--force", tag);
	return tag;
}
function cancelledBy(stop) {
	const controller = new AbortController();
	const cancel = () => controller.abort(stop.cause());
	if (stop.signal.aborted) cancel();
	stop.signal.addEventListener("abort", cancel, { once: true });
	return controller.signal;
}
function runRequest(copy, of) {
	return {
		directory: copy.top,
		...of,
		job: void 0,
		repository: void 0,
		visibility: "private",
		inputs: {},
		eventFile: void 0,
		actor: "turnpike-try",
		maps: [],
		vars: {},
		secrets: {},
		passEnv: [],
		keep: false,
		jobsAtOnce: Math.max(4, availableParallelism()),
		without: [],
		cacheMode: void 0
	};
}
function runWorld(world, copy, signal) {
	const env = environmentInCopy(world.env, {
		original: copy.originalTop,
		copy: copy.top
	});
	const { clock, random } = world;
	return {
		projectRoot: projectRoot(),
		env,
		clock,
		random,
		signal,
		startServices,
		watch: () => [makeTerminalView(process.stderr, {
			env,
			files: () => []
		})],
		startSigstore: (folder) => async (issuer) => {
			const { startSigstore } = await import("./sigstore2.js");
			return await startSigstore({
				issuer,
				folder,
				clock
			});
		}
	};
}
async function keep(outcome, folder) {
	if (folder === void 0) return null;
	try {
		await rm(folder, {
			recursive: true,
			force: true
		});
		await mkdir(dirname(folder), { recursive: true });
		await cp(outcome.folder, folder, { recursive: true });
		return folder;
	} catch {
		return null;
	}
}
async function makeCopy(request, world, signal, listener) {
	const begin = world.clock.monotonicMs();
	const temp = world.temp === void 0 ? {} : { temp: world.temp };
	const onProgress = (files) => listener({
		kind: "copying",
		files
	});
	const copy = await makePrivateCopy(request.dir, {
		signal,
		onProgress,
		...temp
	});
	listener({
		kind: "copied",
		copy,
		tookMs: world.clock.monotonicMs() - begin
	});
	return copy;
}
/**
* Runs the whole road in a copy, as GitHub would for an event: the caller, its jobs, on a release build and signing with
* an identity and a Sigstore of this machine.
*
* @param request what was asked for
* @param world what to work with
* @param watch is told of the copy, and may stop it
* @returns what it came to, the copy left to the caller to remove; undefined when it was stopped before it ran
* @throws TurnpikeError for what cannot be run at all; nothing is left then
*/
async function tryWholeRoad(request, world, watch) {
	const { signal } = watch.stop;
	const planned = await readPlanned(request.dir, { config: request.config });
	const copy = await makeCopy(request, world, signal, watch.listener);
	try {
		if (copy.root !== copy.top) throw new TurnpikeError("INPUT_INVALID", "config", "A workflow runs for a whole repository.", { hint: `Try its top level: turnpike try --event ${request.event} ${copy.originalTop}` });
		if (signal.aborted) {
			await copy.remove();
			return;
		}
		const tags = await world.git.newestTags(copy.originalTop, MOST_TAGS);
		const caller = await callerFor(copy.originalTop, world.git, planned.plan.build !== null);
		const workflow = await placeCaller(copy, caller);
		const git = new Git(world.processes, world.env);
		await commitAll(git, copy, await world.git.branch(copy.originalTop) ?? "main");
		const ref = request.event === "release" ? await tagRelease(git, copy, tags) : void 0;
		const run = runRequest(copy, {
			event: request.event,
			ref,
			workflow
		});
		const outcome = await runWorkflow(run, runWorld(world, copy, cancelledBy(watch.stop)));
		return {
			outcome,
			copy,
			caller,
			results: await keep(outcome, world.resultsFolder)
		};
	} catch (error) {
		await copy.remove();
		throw error;
	}
}

export { tryWholeRoad };