import { n as sortedBy } from "./compare.js";
import { t as toLicense } from "./license.js";
import { n as purlOf, r as splitName, t as mainIndexOf } from "./purl.js";

// src/core/sbom/artifacts.ts
/** `name-version(-build)?-python-abi-platform.whl` (packaging.python.org, "Binary distribution format"). */
function tagsOf(fileName) {
	const match = /^.+-([^-]+)-([^-]+)-([^-]+)\.whl$/.exec(fileName);
	if (match === null) return [];
	const [, python = "", abi = "", platform = ""] = match;
	return python.split(".").flatMap((py) => abi.split(".").flatMap((a) => platform.split(".").map((at) => `${py}-${a}-${at}`)));
}
function isUniversal({ fileName }) {
	return tagsOf(fileName ?? "").some((tag) => tag.endsWith("-none-any"));
}
/**
* The one file that the package is installed from, where that is certain: the only file; the wheel whose tags the
* installed package carries; or the only wheel when it fits every platform, because installers prefer wheels.
*
* @param found a package
* @param wheelTags tags of the installed wheel; empty when nothing is installed
* @returns the file, or undefined when the lock leaves it open
*/
function certainArtifact(found, wheelTags) {
	const wheels = found.artifacts.filter(({ kind }) => kind === "wheel");
	const installed = wheels.filter(({ fileName }) => {
		const tags = tagsOf(fileName ?? "");
		return tags.length > 0 && tags.length === wheelTags.length && tags.every((tag) => wheelTags.includes(tag));
	});
	const [only] = found.artifacts;
	if (found.artifacts.length === 1) return only;
	if (installed.length === 1) return installed[0];
	const [wheel] = wheels;
	return wheels.length === 1 && wheel !== void 0 && isUniversal(wheel) ? wheel : void 0;
}

// src/core/sbom/describe.ts
/**
* The lock leaves the version of a source tree out when it is computed while building. Then the installed package knows it;
* else the root is of the release that the commit is; else the commit itself says what is meant.
*/
function versionOf(member, context) {
	const { name, version, source } = member.package;
	if (version !== void 0) return {
		text: version,
		from: "lock"
	};
	if (source.kind !== "folder" && source.kind !== "none") return void 0;
	const { project, installed, root } = context;
	const known = installed.get(name)?.version;
	if (known !== void 0) return {
		text: known,
		from: "installed"
	};
	if (member === root && project.release !== void 0) return {
		text: project.release,
		from: "tag"
	};
	return project.commit === void 0 ? void 0 : {
		text: project.commit,
		from: "commit"
	};
}
function licensesOf(member, installed) {
	const locked = member.package.license === void 0 ? void 0 : toLicense(member.package.license);
	return locked === void 0 ? installed?.licenses ?? [] : [locked];
}
function propertiesOf(member, version) {
	const { package: found, need } = member;
	const property = (name) => (value) => ({
		name,
		value
	});
	return [
		...found.properties,
		...found.ecosystem === "npm" && need === "excluded" ? [{
			name: "cdx:npm:package:development",
			value: "true"
		}] : [],
		...member.requiredExtras.map(property("cdx:python:package:required-extra")),
		...member.throughExtras.map(property("turnpike:extra")),
		...found.ecosystem === "pypi" ? member.throughGroups.map(property("turnpike:dependency-group")) : [],
		...member.markers.map(property("turnpike:marker")),
		...version === void 0 || version.from === "lock" ? [] : [{
			name: "turnpike:version-from",
			value: version.from
		}]
	];
}
/** The purl without qualifiers where it is unique, else the whole purl, else numbered. */
function uniqueRefs(members, purls) {
	const times = /* @__PURE__ */ new Map();
	for (const { full, short } of purls.values()) for (const purl of /* @__PURE__ */ new Set([full, short])) times.set(purl, (times.get(purl) ?? 0) + 1);
	const taken = /* @__PURE__ */ new Set();
	const refs = /* @__PURE__ */ new Map();
	for (const { package: found } of members) {
		const { full, short } = purls.get(found.key) ?? {
			full: found.key,
			short: found.key
		};
		const base = times.get(short) === 1 ? short : full;
		let ref = base;
		for (let count = 2; taken.has(ref); count += 1) ref = `${base}#${count}`;
		taken.add(ref);
		refs.set(found.key, ref);
	}
	return refs;
}
/**
* Joins what the lock, the repository and the installed environment know.
*
* @param inventory what the selection reaches
* @param project the repository
* @param installed metadata of installed packages; empty when there is no environment
* @returns components with their facts
*/
function describe(inventory, project, installed) {
	const members = [inventory.root, ...inventory.members];
	const mainIndex = mainIndexOf(inventory.lock.packages.values());
	const context = {
		project,
		installed,
		root: inventory.root
	};
	const named = (member) => member.package.name === "" ? {
		...member,
		package: {
			...member.package,
			name: project.name
		}
	} : member;
	const purls = new Map(members.map((member) => {
		const version = versionOf(member, context);
		const inPurl = version?.from === "commit" ? void 0 : version?.text;
		return [member.package.key, purlOf(named(member).package, {
			project,
			mainIndex,
			version: inPurl
		})];
	}));
	const refs = uniqueRefs(members, purls);
	const toDescribed = (given) => {
		const member = named(given);
		const { key, name } = member.package;
		const version = versionOf(given, context);
		const found = member.package.ecosystem === "pypi" ? installed.get(name) : void 0;
		const same = found?.version === version?.text ? found : void 0;
		return {
			key,
			ref: refs.get(key) ?? key,
			...splitName(member.package),
			version: version?.text,
			purl: purls.get(key)?.full ?? "",
			member,
			licenses: licensesOf(member, same),
			artifact: certainArtifact(member.package, same?.wheelTags ?? []),
			properties: propertiesOf(member, version)
		};
	};
	const root = toDescribed(inventory.root);
	const components = sortedBy(inventory.members.map(toDescribed), ({ ref }) => ref);
	return {
		inventory,
		project,
		root,
		components,
		byKey: new Map([root, ...components].map((described) => [described.key, described])),
		mainIndex
	};
}

export { describe };