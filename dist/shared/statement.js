import { c as literal, d as object, f as record, m as string, r as array, v as unknown } from "./schemas.js";

// src/core/provenance/statement.ts
/** In-toto statement, version 1 (in-toto attestation framework, spec/v1/statement.md). */
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
/** DSSE payload type of in-toto statements (spec/v1/envelope.md). */
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
/** Most subjects of one statement that GitHub's attestation store takes (actions/attest src/subject.ts). */
const SUBJECTS_PER_STATEMENT = 1024;
const digestSetSchema = record(string().min(1), string().min(1)).refine((digest) => Object.keys(digest).length > 0, "a digest is missing");
/** Reads a statement. Fields that it does not know are ignored, as the framework asks (spec/v1/README.md, "Parsing rules"). */
const statementSchema = object({
	_type: literal(STATEMENT_TYPE),
	subject: array(object({
		name: string().default(""),
		digest: digestSetSchema
	})).min(1),
	predicateType: string().min(1),
	predicate: record(string(), unknown())
});
/**
* @param subject what it is about
* @param predicateType the predicate's type URI
* @param predicate what is said
*/
function toStatement(subject, predicateType, predicate) {
	return {
		_type: STATEMENT_TYPE,
		subject,
		predicateType,
		predicate
	};
}
/**
* @param subjects any number
* @param size most in one part
* @returns the subjects in order, in parts for one statement each
*/
function splitSubjects(subjects, size = SUBJECTS_PER_STATEMENT) {
	const count = Math.ceil(subjects.length / size);
	return Array.from({ length: count }, (_, index) => subjects.slice(index * size, (index + 1) * size));
}

export { toStatement as i, splitSubjects as n, statementSchema as r, PAYLOAD_TYPE as t };