/**
 * Labels of hosted runners that this machine cannot stand in for (docs.github.com, Choosing the runner for a job).
 * Labels of Linux are taken on every system: what asks for them mostly runs on a developer's machine too.
 */
const SYSTEMS: readonly (readonly [RegExp, NodeJS.Platform, string])[] = [
  [/^windows(-|$)/i, "win32", "Windows"],
  [/^macos(-|$)/i, "darwin", "macOS"],
];

/**
 * A job runs on this machine whatever its labels say, but not when they ask for another system.
 *
 * @param labels labels of `runs-on`
 * @param platform this machine's
 * @returns what is wrong, or undefined
 */
export function foreignSystem(labels: readonly string[], platform: NodeJS.Platform): string | undefined {
  for (const label of labels) {
    const system = SYSTEMS.find(([pattern]) => pattern.test(label));
    if (system !== undefined && system[1] !== platform) {
      return `runs-on asks for ${label}, and this machine is no ${system[2]}. Run the job on GitHub, or choose others with --job.`;
    }
  }
  return undefined;
}
