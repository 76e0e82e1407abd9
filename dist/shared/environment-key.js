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

export { environmentKey as t };