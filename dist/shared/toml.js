import { t as parse } from "./dist.js";

// src/core/documents/remembered.ts
/** Characters of texts that are kept with what was made of them; the files that a repository is read by are far fewer. */
const MAX_CHARACTERS = 16777216;
function outcomeOf(read, text) {
	try {
		return { made: read(text) };
	} catch (thrown) {
		return { thrown };
	}
}
/**
* Remembers what a reader made of a text: several systems read the same files, and `migrate` plans a repository as it is and
* as it would be. Only for readers whose result nobody changes and that go by the text alone.
*
* @param read a pure function
* @returns the same function; it throws again what it threw
*/
function remembered(read) {
	const known = /* @__PURE__ */ new Map();
	let characters = 0;
	return (text) => {
		let outcome = known.get(text);
		if (outcome === void 0) {
			outcome = outcomeOf(read, text);
			characters += text.length;
			if (characters > MAX_CHARACTERS) {
				known.clear();
				characters = text.length;
			}
			known.set(text, outcome);
		}
		if ("thrown" in outcome) throw outcome.thrown;
		return outcome.made;
	};
}

// src/core/documents/toml.ts
/**
* Parses TOML, a text once however many ask: the same pyproject.toml is read for each of the tools that it may speak of.
*
* @throws TomlError with line and column of what is no TOML
*/
const parseToml = remembered((text) => parse(text));

export { remembered as n, parseToml as t };