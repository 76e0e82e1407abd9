import type { DeclarationReader } from "../declaration.ts";
import { scriptCall } from "./call.ts";
import { ScriptReader } from "./entries.ts";
import { isPackageFile, readPackages } from "./packages.ts";

const MAX_BYTES = 1024 * 1024;

/** Reads the scripts of package.json files, of the root and of further packages. */
export const scriptsReader: DeclarationReader = {
  system: "scripts",
  wants: (path) => (isPackageFile(path) ? MAX_BYTES : undefined),
  read: (source) => {
    const { packages, unread } = readPackages(source);
    const reader = new ScriptReader(packages);
    const entries = reader.entries();
    return { entries, unread: [...unread, ...reader.unread] };
  },
  callOf: scriptCall,
};
