import { defineAction, list, path, text } from "../../contract/index.ts";

/** `actions/build`: the repository's build command, and the digests of what it made. */
export const buildContract = defineAction({
  name: "build",
  title: "Turnpike: build",
  description:
    "Runs the repository's build command and writes the SHA-256 of everything it made into one subjects file.",
  inputs: {
    command: text(
      "The build command. Empty: `build` of turnpike.yml, else `uv build` for a Python project with a build system, else `npm pack`.",
    ),
    config: path("The configuration file. `turnpike.yml` may be absent, another one may not.", {
      default: "turnpike.yml",
    }),
    "working-directory": path("The folder of the project.", { default: "." }),
    artifacts: list("What was built, as globs below the working directory. Empty: dist/* for Python, *.tgz for npm."),
    output: path("The folder that built files and the subjects file are copied to.", { default: ".turnpike/build" }),
  },
  outputs: {
    "subjects-file": { description: "Path of the subjects file, in the format of sha256sum." },
    "subjects-digest": { description: "SHA-256 of the subjects file." },
    directory: { description: "The folder with the built files and the subjects file." },
    count: { description: "How many files were built." },
  },
  permissions: { contents: { level: "read", why: "read the repository", optional: false } },
  onServiceError: "fail",
  branding: { icon: "package", color: "purple" },
});
