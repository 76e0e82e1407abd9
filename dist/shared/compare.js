// src/core/sbom/compare.ts
/**
* Order by UTF-16 code units: the same on every machine, unlike `localeCompare`.
*
* @param a one text
* @param b another
* @returns negative, 0 or positive
*/
function compareText(a, b) {
	if (a < b) return -1;
	return a > b ? 1 : 0;
}
/**
* @param values anything with a sort key
* @param key gives the sort key
* @returns a sorted copy
*/
function sortedBy(values, key) {
	return [...values].sort((a, b) => compareText(key(a), key(b)));
}

export { sortedBy as n, compareText as t };