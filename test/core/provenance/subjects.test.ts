import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameProblem, parseSubjects, renderSubjects } from "../../../src/core/provenance/index.ts";
import { TurnpikeError } from "../../../src/errors.ts";
import { anyText } from "../../fakes/any-text.ts";

const A = "a".repeat(64);
const B = "b".repeat(64);

function problemsOf(text: string): readonly string[] {
  try {
    parseSubjects(text, "subjects.sha256");
    return [];
  } catch (error) {
    if (!(error instanceof TurnpikeError)) throw error;
    expect(error.code).toBe("SIGN_SUBJECTS");
    return error.problems.map((problem) => `${problem.line ?? "-"}: ${problem.message}`);
  }
}

describe("a subjects file", () => {
  it("is read as sha256sum writes it, in text and in binary mode", () => {
    expect(parseSubjects(`${A}  orders-1.2.0.tar.gz\n${B} *orders-1.2.0.whl\n`, "s")).toEqual([
      { name: "orders-1.2.0.tar.gz", digest: { sha256: A } },
      { name: "orders-1.2.0.whl", digest: { sha256: B } },
    ]);
  });

  it("may have Windows line ends, blank lines and no last line end", () => {
    expect(parseSubjects(`${A}  a\r\n\r\n${B}  b`, "s").map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("turns upper-case digests into lower case, as a digest set wants them", () => {
    expect(parseSubjects(`${A.toUpperCase()}  a\n`, "s")[0]?.digest).toEqual({ sha256: A });
  });

  it("keeps the folder of a name, so that equal names in two folders stay apart", () => {
    expect(parseSubjects(`${A}  ./linux/app\n${B}  mac/app\n`, "s").map(({ name }) => name)).toEqual([
      "linux/app",
      "mac/app",
    ]);
  });

  it("reads an escaped backslash", () => {
    expect(parseSubjects(`\\${A}  a\\\\b\n`, "s")[0]?.name).toBe("a\\b");
  });

  it("counts the same file twice as once", () => {
    expect(parseSubjects(`${A}  a\n${A}  ./a\n`, "s")).toHaveLength(1);
  });

  it("keeps blanks at the ends of a name", () => {
    expect(parseSubjects(`${A}   a \n`, "s")[0]?.name).toBe(" a ");
  });

  it.each([
    ["", "-: holds no subject"],
    [`${A}  a\n${B}  a\n`, '2: "a" has another digest than on line 1'],
    [`${A} a\n`, "1: is not a line of sha256sum"],
    ["# a comment\n", "1: is not a line of sha256sum"],
    [`SHA256 (a) = ${A}\n`, "1: is in the BSD format"],
    [`${A}${A}  a\n`, "1: has a digest of 128 hex digits; SHA-256 has 64"],
    [`${A.slice(1)}  a\n`, "1: has a digest of 63 hex digits"],
    [`${A}  /etc/passwd\n`, '1: "/etc/passwd" is an absolute path'],
    [`${A}  C:\\a\n`, '1: "C:\\a" is an absolute path'],
    [`${A}  a/../../b\n`, '1: "a/../../b" leads out of the folder'],
    [`${A}  a//b\n`, '1: "a//b" is not a plain path'],
    [`${A}  dist/\n`, '1: "dist/" is not a plain path'],
    [`\\${A}  a\\nb\n`, "1: the name holds U+000A"],
    [`\\${A}  a\\tb\n`, "1: has an escape that sha256sum does not write"],
    [`${A}  a\u202egpj.exe\n`, "1: the name holds U+202E"],
    [`${A}  a\u001b[31m\n`, "1: the name holds U+001B"],
  ])("is refused when it holds %j", (text, expected) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(expected)]);
  });

  it("is refused with all problems at once", () => {
    expect(problemsOf(`x\n${A}  ok\n${A}  ../b\n`)).toHaveLength(2);
  });

  it("comes back as it was written, whatever the names", () => {
    const name = anyText({ minLength: 1, maxLength: 20 })
      .map((text) => text.normalize())
      .filter((text) => nameProblem(text) === undefined);
    const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
    const subjects = fc.uniqueArray(fc.record({ name, digest: digest.map((sha256) => ({ sha256 })) }), {
      minLength: 1,
      maxLength: 20,
      selector: (subject) => subject.name,
    });
    fc.assert(
      fc.property(subjects, (list) => {
        expect(parseSubjects(renderSubjects(list), "s")).toEqual(list);
      }),
    );
  });

  it("never gives a name that leaves the folder, whatever is written", () => {
    const line = fc
      .tuple(
        fc.constantFrom("", "\\"),
        fc.constantFrom("  ", " *", " "),
        fc.array(fc.constantFrom("..", ".", "/", "\\", "n", "a", "\u0000", " ")),
      )
      .map(([mark, mode, parts]) => `${mark}${A}${mode}${parts.join("")}`);
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        let subjects: ReturnType<typeof parseSubjects> = [];
        try {
          subjects = parseSubjects(lines.join("\n"), "s");
        } catch (error) {
          expect(error).toBeInstanceOf(TurnpikeError);
        }
        for (const subject of subjects) expect(nameProblem(subject.name)).toBeUndefined();
      }),
    );
  });
});
