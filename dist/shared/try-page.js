import "./terminal.js";
import { n as renderTable, t as pad } from "./table.js";
import { t as isOurs } from "./proof.js";
import { r as formatDuration, t as countOf } from "./format.js";
import { n as oneLine } from "./text.js";
import { r as verdictLine, t as gateBlocks } from "./gates-report2.js";
import { t as placeText } from "./plan-page.js";

// src/cli/try-page.ts
/** `~` for the home folder: shorter, and a shell takes it. */
function homeShort(path) {
	const home = process.env["HOME"] ?? "";
	return home !== "" && path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
function timeText({ times, checked }) {
	const { copyMs, setUpMs, gatesMs, sequential } = times;
	const ran = checked.verdict.gates.filter(({ durationMs }) => durationMs !== null).length;
	const parts = `copy ${formatDuration(copyMs)}, set-up ${formatDuration(setUpMs)}, gates ${formatDuration(gatesMs)}`;
	if (sequential === null) return ran < 2 ? parts : `${parts} side by side; \`--prove --all\` measures its own commands one after another`;
	const own = sequential.setUpMs + sequential.commandsMs;
	const ratio = own === 0 ? "" : `; all of it took ${Math.round(times.totalMs / own * 100)} % of that`;
	return `${parts}; its own commands one after another, set-up included, took ${formatDuration(own)}${ratio}`;
}
function sbomText({ sbom }) {
	if (sbom === null) return "none: there is no lock file that says what is in it";
	const locks = sbom.locks.map((path) => oneLine(path, 80)).join(", ");
	const broken = sbom.broken.map(({ path, why }) => `; ${oneLine(path, 80)} cannot be read: ${oneLine(why, 200)}`);
	return `${countOf(sbom.components, "component")}, ${countOf(sbom.edges, "edge")} from ${locks}${broken.join("")}`;
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
	const ids = planned.plan.suggestions.map(({ gate }) => oneLine(gate.id, 60));
	return `${ids.join(", ")}: not run, because unsure; \`turnpike plan\` says why, and how to switch ${ids.length === 1 ? "it" : "them"} on`;
}
function factRows(result) {
	const { planned, results } = result;
	return [
		["time", timeText(result)],
		["SBOM", sbomText(result)],
		["release", releaseText(result)],
		...planned.plan.suggestions.length === 0 ? [] : [["suggested", suggestionText(result)]],
		...planned.plan.notes.filter(({ file }) => file !== ".").map((note) => ["note", `${placeText(note)} ${oneLine(note.message, 300)}`]),
		...results === null ? [] : [["logs", homeShort(results)]]
	];
}
function callerLines({ caller }, { styles }) {
	if (caller.already.length > 0) return ["", `${styles.bold("On the road already")}  ${styles.dim(`· ${caller.already.join(", ")}`)}`];
	return [
		"",
		`${styles.bold("To have it on every push")}  ${styles.dim(`· paste into ${caller.path}`)}`,
		"",
		...caller.text.trimEnd().split("\n").map((line) => `    ${styles.cyan(line)}`)
	];
}
function proofLines(id, proofs, { styles }) {
	const proof = proofs.find((one) => one.id === id);
	if (proof === void 0) return [];
	const text = oneLine(proof.sentence, 300);
	return [`  ${isOurs(proof) ? styles.red(styles.bold(`${text}. Please report it, with both logs.`)) : text}`];
}
/** Faults of ours that no red gate shows: the repository's own command is red and ours is green, or counts differ. */
function otherProofs({ proofs, checked }, look) {
	const shown = new Set(checked.run.blocking);
	return proofs.filter((proof) => (isOurs(proof) || proof.verdict === "other-count") && !shown.has(proof.id)).flatMap((proof) => [
		`${look.styles.marks.warn} ${look.styles.bold(oneLine(proof.id, 80))}`,
		...proofLines(proof.id, [proof], look),
		""
	]);
}
function nothingLines(result, { styles, width }) {
	const { leftOut, plan } = result.planned;
	const rows = leftOut.slice(0, 8).map((one) => [
		styles.bold(oneLine(one.kind, 40)),
		oneLine(one.reason, 200),
		styles.dim(placeText(one))
	]);
	const example = [
		"    gates:",
		"      tests:",
		"        run: make test        # the command that you run before a commit"
	];
	const switchOn = plan.suggestions.map(({ gate }) => `      ${oneLine(gate.id, 60)}: {}`);
	return [
		`${styles.marks.skip} ${styles.bold("Nothing to check: neither green nor red.")}`,
		"",
		"  No file here says what to run before a change is taken. Say it in turnpike.yml, and try again:",
		"",
		...(switchOn.length === 0 ? example : ["    gates:", ...switchOn]).map((line) => styles.cyan(line)),
		...rows.length === 0 ? [] : [
			"",
			styles.dim("  looked at, and left out"),
			renderTable(rows, {
				width,
				indent: 2
			})
		]
	];
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
	const logs = result.results === null ? void 0 : homeShort(`${result.results}/logs`);
	const options = {
		...look,
		root: result.copy.root,
		logs
	};
	const isNothing = checked.run.verdict === "nothing-to-check";
	const blocks = gateBlocks(checked, options, (id) => proofLines(id, result.proofs, look));
	const rows = factRows(result).map(([name, text]) => [styles.dim(pad(name, 9)), text]);
	const total = styles.dim(formatDuration(result.times.totalMs));
	return `${[
		"",
		...blocks.flatMap((block) => [block, ""]),
		...otherProofs(result, look),
		...isNothing ? nothingLines(result, look) : [verdictLine(checked, styles, total)],
		"",
		...isNothing ? [] : [renderTable(rows, {
			width,
			indent: 2,
			overflow: "wrap"
		})],
		...isNothing ? [] : callerLines(result, look)
	].join("\n")}\n`;
}

export { renderTry };