import { unreachable } from "../../errors.ts";
import type { ReportFormat } from "../gates/index.ts";
import { npmAuditSchema, pipAuditSchema, readNpmAudit, readPipAudit, readUvAudit, uvAuditSchema } from "./audits.ts";
import { CoberturaReader, coverageSchema, istanbulSchema, LcovReader, readCoverage, readIstanbul } from "./coverage.ts";
import { gatesJsonSchema, readGatesJson } from "./gates-json.ts";
import { JsonReader } from "./json-reader.ts";
import { JunitReader } from "./junit.ts";
import * as linters from "./linters.ts";
import * as more from "./more-linters.ts";
import type { ReportContext, ReportReader } from "./reader.ts";
import { readSarif, sarifSchema } from "./sarif.ts";
import { TextReader } from "./text.ts";

export { placeInRepository } from "./place.ts";
export type { ReportContext, ReportReader } from "./reader.ts";

/** Formats whose clean report may have 0 bytes: one line a finding, and no finding. */
export const MAY_BE_EMPTY: ReadonlySet<ReportFormat> = new Set(["text", "mypy-json"]);

/**
 * @param format what the report is
 * @param context where the tool ran
 * @returns a reader for one report
 */
export function makeReader(format: ReportFormat, context: ReportContext): ReportReader {
  switch (format) {
    case "junit":
      return new JunitReader(context);
    case "sarif":
      return new JsonReader(sarifSchema, readSarif, context);
    case "mypy-json":
      return new more.MypyReader(context);
    case "pyright-json":
      return new JsonReader(linters.pyrightSchema, linters.readPyright, context);
    case "ruff-json":
      return new JsonReader(linters.ruffSchema, linters.readRuff, context);
    case "bandit-json":
      return new JsonReader(linters.banditSchema, linters.readBandit, context);
    case "eslint-json":
      return new JsonReader(linters.eslintSchema, linters.readEslint, context);
    case "gitleaks-json":
      return new JsonReader(linters.gitleaksSchema, linters.readGitleaks, context);
    case "deptry-json":
      return new JsonReader(linters.deptrySchema, linters.readDeptry, context);
    case "actionlint-json":
      return new JsonReader(linters.actionlintSchema, linters.readActionlint, context);
    case "gitlab-json":
      return new JsonReader(linters.gitlabSchema, linters.readGitlab, context);
    case "zizmor-json":
      return new JsonReader(more.zizmorSchema, more.readZizmor, context);
    case "biome-json":
      return new JsonReader(more.biomeSchema, more.readBiome, context);
    case "knip-json":
      return new JsonReader(more.knipSchema, more.readKnip, context);
    case "detect-secrets-json":
      return new JsonReader(more.detectSecretsSchema, more.readDetectSecrets, context);
    case "pip-audit-json":
      return new JsonReader(pipAuditSchema, readPipAudit, context);
    case "uv-audit-json":
      return new JsonReader(uvAuditSchema, readUvAudit, context);
    case "npm-audit-json":
      return new JsonReader(npmAuditSchema, readNpmAudit, context);
    case "coverage-json":
      return new JsonReader(coverageSchema, readCoverage, context);
    case "istanbul-json":
      return new JsonReader(istanbulSchema, readIstanbul, context);
    case "cobertura":
      return new CoberturaReader(context);
    case "lcov":
      return new LcovReader(context);
    case "gates-json":
      return new JsonReader(gatesJsonSchema, readGatesJson, context);
    case "text":
      return new TextReader(context);
    default:
      return unreachable(format);
  }
}
