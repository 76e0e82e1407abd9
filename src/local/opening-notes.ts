import { childOf, entriesOf, itemsOf, type Trigger, type WorkflowFile } from "../core/workflow/index.ts";
import type { NewEvent } from "./executor/run-shared.ts";
import type { PreparedRun } from "./prepare.ts";
import type { RunRequest } from "./request.ts";
import type { ServiceName } from "./services/index.ts";
import { filterNote } from "./trigger-filters.ts";

const SERVICE_WORDS: Readonly<Record<ServiceName, string>> = {
  cache: "cache service",
  artifacts: "artifact service",
  oidc: "identity provider",
  api: "REST API",
};

type Note = Extract<NewEvent, { readonly kind: "note" }>;

function info(message: string): Note {
  return { kind: "note", level: "info", message };
}

function usesKey(file: WorkflowFile, key: "concurrency" | "environment"): boolean {
  const inJobs = file.jobs.some(({ job }) => childOf(job, key) !== undefined);
  return inJobs || (key === "concurrency" && file.hasConcurrency);
}

/**
 * What a reader should know before the first job: what was assumed, and what differs from GitHub.
 *
 * @param run the run
 * @param request what it was asked to do without
 */
export async function openingNotes(run: PreparedRun, request: RunRequest): Promise<readonly Note[]> {
  const { sources, repository, found, choice } = run;
  const notes = [...sources.assumed].map(([name, folder]) => info(`${name} is taken for this project: ${folder}`));
  if (Number(process.versions.node.split(".")[0]) < 24) {
    notes.push(info(`JavaScript actions run with Node ${process.version}; on GitHub they get Node 24.`));
  }
  if (found.isShallow) {
    notes.push(info("The repository is a shallow clone; steps do not find its whole history."));
  }
  for (const name of request.without) notes.push(info(`The run has no ${SERVICE_WORDS[name]}, as --without asks.`));
  if (request.cacheMode !== undefined) notes.push(info(`Jobs have the cache mode \`${request.cacheMode}\`.`));
  const { usesWorkingTree, ref } = repository.commit;
  const changes = (await repository.changes()).length;
  if (changes > 0) {
    notes.push(info(`${changes} uncommitted ${changes === 1 ? "change is" : "changes are"} part of the run.`));
  }
  if (!usesWorkingTree && (await repository.isDirty())) {
    notes.push(info(`The run is of ${ref}; uncommitted changes are left out.`));
  }
  if (usesKey(choice.workflow, "concurrency")) {
    notes.push(info("`concurrency` is accepted; one run here waits for no other."));
  }
  if (usesKey(choice.workflow, "environment")) {
    notes.push(info("`environment` is accepted; its protection rules, variables and secrets are on GitHub."));
  }
  const trigger = choice.workflow.triggers.find(({ event }) => event === found.event);
  const filter = trigger === undefined ? undefined : filterNote(choice.path, trigger, found);
  if (filter !== undefined) notes.push({ kind: "note", level: "warning", message: filter });
  return notes;
}

/**
 * @param triggers triggers of a workflow
 * @returns the first cron expression of its schedule; empty when there is none
 */
export function firstCron(triggers: readonly Trigger[]): string {
  const schedule = triggers.find(({ event }) => event === "schedule")?.settings;
  return (
    entriesOf(itemsOf(schedule)[0])
      .find(({ key }) => key === "cron")
      ?.value.toString() ?? ""
  );
}
