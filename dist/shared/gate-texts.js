import { t as commandLine } from "./plan-document.js";
import { V as oneLine } from "./first-gate.js";
import { t as placeText } from "./place-text.js";

// src/cli/page/gate-texts.ts
const MOST_COMMAND = 300;
const MOST_FOLDER = 80;
/**
* @param gate any gate
* @returns its first line, and where it runs: the work itself where something else calls it, `ruff check src` of `make lint`
*/
function workText(gate) {
	const where = gate.cwd === "." ? "" : `  (in ${oneLine(gate.cwd, MOST_FOLDER)})`;
	const [first = "", ...more] = (gate.shows ?? commandLine(gate)).split("\n");
	return `${oneLine(first, MOST_COMMAND)}${more.length > 0 ? " …" : ""}${where}`;
}
/**
* @param gate any gate
* @returns `ci.yml:31 › Makefile:12`, without the folder that all workflows share
*/
function wayText({ chain, source }) {
	const texts = (chain === void 0 || chain.length === 0 ? [source] : chain).map((place) => placeText(place).replace(/^\.github\/workflows\//, ""));
	return [...new Set(texts)].join(" › ");
}
/** @returns what people call an environment: `uv`, `npm in web`, `tox:lint` */
function environmentText({ manager, cwd, recipe }) {
	const name = recipe === void 0 ? manager : oneLine(recipe.name, MOST_FOLDER);
	return cwd === "." ? name : `${name} in ${oneLine(cwd, MOST_FOLDER)}`;
}

export { wayText as n, workText as r, environmentText as t };