import type { At, DossierDone, EvidenceInput, Place } from '../../../council/index.ts'

/**
 * What a form with an evidence picker sends. Names begin with the picker's own: `evidence` (ticked passages), `evidence-known` (all that
 * had a tick), `-done` (ticked milestones and reports), `-document`, `-search`, `-quote`, `-place`. Its buttons send `action` = `evidence:search` or `evidence:find`.
 */
export type PostedEvidence = {
  chosen: Place[]
  /** Those that had a tick, on or off. */
  known: Place[]
  /** Ticked milestones and reports of the action programme. */
  done: DoneKey[]
  /** Null: all documents that the picker shows. */
  document: number | null
  search: string
  quote: string
  /** Which of several places; null when none was chosen. */
  place: Place | null
  act: 'search' | 'find' | null
}

/** A milestone or a report, by its id. */
export type DoneKey = Pick<DossierDone, 'kind' | 'id'>

/** A picker in which nothing was done yet, with these passages, and this milestone or report, ticked. */
export const noEvidence = (chosen: readonly Place[] = [], done: DoneKey | null = null): PostedEvidence => ({
  chosen: [...chosen],
  known: [...chosen],
  done: done ? [done] : [],
  document: null,
  search: '',
  quote: '',
  place: null,
  act: null,
})

/** Most passages that one form may carry. */
const most = 30

export function readEvidence(form: FormData, name = 'evidence'): PostedEvidence {
  const text = (field: string) => String(form.get(`${name}-${field}`) ?? '')
  const places = (field: string) =>
    form
      .getAll(field)
      .flatMap((value) => readPlace(String(value)) ?? [])
      .slice(0, most)
  const document = text('document')
  const action = String(form.get('action') ?? '')
  return {
    chosen: places(name),
    known: places(`${name}-known`),
    done: form
      .getAll(`${name}-done`)
      .flatMap((value) => readDone(String(value)) ?? [])
      .slice(0, most),
    document: /^[1-9]\d{0,8}$/.test(document) ? Number(document) : null,
    search: text('search').trim().slice(0, 300),
    quote: text('quote').slice(0, 5_000),
    place: readPlace(text('place')),
    act: action === `${name}:search` ? 'search' : action === `${name}:find` ? 'find' : null,
  }
}

/** `12~1-120-164_2-0-30`: document 12, offsets 120 to 164 of page 1, then 0 to 30 of page 2. */
export const writePlace = ({ document, at }: Place): string =>
  `${document}~${at.map(({ page, start, end }) => `${page}-${start}-${end}`).join('_')}`

export function readPlace(written: string): Place | null {
  if (!/^[1-9]\d{0,8}~\d{1,5}-\d{1,7}-\d{1,7}(_\d{1,5}-\d{1,7}-\d{1,7}){0,9}$/.test(written)) return null
  const [document, spans] = written.split('~') as [string, string]
  const at: At = spans.split('_').map((span) => {
    const [page, start, end] = span.split('-').map(Number) as [number, number, number]
    return { page, start, end }
  })
  return { document: Number(document), at }
}

/** `mijlpaal-12`, `bericht-33`. */
export const writeDone = ({ kind, id }: DoneKey): string =>
  `${kind === 'milestone' ? 'mijlpaal' : 'bericht'}-${id}`

export function readDone(written: string): DoneKey | null {
  const [, kind, id] = /^(mijlpaal|bericht)-([1-9]\d{0,8})$/.exec(written) ?? []
  return kind ? { kind: kind === 'mijlpaal' ? 'milestone' : 'action-report', id: Number(id) } : null
}

export const sameDone = (a: DoneKey, b: DoneKey): boolean => a.kind === b.kind && a.id === b.id

export const samePlace = (a: Place, b: Place): boolean => writePlace(a) === writePlace(b)

/** As the commands take it. */
export const evidenceInput = (places: readonly Place[]): EvidenceInput[] =>
  places.map(({ document, at }) => ({ kind: 'passage', document, at }))
