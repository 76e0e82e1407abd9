import type { AnnotationProperties } from "@actions/core";
import * as core from "@actions/core";
import type { Log, LogPlace } from "../../ports/log.ts";
import { inert } from "./inert.ts";

export { inert } from "./inert.ts";

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
