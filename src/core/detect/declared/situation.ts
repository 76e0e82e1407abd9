import type { EnvironmentNeed } from "../../gates/index.ts";
import type { JobState } from "./job-state.ts";
import type { Run, Step } from "./resolve.ts";
import type { DeclaredScene } from "./scene.ts";

/** How a command is started here, and where. */
export interface Chosen {
  readonly environment: EnvironmentNeed | null;
  readonly run: readonly string[];
  /** Why it cannot be said, clauses. */
  readonly blockers: readonly string[];
}

/** A command with what was before it. */
export interface Situation {
  readonly run: Run;
  readonly step: Step;
  readonly state: JobState;
  readonly scene: DeclaredScene;
}

/** @returns what a person calls the environment of a run: `tox:lint`, `ci.yml test` */
export function environmentName({ home }: Pick<Run, "home">): string {
  return home.system === "workflow" ? `${home.place.file.replace(/^.*\//, "")} ${home.name}` : home.id;
}
