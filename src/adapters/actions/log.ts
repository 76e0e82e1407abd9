import type { AnnotationProperties } from "@actions/core";
import * as core from "@actions/core";
import type { Log, LogPlace } from "../../ports/log.ts";

/**
 * Makes text harmless as a log line: the runner reads `::command::` at the start of a line and `##[command]` anywhere in it
 * (actions/runner src/Runner.Common/ActionCommand.cs). A zero-width space breaks both and is not seen.
 *
 * @param text foreign text
 * @returns text that no runner takes for a command
 */
export function inert(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, "$1:\u200b").replaceAll("##[", "##\u200b[");
}

function toProperties(place: LogPlace | undefined): AnnotationProperties {
  if (place === undefined) return {};
  return {
    ...(place.title === undefined ? {} : { title: place.title }),
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.line === undefined ? {} : { startLine: place.line }),
    ...(place.column === undefined ? {} : { startColumn: place.column }),
  };
}

/** The log of a GitHub step. */
export const actionsLog: Log = {
  info: (message) => core.info(inert(message)),
  debug: (message) => core.debug(message),
  notice: (message, place) => core.notice(message, toProperties(place)),
  warning: (message, place) => core.warning(message, toProperties(place)),
  error: (message, place) => core.error(message, toProperties(place)),
  async group(title, work) {
    core.startGroup(inert(title));
    try {
      return await work();
    } finally {
      core.endGroup();
    }
  },
  mask: (value) => core.setSecret(value),
};
