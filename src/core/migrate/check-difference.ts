import type { CheckNames } from "./check-names.ts";

/** What happens to the names of checks. */
export interface CheckDifference {
  readonly gone: string[];
  readonly added: string[];
  readonly unknown: string[];
}

/**
 * @param checks names before and after
 * @returns which names go and come; names that only a run can tell and that go are in `unknown`
 */
export function differenceOf({
  before,
  after,
}: {
  readonly before: CheckNames;
  readonly after: CheckNames;
}): CheckDifference {
  return {
    gone: before.names.filter((name) => !after.names.includes(name)),
    added: after.names.filter((name) => !before.names.includes(name)),
    unknown: before.unknown.filter((name) => !after.unknown.includes(name)),
  };
}
