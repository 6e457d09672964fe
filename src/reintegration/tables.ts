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
    id: Id
    trajectory_id: Once<number>
    kind: Once<Ground>
    law: Once<string>
    purpose: Once<'care' | 'share'>
    from_at: Once<Date>
    until_at: Date | null
    withdrawn_at: Date | null
    recorded_by: Once<string | null>
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
  }
  'reintegration.share': {
    id: Generated<number>
    trajectory_id: Once<number>
    organisation_id: Once<string>
    basis_id: Once<number>
    purpose: Once<'housing' | 'training' | 'work' | 'debt' | 'safety' | 'care' | 'legal'>
    state: Generated<'shared' | 'started' | 'completed' | 'declined'>
    from_at: Once<Date>
    until_at: Date
    stopped_at: Date | null
    stopped_by: string | null
    shared_by: Once<string>
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
}
