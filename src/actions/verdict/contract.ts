import { choice, defineAction, flag, json, path, secret, text } from "../../contract/index.ts";

/** `actions/verdict`: the last word of a run, and its page. */
export const verdictContract = defineAction({
  name: "verdict",
  title: "Turnpike: verdict",
  description:
    "Joins the verdict of the gates with the results of all jobs, writes the summary page and sets the exit code.",
  inputs: {
    needs: json(
      "The expression `toJSON(needs)` of the job that runs this; the job that ran the gates is called `check`. Empty: the gates alone decide.",
    ),
    directory: path(
      "The folder with what the other jobs left: check/ (verdict.json, details.json, setup.json, sbom/), build/, sbom/ and attestations/.",
      { default: ".turnpike/parts" },
    ),
    "verdict-digest": text("SHA-256 that verdict.json must have; comes from the check job's output."),
    "require-gates": flag("Fail when there is nothing to check.", { default: "false" }),
    summary: flag("Write the page into this job's summary.", { default: "true" }),
    history: choice(
      "Keep what the run came to, and the history that the check job used, for later runs; see the gates action.",
      ["auto", "ref", "off"],
      { default: "off" },
    ),
    "github-token": secret("For the history.", { default: "${{ github.token }}" }),
    "output-directory": path("Where the joined verdict.json and page.md go.", { default: ".turnpike" }),
  },
  outputs: {
    verdict: { description: "passed, failed, error, cancelled or nothing-to-check." },
    "exit-code": { description: "The exit code that the verdict stands for." },
    "verdict-file": { description: "Path of the joined verdict.json." },
    "page-file": { description: "Path of page.md." },
  },
  permissions: {
    contents: { level: "write", why: "write the ref of `history: ref`", optional: true },
  },
  onServiceError: "warn",
  branding: { icon: "flag", color: "purple" },
});
