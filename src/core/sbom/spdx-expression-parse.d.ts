declare module "spdx-expression-parse" {
  /** Parses an SPDX licence expression. Throws for what is none. */
  function parse(source: string): unknown;
  export = parse;
}
