import {
  type CouncilList,
  closeList,
  councilList,
  decideList,
  markLines,
  refillList,
  removeLine,
  reopenList,
} from '../../../council/index.ts'
import { type FieldError, Invalid, NotFound, Refused } from '../../../errors.ts'
import type { Answer, DeskRequest } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { type ListNews, listScreen } from './list-screen.tsx'
import { listPath } from './lists-page.tsx'
import { otherMarks, type PostedList, readList } from './posted-list.ts'

/** @throws NotFound when the address names no number */
export function listIn(request: DeskRequest): number {
  const { list } = request.params
  if (!list || !/^[1-9]\d{0,8}$/.test(list)) throw new NotFound()
  return Number(list)
}

/** One list: every proposal with its evidence, and one decision for each line. */
export async function listPage(request: DeskRequest): Promise<Answer> {
  const list = await load(request)
  return listScreen(request, list, { marks: null, errors: [], others: null, news: newsIn(request.query) })
}

export async function postList(request: DeskRequest): Promise<Answer> {
  const posted = readList(await request.form())
  const list = listIn(request)
  try {
    return seeOther(`${listPath(request, list)}?${await take(request, list, posted)}#lijst`)
  } catch (error) {
    if (error instanceof Invalid) return again(request, posted, error.fields)
    if (error instanceof Refused && error.code === 'changed-by-other') return again(request, posted, [])
    throw error
  }
}

/** Keeps the marks first, in a transaction of their own, so that nothing typed is lost when the rest is refused. */
async function take(request: DeskRequest, list: number, { version, marks, action }: PostedList) {
  if (action.does === 'reopen') {
    await request.transact((ctx) => reopenList(ctx, { list, version }))
    return 'heropend=1'
  }
  const kept = await request.transact((ctx) => markLines(ctx, { list, version, marks }))
  const now = { list, version: kept.version }
  switch (action.does) {
    case 'save':
      return 'bewaard=1'
    case 'decide': {
      const { entered } = await request.transact((ctx) => decideList(ctx, now))
      return `vastgelegd=${entered}`
    }
    case 'refill': {
      const { lines } = await request.transact((ctx) => refillList(ctx, now))
      return `aangevuld=${lines}`
    }
    case 'remove':
      await request.transact((ctx) => removeLine(ctx, { ...now, position: action.position }))
      return 'weggehaald=1'
    case 'close':
      await request.transact((ctx) => closeList(ctx, now))
      return 'gesloten=1'
  }
}

/** The form once more, with what was chosen and typed, and what somebody else did meanwhile. */
async function again(
  request: DeskRequest,
  posted: PostedList,
  errors: readonly FieldError[],
): Promise<Answer> {
  const list = await load(request)
  const stale = errors.length === 0
  return listScreen(request, list, {
    marks: posted.marks,
    errors,
    others: stale ? otherMarks(list, posted.marks) : null,
    news: null,
  })
}

const load = (request: DeskRequest): Promise<CouncilList> =>
  request.transact((ctx) => councilList(ctx, { list: listIn(request) }))

function newsIn(query: URLSearchParams): ListNews | null {
  for (const name of ['bewaard', 'vastgelegd', 'aangevuld', 'weggehaald', 'gesloten', 'heropend'] as const) {
    const value = query.get(name)
    if (value !== null && /^\d{1,5}$/.test(value)) return { name, count: Number(value) }
  }
  return null
}
