import { MOST_PASSED, TestKeys, type TestName, testId } from "../flaky/index.ts";
import type { TestCase, TestCases } from "../gates/index.ts";
import { copied } from "./copied.ts";
import type { FailedCase, JunitCase, JunitDialect } from "./junit-dialects.ts";
import { KeySet } from "./key-set.ts";
import { placeInRepository } from "./place.ts";
import type { ReportContext } from "./reader.ts";

/** Most tests of one kind that are kept by name. */
const MOST_NAMED = 1_000;
/** Repeated tests are looked for among the first 65,536 (half of two to this). */
const SEEN_BITS = 17;
/** Most files whose place is remembered. */
const MOST_FILES = 4_096;
/** Longest part of a name that is kept. */
const LONGEST_PART = 1_000;

/** What one suite announces, and what was seen of it. */
interface SuiteFrame {
  readonly tests: number;
  readonly failures: number;
  cases: number;
  failed: number;
  hasSuites: boolean;
}

function announced(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** Collects which tests of a report passed, failed, or did both: names of the few, keys of the many. */
export class JunitCases {
  readonly #context: ReportContext;
  readonly #frames: SuiteFrame[] = [];
  readonly #flaky = new Map<string, TestCase>();
  /** Passed cases that were there before, by id, in a report whose producer writes each try that way. */
  readonly #doubled = new Map<string, TestCase>();
  #seen: KeySet | undefined;
  readonly #keys = new TestKeys();
  #passed: Float64Array | null = new Float64Array(1024);
  #passedCount = 0;
  #doublings = 0;
  /** Cases beyond what their suites announce. */
  #surplus = 0;
  #isShort = false;
  readonly #places = new Map<string, string>();

  /** @param context where the tool ran */
  constructor(context: ReportContext) {
    this.#context = context;
  }

  /** @param attributes what the suite says of itself: tests, failures and errors */
  openSuite({ tests, failures, errors }: { tests: string; failures: string; errors: string }): void {
    const parent = this.#frames.at(-1);
    if (parent !== undefined) parent.hasSuites = true;
    const failed = announced(failures) + (errors === "" ? 0 : announced(errors));
    this.#frames.push({ tests: announced(tests), failures: failed, cases: 0, failed: 0, hasSuites: false });
  }

  /** The suite that was opened last ends. */
  closeSuite(): void {
    const frame = this.#frames.pop();
    if (frame === undefined || frame.hasSuites) return;
    if (frame.cases < frame.tests || frame.failed < frame.failures) this.#isShort = true;
    if (frame.cases > frame.tests) this.#surplus += frame.cases - frame.tests;
  }

  /** @param failed whether the case failed; counts it for its suite */
  sawCase(failed: boolean): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) return;
    frame.cases += 1;
    if (failed) frame.failed += 1;
  }

  #nameOf({ suite, className, name, file }: JunitCase): TestName {
    return { format: "junit", suite, className, name, file: this.#placed(file) };
  }

  /** The same wherever the repository lies. */
  #placed(file: string): string {
    if (file === "") return "";
    const known = this.#places.get(file);
    if (known !== undefined) return known;
    const placed = copied(placeInRepository(file, this.#context) ?? file);
    if (this.#places.size >= MOST_FILES) this.#places.clear();
    this.#places.set(copied(file), placed);
    return placed;
  }

  /**
   * @param one a case
   * @returns 48 bits that nearly always tell it from others
   */
  keyOf(one: JunitCase): number {
    return this.#keys.keyOf(this.#nameOf(one));
  }

  #named(one: FailedCase, dialect: JunitDialect): TestCase {
    const label = dialect.findingsOf(one)[0]?.rule ?? one.name;
    const test = this.#nameOf(one);
    return {
      ...{
        id: testId(test),
        key: this.#keys.keyOf(test),
        format: "junit",
        file: copied(this.#placed(one.file), LONGEST_PART),
        className: copied(one.className, LONGEST_PART),
      },
      ...{ name: copied(one.name, LONGEST_PART), label: copied(label, LONGEST_PART) },
    };
  }

  /**
   * @param one a case that passed
   * @param key its key
   * @param dialect how to name it
   */
  addPassed(one: FailedCase, key: number, dialect: JunitDialect): void {
    if (this.addKey(key, dialect)) return;
    const test = this.#named(one, dialect);
    this.#doublings += 1;
    if (this.#doubled.size < MOST_NAMED) this.#doubled.set(test.id, test);
  }

  /**
   * @param key the key of a case that passed
   * @param dialect whose case it is
   * @returns false when it was there before, in a report whose producer writes each try that way; it is not kept again then
   */
  addKey(key: number, dialect: JunitDialect): boolean {
    if (this.#passed === null) return true;
    if (dialect.repeatsRetried === true && this.#wasSeen(key)) return false;
    this.#keep(key, this.#passed);
    return true;
  }

  #wasSeen(key: number): boolean {
    this.#seen ??= new KeySet(SEEN_BITS);
    return this.#seen.add(key + 1);
  }

  #keep(key: number, passed: Float64Array): void {
    if (this.#passedCount >= MOST_PASSED) {
      this.#passed = null;
      return;
    }
    if (this.#passedCount === passed.length) {
      this.#passed = new Float64Array(passed.length * 2);
      this.#passed.set(passed);
    }
    (this.#passed ?? passed)[this.#passedCount] = key;
    this.#passedCount += 1;
  }

  /**
   * @param one a case that failed and passed
   * @param dialect how to name it
   */
  addFlaky(one: FailedCase, dialect: JunitDialect): void {
    const test = this.#named(one, dialect);
    if (this.#flaky.size < MOST_NAMED) this.#flaky.set(test.id, test);
  }

  /**
   * Cases that a producer writes a second time because it tried them again. That they were is proven by the suite, which
   * announces fewer tests than it holds.
   *
   * @param failed identities of failed cases, which were tried again in vain
   * @returns how many were repeated, and how many of them passed in the end
   */
  retried(failed: readonly TestCase[]): { readonly repeated: number; readonly passed: number } {
    if (this.#doublings === 0 || this.#surplus < this.#doublings) return { repeated: 0, passed: 0 };
    const inVain = new Set(failed.map(({ id }) => id));
    const passed = [...this.#doubled].filter(([id]) => !inVain.has(id));
    for (const [id, test] of passed) this.#flaky.set(id, test);
    return { repeated: this.#doublings, passed: passed.length };
  }

  /**
   * @param failed the failed cases whose texts were kept
   * @param dialect how to name them
   * @returns the same as tests
   */
  namesOf(failed: readonly FailedCase[], dialect: JunitDialect): readonly TestCase[] {
    return failed.slice(0, MOST_NAMED).map((one) => this.#named(one, dialect));
  }

  /**
   * @param failed the failed tests
   * @param failedTotal how many there are in all
   * @returns what later runs need to know
   */
  done(failed: readonly TestCase[], failedTotal: number): TestCases {
    const passed = this.#passed?.slice(0, this.#passedCount) ?? null;
    const isComplete = !this.#isShort && failed.length === failedTotal;
    return { failed, flaky: [...this.#flaky.values()], passed, isComplete };
  }
}
