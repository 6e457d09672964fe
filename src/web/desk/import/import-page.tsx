import {
  columnGuess,
  firstRows,
  type ImportAtDesk,
  type ImportField,
  importAtDesk,
  importRows,
  isImportField,
  isOutcome,
  isSettlementMeaning,
  isStatusMeaning,
  mapColumns,
  mapWords,
  startImport,
  verdicts,
  wordGuesses,
} from '../../../council/index.ts'
import { type FieldError, Invalid } from '../../../errors.ts'
import type { Answer, DeskRequest, Screen } from '../../page.ts'
import { seeOther } from '../../page.ts'
import { busyScreen } from './busy-screen.tsx'
import { columnsScreen } from './columns-screen.tsx'
import { importIn, importPath } from './paths.ts'
import { resultScreen, rowsPerPage, type Shown } from './result-screen.tsx'
import { keepWorking } from './runner.ts'
import { wordsScreen } from './words-screen.tsx'

/** One list, at the step where it is: columns, words, comparing, comparison, importing, done. */
export async function importPage(request: DeskRequest): Promise<Answer> {
  const id = importIn(request)
  const list = await request.transact((ctx) => importAtDesk(ctx, { import: id }))
  if (list.state === 'checking' || list.state === 'running') {
    keepWorking(request, id)
    return busyScreen(request, list)
  }
  if (list.state === 'mapping' || (list.state === 'checked' && request.query.has('stap'))) {
    return request.query.get('stap') === 'woorden' && list.mapping
      ? wordsStep(request, list)
      : columnsStep(request, list, null, [])
  }
  return resultStep(request, list)
}

async function columnsStep(
  request: DeskRequest,
  list: ImportAtDesk,
  chosen: (ImportField | null)[] | null,
  errors: readonly FieldError[],
): Promise<Screen> {
  const { rows, guess } = await request.transact(async (ctx) => ({
    rows: await firstRows(ctx, { import: list.id }),
    guess: chosen ?? (await columnGuess(ctx, list)),
  }))
  return columnsScreen(request, list, { rows, columns: guess, errors })
}

async function wordsStep(request: DeskRequest, list: ImportAtDesk): Promise<Screen> {
  return wordsScreen(request, list, await request.transact((ctx) => wordGuesses(ctx, list)))
}

async function resultStep(request: DeskRequest, list: ImportAtDesk): Promise<Screen> {
  const { counts } = list
  const asked = request.query.get('toon')
  const possible: Shown[] = [...verdicts, 'notes']
  const shown =
    possible.find((one) => one === asked) ??
    (['conflict', 'unreadable', 'changed', 'new', 'same'] as const).find((one) => counts[one] > 0) ??
    'new'
  const page = Math.max(1, Math.min(10_000, Number(request.query.get('bladzijde')) || 1))
  const rows = await request.transact((ctx) =>
    importRows(ctx, {
      import: list.id,
      verdict: shown,
      limit: rowsPerPage,
      offset: (page - 1) * rowsPerPage,
    }),
  )
  return resultScreen(request, list, { shown, rows, page })
}

export async function postImport(request: DeskRequest): Promise<Answer> {
  const id = importIn(request)
  const form = await request.form()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const version = /^[1-9]\d{0,8}$/.test(text('version')) ? Number(text('version')) : 0
  const action = text('action')
  const path = importPath(request, id)
  if (action === 'columns') {
    const list = await request.transact((ctx) => importAtDesk(ctx, { import: id }))
    const columns = list.headers.map((_, index) => {
      const value = text(`columns/${index}`)
      return isImportField(value) ? value : null
    })
    try {
      await request.transact((ctx) => mapColumns(ctx, { import: id, version, columns }))
    } catch (error) {
      if (error instanceof Invalid) return columnsStep(request, list, columns, error.fields)
      throw error
    }
    return seeOther(`${path}?stap=woorden`)
  }
  if (action === 'words') {
    const outcomeOfAll = text('outcome-of-all')
    const decidedBy = text('decided-by')
    await request.transact((ctx) =>
      mapWords(ctx, {
        import: id,
        version,
        outcomes: chosenWords(form, 'outcomes', isOutcome),
        statuses: chosenWords(form, 'statuses', isStatusMeaning),
        settlements: chosenWords(form, 'settlements', isSettlementMeaning),
        outcomeOfAll: isOutcome(outcomeOfAll) ? outcomeOfAll : 'unknown',
        decidedBy: decidedBy === 'college' || decidedBy === 'council' ? decidedBy : null,
      }),
    )
    return seeOther(path)
  }
  if (action === 'start') {
    await request.transact((ctx) => startImport(ctx, { import: id, version }))
    return seeOther(path)
  }
  throw new Invalid()
}

/** `outcomes:aangenomen` = `adopted`, as far as it is a choice. */
function chosenWords<T extends string>(
  form: FormData,
  kind: string,
  isOne: (value: string) => value is T,
): Record<string, T> {
  const found: [string, T][] = []
  for (const [name, value] of form) {
    if (name.startsWith(`${kind}:`) && typeof value === 'string' && isOne(value)) {
      found.push([name.slice(kind.length + 1), value])
    }
  }
  return Object.fromEntries(found)
}
