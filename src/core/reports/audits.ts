import { z } from "zod";
import { type Interpret, optionalText } from "./json-reader.ts";
import { Tally } from "./tally.ts";

function fixedIn(versions: readonly string[]): string {
  return versions.length === 0 ? "no fixed version yet" : `fixed in ${versions.join(", ")}`;
}

/** `pip-audit -f json`. A package that could not be looked up has `skip_reason` instead of `vulns`; the exit code is 0 all the same. */
export const pipAuditSchema = z.object({
  dependencies: z.array(
    z.object({
      name: z.string(),
      version: optionalText,
      skip_reason: optionalText,
      vulns: z
        .array(z.object({ id: z.string(), fix_versions: z.array(z.string()).default([]), description: optionalText }))
        .nullish(),
    }),
  ),
});

/** @see pipAuditSchema */
export const readPipAudit: Interpret<z.infer<typeof pipAuditSchema>> = (document, context) => {
  const tally = new Tally(context);
  const all = document.dependencies;
  const audited = all.filter((one) => one.vulns !== undefined && one.vulns !== null);
  for (const { name, version, vulns } of audited) {
    for (const { id, fix_versions: fixes, description } of vulns ?? []) {
      const text = description?.split("\n", 1)[0] ?? "";
      tally.add({ severity: "error", rule: id, message: `${name} ${version ?? ""}: ${text} (${fixedIn(fixes)})` });
    }
  }
  const skipped = all.length - audited.length;
  const isNotAudited = all.length > 0 && audited.length === 0;
  return tally.toResult({
    work: { amount: audited.length, unit: "packages" },
    notAudited: isNotAudited ? `${skipped} of ${all.length} packages skipped` : null,
    remark: skipped > 0 && !isNotAudited ? `${skipped} of ${all.length} packages not audited` : null,
  });
};

/** `uv audit --output-format json`. */
export const uvAuditSchema = z.object({
  summary: z.object({ audited_packages: z.number(), vulnerabilities: z.number() }),
  vulnerabilities: z.array(
    z.object({
      dependency: z.object({ name: z.string(), version: optionalText }),
      id: z.string(),
      summary: optionalText,
      fix_versions: z.array(z.string()).default([]),
    }),
  ),
  adverse_statuses: z.array(z.looseObject({ name: optionalText, status: optionalText })).default([]),
});

/** @see uvAuditSchema */
export const readUvAudit: Interpret<z.infer<typeof uvAuditSchema>> = (document, context) => {
  const tally = new Tally(context);
  for (const { dependency, id, summary, fix_versions: fixes } of document.vulnerabilities) {
    const message = `${dependency.name} ${dependency.version ?? ""}: ${summary ?? id} (${fixedIn(fixes)})`;
    tally.add({ severity: "error", rule: id, message, path: "uv.lock", line: 1 });
  }
  // uv does not fail on a package that was yanked or archived, so neither does the gate.
  for (const { name, status } of document.adverse_statuses) {
    tally.add({
      severity: "note",
      rule: "adverse-status",
      message: `${name ?? "a package"}: ${status ?? "adverse status"}`,
    });
  }
  return tally.toResult({ work: { amount: document.summary.audited_packages, unit: "packages" } });
};

const npmVia = z.union([
  z.string(),
  z.looseObject({ title: optionalText, url: optionalText, severity: optionalText, range: optionalText }),
]);

const npmReport = z.object({
  auditReportVersion: z.number(),
  vulnerabilities: z.record(
    z.string(),
    z.object({ name: z.string(), severity: z.string(), range: optionalText, via: z.array(npmVia).default([]) }),
  ),
  metadata: z.object({ dependencies: z.looseObject({ total: z.number() }) }),
});

const npmFailure = z.object({
  message: optionalText,
  error: z.looseObject({ code: optionalText, summary: optionalText }).nullish(),
});

/** `npm audit --json`: a report, or an error document, which has no `auditReportVersion`. */
export const npmAuditSchema = z.union([npmReport, npmFailure]);

/** @see npmAuditSchema */
export const readNpmAudit: Interpret<z.infer<typeof npmAuditSchema>> = (document, context) => {
  const tally = new Tally(context);
  if (!("auditReportVersion" in document)) {
    const why = document.error?.summary || document.message || "no report";
    if (document.error?.code === "ENOLOCK") return tally.toResult({ problems: ["there is no lock file to audit"] });
    return tally.toResult({ notAudited: `the advisory service did not answer (${why.slice(0, 200)})` });
  }
  for (const { name, severity, range, via } of Object.values(document.vulnerabilities)) {
    const own = via.filter((one) => typeof one !== "string");
    const level = severity === "info" ? "note" : "error";
    const about = own.map((one) => one.title ?? "").filter((title) => title !== "");
    const through = via.filter((one) => typeof one === "string").join(", ");
    const text = about.length > 0 ? about.join("; ") : through === "" ? "vulnerable" : `through ${through}`;
    tally.add({ severity: level, rule: name, message: `${name} ${range ?? ""} (${severity}): ${text}` });
  }
  return tally.toResult({ work: { amount: document.metadata.dependencies.total, unit: "packages" } });
};
