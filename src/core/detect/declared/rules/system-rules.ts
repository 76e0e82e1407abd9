import { LANGUAGE_RULES } from "./language-rules.ts";
import { fixer, gatesOf, row, type ToolRule, without, withWords } from "./rules.ts";

const gate = gatesOf("system");
const HELP = /^(?:--version|-v|-V|--help|-h|version|help)$/;

const CHECKS: readonly ToolRule[] = [
  gate("secrets", "gitleaks", { sub: /^(?:detect|dir|git|protect)$/ }, { cpu: 2 }),
  gate("secrets", /^(?:trufflehog|ggshield)$/, {}, { network: true, doubt: "it asks services" }),
  fixer(
    "codespell",
    "it rewrites files",
    { needs: /^(?:-w|--write-changes|-i)$/ },
    without(/^(?:-w|--write-changes)$/),
  ),
  gate("spelling", "codespell", { unless: HELP }, { exitCodes: null }),
  fixer("typos", "it rewrites files", { needs: /^(?:-w|--write-changes)$/ }, without(/^(?:-w|--write-changes)$/)),
  gate("spelling", "typos", { unless: HELP }, { exitCodes: { clean: [0], findings: [2] } }),
  gate("workflows", "zizmor", { unless: HELP }, { exitCodes: { clean: [0], findings: [11, 12, 13, 14] } }),
  gate("workflows", "actionlint", { unless: HELP }),
  gate(
    "lint",
    /^(?:yamllint|check-jsonschema|yamlfix-check|jsonlint|hadolint|shellcheck|sqlfluff-lint|checkmake|vale|proselint|reuse-lint|cmakelint|cpplint|clang-tidy|buildifier-lint|ansible-lint|cfn-lint|tflint|kube-linter|helm-lint|editorconfig-checker|ec)$/,
    { unless: HELP },
    { exitCodes: null },
  ),
  gate("lint", "taplo", { sub: /^(?:lint|check)$/ }),
  gate("format", "taplo", { needs: /^--check$/ }),
  fixer("taplo", "it rewrites files", {}, withWords(2, "--check")),
  gate("lint", "sqlfluff", { sub: /^lint$/ }),
  fixer("sqlfluff", "it rewrites files", { sub: /^(?:fix|format)$/ }),
  gate("licenses", "reuse", { sub: /^lint$/ }),
  gate("format", "shfmt", { needs: /^(?:-d|--diff|-l)$/, unless: /^-w$/ }),
  gate("format", "clang-format", { needs: /^(?:--dry-run|-n)$/ }),
  fixer(/^(?:shfmt|clang-format|buildifier|yamlfix|yamlfmt|terraform-fmt)$/, "it rewrites files", {}),
];

const LINKS: readonly ToolRule[] = [
  gate(
    "links",
    /^(?:lychee|markdown-link-check|linkinator|linkchecker|muffet|htmltest|blc)$/,
    { unless: HELP },
    { network: true, exitCodes: null, doubt: "it asks the sites that documents link to" },
  ),
];

/** With them `git tag` lists (git-scm.com/docs/git-tag). */
const GIT_TAG_READS = /^(?:-l|--list|--sort(?:=.*)?|--points-at|--contains|--merged|--no-merged|-n\d*|-v|--verify)$/;

/** Commands of gh that only ask (cli.github.com/manual). */
const GH_READS = /^(?:list|ls|view|download|verify(?:-asset)?|diff|checks|status|watch|clone|checkout|trusted-root)$/;
const GH_WRITES =
  /^(?:create|edit|delete|close|reopen|merge|comment|review|ready|upload|cancel|rerun|run|enable|disable|sync|set|rename|archive|fork|lock|unlock|pin|unpin|transfer|update-branch)$/;

const PUBLISH: readonly ToolRule[] = [
  row("git", { kind: "noise" }, { sub: /^tag$/, needs: GIT_TAG_READS }),
  row("git", { kind: "publish", what: "git push" }, { sub: /^(?:push|tag|commit|merge|rebase|send-email)$/ }),
  row(
    "git",
    { kind: "tree", what: "git" },
    { sub: /^(?:diff|status)$/, needs: /^(?:--exit-code|--quiet|-s|--porcelain.*)$/ },
  ),
  row("git", { kind: "machine", what: "git's configuration" }, { sub: /^config$/ }),
  row(
    "git",
    { kind: "tree", what: "git" },
    {
      sub: /^(?:checkout|switch|reset|restore|clean|stash|apply|am|cherry-pick|submodule|pull|mv|rm|add|clone|worktree|lfs)$/,
    },
  ),
  row("git", { kind: "noise" }),
  row(
    /^(?:docker|podman|buildah)$/,
    { kind: "publish", what: "docker push" },
    { sub: /^(?:push|login|tag|manifest)$/ },
  ),
  row(/^(?:docker|podman|buildah|docker-compose|buildx|skopeo)$/, { kind: "service", what: "docker" }),
  row("gh", { kind: "noise" }, { sub: /^(?:auth|status|search|browse|version)$/ }),
  row("gh", { kind: "noise" }, { needs: GH_READS, unless: GH_WRITES }),
  row("gh", { kind: "noise" }, { sub: /^api$/, unless: /^(?:-[XfF].*|--(?:method|field|raw-field|input)(?:=.*)?)$/ }),
  row("gh", { kind: "publish", what: "gh" }),
  row("cosign", { kind: "noise" }, { sub: /^(?:verify\S*|version|tree|triangulate|download)$/ }),
  row("kubectl", { kind: "noise" }, { sub: /^(?:get|describe|logs|wait|version|cluster-info|config|explain|top)$/ }),
  row(
    /^(?:aws|gcloud|az|kubectl|helm|terraform|ansible|ansible-playbook|heroku|flyctl|fly|doctl|pulumi|cdk|sam|serverless|scp|rsync|ssh|sftp|ftp|lftp|goreleaser|cosign|snapcraft|gsutil|hub|glab|twurl|rclone|butler)$/,
    { kind: "publish", what: "a deployment" },
  ),
  row(
    /^(?:apt|apt-get|brew|choco|yum|dnf|apk|pacman|snap|winget|add-apt-repository|dpkg|gem|sudo|su|systemctl|service|sysctl|locale-gen|update-alternatives|modprobe|mount|useradd|usermod|opam|ghcup|rosdep|cpanm|luarocks|setup-.*)$/,
    { kind: "machine", what: "system packages" },
  ),
  row(/^(?:curl|wget)$/, { kind: "machine", what: "a download" }),
  row(
    /^(?:redis-server|postgres|pg_ctl|mysqld|mongod|minio|rabbitmq-server|elasticsearch|xvfb|Xvfb|nginx|psql|createdb|mysql|redis-cli|initdb|pg_isready)$/,
    { kind: "service", what: "a service" },
  ),
  row(/^(?:hyperfine|ab|wrk|perf|valgrind|k6|locust|bencher)$/, { kind: "benchmark" }),
];

const SHELL: readonly ToolRule[] = [
  row(
    /^(?:echo|printf|true|:|ls|pwd|date|env|printenv|which|type|whoami|uname|cat|head|tail|wc|df|du|free|lscpu|nproc|id|hostname|tree|file|stat|sleep|set|shopt|test|\[|\[\[|exit|clear|hash|ulimit|umask|trap|lsb_release|sw_vers|sysinfo|tput|command|jq|yq|sccache|ccache|sha256sum|md5sum|wait|sort|uniq|read|return|getconf|ldd|otool|nm|locale)$/,
    { kind: "noise" },
  ),
  row("mise", { kind: "noise" }, { sub: /^(?!(?:run|r|tasks?|t)$)/ }),
  row(/^(?:export|source|\.|cd|pushd|popd|alias|unset|deactivate|activate|eval|pyenv|asdf|direnv)$/, {
    kind: "noise",
  }),
  row(/^(?:mkdir|touch|chmod)$/, { kind: "noise" }),
  row("rm", { kind: "noise" }),
  // What only reads: a redirection, or an option that writes, makes it another thing.
  row(
    /^(?:e?grep|fgrep|rg|basename|dirname|realpath|readlink|seq|expr|cut|tr|tac|column|comm|paste|xxd|base64|ps|pgrep|lsof|getent)$/,
    { kind: "noise" },
    { unless: />/ },
  ),
  row("find", { kind: "noise" }, { unless: /^-(?:delete|exec|execdir|ok|okdir|fprint.*|fls)$|>/ }),
  row(/^(?:sed|awk|gawk|perl)$/, { kind: "noise" }, { unless: /^(?:-[a-zA-Z]*i.*|--in-place.*)$|>/ }),
  row(
    /^(?:cp|mv|sed|perl|awk|gawk|ln|tee|patch|unzip|tar|zip|gunzip|gzip|dos2unix|find|xargs|grep|rename|install|truncate|dd)$/,
    { kind: "tree", what: "files" },
  ),
  row(/^(?:codecov|codecov-cli|codecovcli|sigstore|upload-coverage|bash-coverage|coveralls|sonar-scanner)$/, {
    kind: "report",
  }),
  row(
    /^(?:cmake|ninja|meson|gcc|g\+\+|clang|cc|protoc|buf-generate|flatc|bison|flex|cython|cythonize|f2py|autoreconf|autoconf|automake|\.\/configure|\.\/autogen\.sh|configure|swig|bazel|buck|scons|nmake)$/,
    { kind: "build", what: "native code" },
  ),
];

/** What programs of no one language are for. The first row that fits counts. */
export const SYSTEM_RULES: readonly ToolRule[] = [...CHECKS, ...LINKS, ...LANGUAGE_RULES, ...PUBLISH, ...SHELL];
