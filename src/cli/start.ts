import * as nodeModule from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Node keeps compiled code between runs, which halves the time until the first gate starts. It goes into the user's own
 * cache folder: in a shared one, somebody else could leave code to be run. `NODE_DISABLE_COMPILE_CACHE=1` turns it off.
 */
function keepCompiledCode(): void {
  const cacheHome = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  // Node 20 does not have it, and a folder that cannot be written is no reason to fail.
  nodeModule.enableCompileCache?.(join(cacheHome, "turnpike", "compiled"));
}

keepCompiledCode();
// Only what is imported after this is kept, so everything else stands there.
await import("./main.ts");
