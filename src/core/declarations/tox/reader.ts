import type { DeclarationReader } from "../declaration.ts";
import { toxCall } from "./call.ts";
import { environmentEntries } from "./entries.ts";
import { findToxConfigs, toxWants } from "./find-config.ts";

/** Reads tox 4's settings in each of their four homes (tox.wiki, "Configuration"). */
export const toxReader: DeclarationReader = {
  system: "tox",
  wants: toxWants,
  read: (source) => {
    const { configs, unread } = findToxConfigs(source);
    return { entries: configs.flatMap(environmentEntries), unread };
  },
  callOf: toxCall,
};
