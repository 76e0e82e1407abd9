import { h as stringbool, m as string, n as _enum, x as NEVER } from "./schemas.js";

// src/contract/fields.ts
function field(kind, description, expects, schema, options) {
	return {
		kind,
		description,
		required: options.required ?? false,
		default: options.default,
		choices: options.choices,
		expects,
		schema
	};
}
/** Any text on one or more lines. */
function text(description, options = {}) {
	return field("text", description, "text", string(), options);
}
/** A path, relative to the working folder unless absolute. */
function path(description, options = {}) {
	return field("path", description, "a path", string().refine((value) => !value.includes("\0")), options);
}
/** A value that is masked before anything may log. */
function secret(description, options = {}) {
	return field("secret", description, "a secret", string(), options);
}
/** True or false, in the spellings of YAML 1.2's core schema (section 10.3.2) and no others. */
function flag(description, options = {}) {
	return field("flag", description, "true or false", stringbool({
		truthy: [
			"true",
			"True",
			"TRUE"
		],
		falsy: [
			"false",
			"False",
			"FALSE"
		],
		case: "sensitive"
	}), options);
}
/** One of a few words. */
function choice(description, choices, options = {}) {
	const schema = _enum(choices);
	return field("choice", description, `one of ${choices.join(", ")}`, schema, {
		...options,
		choices
	});
}
/** One entry a line; blank lines and lines that begin with `#` are left out. Absent: an empty list. */
function list(description, options = {}) {
	return field("list", description, "one entry a line", string().transform((value) => value.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"))), { default: options.default ?? "" });
}
const DURATION = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
/**
* @param value `90s`, `10m`, `1h`, `1h30m`
* @returns milliseconds, or undefined when it is no duration
*/
function parseDuration(value) {
	const match = DURATION.exec(value.trim());
	if (match === null || value.trim() === "") return void 0;
	const [hours, minutes, seconds] = [
		match[1],
		match[2],
		match[3]
	].map((part) => Number(part ?? 0));
	return ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1e3;
}
/** A length of time, read into milliseconds. */
function duration(description, options = {}) {
	return field("duration", description, "a duration such as 90s, 10m or 1h", string().transform((value, context) => {
		const ms = parseDuration(value);
		if (ms !== void 0) return ms;
		context.addIssue({
			code: "custom",
			message: "not a duration"
		});
		return NEVER;
	}), options);
}
/** A whole number, 1 or more. */
function count(description, options = {}) {
	return field("count", description, "a whole number from 1 up", string().regex(/^[1-9]\d{0,5}$/).transform(Number), options);
}
/** A JSON document, such as `${{ toJSON(needs) }}`. Its shape is checked by whoever reads it. */
function json(description, options = {}) {
	return field("json", description, "a JSON document", string().transform((value, context) => {
		try {
			return JSON.parse(value);
		} catch {
			context.addIssue({
				code: "custom",
				message: "not JSON"
			});
			return NEVER;
		}
	}), options);
}

export { json as a, path as c, flag as i, secret as l, count as n, list as o, duration as r, parseDuration as s, choice as t, text as u };