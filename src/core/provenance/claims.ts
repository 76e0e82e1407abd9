import { z } from "zod";
import { TurnpikeError } from "../../errors.ts";

/** The claims of a GitHub identity token that statements are made from; all are texts, ids too (docs.github.com, "OpenID Connect reference"). */
const claimsSchema = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  ref: z.string().min(1),
  sha: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
  repository: z.string().min(1),
  repository_id: z.string().min(1),
  repository_owner_id: z.string().min(1),
  event_name: z.string().min(1),
  job_workflow_ref: z.string().min(1),
  job_workflow_sha: z.string().optional(),
  workflow_ref: z.string().min(1),
  runner_environment: z.string().min(1),
  run_id: z.string().min(1),
  run_attempt: z.string().min(1),
  repository_visibility: z.string().optional(),
});

/** What the platform says of a job. */
export type Claims = z.infer<typeof claimsSchema>;

function payloadOf(token: string): unknown {
  try {
    const [, payload = ""] = token.split(".");
    return JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Reads the claims of a token without checking its signature: the certification authority does that, and what is signed is
 * compared with the certificate afterwards.
 *
 * @param token a JWT; no part of it gets into an error
 * @returns the claims
 * @throws TurnpikeError `OIDC_REFUSED` with the names of claims that are missing or wrong
 */
export function readClaims(token: string): Claims {
  const payload = payloadOf(token);
  const parsed = claimsSchema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))].filter((name) => name !== "");
  const what = names.length === 0 ? "is not a JSON Web Token" : `lacks, or has in another form, ${names.join(", ")}`;
  throw new TurnpikeError("OIDC_REFUSED", "service", `The identity token ${what}; a GitHub Actions token is needed.`);
}
