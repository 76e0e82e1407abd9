import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_picocolors } from "./picocolors.js";

// src/adapters/terminal/styles.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
/**
* Whether a stream gets colours. `NO_COLOR` (not empty) switches them off (no-color.org), `FORCE_COLOR` on, or off when it
* is `0` or `false` (force-color.org); else a terminal gets them unless it says that it is `dumb`.
*
* @param stream the stream
* @param env the process environment
* @returns true when colours may be written
*/
function wantsColor(stream, env) {
	if ((env["NO_COLOR"] ?? "") !== "") return false;
	const forced = env["FORCE_COLOR"];
	if (forced !== void 0) return forced !== "0" && forced !== "false";
	return stream.isTTY === true && env["TERM"] !== "dumb";
}
/**
* @param stream where the text will be written
* @param env the process environment
* @returns colours and marks that fit the stream
*/
function styles(stream, env) {
	const isColored = wantsColor(stream, env);
	const { bold, dim, italic, underline, red, green, yellow, blue, magenta, cyan, gray } = import_picocolors.default.createColors(isColored);
	return {
		isColored,
		bold,
		dim,
		italic,
		underline,
		red,
		green,
		yellow,
		blue,
		magenta,
		cyan,
		gray,
		marks: {
			pass: green("✓"),
			fail: red("✗"),
			warn: yellow("!"),
			skip: gray("–"),
			cancel: yellow("■"),
			info: blue("i"),
			arrow: cyan("→")
		}
	};
}

export { styles as t };