import { isAbsolute, join, normalize } from "node:path/posix";

// src/core/uv/project-folder.ts
/**
* The folder that an input names, which must be inside the checkout.
*
* @param workspace absolute top of the checkout
* @param given relative to it, or absolute
* @returns the absolute folder without a slash at its end, or undefined when it leads out
*/
function projectFolder(workspace, given) {
	const top = normalize(workspace).replace(/\/+$/, "");
	const folder = (isAbsolute(given) ? normalize(given) : join(top, given)).replace(/\/+$/, "");
	return folder === top || folder.startsWith(`${top}/`) ? folder : void 0;
}

export { projectFolder as t };