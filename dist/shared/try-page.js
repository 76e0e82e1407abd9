import "./terminal.js";
import { n as pad, r as renderTable } from "./table.js";
import { t as isOurs } from "./proof.js";
import { V as oneLine, W as formatDuration, st as isRed } from "./first-gate.js";
import { T as countOf } from "./begin.js";
import { r as verdictLine, t as gateBlocks } from "./gates-report2.js";
import { t as environmentText } from "./gate-texts.js";
import { t as noteTexts } from "./note-texts.js";
import { t as placeText } from "./place-text.js";

// src/cli/try/try-page.ts
/** `~` for the home folder: shorter, and a shell takes it. */
function homeShort(path) {
	const home = process.env["HOME"] ?? "";
	return home !== "" && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
const MOST_LEFT_OUT = 8;
const MOST_NOTES = 4;
const MOST_IDS = 6;
const MOST_NAMES = 6;
/** Columns of the names of facts. */
const LABEL = 9;
function timeText({ times, checked, proofs }) {
	const { copyMs, setUpMs, gatesMs, sequential } = times;
	const ran = checked.verdict.gates.filter(({ durationMs }) => durationMs !== null).length;
	const within = setUpMs === 0 ? "" : `, set-up done after ${formatDuration(setUpMs)} of it`;
	const parts = `copy ${formatDuration(copyMs)}, gates ${formatDuration(gatesMs)}${within}`;
	const unproven = proofs.filter(({ verdict }) => verdict === "unproven").length;
	if (sequential === null) {
		if (unproven > 0) return `${parts}; ${countOf(unproven, "own command")} could not run here, so nothing is compared`;
		return ran < 2 ? parts : `${parts}; \`--prove --all\` measures its own commands one after another`;
	}
	const own = sequential.copyMs + sequential.setUpMs + sequential.commandsMs;
	const ratio = own === 0 ? "" : `; all of it took ${Math.round(times.totalMs / own * 100)} % of that`;
	return `${parts}; its own commands one after another, copy and set-up included, took ${formatDuration(own)}${ratio}`;
}
/** What was installed; why something was not is said by the gates that need it. */
function setUpRows({ setUp }) {
	const installed = setUp.filter(({ outcome }) => outcome === "installed").map(({ environment }) => environment);
	if (installed.length === 0) return [];
	const names = installed.slice(0, MOST_NAMES).map(environmentText).join(", ");
	const more = installed.length - MOST_NAMES;
	return [["set up", more > 0 ? `${names} and ${more} more` : names]];
}
function sbomText({ sbom }) {
	if (sbom === null) return "none: there is no lock file that says what is in it";
	const locks = sbom.locks.map((path) => oneLine(path, 80)).join(", ");
	const broken = sbom.broken.map(({ path, why }) => `; ${oneLine(path, 80)} cannot be read: ${oneLine(why, 200)}`);
	const counts = sbom.components === 0 ? "no component: nothing is shipped beside the project itself, says" : `${countOf(sbom.components, "component")}, ${countOf(sbom.edges, "edge")} from`;
	return sbom.locks.length === 0 ? broken.join("").slice(2) : `${counts} ${locks}${broken.join("")}`;
}
function releaseText({ release }) {
	if (release === null) return "nothing is declared to be built, so nothing would be signed";
	const { command, source, subjects, statements } = release;
	const place = source === null ? "" : ` (${placeText(source)})`;
	const [first = ""] = command.split("\n");
	const files = subjects.map((name) => oneLine(name, 120)).join(", ");
	return `\`${oneLine(first, 200)}\`${place} makes ${files}; signed with ${statements.join(", ")}`;
}
function suggestionText({ planned }) {
	const all = planned.plan.suggestions.map(({ gate }) => oneLine(gate.id, 60));
	const ids = all.length > MOST_IDS ? [...all.slice(0, 5), `${all.length - MOST_IDS + 1} more`] : all;
	return `${ids.join(", ")}: not run, because unsure; \`turnpike plan\` says why, and how to switch ${ids.length === 1 ? "it" : "them"} on`;
}
/** What could not be read; all of it stands in `turnpike plan`. */
function shownNotes({ planned }) {
	const texts = noteTexts(planned.plan.notes.filter(({ file }) => file !== "."));
	if (texts.length <= MOST_NOTES) return texts;
	const more = countOf(texts.length - MOST_NOTES + 1, "more note");
	return [...texts.slice(0, 3), `and ${more}: \`turnpike plan\``];
}
function factRows(result) {
	const { planned } = result;
	return [
		["time", timeText(result)],
		...setUpRows(result),
		["SBOM", sbomText(result)],
		["release", releaseText(result)],
		...planned.plan.suggestions.length === 0 ? [] : [["suggested", suggestionText(result)]],
		...(result.checked.installed.remarks ?? []).map((text) => ["note", oneLine(text, 400)]),
		...shownNotes(result).map((text) => ["note", text])
	];
}
function callerLines({ caller, copy }, { styles }) {
	const whose = caller.text.includes("OWNER/") ? ", with the owner of your Turnpike" : "";
	if (caller.already.length > 0) return ["", `${styles.bold("On the road already")}  ${styles.dim(`· ${caller.already.join(", ")}`)}`];
	return [
		"",
		`${styles.bold("To have it on every push")}  ${styles.dim(`· paste into ${caller.path}${whose}`)}`,
		"",
		...caller.text.trimEnd().split("\n").map((line) => `    ${styles.cyan(line)}`),
		"",
		...copy.root === copy.top ? [] : [styles.dim("  It checks the whole repository, what is declared for this folder included.")],
		styles.dim("  Or let it be written, pinned and with its updates: turnpike init")
	];
}
function proofLines(id, proofs, { styles }) {
	const proof = proofs.find((one) => one.id === id);
	if (proof === void 0) return [];
	const text = oneLine(proof.sentence, 800);
	return [`  ${isOurs(proof) ? styles.red(styles.bold(`${text}. Please report it, with both logs: ours and the one that ends in .own.log.`)) : text}`];
}
/** What a proof found about gates that are green under us: they stand in no block of their own. */
function otherProofs({ proofs, checked }, look) {
	const green = new Set(checked.verdict.gates.filter(({ outcome }) => outcome === "passed" || outcome === "flaky-passed").map(({ id }) => id));
	const isOdd = (proof) => isOurs(proof) || proof.verdict === "other-count" || proof.verdict === "unsteady";
	const odd = proofs.filter((proof) => isOdd(proof) && green.has(proof.id));
	const title = (proof) => `${look.styles.marks.warn} ${look.styles.bold(oneLine(proof.id, 80))}`;
	return odd.flatMap((proof) => [
		title(proof),
		...proofLines(proof.id, proofs, look),
		""
	]);
}
/** Why each thing that was seen does not run. */
function seenRows({ planned }, { styles }) {
	const { leftOut, plan } = planned;
	const suggested = plan.suggestions.map(({ gate }) => [
		styles.bold(oneLine(gate.id, 40)),
		oneLine(gate.why.replace(/^.*only suggested, because /s, "unsure, because "), 300),
		styles.dim(placeText(gate.source))
	]);
	const left = leftOut.slice(0, MOST_LEFT_OUT).map((one) => [
		styles.bold(oneLine(one.kind, 40)),
		oneLine(one.reason, 300),
		styles.dim(placeText(one))
	]);
	return [...suggested, ...left];
}
function nothingLines(result, look) {
	const { styles, width } = look;
	const { plan } = result.planned;
	const rows = seenRows(result, look);
	const own = [
		"    gates:",
		"      tests:",
		"        run: make test    # the command that you run before a commit"
	];
	const switchOn = plan.suggestions.map(({ gate }) => `      ${oneLine(gate.id, 60)}: {}`);
	return [
		`${styles.marks.skip} ${styles.bold("Nothing to check: neither green nor red.")}`,
		"",
		...rows.length === 0 ? ["  Nothing that could be read here says what to run before a change is taken."] : ["  Looked at, and not run:", ""],
		...rows.length === 0 ? [] : [renderTable(rows, {
			width,
			indent: 2,
			overflow: "wrap"
		})],
		"",
		"  Say in turnpike.yml what is to run, and try again:",
		"",
		...(switchOn.length === 0 ? own : ["    gates:", ...switchOn]).map((line) => styles.cyan(line))
	];
}
/** Not wrapped: it is to be opened. */
function pageLine({ results }, { styles }) {
	return results === null ? [] : [`  ${styles.dim(pad("page", LABEL))}  ${homeShort(`${results}/page.html`)}`];
}
/** What helps to believe a red gate, where it was not done. */
function proofHint({ proofs, checked }, { styles }) {
	if (proofs.length > 0 || !checked.verdict.gates.some(({ outcome }) => isRed(outcome))) return [];
	return [styles.dim("  Red by its own command too? `turnpike try --prove` runs both, side by side.")];
}
/**
* What a person reads at the end of a try: what is red, the verdict, what else the road would give, how to have it.
*
* @param result the try
* @param look colours and width
* @returns lines, each ended
*/
function renderTry(result, look) {
	const { checked } = result;
	const { styles, width } = look;
	if (checked.run.verdict === "cancelled") {
		const cost = styles.dim(`${formatDuration(result.times.totalMs)} · nothing is left of the copy`);
		return `\n${verdictLine(checked, styles, cost)}\n`;
	}
	const logs = result.results === null ? void 0 : homeShort(`${result.results}/logs`);
	const options = {
		...look,
		root: result.copy.root,
		logs
	};
	const isNothing = checked.run.verdict === "nothing-to-check";
	const blocks = gateBlocks(checked, options, (id) => proofLines(id, result.proofs, look));
	const rows = factRows(result).map(([name, text]) => [styles.dim(pad(name, LABEL)), text]);
	const total = styles.dim(formatDuration(result.times.totalMs));
	return `${[
		"",
		...blocks.flatMap((block) => [block, ""]),
		...otherProofs(result, look),
		...isNothing ? nothingLines(result, look) : [verdictLine(checked, styles, total), ...proofHint(result, look)],
		"",
		...isNothing ? [] : [
			renderTable(rows, {
				width,
				indent: 2,
				overflow: "wrap"
			}),
			...pageLine(result, look),
			...callerLines(result, look)
		]
	].join("\n")}\n`;
}
/**
* What a person reads after the local runner's own report of the whole road.
*
* @param road the try
* @param look colours and width
* @returns lines, each ended
*/
function renderRoad(road, look) {
	const { styles } = look;
	return `${[
		"",
		...road.results === null ? [] : [`  ${styles.dim("page, logs, artifacts")}  ${homeShort(road.results)}`],
		...callerLines(road, look)
	].join("\n")}\n`;
}

export { renderRoad, renderTry };