import {
  type DossierDone,
  documentsNamed,
  documentsOfMotions,
  type EvidenceDocument,
  type EvidenceInput,
  type EvidencePlace,
  findQuotation,
  type Place,
  searchDocuments,
  wordsAt,
} from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import type { Words } from '../../../words/index.ts'
import { evidenceInput, type PostedEvidence, sameDone, samePlace } from './posted-evidence.ts'

export type EvidenceErrorCode = keyof Words['evidence']['errors']
/** `field` ends the name of the input: `quote`, `place`, `document`, or `''` for the ticks. */
export type EvidenceError = { field: 'quote' | 'place' | 'document' | ''; code: EvidenceErrorCode }

/** A picker as it is drawn. */
export type EvidenceState = {
  /** Passages with a tick, on or off. */
  passages: { place: EvidencePlace; on: boolean }[]
  /** What the action programme did, with a tick, on or off. */
  done: { done: DossierDone; on: boolean }[]
  /** Of the motions, newest first. */
  documents: EvidenceDocument[]
  /** Found by searching. */
  found: EvidenceDocument[]
  document: number | null
  search: string
  quote: string
  /** Where the quotation stands, when somebody has to choose. */
  places: EvidencePlace[]
  place: Place | null
  errors: EvidenceError[]
}

export type EvidenceWork = {
  /** Their documents come first. */
  motions: readonly number[]
  /** Passages that are likely to be wanted, shown without a tick. */
  offers?: readonly Place[]
  /** What the action programme did, shown without a tick. */
  done?: readonly DossierDone[]
  /** The form is sent to be done: a sentence that was typed must be settled, and at least one passage chosen. */
  final?: boolean
}

/**
 * Does what the picker's buttons ask: searches documents, finds the sentence, takes the place. A sentence that stands in one place in
 * the same words is taken at once. What was typed stays until it is taken. `errors` is empty when nothing stands in the way.
 */
export async function workEvidence(
  ctx: Ctx,
  posted: PostedEvidence,
  { motions, offers = [], done = [], final = false }: EvidenceWork,
): Promise<EvidenceState> {
  const errors: EvidenceError[] = []
  const documents = await documentsOfMotions(ctx, { motions })
  const found: EvidenceDocument[] =
    posted.search === '' ? [] : await searchDocuments(ctx, { search: posted.search })
  const listed = new Set([...documents, ...found].map(({ id }) => id))
  if (posted.document !== null && !listed.has(posted.document)) {
    found.push(...(await documentsNamed(ctx, [posted.document])))
  }
  const ticks = unique([...posted.chosen, ...posted.known, ...offers])
  const words = await wordsAt(ctx, ticks)
  const passages = ticks.flatMap((tick, index) => {
    const place = words[index]
    const on = posted.chosen.some((one) => samePlace(one, tick))
    if (!place && on) errors.push({ field: '', code: 'evidence-gone' })
    return place ? [{ place, on }] : []
  })
  const gone = posted.done.some((key) => !done.some((one) => sameDone(one, key)))
  if (gone) errors.push({ field: '', code: 'done-gone' })
  const state: EvidenceState = {
    passages,
    done: done.map((one) => ({ done: one, on: posted.done.some((key) => sameDone(one, key)) })),
    documents,
    found: found.filter((one) => !documents.some((other) => other.id === one.id)),
    document: posted.document,
    search: posted.search,
    quote: posted.quote,
    places: [],
    place: posted.place,
    errors,
  }
  if (posted.act === 'find' || (posted.act === null && final && posted.quote.trim() !== '')) {
    await settleQuote(ctx, state, posted.act === null)
  }
  const chosen = [...state.passages, ...state.done].some((one) => one.on)
  if (final && posted.act === null && errors.length === 0 && !chosen) {
    errors.push({ field: 'quote', code: 'evidence-missing' })
  }
  return state
}

/** What the form hands to a command. */
export const chosenEvidence = (state: EvidenceState): EvidenceInput[] => [
  ...evidenceInput(state.passages.filter((one) => one.on).map((one) => one.place)),
  ...state.done.filter((one) => one.on).map(({ done: { kind, id } }): EvidenceInput => ({ kind, id })),
]

async function settleQuote(ctx: Ctx, state: EvidenceState, final: boolean): Promise<void> {
  const { errors } = state
  const letters = state.quote.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters < 4) {
    errors.push({ field: 'quote', code: letters === 0 ? 'quote-needed' : 'quote-short' })
    return
  }
  const all = [...state.documents, ...state.found].map(({ id }) => id)
  const documents = state.document === null ? all : [state.document]
  if (documents.length === 0) {
    errors.push({ field: 'document', code: 'document-needed' })
    return
  }
  const places = await findQuotation(ctx, { quotation: state.quote, documents })
  const chosen = state.place && places.find((one) => samePlace(one, state.place!))
  const [only] = places
  if (places.length === 0) errors.push({ field: 'quote', code: 'quote-not-found' })
  else if (chosen) take(state, chosen)
  else if (only && places.length === 1 && only.how === 'exact') take(state, only)
  else {
    state.places = places
    state.place = places.length === 1 ? only! : null
    // Whoever only looks is shown the places; whoever sends the form is stopped by them.
    if (final) errors.push({ field: 'place', code: places.length === 1 ? 'place-unsure' : 'place-needed' })
  }
}

function take(state: EvidenceState, place: EvidencePlace): void {
  const known = state.passages.find((one) => samePlace(one.place, place))
  if (known) known.on = true
  else state.passages.push({ place, on: true })
  state.quote = ''
  state.place = null
}

function unique(places: readonly Place[]): Place[] {
  return places.filter((place, index) => places.findIndex((one) => samePlace(one, place)) === index)
}
