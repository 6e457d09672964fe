import { type CouncilList, type CouncilListLine, councilList } from '../../../council/index.ts'
import { makeDocument, type OutDocument, type OutFormat } from '../../../documents-out/index.ts'
import { formatDate } from '../../../words/format.ts'
import { evidenceLine } from '../../components/evidence.tsx'
import { csvOf } from '../../csv.ts'
import type { DeskRequest } from '../../page.ts'
import { listIn } from './list-page.tsx'

/** A council list as a spreadsheet: one row a line. */
export async function listCsv(request: DeskRequest): Promise<Response> {
  const list = await load(request)
  const { columns } = request.words.councilList
  const rows = list.lines.map((line) => Object.values(cellsOf(request, line)))
  return file(request, list, csvOf(Object.values(columns), rows), 'csv', 'text/csv; charset=utf-8')
}

export const listDocx = (request: DeskRequest) =>
  printed(request, 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
export const listPdf = (request: DeskRequest) => printed(request, 'pdf', 'application/pdf')

async function printed(request: DeskRequest, format: OutFormat, type: string): Promise<Response> {
  const list = await load(request)
  const bytes = await makeDocument(documentOf(request, list), format)
  return file(request, list, bytes, format, type)
}

const load = (request: DeskRequest): Promise<CouncilList> =>
  request.transact((ctx) => councilList(ctx, { list: listIn(request) }))

function file(
  { words }: DeskRequest,
  list: CouncilList,
  body: string | Uint8Array,
  extension: string,
  type: string,
): Response {
  return new Response(body as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${words.councilList.fileName(list.meetingOn)}.${extension}"`,
    },
  })
}

type Cells = Record<keyof DeskRequest['words']['councilList']['columns'], string>

function cellsOf(request: DeskRequest, line: CouncilListLine): Cells {
  const { words, language } = request
  const w = words.councilList
  const { motion, text } = line.matter
  const { proposal } = line
  return {
    position: String(line.position),
    motion: motion.number ? `${motion.number} ${motion.title}` : motion.title,
    date: motion.dated ? formatDate(motion.dated, language) : '',
    matter: text,
    outcome: words.life.outcome[proposal.outcome],
    explanation: proposal.explanation ?? '',
    evidence: proposal.evidence.map((one) => evidenceLine(words, one)).join('\n'),
    objections: proposal.objections
      .map((one) => `${w.objection(one.submitter, one.on)}: ${one.reason}`)
      .join('\n'),
    decision: w.decisionOf(line),
    reason: (line.done && line.reason) ?? '',
  }
}

function documentOf(request: DeskRequest, list: CouncilList): OutDocument {
  const { words, language, municipality } = request
  const { columns, documentTitle } = words.councilList
  const title = documentTitle(list.meetingOn)
  const rows = list.lines.map((line) => {
    const cells = cellsOf(request, line)
    return [
      cells.position,
      [cells.motion, cells.date].filter(Boolean).join('\n'),
      cells.matter,
      [cells.outcome, cells.explanation, cells.evidence, cells.objections].filter(Boolean).join('\n'),
      [cells.decision, cells.reason].filter(Boolean).join('\n'),
    ]
  })
  return {
    language,
    title,
    author: words.shell.municipality(municipality.name),
    dated: list.meetingOn,
    letterhead: words.shell.municipality(municipality.name),
    footer: { text: title, ...words.councilList.footer },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      {
        kind: 'table',
        caption: null,
        head: [columns.position, columns.motion, columns.matter, columns.outcome, columns.decision],
        rows,
        widths: [2, 5, 6, 9, 5],
      },
    ],
  }
}
