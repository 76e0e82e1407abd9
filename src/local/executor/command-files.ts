import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  isBlockedVariable,
  readAssignments,
  readPaths,
  type SecretMasker,
  SUMMARY_LIMIT_BYTES,
} from "../../core/workflow/index.ts";
import type { CommandTarget, StepOutput } from "./step-output.ts";

/** Names in the `github` context, and prefixes of the files (actions/runner src/Runner.Worker/FileCommandManager.cs). */
const FILES = {
  env: "set_env_",
  output: "set_output_",
  path: "add_path_",
  state: "save_state_",
  step_summary: "step_summary_",
} as const;

type FileName = keyof typeof FILES;

/** The environment files of one step; each step has its own, also inside a composite action. */
export class CommandFiles {
  /** Absolute paths by the name in the `github` context. */
  readonly paths: Readonly<Record<FileName, string>>;

  private constructor(paths: Readonly<Record<FileName, string>>) {
    this.paths = paths;
  }

  /**
   * @param temp absolute temp folder of the job
   * @param suffix unique text
   */
  static async create(temp: string, suffix: string): Promise<CommandFiles> {
    const folder = join(temp, "_runner_file_commands");
    await mkdir(folder, { recursive: true });
    const pathOf = (name: FileName): string => join(folder, `${FILES[name]}${suffix}`);
    const paths = {
      env: pathOf("env"),
      output: pathOf("output"),
      path: pathOf("path"),
      state: pathOf("state"),
      step_summary: pathOf("step_summary"),
    };
    await Promise.all(Object.values(paths).map((path) => writeFile(path, "")));
    return new CommandFiles(paths);
  }

  /** Does what the files say, also after a step that failed or was stopped. */
  async apply(target: CommandTarget, output: StepOutput, masker: SecretMasker): Promise<void> {
    for (const folder of readPaths(await this.#text("path"))) target.addPath(folder);
    this.#assign(await this.#text("env"), "env", { target, output });
    this.#assign(await this.#text("output"), "output", { target, output });
    this.#assign(await this.#text("state"), "state", { target, output });
    await this.#summarize(output, masker);
    await Promise.all(Object.values(this.paths).map((path) => rm(path, { force: true })));
  }

  async #text(name: FileName): Promise<string> {
    return await readFile(this.paths[name], "utf8").then(
      (text) => text.replace(/^\uFEFF/, ""),
      () => "",
    );
  }

  #assign(
    text: string,
    file: "env" | "output" | "state",
    to: { readonly target: CommandTarget; readonly output: StepOutput },
  ): void {
    const { assignments, fault } = readAssignments(text);
    for (const { name, value } of assignments) {
      if (file === "output") to.target.setOutput(name, value);
      else if (file === "state") to.target.saveState(name, value);
      else if (isBlockedVariable(name)) {
        to.output.report("error", `Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
      } else to.target.setEnv(name, value);
    }
    if (fault === undefined) return;
    to.output.report("error", `Unable to process file command '${file}' successfully.`);
    to.output.report("error", fault);
    to.target.fail();
  }

  async #summarize(output: StepOutput, masker: SecretMasker): Promise<void> {
    const bytes = await readFile(this.paths.step_summary).catch(() => undefined);
    if (bytes === undefined || bytes.length === 0) return;
    if (bytes.length > SUMMARY_LIMIT_BYTES) {
      const size = Math.floor(bytes.length / 1024);
      output.report(
        "error",
        `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got ${size}k. For more information see: https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-markdown-summary`,
      );
      return;
    }
    const lines = bytes.toString("utf8").split(/\r?\n/);
    output.summary += lines.map((line) => masker.mask(line)).join("\n");
    if (!output.summary.endsWith("\n")) output.summary += "\n";
  }
}
