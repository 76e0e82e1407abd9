import { harmless, isSet, type StandIn, type StandInContext } from "./stand-in.ts";

const INPUTS = {
  ...harmless("path", "key", "restore-keys", "upload-chunk-size"),
  enableCrossOsArchive: "false",
  "fail-on-cache-miss": "false",
  "lookup-only": "false",
  "save-always": "false",
};

/** A miss is an answer that every user of a cache must live with, so it is always a true one. */
async function miss(context: StandInContext): Promise<string | undefined> {
  const { inputs } = context;
  for (const name of ["path", "key"]) {
    if ((inputs[name] ?? "").trim() === "") return `Input required and not supplied: ${name}`;
  }
  context.setOutput("cache-primary-key", inputs["key"] ?? "");
  context.setOutput("cache-matched-key", "");
  context.setOutput("cache-hit", "");
  if (isSet(inputs, "fail-on-cache-miss")) {
    return `Failed to restore cache entry. Exiting as fail-on-cache-miss is set. Input key: ${inputs["key"]}`;
  }
  context.print(`Cache not found for input keys: ${inputs["key"]}`);
  context.print(
    "turnpike run keeps nothing for this action; its own set-up and actions given by --map do have a cache.",
  );
  return undefined;
}

/** actions/cache, always a miss. */
export const cache: StandIn = { repository: "actions/cache", inputs: INPUTS, run: miss };

/** actions/cache/restore, always a miss. */
export const cacheRestore: StandIn = { repository: "actions/cache/restore", inputs: INPUTS, run: miss };

/** actions/cache/save, which keeps nothing. */
export const cacheSave: StandIn = {
  repository: "actions/cache/save",
  inputs: { ...harmless("path", "key", "upload-chunk-size"), enableCrossOsArchive: "false" },
  run(context) {
    context.print("turnpike run keeps nothing for this action; nothing was saved.");
    return Promise.resolve(undefined);
  },
};
