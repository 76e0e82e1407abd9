import { type Finding, found, NOT_APPLICABLE } from "../../../core/doctor/index.ts";
import { type Gate, toolchainKey } from "../../../core/gates/index.ts";
import {
  chooseToolchain,
  howToGet,
  LANGUAGE_NAMES,
  type ToolchainChoice,
  type ToolchainWish,
  wishText,
} from "../../../core/toolchains/index.ts";
import type { Check, Scene } from "../scene.ts";

interface Asked {
  readonly wish: ToolchainWish;
  readonly gates: readonly Gate[];
}

/** Each toolchain that gates ask for, with those that do. */
function askedFor(scene: Scene): readonly Asked[] {
  if (scene.plan.kind === "invalid") return [];
  const asked = new Map<string, Asked>();
  for (const gate of scene.plan.planned.plan.gates) {
    for (const wish of gate.toolchains ?? []) {
      const key = toolchainKey(wish);
      asked.set(key, { wish, gates: [...(asked.get(key)?.gates ?? []), gate] });
    }
  }
  return [...asked.values()];
}

function whyOf({ gates, wish }: Asked, { toolchain }: ToolchainChoice): string {
  const names = gates.slice(0, 3).map(({ id }) => id);
  const more = gates.length > names.length ? ` and ${gates.length - names.length} more` : "";
  const run = gates.length === 1 ? "runs" : "run";
  if (toolchain === undefined)
    return `${names.join(", ")}${more} cannot run without a ${LANGUAGE_NAMES[wish.language]}.`;
  return `${names.join(", ")}${more} ${run} on ${toolchain.version} of ${toolchain.origin}; a red there may come of that.`;
}

async function judge({ toolchains }: Scene, asked: Asked): Promise<Finding | string> {
  const { wish } = asked;
  const { language } = wish;
  const [installed, onPath] = await Promise.all([toolchains.installed(language), toolchains.onPath(language)]);
  const choice = chooseToolchain(wish, { installed, onPath });
  if (choice.kind === "on-path" || choice.kind === "found") {
    return `${LANGUAGE_NAMES[language]} ${choice.toolchain.version}`;
  }
  return {
    severity: choice.toolchain === undefined ? "error" : "warning",
    message: `${wishText(wish)} is not on this machine`,
    where: wish.source,
    why: whyOf(asked, choice),
    mend: howToGet(wish, await toolchains.managers(language)),
  };
}

/** The Node, Java, Go and Rust that gates ask for. */
export const toolchainsCheck: Check = {
  id: "toolchains",
  section: "machine",
  async examine(scene) {
    const judged = await Promise.all(askedFor(scene).map((asked) => judge(scene, asked)));
    if (judged.length === 0) return NOT_APPLICABLE;
    const there = [...new Set(judged.filter((one) => typeof one === "string"))];
    return found(
      judged.filter((one) => typeof one !== "string"),
      `${there.join(", ")} for the gates that ask for ${there.length === 1 ? "it" : "them"}`,
    );
  },
};
