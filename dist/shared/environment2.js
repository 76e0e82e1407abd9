// src/adapters/node/environment.ts
/**
* @param env a process environment
* @returns the variables that are set
*/
function definedVariables(env) {
	return Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== void 0));
}

export { definedVariables as t };