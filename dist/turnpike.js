import * as nodeModule from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

// src/cli/start.ts
/**
* Node keeps compiled code between runs, which halves the time until the first gate starts. It goes into the user's own
* cache folder: in a shared one, somebody else could leave code to be run. `NODE_DISABLE_COMPILE_CACHE=1` turns it off.
*/
function keepCompiledCode() {
	const cacheHome = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
	nodeModule.enableCompileCache?.(join(cacheHome, "turnpike", "compiled"));
}
keepCompiledCode();
await import("./shared/main.js");

export {  };