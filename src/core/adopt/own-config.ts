import type { Gate, Plan } from "../gates/index.ts";
import type { Change } from "./change.ts";
import { remark, scalar } from "./plain-scalar.ts";

/** What a person accepted. */
export interface ConfigChoices {
  /** Ids of suggested gates to switch on. */
  readonly gates: readonly string[];
  /** Command that builds what a release publishes. */
  readonly build: string | null;
}

const CONFIG_FILE = "turnpike.yml";
const MOST_REMARK = 100;

/** Why a suggestion is there, short enough for a comment. */
function reasonOf(gate: Gate): string {
  const why = gate.why
    .replace(/^.*only suggested, because /s, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const short = why.length > MOST_REMARK ? `${why.slice(0, MOST_REMARK - 1)}…` : why;
  return `by ${gate.source.file}; only suggested, because ${short}`;
}

function commandOf(gate: Gate): string {
  return (gate.reproduce.split("\n")[0] ?? "").slice(0, MOST_REMARK);
}

function gateLines(gate: Gate): readonly string[] {
  return [`  #${remark(reasonOf(gate)).slice(2)}`, `  ${scalar(gate.id)}: {}${remark(commandOf(gate))}`];
}

/**
 * turnpike.yml for what detection could not know by itself.
 *
 * @param plan what was detected without it
 * @param choices what a person accepted
 * @param repository `owner/name` of Turnpike, for the address of the schema
 * @returns null when nothing was accepted: the file is optional, and without it what is declared runs
 */
export function proposeConfig(plan: Plan, choices: ConfigChoices, repository: string): Change | null {
  const accepted = plan.suggestions.map(({ gate }) => gate).filter(({ id }) => choices.gates.includes(id));
  if (accepted.length === 0 && choices.build === null) return null;
  const schema = `https://raw.githubusercontent.com/${repository}/main/docs/schema/turnpike.schema.json`;
  const lines = [
    `# yaml-language-server: $schema=${schema}`,
    "# Only what the repository does not say by itself; `turnpike plan` shows everything that runs, and why.",
    ...(choices.build === null ? [] : [`build: ${scalar(choices.build)} # makes what a release publishes`]),
    ...(accepted.length === 0 ? [] : ["gates:", ...accepted.flatMap(gateLines)]),
  ];
  return {
    path: CONFIG_FILE,
    before: null,
    after: `${lines.join("\n")}\n`,
    why: "says what detection could not know",
  };
}
