import { choice, count, defineAction, duration, flag, json, list, path, secret, text } from "../../contract/index.ts";

/** `actions/gates`: all gates of the repository in parallel, one verdict. */
export const gatesContract = defineAction({
  name: "gates",
  title: "Turnpike: gates",
  description:
    "Runs the gates that the repository declares in parallel and gives one verdict, one page and annotations.",
  inputs: {
    config: path("The configuration file. `turnpike.yml` may be absent, another one may not.", {
      default: "turnpike.yml",
    }),
    "working-directory": path("The repository's root.", { default: "." }),
    only: list("Gates to run, by id. Empty: all."),
    jobs: count("How many cores to use. Empty: what the machine has."),
    "fail-fast": flag("Stop at the first required gate that fails.", { default: "false" }),
    "result-cache": flag(
      "Do not run a gate again whose inputs passed before. On releases, and for code with rights over others', every gate runs.",
      { default: "true" },
    ),
    "require-gates": flag("Fail when there is nothing to check.", { default: "false" }),
    "release-tags": list("Tags that are releases, as globs.", { default: "v*" }),
    summary: flag("Write the page into this job's summary.", { default: "true" }),
    "output-directory": path("Where verdict.json, details.json, reports and logs go.", { default: ".turnpike" }),
    "plan-runners": count(
      "Only plan: into how many runners the gates may be spread when they outgrow one. Nothing is run; the output `shares` says who runs what.",
    ),
    "fan-out-above": duration(
      "How long one runner may be expected to take before gates are spread. Empty: half of the budget.",
    ),
    share: json("Run this share alone: one entry of the output `shares` of the job that planned."),
    shares: json(
      "Join the results of these shares instead of running gates: the output `shares` of the job that planned.",
    ),
    "shares-directory": path("Where the artifacts of the shares lie, each in a folder `turnpike-share-<n>`.", {
      default: ".turnpike/shares-in",
    }),
    history: choice(
      "Where durations and tests of earlier runs are remembered. `auto`: the cache, else the artifact of the default branch's last run; `ref`: the ref `refs/turnpike/history` too.",
      ["auto", "ref", "off"],
      { default: "auto" },
    ),
    "keep-history": flag("Keep the history for later runs; `false` where a later job of the run does.", {
      default: "true",
    }),
    "github-token": secret("For the history: the artifact (`actions: read`) and the ref (`contents: write`).", {
      default: "${{ github.token }}",
    }),
    artifact: text("Keep what this step wrote as an artifact of this name. Empty: nothing is kept."),
  },
  outputs: {
    verdict: { description: "passed, failed, error, cancelled or nothing-to-check." },
    "exit-code": { description: "The exit code that the verdict stands for." },
    "verdict-file": { description: "Path of verdict.json." },
    "verdict-digest": { description: "SHA-256 of verdict.json." },
    "details-file": { description: "Path of details.json, which the page is made from." },
    release: { description: "true when this run is a release." },
    shares: {
      description: "With `plan-runners`: who runs what, as JSON for a matrix; empty when one runner is enough.",
    },
    failed: { description: "Ids of the gates that block, one a line." },
  },
  permissions: {
    contents: { level: "read", why: "read the repository; `write` for `history: ref`", optional: false },
    actions: {
      level: "read",
      why: "read the history from the last run's artifact when the cache has none",
      optional: true,
    },
  },
  onServiceError: "fail",
  branding: { icon: "check-circle", color: "purple" },
});
