import { t as require_packageurl_js } from "./packageurl-js.js";

// src/core/sbom/purl.ts
var import_packageurl_js = require_packageurl_js();
/**
* @param url of the repository; with the tool in front where it is not git: `hg+https://…`
* @param commit the revision
* @param subdirectory of the package in the repository
* @returns `git+https://host/repo@commit#sub/dir` (SPDX 2.3, section 7.7, as purl's `vcs_url` asks for)
*/
function vcsUrl(url, commit, subdirectory) {
	return `${/^(git|hg|svn|bzr)[+:]/.test(url) ? url : `git+${url}`}${commit === void 0 ? "" : `@${commit}`}${subdirectory === void 0 ? "" : `#${subdirectory}`}`;
}
/** Source of a folder of the repository, when the repository's address is known. */
function projectVcsUrl(project, path) {
	if (project.vcsUrl === void 0) return void 0;
	const segments = [...project.folder.split("/"), ...path.split("/")].filter((part) => part !== "" && part !== ".");
	if (segments.includes("..")) return project.vcsUrl;
	return segments.length === 0 ? project.vcsUrl : `${project.vcsUrl}#${segments.join("/")}`;
}
function qualifiersOf(source, context) {
	switch (source.kind) {
		case "registry": return { repository_url: /^https?:/.test(source.url ?? "") && source.url !== context.mainIndex ? source.url : void 0 };
		case "git": return { vcs_url: vcsUrl(source.url, source.commit, source.subdirectory) };
		case "url": return { download_url: source.url };
		case "path": return { file_name: source.path.slice(source.path.lastIndexOf("/") + 1) };
		case "folder": return { vcs_url: projectVcsUrl(context.project, source.path) };
		case "none": return { vcs_url: projectVcsUrl(context.project, ".") };
	}
}
/**
* @param found a package
* @returns its name; an npm scope is the purl's namespace and CycloneDX's group
*/
function splitName(found) {
	const match = found.ecosystem === "npm" ? /^(@[^/]+)\/(.+)$/s.exec(found.name) : null;
	return match?.[1] === void 0 || match[2] === void 0 ? {
		group: void 0,
		name: found.name
	} : {
		group: match[1],
		name: match[2]
	};
}
/** A colon is never percent-encoded, other marks than `.-_~` always are (purl-spec, "Character encoding"). */
function canonical(purl) {
	return purl.replaceAll("%3A", ":").replaceAll(/[+!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
/** Whether something of this source can be in an index at all. */
function isPublishable(source) {
	return source.kind !== "none" && !(source.kind === "folder" && !source.isBuilt);
}
/**
* @param found a package
* @param context see {@link PurlContext}
* @returns its package URL (github.com/package-url/purl-spec), and the same without qualifiers
*/
function purlOf(found, context) {
	const entries = Object.entries(qualifiersOf(found.source, context)).filter(([, value]) => value !== void 0);
	const qualifiers = {};
	for (const [key, value] of entries) qualifiers[key] = value ?? "";
	const full = make(found, found.version ?? context.version, entries.length === 0 ? void 0 : qualifiers);
	return {
		full,
		short: full.replace(/\?.*$/s, "")
	};
}
function make(found, version, qualifiers) {
	const { group, name } = splitName(found);
	try {
		const type = isPublishable(found.source) ? found.ecosystem : "generic";
		return canonical(new import_packageurl_js.PackageURL(type, group, name, version, qualifiers, void 0).toString());
	} catch {
		return canonical(new import_packageurl_js.PackageURL("generic", void 0, found.name, version, qualifiers, void 0).toString());
	}
}
/**
* @param packages packages of one lock
* @returns the index that most of them come from; of equals the first in order of their texts
*/
function mainIndexOf(packages) {
	const counts = /* @__PURE__ */ new Map();
	for (const { source } of packages) if (source.kind === "registry" && source.url !== void 0) counts.set(source.url, (counts.get(source.url) ?? 0) + 1);
	const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return first?.[0];
}

export { vcsUrl as i, purlOf as n, splitName as r, mainIndexOf as t };