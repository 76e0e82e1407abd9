import { ActionsOidc } from "../../src/adapters/actions/oidc.ts";
import { MemoryOidc } from "../../src/adapters/memory/oidc.ts";
import { openJobEnvironment } from "./job-environment.ts";
import { oidcContract } from "./oidc.contract.ts";

const claims = { sub: "repo:acme/shop:ref:refs/heads/main" };

oidcContract("memory", async () => {
  const oidc = new MemoryOidc(claims);
  return {
    oidc,
    as(mode) {
      oidc.mode = mode;
      return oidc;
    },
    close: async () => undefined,
  };
});

oidcContract("core.getIDToken with the embedded issuer", async () => {
  const job = await openJobEnvironment();
  const env = job.services.oidcEnv({ jobId: "a", claims });
  const enter = (variables: Record<string, string>): ActionsOidc => {
    job.enter(variables);
    return new ActionsOidc(variables);
  };
  return {
    oidc: enter(env),
    as: (mode) => enter(mode === "missing" ? {} : { ...env, ACTIONS_ID_TOKEN_REQUEST_TOKEN: "wrong-token" }),
    close: () => job.close(),
  };
});
