import {
  changedNames,
  type DeskLetter,
  editLetter,
  type LetterContent,
  letterAtDesk,
  letterContentAt,
  letterFile,
  passLetter,
  registerSentLetter,
  renewLetter,
  sendLetter,
  undoLetterStep,
} from '../../../council/index.ts'
import type { Ctx } from '../../../ctx.ts'
import { type OutFormat, outMediaTypes } from '../../../documents-out/index.ts'
import { Denied, Invalid, Refused } from '../../../errors.ts'
import { mergeTyped } from '../../../kept-sections.ts'
import { letterPhrases as phrases } from '../../../words/nl/letter-phrases.ts'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { reviewPath } from '../desk-paths.ts'
import { type DraftNotice, viewOf } from '../draft/draft-parts.tsx'
import { download } from '../original-file.ts'
import type { LetterView } from './letter-form.tsx'
import { letterIn, letterPath } from './letter-paths.ts'
import { letterScreen } from './letter-screen.tsx'
import { type PostedLetter, readLetterForm, typedOver } from './posted-letter.ts'

export async function letterPage(request: DeskRequest): Promise<Answer> {
  const letter = await request.transact((ctx) => letterAtDesk(ctx, { letter: letterIn(request), phrases }))
  const saved = request.query.has('bewaard')
  const notice: DraftNotice | null = saved ? { kind: 'done', title: request.words.letterOut.saved } : null
  return letterScreen(request, letter, viewOf(letter.content), { notice })
}

/** Keeps what was typed and takes the step that the button asks, in one transaction; on a refusal the form comes back as typed. */
export async function postLetter(request: DeskRequest): Promise<Answer> {
  const letter = letterIn(request)
  const posted = readLetterForm(await request.form())
  try {
    return await act(request, letter, posted)
  } catch (error) {
    if (error instanceof Invalid) return invalidScreen(request, letter, posted, error)
    if (error instanceof Refused || (error instanceof Denied && error.code === 'not-assigned'))
      return refusedScreen(request, letter, posted, error)
    throw error
  }
}

async function act(request: DeskRequest, letter: number, posted: PostedLetter): Promise<Answer> {
  const here = letterPath(request, letter)
  const { action, version } = posted
  const inTransaction = <T,>(work: (ctx: Ctx) => Promise<T>) => request.transact(work)
  switch (action) {
    case 'send': {
      await sendLetter(inTransaction, { letter, version, phrases })
      return seeOther(here)
    }
    case 'register': {
      const done = await registerSentLetter(inTransaction, { letter, version, phrases })
      return seeOther(done.registered ? here : reviewPath(request, done.document))
    }
    case 'undo': {
      const current = await request.transact((ctx) => letterAtDesk(ctx, { letter, phrases }))
      if (current.version === version && hasUnsaved(current, posted)) {
        return letterScreen(request, current, typedView(current, posted), {
          notice: { kind: 'attention', title: request.words.letterOut.saveFirst },
          status: 409,
        })
      }
      await request.transact((ctx) => undoLetterStep(ctx, { letter, version }))
      return seeOther(here)
    }
    case 'renew': {
      const { conflicts } = await request.transact(async (ctx) => {
        const kept = await keep(ctx, letter, posted)
        return renewLetter(ctx, { letter, version: kept, sections: 'all', phrases })
      })
      if (conflicts.length === 0) return seeOther(here)
      const now = await request.transact((ctx) => letterAtDesk(ctx, { letter, phrases }))
      const others = new Map(conflicts.map((one) => [one.key, one.conflicts.map(({ theirs }) => theirs)]))
      return letterScreen(
        request,
        now,
        { ...viewOf(now.content), others },
        {
          notice: { kind: 'attention', title: request.words.letterOut.renew.conflicts },
        },
      )
    }
    case 'save':
      await request.transact((ctx) => keep(ctx, letter, posted))
      return seeOther(`${here}?bewaard=1`)
    default:
      await request.transact(async (ctx) => {
        const kept = await keep(ctx, letter, posted)
        return passLetter(ctx, { letter, version: kept, move: action, reason: posted.reason })
      })
      return seeOther(here)
  }
}

/** Writes what was typed, when the form held the letter. @returns the version that stands now */
async function keep(ctx: Ctx, letter: number, posted: PostedLetter): Promise<number> {
  const { version, fields, texts } = posted
  if (fields === null) return version
  return (await editLetter(ctx, { letter, version, fields, texts })).version
}

function typedView(letter: DeskLetter, posted: PostedLetter): LetterView {
  return { ...viewOf(typedOver(letter.content, posted)), typedDate: posted.typedDate }
}

const hasUnsaved = (letter: DeskLetter, posted: PostedLetter) =>
  posted.fields !== null && changedNames(letter.content, typedOver(letter.content, normal(posted))).length > 0
/** As a browser sends texts back unchanged: with its own line ends, and with blanks for nothing. */
function normal({ fields, texts }: PostedLetter): Pick<PostedLetter, 'fields' | 'texts'> {
  const blank = (value: unknown) => (value === '' ? null : value)
  return {
    fields:
      fields &&
      (Object.fromEntries(
        Object.entries(fields).map(([name, value]) => [
          name,
          name === 'signatories'
            ? fields.signatories?.map(({ role, name: who }) => ({ role, name: who?.trim() || null }))
            : blank(value),
        ]),
      ) as typeof fields),
    texts: Object.fromEntries(
      Object.entries(texts).map(([key, text]) => [key, text.replace(/\r\n?/g, '\n').trim()]),
    ),
  }
}

async function invalidScreen(
  request: DeskRequest,
  id: number,
  posted: PostedLetter,
  error: Invalid,
): Promise<Screen> {
  const words = request.words.letterOut
  const letter = await request.transact((ctx) => letterAtDesk(ctx, { letter: id, phrases }))
  const errors = new Map(
    error.fields.map(({ field, code }) => [
      field,
      words.errors[code] ?? request.words.errors['form-invalid'],
    ]),
  )
  return letterScreen(
    request,
    letter,
    { ...typedView(letter, posted), errors },
    {
      notice: { kind: 'errors', title: words.problems },
      status: 422,
      reason: posted.reason,
    },
  )
}

/** Stale: what was typed, merged with what the other wrote, on the version that stands now. Otherwise the reason, and the typed text. */
async function refusedScreen(
  request: DeskRequest,
  id: number,
  posted: PostedLetter,
  error: Refused | Denied,
): Promise<Screen> {
  const words = request.words.letterOut
  const { letter, base } = await request.transact(async (ctx) => {
    const now = await letterAtDesk(ctx, { letter: id, phrases })
    const began = posted.fields === null || now.version === posted.version ? null : posted.version
    return {
      letter: now,
      base:
        began === null ? null : await letterContentAt(ctx, { letter: id, version: began }).catch(() => null),
    }
  })
  if (error.code !== 'changed-by-other' || !base || posted.fields === null) {
    return letterScreen(request, letter, typedView(letter, posted), {
      notice: {
        kind: 'attention',
        title: request.words.errors[error.code],
        lines: keptLines(letter, posted),
      },
      status: error instanceof Denied ? 403 : 409,
      reason: posted.reason,
    })
  }
  const mine = normal(posted)
  const { sections, others } = mergeTyped(base.sections, mine.texts, letter.content.sections)
  const changed = new Set(changedNames(base, typedOver(base, mine)))
  const fields = Object.fromEntries(
    Object.entries({ ...letter.content.fields, ...mine.fields }).map(([name, value]) => [
      name,
      changed.has(name) ? value : letter.content.fields[name as keyof typeof letter.content.fields],
    ]),
  ) as LetterContent['fields']
  const view: LetterView = {
    content: { fields, sections },
    typedDate: changed.has('date') ? posted.typedDate : null,
    errors: new Map(),
    others,
  }
  return letterScreen(request, letter, view, {
    notice: {
      kind: 'attention',
      title: words.stale.title,
      lines: letter.mayEdit ? [words.stale.lead] : keptLines(letter, posted),
    },
    status: 409,
    reason: posted.reason,
  })
}

/** What was typed, where the form does not come back to hold it. */
function keptLines(letter: DeskLetter, posted: PostedLetter): string[] {
  if (letter.mayEdit || posted.fields === null) return []
  const typed = letter.content.sections.flatMap(({ key, text }) => {
    const mine = normal(posted).texts[key]
    return mine !== undefined && mine !== text ? [mine] : []
  })
  return typed
}

async function fileAnswer(request: DeskRequest, format: OutFormat): Promise<Answer> {
  const file = await letterFile((work) => request.transact(work), {
    letter: letterIn(request),
    format,
    phrases,
  })
  return download({ ...file, mediaType: outMediaTypes[format] })
}
export const letterDocx = (request: DeskRequest) => fileAnswer(request, 'docx')
export const letterPdf = (request: DeskRequest) => fileAnswer(request, 'pdf')
