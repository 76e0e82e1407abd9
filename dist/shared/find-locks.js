import { _ as union$1, a as boolean, c as literal, d as object, f as record, m as string, r as array, u as number, v as unknown } from "./schemas.js";
import { n as TurnpikeError, o as unreachable } from "./errors.js";
import { n as TomlError, t as parse } from "./dist.js";
import { n as sortedBy, t as compareText } from "./compare.js";
import { posix } from "node:path";
import { basename as basename$1 } from "node:path/posix";

// src/core/sbom/counts.ts
const hashes$1 = array(unknown()).optional();
const documentSchema = object({
	bomFormat: literal("CycloneDX"),
	specVersion: string().regex(/^1\.[4-7]$/, { message: "is no CycloneDX version that is known; 1.4 to 1.7 are" }),
	metadata: object({ component: object({ name: string() }).optional() }).optional(),
	components: array(object({
		licenses: array(unknown()).optional(),
		hashes: hashes$1,
		externalReferences: array(object({ hashes: hashes$1 })).optional()
	})).optional(),
	dependencies: array(object({
		ref: string(),
		dependsOn: array(string()).optional()
	})).optional()
});
function hasHash({ member, artifact }, any) {
	if ((artifact?.hashes ?? []).length > 0) return true;
	return any === "any" && member.package.artifacts.some(({ hashes: found }) => found.length > 0);
}
/**
* The numbers of a document that is about to be written, the same as {@link countsOf} gives for it.
*
* @param description components and their facts
* @returns its numbers
*/
function countsOfDescription({ root, components, inventory }) {
	const licensesKnown = components.filter(({ licenses }) => licenses.length > 0).length;
	return {
		subject: root.name,
		components: components.length,
		edges: inventory.edgeCount,
		licensesKnown,
		licensesUnknown: components.length - licensesKnown,
		hashed: components.filter((described) => hasHash(described, "own")).length,
		verifiable: components.filter((described) => hasHash(described, "any")).length
	};
}
/**
* The two numbers that a plan shows, without making a document.
*
* @param inventory what a selection reaches
* @returns components without the root, and edges
*/
function countsOfInventory(inventory) {
	return {
		components: inventory.members.length,
		edges: inventory.edgeCount
	};
}

// src/core/sbom/formats/python-names.ts
/**
* @param name a Python package name, extra or group
* @returns its normal form (packaging.python.org, "Names and normalization")
*/
function normalName(name) {
	return name.replaceAll(/[-_.]+/g, "-").toLowerCase();
}
/**
* @param text `sha256:0123…`
* @returns algorithm and digest, or undefined when it is no such pair
*/
function splitDigest(text) {
	const match = /^([a-z0-9]+):([0-9a-fA-F]+)$/.exec(text);
	return match?.[1] === void 0 || match[2] === void 0 ? void 0 : [match[1], match[2].toLowerCase()];
}

// src/core/sbom/markers/membership.ts
/** `'x' in extras` and `'x' in dependency_groups`, as lock files may ask (PEP 751, "Markers"). */
function membershipOf(marker) {
	if (marker.kind !== "atom" || marker.operator !== "contains" && marker.operator !== "not contains") return void 0;
	const isWanted = marker.operator === "contains";
	if (marker.variable === "extras") return (asked) => asked.extra(marker.value) === isWanted;
	return marker.variable === "dependency_groups" ? (asked) => asked.group(marker.value) === isWanted : void 0;
}
/**
* Answers what a marker asks about the selection, and keeps what it asks about the environment.
*
* @param marker a marker
* @param asked the selection
* @returns the rest of the marker, or whether it holds when nothing is left
*/
function answerMembership(marker, asked) {
	const membership = membershipOf(marker);
	if (membership !== void 0) return membership(asked);
	switch (marker.kind) {
		case "atom": return marker;
		case "and":
		case "or": {
			const decides = marker.kind === "or";
			const parts = marker.parts.map((part) => answerMembership(part, asked));
			if (parts.includes(decides)) return decides;
			const rest = parts.filter((part) => typeof part !== "boolean");
			const [only] = rest;
			if (only === void 0) return !decides;
			return rest.length === 1 ? only : {
				kind: marker.kind,
				parts: rest
			};
		}
		default: return unreachable(marker);
	}
}

// src/core/sbom/markers/parse.ts
const TOKEN = /\s*(?:(\()|(\))|'([^']*)'|"([^"]*)"|(===|==|!=|<=|>=|~=|<|>)|([A-Za-z_][\w.]*))/y;
/** Deepest nesting that is read; resolvers write two or three levels. */
const MAX_DEPTH = 64;
function tokenize(text) {
	const tokens = [];
	const pattern = new RegExp(TOKEN);
	const end = text.trimEnd().length;
	while (pattern.lastIndex < end) {
		const match = pattern.exec(text);
		if (match === null) return void 0;
		const [, open, close, single, double, operator, word] = match;
		if (open !== void 0) tokens.push({ kind: "open" });
		else if (close !== void 0) tokens.push({ kind: "close" });
		else if (operator !== void 0) tokens.push({
			kind: "operator",
			value: operator
		});
		else if (word !== void 0) tokens.push({
			kind: "word",
			value: word
		});
		else tokens.push({
			kind: "text",
			value: single ?? double ?? ""
		});
	}
	return tokens;
}
const REVERSED = {
	"==": "==",
	"!=": "!=",
	"<": ">",
	"<=": ">=",
	">": "<",
	">=": "<=",
	in: "contains",
	"not in": "not contains"
};
const FORWARD = /* @__PURE__ */ new Set([
	"==",
	"!=",
	"<",
	"<=",
	">",
	">=",
	"~=",
	"===",
	"in",
	"not in"
]);
function isForward(operator) {
	return FORWARD.has(operator);
}
/** A reader of tokens by recursive descent (PEP 508, "Grammar"). Every method gives undefined for what is no marker. */
var MarkerReader = class {
	#at = 0;
	#tokens;
	constructor(tokens) {
		this.#tokens = tokens;
	}
	get isAtEnd() {
		return this.#at >= this.#tokens.length;
	}
	readOr(depth) {
		return this.#readJoined("or", () => this.#readJoined("and", () => this.#readPart(depth)));
	}
	#readJoined(kind, readPart) {
		const parts = [];
		do {
			const part = readPart();
			if (part === void 0) return void 0;
			parts.push(part);
		} while (this.#takeWord(kind));
		return parts.length === 1 ? parts[0] : {
			kind,
			parts
		};
	}
	#takeWord(word) {
		const token = this.#tokens[this.#at];
		if (token?.kind !== "word" || token.value !== word) return false;
		this.#at += 1;
		return true;
	}
	#readPart(depth) {
		if (this.#tokens[this.#at]?.kind !== "open") return this.#readAtom();
		if (depth >= MAX_DEPTH) return void 0;
		this.#at += 1;
		const inner = this.readOr(depth + 1);
		if (this.#tokens[this.#at]?.kind !== "close") return void 0;
		this.#at += 1;
		return inner;
	}
	#readOperator() {
		if (this.#takeWord("in")) return "in";
		if (this.#takeWord("not")) return this.#takeWord("in") ? "not in" : void 0;
		const token = this.#tokens[this.#at];
		if (token?.kind !== "operator") return void 0;
		this.#at += 1;
		return token.value;
	}
	#readAtom() {
		const left = this.#tokens[this.#at];
		this.#at += 1;
		const operator = this.#readOperator();
		const right = this.#tokens[this.#at];
		this.#at += 1;
		if (operator === void 0) return void 0;
		if (left?.kind === "word" && right?.kind === "text" && isForward(operator)) return {
			kind: "atom",
			variable: left.value,
			operator,
			value: right.value
		};
		const reversed = REVERSED[operator];
		if (left?.kind === "text" && right?.kind === "word" && reversed !== void 0) return {
			kind: "atom",
			variable: right.value,
			operator: reversed,
			value: left.value
		};
	}
};
/**
* @param text a PEP 508 marker
* @returns the marker, or undefined when it is none
*/
function parseMarker(text) {
	const tokens = tokenize(text);
	if (tokens === void 0 || tokens.length === 0) return void 0;
	const reader = new MarkerReader(tokens);
	const marker = reader.readOr(0);
	return reader.isAtEnd ? marker : void 0;
}
/**
* @param marker a marker
* @returns its comparisons, in order
*/
function atomsOf(marker) {
	return marker.kind === "atom" ? [marker] : marker.parts.flatMap(atomsOf);
}
function render(marker, isInner) {
	if (marker.kind === "atom") {
		const quoted = marker.value.includes("'") ? `"${marker.value}"` : `'${marker.value}'`;
		if (marker.operator === "contains") return `${quoted} in ${marker.variable}`;
		if (marker.operator === "not contains") return `${quoted} not in ${marker.variable}`;
		return `${marker.variable} ${marker.operator} ${quoted}`;
	}
	const text = marker.parts.map((part) => render(part, true)).join(` ${marker.kind} `);
	return isInner ? `(${text})` : text;
}
/**
* @param marker a marker
* @returns its text, with `'` and only the parentheses that are needed to read it
*/
function renderMarker(marker) {
	return render(marker, false);
}

// src/core/sbom/markers/conflicts.ts
/**
* Reads a conflict atom's value. uv writes the state of conflicting extras and groups as extras that nobody can ask for:
* `extra-3-foo-x1`, `group-3-foo-dev`, `project-3-foo`, the number being the length of the package's name
* (uv crates/uv-resolver/src/universal_marker.rs).
*
* @param value what `extra` is compared with
* @returns the item, or undefined when it is an ordinary extra
*/
function decodeConflict(value) {
	const match = /^(extra|group|project)-(\d{1,4})-(.+)$/s.exec(value);
	if (match?.[1] === void 0 || match[2] === void 0 || match[3] === void 0) return void 0;
	const [, kind, digits, rest] = match;
	const length = Number(digits);
	const name = rest.slice(length + 1);
	if (kind === "project") return rest.length === length ? {
		package: rest,
		kind,
		name: ""
	} : void 0;
	if (rest.length <= length + 1 || rest[length] !== "-") return void 0;
	return kind === "extra" || kind === "group" ? {
		package: rest.slice(0, length),
		kind,
		name
	} : void 0;
}
/**
* @param item a conflict item
* @returns a text that is the same for the same item
*/
function conflictId(item) {
	return `${item.kind} ${item.package} ${item.name}`;
}
/**
* @param atom a comparison
* @returns the conflict item that it asks about, if it does
*/
function conflictOf(atom) {
	return atom.variable === "extra" ? decodeConflict(atom.value) : void 0;
}
/**
* Takes conflict atoms out, for people: in `and` they are dropped, an `or` branch of nothing else goes whole.
*
* @param marker a marker
* @returns the rest, or undefined when nothing is left
*/
function withoutConflicts(marker) {
	if (marker.kind === "atom") return conflictOf(marker) === void 0 ? marker : void 0;
	const parts = marker.parts.map(withoutConflicts).filter((part) => part !== void 0);
	if (parts.length <= 1) return parts[0];
	return {
		kind: marker.kind,
		parts
	};
}

// src/core/sbom/markers/python.ts
const STEPS = [
	1e6,
	1e3,
	1
];
function parseLiteral(value) {
	const match = /^(\d{1,3})(?:\.(\d{1,3}))?(?:\.(\d{1,3}))?(\.\*)?$/.exec(value.trim());
	if (match === null) return void 0;
	const numbers = [
		match[1],
		match[2],
		match[3]
	].filter((part) => part !== void 0).map(Number);
	return {
		point: numbers.reduce((sum, number, index) => sum + number * (STEPS[index] ?? 0), 0),
		length: numbers.length,
		isPrefix: match[4] !== void 0
	};
}
function parseLiterals(atom) {
	const literals = (atom.operator === "in" || atom.operator === "not in" ? atom.value.split(/[\s,|]+/) : [atom.value]).filter((value) => value !== "").map(parseLiteral);
	return literals.every((literal) => literal !== void 0) ? literals : void 0;
}
/** First release after all that begin with the literal. */
function prefixEnd(literal) {
	return literal.point + (STEPS[literal.length - 1] ?? 1);
}
/**
* Releases where the truth of a comparison may change.
*
* @param atom a comparison of `python_version` or `python_full_version`
* @returns the releases; undefined when the comparison cannot be judged
*/
function pythonBreaks(atom) {
	const literals = parseLiterals(atom);
	if (literals === void 0 || atom.operator === "contains" || atom.operator === "not contains") return void 0;
	return literals.flatMap((literal) => {
		const minor = Math.floor(literal.point / 1e3) * 1e3;
		const ends = atom.variable === "python_version" ? [minor, minor + 1e3] : [];
		return [
			literal.point,
			prefixEnd(literal),
			...ends
		];
	});
}
/**
* One point for every named release and one for every stretch between two.
*
* @param breaks named releases
* @returns points in order
*/
function pythonPoints(breaks) {
	const sorted = [...new Set(breaks)].sort((a, b) => a - b);
	const [first] = sorted;
	if (first === void 0) return [3e6];
	return [first - .5, ...sorted.flatMap((point) => [point, point + .5])];
}
function compare(left, operator, right) {
	const isWithin = left >= right.point && left < prefixEnd(right);
	switch (operator) {
		case "<": return left < right.point;
		case "<=": return left <= right.point;
		case ">": return left > right.point;
		case ">=": return left >= right.point;
		case "!=": return right.isPrefix ? !isWithin : left !== right.point;
		case "~=": {
			const parent = STEPS[Math.max(right.length - 2, 0)] ?? 1;
			return left >= right.point && left < Math.floor(right.point / parent) * parent + parent;
		}
		default: return right.isPrefix ? isWithin : left === right.point;
	}
}
/**
* @param atom a comparison that {@link pythonBreaks} can judge
* @param point a release
* @returns whether it holds there
*/
function holdsForPython(atom, point) {
	const left = atom.variable === "python_version" ? Math.floor(point / 1e3) * 1e3 : point;
	const literals = parseLiterals(atom) ?? [];
	if (atom.operator === "in") return literals.some((literal) => compare(left, "==", literal));
	if (atom.operator === "not in") return literals.every((literal) => compare(left, "!=", literal));
	return literals.every((literal) => compare(left, atom.operator, literal));
}
/**
* @param specifier a PEP 440 specifier: `>=3.10,<4`
* @returns the comparisons that it stands for; parts that cannot be read are left out
*/
function specifierAtoms(specifier) {
	return specifier.split(",").flatMap((part) => {
		const [, operator, value] = /^\s*(===|==|!=|<=|>=|~=|<|>)\s*([\w.*]+)\s*$/.exec(part) ?? [];
		if (value === void 0) return [];
		switch (operator) {
			case "===":
			case "==":
			case "!=":
			case "<=":
			case ">=":
			case "~=":
			case "<":
			case ">": return [{
				kind: "atom",
				variable: "python_full_version",
				operator,
				value
			}];
			default: return [];
		}
	});
}

// src/core/sbom/markers/dimensions.ts
/** String variables whose `==` and `!=` are judged. */
const STRING_VARIABLES = /* @__PURE__ */ new Set([
	"sys_platform",
	"platform_system",
	"platform_machine",
	"os_name",
	"implementation_name",
	"platform_python_implementation"
]);
/** What a platform implies (docs.python.org, sys.platform, os.name, platform.system). */
const IMPLIED = {
	linux: {
		os_name: "posix",
		platform_system: "Linux"
	},
	darwin: {
		os_name: "posix",
		platform_system: "Darwin"
	},
	win32: {
		os_name: "nt",
		platform_system: "Windows"
	}
};
/**
* @param atom a comparison
* @returns the variable that it is judged by; undefined when it cannot be judged
*/
function variableOf(atom) {
	if (atom.variable === "python_version" || atom.variable === "python_full_version") return pythonBreaks(atom) === void 0 ? void 0 : "python";
	const conflict = conflictOf(atom);
	if (conflict !== void 0 && (atom.operator === "==" || atom.operator === "!=")) return conflictId(conflict);
	const isEquality = atom.operator === "==" || atom.operator === "!=" || atom.operator === "===";
	return STRING_VARIABLES.has(atom.variable) && isEquality ? atom.variable : void 0;
}
/**
* Points that `requires-python` leaves; all of them when it leaves none, because then it was not understood.
*
* @param atoms comparisons of Python's version
* @param required those of `requires-python`
* @returns the variable's values
*/
function pythonDimension(atoms, required) {
	const all = pythonPoints([...atoms, ...required].flatMap((atom) => pythonBreaks(atom) ?? []));
	const left = all.filter((point) => required.every((atom) => holdsForPython(atom, point)));
	const points = left.length === 0 ? all : left;
	return {
		name: "python",
		size: points.length,
		uses: Number.POSITIVE_INFINITY,
		texts: void 0,
		holds: (atom, index) => holdsForPython(atom, points[index] ?? 0)
	};
}
function stringDimension(name, atoms) {
	const implied = Object.values(IMPLIED).flatMap((values) => values[name] ?? []);
	const named = [...atoms.map(({ value }) => value), ...name === "sys_platform" ? Object.keys(IMPLIED) : implied];
	const texts = [...new Set(named), void 0];
	return {
		name,
		size: texts.length,
		uses: atoms.length,
		texts,
		holds: (atom, index) => texts[index] === atom.value === (atom.operator !== "!=")
	};
}
function conflictDimension(name, state) {
	const values = state === "maybe" ? [false, true] : [state === "on"];
	return {
		name,
		size: values.length,
		uses: Number.POSITIVE_INFINITY,
		texts: void 0,
		holds: (atom, index) => values[index] === (atom.operator === "==")
	};
}
/**
* @param name a variable other than Python's version, as {@link variableOf} gives it
* @param atoms its comparisons
* @param stateOf what is known of conflicting extras and groups
* @returns the variable's values
*/
function makeDimension(name, atoms, stateOf) {
	const [first] = atoms;
	const item = first === void 0 ? void 0 : conflictOf(first);
	return item === void 0 ? stringDimension(name, atoms) : conflictDimension(name, stateOf(item));
}
/**
* The next combination, like an odometer whose first wheel turns fastest.
*
* @param current an index for each variable; changed in place
* @param sizes how many values each variable has
*/
function advance(current, sizes) {
	for (let index = 0; index < sizes.length; index += 1) {
		const next = (current[index] ?? 0) + 1;
		current[index] = next < (sizes[index] ?? 0) ? next : 0;
		if (current[index] !== 0) return;
	}
}
/** For each value of `sys_platform`, by index, the values of other variables that go with it. */
function impliedIndexes(dimensions) {
	const platform = dimensions.findIndex(({ name }) => name === "sys_platform");
	return (dimensions[platform]?.texts ?? []).flatMap((text, value) => Object.entries(IMPLIED[text ?? ""] ?? {}).flatMap(([name, implied]) => {
		const to = dimensions.findIndex((dimension) => dimension.name === name);
		return to === -1 ? [] : [[
			platform,
			value,
			to,
			dimensions[to]?.texts?.indexOf(implied) ?? -1
		]];
	}));
}
/**
* Tells whether values can stand together: platforms imply others, and of rivals at most one is on.
*
* @param dimensions the variables
* @param conflicts sets of rivals
* @returns judges an index for each variable
*/
function possibility(dimensions, conflicts) {
	const implied = impliedIndexes(dimensions);
	const isOn = {
		kind: "atom",
		variable: "extra",
		operator: "==",
		value: ""
	};
	const rivals = conflicts.map((set) => {
		const ids = new Set(set.map(conflictId));
		return dimensions.flatMap((dimension, index) => ids.has(dimension.name) ? [{
			dimension,
			index
		}] : []);
	}).filter((set) => set.length > 1);
	return (current) => {
		for (const [from, value, to, needed] of implied) if (current[from] === value && current[to] !== needed) return false;
		for (const set of rivals) {
			let on = 0;
			for (const { dimension, index } of set) if (dimension.holds(isOn, current[index] ?? 0)) on += 1;
			if (on > 1) return false;
		}
		return true;
	};
}

// src/core/sbom/markers/worlds.ts
/**
* @param bits one bit for each environment; taken over
* @param count how many environments there are
* @returns the set, `all` where every bit is set
*/
function toWorlds(bits, count) {
	for (let index = 0; index < bits.length; index += 1) {
		const full = index === bits.length - 1 && count % 32 !== 0 ? 2 ** (count % 32) - 1 : 4294967295;
		if (bits[index] !== full) return bits;
	}
	return "all";
}
/**
* @param a some environments
* @param b others
* @returns those in both
*/
function intersection(a, b) {
	if (a === "all") return b;
	if (b === "all") return a;
	const both = a.slice();
	for (let index = 0; index < both.length; index += 1) both[index] = (both[index] ?? 0) & (b[index] ?? 0);
	return both;
}
/**
* @param a some environments
* @param b others
* @returns those in either
*/
function union(a, b) {
	if (a === "all" || b === "all") return "all";
	const either = a.slice();
	for (let index = 0; index < either.length; index += 1) either[index] = (either[index] ?? 0) | (b[index] ?? 0);
	return either;
}
/**
* @param worlds some environments
* @returns whether there is none
*/
function isNone(worlds) {
	if (worlds === "all") return false;
	for (let index = 0; index < worlds.length; index += 1) if (worlds[index] !== 0) return false;
	return true;
}
/**
* @param part some environments
* @param whole others
* @returns whether `whole` has all of `part`
*/
function isWithin(part, whole) {
	if (whole === "all") return true;
	if (part === "all") return false;
	for (let index = 0; index < part.length; index += 1) if (((part[index] ?? 0) & ~(whole[index] ?? 0)) !== 0) return false;
	return true;
}

// src/core/sbom/markers/universe.ts
/** Most environments that are told apart; beyond it the rarest variables count as unknown, which only keeps more. */
const MAX_WORLDS = 1 << 17;
/** Variables that are kept: all of them, or the most used ones when there would be too many environments. */
function keepSmall(dimensions) {
	const kept = [...dimensions].sort((a, b) => b.uses - a.uses);
	const product = () => kept.reduce((size, dimension) => size * dimension.size, 1);
	while (product() > MAX_WORLDS && kept.length > 1) kept.pop();
	return kept;
}
/** The environments that a lock tells apart, and which of them a marker admits. Unknown comparisons admit all. */
var Universe = class {
	#dimensions;
	/** For each environment kept, the index of its value in each dimension. */
	#values;
	#count;
	#parsed = /* @__PURE__ */ new Map();
	#markers = /* @__PURE__ */ new Map();
	#atoms = /* @__PURE__ */ new Map();
	/** As given. */
	id;
	/** @param options see {@link UniverseOptions} */
	constructor(options) {
		this.id = options.id;
		const restrictions = options.supportedMarkers.map(parseMarker);
		const python = specifierAtoms(options.requiresPython ?? "").filter((atom) => pythonBreaks(atom) !== void 0);
		const atoms = /* @__PURE__ */ new Map();
		const add = (atom) => {
			const variable = variableOf(atom);
			if (variable === void 0) return;
			const list = atoms.get(variable);
			if (list === void 0) atoms.set(variable, [atom]);
			else list.push(atom);
		};
		for (const text of options.markers) {
			if (this.#parsed.has(text)) continue;
			const marker = parseMarker(text);
			this.#parsed.set(text, marker);
			if (marker !== void 0) for (const atom of atomsOf(marker)) add(atom);
		}
		for (const marker of restrictions) if (marker !== void 0) for (const atom of atomsOf(marker)) add(atom);
		const dimensions = [...atoms].map(([name, list]) => name === "python" ? pythonDimension(list, python) : makeDimension(name, list, options.stateOf));
		this.#dimensions = new Map(keepSmall(dimensions).map((dimension) => [dimension.name, dimension]));
		const { values, count } = this.#enumerate(options.conflicts);
		this.#values = values;
		this.#count = count;
		this.#restrict(restrictions);
	}
	/** How many environments are told apart. */
	get size() {
		return this.#count;
	}
	/**
	* @param text a marker; undefined stands for no condition
	* @returns the environments that it admits, or more when it cannot be judged
	*/
	admits(text) {
		if (text === void 0) return "all";
		const known = this.#markers.get(text);
		if (known !== void 0) return known;
		const marker = this.#parsed.has(text) ? this.#parsed.get(text) : parseMarker(text);
		const worlds = marker === void 0 ? "all" : this.#evaluate(marker);
		this.#markers.set(text, worlds);
		return worlds;
	}
	/** Counts through every combination of values, the first variable fastest, and keeps those that can be. */
	#enumerate(conflicts) {
		const dimensions = [...this.#dimensions.values()];
		const total = dimensions.reduce((size, dimension) => size * dimension.size, 1);
		const lists = dimensions.map(() => new Uint16Array(total));
		const sizes = dimensions.map(({ size }) => size);
		const current = new Uint16Array(dimensions.length);
		const isPossible = possibility(dimensions, conflicts);
		let count = 0;
		for (let world = 0; world < total; world += 1) {
			if (isPossible(current)) {
				for (let index = 0; index < lists.length; index += 1) {
					const list = lists[index];
					if (list !== void 0) list[count] = current[index] ?? 0;
				}
				count += 1;
			}
			advance(current, sizes);
		}
		return {
			values: new Map(dimensions.map(({ name }, index) => [name, lists[index] ?? /* @__PURE__ */ new Uint16Array()])),
			count
		};
	}
	/** Drops the environments that no supported marker admits. */
	#restrict(restrictions) {
		if (restrictions.length === 0 || restrictions.some((marker) => marker === void 0)) return;
		const none = new Uint32Array(Math.ceil(this.#count / 32));
		const admitted = restrictions.map((marker) => marker === void 0 ? none : this.#evaluate(marker)).reduce(union, none);
		if (admitted === "all") return;
		let count = 0;
		for (let world = 0; world < this.#count; world += 1) {
			if (((admitted[world >>> 5] ?? 0) & 1 << (world & 31)) === 0) continue;
			for (const list of this.#values.values()) list[count] = list[world] ?? 0;
			count += 1;
		}
		this.#count = count;
		this.#atoms.clear();
	}
	#evaluate(marker) {
		if (marker.kind === "atom") return this.#evaluateAtom(marker);
		return marker.parts.map((part) => this.#evaluate(part)).reduce(marker.kind === "and" ? intersection : union);
	}
	#evaluateAtom(atom) {
		const id = `${atom.variable} ${atom.operator} ${atom.value}`;
		const known = this.#atoms.get(id);
		if (known !== void 0) return known;
		const variable = variableOf(atom);
		const dimension = variable === void 0 ? void 0 : this.#dimensions.get(variable);
		const indexes = variable === void 0 ? void 0 : this.#values.get(variable);
		if (dimension === void 0 || indexes === void 0) return "all";
		const truths = Array.from({ length: dimension.size }, (_, index) => dimension.holds(atom, index));
		const bits = new Uint32Array(Math.ceil(this.#count / 32));
		for (let world = 0; world < this.#count; world += 1) if (truths[indexes[world] ?? 0]) bits[world >>> 5] = (bits[world >>> 5] ?? 0) | 1 << (world & 31);
		const worlds = toWorlds(bits, this.#count);
		this.#atoms.set(id, worlds);
		return worlds;
	}
};

// src/core/sbom/select.ts
/** What is shipped: no group, every extra. */
const SHIPPED = {
	groups: [],
	extras: "all",
	members: "default"
};
/**
* @param lock a lock
* @param selection what is asked for
* @returns whether the root's workspace members are projects too
*/
function includesMembers(lock, selection) {
	return selection.members === "all" || lock.includesMembers;
}
/**
* The packages that extras and groups are asked of.
*
* @param lock a lock
* @param selection what is asked for
* @returns the root first, then members
*/
function projectsOf(lock, selection) {
	return [lock.root, ...includesMembers(lock, selection) ? lock.members : []].map((key) => lock.packages.get(key)).filter((project) => project !== void 0);
}
/**
* @param names what is asked for
* @param name an extra or group of a lock, normalised
* @returns whether it is asked for
*/
function isAsked(names, name) {
	return names === "all" || names.some((asked) => normalName(asked) === name);
}
/**
* Refuses names that no lock knows, so that a slip does not make a smaller document.
*
* @param locks all locks of a run
* @param selection what is asked for
* @throws TurnpikeError `INPUT_INVALID` with one problem for each unknown name
*/
function checkSelection(locks, selection) {
	const projects = locks.flatMap((lock) => projectsOf(lock, {
		...selection,
		members: "all"
	}));
	const unknown = (kind, asked, known) => (asked === "all" ? [] : asked).filter((name) => !known.includes(normalName(name))).map((name) => ({
		where: `${kind} ${JSON.stringify(name)}`,
		message: known.length === 0 ? `no lock has any ${kind}` : `no lock has it; there are ${known.join(", ")}`
	}));
	const all = (pick) => [...new Set(projects.flatMap(pick))].sort();
	const problems = [...unknown("extra", selection.extras, all(({ extras }) => extras)), ...unknown("group", selection.groups, all(({ groups }) => groups))];
	if (problems.length === 0) return;
	throw new TurnpikeError("INPUT_INVALID", "config", "The selection names what the locks do not have.", { problems });
}

// src/core/sbom/listed.ts
/** The condition that is left of a package's marker under a selection; `false` when the selection rules the package out. */
function conditionOf$1(marker, selection, implied) {
	const parsed = marker === void 0 ? void 0 : parseMarker(marker);
	if (parsed === void 0) return true;
	const rest = answerMembership(parsed, {
		extra: (name) => isAsked(selection.extras, name),
		group: (name) => isAsked(selection.groups, name) || implied.includes(normalName(name))
	});
	return typeof rest === "boolean" ? rest : renderMarker(rest);
}
/**
* For a lock that lists packages and not what needs what: those that the selection and some environment admit.
*
* @param lock a lock whose graph is unknown
* @param selection what is asked for
* @returns the packages, without edges
*/
function listed(lock, selection) {
	const conditions = new Map([...lock.packages].map(([key, { marker }]) => [key, conditionOf$1(marker, selection, lock.impliedGroups)]));
	const universe = new Universe({
		markers: [...conditions.values()].filter((condition) => typeof condition === "string"),
		requiresPython: lock.requiresPython,
		supportedMarkers: lock.supportedMarkers,
		conflicts: [],
		stateOf: () => "maybe"
	});
	const parts = /* @__PURE__ */ new Map();
	for (const [key, condition] of conditions) {
		const worlds = typeof condition === "string" ? universe.admits(condition) : "all";
		if (condition !== false && !isNone(worlds)) parts.set(key, /* @__PURE__ */ new Map([["always", worlds]]));
	}
	return {
		parts,
		edges: /* @__PURE__ */ new Map()
	};
}

// src/core/sbom/walk.ts
const NOWHERE = /* @__PURE__ */ new Uint32Array(0);
function partOf(edge) {
	const { when } = edge;
	return when.kind === "extra" || when.kind === "group" ? `${when.kind} ${when.name}` : when.kind;
}
/**
* @param lock a lock
* @returns its edges, by package and part
*/
function indexEdges(lock) {
	const index = /* @__PURE__ */ new Map();
	for (const [key, { edges }] of lock.packages) {
		const parts = /* @__PURE__ */ new Map();
		for (const edge of edges) {
			const list = parts.get(partOf(edge));
			if (list === void 0) parts.set(partOf(edge), [edge]);
			else list.push(edge);
		}
		index.set(key, parts);
	}
	return index;
}
function startsOf(lock, options) {
	const ofProject = ({ key, extras, groups }) => [
		[key, "always"],
		...extras.filter((name) => isAsked(options.extras, name)).map((name) => [key, `extra ${name}`]),
		...groups.filter((name) => isAsked(options.groups, name)).map((name) => [key, `group ${name}`])
	];
	const starts = projectsOf(lock, options).flatMap(ofProject);
	return includesMembers(lock, options) ? [...starts, [lock.root, "workspace"]] : starts;
}
/**
* Follows edges from the projects, each only in the environments that every marker on the way admits.
*
* @param lock the lock and its edges
* @param options what is asked for
* @param universe judges markers; undefined follows every edge
* @returns what was reached
*/
function walkOnce({ lock, index }, options, universe) {
	const parts = /* @__PURE__ */ new Map();
	const queue = [];
	const follows = (edge) => options.followsOptional || !edge.isOptional;
	const admits = (edge) => universe?.admits(edge.marker) ?? "all";
	const reach = (key, part, worlds) => {
		const known = parts.get(key) ?? /* @__PURE__ */ new Map();
		const before = known.get(part);
		if (before !== void 0 && isWithin(worlds, before)) return;
		known.set(part, before === void 0 ? worlds : union(before, worlds));
		parts.set(key, known);
		queue.push([key, part]);
	};
	for (const [key, part] of startsOf(lock, options)) reach(key, part, "all");
	for (let next = queue.pop(); next !== void 0; next = queue.pop()) {
		const [key, part] = next;
		const here = parts.get(key)?.get(part) ?? "all";
		for (const edge of index.get(key)?.get(part) ?? []) {
			const worlds = follows(edge) ? intersection(here, admits(edge)) : NOWHERE;
			if (isNone(worlds)) continue;
			reach(edge.to, "always", worlds);
			for (const extra of edge.extras) reach(edge.to, `extra ${extra}`, worlds);
		}
	}
	const edges = /* @__PURE__ */ new Map();
	for (const [key, active] of parts) {
		const held = [...active.keys()].flatMap((part) => index.get(key)?.get(part) ?? []).filter((edge) => follows(edge) && parts.has(edge.to) && !isNone(admits(edge)));
		if (held.length > 0) edges.set(key, held);
	}
	return {
		parts,
		edges
	};
}
/** Where a conflict item is asked for in a walk; undefined when it is not. */
function worldsOf(lock, walk, item) {
	const part = item.kind === "project" ? "always" : `${item.kind} ${item.name}`;
	for (const [key, parts] of walk.parts) {
		if (lock.packages.get(key)?.name !== item.package) continue;
		const worlds = parts.get(part);
		if (worlds !== void 0) return worlds;
	}
}
/** What a walk says of each conflict item: off when nothing asks for it, on when everything does and no rival is asked for. */
function conflictStates(lock, walk) {
	const states = /* @__PURE__ */ new Map();
	const asked = (item) => worldsOf(lock, walk, item) !== void 0;
	for (const item of lock.conflicts.flat()) {
		const rivals = lock.conflicts.filter((set) => set.some((other) => conflictId(other) === conflictId(item))).flat().filter((other) => conflictId(other) !== conflictId(item));
		const worlds = worldsOf(lock, walk, item);
		const isOn = worlds === "all" && !rivals.some(asked);
		states.set(conflictId(item), worlds === void 0 ? "off" : isOn ? "on" : "maybe");
	}
	return states;
}
/** Rounds until the states of conflicts settle; each round can only settle more. */
const MAX_ROUNDS = 8;
/** Walks one lock several times; edges, markers and environments are worked out once. */
var Walker = class {
	#lock;
	#index;
	#markers = /* @__PURE__ */ new Set();
	#universes = /* @__PURE__ */ new Map();
	#walks = /* @__PURE__ */ new Map();
	#hasOptional;
	/**
	* @param lock a lock
	* @param widest a selection that reaches at least what any later one does
	*/
	constructor(lock, widest) {
		this.#lock = lock;
		this.#index = indexEdges(lock);
		this.#hasOptional = [...lock.packages.values()].some(({ edges }) => edges.some(({ isOptional }) => isOptional));
		const { edges } = this.#once({
			...widest,
			followsOptional: true
		}, void 0);
		for (const list of edges.values()) for (const { marker } of list) if (marker !== void 0) this.#markers.add(marker);
	}
	/** Selections that ask for the same take the same way. */
	#once(options, universe) {
		const starts = startsOf(this.#lock, options).join("\n");
		const id = [
			universe?.id ?? "",
			!this.#hasOptional || options.followsOptional,
			starts
		].join("\n");
		const known = this.#walks.get(id);
		if (known !== void 0) return known;
		const walk = walkOnce({
			lock: this.#lock,
			index: this.#index
		}, options, universe);
		this.#walks.set(id, walk);
		return walk;
	}
	#universe(states) {
		const id = `environments ${[...states].join(" ")}`;
		const known = this.#universes.get(id);
		if (known !== void 0) return known;
		const { requiresPython, supportedMarkers, conflicts } = this.#lock;
		const universe = new Universe({
			markers: this.#markers,
			requiresPython,
			supportedMarkers,
			conflicts,
			stateOf: (item) => states.get(conflictId(item)) ?? "maybe",
			id
		});
		this.#universes.set(id, universe);
		return universe;
	}
	/**
	* Follows edges from the projects, with markers and conflicts judged. Where something cannot be judged, it is kept.
	*
	* @param options what is asked for
	* @returns what was reached
	*/
	walk(options) {
		const lock = this.#lock;
		if (this.#markers.size === 0) return this.#once(options, void 0);
		let states = /* @__PURE__ */ new Map();
		if (lock.conflicts.length > 0) states = conflictStates(lock, this.#once(options, void 0));
		let result = this.#once(options, this.#universe(states));
		for (let round = 0; round < MAX_ROUNDS && lock.conflicts.length > 0; round += 1) {
			const next = conflictStates(lock, result);
			if ([...next].every(([id, state]) => states.get(id) === state)) break;
			states = next;
			result = this.#once(options, this.#universe(states));
		}
		return result;
	}
};

// src/core/sbom/inventory.ts
/** Everything that the parts asked of the projects lead to. */
function closureOf(full, starts) {
	const seen = /* @__PURE__ */ new Set();
	const reached = /* @__PURE__ */ new Set();
	const queue = [...starts];
	const push = (key, part) => {
		const id = `${key}\n${part}`;
		if (seen.has(id) || !full.parts.get(key)?.has(part)) return;
		seen.add(id);
		reached.add(key);
		queue.push([key, part]);
	};
	for (let next = queue.pop(); next !== void 0; next = queue.pop()) {
		const [key, part] = next;
		for (const edge of full.edges.get(key) ?? []) {
			if (partName(edge) !== part) continue;
			push(edge.to, "always");
			for (const extra of edge.extras) push(edge.to, `extra ${extra}`);
		}
	}
	return reached;
}
function partName(edge) {
	return edge.when.kind === "extra" || edge.when.kind === "group" ? `${edge.when.kind} ${edge.when.name}` : edge.when.kind;
}
/** For each package, the extras or groups of the projects that lead to it. */
function leadingNames(lock, full, kind) {
	const starts = /* @__PURE__ */ new Map();
	for (const key of [lock.root, ...lock.members]) for (const part of full.parts.get(key)?.keys() ?? []) {
		if (!part.startsWith(`${kind} `)) continue;
		const name = part.slice(kind.length + 1);
		const byProject = starts.get(name) ?? /* @__PURE__ */ new Map();
		byProject.set(key, part);
		starts.set(name, byProject);
	}
	const names = /* @__PURE__ */ new Map();
	for (const name of [...starts.keys()].sort()) for (const key of closureOf(full, starts.get(name) ?? /* @__PURE__ */ new Map())) {
		const list = names.get(key);
		if (list === void 0) names.set(key, [name]);
		else list.push(name);
	}
	return names;
}
/** Conditions on the way in, by package; a package with an unconditional edge has none. */
function incomingMarkers(full) {
	const texts = /* @__PURE__ */ new Map();
	const free = /* @__PURE__ */ new Set();
	for (const edge of [...full.edges.values()].flat()) {
		const parsed = edge.marker === void 0 ? void 0 : parseMarker(edge.marker);
		const marker = parsed === void 0 ? void 0 : withoutConflicts(parsed);
		if (marker === void 0) {
			free.add(edge.to);
			continue;
		}
		const known = texts.get(edge.to);
		if (known === void 0) texts.set(edge.to, /* @__PURE__ */ new Set([renderMarker(marker)]));
		else known.add(renderMarker(marker));
	}
	const conditional = [...texts].filter(([key]) => !free.has(key));
	return new Map(conditional.map(([key, set]) => [key, [...set].sort()]));
}
/** Extras of a package that were asked for by an edge or by the selection. */
function requiredExtras(full, key) {
	return [...full.parts.get(key)?.keys() ?? []].filter((part) => part.startsWith("extra ")).map((part) => part.slice(6)).sort();
}
/**
* Resolves what a selection reaches.
*
* @param lock a lock
* @param selection what is asked for
* @returns packages, why each is there, and what needs what
*/
function takeInventory(lock, selection) {
	const walker = lock.graph === "known" ? new Walker(lock, selection) : void 0;
	const walkFor = (part, followsOptional) => walker?.walk({
		...part,
		followsOptional
	}) ?? listed(lock, part);
	const full = walkFor(selection, true);
	const shipped = walkFor({
		...selection,
		groups: []
	}, true);
	const required = walkFor({
		...selection,
		groups: [],
		extras: []
	}, false);
	const extras = leadingNames(lock, full, "extra");
	const groups = leadingNames(lock, full, "group");
	const markers = incomingMarkers(full);
	const toMember = (found) => {
		const { key } = found;
		const need = required.parts.has(key) ? "required" : shipped.parts.has(key) ? "optional" : "excluded";
		const targets = new Set((full.edges.get(key) ?? []).map(({ to }) => to));
		targets.delete(key);
		return {
			package: found,
			need,
			requiredExtras: requiredExtras(full, key),
			throughExtras: need === "optional" ? extras.get(key) ?? [] : [],
			throughGroups: need === "excluded" ? groups.get(key) ?? [] : [],
			markers: markers.get(key) ?? (found.marker === void 0 ? [] : [found.marker]),
			dependsOn: [...targets].sort()
		};
	};
	const reached = [...full.parts.keys()].map((key) => lock.packages.get(key)).filter((found) => found !== void 0);
	const members = sortedBy(reached, ({ name, version, key }) => `${name}\n${version ?? ""}\n${key}`).map(toMember);
	const root = members.find((member) => member.package.key === lock.root) ?? toMember(rootOf(lock));
	return {
		lock,
		selection,
		root,
		members: members.filter((member) => member !== root),
		edgeCount: members.reduce((count, { dependsOn }) => count + dependsOn.length, 0),
		leftOut: lock.packages.size - full.parts.size,
		membersLeftOut: lock.members.filter((key) => !full.parts.has(key)).map((key) => lock.packages.get(key)?.name ?? key)
	};
}
/** The root package of a lock; readers always put it there. */
function rootOf(lock) {
	const [first] = lock.packages.values();
	const root = lock.packages.get(lock.root) ?? first;
	if (root === void 0) throw new TurnpikeError("BUG_UNEXPECTED", "bug", `${lock.path} was read without a root.`);
	return root;
}

// src/core/sbom/lock-error.ts
/** Largest lock that is read, in bytes. The largest seen in public repositories have a few MB. */
const MAX_LOCK_BYTES = 50331648;
/** Longest foreign text that a message repeats. */
const SHOWN_LENGTH = 80;
/**
* Foreign text made fit for a message: one line, no control characters, not long.
*
* @param text anything from a lock
* @returns the text to show
*/
function shown(text) {
	const clean = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "�");
	return clean.length > SHOWN_LENGTH ? `${clean.slice(0, SHOWN_LENGTH)}…` : clean;
}
/**
* @param lock the file
* @param problems what is wrong with it; `where` may be left to this function
* @returns the error to throw
*/
function lockError(lock, problems) {
	return new TurnpikeError("SBOM_LOCK", "config", `${lock.path} could not be read as ${lock.format}.`, {
		problems: problems.map((problem) => ({
			where: lock.path,
			...problem
		})),
		hint: `Mend it with \`${lock.mend}\`; nothing was written.`
	});
}
/**
* @param text a file
* @param offset index of a character
* @returns the 1-based line it stands on
*/
function lineAt(text, offset) {
	let line = 1;
	for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
	return line;
}
/**
* Refuses what no parser should see: an empty file, and one with merge conflict markers.
*
* @param lock the file
* @throws TurnpikeError `SBOM_LOCK`
*/
function checkLockText(lock) {
	if (lock.text.trim() === "") throw lockError(lock, [{
		line: 1,
		message: "is empty; a lock says at least its version"
	}]);
	const conflict = /^(?:<{7}|>{7})(?: |$)/m.exec(lock.text);
	if (conflict !== null) throw lockError(lock, [{
		line: lineAt(lock.text, conflict.index),
		message: "has merge conflict markers; take one side, then lock again so that it fits both"
	}]);
}
/**
* @param path shown to people
* @param bytes size of the file
* @throws TurnpikeError `SBOM_LOCK` when it is larger than {@link MAX_LOCK_BYTES}
*/
function checkLockSize(path, bytes) {
	if (bytes <= 50331648) return;
	const size = (value) => `${Math.ceil(value / 1048576)} MiB`;
	throw new TurnpikeError("SBOM_LOCK", "config", `${path} is too large to be a lock.`, {
		problems: [{
			where: path,
			message: `has ${size(bytes)}; at most ${size(MAX_LOCK_BYTES)} are read`
		}],
		hint: "Name the lock files to read, or leave this one out."
	});
}

// src/core/sbom/urls.ts
/** Query parameters that grant access: signatures and tokens of object stores and feeds. */
const SECRET_PARAMETER = /token|sig(nature)?$|^sig|key|password|passwd|auth|secret|credential|^x-(amz|goog)-/i;
/**
* Takes everything that could be a secret out of an address. The user `git` of SSH addresses stays: it is part of them.
*
* @param address a URL from a lock, of any scheme
* @returns the same without user, password and access parameters; text that is no URL loses what stands before `@`
*/
function withoutCredentials(address) {
	if (!address.includes("@") && !address.includes("?")) return address;
	let url;
	try {
		url = new URL(address);
	} catch {
		return address.replace(/^([\w+.-]+:\/\/)[^@/]*@/, "$1");
	}
	const hasAccount = url.password !== "" || url.username !== "" && url.username !== "git";
	const secrets = [...url.searchParams.keys()].filter((name) => SECRET_PARAMETER.test(name));
	if (!hasAccount && secrets.length === 0) return address;
	url.password = "";
	if (url.username !== "git") url.username = "";
	for (const name of secrets) url.searchParams.delete(name);
	return url.toString();
}
/**
* @param address a URL or path
* @returns its last segment, decoded; undefined when there is none
*/
function fileNameOf(address) {
	const path = address.replace(/[?#].*$/s, "").replaceAll("\\", "/");
	const last = path.slice(path.lastIndexOf("/") + 1);
	if (last === "") return void 0;
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}

// src/core/sbom/formats/json.ts
/** Line of a JSON syntax error, from what V8 says of it; the last line when it only says that the text ends. */
function lineOf$1(text, message) {
	const position = /position (\d+)/.exec(message)?.[1];
	return lineAt(text, position === void 0 ? text.length : Number(position));
}
/**
* @param lock a JSON file
* @returns its value
* @throws TurnpikeError `SBOM_LOCK` with the line when it is empty, in conflict or no JSON
*/
function parseJsonLock(lock) {
	checkLockText(lock);
	try {
		return JSON.parse(lock.text);
	} catch (error) {
		const reason = error instanceof Error ? error.message : "";
		const short = reason.replace(/,? ".*$/s, "").replace(/ in JSON at position.*$/s, "");
		const line = lineOf$1(lock.text, reason);
		throw lockError(lock, [{
			line,
			message: `is no JSON: ${shown(short)}; the file may be cut off`
		}]);
	}
}
/**
* @param text a JSON file
* @param key a key of an object in it
* @returns the 1-based line of the key's first appearance, or undefined
*/
function lineOfKey(text, key) {
	const at = text.indexOf(`${JSON.stringify(key)}:`);
	return at === -1 ? void 0 : lineAt(text, at);
}

// src/core/sbom/hashes.ts
/** Hex digits of each algorithm; BLAKE2b has several lengths. */
const HEX_LENGTHS = {
	md5: [32],
	sha1: [40],
	sha256: [64],
	sha384: [96],
	sha512: [128],
	blake2b: [
		64,
		96,
		128
	]
};
function isAlgorithm(name) {
	return Object.hasOwn(HEX_LENGTHS, name);
}
/**
* @param algorithm a name as locks write it: `sha256`
* @param hex the digest
* @returns the hash, or undefined when the algorithm is unknown or the digest has a wrong length
*/
function toHash(algorithm, hex) {
	const digest = hex.toLowerCase();
	if (!isAlgorithm(algorithm) || !/^[0-9a-f]+$/.test(digest)) return void 0;
	return HEX_LENGTHS[algorithm].includes(digest.length) ? {
		algorithm,
		hex: digest
	} : void 0;
}
/**
* Reads Subresource Integrity (W3C SRI, section 3.5): `sha512-<base64>`, several separated by spaces, `?options` ignored.
*
* @param integrity the text
* @returns one hash for each known part
*/
function parseIntegrity(integrity) {
	const hashes = [];
	for (const part of integrity.split(/\s+/)) {
		const match = /^(md5|sha1|sha256|sha384|sha512)-([A-Za-z0-9+/]+={0,2})(?:\?.*)?$/.exec(part);
		if (match?.[1] === void 0 || match[2] === void 0) continue;
		const hash = toHash(match[1], Buffer.from(match[2], "base64").toString("hex"));
		if (hash !== void 0) hashes.push(hash);
	}
	return hashes;
}

// src/core/sbom/formats/npm-tree.ts
/**
* What an entry asks for. Development dependencies count only for the root and workspaces: elsewhere npm does not install them.
*
* @param entry an entry
* @returns its dependencies; a name that is asked for in several ways appears in each of them
*/
function dependenciesOf(entry) {
	const optional = Object.keys(entry.optionalDependencies ?? {});
	const isOptional = new Set(optional);
	const peersMeta = entry.peerDependenciesMeta ?? {};
	return [
		...Object.keys(entry.dependencies ?? {}).filter((name) => !isOptional.has(name)).map((name) => ({
			name,
			kind: "always",
			isOptional: false
		})),
		...optional.map((name) => ({
			name,
			kind: "always",
			isOptional: true
		})),
		...Object.keys(entry.peerDependencies ?? {}).map((name) => ({
			name,
			kind: "peer",
			isOptional: Object.hasOwn(peersMeta, name) && peersMeta[name]?.optional === true
		})),
		...Object.keys(entry.devDependencies ?? {}).map((name) => ({
			name,
			kind: "dev",
			isOptional: false
		}))
	];
}
function parentOf(path) {
	if (path === "" || path === "..") return void 0;
	const slash = path.lastIndexOf("/");
	const parent = slash === -1 ? "" : path.slice(0, slash);
	return parent === ".." || parent.endsWith("/..") ? void 0 : parent;
}
/**
* Node's resolution: the nearest `node_modules` folder upwards that has the name (nodejs.org, Modules: "Loading from
* node_modules folders"). Links lead to what they point at.
*
* @param entries the lock's `packages`
* @param from where the dependency is asked for
* @param name the name asked for
* @returns where it is installed, or undefined
*/
function resolveFrom(entries, from, name) {
	for (let folder = from; folder !== void 0; folder = parentOf(folder)) {
		if (folder === "node_modules" || folder.endsWith("/node_modules")) continue;
		const candidate = folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
		const entry = entries.get(candidate);
		if (entry !== void 0) return followLink(entries, candidate, entry);
	}
}
function followLink(entries, path, entry) {
	if (entry.link !== true) return path;
	const target = (entry.resolved ?? "").replace(/^file:/, "").replace(/\/$/, "");
	return entries.has(target) ? target : path;
}
/**
* @param path where an entry is installed
* @param entry the entry
* @returns the package's own name: an alias says it in `name`, others in the folder
*/
function nameOf(path, entry) {
	if (entry.name !== void 0) return entry.name;
	const at = path.lastIndexOf("node_modules/");
	return at === -1 ? path.slice(path.lastIndexOf("/") + 1) : path.slice(at + 13);
}

// src/core/sbom/formats/npm-place.ts
/** Where an entry comes from. A registry's tarballs stand below `/-/` (npm/registry docs) or GitHub's `/download/`. */
function sourceOf(path, entry) {
	if (!path.includes("node_modules/") && path !== "node_modules") return {
		kind: "folder",
		path: path === "" ? "." : path,
		isBuilt: true
	};
	const resolved = entry.resolved ?? "";
	if (/^git(?:\+[a-z]+)?:/.exec(resolved) !== null) {
		const [address = "", commit] = resolved.replace(/^git\+/, "").split("#");
		return {
			kind: "git",
			url: withoutCredentials(address),
			commit,
			subdirectory: void 0
		};
	}
	if (resolved.startsWith("file:")) return {
		kind: "path",
		path: resolved.slice(5)
	};
	const registry = /^(https?:\/\/.+?)\/(?:@[^/]+\/)?[^/]+\/-\/(?:@[^/]+\/)?[^/]+$|^(https?:\/\/[^/]+)\/download\//.exec(resolved.replace(/[?#].*$/s, "").replaceAll("%2f", "/").replaceAll("%2F", "/"));
	const base = registry?.[1] ?? registry?.[2];
	if (base !== void 0) return {
		kind: "registry",
		url: withoutCredentials(base)
	};
	if (/^https?:/.test(resolved)) return {
		kind: "url",
		url: withoutCredentials(resolved),
		subdirectory: void 0
	};
	return {
		kind: "registry",
		url: void 0
	};
}
/** Registries agree on what a name and version is, so entries of any registry, or of none, are one package. */
function sourceId$1(source) {
	switch (source.kind) {
		case "git": return `git ${source.url}#${source.commit ?? ""}`;
		case "url": return `url ${source.url}`;
		case "path":
		case "folder": return `${source.kind} ${source.path}`;
		default: return "";
	}
}
function hasRival(placement, hashes) {
	return hashes.some(({ algorithm, hex }) => {
		const known = placement.hashes.get(algorithm);
		return known !== void 0 && known.hex !== hex;
	});
}
/**
* Joins the install paths of each package. Different digests under one name and version are different packages.
*
* @param entries the lock's `packages`
* @returns the package of each path; links are left out
*/
function place(entries) {
	const byId = /* @__PURE__ */ new Map();
	const byPath = /* @__PURE__ */ new Map();
	for (const [path, entry] of entries) {
		if (entry.link === true && entries.has((entry.resolved ?? "").replace(/^file:/, ""))) continue;
		const source = sourceOf(path, entry);
		const name = nameOf(path, entry);
		const id = `${name}@${entry.version ?? ""} ${sourceId$1(source)}`.trimEnd();
		const hashes = parseIntegrity(entry.integrity ?? "");
		const rivals = byId.get(id) ?? [];
		let placement = rivals.find((candidate) => !hasRival(candidate, hashes));
		if (placement === void 0) {
			placement = {
				key: rivals.length === 0 ? id : `${id} ${rivals.length + 1}`,
				name,
				version: entry.version,
				source,
				hashes: /* @__PURE__ */ new Map(),
				paths: [],
				entries: []
			};
			rivals.push(placement);
			byId.set(id, rivals);
		}
		for (const hash of hashes) placement.hashes.set(hash.algorithm, hash);
		placement.paths.push(path);
		placement.entries.push(entry);
		byPath.set(path, placement);
	}
	return byPath;
}

// src/core/sbom/formats/npm-schema.ts
const versions = record(string(), string());
/** Licence in the spellings of package.json, old ones included. */
const license = union$1([
	string(),
	object({ type: string() }).transform(({ type }) => type),
	array(union$1([string(), object({ type: string() })])).transform((list) => list.map((item) => typeof item === "string" ? item : item.type).join(" OR "))
]);
const entry = object({
	name: string().min(1).optional(),
	version: string().optional(),
	resolved: union$1([string(), literal(false).transform(() => void 0)]).optional(),
	integrity: string().optional(),
	link: boolean().optional(),
	inBundle: boolean().optional(),
	extraneous: boolean().optional(),
	license: license.optional().catch(void 0),
	dependencies: versions.optional(),
	optionalDependencies: versions.optional(),
	devDependencies: versions.optional(),
	peerDependencies: versions.optional(),
	peerDependenciesMeta: record(string(), object({ optional: boolean().optional() })).optional()
});
/** What is read of package-lock.json, versions 2 and 3 (npm documentation, package-lock.json). */
const packageLockSchema = object({
	name: string().optional(),
	version: string().optional(),
	packages: record(string(), entry)
});

// src/core/sbom/formats/npm.ts
/** Versions whose `packages` key holds everything. Version 1 has only the older `dependencies` tree. */
const SCHEMA_VERSIONS = [2, 3];
function checkVersion$2(lock, value) {
	if (!(typeof value === "object" && value !== null && !Array.isArray(value))) throw lockError(lock, [{
		line: 1,
		message: "is no JSON object"
	}]);
	const version = "lockfileVersion" in value ? value.lockfileVersion : void 0;
	if (SCHEMA_VERSIONS.includes(version)) return;
	const line = lineOfKey(lock.text, "lockfileVersion") ?? 1;
	const found = version === void 0 ? "has no lockfileVersion" : `has lockfileVersion ${shown(JSON.stringify(version))}`;
	throw lockError(lock, [{
		line,
		message: `${found}; ${version === 1 ? "`npm install --package-lock-only --lockfile-version 3` makes a newer one" : "known are 2 and 3"}`
	}]);
}
function parseWire(lock) {
	const value = parseJsonLock(lock);
	checkVersion$2(lock, value);
	const parsed = packageLockSchema.safeParse(value);
	if (!parsed.success) throw lockError(lock, parsed.error.issues.map((issue) => {
		const [top, path] = issue.path;
		const key = top === "packages" && typeof path === "string" ? path : String(top ?? "");
		const line = lineOfKey(lock.text, key);
		return {
			...line === void 0 ? {} : { line },
			message: shown(`${issue.path.join(" > ")}: ${issue.message}`)
		};
	}));
	const version = typeof value === "object" && value !== null && "lockfileVersion" in value ? value.lockfileVersion : 0;
	return {
		wire: parsed.data,
		version: Number(version)
	};
}
function conditionOf(kind) {
	return kind === "dev" ? {
		kind: "group",
		name: "dev"
	} : { kind: "always" };
}
/** Edges of one install path; `isComplete` is false when a dependency that must be there is not. */
function edgesFrom(reading, path, entry) {
	const isProject = !path.includes("node_modules/");
	const edges = [];
	let isComplete = true;
	for (const dependency of dependenciesOf(entry)) {
		if (dependency.kind === "dev" && !isProject) continue;
		if (dependency.kind === "peer" && isProject && Object.hasOwn(entry.devDependencies ?? {}, dependency.name)) continue;
		const target = resolveFrom(reading.entries, path, dependency.name);
		const placement = target === void 0 ? void 0 : reading.placements.get(target);
		if (placement === void 0) {
			if (dependency.isOptional || dependency.kind === "peer") continue;
			isComplete = false;
			reading.notes.push(`${shown(path === "" ? "the root" : path)} needs ${shown(dependency.name)}, which the lock does not hold`);
			continue;
		}
		edges.push({
			to: placement.key,
			extras: [],
			when: conditionOf(dependency.kind),
			marker: void 0,
			isOptional: dependency.isOptional
		});
	}
	return {
		edges,
		isComplete
	};
}
function firstOf(entries, pick) {
	return entries.map(pick).find((value) => value !== void 0);
}
function artifactOf(placement) {
	if (placement.source.kind === "folder" || placement.source.kind === "git") return [];
	const resolved = firstOf(placement.entries, ({ resolved }) => resolved === "" ? void 0 : resolved);
	if (resolved === void 0 && placement.hashes.size === 0) return [];
	const url = resolved !== void 0 && /^https?:/.test(resolved) ? withoutCredentials(resolved.replace(/#.*$/s, "")) : void 0;
	const hashes = [...placement.hashes.values()].sort((a, b) => a.algorithm < b.algorithm ? -1 : 1);
	return [{
		kind: "archive",
		fileName: fileNameOf(resolved ?? ""),
		url,
		hashes,
		size: void 0
	}];
}
/** Properties of the CycloneDX npm taxonomy (CycloneDX/cyclonedx-property-taxonomy, cdx/npm.md). */
function propertiesOf(placement) {
	const paths = placement.paths.filter((path) => path !== "").sort();
	const isBundled = placement.entries.every(({ inBundle }) => inBundle === true);
	const isExtraneous = placement.entries.every(({ extraneous }) => extraneous === true);
	return [
		...isBundled ? [{
			name: "cdx:npm:package:bundled",
			value: "true"
		}] : [],
		...isExtraneous ? [{
			name: "cdx:npm:package:extraneous",
			value: "true"
		}] : [],
		...paths.map((value) => ({
			name: "cdx:npm:package:path",
			value
		}))
	];
}
function toPackage$2(reading, placement) {
	const found = placement.paths.map((path) => edgesFrom(reading, path, reading.entries.get(path) ?? {}));
	const hasGroups = placement.entries.some(({ devDependencies }) => devDependencies !== void 0);
	return {
		key: placement.key,
		ecosystem: "npm",
		name: placement.name,
		version: placement.version === "" ? void 0 : placement.version,
		source: placement.source,
		artifacts: artifactOf(placement),
		license: firstOf(placement.entries, ({ license }) => license),
		marker: void 0,
		edges: found.flatMap(({ edges }) => edges),
		areEdgesComplete: found.every(({ isComplete }) => isComplete),
		extras: [],
		groups: hasGroups && placement.source.kind === "folder" ? ["dev"] : [],
		properties: propertiesOf(placement)
	};
}
/** Folders that the root installs as links: its workspaces, and folders it names with `file:`. */
function linkedFolders(entries) {
	const targets = [...entries].filter(([path, { link }]) => link === true && /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path)).map(([, { resolved }]) => (resolved ?? "").replace(/^file:/, "").replace(/\/$/, ""));
	return [...new Set(targets)].filter((path) => entries.has(path)).sort();
}
function withRoot(reading, lock, members) {
	const placement = reading.placements.get("");
	const links = members.map((to) => ({
		to,
		extras: [],
		when: { kind: "workspace" },
		marker: void 0,
		isOptional: false
	}));
	const root = placement === void 0 ? void 0 : toPackage$2(reading, placement);
	return {
		key: placement?.key ?? "",
		ecosystem: "npm",
		source: {
			kind: "folder",
			path: ".",
			isBuilt: true
		},
		artifacts: [],
		license: void 0,
		marker: void 0,
		areEdgesComplete: true,
		extras: [],
		groups: [],
		properties: [],
		...root,
		version: root?.version ?? lock.version,
		name: firstOf(placement?.entries ?? [], ({ name }) => name) ?? lock.name ?? "",
		edges: [...root?.edges ?? [], ...links]
	};
}
/**
* Reads package-lock.json and npm-shrinkwrap.json, versions 2 and 3. Packages that are installed in several places are one
* package; its edges are those of all its places. Development dependencies are the group `dev`.
*
* @param lock the file
* @returns the lock
* @throws TurnpikeError `SBOM_LOCK` with every problem and its line
*/
function readPackageLock(lock) {
	const { wire, version } = parseWire(lock);
	const entries = new Map(Object.entries(wire.packages));
	const reading = {
		entries,
		placements: place(entries),
		notes: []
	};
	const root = reading.placements.get("");
	const folders = linkedFolders(entries).map((path) => reading.placements.get(path));
	const members = [...new Set(folders.filter((folder) => folder !== void 0 && folder !== root).map((folder) => folder?.key ?? ""))];
	const packages = /* @__PURE__ */ new Map();
	for (const placement of new Set(reading.placements.values())) if (placement !== root) packages.set(placement.key, toPackage$2(reading, placement));
	const top = withRoot(reading, wire, members);
	packages.set(top.key, top);
	return {
		format: "npm",
		path: lock.path,
		schemaVersion: String(version),
		packages,
		root: top.key,
		members,
		includesMembers: true,
		graph: "known",
		impliedGroups: [],
		requiresPython: void 0,
		supportedMarkers: [],
		conflicts: [],
		notes: [...new Set(reading.notes)].sort()
	};
}

// src/core/sbom/formats/toml.ts
/**
* @param lock a TOML file
* @returns its table
* @throws TurnpikeError `SBOM_LOCK` with the line when it is empty, in conflict or no TOML
*/
function parseTomlLock(lock) {
	checkLockText(lock);
	try {
		return parse(lock.text);
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		const reason = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
		throw lockError(lock, [{
			line: error.line,
			column: error.column,
			message: `is no TOML: ${reason}; the file may be cut off`
		}]);
	}
}
/**
* Where the tables of an array stand, for messages.
*
* @param text the file
* @param header `package` for `[[package]]`
* @returns 1-based lines, in order
*/
function arrayTableLines(text, header) {
	const lines = [];
	const wanted = `[[${header}]]`;
	let number = 0;
	for (const line of text.split("\n")) {
		number += 1;
		if (line.startsWith(wanted)) lines.push(number);
	}
	return lines;
}

// src/core/sbom/formats/pylock.ts
const hashes = record(string(), string());
const location = {
	url: string().optional(),
	path: string().optional(),
	size: number().nonnegative().optional()
};
const file = object({
	...location,
	name: string().optional(),
	hashes
});
const lockedPackage$1 = object({
	name: string().min(1),
	version: string().min(1).optional(),
	marker: string().optional(),
	index: string().optional(),
	vcs: object({
		type: string(),
		url: string().optional(),
		path: string().optional(),
		"commit-id": string(),
		subdirectory: string().optional()
	}).optional(),
	directory: object({ path: string() }).optional(),
	archive: object({
		...location,
		hashes,
		subdirectory: string().optional()
	}).optional(),
	sdist: file.optional(),
	wheels: array(file).optional()
});
/** What is read of a pylock.toml (packaging.python.org, "pylock.toml Specification"). */
const pylockSchema = object({
	"requires-python": string().optional(),
	environments: array(string()).optional(),
	extras: array(string()).optional(),
	"dependency-groups": array(string()).optional(),
	"default-groups": array(string()).optional(),
	packages: array(lockedPackage$1)
});
function checkVersion$1(lock, table) {
	const version = table["lock-version"];
	const line = Math.max(1, lock.text.split("\n").findIndex((text) => /^lock-version\s*=/.test(text)) + 1);
	if (typeof version !== "string") throw lockError(lock, [{
		line,
		message: "has no lock-version; pylock.toml says `lock-version = \"1.0\"`"
	}]);
	if (/^1(\.\d+)?$/.test(version)) return version;
	throw lockError(lock, [{
		line,
		message: `has lock-version ${shown(version)}, and only 1 is known; a newer Turnpike may read it`
	}]);
}
function toSource$1(wire) {
	const { vcs, directory, archive } = wire;
	if (vcs !== void 0) {
		const address = withoutCredentials(vcs.url ?? vcs.path ?? "");
		return {
			kind: "git",
			url: vcs.type === "git" ? address : `${vcs.type}+${address}`,
			commit: vcs["commit-id"],
			subdirectory: vcs.subdirectory
		};
	}
	if (directory !== void 0) return {
		kind: "folder",
		path: directory.path,
		isBuilt: true
	};
	if (archive?.url !== void 0) return {
		kind: "url",
		url: withoutCredentials(archive.url),
		subdirectory: archive.subdirectory
	};
	if (archive !== void 0) return {
		kind: "path",
		path: archive.path ?? ""
	};
	return {
		kind: "registry",
		url: wire.index === void 0 ? void 0 : withoutCredentials(wire.index)
	};
}
function toArtifact$1(kind, wire) {
	const found = Object.entries(wire.hashes).map(([algorithm, hex]) => toHash(algorithm, hex));
	return {
		kind,
		fileName: wire.name ?? fileNameOf(wire.url ?? wire.path ?? ""),
		url: wire.url === void 0 ? void 0 : withoutCredentials(wire.url),
		hashes: found.filter((hash) => hash !== void 0),
		size: wire.size
	};
}
const NOTHING = {
	license: void 0,
	edges: [],
	areEdgesComplete: false,
	extras: [],
	groups: [],
	properties: []
};
function toPackage$1(wire, key) {
	return {
		...NOTHING,
		key,
		ecosystem: "pypi",
		name: normalName(wire.name),
		version: wire.version,
		source: toSource$1(wire),
		artifacts: [
			...wire.sdist === void 0 ? [] : [toArtifact$1("sdist", wire.sdist)],
			...(wire.wheels ?? []).map((wheel) => toArtifact$1("wheel", wheel)),
			...wire.archive === void 0 ? [] : [toArtifact$1("archive", wire.archive)]
		],
		marker: wire.marker
	};
}
/**
* Reads pylock.toml, version 1. The format lists what to install; what needs what is not in it.
*
* @param lock the file
* @returns the lock, without edges
* @throws TurnpikeError `SBOM_LOCK` with every problem and its line
*/
function readPylock(lock) {
	const table = parseTomlLock(lock);
	const version = checkVersion$1(lock, table);
	const parsed = pylockSchema.safeParse(table);
	if (!parsed.success) {
		const lines = arrayTableLines(lock.text, "packages");
		throw lockError(lock, parsed.error.issues.map(({ path, message }) => {
			const [top, index, ...rest] = path;
			const line = top === "packages" && typeof index === "number" ? lines[index] : void 0;
			const place = (line === void 0 ? path : rest).map(String).join(".");
			return {
				...line === void 0 ? {} : { line },
				message: shown(`${place}: ${message}`)
			};
		}));
	}
	const { packages, extras = [], environments = [] } = parsed.data;
	const groups = parsed.data["dependency-groups"] ?? [];
	const root = {
		...NOTHING,
		key: "",
		ecosystem: "pypi",
		name: "",
		version: void 0,
		source: { kind: "none" },
		artifacts: [],
		extras: extras.map(normalName).sort(),
		groups: groups.map(normalName).sort(),
		marker: void 0
	};
	const entries = packages.map((wire, index) => toPackage$1(wire, `${wire.name}@${wire.version ?? ""} ${index}`));
	return {
		format: "pylock",
		path: lock.path,
		schemaVersion: version,
		packages: new Map([root, ...entries].map((entry) => [entry.key, entry])),
		root: root.key,
		members: [],
		includesMembers: true,
		graph: "unknown",
		impliedGroups: (parsed.data["default-groups"] ?? []).map(normalName),
		requiresPython: parsed.data["requires-python"],
		supportedMarkers: environments,
		conflicts: [],
		notes: []
	};
}

// src/core/sbom/formats/uv-resolve.ts
/** Two sources are the same when every key is (uv crates/uv-resolver/src/lock/mod.rs, PackageIdForDependency::unwire). */
function sourceId(source) {
	return Object.entries(source).filter(([, value]) => value !== void 0).map(([key, value]) => `${key}=${value}`).sort().join("&");
}
function toEntries(wire) {
	const packages = wire.package ?? wire.distribution ?? [];
	const seen = /* @__PURE__ */ new Map();
	for (const { name, version } of packages) {
		const id = `${name}@${version ?? ""}`;
		seen.set(id, (seen.get(id) ?? 0) + 1);
	}
	return packages.map((wirePackage, index) => {
		const id = `${wirePackage.name}@${wirePackage.version ?? ""}`;
		return {
			wire: wirePackage,
			key: (seen.get(id) ?? 0) > 1 ? `${id} ${sourceId(wirePackage.source)}` : id,
			index
		};
	});
}
function indexByName(entries) {
	const byName = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const list = byName.get(entry.wire.name);
		if (list === void 0) byName.set(entry.wire.name, [entry]);
		else list.push(entry);
	}
	return byName;
}
function checkUnique(reading) {
	const keys = /* @__PURE__ */ new Set();
	for (const entry of reading.entries) {
		if (keys.has(entry.key)) {
			const message = `${shown(entry.wire.name)} stands twice with the same version and source`;
			reading.problems.push(at(lineOf(reading, entry), message));
		}
		keys.add(entry.key);
	}
}
function at(line, message) {
	return line === void 0 ? { message } : {
		line,
		message
	};
}
/** The package that a dependency means: by name, then version, then source. A version is left out for a source tree that computes its own. */
function resolve$1(reading, dependency) {
	let found = reading.byName.get(dependency.name) ?? [];
	if (dependency.version !== void 0) found = found.filter(({ wire }) => wire.version === dependency.version);
	const { source } = dependency;
	if (source !== void 0) found = found.filter(({ wire }) => sourceId(wire.source) === sourceId(source));
	if (found.length > 1 && dependency.version === void 0) {
		const dynamic = found.filter(({ wire }) => wire.version === void 0);
		if (dynamic.length > 0) return dynamic;
	}
	return found;
}
/** Line of a package's table. Only looked for when there is something to say: most locks are sound, and long. */
function lineOf(reading, entry) {
	return arrayTableLines(reading.lock.text, reading.header)[entry.index];
}
/** Line of a dependency inside its package's table; the package's own line when it is not found. */
function lineOfDependency(reading, from, name) {
	const first = lineOf(reading, from);
	if (first === void 0) return void 0;
	const lines = reading.lock.text.split("\n");
	for (let line = first + 2; line <= lines.length; line += 1) {
		const text = lines[line - 1] ?? "";
		if (text.startsWith("[[")) break;
		if (text.includes(`name = "${name}"`)) return line;
	}
	return first;
}
function toEdge(reading, from, dependency, when) {
	const found = resolve$1(reading, dependency);
	const [target] = found;
	if (target !== void 0 && found.length === 1) {
		const extras = (dependency.extra ?? []).map(normalName);
		return [{
			to: target.key,
			extras,
			when,
			marker: dependency.marker,
			isOptional: false
		}];
	}
	const name = shown(dependency.version === void 0 ? dependency.name : `${dependency.name} ${dependency.version}`);
	const owner = shown(from.wire.name);
	const message = target === void 0 ? `${owner} needs ${name}, which the lock does not hold` : `${owner} needs ${name}, which ${found.length} packages answer to; version or source must tell them apart`;
	reading.problems.push(at(lineOfDependency(reading, from, dependency.name), message));
	return [];
}
function tableEdges(reading, from, table, kind) {
	return Object.entries(table ?? {}).flatMap(([name, dependencies]) => dependencies.flatMap((dependency) => toEdge(reading, from, dependency, {
		kind,
		name: normalName(name)
	})));
}
/**
* @param reading the lock; problems are added to it
* @param entry one of its packages
* @returns every edge of the package, resolved
*/
function edgesOf(reading, entry) {
	const { wire } = entry;
	return [
		...(wire.dependencies ?? []).flatMap((dependency) => toEdge(reading, entry, dependency, { kind: "always" })),
		...tableEdges(reading, entry, wire["optional-dependencies"], "extra"),
		...tableEdges(reading, entry, wire["dev-dependencies"], "group"),
		...tableEdges(reading, entry, wire["dependency-groups"], "group")
	];
}
/**
* A declared requirement meets every fork of its name, each under the fork's own markers.
*
* @param reading the lock; problems are added to it
* @param requirement what the manifest asks for
* @param when on which terms
* @returns an edge for each fork
*/
function requirementEdges(reading, requirement, when) {
	const found = reading.byName.get(requirement.name) ?? reading.byName.get(normalName(requirement.name)) ?? [];
	if (found.length === 0) reading.problems.push({ message: `the manifest asks for ${shown(requirement.name)}, which the lock does not hold` });
	return found.map(({ key, wire }) => {
		const fork = (wire["resolution-markers"] ?? []).map((marker) => `(${marker})`).join(" or ");
		const parts = [requirement.marker, found.length > 1 ? fork : ""].filter((part) => part !== void 0 && part !== "");
		const marker = parts.length === 0 ? void 0 : parts.map((part) => `(${part})`).join(" and ");
		return {
			to: key,
			extras: (requirement.extras ?? []).map(normalName),
			when,
			marker,
			isOptional: false
		};
	});
}
/**
* @param lock the file
* @param wire what it says
* @returns its packages, ready to resolve
*/
function startReading(lock, wire) {
	const entries = toEntries(wire);
	const header = wire.package === void 0 ? "distribution" : "package";
	const reading = {
		lock,
		entries,
		byName: indexByName(entries),
		problems: [],
		header
	};
	checkUnique(reading);
	return reading;
}

// src/core/sbom/formats/uv-schema.ts
/** `source` of a package: exactly one of the first seven keys (uv crates/uv-resolver/src/lock/mod.rs, SourceWire). */
const source = object({
	registry: string().optional(),
	git: string().optional(),
	url: string().optional(),
	path: string().optional(),
	directory: string().optional(),
	editable: string().optional(),
	virtual: string().optional(),
	subdirectory: string().optional()
}).refine((value) => [
	value.registry,
	value.git,
	value.url,
	value.path,
	value.directory,
	value.editable,
	value.virtual
].filter((key) => key !== void 0).length === 1, { message: "is no source; it has exactly one of registry, git, url, path, directory, editable and virtual" });
const artifact = object({
	url: string().optional(),
	path: string().optional(),
	filename: string().optional(),
	hash: string().optional(),
	size: number().nonnegative().optional()
});
const dependency = object({
	name: string().min(1),
	version: string().optional(),
	source: source.optional(),
	extra: array(string()).optional(),
	marker: string().optional()
});
const dependencies = record(string(), array(dependency));
/** A requirement as it was declared; only its name, extras and marker matter here. */
const requirement = object({
	name: string().min(1),
	extras: array(string()).optional(),
	marker: string().optional()
});
const lockedPackage = object({
	name: string().min(1),
	version: string().min(1).optional(),
	source,
	"resolution-markers": array(string()).optional(),
	dependencies: array(dependency).optional(),
	sdist: artifact.optional(),
	wheels: array(artifact).optional(),
	"optional-dependencies": dependencies.optional(),
	"dev-dependencies": dependencies.optional(),
	"dependency-groups": dependencies.optional(),
	metadata: object({
		"provides-extras": array(string()).optional(),
		"requires-dev": record(string(), unknown()).optional()
	}).optional()
});
const conflict = object({
	package: string(),
	extra: string().optional(),
	group: string().optional()
});
/** What is read of a uv.lock. Keys beyond these are kept out: a higher revision only adds (uv docs/concepts/resolution.md). */
const uvLockSchema = object({
	revision: number().int().nonnegative().optional(),
	"requires-python": string().optional(),
	"supported-markers": array(string()).optional(),
	conflicts: array(array(conflict)).optional(),
	manifest: object({
		members: array(string()).optional(),
		requirements: array(requirement).optional(),
		"dependency-groups": record(string(), array(requirement)).optional()
	}).optional(),
	package: array(lockedPackage).optional(),
	distribution: array(lockedPackage).optional()
});

// src/core/sbom/formats/uv-wire.ts
/** The one schema version that exists; another one may mean anything (uv docs/concepts/resolution.md, "Lockfile versioning"). */
const SCHEMA_VERSION = 1;
function checkVersion(lock, table) {
	const version = table["version"];
	if (version === 1) return;
	const line = lock.text.split("\n").findIndex((text) => /^version\s*=/.test(text)) + 1;
	const place = line === 0 ? { line: 1 } : { line };
	if (version === void 0) throw lockError(lock, [{
		...place,
		message: "has no version; uv.lock begins with `version = 1`"
	}]);
	const found = shown(JSON.stringify(version) ?? "");
	throw lockError(lock, [{
		...place,
		message: `has version ${found}, and only version ${1} is known; a newer Turnpike may read it`
	}]);
}
/**
* @param lock the file
* @returns what it says, checked
* @throws TurnpikeError `SBOM_LOCK` with every problem and its line
*/
function parseUvLock(lock) {
	const table = parseTomlLock(lock);
	checkVersion(lock, table);
	const parsed = uvLockSchema.safeParse(table);
	if (parsed.success) return parsed.data;
	const header = table["package"] === void 0 ? "distribution" : "package";
	const lines = arrayTableLines(lock.text, header);
	const problems = parsed.error.issues.map((issue) => {
		const [top, index, ...rest] = issue.path;
		const line = top === header && typeof index === "number" ? lines[index] : void 0;
		const place = (line === void 0 ? issue.path : rest).map(String).join(".");
		return {
			...line === void 0 ? {} : { line },
			message: shown(`${place}: ${issue.message}`)
		};
	});
	throw lockError(lock, problems);
}
/**
* @param source as the file has it
* @returns the source, without credentials
*/
function toSource(source) {
	const subdirectory = source.subdirectory;
	if (source.registry !== void 0) return {
		kind: "registry",
		url: withoutCredentials(source.registry)
	};
	if (source.git !== void 0) return toGitSource(source.git);
	if (source.url !== void 0) return {
		kind: "url",
		url: withoutCredentials(source.url),
		subdirectory
	};
	if (source.path !== void 0) return {
		kind: "path",
		path: source.path
	};
	if (source.virtual !== void 0) return {
		kind: "folder",
		path: source.virtual,
		isBuilt: false
	};
	return {
		kind: "folder",
		path: source.editable ?? source.directory ?? ".",
		isBuilt: true
	};
}
/** `https://host/repo?subdirectory=x&rev=v1#<commit>` (uv crates/uv-resolver/src/lock/mod.rs, GitSource::from_url). */
function toGitSource(address) {
	const hash = address.indexOf("#");
	const commit = hash === -1 ? void 0 : address.slice(hash + 1);
	const before = hash === -1 ? address : address.slice(0, hash);
	const query = before.indexOf("?");
	const url = query === -1 ? before : before.slice(0, query);
	const parameters = new URLSearchParams(query === -1 ? "" : before.slice(query + 1));
	return {
		kind: "git",
		url: withoutCredentials(url),
		commit,
		subdirectory: parameters.get("subdirectory") ?? void 0
	};
}
/**
* @param kind what the file is
* @param wire as the lock has it
* @param source of its package; the file's address, where it has none of its own
* @returns the file
*/
function toArtifact(kind, wire, source) {
	const raw = wire.url ?? (wire.path === void 0 && wire.filename === void 0 ? source.url : void 0);
	const url = raw === void 0 ? void 0 : withoutCredentials(raw);
	const digest = wire.hash === void 0 ? void 0 : splitDigest(wire.hash);
	const hash = digest === void 0 ? void 0 : toHash(...digest);
	const address = wire.filename ?? wire.path ?? raw ?? source.path;
	return {
		kind,
		fileName: address === void 0 ? void 0 : fileNameOf(address),
		url,
		hashes: hash === void 0 ? [] : [hash],
		size: wire.size
	};
}
/**
* @param item one item of a conflict set, as the file has it
* @returns the item, normalised
*/
function toConflict(item) {
	if (item.extra !== void 0) return {
		package: normalName(item.package),
		kind: "extra",
		name: normalName(item.extra)
	};
	if (item.group !== void 0) return {
		package: normalName(item.package),
		kind: "group",
		name: normalName(item.group)
	};
	return {
		package: normalName(item.package),
		kind: "project",
		name: ""
	};
}

// src/core/sbom/formats/uv.ts
/** Key of the package that stands for a lock without a project. */
const NO_PROJECT = "";
function toPackage(reading, entry) {
	const { wire, key } = entry;
	const groupTables = {
		...wire["dev-dependencies"],
		...wire["dependency-groups"],
		...wire.metadata?.["requires-dev"]
	};
	const extras = [...Object.keys(wire["optional-dependencies"] ?? {}), ...wire.metadata?.["provides-extras"] ?? []];
	const source = toSource(wire.source);
	const isMember = source.kind === "folder" && source.path !== ".";
	return {
		key,
		ecosystem: "pypi",
		name: wire.name,
		version: wire.version,
		source,
		artifacts: [...wire.sdist === void 0 ? [] : [toArtifact("sdist", wire.sdist, wire.source)], ...(wire.wheels ?? []).map((wheel) => toArtifact("wheel", wheel, wire.source))],
		license: void 0,
		marker: void 0,
		edges: edgesOf(reading, entry),
		areEdgesComplete: true,
		extras: [...new Set(extras.map(normalName))].sort(),
		groups: [...new Set(Object.keys(groupTables).map(normalName))].sort(),
		properties: isMember ? [{
			name: "uv:workspace:path",
			value: source.path
		}] : []
	};
}
function noProject(reading, wire, members) {
	const groups = Object.entries(wire.manifest?.["dependency-groups"] ?? {});
	const edges = [
		...members.map((to) => ({
			to,
			extras: [],
			when: { kind: "workspace" },
			marker: void 0,
			isOptional: false
		})),
		...(wire.manifest?.requirements ?? []).flatMap((requirement) => requirementEdges(reading, requirement, { kind: "always" })),
		...groups.flatMap(([name, requirements]) => requirements.flatMap((requirement) => requirementEdges(reading, requirement, {
			kind: "group",
			name: normalName(name)
		})))
	];
	return {
		key: NO_PROJECT,
		ecosystem: "pypi",
		name: "",
		version: void 0,
		source: { kind: "none" },
		artifacts: [],
		license: void 0,
		marker: void 0,
		edges,
		areEdgesComplete: true,
		extras: [],
		groups: groups.map(([name]) => normalName(name)).sort(),
		properties: []
	};
}
function isRoot({ wire }) {
	return wire.source.editable === "." || wire.source.virtual === ".";
}
function isFolder$1({ wire: { source } }) {
	return source.editable !== void 0 || source.virtual !== void 0 || source.directory !== void 0;
}
/** Adds the edges from a root project to its workspace's members. */
function withMembers(root, members) {
	const edges = members.map((to) => ({
		to,
		extras: [],
		when: { kind: "workspace" },
		marker: void 0,
		isOptional: false
	}));
	return {
		...root,
		edges: [...root.edges, ...edges]
	};
}
/**
* Reads uv.lock, version 1, any revision.
*
* @param lock the file
* @returns the lock; its root is the project at `.`, or a stand-in for a workspace or script without one
* @throws TurnpikeError `SBOM_LOCK` with every problem and its line
*/
function readUvLock(lock) {
	const wire = parseUvLock(lock);
	const reading = startReading(lock, wire);
	const { entries } = reading;
	const root = entries.find(isRoot);
	const memberNames = new Set(wire.manifest?.members ?? []);
	const members = entries.filter((entry) => entry !== root && memberNames.has(entry.wire.name) && isFolder$1(entry)).map(({ key }) => key);
	const packages = new Map(entries.map((entry) => [entry.key, toPackage(reading, entry)]));
	const rootPackage = root === void 0 ? void 0 : packages.get(root.key);
	const top = rootPackage === void 0 ? noProject(reading, wire, members) : withMembers(rootPackage, members);
	packages.set(top.key, top);
	if (reading.problems.length > 0) throw lockError(lock, reading.problems);
	return {
		format: "uv",
		path: lock.path,
		schemaVersion: `${1}, revision ${wire.revision ?? 0}`,
		packages,
		root: top.key,
		members,
		includesMembers: top.source.kind !== "folder" || !top.source.isBuilt,
		graph: "known",
		impliedGroups: [],
		requiresPython: wire["requires-python"],
		supportedMarkers: wire["supported-markers"] ?? [],
		conflicts: (wire.conflicts ?? []).map((set) => set.map(toConflict)),
		notes: []
	};
}

// src/core/sbom/read-lock.ts
/** Every format that can be read; a new one is a reader and a row. The first row that matches wins. */
const LOCK_FORMATS = [
	{
		id: "uv",
		name: "uv.lock",
		matches: (name) => name === "uv.lock" || name.endsWith(".py.lock"),
		mend: "uv lock",
		read: readUvLock
	},
	{
		id: "npm",
		name: "package-lock.json",
		matches: (name) => name === "package-lock.json" || name === "npm-shrinkwrap.json",
		mend: "npm install --package-lock-only",
		read: readPackageLock
	},
	{
		id: "pylock",
		name: "pylock.toml",
		matches: (name) => /^pylock(\.[^.]+)?\.toml$/.test(name),
		mend: "uv export --format pylock.toml -o pylock.toml",
		read: readPylock
	}
];
/**
* @param path of any file
* @returns the format that its name says, or undefined
*/
function formatOf(path) {
	const name = basename$1(path.replaceAll("\\", "/"));
	return LOCK_FORMATS.find((format) => format.matches(name));
}
/**
* @param path shown to people; its last segment says the format
* @param text the file
* @returns the lock
* @throws TurnpikeError `SBOM_LOCK` when the name is of no known format, or the file is not what its name says
*/
function readLock(path, text) {
	const format = formatOf(path);
	if (format === void 0) {
		const known = LOCK_FORMATS.map(({ name }) => name).join(", ");
		throw new TurnpikeError("SBOM_LOCK", "config", `${path} is no lock file that I know.`, { hint: `Known are ${known}.` });
	}
	return format.read({
		path,
		text,
		format: format.name,
		mend: format.mend
	});
}

// src/core/sbom/places.ts
/** Folders of other people's code, and of what tools make. */
const FOREIGN = /* @__PURE__ */ new Set([
	"node_modules",
	"venv",
	"site-packages",
	"vendor",
	"third_party",
	"dist",
	"build",
	"target"
]);
/** Folders of code that is not shipped: their locks are test data or demonstrations. */
const NOT_SHIPPED = /* @__PURE__ */ new Set([
	...[
		"test",
		"tests",
		"testing",
		"testdata",
		"test-data",
		"__tests__",
		"e2e",
		"spec",
		"specs"
	],
	...[
		"fixture",
		"fixtures",
		"__fixtures__",
		"__mocks__",
		"mocks",
		"snapshots",
		"__snapshots__"
	],
	...[
		"example",
		"examples",
		"sample",
		"samples",
		"demo",
		"demos"
	]
]);
/**
* @param folder path with `/`, relative to the folder that is looked through
* @returns true when nothing below it is of interest
*/
function isForeignFolder(folder) {
	const name = folder.slice(folder.lastIndexOf("/") + 1);
	return FOREIGN.has(name) || name.startsWith(".");
}
function reasonToPass(path, all) {
	const folders = path.split("/").slice(0, -1);
	const foreign = folders.find(isForeignFolder);
	if (foreign !== void 0) return `stands in ${foreign}/`;
	const notShipped = folders.find((folder) => NOT_SHIPPED.has(folder.toLowerCase()));
	if (notShipped !== void 0) return `stands in ${notShipped}/, which is not shipped`;
	const folder = posix.dirname(path);
	const beside = (name) => all.has(folder === "." ? name : `${folder}/${name}`);
	if (formatOf(path)?.id === "pylock" && beside("uv.lock")) return "uv.lock beside it says more";
	if (posix.basename(path) === "package-lock.json" && beside("npm-shrinkwrap.json")) return "npm-shrinkwrap.json beside it wins";
}
/**
* Picks the locks of a folder: all that describe something shipped. What is passed over is told, never silent.
*
* @param paths files below the folder, relative to it, with `/`
* @returns locks to read and locks passed over
*/
function chooseLocks(paths) {
	const locks = new Set(paths.filter((path) => formatOf(path) !== void 0));
	const read = [];
	const passedOver = [];
	for (const path of [...locks].sort(compareText)) {
		const why = reasonToPass(path, locks);
		if (why === void 0) read.push(path);
		else if (!path.includes("node_modules/")) passedOver.push({
			path,
			why
		});
	}
	return {
		read,
		passedOver
	};
}

// src/actions/sbom/find-locks.ts
/** File names that are looked for even where git ignores them. */
const PLAIN_NAMES = [
	"uv.lock",
	"package-lock.json",
	"npm-shrinkwrap.json",
	"pylock.toml"
];
async function filesBelow(folder, { files, git }) {
	const absolute = files.absolute(folder);
	if (await git.topLevel(absolute) === void 0) return (await files.list(folder, isForeignFolder)).filter(({ kind }) => kind === "file").map(({ path }) => path);
	const listed = await git.listFiles(absolute);
	const own = [];
	for (const name of PLAIN_NAMES) if (await files.exists(posix.join(folder, name))) own.push(name);
	const isThere = async (path) => formatOf(path) === void 0 || await files.exists(posix.join(folder, path));
	const present = [];
	for (const path of /* @__PURE__ */ new Set([...listed, ...own])) if (await isThere(path)) present.push(path);
	return present;
}
async function isFolder(path, files) {
	if ((await files.list(path, () => true)).length > 0) return true;
	return await files.readBytes(path).then((bytes) => bytes === void 0, () => true);
}
/**
* Finds locks. A lock that is named is read whatever folder it stands in.
*
* @param paths locks and folders, as given
* @param ports see {@link SearchPorts}
* @returns locks to read, the outermost first, and locks passed over, as paths that start like those given
* @throws TurnpikeError `SBOM_NO_LOCK` with a problem for each path that is not there or is no lock
*/
async function findLocks(paths, ports) {
	const problems = [];
	const read = /* @__PURE__ */ new Map();
	const passedOver = /* @__PURE__ */ new Map();
	for (const given of paths) {
		const path = posix.normalize(given.replaceAll("\\", "/"));
		if (!await ports.files.exists(path)) problems.push({
			where: given,
			message: "is not there"
		});
		else if (await isFolder(path, ports.files)) {
			const places = chooseLocks(await filesBelow(path, ports));
			for (const found of places.read) read.set(ports.files.absolute(posix.join(path, found)), posix.join(path, found));
			for (const { path: found, why } of places.passedOver) {
				const joined = posix.join(path, found);
				passedOver.set(ports.files.absolute(joined), {
					path: joined,
					why
				});
			}
		} else if (formatOf(path) === void 0) {
			const known = LOCK_FORMATS.map(({ name }) => name).join(", ");
			problems.push({
				where: given,
				message: `is no lock file that I know; known are ${known}`
			});
		} else read.set(ports.files.absolute(path), path);
	}
	if (problems.length > 0) {
		const what = problems.length === 1 ? "A path does" : `${problems.length} paths do`;
		throw new TurnpikeError("SBOM_NO_LOCK", "config", `${what} not lead to a lock; nothing was written.`, { problems });
	}
	return {
		read: sortedBy(read.values(), (path) => `${String(path.split("/").length).padStart(4, "0")} ${path}`),
		passedOver: [...passedOver].filter(([absolute]) => !read.has(absolute)).map(([, passed]) => passed)
	};
}

export { takeInventory as a, projectsOf as c, countsOfInventory as d, checkLockSize as i, normalName as l, formatOf as n, SHIPPED as o, readLock as r, checkSelection as s, findLocks as t, countsOfDescription as u };