import { Heading1, Paragraph } from '@utrecht/component-library-react'
import {
  type DeskDocument,
  deskDocument,
  draftAuthor,
  findMotions,
  lifeSettings,
  possibleMatches,
  registerDocument,
  repeatsFor,
} from '../../council/index.ts'
import type { Ctx } from '../../ctx.ts'
import { isIsoDate } from '../../days.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { dateOf, formatTime } from '../../words/format.ts'
import { Stack } from '../components/layout.tsx'
import type { Answer, DeskRequest, Screen } from '../page.ts'
import { seeOther } from '../page.ts'
import { deskCrumbs, documentIn, inboxPath, reviewPath } from './desk-paths.ts'
import { type Beside, besides, type KeptReview, keepReview, type Reviewable } from './keep-review.ts'
import { registeredScreen } from './registered-screen.tsx'
import { type PostedReview, type ReviewFieldError, readReviewForm } from './review-form.ts'
import { besideQuery, errorSentence, type ReviewScreenInput, reviewScreen } from './review-screen.tsx'
import { unreadableScreen } from './unreadable-screen.tsx'

/** One document of the post: its review, or why there is none. */
export async function reviewPage(request: DeskRequest): Promise<Answer> {
  const document = documentIn(request)
  return request.transact(async (ctx) => {
    const found = await deskDocument(ctx, { document })
    if (found.state === 'registered') return registeredScreen(request, ctx, found)
    if (found.state === 'unreadable') return unreadableScreen(request, found)
    if (!isReviewable(found)) return waitScreen(request, found)
    const { query } = request
    return reviewScreen(
      request,
      await screenInput(request, ctx, found, {
        errors: [],
        typed: {},
        gone: query.has('weg'),
        back: query.has('teruggehaald'),
        search: query.has('zoek')
          ? { motion: query.get('bij') ?? '', search: query.get('zoek') ?? '' }
          : null,
      }),
    )
  })
}

/** Keeps the draft and does what the button asks; answers with JSON to the island, which saves while somebody types. */
export async function postReview(request: DeskRequest): Promise<Answer> {
  const document = documentIn(request)
  const form = await request.form()
  const posted = readReviewForm(form)
  const beside = besideIn(request)
  const kept = await request.transact((ctx) => keepReview(ctx, { document, posted, beside }))
  if (form.get('as') === 'json') return jsonAnswer(request, document, kept)
  if (kept.errors.length > 0) return showErrors(request, document, posted, kept.errors)
  const merged = kept.merged ?? beside
  const page = reviewPath(request, document)
  if (kept.merged) return seeOther(page + besideQuery(kept.merged))
  switch (posted.action.verb) {
    case 'later':
      return seeOther(inboxPath(request))
    case 'search': {
      const key = posted.action.about
      const search = String(form.get(`search:${key}`) ?? '').trim()
      const query = new URLSearchParams({ bij: key, zoek: search })
      return seeOther(`${page}?${query}#item-${encodeURIComponent(key)}`)
    }
    case 'register': {
      const errors = await register(request, document, kept.version)
      return errors.length > 0 ? showErrors(request, document, posted, errors) : seeOther(`${page}?klaar=1`)
    }
    default: {
      const query = merged ? besideQuery(merged) : kept.gone ? '?weg=1' : ''
      return seeOther(page + query + (kept.about ? `#item-${encodeURIComponent(kept.about)}` : ''))
    }
  }
}

async function register(
  request: DeskRequest,
  document: number,
  version: number,
): Promise<readonly ReviewFieldError[]> {
  try {
    await request.transact((ctx) => registerDocument(ctx, { document, version }))
    return []
  } catch (error) {
    if (error instanceof Invalid && error.fields.length > 0)
      return error.fields as readonly ReviewFieldError[]
    throw error
  }
}

/** The draft as kept, with what stands in the way beside its fields. */
function showErrors(
  request: DeskRequest,
  document: number,
  posted: PostedReview,
  errors: readonly ReviewFieldError[],
): Promise<Screen> {
  return request.transact(async (ctx) => {
    const found = await deskDocument(ctx, { document })
    if (!isReviewable(found)) throw new NotFound()
    // A text to split is kept with its line ends folded; show it as typed, so that only the empty line has to be added.
    const typed = Object.fromEntries(
      errors
        .filter(({ code }) => code === 'number-invalid' || code === 'split-needs-line')
        .flatMap(({ field }) => (posted.fields[field] === undefined ? [] : [[field, posted.fields[field]]])),
    )
    return reviewScreen(
      request,
      await screenInput(request, ctx, found, { errors, typed, gone: false, search: null }),
    )
  })
}

async function screenInput(
  request: DeskRequest,
  ctx: Ctx,
  document: Reviewable,
  more: {
    errors: readonly ReviewFieldError[]
    typed: Record<string, string>
    gone: boolean
    back?: boolean
    search: { motion: string; search: string } | null
  },
): Promise<ReviewScreenInput> {
  const { errors, typed, gone, back = false, search } = more
  return {
    document,
    errors,
    typed,
    gone,
    back,
    matches:
      document.review.motions.length > 0 ? await possibleMatches(ctx, { document: document.document }) : {},
    found: search && {
      ...search,
      motions: search.search === '' ? [] : await findMotions(ctx, { search: search.search }),
    },
    beside: await besideInput(request, ctx, document),
    checkTerm: await checkTerm(ctx, document),
    repeats: await repeatsFor(ctx, document.review),
    status: errors.length > 0 ? 422 : 200,
  }
}

/** As it holds on the day of the letter, which is the day on which its commitments are made. */
async function checkTerm(ctx: Ctx, { review }: Reviewable): Promise<ReviewScreenInput['checkTerm']> {
  const date = review.letter?.date
  const { checkTermMonths, sources } = await lifeSettings(
    ctx,
    date && isIsoDate(date) ? date : dateOf(ctx.now),
  )
  return { checkTermMonths, source: sources.checkTermMonths ?? null }
}

async function besideInput(
  request: DeskRequest,
  ctx: Ctx,
  document: Reviewable,
): Promise<ReviewScreenInput['beside']> {
  const versions = besideIn(request)
  if (!versions) return null
  return {
    versions,
    name: await draftAuthor(ctx, { document: document.document, version: versions.other }),
    conflicts: await besides(ctx, document.document, document.review, versions),
  }
}

function besideIn({ query }: DeskRequest): Beside | null {
  const [base, other] = [query.get('basis'), query.get('ander')]
  if (!base || !other || !/^\d{1,9}$/.test(base) || !/^[1-9]\d{0,8}$/.test(other)) return null
  return { base: Number(base), other: Number(other) }
}

function isReviewable(document: DeskDocument): document is Reviewable {
  return document.review !== null && document.state === 'read'
}

/** For the island: a merged draft has another shape than the form on the page, so the form keeps the version that it began with. */
function jsonAnswer(request: DeskRequest, document: number, kept: KeptReview): Response {
  const words = request.words.desk.review.save
  return Response.json({
    version: kept.merged ? null : kept.version,
    message: kept.merged
      ? words.changedMeanwhile
      : kept.savedAt
        ? words.saved(formatTime(kept.savedAt, request.language))
        : words.notYet,
    look: kept.merged ? reviewPath(request, document) + besideQuery(kept.merged) : null,
    errors: kept.errors.map(({ field, code }) => ({ field, message: errorSentence(request, code) })),
  })
}

function waitScreen(request: DeskRequest, document: DeskDocument): Screen {
  const words = request.words.desk
  return {
    title: document.fileName,
    nav: 'post',
    crumbs: deskCrumbs(request, document),
    body: (
      <Stack>
        <Heading1>{words.inbox.steps.wait}</Heading1>
        <Paragraph>{words.inbox.upload.reading(document.fileName)}</Paragraph>
      </Stack>
    ),
  }
}
