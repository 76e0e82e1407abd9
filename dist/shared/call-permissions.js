import { S as nearestName } from "./begin.js";
import { C as Kind, S as Dictionary, _ as StringData, b as BooleanData, v as NumberData } from "./parse.js";
import { a as listAllowed, g as problemAt, l as violations, m as entriesOf, o as listRequested, r as DEFAULT_PERMISSIONS, s as permissionsBlock } from "./project-root.js";
import { s as textOf, t as evaluate } from "./evaluate.js";

// src/core/workflow/call.ts
/** Value that an input has when nothing is given: false, 0 or an empty text (docs.github.com, Workflow syntax, `on.workflow_call.inputs.<id>.default`). */
function emptyOf(type) {
	if (type === "boolean") return new BooleanData(false);
	return type === "number" ? new NumberData(0) : new StringData("");
}
/** A value as the input's type wants it, or undefined. Texts are not converted: `"true"` is no boolean. */
function asType(type, value) {
	if (type === "boolean") return value.kind === Kind.Boolean ? value : void 0;
	if (type === "number") return value.kind === Kind.Number ? value : void 0;
	if (value.kind === Kind.Array || value.kind === Kind.Dictionary) return void 0;
	return new StringData(textOf(value));
}
/**
* Evaluates what a caller passes and checks it against the declared types.
*
* @param label the caller's file
* @param call the calling job
* @param to what the called workflow declares, and the scopes of caller and called workflow
*/
function callInputs(label, call, to) {
	const given = new Map(entriesOf(call.with).map((entry) => [entry.key.toLowerCase(), entry]));
	const problems = [];
	const value = new Dictionary();
	for (const input of to.takes.inputs) {
		const entry = given.get(input.name.toLowerCase());
		const found = entry === void 0 ? evaluateDefault(input, to.called) : asType(input.type, evaluate(entry.value, to.caller));
		if (found === void 0) {
			const message = `Input \`${input.name}\` of ${call.uses} must be a ${input.type}.`;
			problems.push(problemAt(label, entry?.value ?? call.token, message));
		}
		value.add(input.name, found ?? emptyOf(input.type));
	}
	return problems.length > 0 ? {
		kind: "wrong",
		problems
	} : {
		kind: "inputs",
		value
	};
}
function evaluateDefault(input, scope) {
	return input.default === void 0 ? emptyOf(input.type) : asType(input.type, evaluate(input.default, scope));
}
/**
* What can be said of a call before anything runs: inputs and secrets that do not exist, and required ones that are
* missing (actions/runner src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs, ConvertToReferencedWorkflow).
*
* @param label the caller's file
* @param call the calling job
* @param takes what the called workflow declares
*/
function checkCall(label, call, takes) {
	const inputs = {
		kind: "Input",
		entries: entriesOf(call.with),
		known: takes.inputs
	};
	const inherits = call.secrets?.isScalar === true;
	const secrets = {
		kind: "Secret",
		entries: entriesOf(call.secrets),
		known: takes.secrets
	};
	return [inputs, ...inherits ? [] : [secrets]].flatMap(({ kind, entries, known }) => {
		const names = new Set(known.map(({ name }) => name.toLowerCase()));
		const given = new Set(entries.map(({ key }) => key.toLowerCase()));
		const advice = (key) => {
			const all = known.map(({ name }) => name);
			const nearest = nearestName(key, all);
			return nearest === void 0 ? `it has: ${all.join(", ") || "none"}.` : `did you mean \`${nearest}\`?`;
		};
		const unknown = entries.filter(({ key }) => !names.has(key.toLowerCase())).map((entry) => problemAt(label, entry.keyToken, `${kind} \`${entry.key}\` is not one of ${call.uses}; ${advice(entry.key)}`));
		const missing = known.filter((one) => one.required && !hasDefault(one) && !given.has(one.name.toLowerCase())).map(({ name }) => problemAt(label, call.token, `${kind} \`${name}\` is required by ${call.uses} and is missing.`));
		return [...unknown, ...missing];
	});
}
function hasDefault(one) {
	return "default" in one && one.default !== void 0;
}

// src/core/workflow/call-permissions.ts
/**
* Checks what nested jobs ask for against what their callers grant, whatever `if` says, as GitHub does when a run starts
* (actions/runner src/Sdk/WorkflowParser/Conversion/WorkflowTemplateConverter.cs, ConvertToReferencedWorkflow;
* PermissionsHelper.cs).
*
* @param workflow the workflow that the event started, with all that it calls
* @param onlyJobs jobs of it that take part; undefined: all
*/
function checkPermissions(workflow, onlyJobs) {
	return checkCalls(workflow, workflow.file.permissions ?? DEFAULT_PERMISSIONS, onlyJobs);
}
function checkCalls(workflow, granted, onlyJobs) {
	return workflow.file.jobs.flatMap((job) => {
		const called = workflow.calls.get(job.id);
		if (called === void 0 || job.call === void 0 || onlyJobs?.has(job.id) === false) return [];
		const allowed = job.permissions ?? granted;
		const own = [{
			who: `The workflow ${job.call.uses}`,
			requested: called.file.permissions
		}, ...called.file.jobs.map(({ id, permissions }) => ({
			who: `The nested job '${id}' of ${job.call?.uses}`,
			requested: permissions
		}))].flatMap(({ who, requested }) => {
			const list = requested === void 0 ? [] : violations(requested, allowed);
			if (list.length === 0) return [];
			const message = `${who} is requesting '${listRequested(list)}', but is only allowed '${listAllowed(list)}'.`;
			return [{
				list,
				problem: problemAt(workflow.file.label, job.token, message)
			}];
		});
		const every = own.flatMap(({ list }) => list);
		const hint = permissionsBlock(allowed, every);
		const inner = own.length > 0 ? [] : checkCalls(called, called.file.permissions ?? allowed, void 0);
		return [...own.map(({ problem }) => ({
			problem,
			hint: `Add to the job \`${job.id}\` of ${workflow.file.label}:\n${hint}`
		})), ...inner];
	});
}

export { callInputs as n, checkCall as r, checkPermissions as t };