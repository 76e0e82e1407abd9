// src/core/detect/draft.ts
/** 0 clean, 1 findings: what most checkers do. */
const ZERO_ONE = {
	clean: [0],
	findings: [1]
};
/** Wall time in ms that a gate may take when nobody says otherwise. */
const DEFAULT_TIMEOUT_MS = 18e5;
/** Cores of a gate that asks a service: it mostly waits, and must not keep a core from the others. */
const WAITING_CPU = .1;
const PLAIN_WORD = /^[A-Za-z0-9_@%+=:,./-]+$/;
/**
* @param words a command
* @returns it as one line that bash reads back as the same words
*/
function shellLine(words) {
	return words.map((word) => PLAIN_WORD.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
}
/**
* @param cwd relative to the repository's root
* @param line a shell line
* @returns the line, as a person pastes it at the repository's root
*/
function fromRoot(cwd, line) {
	return cwd === "." ? line : `cd ${shellLine([cwd])} && ${line}`;
}
/**
* @param id a gate's id
* @returns the id as a part of a file name
*/
function slugOf(id) {
	return id.replaceAll(/[^A-Za-z0-9._-]+/g, "-");
}
function reportsOf({ report }, slug) {
	if (report === void 0) return [];
	const path = `\${reports}/${slug}.${report.extension}`;
	return [{
		format: report.format,
		path,
		...report.fromStdout === true ? { fromStdout: true } : {}
	}];
}
/**
* @param draft a detected gate
* @param id the id that it got
* @returns the whole gate
*/
function toGate(draft, id) {
	const slug = slugOf(id);
	const declared = draft.blockers.length === 0;
	return {
		id,
		tool: draft.tool,
		run: draft.run(slug),
		reproduce: typeof draft.reproduce === "string" ? draft.reproduce : fromRoot(draft.cwd, shellLine(draft.reproduce)),
		cwd: draft.cwd,
		env: draft.env?.(slug) ?? {},
		needs: [],
		tier: draft.tier,
		required: draft.required ?? true,
		timeoutMs: DEFAULT_TIMEOUT_MS,
		cpu: draft.cpu ?? (draft.network === true ? .1 : 1),
		memoryBytes: null,
		locks: draft.locks ?? [],
		reports: [...reportsOf(draft, slug), ...draft.ownReport === void 0 ? [] : [draft.ownReport]],
		inconclusive: draft.inconclusive ?? "fail",
		exitCodes: draft.exitCodes,
		source: draft.source,
		why: declared ? `${draft.why}.` : `${draft.why}; only suggested, because ${draft.blockers.join(", and ")}.`,
		declared,
		environment: draft.environment,
		...draft.network === true ? { network: true } : {},
		...draft.declaredBy
	};
}
/**
* Gives out ids: the kind; with the tool where one root has two of a kind, declared or suggested, so that switching a
* suggestion on renames nothing; with the folder for further roots.
*
* @param drafts gates in the order of detection
* @returns the same gates with ids
*/
function giveIds(drafts) {
	const used = /* @__PURE__ */ new Set();
	const place = (draft) => `${draft.kind}\0${draft.cwd}`;
	const counts = /* @__PURE__ */ new Map();
	for (const draft of drafts) counts.set(place(draft), (counts.get(place(draft)) ?? 0) + 1);
	const named = drafts.map((draft) => {
		const wanted = `${draft.id ?? (counts.get(place(draft)) === 1 ? draft.kind : `${draft.kind}-${draft.label}`)}${atFolder(draft.cwd)}`;
		let id = wanted;
		for (let number = 2; used.has(id); number += 1) id = `${wanted}-${number}`;
		used.add(id);
		return {
			draft,
			id
		};
	});
	const idOf = new Map(named.flatMap(({ draft, id }) => draft.key === void 0 ? [] : [[draft.key, id]]));
	return named.map(({ draft, id }) => ({
		...toGate(draft, id),
		needs: (draft.needs ?? []).map((key) => idOf.get(key)).filter((need) => need !== void 0)
	}));
}
/** Only what turnpike.yml takes for an id, so that every gate can be named there. */
function atFolder(cwd) {
	return cwd === "." ? "" : `@${cwd.replaceAll(/[^A-Za-z0-9._/-]+|^\//g, "-")}`;
}

export { giveIds as a, fromRoot as i, WAITING_CPU as n, shellLine as o, ZERO_ONE as r, DEFAULT_TIMEOUT_MS as t };