import type { Checked } from "../../actions/gates/check-repository.ts";
import type { GateEvent, StopRequest } from "../../actions/gates/gate-ports.ts";
import type { LockCounts } from "../../actions/sbom/count-locks.ts";
import type { PrivateCopy } from "../../adapters/node/private-copy/index.ts";
import type { Planned } from "../../core/detect/index.ts";
import type { Proof, SetUpOutcome, Trial } from "../../core/first-run/index.ts";
import type { Environment } from "../../core/gates/index.ts";

/** What is asked of a try. */
export interface TryRequest {
  /** As it was given. */
  readonly dir: string;
  /** turnpike.yml, relative to the folder. */
  readonly config: string;
  /** Run the repository's own commands beside ours: none, those of red gates, or all of them after their own set-up. */
  readonly prove: "none" | "red" | "all";
  /** Cores to use; undefined: what the machine has. */
  readonly jobs: number | undefined;
  /** Leave the copy where it is. */
  readonly keep: boolean;
}

/** What became of one environment. */
export interface SetUpResult extends SetUpOutcome {
  readonly environment: Environment;
}

/** What a try came to. */
export interface TryResult extends Omit<Trial, "exitCode"> {
  readonly planned: Planned;
  readonly copy: PrivateCopy;
  readonly setUp: readonly SetUpResult[];
  readonly checked: Checked;
  readonly sbom: LockCounts | null;
}

/** What a try tells whoever watches, in order. */
export type TryEvent =
  | { readonly kind: "began"; readonly name: string; readonly ref: string | null }
  | { readonly kind: "copying"; readonly files: number }
  | { readonly kind: "copied"; readonly copy: PrivateCopy; readonly tookMs: number }
  | { readonly kind: "planned"; readonly planned: Planned }
  | { readonly kind: "gate"; readonly event: GateEvent }
  | { readonly kind: "gates-ended" }
  | { readonly kind: "proving"; readonly label: string; readonly line: string }
  | { readonly kind: "proved"; readonly proof: Proof };

/** Takes events in order; must not throw. */
export type TryListener = (event: TryEvent) => void;

/** Who watches, and who may stop it. */
export interface TryWatch {
  readonly listener: TryListener;
  readonly stop: StopRequest;
}
