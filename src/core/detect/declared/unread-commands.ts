import { type DeclaredEntry, OUTSIDE } from "../../declarations/index.ts";
import type { Note } from "../notes.ts";
import { isChecking } from "./counting.ts";
import type { Run, Step } from "./resolve.ts";
import { isCheckingScript, isOfBuild } from "./script-tools.ts";

/** @returns the first line of a text, for a sentence */
export function oneLine(text: string): string {
  return text.trim().split("\n")[0]?.slice(0, 200) ?? "";
}

/** What starts checks somewhere else, in a text that only a shell can run. */
const STARTS_CHECKS =
  /(?:^|[\s;&|(])(?:tox|nox|make|just|hatch|pdm|poe|pytest|npm|pnpm|yarn|bun|pre-commit|prek|cargo|go|invoke|task|turbo|nx)\s/;

/** Programs that run tasks of files that no reader knows. */
const OTHER_RUNNERS =
  /^(?:nx|turbo|lerna|rush|moon|lage|doit|mage|bazel|pants|earthly|dagger|deno|rake|ant|grunt|gulp)$/;

/** Programs whose files are read, where the call leads to nothing that was found in them. */
const KNOWN_RUNNERS = /^(?:g?make|just|task|mise|invoke|inv|poe|tox|nox)$/;

function openReason({ launched, command, doubts, parts }: Step): string | undefined {
  if (launched !== null || !STARTS_CHECKS.test(command.text)) return undefined;
  if (parts.some(({ use }) => use.kind === "gate" || use.kind === "install")) return undefined;
  if (parts.length > 0 && parts.every(({ use }) => /^(?:noise|publish|report|build)$/.test(use.kind))) return undefined;
  return doubts[0] ?? "only a shell can tell what it runs";
}

/** What is checked in a container that the repository builds. */
function containerReason({ classified, parts, command }: Step): string | undefined {
  const isDocker = [classified, ...parts].some(({ use }) => use.kind === "service" && use.what === "docker");
  const checks = /\b(?:run|exec)\b.*\b(?:pytest|tests?|check|lint|mypy|ruff|tox|nox)\b/s.test(command.text);
  return isDocker && checks ? "it runs in a container" : undefined;
}

function runnerReason(step: Step, run: Run): string | undefined {
  const [program = ""] = step.launched?.bare ?? [];
  if (step.classified.use.kind !== "other" || isCheckingScript(step, run)) return undefined;
  if (KNOWN_RUNNERS.test(program)) return `what it calls of ${program} was not found`;
  if (!OTHER_RUNNERS.test(program)) return undefined;
  return `tasks of ${program} are not read; what of them checks can be a gate of turnpike.yml`;
}

/**
 * @param runs commands that count
 * @returns those that lead nowhere: what they check is not checked here
 */
export function unreadCommands(runs: readonly Run[]): readonly Note[] {
  const found = new Map<string, Note>();
  for (const run of runs) {
    for (const step of run.steps) {
      const reason = step.doubts.includes(OUTSIDE)
        ? undefined
        : (containerReason(step) ?? openReason(step) ?? runnerReason(step, run));
      const { place, text } = step.command;
      // Legs of a matrix and jobs that call the same script say it once.
      const key = `${place.file}:${place.line}:${step.command.cwd}:${text.replaceAll(/\d+/g, "")}`;
      if (reason === undefined || found.has(key)) continue;
      const message = `runs \`${oneLine(text).slice(0, 100)}\`, and what it checks is not known: ${reason}`;
      found.set(key, { file: place.file, line: place.line, message });
    }
  }
  return [...found.values()];
}

/** Commands of a job that no table knows, and that nothing which runs needs. */
function strangersOf({ steps }: Run): readonly Step[] {
  return steps.filter((step) => {
    const { classified, parts, launched, command } = step;
    if (launched !== null) return classified.use.kind === "other" && !isOfBuild(step);
    return parts.length > 0 && parts.every(({ use }) => use.kind === "other") && !isAssignment(command.text);
  });
}

/** What only gives a variable its value or opens a block. */
function isAssignment(text: string): boolean {
  return /^\s*(?:[A-Za-z_]\w*=|\{|\[)/.test(text);
}

/** Legs of a matrix are one job to a person: `test(3.12)`. */
const jobName = ({ root }: Run): string => root.name.replace(/\(.*$/s, "");

/**
 * @param runs commands that count
 * @param known entries of which something became a gate or a suggestion, by their ids
 * @returns a note a workflow with jobs of which nothing is checked here although they run something: a green tick would
 * say too much
 */
export function silentJobs(runs: readonly Run[], known: ReadonlySet<string>): readonly Note[] {
  const named = new Set(
    runs.filter(({ root }) => known.has(root.id)).map((run) => `${run.root.place.file} ${jobName(run)}`),
  );
  const silent = runs.filter((run) => isChecking(run.root) && !named.has(`${run.root.place.file} ${jobName(run)}`));
  const found = silent.filter((run) => strangersOf(run).length > 0 && unreadCommands([run]).length === 0);
  const files = [...new Set(found.map(({ root }) => root.place.file))];
  return files.flatMap((file) => silentNote(found.filter(({ root }) => root.place.file === file)));
}

function silentNote(runs: readonly Run[]): readonly Note[] {
  const [first] = runs;
  const step = first === undefined ? undefined : strangersOf(first)[0];
  if (first === undefined || step === undefined) return [];
  const [own = "", ...others] = [...new Set(runs.map(jobName))];
  const shown = others.slice(0, 3).map((name) => `\`${name.slice(0, 60)}\``);
  const rest = others.length > shown.length ? ` and ${others.length - shown.length} more` : "";
  const so = shown.length === 0 ? "" : `; so it is with ${shown.join(", ")}${rest}`;
  const text = oneLine(step.command.text).slice(0, 100);
  const { file, line } = step.command.place;
  return [
    {
      file,
      line,
      message: `runs \`${text}\` in the job \`${own.slice(0, 60)}\`, and whether it checks is not known${so}`,
    },
  ];
}

/**
 * @param entries what was read, where nothing of it checks the code
 * @param told files of which something became a gate or a suggestion, or is said by another note
 * @returns workflows that run on pushes: a green tick would say too much
 */
export function silentWorkflows(entries: readonly DeclaredEntry[], told: ReadonlySet<string>): readonly Note[] {
  const checking = entries.filter((entry) => isChecking(entry) && !told.has(entry.place.file));
  const files = new Map(checking.map(({ place }) => [place.file, place.line]));
  return [...files].map(([file, line]) => ({
    file,
    line,
    message: "runs on pushes or pull requests, and no check of the code could be read in it",
  }));
}

/** Files in which other services than GitHub are told what to check. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^\.circleci\/config\.ya?ml$/, "CircleCI"],
  [/^\.gitlab-ci\.ya?ml$/, "GitLab"],
  [/^\.travis\.ya?ml$/, "Travis CI"],
  [/^azure-pipelines\.ya?ml$/, "Azure Pipelines"],
  [/^bitbucket-pipelines\.ya?ml$/, "Bitbucket"],
  [/^Jenkinsfile$/, "Jenkins"],
  [/^\.cirrus\.ya?ml$/, "Cirrus CI"],
  [/^\.drone\.ya?ml$/, "Drone"],
  [/^\.woodpecker\.ya?ml$/, "Woodpecker"],
  [/^\.builds?\.ya?ml$/, "builds.sr.ht"],
  [/^\.buildkite\/pipeline\.ya?ml$/, "Buildkite"],
  [/^\.semaphore\/semaphore\.ya?ml$/, "Semaphore"],
];

/**
 * @param files of a repository whose workflows check nothing
 * @returns where else it says what it checks, which is not read
 */
export function otherServices(files: readonly string[]): readonly Note[] {
  return files.flatMap((file) => {
    const service = SERVICES.find(([pattern]) => pattern.test(file))?.[1];
    const message = `tells ${service} what to check, which is not read; what of it checks can be a gate of turnpike.yml`;
    return service === undefined ? [] : [{ file, line: 1, message }];
  });
}
