import { a as takeInventory, i as checkLockSize, l as normalName, n as formatOf, r as readLock, s as checkSelection, u as countsOfDescription } from "./find-locks.js";
import { n as TurnpikeError } from "./errors.js";
import { n as CLASSIFIERS, t as toLicense } from "./license.js";
import { posix } from "node:path";
import { createHash } from "node:crypto";

// src/core/sbom/file-name.ts
/** Longest name that a file gets from a package, without the ending. */
const MAX_LENGTH = 100;
/**
* @param name a package's name, possibly hostile
* @returns text that is one harmless path segment; `sbom` when nothing of the name is fit
*/
function fileStem(name) {
	const stem = name.replaceAll(/[^A-Za-z0-9._-]+/g, "-").replaceAll(/\.{2,}/g, ".").replace(/^[-.]+/, "").slice(0, MAX_LENGTH).replace(/[-.]+$/, "");
	return stem === "" ? "sbom" : stem;
}
/**
* Gives each document a file of its own, also where file systems ignore case.
*
* @param documents name of what each describes, and of its lock's format
* @returns file names in the same order: `orders.cdx.json`; for a second `orders` of another format `orders.npm.cdx.json`
*/
function fileNames(documents) {
	const taken = /* @__PURE__ */ new Set();
	return documents.map(({ name, format }) => {
		const stem = fileStem(name);
		const free = [
			stem,
			`${stem}.${format}`,
			...documents.map((_, index) => `${stem}.${format}-${index + 2}`)
		].find((candidate) => !taken.has(candidate.toLowerCase())) ?? stem;
		taken.add(free.toLowerCase());
		return `${free}.cdx.json`;
	});
}

// src/core/sbom/licenses/texts.ts
const BSD = /^(the )?(modified |new |simplified )?bsd( licen[cs]e)?$/i;
const REDISTRIBUTION = "redistribution and use in source and binary forms, with or without modification, are permitted";
const FINGERPRINTS = [
	{
		id: "BSD-3-Clause",
		has: [REDISTRIBUTION, "endorse or promote products"],
		lacks: ["advertising materials"],
		settles: BSD
	},
	{
		id: "BSD-2-Clause",
		has: [REDISTRIBUTION],
		lacks: ["advertising materials", "endorse or promote products"],
		settles: BSD
	},
	{
		id: "Apache-2.0",
		has: ["apache license version 2.0, january 2004"],
		lacks: [],
		settles: /^(the )?(apache|asl)( software)?( licen[cs]e)?$/i
	},
	{
		id: "MIT",
		has: ["permission is hereby granted, free of charge, to any person obtaining a copy", "the above copyright notice and this permission notice shall be included"],
		lacks: ["shall not be used in advertising"],
		settles: /^(the )?mit( licen[cs]e)?$/i
	},
	{
		id: "ISC",
		has: ["permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that"],
		lacks: [],
		settles: /^isc( licen[cs]e)?$/i
	},
	{
		id: "Artistic-2.0",
		has: ["the artistic license 2.0"],
		lacks: [],
		settles: /^(the )?artistic( licen[cs]e)?$/i
	}
];
function flat(text) {
	return text.toLowerCase().replaceAll(/[\s*#>]+/g, " ");
}
function fingerprintsOf(text) {
	const line = flat(text);
	return FINGERPRINTS.filter(({ has, lacks }) => has.every((part) => line.includes(part)) && !lacks.some((part) => line.includes(part)));
}
/**
* The licence that a text is, where it is exactly one of the common ones.
*
* @param text a licence's text
* @returns its SPDX id, or undefined
*/
function licenseOfText(text) {
	const found = fingerprintsOf(text);
	return found.length === 1 ? found[0]?.id : void 0;
}
/**
* Settles names that leave the version or the number of clauses open, by the licence texts that the package carries.
*
* @param licenses as declared
* @param texts of the package's licence files
* @returns the licences; a name stays where the texts do not settle it
*/
function settleByText(licenses, texts) {
	return licenses.map((license) => {
		if (license.kind !== "name") return license;
		const ids = new Set(texts.flatMap(fingerprintsOf).flatMap(({ id, settles }) => settles.test(license.name) ? [id] : []));
		const [id] = ids;
		return ids.size === 1 && id !== void 0 ? {
			kind: "id",
			id
		} : license;
	});
}

// src/core/sbom/licenses/python-metadata.ts
/** Fields of a core metadata file: names in lower case, values in order (packaging.python.org, "Core metadata"). */
function readHeaders(text) {
	const headers = /* @__PURE__ */ new Map();
	let last;
	for (const line of text.split(/\r?\n/)) {
		if (line === "") break;
		const field = /^([A-Za-z][\w-]*):\s?(.*)$/.exec(line);
		if (field?.[1] !== void 0) {
			const name = field[1].toLowerCase();
			last = headers.get(name) ?? [];
			last.push(field[2] ?? "");
			headers.set(name, last);
		} else if (last !== void 0 && /^\s/.test(line)) last.push(`${last.pop() ?? ""}\n${line.trim()}`);
	}
	return headers;
}
/** `License :: OSI Approved :: MIT License` by its last part. */
function classifierLicenses(classifiers) {
	const licenses = classifiers.flatMap((classifier) => {
		const parts = classifier.split("::").map((part) => part.trim());
		const last = parts.at(-1);
		if (parts[0] !== "License" || parts.length < 2 || last === void 0 || last === "OSI Approved") return [];
		const id = CLASSIFIERS.get(last);
		return [id === void 0 ? {
			kind: "name",
			name: last
		} : {
			kind: "id",
			id
		}];
	});
	return [...new Map(licenses.map((license) => [JSON.stringify(license), license])).values()];
}
/** `License-Expression` wins; else the sharper of `License` and the classifiers (PEP 639). */
function licensesOf(headers) {
	const expression = toLicense(headers.get("license-expression")?.[0] ?? "");
	if (expression !== void 0) return [expression];
	const text = headers.get("license")?.[0] ?? "";
	const known = text.includes("\n") ? licenseOfText(text) : void 0;
	const field = known === void 0 ? toLicense(text) : {
		kind: "id",
		id: known
	};
	if (field !== void 0 && field.kind !== "name") return [field];
	const classified = classifierLicenses(headers.get("classifier") ?? []);
	if (classified.some(({ kind }) => kind === "id")) return classified;
	if (field !== void 0) return [field];
	return classified;
}
/**
* @param metadata text of `METADATA`
* @param wheel text of `WHEEL`; empty when there is none
* @returns the package, or undefined when the text has no name or version
*/
function parseInstalled(metadata, wheel) {
	const headers = readHeaders(metadata);
	const name = headers.get("name")?.[0]?.trim();
	const version = headers.get("version")?.[0]?.trim();
	if (name === void 0 || name === "" || version === void 0 || version === "") return void 0;
	const wheelTags = (readHeaders(wheel).get("tag") ?? []).map((tag) => tag.trim());
	return {
		name: normalName(name),
		version,
		licenses: licensesOf(headers),
		wheelTags
	};
}

// src/actions/sbom/installed.ts
/** `lib/python3.13/site-packages` and, on Windows, `Lib/site-packages` (docs.python.org, sysconfig, "Installation paths"). */
const ON_THE_WAY = /^(lib(64)?|lib(64)?\/python[\d.]+t?|lib(64)?\/python[\d.]+t?\/site-packages|lib\/site-packages)$/i;
/** Names of licence files (PEP 639, "License-File"); newer packages have them in `licenses/`. */
const LICENSE_FILE = /^(licenses\/(.*\/)?)?(licen[cs]es?|copying|notice)[^/]*$/i;
/** Longest licence file that is read. */
const MAX_TEXT_BYTES = 65536;
/** A name such as "BSD" leaves open which licence is meant; the licence files of the package may settle it. */
async function settled(files, folder, found) {
	if (!found.licenses.some(({ kind }) => kind === "name")) return found;
	const own = (await files.list(folder)).filter(({ kind, path, size }) => kind === "file" && size <= MAX_TEXT_BYTES && LICENSE_FILE.test(path));
	const present = (await Promise.all(own.map(({ path }) => files.readText(posix.join(folder, path))))).filter((text) => text !== void 0);
	return {
		...found,
		licenses: settleByText(found.licenses, present)
	};
}
async function readPackage(files, folder) {
	const [metadata, wheel] = await Promise.all([files.readText(posix.join(folder, "METADATA")), files.readText(posix.join(folder, "WHEEL"))]);
	const found = metadata === void 0 ? void 0 : parseInstalled(metadata, wheel ?? "");
	return found === void 0 ? void 0 : await settled(files, folder, found);
}
/**
* Reads what the packages of a virtual environment say of themselves. Nothing is run: all of it is text.
*
* @param files the file system
* @param environment the environment's folder
* @returns packages by name; undefined when there is no environment
*/
async function readInstalled(files, environment) {
	if (!await files.exists(posix.join(environment, "pyvenv.cfg"))) return void 0;
	const folders = (await files.list(environment, (path) => !ON_THE_WAY.test(path))).filter(({ kind, path }) => kind === "directory" && /\/site-packages\/[^/]+\.dist-info$/i.test(path));
	const found = (await Promise.all(folders.map(({ path }) => readPackage(files, posix.join(environment, path))))).filter((installed) => installed !== void 0);
	return new Map(found.map((installed) => [installed.name, installed]));
}

// src/core/sbom/project.ts
/**
* Reads a remote's URL: HTTPS, SSH, or SSH's short form `git@host:owner/repo` (git-scm.com, git-clone, "GIT URLS").
*
* @param remote the URL
* @returns the address in URL form, without credentials and `.git`; undefined for paths of a machine and anything else
*/
function parseRemote(remote) {
	const short = /^(?:([\w.-]+)@)?([\w-]+(?:\.[\w-]+)+):(?!\/)([^\s]+)$/.exec(remote);
	const text = short === null ? remote : `ssh://${short[1] ?? "git"}@${short[2]}/${short[3]}`;
	const match = /^(https?|ssh|git):\/\/(?:([^@/\s]*)@)?([\w.-]+(?::\d+)?)\/([^\s?#]+?)(?:\.git)?\/?$/.exec(text);
	if (match === null) return void 0;
	const [, scheme = "", , host = "", path = ""] = match;
	const user = scheme === "ssh" ? "git@" : "";
	const [first, ...rest] = path.split("/");
	const isLoopback = /^(localhost|127\.|\[)/.test(host);
	const owner = first === void 0 || first === "" || rest.length === 0 || isLoopback ? void 0 : {
		name: first,
		url: `https://${host.replace(/:\d+$/, "")}/${first}`
	};
	return {
		address: `${scheme}://${user}${host}/${path}`,
		owner
	};
}
/**
* A version from a release tag: `v1.2.0`, `1.2.0`, `orders-v1.2.0`, `orders@1.2.0`.
*
* @param tag a tag
* @returns the version, or undefined when the tag names none
*/
function versionOfTag(tag) {
	return /^(?:.*[-_@/])?v?(\d+(?:\.\d+)+(?:[-+._]?[0-9A-Za-z.+-]+)?)$/.exec(tag)?.[1];
}

// src/actions/sbom/source.ts
function present(text) {
	return text === "" ? void 0 : text;
}
async function factsOf(top, git, context) {
	const repository = present(context?.repository);
	const commit = present(context?.sha) ?? await git.head(top);
	const [tags, remote, commitTime] = await Promise.all([
		context === void 0 ? git.tagsAt(top, "HEAD") : context.refType === "tag" ? [context.refName] : [],
		repository === void 0 ? git.remoteUrl(top, "origin") : `${context?.serverUrl ?? ""}/${repository}`,
		commit === void 0 ? void 0 : git.commitTime(top, commit)
	]);
	return {
		top,
		commit,
		tags,
		remote,
		commitTime
	};
}
/**
* Asks each repository once, however many locks it has.
*
* @param git asks the checkout
* @param context of a runner; it knows the repository and the ref better than the checkout
* @returns tells what is known of an absolute folder; the folder itself is the top where there is no repository
*/
function sourceReader(git, context) {
	const known = /* @__PURE__ */ new Map();
	return async (folder) => {
		const top = await git.topLevel(folder);
		if (top === void 0 && context === void 0) return {
			top: folder,
			commit: void 0,
			tags: [],
			remote: void 0,
			commitTime: void 0
		};
		const place = top ?? context?.workspace ?? folder;
		const facts = known.get(place) ?? factsOf(place, git, context);
		known.set(place, facts);
		return await facts;
	};
}
/** The longest version among the tags: `v1.2.0` says more than a moving `v1.2`. */
function releaseOf(tags) {
	return tags.map(versionOfTag).filter((version) => version !== void 0).sort((a, b) => b.length - a.length || (a < b ? 1 : -1))[0];
}
/**
* @param source what the checkout says
* @param folder absolute folder of the lock
* @returns the project that a lock in that folder belongs to
*/
function toProject(source, folder) {
	const below = posix.relative(source.top, folder);
	const inside = below.startsWith("..") ? "" : below;
	const remote = source.remote === void 0 ? void 0 : parseRemote(source.remote);
	const repository = posix.basename(remote?.address ?? source.top);
	const at = source.commit === void 0 ? "" : `@${source.commit}`;
	return {
		name: [repository, ...inside.split("/")].filter((part) => part !== "").join("-"),
		release: releaseOf(source.tags),
		commit: source.commit,
		vcsUrl: remote === void 0 ? void 0 : `git+${remote.address}${at}`,
		owner: remote?.owner,
		folder: inside
	};
}
/**
* The time that a document carries: `SOURCE_DATE_EPOCH` (reproducible-builds.org, "SOURCE_DATE_EPOCH specification"), else
* the commit's. Never the clock's, so that two runs give the same bytes.
*
* @param epoch value of the variable; empty counts as not set
* @param source what the checkout says
* @returns the time, or undefined when neither is known
* @throws TurnpikeError `INPUT_INVALID` when the variable is no whole number of seconds
*/
function documentTime(epoch, source) {
	if (epoch === void 0 || epoch === "") return source.commitTime === void 0 ? void 0 : /* @__PURE__ */ new Date(source.commitTime * 1e3);
	if (/^\d{1,11}$/.test(epoch)) return /* @__PURE__ */ new Date(Number(epoch) * 1e3);
	throw new TurnpikeError("INPUT_INVALID", "user", "SOURCE_DATE_EPOCH is no time.", {
		problems: [{
			where: "SOURCE_DATE_EPOCH",
			message: "write whole seconds since 1970, such as 1700000000"
		}],
		hint: "export SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)"
	});
}

// src/actions/sbom/documents.ts
/** A lock's path as people know it: below the repository, or its bare name where it stands outside. */
function pathInside(source, absolute) {
	const below = posix.relative(source.top, absolute);
	return below.startsWith("..") ? posix.basename(absolute) : below;
}
async function loadLock(path, ports, readSource) {
	const absolute = ports.files.absolute(path);
	const folder = posix.dirname(absolute);
	checkLockSize(path, await ports.files.size(path) ?? 0);
	const text = await ports.files.readText(path);
	if (text === void 0) throw new TurnpikeError("SBOM_NO_LOCK", "config", `${path} is not there.`, { problems: [{
		where: path,
		message: "is not there"
	}] });
	const source = await readSource(folder);
	return {
		lock: {
			...readLock(path, text),
			path: pathInside(source, absolute)
		},
		path,
		folder,
		digest: createHash("sha256").update(text).digest("hex"),
		source
	};
}
/** Reads every lock before anything is made, so that all that is wrong is told at once. */
async function loadLocks(paths, ports) {
	const loaded = [];
	const broken = [];
	const readSource = sourceReader(ports.git, ports.context);
	for (const path of paths) try {
		loaded.push(await loadLock(path, ports, readSource));
	} catch (error) {
		if (!(error instanceof TurnpikeError) || error.code !== "SBOM_LOCK") throw error;
		broken.push(error);
	}
	const [first] = broken;
	if (first === void 0) return loaded;
	if (broken.length === 1) throw first;
	const problems = broken.flatMap((error) => error.problems);
	const mends = new Set(broken.map(({ hint }) => hint).filter((hint) => hint !== void 0));
	throw new TurnpikeError("SBOM_LOCK", "config", `${broken.length} locks could not be read.`, {
		problems,
		hint: [...mends].join("\n")
	});
}
/** The environment beside a Python lock (uv docs, "Project environment path"). */
async function installedBeside(loaded, request, ports) {
	if (request.licenses === "lock" || loaded.lock.format === "npm") return void 0;
	const named = ports.env["UV_PROJECT_ENVIRONMENT"];
	const environment = named === void 0 || named === "" ? ".venv" : named;
	return await readInstalled(ports.files, posix.resolve(loaded.folder, environment));
}
async function makeDocument(loaded, request, ports) {
	const [{ describe }, { renderCycloneDx }] = await Promise.all([import("./describe.js"), import("./document.js")]);
	const { lock, folder, source } = loaded;
	const asked = request.selection.groups;
	const groups = asked === "all" ? asked : [.../* @__PURE__ */ new Set([...asked, ...await request.defaultGroups(lock, folder)])];
	const inventory = takeInventory(lock, {
		...request.selection,
		groups
	});
	const installed = await installedBeside(loaded, request, ports);
	const description = describe(inventory, toProject(source, folder), installed ?? /* @__PURE__ */ new Map());
	const timestamp = documentTime(ports.env["SOURCE_DATE_EPOCH"], source);
	const text = renderCycloneDx(description, {
		spec: request.spec,
		timestamp,
		toolVersion: ports.toolVersion,
		lockDigest: loaded.digest,
		looksAtInstalled: installed !== void 0
	});
	const unlicensed = description.components.filter(({ licenses }) => licenses.length === 0);
	return {
		lock: loaded.path,
		name: description.root.member.package.name,
		version: description.root.version,
		text,
		counts: countsOfDescription(description),
		inventory,
		unlicensed: unlicensed.map(({ member, version }) => [member.package.name, version].filter(Boolean).join(" ")),
		hasTime: timestamp !== void 0,
		hasEnvironment: installed !== void 0
	};
}
/**
* Makes one document for each lock. Nothing is written; a broken lock stops all of them.
*
* @param request see {@link DocumentRequest}
* @param ports see {@link DocumentPorts}
* @returns documents in the order of the locks
* @throws TurnpikeError `SBOM_LOCK` with the problems of all locks, `INPUT_INVALID` for extras and groups that no lock has
*/
async function makeDocuments(request, ports) {
	if (request.locks.length === 0) return [];
	const loaded = await loadLocks(request.locks, ports);
	checkSelection(loaded.map(({ lock }) => lock), request.selection);
	const made = [];
	for (const lock of loaded) made.push(await makeDocument(lock, request, ports));
	const names = fileNames(made.map(({ name, lock }) => ({
		name,
		format: formatOf(lock)?.id ?? "lock"
	})));
	return made.map((document, index) => ({
		...document,
		fileName: names[index] ?? "sbom.cdx.json"
	}));
}

export { makeDocuments as t };