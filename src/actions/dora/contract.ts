import { choice, defineAction, json, list, path, secret, text } from "../../contract/index.ts";

/** `actions/dora`: delivery events that are never lost. */
export const doraContract = defineAction({
  name: "dora",
  title: "Turnpike: delivery events",
  description:
    "Records the run, its tests, artifacts and deployments as CDEvents, spools them, and delivers them to a sink when one is named.",
  inputs: {
    needs: json("The expression `toJSON(needs)` of the job that runs this."),
    directory: path("The folder with what the other jobs left (see the verdict action).", {
      default: ".turnpike/parts",
    }),
    "verdict-file": path("The joined verdict.json.", { default: ".turnpike/verdict.json" }),
    service: text("The service's name. Empty: the repository's name."),
    environment: text("The environment that a release is deployed to. Empty: no deployment event is made."),
    "release-tags": list("Tags that are releases, as globs.", { default: "v*" }),
    "sink-url": text("Where events are sent as CloudEvents over HTTP. Empty: they stay in the spool."),
    "sink-token": secret("Bearer token for the sink."),
    "cdevents-version": choice("The CDEvents version.", ["0.5.1", "0.4.1"], { default: "0.5.1" }),
    spool: path("The folder of events that are not delivered yet.", { default: ".turnpike/spool" }),
    output: path("Where this run's events are written, one a line.", { default: ".turnpike/events.ndjson" }),
    "github-token": secret("To read the times of this run's jobs; used where `actions: read` is granted.", {
      default: "${{ github.token }}",
    }),
  },
  outputs: {
    "events-file": { description: "Path of events.ndjson with this run's events." },
    events: { description: "How many events this run made." },
    delivered: { description: "How many were delivered now, older spooled ones included." },
    spooled: { description: "How many wait in the spool." },
  },
  permissions: {
    contents: { level: "read", why: "read the commits of a release for lead time", optional: false },
    actions: { level: "read", why: "read the times of this run's jobs", optional: true },
  },
  onServiceError: "warn",
  branding: { icon: "activity", color: "purple" },
});
