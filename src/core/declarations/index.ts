export type * from "./declaration.ts";
export { type Launcher, unwrapLaunchers } from "./launchers.ts";
export { selectFiles } from "./pre-commit/selection.ts";
export { choosePython, pythonWanted } from "./python-versions.ts";
export { callOf, readDeclarations, wantsDeclaration } from "./read-declarations.ts";
export { readRequirements } from "./requirements.ts";
export { readShell } from "./shell.ts";
export { SITE_PACKAGES } from "./tox/constants.ts";
export { checkOfAction, versionsOfAction } from "./workflow/index.ts";
