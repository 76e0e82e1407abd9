// src/adapters/actions/inert.ts
/**
* Makes text harmless as a log line: the runner reads `::command::` at the start of a line and `##[command]` anywhere in it
* (actions/runner src/Runner.Common/ActionCommand.cs). A zero-width space breaks both and is not seen.
*
* @param text foreign text
* @returns text that no runner takes for a command
*/
function inert(text) {
	return text.replaceAll(/^(\s*):(?=:)/gm, "$1:​").replaceAll("##[", "##​[");
}

export { inert as t };