/**
 * Three linked records of one line, sharing its trace: who had access (NEN 7513), what was processed (Logboek Dataverwerkingen 1.0),
 * and what was decided (after AuthZEN). Pure; made when asked for, since the line carries all of them.
 */
import type { Action, Ground, Outcome, Purpose } from '../line.ts'

/** A line as its body holds it. */
export type LineBody = {
  id: string
  /** Milliseconds since 1970: when it was added, and when its transaction began. */
  at: number
  began: number
  event: string
  action: Action
  outcome: Outcome
  actor: {
    kind: 'staff' | 'partner' | 'survivor' | 'system'
    id?: string
    name?: string
    municipality?: string
    organisation?: string
    roles?: string[]
  }
  municipality?: string
  trajectory?: number
  account?: string
  sought?: number | string
  parts?: Record<string, string | number | (string | number)[]>
  fields?: string[]
  purpose: Purpose
  basis?: Ground
  relation?: boolean
  emergency?: boolean
  reason?: string
  trace: string
  span: string
  parent?: string
  activity: string
}

export type ExportSettings = {
  /** Address before the entries of the processing register; `<base>/coordinate-care/1` is one. */
  registerBase: string
  /** Name and version of this installation. */
  source: { name: string; version: string }
  /** Another name for whom it concerns, always the same for the same one, that nobody turns back without the key. */
  pseudonym(kind: 'trajectory' | 'account', id: string): string
}

/** NEN 7513: event, users, participants, and the four checks. Outcome: 0 succeeded, 4 refused, 8 failed. */
export function accessRecord(body: LineBody, { source, pseudonym }: ExportSettings) {
  const { actor } = body
  const subject = subjectOf(body)
  return {
    EventID: body.id,
    EventActionCode: body.action,
    EventDateTime: new Date(body.at).toISOString(),
    EventOutcomeIndicator: { done: 0, refused: 4, failed: 8 }[body.outcome],
    eventTypeCode: body.event,
    users: [
      {
        userID: actor.id ?? actor.name ?? 'system',
        roleIDCode: actor.roles ?? [actor.kind],
        purposeOfUse: body.purpose,
        userIsRequestor: true,
        ...(actor.organisation ? { organisationID: actor.organisation } : {}),
      },
    ],
    participants: subject
      ? [
          {
            participantObjectID: pseudonym(subject.kind, subject.id),
            IDTypeCode: subject.kind,
            PermissionPolicySet: body.basis ?? 'none',
            Sensitivity: subject.kind === 'trajectory' ? 'V' : 'N',
            parts: body.parts ?? {},
            fields: body.fields ?? [],
          },
        ]
      : [],
    AuditSourceId: source.name,
    AuditEnterpriseSiteID: body.municipality ?? source.name,
    autorisatieProtocol: letter(body.outcome !== 'refused'),
    behandelrelatieProtocol: letter(body.relation === true),
    toestemmingsProfiel: letter(body.basis === 'consent'),
    noodknop: letter(body.emergency === true),
    trace_id: body.trace,
    ...(body.reason ? { reason: body.reason } : {}),
  }
}

/**
 * Logboek Dataverwerkingen 1.0: without who acted, by design. A refusal is no error. Null when nobody's data were processed: a line of
 * the system, or a case that is not there.
 */
export function processingRecord(body: LineBody, { registerBase, source, pseudonym }: ExportSettings) {
  const subject = subjectOf(body)
  if (!subject) return null
  return {
    trace_id: body.trace,
    span_id: body.span,
    ...(body.parent ? { parent_span_id: body.parent } : {}),
    status: body.outcome === 'failed' ? 'Error' : 'Ok',
    name: body.event,
    start_time: Math.min(body.began, body.at),
    end_time: body.at,
    resource: { attributes: { 'service.name': source.name, 'service.version': source.version } },
    attributes: {
      'dpl.core.processing_activity_id': `${registerBase}/${body.activity}`,
      'dpl.core.data_subject_id': pseudonym(subject.kind, subject.id),
      'dpl.core.data_subject_id_type': `urn:schakel:pseudonym:${subject.kind}`,
    },
  }
}

/** The same as the interface for reading gives it (Lezen 1.1): other names, and the trace as a UUID. */
export function readingRecord(body: LineBody, settings: ExportSettings) {
  const record = processingRecord(body, settings)
  if (!record) return null
  return {
    traceId: record.trace_id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    spanId: record.span_id,
    ...(record.parent_span_id ? { parentSpanId: record.parent_span_id } : {}),
    status: record.status,
    name: record.name,
    startTime: record.start_time,
    endTime: record.end_time,
    resource: record.resource,
    attributes: record.attributes,
  }
}

/** After AuthZEN: subject, action, resource, context; the decision and its reason. */
export function decisionRecord(body: LineBody) {
  const { actor } = body
  return {
    trace_id: body.trace,
    span_id: body.span,
    timestamp: new Date(body.at).toISOString(),
    request: {
      subject: {
        type: actor.kind,
        id: actor.id ?? actor.name ?? 'system',
        properties: { roles: actor.roles ?? [], organisation: actor.organisation ?? null },
      },
      action: { name: body.event, properties: { code: body.action } },
      resource: {
        type: body.trajectory !== undefined || typeof body.sought === 'number' ? 'trajectory' : 'account',
        id: String(body.trajectory ?? body.account ?? body.sought ?? actor.id ?? 'system'),
      },
      context: {
        purpose: body.purpose,
        basis: body.basis ?? null,
        relation: body.relation ?? false,
        emergency: body.emergency ?? false,
      },
    },
    response: {
      decision: body.outcome !== 'refused',
      ...(body.reason ? { context: { reason: body.reason } } : {}),
    },
  }
}

function subjectOf(body: LineBody): { kind: 'trajectory' | 'account'; id: string } | null {
  if (body.trajectory !== undefined) return { kind: 'trajectory', id: String(body.trajectory) }
  const account = body.account ?? body.actor.id
  return account && body.sought === undefined ? { kind: 'account', id: account } : null
}

function letter(value: boolean): 'T' | 'F' {
  return value ? 'T' : 'F'
}
