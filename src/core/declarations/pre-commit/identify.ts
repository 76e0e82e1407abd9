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
  diff: "diff patch",
  dotenv: "env",
  fish: "fish",
  go: "go",
  graphql: "graphql",
  hcl: "hcl",
  header: "h hh hpp hxx",
  html: "htm html xhtml",
  image: "bmp gif icns ico jpeg jpg png svg tif tiff webp",
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

/** Endings that `identify` knows as binary, and those of files whose content it finds to be so. */
const BINARY = new Set(
  "7z a ai asar avi avif bin bmp bz2 bz3 dat db der dll dylib ear eot eps exe fits ggb gif gpg gz icns ico jar jpeg jpg mo mov mp3 mp4 mscz npy npz o ogg otf p12 parquet pdf pickle pkl png pyc pyz pyzw rar so sqlite sqlite3 swf tar tgz tif tiff ttf war wasm wav webp whl woff woff2 xz zip".split(
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

/** Tags that only a file itself can tell; `binary` only the names of some. */
const TOLD_INSIDE = /^(?:executable|non-executable|symlink|directory|socket|binary)$/;

/**
 * @param path of a regular file
 * @returns the tags that `identify` gives it by its name alone; what has no binary ending counts as text
 */
export function tagsOf(path: string): ReadonlySet<string> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const extension = /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const part = [name, ...name.split(".")].find((one) => BY_NAME.has(one));
  const own = [...(BY_NAME.get(part ?? "") ?? []), ...(BY_EXTENSION.get(extension) ?? [])];
  return new Set(["file", BINARY.has(extension) ? "binary" : "text", ...own]);
}

/** @returns false for a tag that only a file's mode, kind or content tells */
export function isToldByName(tag: string): boolean {
  return !TOLD_INSIDE.test(tag);
}
