import type { DeclaredEntry, DeclaringSystem, Reading } from "../../declarations/index.ts";

/** Events on which a workflow checks what somebody proposes. */
const CHECKING_EVENTS = new Set(["push", "pull_request", "pull_request_target", "merge_group"]);

/** Order in which systems speak for a repository whose workflows check nothing. */
export const ORDER: readonly DeclaringSystem[] = [
  "make",
  "just",
  "task",
  "mise",
  "tox",
  "nox",
  "hatch",
  "pdm",
  "poe",
  "taskipy",
  "rye",
  "pipenv",
  "invoke",
  "scripts",
  "pre-commit",
];

/** Names of targets and scripts that people run to check; what such a name calls is found by following it. */
const CHECKING_NAME =
  /^(?:(?:ci|qa|all|run|make|python|py|js|code)[-_:.]?)?(?:lint(?:er|ers|ing|s)?|ruff|flake8|pylint|mypy|pyright|black|isort|tests?|pytest|unit(?:[-_:]?tests?)?|check(?:s|er)?|verify|ci|qa|quality|style|format[-_:](?:check|ci)|fmt[-_:]check|check[-_:](?:format|fmt|style|types?|code|lint|all|black|isort)|(?:lint|test|style|types?|code)[-_:](?:check|ci|all|py|python|unit|types?|lint)|types?|typing|type[-_]?check(?:ing)?|docs?[-_:](?:test|check|lint)|doctests?|coverage|cov|bandit|sast|security|audit|spell(?:ing|check)?|codespell|pre-?commit)$/i;

/** `py313`, `3.13`, `tests-3.13`: one interpreter and nothing else. */
const PLAIN_VARIANT = /^(?:(?:unit-?)?tests?-)?(?:py|python)?-?\d?\.?\d*$/;

/** @returns true when a workflow runs the entry on a push or a pull request */
export function isChecking({ system, runsOn }: DeclaredEntry): boolean {
  return system === "workflow" && runsOn.some((event) => CHECKING_EVENTS.has(event));
}

/** Sorts jobs that check what somebody proposes before those that only see what has landed: releases and their like. */
export function proposedFirst(a: DeclaredEntry, b: DeclaredEntry): number {
  const rank = ({ runsOn }: DeclaredEntry): number =>
    runsOn.some((event) => event.startsWith("pull_request") || event === "merge_group") ? 0 : 1;
  return rank(a) - rank(b);
}

/** @returns true for a job that runs by itself, but not for what somebody proposes */
export function isOtherJob(entry: DeclaredEntry): boolean {
  return entry.system === "workflow" && entry.runsOn.length > 0 && !isChecking(entry);
}

/** @returns true for a hook that a service runs on every pull request */
export function isServed({ service }: DeclaredEntry): boolean {
  return service !== undefined;
}

/**
 * @param entry an entry of a system without workflows
 * @returns true when people run it to check: what the bare tool runs, or a name that says so
 */
function isRootBySelf(entry: DeclaredEntry): boolean {
  if (entry.system === "pre-commit") return entry.runsOn.includes("default");
  if (entry.system === "tox" || entry.system === "nox") {
    return entry.runsOn.includes("default") && (PLAIN_VARIANT.test(entry.name) || CHECKING_NAME.test(entry.name));
  }
  return CHECKING_NAME.test(entry.name);
}

/**
 * @param reading what was read
 * @param system a system
 * @returns the entries of it that people run to check
 */
export function rootsOf(reading: Reading, system: DeclaringSystem): readonly DeclaredEntry[] {
  return reading.entries.filter((entry) => entry.system === system && isRootBySelf(entry));
}
