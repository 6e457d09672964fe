import type { ColumnType, Generated } from 'kysely'

type Id = ColumnType<number, never, never>
type Once<T> = ColumnType<T, T, never>
/** Sealed with the data key of the person, bound to its row and version. */
export type Sealed = Buffer

export type TrajectoryState = 'registered' | 'intake' | 'active' | 'paused' | 'aftercare' | 'closed'
export type Phase = 'crisis' | 'transition' | 'independent' | 'aftercare'
export type Residence = 'unknown' | 'dutch' | 'eu' | 'reflection-period' | 'b8-3' | 'b9' | 'asylum' | 'none'
export type Closure = 'completed' | 'own-choice' | 'moved' | 'unknown-destination' | 'other-care' | 'deceased'
export type Domain = 'housing' | 'training' | 'work' | 'debt' | 'network' | 'health' | 'legal'
export type Part = 'coordinator' | 'worker' | 'substitute'
export type SharePurpose = 'housing' | 'training' | 'work' | 'debt' | 'safety' | 'care' | 'legal'
export type ShareState = 'shared' | 'started' | 'completed' | 'declined'
export type Ground = 'consent' | 'public-task' | 'legal-obligation' | 'vital-interest'

export type ReintegrationTables = {
  'reintegration.trajectory': {
    id: Id
    municipality: Once<string>
    number: string
    person_id: Once<string>
    state: TrajectoryState
    phase: Phase
    residence: Residence
    residence_until: string | null
    title: Sealed | null
    caution: Sealed | null
    safety_reviewed_on: string | null
    safety_review_on: string | null
    opened_at: Once<Date>
    closed_at: Date | null
    closure: Closure | null
    keep_until: string | null
    erased_at: Date | null
    version: number
  }
  'reintegration.care_relation': {
    id: Id
    trajectory_id: Once<number>
    account_id: Once<string>
    part: Part
    from_at: Date
    until_at: Date | null
    started_by: string | null
    ended_by: string | null
  }
  'reintegration.basis': {
    id: Generated<number>
    trajectory_id: Once<number>
    kind: Once<Ground>
    law: Once<string>
    purpose: Once<'care' | 'share'>
    from_at: Once<Date>
    until_at: Date | null
    withdrawn_at: Date | null
    recorded_by: Once<string | null>
    /** Of consent to share: with whom, what for and which categories. */
    organisation_id: ColumnType<string | null, string | null | undefined, never>
    share_purpose: ColumnType<SharePurpose | null, SharePurpose | null | undefined, never>
    categories: ColumnType<string[] | null, string[] | null | undefined, never>
    asked: Generated<Sealed | null>
    withdrawn_by: Generated<string | null>
  }
  'reintegration.emergency': {
    id: Id
    trajectory_id: Once<number>
    account_id: Once<string>
    reason: Once<Sealed>
    from_at: Once<Date>
    until_at: Once<Date>
    verdict: 'justified' | 'not-justified' | null
    reviewed_by: string | null
    reviewed_at: Date | null
    remark: Sealed | null
  }
  'reintegration.note': {
    id: Generated<number>
    trajectory_id: Once<number>
    kind: 'conversation' | 'observation' | 'agreement' | 'safety' | 'intake'
    body: Sealed
    written_by: Once<string>
    written_at: Once<Date>
    version: Generated<number>
    removed_at: Date | null
  }
  'reintegration.attachment': {
    id: Generated<number>
    trajectory_id: Once<number>
    note_id: number | null
    name: Sealed
    kind: 'pdf' | 'docx' | 'jpeg' | 'png'
    size: number
    content: Sealed
    added_by: Once<string>
    added_at: Once<Date>
    removed_at: Date | null
  }
  'reintegration.appointment': {
    id: Generated<number>
    trajectory_id: Once<number>
    at: Date
    kind: 'conversation' | 'school' | 'housing' | 'debt' | 'work' | 'care' | 'legal' | 'other'
    body: Sealed | null
    place: Sealed | null
    goes_along: string | null
    state: Generated<'planned' | 'kept' | 'missed' | 'cancelled'>
    made_by: Once<string>
    version: Generated<number>
    made_at: Generated<Date>
  }
  'reintegration.goal': {
    id: Generated<number>
    trajectory_id: Once<number>
    domain: Once<Domain>
    words: Sealed
    step: Sealed | null
    state: Generated<'proposed' | 'accepted' | 'active' | 'ended'>
    achievement: Generated<'none' | 'partial' | 'full'>
    agreed_at: Date | null
    due_on: string | null
    set_by: string
    set_at: Date
    version: Generated<number>
    /** Of the staff; null when she agreed on her own page. */
    agreed_with: Generated<string | null>
    agreed_on: Generated<string | null>
    /** The version that words and step were sealed for. */
    words_version: Generated<number>
    ended_at: Generated<Date | null>
  }
  'reintegration.contact': {
    id: Generated<number>
    trajectory_id: Once<number>
    who: Sealed
    kind: 'informal' | 'professional'
    verdict: Generated<'safe' | 'unsafe' | 'unknown'>
    /** 1 is nearest. */
    closeness: Generated<number>
    since: string | null
    until: string | null
    version: Generated<number>
    set_at: Generated<Date>
    set_by: Generated<string | null>
  }
  'reintegration.share': {
    id: Generated<number>
    trajectory_id: Once<number>
    organisation_id: Once<string>
    basis_id: Once<number>
    purpose: Once<SharePurpose>
    state: Generated<ShareState>
    from_at: Once<Date>
    until_at: Date
    stopped_at: Date | null
    stopped_by: string | null
    shared_by: Once<string>
    seen_to_at: Generated<Date | null>
    seen_to_by: Generated<string | null>
  }
  'reintegration.share_item': {
    id: Generated<number>
    trajectory_id: Once<number>
    share_id: Once<number>
    category: Once<string>
    body: Once<Sealed>
  }
  'reintegration.share_message': {
    id: Generated<number>
    trajectory_id: Once<number>
    share_id: Once<number>
    written_by: Once<string>
    body: Once<Sealed>
    at: Once<Date>
    answers: Once<number | null>
    kind: Generated<'question' | 'answer' | 'report'>
  }
  'reintegration.message': {
    id: Generated<number>
    trajectory_id: Once<number>
    written_by: Once<string>
    kind: Once<'message' | 'correction'>
    body: Once<Sealed>
    at: Once<Date>
    read_at: Date | null
  }
  'reintegration.term': {
    id: Generated<number>
    trajectory_id: Once<number>
    /** Identifier of a dated rule. */
    rule: Once<string>
    started_on: Once<string>
    due_on: string
    state: Generated<'running' | 'met' | 'suspended' | 'ended'>
    met_on: string | null
    set_by: Once<string>
    version: Generated<number>
    suspended_on: Generated<string | null>
  }
  'reintegration.history': {
    id: Generated<number>
    trajectory_id: Once<number>
    at: Once<Date>
    by: Once<string | null>
    part: Once<string>
    row_id: Once<number>
    change: Once<string>
    version: Once<number>
    before: Once<Sealed | null>
  }
  /** What she asks about her own data. */
  'reintegration.subject_request': {
    id: Generated<number>
    municipality: Generated<string>
    /** Null as long as nobody knows whose case it is. */
    trajectory_id: number | null
    kind: Once<'access' | 'correction' | 'erasure' | 'restriction'>
    way: Once<'own-page' | 'in-person' | 'letter' | 'e-mail' | 'phone' | 'representative'>
    received_on: Once<string>
    /** Identifier of a term in `rules/casework/requests.json`. */
    rule: Once<string>
    due_on: Once<string>
    words: Sealed | null
    message_id: Once<number | null>
    registered_by: Generated<string>
    registered_at: Generated<Date>
    verified_how: 'known-in-person' | 'document-seen' | 'own-page' | 'authorisation-seen' | null
    verified_by: string | null
    verified_at: Date | null
    extended_to: Generated<string | null>
    extended_because: Generated<'complex' | 'many' | null>
    extended_told_on: Generated<string | null>
    decision: Generated<'granted' | 'partly' | 'refused' | 'nothing-here' | 'not-identified' | null>
    ground: Generated<string | null>
    decided_by: Generated<string | null>
    decided_at: Generated<Date | null>
    done_on: Generated<string | null>
    done_by: Generated<string | null>
    version: Generated<number>
  }
}
