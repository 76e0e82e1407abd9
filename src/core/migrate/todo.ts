import type { Judged } from "./decide.ts";
import type { UnreadWorkflow, WorkflowFacts, WorkflowText } from "./model.ts";
import type { FileChange } from "./verify-result.ts";

/** What holds for a whole file is said once, with its own place. */
function personLines(judged: readonly Judged[]): readonly string[] {
  const lines = judged.flatMap(({ unit, verdict }) => {
    if (verdict.kind !== "person") return [];
    return [verdict.todo.includes(unit.file) ? verdict.todo : `${unit.file}:${unit.line} ${verdict.todo}`];
  });
  return [...new Set(lines)];
}

/** A file whose jobs nobody can read has no step that could say so. */
function brokenLines(workflows: readonly WorkflowFacts[]): readonly string[] {
  return workflows.flatMap(({ file, jobs, notEditable: [first] }) =>
    first === undefined || jobs.some(({ steps, call }) => steps.length > 0 || call !== null)
      ? []
      : [`${file}:${first.line} ${first.message}; migrate leaves the file as it is`],
  );
}

function scheduleLines(workflows: readonly WorkflowFacts[], changes: readonly FileChange[]): readonly string[] {
  const gone = new Set(changes.filter(({ after }) => after === null).map(({ file }) => file));
  return workflows
    .filter(({ file, on }) => gone.has(file) && on.has("schedule"))
    .map(
      ({ file }) => `${file} ran on a schedule too; the road does not. Add \`schedule:\` to the caller if you want it`,
    );
}

/** Pages that show the badge of a workflow, or lead to it. */
function badgeLines(pages: readonly WorkflowText[], changes: readonly FileChange[]): readonly string[] {
  const gone = changes.filter(({ after }) => after === null).map(({ file }) => file.split("/").at(-1) ?? file);
  return pages.flatMap(({ file, text }) =>
    text.split("\n").flatMap((line, index) => {
      const name = gone.find((one) => new RegExp(`workflows/${one.replaceAll(".", "\\.")}(?![\\w.])`).test(line));
      return name === undefined
        ? []
        : [`${file}:${index + 1} shows ${name}, which goes; let it show the road's workflow`];
    }),
  );
}

function releaseLines(releasing: string | null, calledIn: string | null): readonly string[] {
  if (releasing === null) return [];
  const alone = `the road runs in ${releasing} alone, on releases; \`turnpike init\` puts its checks on pull requests too`;
  return [
    `${releasing} publishes what the road built and signed; a gate that fails stops it now. Try it with a tag of a pre-release first. Its name and environments stay, so trusted publishing needs no change`,
    ...(calledIn === releasing ? [alone] : []),
  ];
}

/**
 * What a migration leaves to a person.
 *
 * @param unread files that could not be read, and pages that show workflows
 * @param workflows the others
 * @param of the verdicts and what would be written
 * @returns sentences, each with its place
 */
export function todoOf(
  { unread, pages }: { readonly unread: readonly UnreadWorkflow[]; readonly pages?: readonly WorkflowText[] },
  workflows: readonly WorkflowFacts[],
  of: {
    readonly judged: readonly Judged[];
    readonly changes: readonly FileChange[];
    /** The workflow that releases, when the road builds for it from now on. */
    readonly releasing: string | null;
    /** The file that calls the road. */
    readonly calledIn: string | null;
  },
): readonly string[] {
  const files = unread.map(({ file, line, message }) => `${file}${line === null ? "" : `:${line}`} ${message}`);
  return [
    ...personLines(of.judged),
    ...brokenLines(workflows),
    ...files,
    ...releaseLines(of.releasing, of.calledIn),
    ...scheduleLines(workflows, of.changes),
    ...badgeLines(pages ?? [], of.changes),
  ];
}
