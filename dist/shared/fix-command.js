import { Mt as fromRoot } from "./first-gate.js";
import { h as unwrapLaunchers } from "./declarations.js";

// src/core/detect/fix-words.ts
/** Words without flags that match, and without options that match and the value behind them. */
function without(words, flags, valued = /(?!)/) {
	return words.filter((word, at) => {
		const [name = ""] = word.split("=", 1);
		return !flags.test(word) && !valued.test(name) && !valued.test(words[at - 1] ?? "");
	});
}
/** One flag in the place of the first that matches; further ones go. */
function replaced(words, flags, flag) {
	const first = words.findIndex((word) => flags.test(word));
	return words.flatMap((word, at) => flags.test(word) ? at === first ? [flag] : [] : [word]);
}
/** Words put behind the program and so many of its own words. */
function inserted(words, after, ...more) {
	return [
		...words.slice(0, after),
		...more,
		...words.slice(after)
	];
}
const CHECK = /^(?:--check|--diff)$/;
const withoutCheck = (words) => without(words, CHECK);
const withFix = (words) => inserted(without(words, /^--fix$/), 1, "--fix");
const RUFF_OUTPUT = /^(?:--output-format|--output-file|-o)$/;
const TO_WRITE = /^(?:--check|-c|--list-different|-l)$/;
/**
* Only what a tool's own documentation promises to mend what the same call finds. What it cannot mend by itself is left for
* a person, so the check comes after it.
*/
const RULES = [
	{
		program: /^ruff$/,
		sub: /^check$/,
		fix: (words) => inserted(without(words, /^(?:--fix|--no-fix|--fix-only|--diff|--exit-zero|--statistics|--no-cache)$/, RUFF_OUTPUT), 2, "--fix")
	},
	{
		program: /^ruff$/,
		sub: /^format$/,
		needs: CHECK,
		fix: (words) => without(words, /^(?:--check|--diff|--no-cache)$/, RUFF_OUTPUT)
	},
	{
		program: /^black$/,
		needs: CHECK,
		fix: withoutCheck
	},
	{
		program: /^isort$/,
		needs: /^(?:--check|--check-only|-c|--diff)$/,
		fix: (words) => without(words, /^(?:--check|--check-only|-c|--diff)$/)
	},
	{
		program: /^yapf$/,
		needs: /^(?:--diff|-d)$/,
		fix: (words) => replaced(words, /^(?:--diff|-d)$/, "--in-place")
	},
	{
		program: /^(?:autoflake|docformatter)$/,
		needs: /^(?:--check|-c|--check-diff|-cd)$/,
		fix: (words) => replaced(without(words, /^--diff$/), /^(?:--check|-c|--check-diff|-cd)$/, "--in-place")
	},
	{
		program: /^(?:pyproject-fmt|mdformat|oxfmt)$/,
		needs: /^--check$/,
		fix: withoutCheck
	},
	{
		program: /^djlint$/,
		needs: /^--check$/,
		fix: (words) => replaced(words, /^--check$/, "--reformat")
	},
	{
		program: /^prettier$/,
		needs: TO_WRITE,
		fix: (words) => replaced(words, TO_WRITE, "--write")
	},
	{
		program: /^eslint$/,
		fix: (words) => withFix(without(words, /^--no-color$/, /^(?:-f|--format|-o|--output-file)$/))
	},
	{
		program: /^(?:oxlint|xo|standard|ts-standard|semistandard|markdownlint|markdownlint-cli2)$/,
		fix: withFix
	},
	{
		program: /^stylelint$/,
		fix: (words) => [...without(words, /^--fix$/), "--fix"]
	},
	{
		program: /^biome$/,
		sub: /^(?:ci|check|lint|format)$/,
		fix: ([program = "", sub = "", ...rest]) => [...[
			program,
			sub === "ci" ? "check" : sub,
			"--write"
		], ...without(rest, /^--write$/, /^--reporter$/)]
	},
	{
		program: /^dprint$/,
		sub: /^check$/,
		fix: ([program = "", , ...rest]) => [
			program,
			"fmt",
			...rest
		]
	},
	{
		program: /^sort-package-json$/,
		needs: /^(?:--check|-c)$/,
		fix: (words) => without(words, /^(?:--check|-c)$/)
	},
	{
		program: /^cargo$/,
		sub: /^fmt$/,
		needs: /^--check$/,
		fix: (words) => {
			const left = without(words, /^--check$/);
			return left.at(-1) === "--" ? left.slice(0, -1) : left;
		}
	},
	{
		program: /^gofmt$/,
		needs: /^-[ld]$/,
		fix: (words) => replaced(words, /^-[ld]$/, "-w")
	},
	{
		program: /^golangci-lint$/,
		sub: /^run$/,
		fix: (words) => inserted(without(words, /^--fix$/), 2, "--fix")
	},
	{
		program: /^shfmt$/,
		needs: /^(?:-d|--diff|-l)$/,
		fix: (words) => replaced(words, /^(?:-d|--diff|-l)$/, "-w")
	},
	{
		program: /^clang-format$/,
		needs: /^(?:--dry-run|-n)$/,
		fix: (words) => replaced(without(words, /^--?Werror$/), /^(?:--dry-run|-n)$/, "-i")
	},
	{
		program: /^(?:codespell|typos)$/,
		fix: (words) => inserted(words, 1, "--write-changes")
	},
	{
		program: /^taplo$/,
		sub: /^(?:format|fmt)$/,
		needs: CHECK,
		fix: withoutCheck
	},
	{
		program: /^sqlfluff$/,
		sub: /^lint$/,
		fix: ([program = "", , ...rest]) => [
			program,
			"fix",
			...rest
		]
	},
	{
		program: /^uv$/,
		sub: /^format$/,
		needs: CHECK,
		fix: withoutCheck
	},
	{
		program: /^uv$/,
		sub: /^lock$/,
		needs: /^(?:--check|--locked)$/,
		fix: () => ["uv", "lock"]
	},
	{
		program: /^poetry$/,
		needs: /^(?:--lock|--check)$/,
		sub: /^(?:check|lock)$/,
		fix: () => ["poetry", "lock"]
	},
	{
		program: /^pdm$/,
		sub: /^lock$/,
		needs: /^--check$/,
		fix: () => ["pdm", "lock"]
	},
	{
		program: /^pipenv$/,
		sub: /^verify$/,
		fix: () => ["pipenv", "lock"]
	},
	{
		program: /^npm$/,
		sub: /^ci$/,
		needs: /^--dry-run$/,
		fix: () => [
			"npm",
			"install",
			"--package-lock-only"
		]
	}
];
function matches({ program, sub, needs }, [first = "", ...rest]) {
	const name = first.replace(/(?<=.)@[^/]*$/, "").replace(/^.*\//, "");
	if (!program.test(name)) return false;
	if (sub !== void 0 && !sub.test(rest[0] ?? "")) return false;
	return needs === void 0 || rest.some((word) => needs.test(word));
}
/**
* @param words a command that checks, from the tool's name on
* @returns the command that mends what it finds, as far as the tool can; undefined for a tool that mends nothing, or where
* it is not known for sure
*/
function fixWords(words) {
	return RULES.find((one) => matches(one, words))?.fix(words);
}

// src/core/detect/fix-command.ts
/** More than one command, or what a shell puts in: the words would not be all that runs. */
const COMPOSED = /[;&|<>`\n\\$]/;
const ASSIGNMENT = /^[A-Za-z_]\w*=/;
/** Words with their quotes, so that the rest of the line stays as it was written. */
function rawWords(line) {
	return line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
}
/** The same line with the tool called to mend. */
function fixedLine(line) {
	const [folder = ""] = /^cd \S+ && /.exec(line) ?? [];
	const rest = line.slice(folder.length);
	if (COMPOSED.test(rest)) return void 0;
	const words = rawWords(rest);
	const program = words.findIndex((word) => !ASSIGNMENT.test(word));
	if (program === -1) return void 0;
	const own = unwrapLaunchers(words.slice(program)).words.length;
	const fixed = fixWords(words.slice(words.length - own));
	return fixed === void 0 ? void 0 : folder + [...words.slice(0, words.length - own), ...fixed].join(" ");
}
/** How each manager starts a program of the packages. */
const STARTERS = {
	npm: "npx",
	pnpm: "pnpm exec",
	yarn: "yarn",
	bun: "bunx"
};
/** What runs a script of package.json: `npm` of `npm run lint`. */
function managerOf({ reproduce, cwd }) {
	const prefix = fromRoot(cwd, "");
	const line = reproduce.startsWith(prefix) ? reproduce.slice(prefix.length) : reproduce;
	return /^(npm|pnpm|yarn|bun) (?:run |test$)/.exec(line)?.[1];
}
/** The tool as what calls it starts it, else by itself. */
function calledLine({ shows, chain, reproduce, cwd }) {
	if (shows === void 0) return void 0;
	const manager = managerOf({
		reproduce,
		cwd
	});
	if (manager !== void 0) return fixedLine(`${STARTERS[manager]} ${shows}`);
	const written = chain?.at(-1)?.text.trim() ?? "";
	return fixedLine(written.endsWith(` ${shows}`) ? written : shows);
}
const HOOK = /^(?:cd \S+ && )?pre-commit run \S/;
/**
* The command that mends what a gate finds, for tools that can: `ruff format .` for `ruff format --check .`. It is made from
* the gate's own command, so it looks at the same files with the same settings, and pastes where `reproduce` does.
*
* @param gate any gate
* @returns null where nothing is known for sure
*/
function fixCommand(gate) {
	const { reproduce, cwd, tool, shows } = gate;
	if (HOOK.test(reproduce)) return null;
	const direct = fixedLine(reproduce);
	if (direct !== void 0) return direct;
	const called = calledLine(gate);
	if (called !== void 0) return fromRoot(cwd, called);
	return shows === void 0 && tool === "eslint" && managerOf(gate) === "npm" ? `${reproduce} -- --fix` : null;
}

export { fixCommand };