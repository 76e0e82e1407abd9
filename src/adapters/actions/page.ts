import { appendFile } from "node:fs/promises";
import type { Page } from "../../ports/page.ts";

/**
 * The step's summary file.
 *
 * @param env the process environment
 * @returns a page that does nothing when the runner gave no file
 */
export function stepSummary(env: Readonly<Record<string, string | undefined>>): Page {
  const file = env["GITHUB_STEP_SUMMARY"];
  return {
    async append(markdown) {
      if (file !== undefined && file !== "") await appendFile(file, `${markdown}\n`);
    },
  };
}
