import type { Gate } from "../../../core/gates/index.ts";
import type { GatePorts } from "../gate-ports.ts";
import { type GateToolchains, NO_TOOLCHAINS } from "./gate-toolchains.ts";

/**
 * Looks for the toolchains that gates ask for. Where none does, nothing is looked at and nothing loaded.
 *
 * @param gates the gates that may run
 * @param ports the world
 */
export async function findToolchains(
  gates: readonly Gate[],
  ports: Pick<GatePorts, "env" | "toolchains">,
): Promise<GateToolchains> {
  if (ports.toolchains === undefined || gates.every((gate) => gate.toolchains === undefined)) return NO_TOOLCHAINS;
  const [{ chooseToolchains }, toolchains] = await Promise.all([import("./choose.ts"), ports.toolchains()]);
  return chooseToolchains(gates, { toolchains, env: ports.env });
}
