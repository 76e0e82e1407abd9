export type * from "./declaration.ts";
export { type Launcher, type Unwrapped, unwrapLaunchers } from "./launchers.ts";
export { type SelectedFiles, selectFiles } from "./pre-commit/selection.ts";
export { choosePython, type PythonWanted, type PythonWish, pythonWanted } from "./python-versions.ts";
export { callOf, readDeclarations, wantsDeclaration } from "./read-declarations.ts";
export { type Requirement, type RequirementsFile, readRequirements } from "./requirements.ts";
export { readShell, type ShellCommand, type ShellSurroundings, type ShellText } from "./shell.ts";
