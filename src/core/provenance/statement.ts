import { z } from "zod";
import type { Subject } from "./subjects.ts";

/** In-toto statement, version 1 (in-toto attestation framework, spec/v1/statement.md). */
const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";

/** DSSE payload type of in-toto statements (spec/v1/envelope.md). */
export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** A statement: what is said of which subjects. */
export interface Statement<P extends object = object> {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly Subject[];
  readonly predicateType: string;
  readonly predicate: P;
}

/** Most subjects of one statement that GitHub's attestation store takes (actions/attest src/subject.ts). */
const SUBJECTS_PER_STATEMENT = 1024;

const digestSetSchema = z
  .record(z.string().min(1), z.string().min(1))
  .refine((digest) => Object.keys(digest).length > 0, "a digest is missing");

/** Reads a statement. Fields that it does not know are ignored, as the framework asks (spec/v1/README.md, "Parsing rules"). */
export const statementSchema = z.object({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.array(z.object({ name: z.string().default(""), digest: digestSetSchema })).min(1),
  predicateType: z.string().min(1),
  predicate: z.record(z.string(), z.unknown()),
});

/**
 * @param subject what it is about
 * @param predicateType the predicate's type URI
 * @param predicate what is said
 */
export function toStatement<P extends object>(
  subject: readonly Subject[],
  predicateType: string,
  predicate: P,
): Statement<P> {
  return { _type: STATEMENT_TYPE, subject, predicateType, predicate };
}

/**
 * @param subjects any number
 * @param size most in one part
 * @returns the subjects in order, in parts for one statement each
 */
export function splitSubjects(
  subjects: readonly Subject[],
  size: number = SUBJECTS_PER_STATEMENT,
): readonly (readonly Subject[])[] {
  const count = Math.ceil(subjects.length / size);
  return Array.from({ length: count }, (_, index) => subjects.slice(index * size, (index + 1) * size));
}
