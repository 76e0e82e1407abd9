import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_semver } from "./semver.js";
import { c as managerWish, g as rustChannel, m as normalVersion } from "./toolchains.js";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { constants } from "node:fs";
import { access, readFile, readdir, realpath } from "node:fs/promises";

// src/adapters/node/toolchains/home.ts
var import_semver = /* @__PURE__ */ __toESM(require_semver(), 1);
/** The program by which a home is known, and which is asked for its version. */
const MAIN_PROGRAM = {
	node: "node",
	java: "java",
	go: "go",
	rust: "rustc"
};
/** @returns the text of a file; undefined when it cannot be read */
async function textOf(path) {
	return readFile(path, "utf8").catch(() => void 0);
}
/** @returns whether a program can be started there */
async function hasProgram(path) {
	return access(path, constants.X_OK).then(() => true, () => false);
}
/** A JDK says its version in `release`, Go in `VERSION`, Node in a header. */
const TELLS = {
	java: ["release", /^JAVA_VERSION="([^"]+)"/m],
	go: ["VERSION", /^go(\S+)/],
	node: void 0,
	rust: void 0
};
/**
* @param home absolute folder of a Node
* @returns what its header says; undefined where it has none
*/
async function nodeHeader(home) {
	const text = await textOf(join(home, "include", "node", "node_version.h")) ?? "";
	const defined = (name) => new RegExp(`^#define ${name} "?(\\w+)"?$`, "m").exec(text)?.[1];
	const numbers = [
		"MAJOR",
		"MINOR",
		"PATCH"
	].map((part) => defined(`NODE_${part}_VERSION`));
	if (numbers.includes(void 0)) return void 0;
	const isLts = defined("NODE_VERSION_IS_LTS") === "1";
	return {
		version: numbers.join("."),
		lts: isLts ? defined("NODE_VERSION_LTS_CODENAME")?.toLowerCase() : void 0
	};
}
/**
* @param language whose
* @param home absolute folder of a toolchain
* @returns the version that it says of itself; undefined where only running it would tell
*/
async function toldVersion(language, home) {
	if (language === "node") return (await nodeHeader(home))?.version;
	const tells = TELLS[language];
	if (tells === void 0) return void 0;
	const version = tells[1].exec(await textOf(join(home, tells[0])) ?? "")?.[1];
	return version === void 0 ? void 0 : normalVersion(language, version);
}
/**
* @param language whose
* @param home absolute folder
* @param env the environment of this process
* @returns what commands are told besides the path, so that they take this one
*/
function variablesFor(language, home, env) {
	if (language === "java") return { JAVA_HOME: home };
	return language === "go" && env["GOROOT"] !== void 0 ? { GOROOT: home } : {};
}

// src/adapters/node/toolchains/package-managers.ts
/** Folders between a program and the package.json of what brought it. */
const MOST_UP = 4;
const VERSION_MS$1 = 1e4;
/** The package that a program belongs to: `/usr/lib/node_modules/pnpm/bin/pnpm.cjs` is pnpm's. */
async function packageOf(program) {
	let folder = dirname(await realpath(program).catch(() => program));
	for (let level = 0; level < MOST_UP; level += 1, folder = dirname(folder)) {
		const text = await textOf(join(folder, "package.json"));
		try {
			const { name, version } = JSON.parse(text ?? "{}");
			if (typeof name === "string" && typeof version === "string") return {
				name,
				version
			};
		} catch {}
	}
}
/** Versions that Corepack has brought before (github.com/nodejs/corepack, `folderUtils.ts`). */
async function broughtByCorepack({ name }, env) {
	const cache = env["XDG_CACHE_HOME"] ?? join(env["HOME"] ?? homedir(), ".cache");
	const home = env["COREPACK_HOME"] ?? join(cache, "node", "corepack");
	return readdir(join(home, "v1", name)).catch(() => []);
}
async function throughCorepack(program, wish, env) {
	const version = (await broughtByCorepack(wish, env)).filter(wish.fits).sort().at(-1);
	const corepack = join(dirname(program), "corepack");
	if (version === void 0 || !await hasProgram(corepack)) return void 0;
	return {
		file: corepack,
		args: [`${wish.name}@${version}`]
	};
}
/**
* @param spec what npx is asked to bring, `pnpm@10.33.0`
* @param env with the path that is looked through
* @param processes finds programs, and asks one that belongs to no package
* @returns how that version is started without bringing it; undefined where it is not here
*/
async function findManager(spec, env, processes) {
	const wish = managerWish(spec);
	const program = wish === void 0 ? void 0 : await processes.which(wish.name, env);
	if (wish === void 0 || program === void 0) return void 0;
	const brought = await packageOf(program);
	if (brought?.name === "corepack") return throughCorepack(program, wish, env);
	if (brought !== void 0) return brought.name === wish.packageName && wish.fits(brought.version) ? {
		file: program,
		args: []
	} : void 0;
	const command = {
		file: program,
		args: ["--version"],
		cwd: "/",
		env
	};
	const { stdout } = await processes.capture(command, {
		timeoutMs: VERSION_MS$1,
		maxBytes: 4096
	});
	return wish.packageName === wish.name && wish.fits(stdout.trim()) ? {
		file: program,
		args: []
	} : void 0;
}

// src/adapters/node/toolchains/places.ts
const ANY = /^v?(\d.*)$/;
/** Vendors stand before or behind the versions of Java. */
const JAVA = /^(?:[a-z][a-z_-]*-)?(\d.*)$/i;
/** Names of processors in tool caches (@actions/tool-cache, `os.arch()`). */
function archOf() {
	return process.arch;
}
function rootsOf(env) {
	const home = env["HOME"] || homedir();
	const data = env["XDG_DATA_HOME"] || join(home, ".local", "share");
	return {
		home,
		data,
		asdf: env["ASDF_DATA_DIR"] || join(home, ".asdf"),
		mise: env["MISE_DATA_DIR"] || join(data, "mise"),
		cache: env["RUNNER_TOOL_CACHE"] || env["AGENT_TOOLSDIRECTORY"] || void 0
	};
}
function nodeRows(env, { home, data, asdf, mise }) {
	const fnm = env["FNM_DIR"] === void 0 ? [join(data, "fnm"), join(home, ".fnm")] : [env["FNM_DIR"]];
	return [
		["nvm", join(env["NVM_DIR"] || join(home, ".nvm"), "versions", "node")],
		...fnm.map((root) => [
			"fnm",
			join(root, "node-versions"),
			ANY,
			"installation"
		]),
		["volta", join(env["VOLTA_HOME"] || join(home, ".volta"), "tools", "image", "node")],
		["mise", join(mise, "installs", "node")],
		["asdf", join(asdf, "installs", "nodejs")],
		["nodenv", join(env["NODENV_ROOT"] || join(home, ".nodenv"), "versions")],
		["n", join(env["N_PREFIX"] || "/usr/local", "n", "versions", "node")]
	];
}
function javaRows(env, { home, asdf, mise }) {
	const all = /^(.*)$/;
	return [
		[
			"sdkman",
			join(env["SDKMAN_DIR"] || join(home, ".sdkman"), "candidates", "java"),
			JAVA
		],
		[
			"mise",
			join(mise, "installs", "java"),
			JAVA
		],
		[
			"asdf",
			join(asdf, "installs", "java"),
			JAVA
		],
		[
			"the system",
			"/usr/lib/jvm",
			all
		],
		[
			"the system",
			"/Library/Java/JavaVirtualMachines",
			all,
			join("Contents", "Home")
		],
		[
			"~/.jdks",
			join(home, ".jdks"),
			all
		],
		[
			"Gradle",
			join(env["GRADLE_USER_HOME"] || join(home, ".gradle"), "jdks"),
			all
		]
	];
}
function goRows(env, { home, asdf, mise }) {
	const path = (env["GOPATH"] ?? "").split(":")[0] || join(home, "go");
	const modules = env["GOMODCACHE"] || join(path, "pkg", "mod");
	return [
		["mise", join(mise, "installs", "go")],
		[
			"asdf",
			join(asdf, "installs", "golang"),
			ANY,
			"go"
		],
		["goenv", join(env["GOENV_ROOT"] || join(home, ".goenv"), "versions")],
		[
			"~/sdk",
			join(home, "sdk"),
			/^go(\d.*)$/
		],
		[
			"Go's own cache",
			join(modules, "golang.org"),
			/^toolchain@v[\d.]+-go(\d[\w.]*)\.[a-z0-9]+-[a-z0-9]+$/
		]
	];
}
function rustRows(env, { home }) {
	return [[
		"rustup",
		join(env["RUSTUP_HOME"] || join(home, ".rustup"), "toolchains"),
		/^(.*)$/
	]];
}
const ROWS = {
	node: nodeRows,
	java: javaRows,
	go: goRows,
	rust: rustRows
};
/** Names of tools in a runner's tool cache; those of Java carry the vendor. */
const CACHED = {
	node: /^node$/,
	go: /^go$/,
	java: /^Java_.*_jdk$/i
};
/**
* @param language whose
* @param env the environment of this process
* @returns the runner's tool cache; undefined where there is none
*/
function toolCache(env) {
	return rootsOf(env).cache;
}
/**
* @param language whose
* @param folder of one tool in a runner's tool cache
* @returns how it keeps versions: `node/22.11.0/x64`, `Java_Temurin-Hotspot_jdk/21.0.5-11/x64`
*/
function cachePlace(language, folder) {
	return {
		language,
		origin: "the runner's tool cache",
		folder,
		name: language === "java" ? JAVA : ANY,
		inner: archOf(),
		isMarked: true
	};
}
/**
* @param language whose
* @param env the environment of this process; none of it comes from a repository
* @returns folders that may keep versions, those that people choose themselves first
*/
function placesOf(language, env) {
	return ROWS[language](env, rootsOf(env)).map(([origin, folder, name = ANY, inner = ""]) => ({
		language,
		origin,
		folder,
		name,
		inner
	}));
}

// src/adapters/node/toolchains/index.ts
/** More versions of one tool are not looked at. */
const MOST_ENTRIES = 200;
/** Longest that a program may take to say its version, in ms; a JVM on a busy machine needs a second. */
const VERSION_MS = 1e4;
async function entriesOf(folder) {
	return (await readdir(folder).catch(() => [])).slice(0, MOST_ENTRIES).sort();
}
/** How programs are asked for their version, and where they say it. */
const ASKED = {
	node: [["--version"], /^v(\d+\.\d+\.\d+\S*)/m],
	java: [["-version"], /version "([^"]+)"/],
	go: [["version"], /\bgo(\d\S*)/],
	rust: [["--version"], /^rustc (\d\S*)/m]
};
/** Looks for toolchains where runners, version managers and the system keep them. */
var NodeToolchains = class {
	#processes;
	#env;
	#installed = /* @__PURE__ */ new Map();
	#started = /* @__PURE__ */ new Map();
	#onPath = /* @__PURE__ */ new Map();
	/**
	* @param processes finds programs on the path, and asks those that tell their version in no file
	* @param env the environment of this process
	*/
	constructor(processes, env) {
		this.#processes = processes;
		this.#env = env;
	}
	installed(language) {
		const known = this.#installed.get(language) ?? this.#lookFor(language);
		this.#installed.set(language, known);
		return known;
	}
	onPath(language) {
		const known = this.#onPath.get(language) ?? this.#lookOnPath(language);
		this.#onPath.set(language, known);
		return known;
	}
	async managers(language) {
		const places = placesOf(language, this.#env);
		const roots = {
			nvm: 2,
			fnm: 1,
			volta: 3,
			mise: 2,
			asdf: 2,
			nodenv: 1,
			sdkman: 2,
			goenv: 1
		};
		const found = await Promise.all(places.map(async ({ origin, folder }) => {
			const levels = roots[origin];
			if (levels === void 0) return void 0;
			return (await entriesOf(Array.from({ length: levels }).reduce((at) => dirname(at), folder))).length > 0 ? origin : void 0;
		}));
		return [...new Set(found.filter((one) => one !== void 0))];
	}
	packageManager(spec, env) {
		const key = `${spec}\0${env["PATH"] ?? ""}`;
		const known = this.#started.get(key) ?? findManager(spec, env, this.#processes);
		this.#started.set(key, known);
		return known;
	}
	async #lookFor(language) {
		const cache = toolCache(this.#env);
		const isTool = CACHED[language];
		const cached = (cache === void 0 || isTool === void 0 ? [] : (await entriesOf(cache)).filter((one) => isTool.test(one))).map((one) => cachePlace(language, join(cache ?? "", one)));
		const named = language === "java" ? await this.#namedJavas() : [];
		const places = await Promise.all([...cached, ...placesOf(language, this.#env)].map((place) => this.#lookIn(place)));
		const all = [...named, ...places.flat()];
		const byHome = /* @__PURE__ */ new Map();
		for (const one of all) {
			const real = await realpath(one.home).catch(() => one.home);
			if (!byHome.has(real)) byHome.set(real, one);
		}
		return [...byHome.values()];
	}
	/** GitHub's runners name their JDKs in `JAVA_HOME_21_X64` (actions/runner-images). */
	async #namedJavas() {
		const arch = archOf().toUpperCase();
		return (await Promise.all(Object.entries(this.#env).map(async ([name, home]) => {
			const [, major, of] = /^JAVA_HOME_(\d+)_([A-Z0-9]+)$/.exec(name) ?? [];
			if (major === void 0 || of !== arch || !home.startsWith("/")) return void 0;
			return this.#at("java", home, `${major}.0.0`, name);
		}))).filter((one) => one !== void 0);
	}
	async #lookIn({ language, origin, folder, name, inner, isMarked }) {
		const entries = await entriesOf(folder);
		return (await Promise.all(entries.map(async (entry) => {
			const named = name.exec(entry)?.[1];
			const home = join(folder, entry, inner);
			const version = named === void 0 ? void 0 : this.#nameOf(language, named);
			if (named === void 0 || version === void 0 && language !== "java") return void 0;
			if (isMarked === true && !(await entriesOf(join(folder, entry))).includes(`${inner}.complete`)) return void 0;
			return this.#at(language, home, version, origin);
		}))).filter((one) => one !== void 0);
	}
	#nameOf(language, named) {
		if (language !== "rust") return normalVersion(language, named);
		const channel = rustChannel(named);
		return normalVersion("rust", channel) ?? normalVersion("rust", `${channel}.0`) ?? channel;
	}
	async #at(language, home, named, origin) {
		const bin = join(home, "bin");
		if (!await hasProgram(join(bin, MAIN_PROGRAM[language]))) return void 0;
		const version = (language === "java" ? await toldVersion("java", home) : void 0) ?? named;
		if (version === void 0) return void 0;
		const found = {
			language,
			version,
			origin,
			home
		};
		if (language === "rust") return {
			...found,
			...await this.#throughRustup(home, bin)
		};
		const lts = language === "node" ? (await nodeHeader(home))?.lts : void 0;
		const own = {
			bins: [bin],
			variables: variablesFor(language, home, this.#env)
		};
		return {
			...found,
			...own,
			...lts === void 0 ? {} : { lts }
		};
	}
	/** Programs of rustup take the toolchain that a variable names, and know `cargo +nightly`; without them its own are put first. */
	async #throughRustup(home, bin) {
		const own = join(this.#env["CARGO_HOME"] || join(this.#env["HOME"] || homedir(), ".cargo"), "bin");
		if (!await hasProgram(join(own, "rustup"))) return {
			bins: [bin],
			variables: {}
		};
		const name = home.slice(home.lastIndexOf("/") + 1);
		return {
			bins: [own],
			variables: { RUSTUP_TOOLCHAIN: name }
		};
	}
	async #lookOnPath(language) {
		const given = language === "java" ? this.#env["JAVA_HOME"] : void 0;
		const own = given === void 0 ? void 0 : await this.#at("java", given, void 0, "JAVA_HOME");
		if (own !== void 0) return {
			...own,
			bins: [],
			variables: {}
		};
		const program = await this.#processes.which(MAIN_PROGRAM[language], this.#env);
		if (program === void 0) return void 0;
		const real = await realpath(program).catch(() => program);
		const home = dirname(dirname(real));
		const ofRustup = language === "rust" ? await this.#rustupDefault(dirname(real)) : void 0;
		if (ofRustup !== void 0) return {
			...ofRustup,
			origin: "the path",
			bins: [],
			variables: {}
		};
		const version = await this.#versionOf(language, home, real) ?? await this.#ask(language, program);
		if (version === void 0) return void 0;
		const lts = language === "node" ? (await nodeHeader(home))?.lts : void 0;
		const found = {
			language,
			version,
			origin: "the path",
			home,
			bins: [],
			variables: {}
		};
		return lts === void 0 ? found : {
			...found,
			lts
		};
	}
	/** Asking rustup's programs takes longer than all the rest. */
	async #rustupDefault(bin) {
		if (!await hasProgram(join(bin, "rustup"))) return void 0;
		const root = this.#env["RUSTUP_HOME"] || join(this.#env["HOME"] || homedir(), ".rustup");
		const settings = await textOf(join(root, "settings.toml")) ?? "";
		const name = this.#env["RUSTUP_TOOLCHAIN"] ?? /^default_toolchain = "([^"]+)"$/m.exec(settings)?.[1];
		const home = join(root, "toolchains", name ?? "");
		const all = await this.installed("rust");
		return name === void 0 ? void 0 : all.find((one) => one.home === home && (0, import_semver.valid)(one.version) !== null);
	}
	async #versionOf(language, home, program) {
		if (language === "node" && program === process.execPath) return process.versions.node;
		return toldVersion(language, home);
	}
	/** Asked outside of any repository, whose files could ask for another one. */
	async #ask(language, program) {
		const [args, answer] = ASKED[language];
		const command = {
			file: program,
			args,
			cwd: "/",
			env: {
				...this.#env,
				GOTOOLCHAIN: "local"
			}
		};
		const { stdout, stderr } = await this.#processes.capture(command, {
			timeoutMs: VERSION_MS,
			maxBytes: 65536
		});
		const version = answer.exec(`${stdout}\n${stderr}`)?.[1];
		return version === void 0 ? void 0 : normalVersion(language, version);
	}
};

export { NodeToolchains as t };