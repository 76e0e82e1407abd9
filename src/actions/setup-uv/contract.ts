import { choice, defineAction, list, path, secret, text } from "../../contract/index.ts";

/** `actions/setup-uv`: uv, Python and the project's environment, verified and cached. */
export const setupUvContract = defineAction({
  name: "setup-uv",
  title: "Turnpike: set up uv",
  description:
    "Installs a verified uv, the Python that the project asks for, and its locked environment, with a cache that pays.",
  inputs: {
    version: text(
      "The uv to install: exact (`0.13.8`), a PEP 440 specifier (`>=0.13,<0.14`) or `latest`. Empty: what uv.toml or pyproject.toml require, else one that is there, else the newest. `required-version` always holds.",
    ),
    "python-version": text("The Python to use. Empty: .python-version, else requires-python."),
    "working-directory": path("The folder of the project.", { default: "." }),
    config: path("The configuration file. `turnpike.yml` may be absent, another one may not.", {
      default: "turnpike.yml",
    }),
    sync: choice(
      "Whether to run `uv sync --locked` and `npm ci`. `auto`: where a lock file is there. `gates`: so too, and a `uv.lock` that does not match is left to the gate `lock` to tell. `build`: only what the build command needs. `true`: a Python project without a lock is an error.",
      ["auto", "true", "false", "build", "gates"],
      {
        default: "auto",
      },
    ),
    groups: list("Dependency groups to install besides the default ones and those that the gates need."),
    extras: list("Extras to install besides those that the gates need."),
    cache: choice(
      "Whether to restore and save the package cache. `auto`: on, but off on releases and on events of low trust.",
      ["auto", "true", "false"],
      { default: "auto" },
    ),
    "cache-suffix": text("Added to the cache key, to keep jobs with different needs apart."),
    checksum: text("SHA-256 of the uv wheel or release archive; nothing else is accepted when it is given."),
    "github-token": secret("For downloads from GitHub releases when no package index has uv.", {
      default: "${{ github.token }}",
    }),
  },
  outputs: {
    "uv-version": { description: "The uv that was installed." },
    "uv-path": { description: "Absolute path of the uv binary." },
    "uv-source": { description: "Where it came from: path, tool-cache, index or release." },
    "python-version": { description: "The Python of the environment." },
    "cache-hit": { description: "true, partial or false." },
    "cache-key": { description: "The key that was looked for." },
    synced: { description: "true when the environment was installed from the lock." },
    "setup-file": { description: "Path of setup.json, which the report reads." },
  },
  permissions: { contents: { level: "read", why: "read the lock and the project file", optional: false } },
  post: true,
  onServiceError: "fail",
  branding: { icon: "download", color: "purple" },
});
