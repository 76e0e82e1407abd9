import { parseReference, parseWorkflowFile, type WorkflowFile } from "../workflow/index.ts";
import { CALLER_MARK, type Lane } from "./caller.ts";
import type { Pin } from "./pin.ts";

/** A job that calls Turnpike. */
export interface TurnpikeCall {
  readonly jobId: string;
  readonly lane: Lane;
  readonly repository: string;
  readonly ref: string;
  /** 1-based line of the `uses:`. */
  readonly line: number;
}

const LANE = /^\.github\/workflows\/(pipeline|checks)\.ya?ml$/;

/**
 * @param workflow a workflow as it was read
 * @returns its jobs that call one of the two public workflows of a repository called `turnpike`
 */
export function turnpikeCalls(workflow: WorkflowFile): readonly TurnpikeCall[] {
  return workflow.jobs.flatMap(({ id, call }) => {
    const reference = call === undefined ? undefined : parseReference(call.uses);
    if (call === undefined || reference?.kind !== "repository") return [];
    const lane = LANE.exec(reference.path)?.[1];
    if (lane === undefined || !/\/turnpike$/i.test(reference.repository)) return [];
    return [
      {
        jobId: id,
        lane: lane === "checks" ? "checks" : "pipeline",
        repository: reference.repository,
        ref: reference.ref,
        line: call.token.line ?? 1,
      },
    ];
  });
}

/** What a file at the caller's place is. */
export type KnownCaller =
  /** `init` wrote it, and its pin is this one or a newer release. */
  | { readonly kind: "current"; readonly call: TurnpikeCall }
  /** `init` wrote it; `text` is the file with the new pin. */
  | { readonly kind: "outdated"; readonly call: TurnpikeCall; readonly text: string }
  /** Somebody wrote it and it calls Turnpike. */
  | { readonly kind: "by-hand"; readonly call: TurnpikeCall }
  | { readonly kind: "foreign" };

/** `# v1.2.3` behind a pin. */
function versionBehind(line: string): readonly number[] | undefined {
  const match = /#\s*v(\d+)\.(\d+)\.(\d+)\s*$/.exec(line);
  return match === null ? undefined : match.slice(1).map(Number);
}

function isNewer(have: readonly number[] | undefined, version: string | null): boolean {
  const offered = version === null ? undefined : versionBehind(`# ${version}`);
  if (have === undefined || offered === undefined) return false;
  for (const [index, part] of have.entries()) {
    const other = offered[index] ?? 0;
    if (part !== other) return part > other;
  }
  return false;
}

/** Changes the ref and the version behind it, and nothing else of the line. */
function withPin(line: string, pin: Pin): string {
  const remark = pin.version === null ? "" : ` # ${pin.version}`;
  return line.replace(/@[^\s#"']+(["']?)(?:\s+#\s*v?\d[\w.-]*)?(\s*)$/, `@${pin.sha}$1${remark}$2`);
}

/**
 * Tells what stands where `init` would write the caller.
 *
 * @param path of the file
 * @param text its content
 * @param pin the commit that a new caller would get
 */
export async function recognizeCaller(path: string, text: string, pin: Pin): Promise<KnownCaller> {
  const parsed = await parseWorkflowFile(path, text);
  const [call] = parsed.kind === "workflow" ? turnpikeCalls(parsed.workflow) : [];
  if (call === undefined) return { kind: "foreign" };
  const isOurs = text.startsWith(CALLER_MARK) && call.repository.toLowerCase() === pin.repository.toLowerCase();
  if (!isOurs) return { kind: "by-hand", call };
  const lines = text.split("\n");
  const line = lines[call.line - 1] ?? "";
  if (call.ref === pin.sha || isNewer(versionBehind(line.trimEnd()), pin.version)) return { kind: "current", call };
  const changed = withPin(line, pin);
  if (changed === line) return { kind: "by-hand", call };
  lines[call.line - 1] = changed;
  return { kind: "outdated", call, text: lines.join("\n") };
}
