import { ActionsArtifacts } from "../../adapters/actions/artifacts.ts";
import { readRunContext } from "../../adapters/actions/context.ts";
import { ActionsGitHub } from "../../adapters/actions/github.ts";
import { keepArtifact } from "../../adapters/actions/keep-artifact.ts";
import { actionsLog } from "../../adapters/actions/log.ts";
import { ActionsOidc } from "../../adapters/actions/oidc.ts";
import { stepSummary } from "../../adapters/actions/page.ts";
import { runAction } from "../../adapters/actions/run-action.ts";
import { systemClock } from "../../adapters/node/clock.ts";
import { definedVariables } from "../../adapters/node/environment.ts";
import { NodeFiles } from "../../adapters/node/files.ts";
import { nodeHttp } from "../../adapters/node/http.ts";
import { NodeProcesses } from "../../adapters/node/processes.ts";
import { sigstore } from "../../adapters/sigstore/index.ts";
import { TRUST_CONFIG_VARIABLE } from "../../core/provenance/index.ts";
import { provenanceContract } from "./contract.ts";
import { provenance } from "./run.ts";

await runAction(provenanceContract, async (inputs) => {
  const env = definedVariables(process.env);
  const context = readRunContext(env);
  const fromEnvironment = env[TRUST_CONFIG_VARIABLE];
  if (inputs.trustConfig === undefined && fromEnvironment !== undefined) {
    actionsLog.info(`The trust configuration comes from the variable ${TRUST_CONFIG_VARIABLE}.`);
  }
  const files = new NodeFiles(context.workspace);
  const outputs = await provenance(
    { ...inputs, trustConfig: inputs.trustConfig ?? fromEnvironment },
    {
      files,
      oidc: new ActionsOidc(env),
      sigstore: sigstore({ http: nodeHttp, clock: systemClock, processes: new NodeProcesses(), env }),
      clock: systemClock,
      log: actionsLog,
      github: new ActionsGitHub(inputs.githubToken ?? "", context),
      page: stepSummary(env),
      serverUrl: context.serverUrl,
    },
  );
  const artifacts = new ActionsArtifacts(env, actionsLog);
  await keepArtifact({ artifacts, files, log: actionsLog }, { name: inputs.artifact, folder: inputs.output });
  return { outputs };
});
