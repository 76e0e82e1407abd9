import { defineAction, flag, path, secret, text } from "../../contract/index.ts";

/** `actions/report`: the verdict as a check run and as one comment. */
export const reportContract = defineAction({
  name: "report",
  title: "Turnpike: report",
  description:
    "Shows the verdict as a check run of the commit and as one comment of the pull request, each when asked for.",
  inputs: {
    "check-run": flag("Make a check run of the commit, or update it.", { default: "false" }),
    comment: flag("Write one comment to the pull request, or update it in place.", { default: "false" }),
    name: text("Name of the check run; the comment of another name is another comment.", { default: "Turnpike" }),
    "report-file": path("report.json, which the gates and verdict actions write.", {
      default: ".turnpike/report.json",
    }),
    "github-token": secret("For check run and comment.", { default: "${{ github.token }}" }),
  },
  outputs: {
    "check-run-url": { description: "Where the check run is; empty when there is none." },
    "comment-url": { description: "Where the comment is; empty when there is none." },
  },
  permissions: {
    checks: { level: "write", why: "make the check run", optional: true },
    "pull-requests": { level: "write", why: "write the comment", optional: true },
  },
  onServiceError: "warn",
  branding: { icon: "message-square", color: "purple" },
});
