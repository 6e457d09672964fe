import { Heading1 } from '@utrecht/component-library-react'
import { type FrameworkAtDesk, frameworkAtDesk, markAmbitions } from '../../../../council/index.ts'
import type { Ctx } from '../../../../ctx.ts'
import { Invalid } from '../../../../errors.ts'
import {
  loadTree,
  programmeReader,
  programmes,
  removeAmbition,
  removeSource,
  workable,
} from '../../../../programme/index.ts'
import { capitalise, formatDate } from '../../../../words/format.ts'
import { Stack } from '../../../components/layout.tsx'
import { Original } from '../../../components/original.tsx'
import type { Answer, DeskRequest, Screen } from '../../../page.ts'
import { seeOther } from '../../../page.ts'
import { documentHref } from '../../../public/addresses.ts'
import { noEvidence, readEvidence, readPlace } from '../../evidence/posted-evidence.ts'
import { type EvidenceState, workEvidence } from '../../evidence/work-evidence.ts'
import { idIn as idTyped, type Typed, textIn, typedOf } from '../../matter/typed.ts'
import { idIn, sourcesPath } from '../paths.ts'
import { Problem } from '../work/fields.tsx'
import { attempt, type Sent } from '../work/sent.ts'
import { DoneNotice, statusOf } from './form-page.tsx'
import { ByHand, Marked, type SourceView, StepButton, Suggested } from './source-parts.tsx'

/** A framework document: ambitions that were marked, sentences that may be some, and pointing one out by hand. */
export async function sourcePage(request: DeskRequest): Promise<Answer> {
  return request.transact(async (ctx) => screen(request, await loadView(ctx, request, null), null))
}

async function loadView(ctx: Ctx, request: DeskRequest, picker: EvidenceState | null): Promise<SourceView> {
  const source = await frameworkAtDesk(ctx, { source: idIn(request, 'source') })
  return {
    source,
    picker: picker ?? (await pickerOf(ctx, source, null, false)),
    servedBy: await servedBy(ctx),
  }
}

/** The picker looks in this document only. */
async function pickerOf(ctx: Ctx, source: FrameworkAtDesk, form: FormData | null, final: boolean) {
  const posted = form ? readEvidence(form) : noEvidence()
  const state = await workEvidence(
    ctx,
    { ...posted, document: source.document, search: '' },
    { motions: [], final },
  )
  return { ...state, found: state.found.filter(({ id }) => id === source.document) }
}

async function servedBy(ctx: Ctx): Promise<Map<number, string[]>> {
  const db = programmeReader(ctx)
  const found = new Map<number, string[]>()
  for (const { slug, state } of await programmes(db, ctx.actor.municipality)) {
    if (!workable.includes(state)) continue
    const tree = await loadTree(db, { municipality: ctx.actor.municipality, slug })
    for (const { number, serves } of tree.actions) {
      for (const { kind, of } of serves) {
        if (kind === 'ambition') found.set(of, [...(found.get(of) ?? []), number])
      }
    }
  }
  return found
}

export async function postSource(request: DeskRequest): Promise<Answer> {
  const id = idIn(request, 'source')
  const form = await request.form()
  const typed = typedOf(form)
  const step = textIn(typed, 'step')
  const here = sourcesPath(request, id)
  let next = `${here}?gedaan=bewaard`
  let picker: EvidenceState | null = null
  const problem = await attempt(() =>
    request.transact(async (ctx) => {
      const version = idTyped(typed, 'version') ?? 0
      if (step === 'geen-ambitie') {
        await removeAmbition(ctx, { ambition: idTyped(typed, 'ambition') ?? 0, version })
      } else if (step === 'geen-bron') {
        await removeSource(ctx, { source: id, version })
        next = `${sourcesPath(request)}?gedaan=bewaard`
      } else if (step === 'zelf') {
        const source = await frameworkAtDesk(ctx, { source: id })
        picker = await pickerOf(ctx, source, form, textIn(typed, 'action') === '')
        const done = textIn(typed, 'action') === '' && picker.errors.length === 0
        if (done) {
          const places = picker.passages.filter(({ on }) => on).map(({ place }) => place.at)
          next = `${here}?gedaan=ambities&n=${await markAmbitions(ctx, { source: id, places })}`
          picker = null
        }
      } else {
        next = `${here}?gedaan=ambities&n=${await markAmbitions(ctx, { source: id, places: placesIn(typed) })}`
      }
    }),
  )
  if (!problem && !picker) return seeOther(next)
  const sent = { form: step, typed, problem }
  return request.transact(async (ctx) => screen(request, await loadView(ctx, request, picker), sent))
}

function placesIn(typed: Typed) {
  const places = (typed.get('at') ?? []).flatMap((value) => readPlace(value)?.at ?? [])
  if (places.length === 0) throw new Invalid('form-invalid', [{ field: 'at', code: 'needed' }])
  return (typed.get('at') ?? []).flatMap((value) => {
    const place = readPlace(value)
    return place ? [place.at] : []
  })
}

function screen(request: DeskRequest, view: SourceView, sent: Sent | null): Screen {
  const { words, language, municipality, query } = request
  const w = words.programmePlan.sources
  const { source, picker } = view
  const here = `/${municipality.slug}/bureau`
  const wrong = sent?.problem != null || (sent?.form === 'zelf' && picker.errors.length > 0)
  return {
    title: wrong ? `${words.programme.errorPrefix}: ${source.title}` : source.title,
    nav: 'programme',
    status: wrong && statusOf(sent) === 200 ? 422 : statusOf(sent),
    crumbs: [
      { label: words.programme.nav, path: `${here}/programma` },
      { label: w.title, path: `${here}/bronnen` },
    ],
    body: (
      <Stack size="l">
        <Stack>
          <p className="schakel-over">
            <span>{w.kind[source.kind]}</span>
            {source.dated && <span>{formatDate(source.dated, language)}</span>}
          </p>
          <Heading1>
            <Original language={language}>{source.title}</Original>
          </Heading1>
          <p>
            <a className="utrecht-link utrecht-link--html-a" href={documentHref(request, source.ref)}>
              {w.one.read}
            </a>
          </p>
          <DoneNotice
            request={request}
            said={{ ambities: capitalise(w.one.done(Number(query.get('n') ?? 0))) }}
          />
          <Problem request={request} sent={sent} form="geen-ambitie" />
          <Problem request={request} sent={sent} form="geen-bron" />
        </Stack>
        <Marked request={request} view={view} />
        <Suggested request={request} view={view} sent={sent} />
        <ByHand request={request} view={view} sent={sent} />
        {source.ambitions.length === 0 && (
          <StepButton request={request} source={source.id} step="geen-bron" version={source.version}>
            {w.one.removeSource}
          </StepButton>
        )}
      </Stack>
    ),
  }
}
