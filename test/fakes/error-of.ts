import { TurnpikeError } from "../../src/errors.ts";

/**
 * @param work what must fail
 * @returns the TurnpikeError that it fails with; anything else fails the test
 */
export async function errorOf(work: Promise<unknown>): Promise<TurnpikeError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TurnpikeError)) throw new Error(`expected a TurnpikeError, got ${String(error)}`);
  return error;
}
