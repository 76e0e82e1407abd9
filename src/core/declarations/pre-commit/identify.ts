/** Extensions by tag, those that people filter by (the library `identify` 2.6, extensions.py). */
const EXTENSIONS: Readonly<Record<string, string>> = {
  asciidoc: "adoc asciidoc",
  astro: "astro",
  bash: "bash bats",
  batch: "bat cmd",
  c: "c h",
  "c#": "cs csx",
  "c++": "c++ c++m cc ccm cpp cppm cxx cxxm h hh hpp hxx inl ino ipp ixx mm tpp",
  cmake: "cmake",
  css: "css",
  csv: "csv",
  cuda: "cu cuh",
  cython: "pxd pxi pyx",
  dart: "dart",
  dotenv: "env",
  fish: "fish",
  go: "go",
  graphql: "graphql",
  hcl: "hcl",
  html: "htm html xhtml",
  ini: "ini lektorproject txsprofile",
  java: "java",
  javascript: "cjs js mjs",
  jinja: "j2 jinja jinja2",
  json: "ejson geojson ipynb json jsonld piskel xctestplan",
  json5: "json5",
  jsonnet: "jsonnet libsonnet",
  jsx: "jsx",
  julia: "jl",
  jupyter: "ipynb",
  kotlin: "kt kts",
  less: "less",
  lua: "lua",
  makefile: "make mk",
  markdown: "markdown md",
  mdx: "mdx",
  metal: "metal",
  nix: "nix",
  "objective-c": "m",
  perl: "pl pm",
  php: "php php4 php5 phtml",
  "plain-text": "txt",
  powershell: "ps1 psd1 psm1",
  proto: "proto",
  pyi: "pyi",
  python: "gyp gypi py pyt pyw tac wsgi",
  rst: "rst",
  ruby: "gemspec jbuilder rake rb",
  rust: "rs",
  sass: "sass",
  scala: "sbt sc scala",
  scss: "scss",
  shell: "bash bats csh sh zsh",
  sql: "sql",
  svelte: "svelte",
  svg: "svg",
  swift: "swift",
  terraform: "tf tfvars",
  tex: "sty tex",
  textproto: "textproto txtpb",
  toml: "toml",
  ts: "ts",
  tsx: "tsx",
  twig: "twig",
  vue: "vue",
  xml: "csproj fsproj gpx inx kml lpi mscx pom props pyproj resx rng slnx svg targets urdf vbproj vcxproj wixproj wsdl wxi wxl wxs xacro xaml xcscheme xcworkspacedata xhtml xlf xliff xml xsd xsl xslt yin zcml",
  yaml: "eyaml yaml yamlld yml",
  zsh: "zsh",
};

/** Whole names, or parts of a name between dots, by tag. */
const NAMES: Readonly<Record<string, string>> = {
  bash: ".bash_aliases .bash_profile .bashrc .envrc PKGBUILD direnvrc",
  cmake: "CMakeLists.txt",
  dockerfile: "Containerfile Dockerfile",
  editorconfig: ".editorconfig",
  gitattributes: ".gitattributes",
  gitignore: ".gitignore .prettierignore",
  gitmodules: ".gitmodules",
  "go-mod": "go.mod",
  "go-sum": "go.sum",
  groovy: "Jenkinsfile",
  ini: ".codespellrc .coveragerc .flake8 .gitconfig .gitlint .hgrc .isort.cfg .pypirc .rstcheck.cfg .sqlfluff pylintrc setup.cfg",
  json: ".babelrc .bowerrc .csslintrc .jshintrc .mention-bot Pipfile.lock",
  makefile: "GNUmakefile Makefile makefile",
  meson: "meson.build meson.options meson_options.txt",
  "plain-text": "AUTHORS CHANGELOG CONTRIBUTING COPYING LICENSE MAINTAINERS NEWS NOTICE PATENTS README",
  pyproject: "pyproject.toml",
  python: ".pdbrc wscript",
  ruby: "Brewfile Fastfile Gemfile Rakefile Vagrantfile config.ru",
  shell:
    ".bash_aliases .bash_profile .bashrc .cshrc .envrc .profile .zlogin .zlogout .zprofile .zshenv .zshrc PKGBUILD direnvrc",
  toml: "Cargo.lock Cargo.toml Pipfile poetry.lock pyproject.toml uv.lock",
  xml: "pom.xml",
  yaml: ".ansible-lint .clang-format .clang-tidy .salt-lint .yamllint",
  zsh: ".zlogin .zlogout .zprofile .zshenv .zshrc",
};

const BINARY = new Set(
  "ai asar avif bmp bz2 bz3 dll ear eot eps exe fits ggb gif gz icns ico jar jpeg jpg mo mscz otf p12 pdf png pyc pyz pyzw so swf tar tgz tif tiff ttf war wav webp whl woff woff2 zip".split(
    " ",
  ),
);

/** Text with an extension that has no tag above. */
const TEXT = new Set(
  "apinotes asm avsc bazel bb bbappend beancount bib bzl c2hs cfg chs clj cljc cljs cnf coffee conf cr crt cson cue cylc dbc def diff dtd edn ejs elm erb erl ex exs f03 f08 f90 f95 feature fs fsx gd gleam gotmpl gradle groovy gyb hbs hlsl hrl hs ics idl idr inc jade jenkinsfile key lean lfm lhs lidr liquid lpr lr luau m4 magik manifest map meson mib mk ml mli modulemap mustache myst ngdoc nim nimble nims njk nu pas patch pem plantuml po pp prisma properties pug puml purs qmd qml r robot s sas scm sln sls sol spec ss styl sv svg svh swiftdeps templ thrift tsv v vala vb vbproj vdx vh vhd vim vtl wkt xcconfig xq xql xqm xqu xquery xqy yang zig zpt".split(
    " ",
  ),
);

function invert(table: Readonly<Record<string, string>>): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const [tag, words] of Object.entries(table)) {
    for (const word of words.split(" ")) tags.set(word, [...(tags.get(word) ?? []), tag]);
  }
  return tags;
}

const BY_EXTENSION = invert(EXTENSIONS);
const BY_NAME = invert(NAMES);

/** Tags that every file has or that only its mode or content tells. */
const OTHER_TAGS = ["file", "text", "binary", "executable", "non-executable", "symlink", "directory"];

/** What a file's name says of it. */
export interface FileTags {
  readonly tags: ReadonlySet<string>;
  /** False when `text` or `binary` could only be told from its content. */
  readonly knowsContent: boolean;
}

/** @returns the tags that `identify` gives a regular file by its name alone */
export function tagsOf(path: string): FileTags {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const extension = /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const part = [name, ...name.split(".")].find((one) => BY_NAME.has(one));
  const own = [...(BY_NAME.get(part ?? "") ?? []), ...(BY_EXTENSION.get(extension) ?? [])];
  const isBinary = BINARY.has(extension);
  const isText = own.length > 0 || TEXT.has(extension);
  const content = isBinary ? ["binary"] : ["text"];
  return { tags: new Set(["file", ...own, ...content]), knowsContent: isBinary || isText };
}

/** @returns true for a tag whose files are known by name */
export function isKnownTag(tag: string): boolean {
  return Object.hasOwn(EXTENSIONS, tag) || Object.hasOwn(NAMES, tag) || OTHER_TAGS.includes(tag);
}

/** @returns true for a tag that says something of mode or kind, which a name does not tell */
export function isModeTag(tag: string): boolean {
  return /^(?:executable|non-executable|symlink|directory)$/.test(tag);
}

/** Tags by the program of a first line, without version numbers (`identify`, interpreters.py). */
const INTERPRETERS: Readonly<Record<string, readonly string[]>> = {
  python: ["python"],
  bash: ["shell", "bash"],
  sh: ["shell", "sh"],
  dash: ["shell", "dash"],
  ash: ["shell", "ash"],
  ksh: ["shell", "ksh"],
  zsh: ["shell", "zsh"],
  node: ["javascript"],
  nodejs: ["javascript"],
  perl: ["perl"],
  php: ["php"],
  ruby: ["ruby"],
  lua: ["lua"],
};

/** @returns the tags that an executable has by its first line */
export function interpreterTags(line: string): readonly string[] {
  const words = /^#!\s*(.*)$/.exec(line)?.[1]?.trim().split(/\s+/) ?? [];
  const isEnv = /(?:^|\/)env$/.test(words[0] ?? "");
  const program = (isEnv ? words.slice(1).find((word) => !word.startsWith("-")) : words[0]) ?? "";
  const name = program.slice(program.lastIndexOf("/") + 1).replace(/[\d.]+$/, "");
  return Object.hasOwn(INTERPRETERS, name) ? (INTERPRETERS[name] ?? []) : [];
}
