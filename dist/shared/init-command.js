import { a as folderToGo, n as readInitFacts, o as NodeChangeSet, t as renderDifference } from "./difference.js";
import { a as boolean, c as literal, d as object, m as string, n as _enum, r as array } from "./schemas.js";
import { T as countOf, c as NodeProcesses, v as systemClock, y as definedVariables } from "./begin.js";
import { t as noteBegin } from "./first-green-store.js";
import { Et as GitProgram, H as plainText, Nt as shellLine, V as oneLine, d as columnsOf, l as styles } from "./first-gate.js";
import { t as proposeAdoption } from "./propose.js";
import { f as CHECK_NAME } from "./own-copy.js";
import { n as TurnpikeError, t as EXIT } from "./errors.js";
import { t as hanging } from "./table.js";

// src/core/adopt/init-document.ts
const changeSchema = object({
	path: string().describe("Relative to the repository's root."),
	kind: _enum(["create", "update"]),
	before: string().nullable().describe("The text before; null for a new file."),
	after: string(),
	why: string()
});
/** What `turnpike init --json` prints. */
const initFileSchema = object({
	schema: literal("turnpike/init/1"),
	written: boolean().describe("Whether the changes were written; false without --yes."),
	lane: _enum(["pipeline", "checks"]).describe("The reusable workflow that a new caller calls."),
	pin: object({
		repository: string(),
		sha: string().regex(/^[0-9a-f]{40}$/),
		version: string().nullable().describe("The release at that commit; null when it is not known.")
	}),
	check: string().describe("Name of the one check to require."),
	changes: array(changeSchema).describe("Empty when there is nothing to change."),
	remarks: array(object({
		where: string(),
		message: string()
	})).describe("What was left alone, and why.")
}).describe("What `turnpike init --json` prints.");
/**
* @param adoption what was proposed
* @param of the pin, further remarks, and whether it was written
*/
function toInitDocument(adoption, of) {
	return {
		schema: "turnpike/init/1",
		written: of.isWritten && adoption.changes.length > 0,
		lane: adoption.lane,
		pin: { ...of.pin },
		check: CHECK_NAME,
		changes: adoption.changes.map(({ path, before, after, why }) => ({
			path,
			kind: before === null ? "create" : "update",
			before,
			after,
			why
		})),
		remarks: [...of.remarks, ...adoption.remarks]
	};
}

// src/core/adopt/ruleset.ts
/**
* The App that reports the checks of workflow runs on github.com. With it, nobody else's status of the same name counts.
* (GET https://api.github.com/apps/github-actions, `id`.)
*/
const GITHUB_ACTIONS_APP = 15368;
/**
* A repository ruleset that lets nothing onto the default branch without the road's check
* (docs.github.com/rest/repos/rules, "Create a repository ruleset").
*
* @returns the body of `POST /repos/{owner}/{repo}/rulesets`
*/
function rulesetFor(checkName = CHECK_NAME) {
	return {
		name: "turnpike",
		target: "branch",
		enforcement: "active",
		conditions: { ref_name: {
			include: ["~DEFAULT_BRANCH"],
			exclude: []
		} },
		rules: [{
			type: "required_status_checks",
			parameters: {
				strict_required_status_checks_policy: false,
				do_not_enforce_on_create: true,
				required_status_checks: [{
					context: checkName,
					integration_id: GITHUB_ACTIONS_APP
				}]
			}
		}]
	};
}

// src/cli/init/init-ask.ts
/** Suggestions that are on the screen at once; the others scroll in. */
const MOST_SHOWN = 12;
/** Standard output is for documents. */
const TERMINAL = {
	input: process.stdin,
	output: process.stderr
};
/** Columns of a terminal that does not say how wide it is. */
const USUAL_WIDTH = 80;
/** Ctrl+D on an empty line: the question would be left without an answer, and the program without anything to wait for. */
const END_OF_INPUT = "";
/**
* @param terminal where it is asked
* @param ask one question; the signal ends it
*/
async function untilInputEnds(terminal, ask) {
	const { input, output } = terminal;
	if ("columns" in output && output.columns === 0) output.columns = USUAL_WIDTH;
	const ending = new AbortController();
	const onEnd = () => ending.abort();
	const onData = (chunk) => {
		if (chunk.toString().includes(END_OF_INPUT)) onEnd();
	};
	input.prependListener("data", onData).prependListener("end", onEnd);
	try {
		return await ask({
			input,
			output,
			signal: ending.signal
		});
	} finally {
		input.off("data", onData).off("end", onEnd);
	}
}
/** No answer: somebody pressed Escape, Ctrl+C or Ctrl+D. */
const STOPPED = Symbol("stopped");
/**
* Asks which suggestions shall run, and for the build command where releases lack one.
*
* @param questions what is open; nothing is asked where nothing is
* @param terminal where it is asked
*/
async function askChoices(questions, terminal = TERMINAL) {
	const { isCancel, multiselect, text } = await import("./dist2.js");
	let gates = [];
	if (questions.suggestions.length > 0) {
		const options = questions.suggestions.map(({ gate }) => ({
			value: gate.id,
			label: `${oneLine(gate.id, 60)}  ${oneLine(gate.reproduce.split("\n")[0] ?? "", 80)}`,
			hint: oneLine(gate.why.replace(/^.*only suggested, because /s, "because "), 160)
		}));
		const message = "Not sure about these, so they do not run by themselves. Which shall? (Enter: none)";
		const answer = await untilInputEnds(terminal, (at) => multiselect({
			...at,
			message,
			required: false,
			maxItems: MOST_SHOWN,
			options
		}));
		if (isCancel(answer)) return STOPPED;
		gates = answer;
	}
	if (!questions.lacksBuild) return {
		gates,
		build: null
	};
	const message = "This repository releases. Which command builds what is released? (Enter: none; then nothing is signed)";
	const build = await untilInputEnds(terminal, (at) => text({
		...at,
		message,
		placeholder: "make dist"
	}));
	if (isCancel(build)) return STOPPED;
	return {
		gates,
		build: (build ?? "").trim() === "" ? null : build.trim()
	};
}
/**
* @param count how many files would be written
* @param terminal where it is asked
* @returns true for yes
*/
async function askToWrite(count, terminal = TERMINAL) {
	const { confirm, isCancel } = await import("./dist2.js");
	const message = count === 1 ? "Write this file?" : `Write these ${count} files?`;
	const answer = await untilInputEnds(terminal, (at) => confirm({
		...at,
		message
	}));
	return !isCancel(answer) && answer;
}

// src/cli/init/init-page.ts
/** Suggestions that are named; `turnpike plan` shows them all. */
const MOST_NAMED = 6;
/** A foreign remark with its lines kept, safe to show. */
function remarkLines(remarks, { styles: { marks }, width }) {
	return remarks.map(({ where, message }) => {
		const [first = "", ...more] = plainText(message).split("\n");
		const head = hanging(`${oneLine(where, 120)} ${first}`, width, 2);
		return [`${marks.warn} ${head}`, ...more.map((line) => `    ${line}`)].join("\n");
	});
}
/** What a build that nobody declared means, said where it is known that releases exist. */
function laneLines({ lacksBuild }, { styles: { marks }, width }) {
	if (!lacksBuild) return [];
	return [`${marks.warn} ${hanging("this repository releases, but nothing says how it is built: this caller checks only, and signs nothing", width, 2)}`, `    ${hanging("To have releases signed, begin with `build: COMMAND` in turnpike.yml, then call `turnpike init`.", width, 4)}`];
}
/** A caller that checks nothing must not look like one that does. */
function gateLines(plan, hasConfig, { styles: { marks }, width }) {
	const ids = plan.suggestions.map(({ gate }) => oneLine(gate.id, 60));
	const more = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
	const open = ids.slice(0, MOST_NAMED).join(", ") + more;
	if (hasConfig || plan.gates.length > 0 && open === "") return [];
	if (plan.gates.length > 0) return [`${marks.info} ${hanging(`only suggested, and not switched on: ${open} (\`turnpike plan\` says why)`, width, 2)}`];
	const why = open === "" ? "it declares no gate that Turnpike knows" : `only suggested: ${open}`;
	const advice = open === "" ? "Name your commands in turnpike.yml: `turnpike plan` shows what was looked at." : "`turnpike plan` says why, and which lines of turnpike.yml switch them on.";
	return [`${marks.warn} ${hanging(`nothing is checked here yet: ${why}`, width, 2)}`, `    ${hanging(advice, width, 4)}`];
}
/**
* @param adoption what would be written
* @param besides the plan that would run, and what is said besides
* @param look colours and width
* @returns the difference of each file with what it is for, then the remarks
*/
function renderProposal(adoption, besides, look) {
	const { styles, width } = look;
	const files = adoption.changes.flatMap((change) => [
		`${styles.bold(change.path)}  ${styles.dim(`· ${change.before === null ? "new" : "changed"}`)}`,
		`  ${styles.dim(hanging(oneLine(change.why, 160), width, 2))}`,
		"",
		renderDifference(change, styles, (text) => plainText(text)),
		""
	]);
	const { plan, hasConfig, remarks } = besides;
	const isNew = adoption.changes.some(({ path, before }) => before === null && path.startsWith(".github/workflows/"));
	const said = [
		...remarkLines([...remarks, ...adoption.remarks], look),
		...laneLines(adoption, look),
		...isNew ? gateLines(plan, hasConfig, look) : []
	];
	return [
		...files,
		...said,
		...said.length > 0 ? [""] : []
	].map((line) => `${line}\n`).join("");
}
/** @returns `v1.2.3 (0123456789ab)` */
function pinText({ repository, sha, version }) {
	return `${repository} ${version === null ? "" : `${version} `}(${sha.slice(0, 12)})`;
}
/**
* @param next what was written, and where
* @param styles colours
* @returns the steps that are left to a person
*/
function renderNext(next, { bold, cyan, dim }) {
	const needsBranch = next.hasCommits && (next.branch === void 0 || next.branch === next.defaultBranch);
	const target = needsBranch ? "turnpike" : next.branch ?? "turnpike";
	const remote = next.remote ?? "origin";
	const push = needsBranch || !next.hasCommits || next.remote === void 0 ? `git push -u ${remote} ${target}` : "git push";
	const commit = [
		...needsBranch ? ["git switch -c turnpike"] : [],
		`git add ${next.isIgnored ? "-f " : ""}${shellLine(next.paths)}`,
		`git commit -m '${next.isNewCaller ? "Check every change on the road" : "Keep the road up to date"}'`,
		...next.remote === void 0 ? ["git remote add origin git@github.com:OWNER/REPOSITORY.git"] : [],
		push
	];
	const require = "turnpike init --ruleset | gh api \"repos/{owner}/{repo}/rulesets\" --input -";
	const look = ["See it before anybody else does, on this machine: the checks in a copy, or the whole workflow:", ["turnpike try", "turnpike run --event pull_request"]];
	const must = [`When its first run was green, require the check ${bold(`"${CHECK_NAME}"`)} (needs admin rights):`, [require]];
	const share = [next.hasCommits ? "Commit it and open a pull request:" : "Commit it with your first commit:", commit];
	const lines = (next.isNewCaller ? [
		look,
		share,
		must
	] : [share]).flatMap(([what, commands], index) => [`  ${dim(`${index + 1}.`)} ${what}`, ...commands.map((command) => `       ${cyan(command)}`)]);
	const first = next.folder === null ? "" : `       ${cyan(`cd ${shellLine([next.folder])}`)}\n`;
	return `${bold("Next")}\n${first}${lines.join("\n")}\n`;
}

// src/cli/init/init-command.ts
/** Columns of a line where the output is no terminal. */
const WIDE = 120;
const NO_CHOICES = {
	gates: [],
	build: null
};
/** Everything goes to standard error but a document, so that a pipe gets the document alone. */
function say(text) {
	process.stderr.write(text);
}
function occupied(path) {
	return new TurnpikeError("FILE_UNWRITABLE", "config", `${path} is there already and does not call Turnpike. Nothing was written.`, { hint: "Give the caller another name: turnpike init --workflow turnpike-road.yml" });
}
function wishesOf(args, facts, choices) {
	if (!/^[\w][\w.-]*\.ya?ml$/.test(args.workflow)) throw new TurnpikeError("INPUT_INVALID", "config", `--workflow "${args.workflow}" is no file name.`, { hint: "Give a name that ends in .yml, without folders: --workflow turnpike-road.yml" });
	return {
		pin: facts.pin,
		checksOnly: args.checksOnly,
		callerName: args.workflow,
		choices
	};
}
/** A caller that cannot be read could not be written either, and nothing else is any good without it. */
function refuseUnread({ remarks }, { workflow }) {
	const path = `.github/workflows/${workflow}`;
	const unread = remarks.find(({ where }) => where === path);
	if (unread === void 0) return;
	throw new TurnpikeError("FILE_UNWRITABLE", "config", `${path} ${unread.message}. Nothing was written.`, { hint: "Mend or remove it, or give the caller another name: turnpike init --workflow turnpike-road.yml" });
}
/** What was not read is not written either. */
function withoutUnread(adoption, { unread }) {
	return {
		...adoption,
		changes: adoption.changes.filter(({ path }) => !unread.has(path))
	};
}
async function propose(args, facts, choices) {
	refuseUnread(facts, args);
	const adoption = withoutUnread(await proposeAdoption(facts.facts, wishesOf(args, facts, choices)), facts);
	if (adoption.occupied !== null) throw occupied(adoption.occupied);
	return adoption;
}
function isInteractive(args) {
	return !args.yes && !args.json && process.stdin.isTTY === true && process.stderr.isTTY === true;
}
async function write(facts, adoption, git) {
	await new NodeChangeSet(facts.top).apply(adoption.changes);
	await noteBegin(facts.top, "init", {
		git,
		clock: systemClock,
		env: process.env
	});
}
async function sayNext(facts, adoption, git) {
	const next = {
		paths: adoption.changes.map(({ path }) => path),
		isIgnored: (await ignoredOf(facts, adoption, git)).length > 0,
		branch: await git.branch(facts.top),
		defaultBranch: facts.facts.defaultBranch,
		hasCommits: await git.head(facts.top) !== void 0,
		remote: await git.remote(facts.top),
		isNewCaller: makesCaller(adoption),
		folder: folderToGo(process.cwd(), facts.top)
	};
	say(`\n${renderNext(next, styles(process.stderr, process.env))}`);
}
function makesCaller({ changes }) {
	return changes.some(({ path, before }) => before === null && path.startsWith(".github/workflows/"));
}
function remarksOf(facts, adoption) {
	return makesCaller(adoption) ? [...facts.branchRemarks, ...facts.remarks] : facts.remarks;
}
/** New files that git would leave out of a commit. */
async function ignoredOf(facts, { changes }, git) {
	const made = changes.filter(({ before }) => before === null);
	return await git.ignored(facts.top, made.map(({ path }) => path));
}
function ignoredRemarks(paths) {
	return paths.map((where) => ({
		where,
		message: "is ignored by git; `git add -f` takes it into the commit all the same"
	}));
}
async function forPeople(args, facts, git) {
	const look = styles(process.stderr, process.env);
	let adoption = await propose(args, facts, NO_CHOICES);
	if (isInteractive(args) && makesCaller(adoption) && !facts.facts.texts.has("turnpike.yml")) {
		const { suggestions } = facts.planned.plan;
		const choices = await askChoices({
			suggestions,
			lacksBuild: adoption.lacksBuild
		});
		if (choices === STOPPED) return stopped();
		adoption = await propose(args, facts, choices);
	}
	const hasConfig = facts.facts.texts.has("turnpike.yml") || adoption.changes.some(({ path }) => path === "turnpike.yml");
	const remarks = [...remarksOf(facts, adoption), ...ignoredRemarks(await ignoredOf(facts, adoption, git))];
	const besides = {
		plan: facts.planned.plan,
		hasConfig,
		remarks
	};
	say(renderProposal(adoption, besides, {
		styles: look,
		width: columnsOf([process.stderr, process.stdout], WIDE)
	}));
	if (adoption.changes.length === 0) {
		say(`${look.marks.pass} Nothing to change.\n`);
		return;
	}
	say(`${look.dim(`Pinned to ${pinText(facts.pin)}: ${facts.pinBecause}.`)}\n`);
	if (!args.yes) {
		if (!isInteractive(args)) return notAsked();
		if (!await askToWrite(adoption.changes.length)) return stopped();
	}
	await write(facts, adoption, git);
	say(`${look.marks.pass} Wrote ${countOf(adoption.changes.length, "file")}.\n`);
	await sayNext(facts, adoption, git);
}
function stopped() {
	say("Nothing was written.\n");
	process.exitCode = EXIT.interrupted;
}
function notAsked() {
	say("Nothing was written: this is no terminal to ask in. To write it: turnpike init --yes\n");
	process.exitCode = EXIT.config;
}
async function forPrograms(args, facts, git) {
	const adoption = await propose(args, facts, NO_CHOICES);
	const ignored = ignoredRemarks(await ignoredOf(facts, adoption, git));
	if (args.yes && adoption.changes.length > 0) await write(facts, adoption, git);
	const document = toInitDocument(adoption, {
		pin: facts.pin,
		remarks: [...remarksOf(facts, adoption), ...ignored],
		isWritten: args.yes
	});
	process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}
/**
* @param args what was asked for
* @throws TurnpikeError when the directory is in no repository, the commit to pin is not known, another file has the
*   caller's name, or nothing can be written; then nothing was written
*/
async function runInitCommand(args) {
	if (args.ruleset) {
		process.stdout.write(`${JSON.stringify(rulesetFor(), null, 2)}\n`);
		return;
	}
	const git = new GitProgram(new NodeProcesses(), definedVariables(process.env));
	const facts = await readInitFacts(git, args);
	await (args.json ? forPrograms : forPeople)(args, facts, git);
}

export { runInitCommand };