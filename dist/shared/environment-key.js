import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_picomatch } from "./picomatch.js";

// src/core/gates/file-patterns.ts
var import_picomatch = /* @__PURE__ */ __toESM(require_picomatch(), 1);
function readPattern(text) {
	const takesOut = text.startsWith("!");
	const glob = (takesOut ? text.slice(1) : text).replace(/^\.\//, "").replace(/\/+$/, "");
	return {
		takesOut,
		matches: (0, import_picomatch.default)([glob, `${glob}/**`], {
			dot: true,
			posix: true
		})
	};
}
/**
* @param patterns globs relative to a root; one with `!` takes out again, and the last that matches decides
* @returns tells whether they name a file, given by its path from that root
*/
function filesNamedBy(patterns) {
	const read = patterns.map(readPattern);
	return (file) => read.findLast((pattern) => pattern.matches(file))?.takesOut === false;
}

// src/core/gates/environment-key.ts
/**
* @param need an environment
* @returns what tells it from others: two gates with the same key share one
*/
function environmentKey(need) {
	const { manager, cwd, python, recipe } = need;
	const place = python === void 0 ? `${manager}\0${cwd}` : `${manager}\0${cwd}\0${python}`;
	if (recipe === void 0) return place;
	const installs = recipe.installs.map(({ words, cwd: at, env }) => [
		words,
		at,
		Object.entries(env).sort()
	]);
	return `${place}\0${JSON.stringify([recipe.python, installs])}`;
}

export { filesNamedBy as n, environmentKey as t };