import type { Judged } from "./decide.ts";
import type { UnreadWorkflow, WorkflowFacts } from "./model.ts";
import type { FileChange } from "./verify-result.ts";

/** What holds for a whole file is said once, with its own place. */
function personLines(judged: readonly Judged[]): readonly string[] {
  const lines = judged.flatMap(({ unit, verdict }) => {
    if (verdict.kind !== "person") return [];
    return [verdict.todo.includes(unit.file) ? verdict.todo : `${unit.file}:${unit.line} ${verdict.todo}`];
  });
  return [...new Set(lines)];
}

function scheduleLines(workflows: readonly WorkflowFacts[], changes: readonly FileChange[]): readonly string[] {
  const gone = new Set(changes.filter(({ after }) => after === null).map(({ file }) => file));
  return workflows
    .filter(({ file, on }) => gone.has(file) && on.has("schedule"))
    .map(
      ({ file }) => `${file} ran on a schedule too; the road does not. Add \`schedule:\` to the caller if you want it`,
    );
}

/**
 * What a migration leaves to a person.
 *
 * @param unread files that could not be read
 * @param workflows the others
 * @param of the verdicts and what would be written
 * @returns sentences, each with its place
 */
export function todoOf(
  { unread }: { readonly unread: readonly UnreadWorkflow[] },
  workflows: readonly WorkflowFacts[],
  of: {
    readonly judged: readonly Judged[];
    readonly changes: readonly FileChange[];
    /** The workflow that releases, when the road builds for it from now on. */
    readonly releasing: string | undefined;
  },
): readonly string[] {
  const files = unread.map(({ file, line, message }) => `${file}${line === null ? "" : `:${line}`} ${message}`);
  const release =
    of.releasing === undefined
      ? []
      : [
          `${of.releasing} publishes what the road built and signed; a gate that fails stops it now. Try it with a tag of a pre-release first. Its name and environments stay, so trusted publishing needs no change`,
        ];
  return [...personLines(of.judged), ...files, ...release, ...scheduleLines(workflows, of.changes)];
}
