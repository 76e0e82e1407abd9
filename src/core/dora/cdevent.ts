import { z } from "zod";

/** Versions of the CDEvents specification that are written. */
export const CDEVENTS_VERSIONS = ["0.5.1", "0.4.1"] as const;
export type CdeventsVersion = (typeof CDEVENTS_VERSIONS)[number];

/**
 * What a reader of events needs: enough to tell events apart and to deliver them. Fields that it does not know are kept.
 * `specversion` is CDEvents 0.5, `version` is 0.4.
 */
export const cdeventSchema = z
  .looseObject({
    context: z
      .looseObject({
        specversion: z.string().min(1).optional().describe("Version of CDEvents, from 0.5 on."),
        version: z.string().min(1).optional().describe("Version of CDEvents, up to 0.4."),
        id: z.string().min(1).describe("Unique within the source. The same event has the same id whenever it is sent."),
        source: z.string().min(1).describe("URI of the repository."),
        type: z
          .string()
          .regex(/^dev\.cdevents(x)?\.[\w.-]+\.\d+\.\d+\.\d+$/)
          .describe("Name and version of the event's type."),
        timestamp: z.iso.datetime({ offset: true }).describe("When it happened, not when it was sent."),
      })
      .refine((context) => context.specversion !== undefined || context.version !== undefined, {
        message: "specversion is missing",
      }),
    subject: z.looseObject({
      id: z.string().min(1).describe("What the event is about, unique within the source."),
      content: z.record(z.string(), z.unknown()).describe("Fields of the type, as CDEvents defines them."),
    }),
    customData: z.unknown().optional().describe("Further facts; see docs/events.md."),
    customDataContentType: z.string().optional(),
  })
  .describe("One line of events.ndjson: a CDEvent.");

/** A CDEvent of any version. */
export type CDEvent = z.infer<typeof cdeventSchema>;

/** Kinds of events that are made, as CDEvents names them: subject and predicate. */
export type EventKind =
  | "pipelinerun.queued"
  | "pipelinerun.started"
  | "pipelinerun.finished"
  | "taskrun.started"
  | "taskrun.finished"
  | "testsuiterun.finished"
  | "artifact.packaged"
  | "artifact.signed"
  | "artifact.published"
  | "service.deployed";

/** An event before it is written for one version of CDEvents. Content is in the words of 0.5. */
export interface EventDraft {
  readonly kind: EventKind;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly timestamp: string;
  readonly subjectId: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly customData: Readonly<Record<string, unknown>>;
  /** Id of the event that led to this one. */
  readonly cause: string | null;
}

/** What all events of a run share. */
export interface EventOrigin {
  readonly source: string;
  readonly chainId: string;
}

/** Type names: version of each type in 0.5.1 (schemas/*.json of the specification at v0.5.1). In 0.4.1 each is 0.1 lower. */
const TYPE_VERSION = { "0.5.1": "0.3.0", "0.4.1": "0.2.0" } as const;

/** `subject.type`, which 0.4 has and 0.5 dropped. */
const SUBJECT_TYPE: Readonly<Record<string, string>> = {
  pipelinerun: "pipelineRun",
  taskrun: "taskRun",
  testsuiterun: "testSuiteRun",
  artifact: "artifact",
  service: "service",
};

/** 0.4 writes `url` where 0.5 writes `uri`, and its test suites pass and fail. */
function toContent04(draft: EventDraft): Record<string, unknown> {
  const { uri, outcome, ...rest } = draft.content;
  const isSuite = draft.kind === "testsuiterun.finished";
  const words: Readonly<Record<string, string>> = { success: "pass", failure: "fail" };
  const named = isSuite && typeof outcome === "string" ? (words[outcome] ?? outcome) : outcome;
  return {
    ...rest,
    ...(uri === undefined ? {} : { url: uri }),
    ...(outcome === undefined ? {} : { outcome: named }),
  };
}

/**
 * @param draft the event
 * @param origin of the run
 * @param version of CDEvents
 * @returns the event as that version's schemas have it
 */
export function toCdevent(draft: EventDraft, origin: EventOrigin, version: CdeventsVersion): CDEvent {
  const isOld = version === "0.4.1";
  const subjectName = draft.kind.split(".", 1)[0] ?? "";
  const links =
    draft.cause === null
      ? {}
      : { links: [{ linkType: "RELATION", linkKind: "TRIGGER", target: { contextId: draft.cause } }] };
  return {
    context: {
      ...(isOld ? { version } : { specversion: version }),
      id: draft.id,
      source: origin.source,
      type: `dev.cdevents.${draft.kind}.${TYPE_VERSION[version]}`,
      timestamp: draft.timestamp,
      chainId: origin.chainId,
      ...links,
    },
    subject: {
      id: draft.subjectId,
      ...(isOld ? { type: SUBJECT_TYPE[subjectName] } : {}),
      content: isOld ? toContent04(draft) : draft.content,
    },
    customData: draft.customData,
    customDataContentType: "application/json",
  };
}
