import { defineAction, list, path } from "../../contract/index.ts";

/** `actions/verify`: artifacts against bundles and a policy, offline. */
export const verifyContract = defineAction({
  name: "verify",
  title: "Turnpike: verify",
  description: "Verifies artifacts against Sigstore bundles and a policy, without a login and without a network.",
  inputs: {
    artifacts: list("Files to verify, as paths or globs."),
    bundles: list("Bundles, as paths, globs or folders."),
    policy: path("The policy: who must have signed what (docs/policy.md).", { default: ".github/turnpike/policy.yml" }),
    "trusted-root": path(
      "A trusted root. Empty: the file that the policy names, beside it; else the public good instance's, which comes with this action.",
    ),
  },
  outputs: {
    verified: { description: "true when every artifact has every statement that the policy asks for." },
    statements: { description: "How many statements were accepted." },
  },
  permissions: {},
  onServiceError: "fail",
  branding: { icon: "check", color: "purple" },
});
