import type { DeclarationReader } from "./declaration.ts";
import { hatchReader } from "./hatch/reader.ts";
import { invokeReader } from "./invoke/reader.ts";
import { justReader } from "./just/index.ts";
import { makeReader } from "./make/index.ts";
import { noxReader } from "./nox/reader.ts";
import { preCommitReader } from "./pre-commit/reader.ts";
import { poeReader } from "./python-tasks/poe.ts";
import { pdmReader, pipenvReader, ryeReader, taskipyReader } from "./python-tasks/scripts.ts";
import { scriptsReader } from "./scripts/index.ts";
import { shellReader } from "./shell-scripts/index.ts";
import { miseReader } from "./task-files/mise-reader.ts";
import { taskfileReader } from "./task-files/taskfile-reader.ts";
import { toxReader } from "./tox/reader.ts";
import { workflowReader } from "./workflow/index.ts";

/** Every system that declarations are read from, in order of how much they say of what a repository checks. */
export const READERS: readonly DeclarationReader[] = [
  workflowReader,
  makeReader,
  justReader,
  taskfileReader,
  miseReader,
  scriptsReader,
  shellReader,
  toxReader,
  noxReader,
  hatchReader,
  pdmReader,
  poeReader,
  taskipyReader,
  ryeReader,
  pipenvReader,
  invokeReader,
  preCommitReader,
];
