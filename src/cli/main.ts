import { COMMANDS } from "./commands.ts";
import { runProgram } from "./program.ts";

/** Replaced by the build with the version of package.json; not there when the sources are run. */
declare const __TURNPIKE_VERSION__: string | undefined;

const version = typeof __TURNPIKE_VERSION__ === "undefined" ? "0.0.0" : __TURNPIKE_VERSION__;

for (const stream of [process.stdout, process.stderr]) {
  // Whoever reads may have had enough, `turnpike plan | head`, or closed the terminal.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
  });
}

await runProgram(version, COMMANDS, process.argv);
