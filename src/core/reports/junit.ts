import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from "saxes";
import type { ReportResult } from "../gates/index.ts";
import { copied } from "./copied.ts";
import { JunitCases } from "./junit-cases.ts";
import { dialectOf, type JunitCase, type JunitDialect } from "./junit-dialects.ts";
import { type PlainCase, PlainCases } from "./plain-cases.ts";
import type { ReportContext, ReportReader } from "./reader.ts";
import { Tally } from "./tally.ts";
import { XmlCleaner } from "./xml-cleaner.ts";

/** Longest text of one failure that is kept while reading. */
const LONGEST_TEXT = 16 * 1024;
/** Most failed cases that are remembered, so that a later pass of the same case is seen. */
const MOST_REMEMBERED = 50_000;
/** Most failed cases whose texts are kept. */
const MOST_DETAILED = 1_000;
const MOST_PROBLEMS = 20;
/** Deeper nesting than any producer writes. */
const DEEPEST = 200;

/** Maven Surefire writes `flaky…` for a test that passed in the end, `rerun…` beside the failure of one that did not. */
const RETRIES: ReadonlySet<string> = new Set(["flakyFailure", "flakyError", "rerunFailure", "rerunError"]);
const OUTCOMES: ReadonlySet<string> = new Set(["failure", "error", "skipped", ...RETRIES]);

type Attributes = Record<string, string | SaxesAttributePlain>;

function attribute(attributes: Attributes, name: string): string {
  const value = attributes[name];
  return typeof value === "string" ? value : "";
}

interface OpenCase extends JunitCase {
  failed: boolean;
  skipped: boolean;
  flaky: boolean;
  message: string;
  text: string;
}

/**
 * JUnit's XML as its many producers write it. There is no standard; counts in attributes are missing or wrong, so the cases
 * themselves are counted, at any depth. Read as a stream: a report of a million cases needs no more memory than a small one.
 */
export class JunitReader implements ReportReader {
  readonly #parser = new SaxesParser({ xmlns: false });
  readonly #cleaner = new XmlCleaner();
  readonly #tally: Tally;
  readonly #tool: string | null;
  readonly #counts = { executed: 0, failed: 0, skipped: 0, flaky: 0 };
  /** Failed cases by identity, for those that pass later; without their texts after the first ones. */
  readonly #failed = new Map<string, OpenCase | undefined>();
  /** Keys of the failed cases, which tell at once that a passed case is none of them. */
  readonly #failedKeys = new Set<number>();
  readonly #cases: JunitCases;
  readonly #suites: string[] = [];
  readonly #problems: string[] = [];
  #dialect: JunitDialect;
  #case: OpenCase | undefined;
  readonly #plain = new PlainCases(this.#parser, (one) => this.#countPlain(one));
  #inOutcome = false;
  #depth = 0;
  #hasRoot = false;
  #broken: string | undefined;

  /** @param context where the tool ran */
  constructor(context: ReportContext) {
    this.#tool = context.tool;
    this.#tally = new Tally(context);
    this.#cases = new JunitCases(context);
    this.#dialect = dialectOf("", context.tool);
    this.#parser.on("error", ({ message }) => {
      // node --test writes it raw (XML 1.0, 2.4 forbids it); the parser goes on well after it.
      if (!message.includes(`"]]>" is disallowed`)) this.#refuse(message.replace(/^[\d:]+\s*/, ""));
    });
    this.#parser.on("doctype", () => this.#refuse("it declares a document type, which may hold entity bombs"));
    this.#parser.on("opentag", (tag) => this.#open(tag));
    this.#parser.on("closetag", (tag) => this.#close(tag.name));
    this.#parser.on("text", (text) => this.#text(text));
    this.#parser.on("cdata", (text) => this.#text(text));
  }

  push(text: string): void {
    if (this.#broken === undefined) this.#parse(() => this.#plain.read(this.#cleaner.clean(text)));
  }

  end(): ReportResult {
    if (this.#broken === undefined) this.#parse(() => this.#parser.write(this.#cleaner.rest()).close());
    if (this.#broken !== undefined) return { kind: "broken", reason: this.#broken };
    if (!this.#hasRoot) return { kind: "broken", reason: "it holds no XML" };
    const problems = this.#problems;
    if (this.#dialect.kind === "linter") return this.#tally.toResult({ problems });
    const failed = [...this.#failed.values()].filter((one) => one !== undefined);
    for (const one of failed) this.#report(one);
    const names = this.#cases.namesOf(failed, this.#dialect);
    const retried = this.#cases.retried(names);
    const { executed, flaky } = this.#counts;
    const tests = { ...this.#counts, executed: executed - retried.repeated, flaky: flaky + retried.passed };
    const totals = { error: tests.failed, warning: 0, note: 0 };
    const cases = this.#cases.done(names, tests.failed);
    return this.#tally.toResult({ tests, totals, problems, cases, work: { amount: tests.executed, unit: "tests" } });
  }

  #parse(work: () => unknown): void {
    try {
      work();
    } catch (error) {
      this.#refuse(error instanceof Error ? error.message : "it could not be parsed");
    }
  }

  #refuse(reason: string): void {
    this.#broken ??= reason;
  }

  /** False where more must be known than that it passed. */
  #countPlain({ name, className, file }: PlainCase): boolean {
    const isBelowRoot = this.#depth > 0 && this.#depth < DEEPEST && this.#case === undefined;
    if (!isBelowRoot || this.#broken !== undefined) return false;
    if (this.#dialect.kind === "linter" || (name === "" && className === "")) return false;
    const suite = this.#suites.at(-1) ?? "";
    const one = { suite, name, className, file, line: Number.NaN, column: Number.NaN, failed: false };
    if (this.#dialect.problemOf?.(one) !== undefined) return false;
    const key = this.#cases.keyOf(one);
    if (this.#failedKeys.has(key) || !this.#cases.addKey(key, this.#dialect)) return false;
    this.#cases.sawCase(false);
    this.#counts.executed += 1;
    return true;
  }

  #open(tag: SaxesTagPlain): void {
    this.#plain.sawTag();
    this.#depth += 1;
    if (this.#depth > DEEPEST) this.#refuse(`it nests deeper than ${DEEPEST} elements`);
    const name = tag.name;
    if (!this.#hasRoot && name !== "testsuites" && name !== "testsuite") {
      this.#refuse(`its root is <${name.slice(0, 40)}>, not <testsuites> or <testsuite>`);
    }
    this.#hasRoot = true;
    if (name === "testsuites" || name === "testsuite") this.#openSuite(tag.attributes);
    if (name === "testcase") this.#openCase(tag.attributes);
    if (this.#case !== undefined && OUTCOMES.has(name)) this.#openOutcome(this.#case, name, tag.attributes);
  }

  #openSuite(attributes: Attributes): void {
    const name = attribute(attributes, "name");
    this.#suites.push(name);
    const [tests, failures, errors] = ["tests", "failures", "errors"].map((one) => attribute(attributes, one));
    this.#cases.openSuite({ tests: tests ?? "", failures: failures ?? "", errors: errors ?? "" });
    if (this.#dialect.isGuess && name !== "") this.#dialect = dialectOf(name, this.#tool);
  }

  #openCase(attributes: Attributes): void {
    this.#case = {
      suite: this.#suites.at(-1) ?? "",
      name: attribute(attributes, "name"),
      className: attribute(attributes, "classname"),
      file: attribute(attributes, "file"),
      line: Number.parseInt(attribute(attributes, "line"), 10),
      column: Number.parseInt(attribute(attributes, "column"), 10),
      failed: false,
      skipped: false,
      flaky: false,
      message: "",
      text: "",
    };
  }

  #openOutcome(open: OpenCase, name: string, attributes: Attributes): void {
    if (name === "skipped") open.skipped = true;
    else if (RETRIES.has(name)) open.flaky = true;
    else {
      open.failed = true;
      if (open.message === "") open.message = attribute(attributes, "message");
      this.#inOutcome = true;
    }
  }

  #text(text: string): void {
    if (!this.#inOutcome || this.#case === undefined) return;
    const room = LONGEST_TEXT - this.#case.text.length;
    if (room > 0) this.#case.text += text.slice(0, room);
  }

  #close(name: string): void {
    this.#plain.sawTag();
    this.#depth -= 1;
    if (name === "failure" || name === "error") this.#inOutcome = false;
    if (name === "testsuites" || name === "testsuite") {
      this.#suites.pop();
      this.#cases.closeSuite();
    }
    if (name === "testcase" && this.#case !== undefined) {
      this.#count(this.#case);
      this.#case = undefined;
    }
  }

  #count(done: OpenCase): void {
    // pytest writes a case without a name for a test that was interrupted: it says nothing.
    if (done.name === "" && done.className === "") return;
    this.#cases.sawCase(done.failed && !done.skipped);
    const problem = this.#dialect.problemOf?.(done);
    if (problem !== undefined && this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
    // node --test counts failed todo cases as failures, and marks them as skipped: they do not fail the run.
    if (done.skipped) this.#counts.skipped += 1;
    else if (done.failed) this.#countFailed(done);
    else this.#countPassed(done);
  }

  #countFailed(done: OpenCase): void {
    if (this.#dialect.kind === "linter") {
      this.#report(done);
      return;
    }
    const id = identityOf(done);
    // A second failure of the same case: an error at teardown after a failure, or a failed retry.
    if (this.#failed.has(id)) return;
    this.#counts.executed += 1;
    this.#counts.failed += 1;
    if (this.#failed.size >= MOST_REMEMBERED) return;
    this.#failedKeys.add(this.#cases.keyOf(done));
    this.#failed.set(id, this.#failed.size < MOST_DETAILED ? detached(done) : undefined);
  }

  #countPassed(done: OpenCase): void {
    if (done.flaky) this.#counts.flaky += 1;
    const key = this.#dialect.kind === "tests" ? this.#cases.keyOf(done) : 0;
    const retried = this.#failedKeys.has(key) && this.#failed.delete(identityOf(done));
    if (retried) {
      this.#counts.failed -= 1;
      this.#counts.flaky += 1;
    } else this.#counts.executed += 1;
    if (done.flaky || retried) this.#cases.addFlaky(done, this.#dialect);
    else if (this.#dialect.kind === "tests") this.#cases.addPassed(done, key, this.#dialect);
  }

  #report(failed: OpenCase): void {
    const text = failed.text.trim();
    for (const finding of this.#dialect.findingsOf({ ...failed, text })) this.#tally.add(finding);
  }
}

function detached(one: OpenCase): OpenCase {
  const { name, className, suite, file, message, text } = one;
  const fields = { className: copied(className), suite: copied(suite), file: copied(file) };
  return { ...one, ...fields, name: copied(name), message: copied(message), text: copied(text) };
}

/** Same file, class and name: the same case, tried again. */
function identityOf(one: OpenCase): string {
  return [one.suite, one.file, one.className, one.name].join("\0");
}
