import { remembered } from "../documents/index.ts";
import { type ParsedWorkflow, parseWorkflowFile } from "../workflow/index.ts";

const parse = remembered((key): Promise<ParsedWorkflow> => {
  const at = key.indexOf("\0");
  return parseWorkflowFile(key.slice(0, at), key.slice(at + 1));
});

/**
 * What GitHub's parser makes of a workflow, each text once: a migration looks at the files as they are and as they would be,
 * again and again.
 *
 * @param file its path
 * @param text YAML
 */
export function parsedWorkflow(file: string, text: string): Promise<ParsedWorkflow> {
  return parse(`${file}\0${text}`);
}
