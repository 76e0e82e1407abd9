import { type Problem, TurnpikeError } from "../../errors.ts";

/** A digest set of the in-toto attestation framework: lower-case hex by algorithm (spec/v1/digest_set.md). */
export type DigestSet = Readonly<Record<string, string>>;

/** What a statement speaks of (in-toto attestation framework, spec/v1/resource_descriptor.md). */
export interface Subject {
  /** Unique in a statement; a path with `/` for files. Foreign data. */
  readonly name: string;
  readonly digest: DigestSet;
}

/** Largest subjects file in bytes; some 100,000 files. */
export const SUBJECTS_FILE_LIMIT_BYTES = 16 * 1024 * 1024;

const LINE = /^(\\?)([0-9a-fA-F]+) ([ *])(.+)$/s;
const SHA256_HEX_LENGTH = 64;

// C0, C1, line separators, and the marks that reorder text on a screen (Unicode TR 36, section 3.2).
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function unescapeName(name: string): string | undefined {
  let isValid = true;
  const text = name.replaceAll(/\\(.?)/gs, (_, letter: string) => {
    if (letter === "\\") return "\\";
    if (letter === "n") return "\n";
    if (letter === "r") return "\r";
    isValid = false;
    return "";
  });
  return isValid ? text : undefined;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * What is wrong with a name as a path below the folder of a subjects file.
 *
 * @param name the name, unescaped
 * @returns the end of a sentence that begins with the name's line, or undefined when it is fine
 */
export function nameProblem(name: string): string | undefined {
  const unsafe = UNSAFE.exec(name);
  if (unsafe !== null) return `the name holds ${codePoint(unsafe[0])}, which no file that is signed may have`;
  if (!name.isWellFormed()) return "the name is not valid Unicode";
  if (name.startsWith("/") || /^[A-Za-z]:[\\/]/.test(name)) {
    return `"${name}" is an absolute path; write it relative to the subjects file`;
  }
  const segments = name.split("/");
  if (name.split(/[\\/]/).includes("..")) return `"${name}" leads out of the folder of the subjects file`;
  if (segments.some((segment) => segment === "" || segment === ".")) {
    return `"${name}" is not a plain path; write it without empty parts and dots`;
  }
  return undefined;
}

type Parsed = { readonly subject: Subject } | { readonly problem: string };

function parseLine(line: string): Parsed {
  const match = LINE.exec(line);
  if (match === null) {
    if (/^[A-Z0-9-]+ \(.*\) = [0-9a-fA-F]+$/.test(line)) {
      return { problem: "is in the BSD format; write `sha256sum FILE…` (without --tag)" };
    }
    return { problem: "is not a line of sha256sum: 64 hex digits, two blanks, a name" };
  }
  const [, mark, hex = "", , written = ""] = match;
  if (hex.length !== SHA256_HEX_LENGTH) {
    return { problem: `has a digest of ${hex.length} hex digits; SHA-256 has ${SHA256_HEX_LENGTH}` };
  }
  const unescaped = mark === "" ? written : unescapeName(written);
  if (unescaped === undefined)
    return { problem: "has an escape that sha256sum does not write (\\\\, \\n and \\r are)" };
  const name = unescaped.replace(/^(?:\.\/)+/, "");
  const problem = nameProblem(name);
  if (problem !== undefined) return { problem };
  return { subject: { name, digest: { sha256: hex.toLowerCase() } } };
}

/**
 * Reads a subjects file: the output of GNU `sha256sum` (coreutils manual, cksum output modes), text or binary mode, escaped names too.
 * The same name with the same digest twice counts once. `./` before a name is left out.
 *
 * @param text the file's text
 * @param where the file's name, for messages
 * @returns the subjects in the order of the file, with unique names
 * @throws TurnpikeError `SIGN_SUBJECTS` with every problem and its line
 */
export function parseSubjects(text: string, where: string): readonly Subject[] {
  const problems: Problem[] = [];
  const subjects = new Map<string, { readonly subject: Subject; readonly line: number }>();
  for (const [index, raw] of text.split("\n").entries()) {
    const content = raw.replace(/\r$/, "");
    if (content === "") continue;
    const line = index + 1;
    const parsed = parseLine(content);
    if ("problem" in parsed) {
      problems.push({ where, line, message: parsed.problem });
      continue;
    }
    const earlier = subjects.get(parsed.subject.name);
    if (earlier === undefined) subjects.set(parsed.subject.name, { subject: parsed.subject, line });
    else if (earlier.subject.digest["sha256"] !== parsed.subject.digest["sha256"]) {
      problems.push({
        where,
        line,
        message: `"${parsed.subject.name}" has another digest than on line ${earlier.line}; a name stands for one file`,
      });
    }
  }
  if (problems.length === 0 && subjects.size === 0) {
    problems.push({ where, message: "holds no subject; nothing was built, or the wrong file was named" });
  }
  if (problems.length > 0) {
    throw new TurnpikeError("SIGN_SUBJECTS", "config", `${where} is not a list of subjects; nothing was signed.`, {
      problems,
      hint: "Write it with: sha256sum FILE… > subjects.sha256",
    });
  }
  return [...subjects.values()].map(({ subject }) => subject);
}

/**
 * Writes subjects as `sha256sum` does, so that `sha256sum -c` reads them too.
 *
 * @param subjects subjects with a `sha256` digest
 * @returns one line a subject, in the given order
 * @throws TurnpikeError `SIGN_SUBJECTS` when a subject has no SHA-256 or a name that `parseSubjects` would refuse
 */
export function renderSubjects(subjects: readonly Subject[]): string {
  return subjects
    .map(({ name, digest }) => {
      const hex = digest["sha256"];
      const problem = hex === undefined ? "it has no SHA-256" : nameProblem(name);
      if (problem !== undefined) {
        throw new TurnpikeError("SIGN_SUBJECTS", "user", `A built file cannot be listed as a subject: ${problem}.`);
      }
      return name.includes("\\") ? `\\${hex}  ${name.replaceAll("\\", "\\\\")}\n` : `${hex}  ${name}\n`;
    })
    .join("");
}
