// src/core/provenance/certificate.ts
/** Root of Fulcio's extensions (sigstore/fulcio docs/oid-info.md). */
const FULCIO = "1.3.6.1.4.1.57264.1";
/** Fulcio's extensions whose value is a DER UTF8String, by what they say (sigstore/fulcio docs/oid-info.md). */
const FULCIO_EXTENSIONS = {
	/** OIDC issuer. */
	issuer: `${FULCIO}.8`,
	/** The workflow that signed: the reusable one when there is one. */
	buildSignerUri: `${FULCIO}.9`,
	/** Commit of that workflow. */
	buildSignerDigest: `${FULCIO}.10`,
	/** `github-hosted` or `self-hosted`. */
	runnerEnvironment: `${FULCIO}.11`,
	sourceRepositoryUri: `${FULCIO}.12`,
	sourceRepositoryDigest: `${FULCIO}.13`,
	sourceRepositoryRef: `${FULCIO}.14`,
	sourceRepositoryId: `${FULCIO}.15`,
	sourceRepositoryOwnerUri: `${FULCIO}.16`,
	sourceRepositoryOwnerId: `${FULCIO}.17`,
	/** The caller's workflow. */
	buildConfigUri: `${FULCIO}.18`,
	buildConfigDigest: `${FULCIO}.19`,
	/** The event's name. */
	buildTrigger: `${FULCIO}.20`,
	runInvocationUri: `${FULCIO}.21`,
	sourceRepositoryVisibility: `${FULCIO}.22`,
	deploymentEnvironment: `${FULCIO}.23`,
	tokenSubject: `${FULCIO}.24`
};
/** Fulcio's older extensions, whose value is the text's bytes; still written, no longer read. */
const FULCIO_RAW_EXTENSIONS = {
	issuer: `${FULCIO}.1`,
	workflowTrigger: `${FULCIO}.2`,
	workflowSha: `${FULCIO}.3`,
	workflowName: `${FULCIO}.4`,
	workflowRepository: `${FULCIO}.5`,
	workflowRef: `${FULCIO}.6`
};

export { FULCIO_RAW_EXTENSIONS as n, FULCIO_EXTENSIONS as t };