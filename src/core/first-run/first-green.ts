import { z } from "zod";

/** Commands that begin with a repository. */
export type BeginsWith = "try" | "init";

/** Commands whose passing run ends the wait. */
export type GreenBy = "try" | "run" | "gates";

/** first-green.json, schema `turnpike/first-green/1`: kept on this machine, one a repository. */
const firstGreenSchema = z.object({
  schema: z.literal("turnpike/first-green/1"),
  begunAt: z.iso.datetime().describe("The first `turnpike try` or `turnpike init`, UTC."),
  begunBy: z.enum(["try", "init"]),
  greenAt: z.iso.datetime().nullable().describe("End of the first passing run after it, UTC; null until there is one."),
  greenBy: z.enum(["try", "run", "gates"]).nullable(),
});
export type FirstGreen = z.infer<typeof firstGreenSchema>;

/**
 * @param text what was kept; undefined when nothing was
 * @returns the record; undefined for what is no such record, which counts as never begun
 */
export function parseFirstGreen(text: string | undefined): FirstGreen | undefined {
  if (text === undefined) return undefined;
  try {
    return firstGreenSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * The first begin counts; later ones change nothing.
 *
 * @param known what was kept
 * @param begin the command, and when it was started
 */
export function begun(
  known: FirstGreen | undefined,
  begin: { readonly by: BeginsWith; readonly at: Date },
): FirstGreen {
  if (known !== undefined) return known;
  const none = { greenAt: null, greenBy: null };
  return { schema: "turnpike/first-green/1", begunAt: begin.at.toISOString(), begunBy: begin.by, ...none };
}

/** A repository's first passing run. */
export interface Arrival {
  readonly record: FirstGreen;
  /** From the first begin to now, in ms; 0 when the clock went back. */
  readonly tookMs: number;
}

/**
 * @param known what was kept
 * @param green a passing run that ends now
 * @returns the first green; undefined when there was one before, or nobody began
 */
export function arrived(
  known: FirstGreen | undefined,
  green: { readonly by: GreenBy; readonly at: Date },
): Arrival | undefined {
  if (known === undefined || known.greenAt !== null) return undefined;
  const record = { ...known, greenAt: green.at.toISOString(), greenBy: green.by };
  return { record, tookMs: Math.max(0, green.at.getTime() - Date.parse(known.begunAt)) };
}
