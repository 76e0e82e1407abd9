// src/contract/counts.ts
/**
* A number as people read it: `1,234,567`. `toLocaleString` gives the same, and loads the tables of all languages for it:
* 14 ms, before the first gate starts.
*
* @param count a whole number
* @returns its digits in groups of three
*/
function groupDigits(count) {
	return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
/**
* A number of things: `1 gate`, `2 gates`, `10,000 entries`.
*
* @param count how many
* @param one the noun for one
* @param many the noun for any other number; default: `one` and an s
* @returns number and noun
*/
function countOf(count, one, many = `${one}s`) {
	return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

export { groupDigits as n, countOf as t };