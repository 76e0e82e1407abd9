import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_semver } from "./semver.js";

// src/core/toolchains/requests.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** Codenames of the lines of Node with long-term support (github.com/nodejs/Release); newer ones say it themselves. */
const NODE_LTS = {
	argon: 4,
	boron: 6,
	carbon: 8,
	dubnium: 10,
	erbium: 12,
	fermium: 14,
	gallium: 16,
	hydrogen: 18,
	iron: 20,
	jod: 22,
	krypton: 24
};
/** Longest version that is taken for one; semver's own bound is 256. */
const MOST$1 = 100;
const majorOf = (version) => Number(/^\d+/.exec(version)?.[0] ?? NaN);
/** A JDK's version has up to seven parts and a build behind `+` (JEP 322); Java 8 called itself 1.8.0_392. */
function javaVersion(text) {
	const [, old, update] = /^1\.(\d)(?:\.0(?:_(\d+))?)?(?:\D|$)/.exec(text) ?? [];
	if (old !== void 0) return `${old}.0.${update ?? "0"}`;
	const [, major, minor = "0", patch = "0", rest = ""] = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(.*)$/.exec(text) ?? [];
	if (major === void 0) return void 0;
	return `${major}.${minor}.${patch}${/^[-.]?ea\b/i.test(rest) ? "-ea" : ""}`;
}
/** `1.23rc1` is written `1.23.0-rc.1` where versions are compared. */
function goVersion(text) {
	const [, major, minor, patch = "0", kind, number] = /^(\d+)\.(\d+)(?:\.(\d+))?(?:-?(rc|beta)\.?(\d+))?$/.exec(text.replace(/^go/, "")) ?? [];
	if (major === void 0) return void 0;
	return `${major}.${minor}.${patch}${kind === void 0 ? "" : `-${kind}.${number}`}`;
}
/**
* @param language whose
* @param text a version as an installation is called: `v22.11.0`, `17.0.15+6`, `go1.22`
* @returns it as three numbers, so that it can be compared; undefined when it is none
*/
function normalVersion(language, text) {
	const plain = text.trim();
	if (plain.length > MOST$1) return void 0;
	if (language === "java") return javaVersion(plain);
	if (language === "go") return goVersion(plain);
	return (0, import_semver.valid)(plain) ?? void 0;
}
/**
* @param a a version as {@link normalVersion} gives it
* @param b another
* @returns less than 0 when `a` is older; what is no version comes before all that are
*/
function compareVersions(a, b) {
	const [one, other] = [(0, import_semver.valid)(a), (0, import_semver.valid)(b)];
	if (one === null || other === null) return Number(one !== null) - Number(other !== null);
	return (0, import_semver.compare)(one, other);
}
/**
* @param language whose
* @param version a version as {@link normalVersion} gives it
* @returns its line: `22`, `17`, `1.22`
*/
function lineOf(language, version) {
	const [major = "", minor = ""] = version.split(".");
	return language === "node" || language === "java" ? major : `${major}.${minor}`;
}
function rangeRequest(language, text) {
	const range = (0, import_semver.validRange)(text);
	const least = range === null ? null : (0, import_semver.minVersion)(range);
	if (range === null || least === null) return void 0;
	const wantsPreview = /\d-/.test(text);
	const fits = (version) => (0, import_semver.satisfies)(version, range, { includePrerelease: wantsPreview }) && (wantsPreview || (0, import_semver.prerelease)(version) === null);
	return {
		fits,
		line: hasUpperEnd(language, least, range) ? lineOf(language, least.version) : null,
		least: least.version,
		passesOver: 0
	};
}
/** `>=18` names no line, `^18.2` does. */
function hasUpperEnd(language, { major, minor }, range) {
	const next = language === "node" || language === "java" ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
	return !(0, import_semver.satisfies)(next, range);
}
const anyRelease = (passesOver = 0) => ({
	fits: (version) => (0, import_semver.prerelease)(version) === null,
	line: null,
	least: null,
	passesOver
});
function isLts(version, lts) {
	return lts !== void 0 || Object.values(NODE_LTS).includes(majorOf(version));
}
function nodeRequest(text) {
	const plain = text.replace(/^node[@-]/i, "").toLowerCase();
	if (/^(?:node|latest|current|stable|\*|x)$/.test(plain)) return anyRelease();
	const [, lts] = /^lts(?:[/_-](.*))?$/.exec(plain) ?? [];
	if (/^lts/.test(plain) && (lts === void 0 || lts === "*" || lts === "latest")) return {
		fits: isLts,
		line: null,
		least: null,
		passesOver: 0
	};
	const [, back] = /^-(\d)$/.exec(lts ?? "") ?? [];
	if (back !== void 0) return {
		fits: isLts,
		line: null,
		least: null,
		passesOver: Number(back)
	};
	if (lts !== void 0) {
		const major = Object.hasOwn(NODE_LTS, lts) ? NODE_LTS[lts] : void 0;
		if (major !== void 0) return rangeRequest("node", String(major));
		return /^[a-z]+$/.test(lts) ? {
			fits: (_, own) => own === lts,
			line: null,
			least: null,
			passesOver: 0
		} : void 0;
	}
	return rangeRequest("node", plain);
}
/** Vendors stand before or behind: `temurin-21.0.1+12`, `21.0.2-tem`, `zulu17`. */
function javaRequest(text) {
	const plain = text.replace(/^[a-z][a-z_-]*(?:jre|jdk)?-?(?=\d)/i, "").replace(/-(?!ea\b)[a-z][a-z0-9]*$/i, "");
	if (/[\s<>=^~|*x]/.test(plain)) return rangeRequest("java", plain.replaceAll(/\+\S+/g, ""));
	const version = javaVersion(plain);
	if (version === void 0) return void 0;
	const parts = /^1\.\d$|^\d+(?:-ea)?$/.test(plain) ? 1 : /^\d+\.\d+$/.test(plain) ? 2 : 3;
	const [main = "", preview] = version.split("-");
	const range = main.split(".").slice(0, parts).join(".");
	if (preview === void 0) return rangeRequest("java", range);
	return {
		fits: (one) => lineOf("java", one) === lineOf("java", main),
		line: range,
		least: main,
		passesOver: 0
	};
}
function goRequest(text) {
	const plain = text.replace(/^go/, "");
	if (/^(?:stable|latest)$/.test(plain)) return anyRelease();
	if (plain === "oldstable") return anyRelease(1);
	return rangeRequest("go", (/\d(?:rc|beta)\d/.test(plain) ? goVersion(plain) : void 0) ?? plain);
}
/** `1.75-x86_64-unknown-linux-gnu`: rustup writes for which machine behind the channel. */
function rustChannel(name) {
	return name.replace(/-(?:x86_64|aarch64|i686|armv7|arm|riscv64gc|powerpc64le|s390x|loongarch64)-.*$/, "");
}
function rustRequest(text) {
	const channel = rustChannel(text);
	if (/^(?:stable|beta|nightly)(?:-\d{4}-\d\d-\d\d)?$/.test(channel)) return {
		fits: (version) => channelOf(version) === channel,
		line: null,
		least: null,
		passesOver: 0
	};
	return /^\d+\.\d+/.test(channel) ? rangeRequest("rust", channel) : void 0;
}
/** A version without a preview's sign is one of the stable channel. */
function channelOf(version) {
	if ((0, import_semver.valid)(version) === null) return rustChannel(version);
	const [kind] = (0, import_semver.prerelease)(version) ?? ["stable"];
	return String(kind);
}
const READERS = {
	node: nodeRequest,
	java: javaRequest,
	go: goRequest,
	rust: rustRequest
};
/**
* @param wish what a repository asks for
* @returns what that asks of versions; undefined when nobody could know, such as `lts/next-one` or an expression
*/
function requestOf({ language, version }) {
	const text = version.trim().replace(/^v(?=\d)/, "");
	return text === "" || text.length > MOST$1 ? void 0 : READERS[language](text);
}
/**
* @param a what one place asks for
* @param b what another does
* @returns whether both take the same versions, however they are written: `v22` and `22.x`
*/
function asksTheSame(a, b) {
	if (a.language !== b.language) return false;
	if (a.version.trim() === b.version.trim()) return true;
	const plain = ({ language, version }) => {
		const text = version.trim().replace(/^(?:v|go)(?=\d)/, "");
		return (language === "rust" && !/^\d/.test(text) ? null : (0, import_semver.validRange)(text)) ?? (language === "java" ? (0, import_semver.coerce)(text)?.version ?? text : text);
	};
	return plain(a) === plain(b);
}
/**
* @param wish what a repository asks for
* @returns whether it names one release and no line of them: `22.11.0`, which machines seldom keep for long
*/
function namesOneRelease({ language, version }) {
	const text = version.trim().replace(/^(?:v|go|[a-z]+-)(?=\d)/i, "");
	if (language === "rust") return /^\d+\.\d+\.\d+$|-\d{4}-\d\d-\d\d$/.test(text);
	return /^\d+\.\d+\.\d+(?:[+.-]\w.*)?$/.test(text);
}

// src/core/toolchains/choose.ts
/** Newest first; of two of one version the one that was listed first. */
function newestFirst(all) {
	return all.toSorted((a, b) => compareVersions(b.version, a.version));
}
/** Lines of versions, newest first: `lts/-1` passes one over. */
function withoutNewestLines(language, fitting, count) {
	const lines = [...new Set(fitting.map(({ version }) => lineOf(language, version)))];
	const passed = new Set(lines.slice(0, count));
	return fitting.filter(({ version }) => !passed.has(lineOf(language, version)));
}
function best({ language, isLimit }, request, { installed, onPath }) {
	const onItsPath = onPath !== void 0 && request.fits(onPath.version, onPath.lts) ? onPath : void 0;
	if (onItsPath !== void 0 && isLimit === true) return {
		kind: "on-path",
		toolchain: onItsPath
	};
	const [first] = withoutNewestLines(language, newestFirst([...onItsPath === void 0 ? [] : [onItsPath], ...installed.filter((one) => request.fits(one.version, one.lts))]), request.passesOver);
	if (first === void 0) return void 0;
	return {
		kind: first === onItsPath ? "on-path" : "found",
		toolchain: first
	};
}
/** Another release of the line; else, where the one on the path is too old, the next newer one: most are made to go on working. */
function near(language, request, { installed, onPath }) {
	const { line, least } = request;
	const all = newestFirst([...onPath === void 0 ? [] : [onPath], ...installed]);
	const sameLine = all.find(({ version }) => line !== null && lineOf(language, version) === line);
	const isNewer = ({ version }) => least !== null && (0, import_semver.prerelease)(version) === null && compareVersions(version, least) > 0;
	const found = sameLine ?? (onPath !== void 0 && isNewer(onPath) ? void 0 : all.findLast(isNewer));
	return found === void 0 || found === onPath ? void 0 : {
		kind: "near",
		toolchain: found
	};
}
/**
* Chooses the newest toolchain of a machine that a repository asks for, as actions/setup-node does among those that a
* runner keeps. Nothing is fetched.
*
* @param wish what is asked for
* @param machine what is there
* @returns the one to use; where none is what is asked for, another release of its line, else a newer one, the path's first
*/
function chooseToolchain(wish, machine) {
	const request = requestOf(wish);
	return (request === void 0 ? void 0 : best(wish, request, machine) ?? near(wish.language, request, machine)) ?? {
		kind: "absent",
		toolchain: machine.onPath
	};
}

// src/core/toolchains/managers.ts
/** Yarn is called so from 2 on where it is a package. */
const MODERN_YARN = "@yarnpkg/cli-dist";
/**
* @param spec what npx is asked to bring: `pnpm@10.33.0`, `yarn@1.22.22`, `pnpm@latest`
* @returns undefined when that is no package manager
*/
function managerWish(spec) {
	const [, packageName = "", asked = ""] = /^(pnpm|yarn|bun|@yarnpkg\/cli-dist)@([\w.^~<>=|*+ -]{1,80})$/.exec(spec) ?? [];
	if (packageName === "") return void 0;
	const name = packageName === MODERN_YARN ? "yarn" : packageName;
	const range = asked === "latest" ? "*" : (0, import_semver.validRange)(asked);
	if (range === null) return void 0;
	const exact = (0, import_semver.valid)(asked);
	const fits = (version) => exact === null ? (0, import_semver.prerelease)(version) === null && (0, import_semver.satisfies)(version, range) : (0, import_semver.valid)(version) === exact;
	return {
		name,
		packageName,
		fits
	};
}

// src/core/toolchains/toolchain.ts
/** Languages of whose toolchain a machine often holds several versions. */
const LANGUAGES = [
	"node",
	"java",
	"go",
	"rust"
];
/** What people call the toolchain of a language. */
const LANGUAGE_NAMES = {
	node: "Node",
	java: "Java",
	go: "Go",
	rust: "Rust"
};

// src/core/toolchains/texts.ts
/** Longest version of a file that is shown. */
const MOST = 40;
function shown(text) {
	const plain = text.trim().replaceAll(/[^\x20-\x7e]/g, "?");
	return plain.length > MOST ? `${plain.slice(0, 39)}…` : plain;
}
/** @returns `Node 22.11.0` */
function wishText({ language, version }) {
	return `${LANGUAGE_NAMES[language]} ${shown(version)}`;
}
const placeOf = ({ source }) => `${source.file}:${source.line}`;
/** Words that are fit to paste: a version of a repository is foreign text. */
const PLAIN = /^[\w.+/*^~-]+$/;
/** What fetches a version of a language, by who keeps versions on this machine; the last one everybody can run. */
const GETS = {
	node: [
		["nvm", (version) => `nvm install ${version}`],
		["fnm", (version) => `fnm install ${version}`],
		["volta", (version) => `volta install node@${version}`],
		["mise", (version) => `mise install node@${version}`],
		["asdf", (version) => `asdf install nodejs ${version}`],
		["nodenv", (version) => `nodenv install ${version}`],
		["", (version) => `npx --yes n ${version}`]
	],
	java: [
		["sdkman", (version) => `sdk install java ${version}`],
		["mise", (version) => `mise install java@${version}`],
		["asdf", (version) => `asdf install java ${version}`],
		["", (version) => `sudo apt-get install openjdk-${/^(?:1\.)?(\d+)/.exec(version)?.[1] ?? version}-jdk`]
	],
	go: [
		["mise", (version) => `mise install go@${version}`],
		["asdf", (version) => `asdf install golang ${version}`],
		["goenv", (version) => `goenv install ${version}`],
		["", (version) => `go install golang.org/dl/go${version}@latest && ~/go/bin/go${version} download`]
	],
	rust: [["", (version) => `rustup toolchain install ${version}`]]
};
/** Managers that take a line or a name for a version; the others want a release. */
function versionFor({ language, version }) {
	const text = version.trim().replace(language === "go" ? /^go|\.x$/g : /^v(?=\d)|(?:\.x)+$/g, "");
	return PLAIN.test(text) && !text.includes("..") ? text : void 0;
}
/**
* @param wish what is not there
* @param managers who keeps versions of that language on this machine: `nvm`
* @returns a command that brings it, fit to paste; null where the wish is a range or cannot be pasted
*/
function howToGet(wish, managers) {
	const version = versionFor(wish);
	if (version === void 0 || requestOf(wish) === void 0 || /[*^~]/.test(version.replace(/^lts\/\*$/, ""))) return null;
	const ways = GETS[wish.language];
	const way = ways.find(([name]) => managers.includes(name)) ?? ways.at(-1);
	if (wish.language === "go" && way?.[0] === "" && !namesOneRelease(wish)) return null;
	return way?.[1](version) ?? null;
}
/** @returns `22.11.0 of nvm`, `20.20.2, which is on the path`; for people */
function choiceText(choice) {
	const { kind, toolchain } = choice;
	switch (kind) {
		case "on-path": return `${toolchain.version}, on the path`;
		case "found": return `${toolchain.version}, of ${toolchain.origin}`;
		case "near": return `not here; ${toolchain.version}, of ${toolchain.origin}, in its place`;
		case "absent": return toolchain === void 0 ? "not here" : `not here; ${toolchain.version}, on the path, in its place`;
	}
}
/**
* @param wish what is asked for
* @param choice what was taken
* @returns that it is another one, as a clause that can follow what a gate came to; undefined when it is the right one
*/
function otherVersionText(wish, choice) {
	if (choice.kind === "on-path" || choice.kind === "found") return void 0;
	const name = LANGUAGE_NAMES[wish.language];
	return `it ran ${choice.toolchain === void 0 ? `without ${name} of its own` : `on ${name} ${choice.toolchain.version}`}, and ${placeOf(wish)} asks for ${shown(wish.version)}`;
}
function listed(ids) {
	const names = ids.slice(0, 4);
	const more = ids.length - names.length;
	const all = more > 0 ? [...names, `${more} more`] : names;
	return all.length < 2 ? all[0] ?? "" : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
/**
* @param wish what is asked for
* @param choice what was taken
* @param about the gates that it is about, and who keeps versions of the language here
* @returns a sentence for people; undefined when the right one was taken
*/
function absenceText(wish, choice, about) {
	if (choice.kind === "on-path" || choice.kind === "found") return void 0;
	const mend = howToGet(wish, about.managers);
	const get = mend === null ? "" : ` To get it: \`${mend}\`.`;
	const missing = `${wishText(wish)}, which ${placeOf(wish)} asks for, is not on this machine`;
	const one = about.gates.length === 1;
	if (choice.toolchain === void 0) return `${missing}, and no other ${LANGUAGE_NAMES[wish.language]} is.${get}`;
	return `${missing}: ${`${listed(about.gates)} ${one ? "runs" : "run"} on ${choice.toolchain.version}`}, and a red there may come of that.${get}`;
}

export { wishText as a, managerWish as c, compareVersions as d, lineOf as f, rustChannel as g, requestOf as h, otherVersionText as i, chooseToolchain as l, normalVersion as m, choiceText as n, LANGUAGES as o, namesOneRelease as p, howToGet as r, LANGUAGE_NAMES as s, absenceText as t, asksTheSame as u };