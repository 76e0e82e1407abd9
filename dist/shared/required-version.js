import { f as record, m as string, v as unknown } from "./schemas.js";
import { n as TurnpikeError } from "./errors.js";
import { t as parseToml } from "./toml.js";
import { n as TomlError } from "./dist.js";
import { i as rcompare, n as satisfies, o as valid, r as validRange } from "./pep440.js";

// src/core/uv/python-request.ts
/**
* @param text content of a .python-version file
* @returns the first version in it, comments left out, or undefined
*/
function readPythonVersionFile(text) {
	return text.split(/\r?\n/).map((line) => line.replace(/#.*$/, "").trim()).find((line) => line !== "");
}
function fits(version, request) {
	if (/^\d+(\.\d+){0,2}$/.test(request)) return version === request || version.startsWith(`${request}.`);
	return satisfies(version, request);
}
/**
* @param versions installed CPython versions, `3.13.1`
* @param request what is wanted, as uv takes it
* @returns the highest that fits; undefined when none does or when the request is not about versions of CPython alone
*/
function bestPython(versions, request) {
	const wish = request.trim().replace(/^(?:cpython|python)@?(?=\d)/i, "");
	if (valid(wish) === null && !validRange(wish)) return void 0;
	return versions.filter((version) => /^\d+\.\d+\.\d+$/.test(version) && fits(version, wish)).sort(rcompare)[0];
}

// src/core/uv/required-version.ts
function asTable(value) {
	const parsed = record(string(), unknown()).safeParse(value);
	return parsed.success ? parsed.data : {};
}
/**
* Reads a TOML file of the project.
*
* @param file uv.toml, pyproject.toml or uv.lock
* @returns the document
* @throws TurnpikeError `CONFIG_UNREADABLE` with the line and column of what is no TOML
*/
function readToml(file) {
	try {
		return asTable(parseToml(file.text));
	} catch (cause) {
		const place = cause instanceof TomlError ? {
			line: cause.line,
			column: cause.column
		} : {};
		const said = cause instanceof Error ? cause.message.split("\n")[0] ?? "" : "";
		const problem = {
			where: file.path,
			...place,
			message: said.replace(/^Invalid TOML document: /, "")
		};
		throw new TurnpikeError("CONFIG_UNREADABLE", "config", `${file.path} is not TOML; uv would refuse it too.`, {
			problems: [problem],
			cause
		});
	}
}
function textAt(document, keys) {
	let value = document;
	for (const key of keys) value = asTable(value)[key];
	return typeof value === "string" ? value : void 0;
}
/**
* @param file uv.toml or pyproject.toml
* @returns the project's `required-version` (uv settings reference), or undefined
*/
function readRequiredVersion(file) {
	const keys = file.path.endsWith("uv.toml") ? ["required-version"] : [
		"tool",
		"uv",
		"required-version"
	];
	return textAt(readToml(file), keys);
}
/**
* @param file pyproject.toml
* @returns `project.requires-python`, or undefined
*/
function readRequiresPython(file) {
	return textAt(readToml(file), ["project", "requires-python"]);
}
/** True when a pyproject.toml holds settings of uv, so that uv stops looking further up. */
function hasUvSettings(file) {
	return asTable(readToml(file)["tool"])["uv"] !== void 0;
}
/** True when a pyproject.toml makes its folder the root of a workspace, whose lock serves all members. */
function isWorkspaceRoot(file) {
	return asTable(asTable(readToml(file)["tool"])["uv"])["workspace"] !== void 0;
}

export { bestPython as a, readRequiresPython as i, isWorkspaceRoot as n, readPythonVersionFile as o, readRequiredVersion as r, hasUvSettings as t };